"""Keys that say what is the matter with cards: whose they are, what holds them up, that they are gone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from store.change import Change
from store.models import Task
from store.rules import tasks
from store.rules.bulk import bulk
from store.rules.words import counted
from store.team import Team
from tui.keys import BOARD, key_for
from tui.screens.doing.bench import Bench, called


class CardCommands:
    """One key for the card under the cursor, or for all that are selected."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_take(self) -> None:
        cards, person = self._bench.chosen(), self._place.person
        mine = [task for task in cards if person in task.assignees]
        is_giving_back = len(mine) == len(cards)
        each = cards if is_giving_back else [task for task in cards if task not in mine]
        self._each(each, partial(_take, self._bench), "released" if is_giving_back else "took")

    def do_block(self) -> None:
        cards = self._bench.chosen()
        open_ones = [task for task in cards if not task.blocked]
        if not open_ones:
            self._each(cards, partial(_unblock, self._bench), "unblocked")
            return
        self._bench.asking.line(
            f"Why can {called(open_ones)} not go on?",
            lambda why: self._each(open_ones, partial(_block, self._bench, why), "blocked"),
        )

    def do_archive(self) -> None:
        cards = self._bench.chosen()
        self._each(cards, partial(_archive, self._bench), "archived")
        self._bench.view.clear_selection()
        verb = "is" if len(cards) == 1 else "are"
        self._place.tell(
            f"{called(cards)} {verb} put away; {key_for(BOARD, 'undo')} brings {_them(cards)} back."
        )

    def _each(self, cards: list[Task], rule: Callable[[Team, int], Change], did: str) -> None:
        """Do the same to each of them, as one change."""
        place, ids = self._place, [self._place.number_of(task.id) for task in cards]
        if len(ids) == 1:
            self._bench.act(rule(place.team, ids[0]))
            return
        label = f"{did} {counted(len(ids), 'card')}"
        self._bench.act(bulk(place.team, ids, rule, label, place.person, place.now()))
        place.tell(f"You {label}.")


def _take(bench: Bench, team: Team, id: int) -> Change:
    return tasks.take(team, id, bench.place.person, bench.place.now())


def _block(bench: Bench, why: str, team: Team, id: int) -> Change:
    return tasks.block(team, id, why, bench.place.person, bench.place.now())


def _unblock(bench: Bench, team: Team, id: int) -> Change:
    return tasks.unblock(team, id, bench.place.person, bench.place.now())


def _archive(bench: Bench, team: Team, id: int) -> Change:
    return tasks.archive(team, id, bench.place.person, bench.place.now())


def _them(cards: list[Task]) -> str:
    return "it" if len(cards) == 1 else "them"
