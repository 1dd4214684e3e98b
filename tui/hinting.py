"""A quiet word after a card was given to somebody who lacks what it needs; see `store.skills.hints`."""

from __future__ import annotations

import threading
from collections.abc import Callable

from textual.app import App

from store.change import Change
from store.team import Team

_AT_ONCE = 10_000
"""Assessments that are gone through at once; about 10 ms."""


class Hinting:
    """Looks at what the person does, and says it behind whatever else is said about that."""

    def __init__(self, app: App[None], say: Callable[[str], None], at_once: int = _AT_ONCE) -> None:
        self._app = app
        self._at_once = at_once
        self._say = say

    def did(self, team: Team, change: Change) -> None:
        """The person has changed something; `team` is the snapshot with it."""
        if not any(edit.table == "tasks" and (edit.after or {}).get("assignees") for edit in change.edits):
            return
        # Not before it is needed: a start does without it.
        from store.skills.hints import given, said

        cards = given(team, change)
        if not cards:
            return

        def work() -> None:
            if sentence := said(team, cards):
                self._app.call_later(self._say, sentence)

        if len(team.tables.get("assessments", {})) <= self._at_once:
            work()
        else:
            threading.Thread(target=work, name="tagwerk-hint", daemon=True).start()
