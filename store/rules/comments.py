"""What people say about a task."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Comment
from store.rules.board import free_number
from store.rules.valid import changed, valid
from store.rules.words import named
from store.team import Team
from store.text import clean

# An address of a page is read whole and skipped; an @ inside a word belongs to an e-mail address.
_MENTION = re.compile(r"\b[a-z]{2,10}://\S*|(?<![\w.+%-])@([^\s@,]++)(?!(?<=\w)@)", re.IGNORECASE)
# Whoever is named in quoted words was called when they were first said.
_QUOTED = re.compile("^>.*", re.MULTILINE)
_LOGIN_LIKE = re.compile(r"\w(?:[\w.+-]*\w)?")


def comment(team: Team, task_id: int, text: str, by: str, now: datetime, id: int = -1) -> Change:
    """Say something about a task; people named with @ are mentioned.

    Raises:
        NotFound: there is no such task.
        Refused: there is no text, or too much of it.
    """
    task = team.task(task_id)
    number = free_number(team, "comments", id)
    fields = {"id": number, "task": task.id, "author": by, "at": now, **said(team, text)}
    label = f"commented on {named(task)}"
    return Change.insert("comments", valid(Comment, fields), label, number).signed(by, now)


def edit_comment(team: Team, comment_id: int, text: str, by: str, now: datetime) -> Change:
    """Change what one has said.

    Raises:
        NotFound: there is no such comment.
        Refused: somebody else wrote it, or there is no text, or too much of it.
    """
    old = team.find(Comment, comment_id)
    if old is None:
        raise NotFound(f"There is no comment {comment_id}.")
    if old.author != by:
        raise Refused(f"{team.name_of(old.author)} wrote this comment; write one of your own.")
    words = said(team, text)
    if words["text"] == old.text:
        return Change().signed(by, now)
    label = f"edited a comment on {named(team.task(old.task))}"
    return changed(old, label, {**words, "edited_at": now}).signed(by, now)


def mentions(text: str, logins: Collection[str]) -> list[str]:
    """The logins that a text names with @, each once, in order; in any case of letters.

    Lines that begin with `>` are somebody else's words, and call nobody.
    """
    known = {login.casefold(): login for login in logins}
    found: dict[str, None] = {}
    for match in _MENTION.finditer(_QUOTED.sub("", text)):
        if token := match[1]:
            found |= dict.fromkeys(known[t] for t in _readings(token.casefold()) if t in known)
    return list(found)


def own_words(text: str) -> str:
    """A text without the lines that are somebody else's words."""
    return _QUOTED.sub("", text).strip()


def _readings(token: str) -> list[str]:
    """The login that a token may stand for: all of it, or without the punctuation behind it."""
    like = _LOGIN_LIKE.match(token)
    return [token] if like is None or like[0] == token else [token, like[0]]


def said(team: Team, text: str, kind: str = "comment") -> dict[str, object]:
    """What somebody said, and whom it mentions: the fields `text` and `mentions`.

    Args:
        kind: what a refusal calls it.

    Raises:
        Refused: there is no text.
    """
    words = clean(text).strip()
    if not words:
        raise Refused(f"The {kind} is empty; write something first.")
    return {"text": words, "mentions": mentions(words, team.members)}
