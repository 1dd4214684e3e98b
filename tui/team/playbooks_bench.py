"""What the commands of playbooks, runs, routines and freezes share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from store.errors import Refused
from store.models import Freeze, Playbook, PlaybookRun, Routine
from store.playbooks.known import freezes, playbooks, routines, runs
from tui.keys import PLAYBOOKS, key_for
from tui.screens.asking import Asking
from tui.screens.base import TeamScreen
from tui.screens.tab import TabDesk
from tui.workplace import Workplace
from widgets.listing import Listing
from widgets.listing_row import Key, Row
from widgets.playbooks.row import freeze_row, key_of, playbook_row, routine_row, run_row
from widgets.playbooks.sheet import PlaybookSheet
from widgets.playbooks.text import Document

D = TypeVar("D", Playbook, PlaybookRun, Routine, Freeze)

SECTIONS: Sequence[tuple[str, type[Document]]] = (
    ("playbooks", Playbook),
    ("runs", PlaybookRun),
    ("routines", Routine),
    ("freezes", Freeze),
)
"""What each kind is called, in the order in which they stand."""
_WORDS: dict[type[Document], str] = {
    Playbook: "playbook",
    PlaybookRun: "run of a playbook",
    Routine: "routine",
    Freeze: "freeze",
}


@dataclass
class PlaybooksBench:
    """What is shown, and the way to everything around it."""

    desk: TabDesk
    view: Listing
    sheet: PlaybookSheet
    shown: Callable[[], None]
    """To be called when something else is wanted."""
    looked: Callable[[], None]
    """To be called when something else is under the cursor."""
    only: type[Document] | None = None
    """The one kind that is shown; `None`: all."""
    query: str = ""
    _found: dict[str, Document] = field(default_factory=dict)

    @property
    def place(self) -> Workplace:
        """The app."""
        return self.desk.place

    @property
    def screen(self) -> TeamScreen:
        """The screen whose tab this is."""
        return self.desk.screen

    @property
    def asking(self) -> Asking:
        """The line that asks."""
        return self.desk.asking

    def look(self) -> list[str]:
        """Keys of what is wanted, kind by kind."""
        team = self.place.team
        everything: list[Document] = [*playbooks(team), *runs(team), *routines(team), *freezes(team)]
        words = self.query.casefold().split()
        self._found = {
            key_of(one): one
            for one in everything
            if (self.only is None or isinstance(one, self.only)) and _has(one, words)
        }
        return [*self._found]

    def row(self, key: Key) -> Row:
        """What a line says."""
        one, place, signs = self._found.get(str(key)), self.place, self.desk.signs
        if isinstance(one, Playbook):
            return playbook_row(place.team, one, signs)
        if isinstance(one, PlaybookRun):
            return run_row(place.team, one, place.today, signs)
        if isinstance(one, Routine):
            return routine_row(place.team, one, place.today)
        return freeze_row(one, place.today, signs) if one is not None else Row(key, ("",) * 4)

    @property
    def one(self) -> Document | None:
        """What is under the cursor; `None`: nothing."""
        return self._found.get(str(self.view.key))

    def chosen(self) -> Document:
        """What a command is for.

        Raises:
            Refused: there is nothing under the cursor.
        """
        if self.one is None:
            raise Refused(f"There is nothing here; {key_for(PLAYBOOKS, 'add')} adds something.")
        return self.one

    def chosen_as(self, kind: type[D]) -> D:
        """What a command is for that only one kind knows.

        Raises:
            Refused: something else is under the cursor.
        """
        one = self.chosen()
        if not isinstance(one, kind):
            raise Refused(f"That is for a {_WORDS[kind]}, and this is a {_WORDS[type(one)]}.")
        return one


def _has(one: Document, words: Sequence[str]) -> bool:
    text = one.title if isinstance(one, Routine) else one.name
    return all(word in text.casefold() for word in words)
