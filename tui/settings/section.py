"""One part of the team's settings: its rows, its forms, and what can be done with a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from store.change import Change
from store.errors import Refused
from store.rules.membership import refuse_unless_lead
from store.team import Team
from tui.settings.form import Form
from widgets.listing_row import Key, Row
from widgets.signs import Signs


class Section:
    """A part of the settings; where a subclass leaves something out, a sentence says so.

    Keys of rows are what a section likes, as long as they stay the same from one snapshot to the next.
    """

    title: ClassVar[str]
    """One word, for the line of sections."""
    thing: ClassVar[str]
    """What a row is, in a sentence."""
    heads: ClassVar[tuple[str, ...]]
    """Above the cells of the rows."""
    least: ClassVar[tuple[int, ...]]
    """Cells that each cell of a row keeps where there is little room; 0: it is not cut. See `Listing`."""
    tables: ClassVar[frozenset[str]]
    """Where what it shows is kept: only a change there can change a row."""
    useless: ClassVar[frozenset[str]] = frozenset()
    """Names of commands that are refused for every row, so that no key for them is shown."""
    empty: ClassVar[str] = "There is nothing here yet; a adds the first one."

    def rows(self, team: Team, signs: Signs) -> Sequence[Row]:
        """What there is, from top to bottom."""
        raise NotImplementedError

    def form(self, team: Team, key: Key, signs: Signs) -> Form:
        """The form in which a row is edited.

        Raises:
            Refused: it cannot be.
        """
        raise NotImplementedError

    def new_form(self, team: Team, id: int, signs: Signs) -> Form:
        """The form for a new one, which gets this number until it is committed.

        Raises:
            Refused: nothing is added here.
        """
        raise Refused(f"Nothing is added under {self.title}; e edits what is there.")

    def moved(self, team: Team, key: Key, offset: int, by: str, now: datetime) -> Change:
        """A row moved among the others.

        Raises:
            Refused: it cannot be.
        """
        raise Refused("This order is given; columns, roles, tags, filters and questions can be moved.")

    def archived(self, team: Team, key: Key, by: str, now: datetime) -> Change:
        """A row put away, or brought back when it is away.

        Raises:
            Refused: it cannot be.
        """
        raise Refused("These are always there; e edits them.")

    def merge_question(self, team: Team, key: Key) -> str:
        """What a person is asked before two rows become one.

        Raises:
            Refused: they cannot.
        """
        raise Refused("Only tags can be merged.")

    def merged(self, team: Team, key: Key, into: str, by: str, now: datetime) -> Change:
        """A row made one with another, which is named.

        Raises:
            Refused: it cannot be.
        """
        raise NotImplementedError

    def refuse(self, team: Team, person: str, key: Key | None) -> None:
        """Raises `Refused` when this person may not change a row, or add one (`None`)."""
        refuse_unless_lead(team, person)
