"""Posts, and what belongs to them, for tests."""

from __future__ import annotations

from typing import Any

from store.models import Acknowledgement, Post, Reaction, ReadState, Reply
from tests.builders import LONG_AGO


def post(id: int, title: str = "", author: str = "ana", **fields: Any) -> Post:
    """One post; Ana's, and for everyone."""
    known = {"title": title or f"Post {id}", "author": author, "at": LONG_AGO}
    return Post.checked({"id": id, **known, **fields})


def reply(id: int, post: int, author: str = "ben", text: str = "Fine.", **fields: Any) -> Reply:
    """One reply."""
    return Reply.checked({"id": id, "post": post, "author": author, "text": text, "at": LONG_AGO, **fields})


def reaction(id: int, post: int, author: str, *signs: str, reply: int | None = None) -> Reaction:
    """How one person has reacted."""
    return Reaction.checked({"id": id, "post": post, "author": author, "signs": signs, "reply": reply})


def acknowledgement(id: int, post: int, author: str, **fields: Any) -> Acknowledgement:
    """One person's word that she knows."""
    return Acknowledgement.checked({"id": id, "post": post, "author": author, "at": LONG_AGO, **fields})


def read_state(id: int, login: str, **fields: Any) -> ReadState:
    """What one person has read."""
    return ReadState.checked({"id": id, "login": login, **fields})
