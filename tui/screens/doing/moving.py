"""Keys that put cards somewhere else: on and back, up and down, and to another role."""

from __future__ import annotations

from functools import partial

from store.change import Change
from store.errors import Refused
from store.models import ColumnKind, Task
from store.rules import moving
from store.rules.board import lane
from store.rules.bulk import bulk
from store.rules.words import counted, named
from store.team import Team
from tui.keys import BOARD, CARDS, key_for
from tui.screens.doing.bench import Bench, called
from tui.screens.doing.block import move_block

_HAND_ON, _HAND_BACK = (
    next(command for command in CARDS if command.name == name) for name in ("hand_on", "hand_back")
)


class MovingCommands:
    """Moving the card under the cursor, or all that are selected."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_move_left(self) -> None:
        self._move(-1)

    def do_move_right(self) -> None:
        self._move(1)

    def do_move_up(self) -> None:
        self._reorder(-1)

    def do_move_down(self) -> None:
        self._reorder(1)

    def do_hand_on(self) -> None:
        self._hand_over(1)

    def do_hand_back(self) -> None:
        self._hand_over(-1)

    # --- columns -----------------------------------------------------------------------------------------

    def _move(self, step: int) -> None:
        cards, columns = self._bench.chosen(), self._place.team.columns
        steps = {column.id: at for at, column in enumerate(columns)}
        going = [task for task in cards if 0 <= steps.get(task.column, -1) + step < len(columns)]
        if not going:
            edge = "last" if step > 0 else "first"
            verb = "is" if len(cards) == 1 else "are"
            raise Refused(f"{called(cards)} {verb} in the {edge} column already.")
        targets = {task.id: columns[steps[task.column] + step] for task in going}
        done = [task for task in going if targets[task.id].kind is ColumnKind.DONE]
        # What is finished goes to the top: at the bottom of a long column nobody would see it arrive. The
        # cursor stays where the work is. From the last one on, so that several keep their order.
        order = [task.id for task in (*reversed(done), *(task for task in going if task not in done))]

        def whole(override: bool) -> Change:
            place = self._place
            # New cards may have got their numbers while she was asked.
            to = {place.number_of(id): targets[id] for id in order}

            def rule(team: Team, id: int) -> Change:
                below = moving.TOP if to[id].kind is ColumnKind.DONE else moving.END
                return moving.move(
                    team, id, to[id].id, place.person, place.now(), below=below, override=override
                )

            if len(to) == 1:
                return rule(place.team, *to)
            label = f"moved {counted(len(to), 'card')} {'on' if step > 0 else 'back'}"
            return bulk(place.team, to, rule, label, place.person, place.now())

        self._bench.with_consent(
            whole,
            follow=not done,
            # The column may be out of view, and then the card has just gone.
            then=(lambda: self._place.tell(f"{_finished(done)} done.")) if done else None,
        )

    # --- order -------------------------------------------------------------------------------------------

    def _reorder(self, offset: int) -> None:
        """Past the card that stands beside it on the screen, also where others of its role lie between."""
        if self._bench.view.selected:
            move_block(self._bench, offset)
            return
        place, task = self._place, self._bench.task()
        neighbour = self._bench.view.beside(offset)
        if neighbour is None:
            return
        team, by, now = place.team, place.person, place.now()
        if team.task(neighbour).role != task.role:
            raise Refused(
                f"{named(task)} and {named(team.task(neighbour))} are of different roles. Only cards of one "
                "role have an order; choose lanes by role to see it."
            )
        cell = [id for _, id in team.cell(task.column, task.role) if id != task.id]
        at = cell.index(neighbour) + (offset > 0)
        below = cell[at - 1] if at else moving.TOP
        label = f"moved {named(task)} {'up' if offset < 0 else 'down'} in {team.column(task.column).name}"
        change = moving.move(team, task.id, task.column, by, now, below=below)
        self._bench.act(change.signed(by, now, label))

    # --- roles -------------------------------------------------------------------------------------------

    def _hand_over(self, step: int) -> None:
        cards, roles = self._bench.chosen(), self._place.team.roles
        keys = [role.id for role in roles]
        if len(keys) < 2:
            add = key_for(BOARD, "team_settings")
            raise Refused(f"There is no other role to hand it to; {add} adds roles.")
        self._ask_for_note([task.id for task in cards], keys, _beside(keys, cards[0].role, step))

    def _ask_for_note(self, cards: list[int], keys: list[int], at: int, note: str = "") -> None:
        def label() -> str:
            return f"Hand {self._bench.called(cards)} to {lane(self._place.team, keys[at])}"

        def walk(key: str, written: str) -> bool:
            """The same keys go on to the next role as long as no note has been begun."""
            nonlocal at
            step = (key in _HAND_ON.keys) - (key in _HAND_BACK.keys)
            if written or not step:
                return False
            at = (at + step) % len(keys)
            self._bench.asking.relabel(label())
            return True

        on, back = key_for(CARDS, _HAND_ON.name), key_for(CARDS, _HAND_BACK.name)
        self._bench.asking.line(
            label(),
            lambda note: self._give(cards, keys, at, note),
            text=note,
            hint=f"a note, or nothing; {on} {back} another role",
            may_be_empty=True,
            first=walk,
        )

    def _give(self, cards: list[int], keys: list[int], at: int, note: str) -> None:
        place, role = self._place, keys[at]

        def rule(override: bool, team: Team, id: int) -> Change:
            return moving.hand_over(team, id, role, place.person, place.now(), note, override)

        def whole(override: bool) -> Change:
            team = place.team
            ids = [place.number_of(card) for card in cards]
            others = [id for id in ids if team.task(id).role != role]
            if len(others) < 2:
                return rule(override, team, (others or ids)[0])
            label = f"handed {counted(len(others), 'card')} over to {lane(team, role)}"
            each = partial(rule, override)
            return bulk(team, others, each, label, place.person, place.now())

        self._bench.with_consent(
            whole,
            then=lambda: place.tell(f"{lane(place.team, role)} has {self._bench.called(cards)} now."),
            no=lambda: self._ask_for_note(cards, keys, at, note),
        )


def _beside(keys: list[int], role: int | None, step: int) -> int:
    """The place of the next role in the ring; from nobody's lane on, the first or the last."""
    if role not in keys:
        return 0 if step > 0 else len(keys) - 1
    return (keys.index(role) + step) % len(keys)


def _finished(done: list[Task]) -> str:
    return f"{called(done)} {'is' if len(done) == 1 else 'are'}"
