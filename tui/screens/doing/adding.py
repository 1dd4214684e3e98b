"""Adding a card where the cursor is: it is written on the board itself, in the quick syntax."""

from __future__ import annotations

from dataclasses import dataclass, replace

from store.change import Change
from store.errors import Refused
from store.models import Fields
from store.rules import board, tasks
from store.rules.moving import Keep
from store.rules.quick import read
from store.rules.words import quoted
from store.team import Team
from tui.keys import BOARD, key_for
from tui.screens.doing.bench import Bench
from widgets.board.grouping import Grouping, LaneKey


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the card that is being written is drawn."""

    column: int
    lane: LaneKey
    below: int | None
    """The card above; `None`: at the top of its cell."""


class AddingCommands:
    """The card is drawn while it is written; the line below the board says what was understood."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place, self._view = bench.place, bench.view
        self._column = 0
        """The column that the line names."""

    def do_add(self) -> None:
        if not self._spot.column:
            raise Refused(
                f"There are no columns yet, so there is no place for a card; "
                f"{key_for(BOARD, 'team_settings')} adds some."
            )
        self._write()

    def _write(self, text: str = "") -> None:
        self._bench.asking.line(
            self._begin(),
            self._written,
            changed=self._show,
            cancelled=self._view.end_draft,
            text=text,
            hint="a title; @ana !high #tag due:fri ~Role say more",
        )

    def _show(self, text: str) -> None:
        self._view.show_draft(text, self._bench.asking.cursor)
        self._bench.note_meaning(text)

    @property
    def _spot(self) -> _Spot:
        # Asked anew: others may have moved what was around it when it was begun.
        return _Spot(*self._view.draft_place)

    def _begin(self) -> str:
        """Make room for the card where the cursor is; what the line is called."""
        self._view.begin_draft()
        spot, team = self._spot, self._place.team
        self._column = spot.column
        where = (team.column(spot.column).name, _name(team, spot.lane))
        to = "" if spot.lane.grouping is Grouping.ROLE else f" → {board.lane(team, self._role(spot))}"
        # The role first: where the line is narrow its end is cut, and the rest is seen on the board.
        return f"New card{to} in {' · '.join(filter(None, where))}"

    def _written(self, text: str) -> None:
        spot = self._spot
        self._view.end_draft()
        try:
            self._refuse_elsewhere(spot)
            self._add(spot, text)
        except Refused:
            # The line opens again with what was written, and so does the card.
            self._bench.asking.relabel(self._begin())
            raise

    def _refuse_elsewhere(self, spot: _Spot) -> None:
        if spot.column != self._column:
            gone, here = (self._place.team.column(column).name for column in (self._column, spot.column))
            raise Refused(f"The column {quoted(gone)} was put away meanwhile; enter adds the card to {here}.")

    def _add(self, spot: _Spot, text: str) -> None:
        place = self._place
        quick = read(place.team, text, place.person, place.today)
        id = place.new_id()
        self._bench.adding(id)
        column = spot.column if quick.column is None else quick.column
        fields = {**self._of_the_lane(spot), **quick.fields}
        role = self._role(spot) if isinstance(quick.role, Keep) else quick.role
        moved = replace(spot, column=column)

        def rule(override: bool) -> Change:
            team = place.team
            return tasks.create(
                team,
                quick.title,
                place.person,
                place.now(),
                column=column,
                role=role,
                below=self._above(team, moved, role),
                id=id,
                override=override,
                **fields,
            )

        self._bench.with_consent(
            rule,
            then=lambda: self._view.select_task(place.number_of(id)),
            no=lambda: self._write(text),
        )

    def _of_the_lane(self, spot: _Spot) -> Fields:
        """What every card of the lane has."""
        value = spot.lane.value
        if value is None:
            return {}
        names = {Grouping.PERSON: "assignees", Grouping.GOAL: "goal", Grouping.PRIORITY: "priority"}
        name = names.get(spot.lane.grouping)
        return {} if name is None else {name: [value] if name == "assignees" else value}

    def _role(self, spot: _Spot) -> int | None:
        """The lane's role; where lanes are none, that of the card above, or the person's main one."""
        team, value = self._place.team, spot.lane.value
        if spot.lane.grouping is Grouping.ROLE:
            return value if isinstance(value, int) else None
        if spot.below is not None:
            return team.task(self._place.number_of(spot.below)).role
        login = str(value) if spot.lane.grouping is Grouping.PERSON else self._place.person
        member = team.members.get(login)
        live = {role.id for role in team.roles}
        return next((role for role in member.roles if role in live), None) if member else None

    def _above(self, team: Team, spot: _Spot, role: int | None) -> int | None:
        """The card under which it goes, if that still stands in the same column and role."""
        if spot.below is None:
            return None
        below = self._place.number_of(spot.below)
        return below if below in [card for _, card in team.cell(spot.column, role)] else None


def _name(team: Team, lane: LaneKey) -> str:
    """What people call a lane; empty for the one of the cards that have nothing of the kind."""
    if lane.value is None:
        return ""
    if lane.grouping is Grouping.ROLE:
        return board.lane(team, int(lane.value))
    if lane.grouping is Grouping.GOAL:
        return f"goal {lane.value}"
    return team.name_of(str(lane.value)) if lane.grouping is Grouping.PERSON else str(lane.value)
