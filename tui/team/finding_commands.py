"""What the keys of the tab of findings do."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from store.findings import FindingKind, Wanted
from tui.screens.asking import Choice
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.list_cursor import ListCursor
from tui.screens.doing.shell import ShellCommands
from tui.screens.doing.undoing import UndoCommands
from tui.team.finding_bench import KINDS, FindingBench
from tui.team.going import to_person, to_training
from tui.team.mending import Mending


class CursorCommands(ListCursor):
    """From finding to finding."""

    def __init__(self, bench: FindingBench) -> None:
        super().__init__(bench.view)
        self._bench = bench

    def do_down(self) -> None:
        self._move(1)

    def do_up(self) -> None:
        self._move(-1)

    def do_first(self) -> None:
        super().do_first()
        self._bench.looked_at()

    def do_last(self) -> None:
        super().do_last()
        self._bench.looked_at()

    def do_page_down(self) -> None:
        self._move(self._view.page)

    def do_page_up(self) -> None:
        self._move(-self._view.page)

    def _move(self, step: int) -> None:
        self._view.move(step)
        self._bench.looked_at()


class DoingCommands:
    """Mending one, and going to what it is about."""

    def __init__(self, bench: FindingBench) -> None:
        self._bench = bench
        self._mending = Mending(bench.desk)

    def do_mend(self) -> None:
        self._mending.start(self._bench.here())

    def do_go(self) -> None:
        one, desk = self._bench.here(), self._bench.desk
        if one.table == "responsibilities" and desk.tabs.has("Matrix"):
            desk.tabs.look_at("Matrix", one.number)
        elif one.table == "skills":
            to_training(desk.place, one.number)
        elif one.login:
            to_person(desk, one.login)
        else:
            desk.tabs.look_at("Roles", one.roles[0] if one.roles else None)


class LookingCommands:
    """Which findings are shown."""

    def __init__(self, bench: FindingBench) -> None:
        self._bench = bench

    def do_mine(self) -> None:
        bench = self._bench
        mine = "" if bench.wanted.person else bench.place.person
        bench.want(replace(bench.wanted, person=mine))

    def do_kinds(self) -> None:
        bench = self._bench
        there = {one.kind for one in bench.seeker.found}
        choices = [
            Choice(key, words, partial(self._of_kind, kind))
            for kind, (key, words) in KINDS.items()
            if kind in there
        ]
        bench.desk.asking.keys("Only", [*choices, Choice("a", "all", partial(self._of_kind, None))])

    def do_filter(self) -> None:
        bench, before = self._bench, self._bench.wanted
        bench.desk.asking.line(
            "Search",
            self._search,
            changed=self._search,
            cancelled=partial(bench.want, before),
            text=before.words,
            hint="words in what a finding says",
            may_be_empty=True,
        )

    def do_clear(self) -> None:
        self._bench.want(Wanted())

    def _of_kind(self, kind: FindingKind | None) -> None:
        self._bench.want(replace(self._bench.wanted, kind=kind))

    def _search(self, words: str) -> None:
        self._bench.want(replace(self._bench.wanted, words=words.strip()))


GROUPS = (CursorCommands, DoingCommands, LookingCommands, UndoCommands, ShellCommands)
"""Each takes a `FindingBench`."""


class FindingCommands(Grouped):
    """Every command of the tab; each is a method `do_` and its name in one of the groups."""

    def __init__(self, bench: FindingBench) -> None:
        super().__init__([group(bench) for group in GROUPS])
