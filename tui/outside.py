"""What a screen has done outside of the app: in the person's own editor, and in the team's history."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from textual.app import App, SuspendNotSupported

from store.errors import Refused, TagwerkError
from store.repository.reader import HistoryReader, Lately

R = TypeVar("R")


def edited(app: App[None], text: str, title: str) -> str | None:
    """A text as it was saved in the person's own editor; `None`: it was not saved there.

    Raises:
        Refused: there is no editor, or it failed.
    """
    from tui import editor

    command = editor.command()
    saved: str | None = None
    refusal: Refused | None = None
    try:
        with app.suspend():
            # Not raised in here: the app would not get its screen back.
            try:
                saved = editor.edited(text, title, command)
            except Refused as error:
                refusal = error
    except SuspendNotSupported:
        raise Refused("Another program cannot be opened from here; e edits the card.") from None
    if refusal is not None:
        raise refusal
    return saved


def look_up(app: App[None], question: Callable[[], R], then: Callable[[R], None], otherwise: R) -> None:
    """Ask the history something; `then` is called later, in the app's thread.

    Where the folder does not answer it gets `otherwise`: the connection tells that already.
    """

    def read() -> None:
        try:
            found = question()
        except TagwerkError:
            found = otherwise
        app.call_later(then, found)

    # A daemon, unlike Textual's workers: a dead mount must not keep the program from ending.
    threading.Thread(target=read, name="tagwerk-history", daemon=True).start()


def find_out(
    app: App[None],
    reader: HistoryReader | None,
    after: int,
    since: datetime,
    then: Callable[[Lately | None], None],
) -> None:
    """Read what happened after a commit and since a moment; `None`: that cannot be known now."""

    def question() -> Lately | None:
        return reader.lately(after, since) if reader is not None else Lately(0, ())

    look_up(app, question, then, None)
