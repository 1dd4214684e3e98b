"""A long reply to a post, with somebody's words quoted; and changing one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from store.change import Change
from store.models import Post, Reply
from store.rules import replies
from store.rules.words import quoted
from tui.dialogs.writing import WritingDialog
from tui.settings.form import Field, Form, Kind, Typed
from tui.workplace import Workplace


class ReplyDialog(WritingDialog):
    """A reply of several lines."""

    def __init__(self, place: Workplace, form: Form, draft: str, said: Callable[[], object]) -> None:
        """`said` is called when it is saved."""
        super().__init__(place, form, draft)
        self._said = said

    def save(self) -> None:
        """Save it, and let it be seen.

        Raises:
            TagwerkError: it cannot be.
        """
        super().save()
        self._said()


def answer(place: Workplace, post: Post, words: str, said: Callable[[], object]) -> None:
    """Ask for a reply of several lines, below somebody's words; `said` is called when there is one."""
    draft, number = f"reply {post.id}", place.new_id()
    begun = replies.quoting(words)

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return replies.reply(place.team, post.id, typed.get("body", begun), by, now, id=number)

    place.ask(ReplyDialog(place, _form(f"Reply to {quoted(post.title)}", begun, change), draft, said))


def edit_reply(place: Workplace, post: Post, old: Reply, said: Callable[[], object]) -> None:
    """Ask for other words of a reply; `said` is called when they are saved."""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        return replies.edit_reply(place.team, _number(place, old), typed.get("body", old.text), by, now)

    form = _form(f"Your reply to {quoted(post.title)}", old.text, change)
    place.ask(ReplyDialog(place, form, f"own reply {old.id}", said))


def _number(place: Workplace, old: Reply) -> int:
    """The reply's number; the one that it had until its commit may have gone meanwhile."""
    if place.team.find(Reply, old.id) is not None:
        return old.id
    same = (one for one in place.team.belonging(Reply, "post", old.post) if one.at == old.at)
    return next((one.id for one in same if one.author == old.author), old.id)


def _form(title: str, begun: str, change: Callable[[Typed, str, datetime], Change]) -> Form:
    body = Field("body", "Reply", begun, "Your words, in Markdown; @name tells somebody", Kind.TEXT)
    return Form(title, (body,), change, is_new=True)
