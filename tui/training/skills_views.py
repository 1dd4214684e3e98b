"""Keys that go through the matrix of skills, and say what of it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from store.errors import Refused
from store.models import Assessment, Skill
from store.rules.lookup import role_named
from store.skills.grid import Order, Wanted
from tui.screens.completing import ask_name, names_of_roles
from tui.screens.tab import TabDesk
from widgets.matrix.matrix import Matrix


class OnMatrix(Protocol):
    """What these keys need of the tab."""

    desk: TabDesk
    matrix: Matrix
    wanted: Wanted

    @property
    def waiting(self) -> Sequence[Assessment]:
        """What waits for the person to confirm it."""

    def here(self) -> tuple[str, Skill]:
        """The person and the skill that a command is for.

        Raises:
            Refused: there is none under the cursor.
        """

    def want(self, wanted: Wanted) -> None:
        """Show another part of the matrix."""

    def follow(self, skill: int | str | None, login: int | str | None) -> None:
        """Put the cursor on a cell."""


class SkillsCursor:
    """From cell to cell."""

    def __init__(self, tab: OnMatrix) -> None:
        self._tab = tab

    def do_left(self) -> None:
        self._tab.matrix.move(right=-1)

    def do_right(self) -> None:
        self._tab.matrix.move(right=1)

    def do_down(self) -> None:
        self._tab.matrix.move(1)

    def do_up(self) -> None:
        self._tab.matrix.move(-1)

    def do_first(self) -> None:
        self._tab.matrix.move_to_end(-1)

    def do_last(self) -> None:
        self._tab.matrix.move_to_end(1)

    def do_page_down(self) -> None:
        self._tab.matrix.move(self._tab.matrix.page)

    def do_page_up(self) -> None:
        self._tab.matrix.move(-self._tab.matrix.page)

    def do_page_right(self) -> None:
        self._tab.matrix.move(right=self._tab.matrix.breadth)

    def do_page_left(self) -> None:
        self._tab.matrix.move(right=-self._tab.matrix.breadth)

    def do_mine(self) -> None:
        place = self._tab.desk.place
        if place.person not in place.team.members:
            raise Refused("You are not in the team, so there is no column of yours.")
        self._tab.follow(None, place.person)

    def do_next_estimate(self) -> None:
        waiting = self._tab.waiting
        if not waiting:
            raise Refused(
                "No level waits for you: nobody whom you lead has estimated one that is not confirmed."
            )
        cells = [(one.skill, one.person) for one in waiting]
        at = (self._tab.matrix.row, self._tab.matrix.column)
        self._tab.follow(*cells[(cells.index(at) + 1) % len(cells) if at in cells else 0])


class SkillsViews:
    """What is shown, and in which order."""

    def __init__(self, tab: OnMatrix) -> None:
        self._tab = tab

    def do_open(self) -> None:
        # Imported when it is opened, like all dialogs.
        from tui.dialogs.assessed import AssessedDialog

        login, skill = self._tab.here()
        self._tab.desk.place.ask(AssessedDialog(self._tab.desk.place, login, skill.id))

    def do_order(self) -> None:
        orders = list(Order)
        order = orders[(orders.index(self._tab.wanted.order) + 1) % len(orders)]
        self._tab.want(replace(self._tab.wanted, order=order))

    def do_role(self) -> None:
        team = self._tab.desk.place.team
        ask_name(self._tab.desk.asking, "Role", names_of_roles(team), self._narrow)

    def do_gaps(self) -> None:
        wanted = self._tab.wanted
        self._tab.want(replace(wanted, only_gaps=not wanted.only_gaps))

    def do_filter(self) -> None:
        before = self._tab.wanted.words
        self._tab.desk.asking.line(
            "Search",
            self._search,
            changed=self._search,
            cancelled=lambda: self._search(before),
            text=before,
            hint="words of skills, @name for people",
            may_be_empty=True,
        )

    def do_clear(self) -> None:
        self._tab.want(Wanted(order=self._tab.wanted.order))

    def _narrow(self, name: str) -> None:
        role = role_named(self._tab.desk.place.team, name)
        self._tab.want(replace(self._tab.wanted, role=role.id))

    def _search(self, words: str) -> None:
        self._tab.want(replace(self._tab.wanted, words=words.strip()))
