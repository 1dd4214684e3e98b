"""A long reply to a post, with the last words quoted."""

from __future__ import annotations

from datetime import datetime

from store.change import Change
from store.models import Post
from store.rules import replies
from store.rules.words import quoted
from tui.dialogs.writing import WritingDialog
from tui.settings.form import Field, Form, Kind, Typed
from tui.workplace import Workplace


class ReplyDialog(WritingDialog):
    """A reply of several lines."""


def answer(place: Workplace, post: Post, words: str) -> None:
    """Ask for a reply of several lines, below somebody's words."""
    draft, number = f"reply {post.id}", place.new_id()
    begun = replies.quoting(words)

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return replies.reply(place.team, post.id, typed.get("body", begun), by, now, id=number)

    body = Field("body", "Reply", begun, "Your words; @name tells somebody", Kind.TEXT)
    form = Form(f"Reply to {quoted(post.title)}", (body,), change, is_new=True)
    place.ask(ReplyDialog(place, form, draft))
