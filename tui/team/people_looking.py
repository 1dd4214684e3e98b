"""Keys that go from person to person, and look at one."""

from __future__ import annotations

from functools import partial

from tui.team.people_bench import PeopleBench


class PeopleLooking:
    """All of a person, and whom one looks at."""

    def __init__(self, bench: PeopleBench) -> None:
        self._bench = bench

    def do_open(self) -> None:
        # Imported when it is opened.
        from tui.dialogs.person import PersonDialog

        bench = self._bench
        bench.place.ask(PersonDialog(bench.place, partial(bench.person_view, bench.person())))

    def do_order(self) -> None:
        self._bench.by_load = not self._bench.by_load
        self._bench.shown()

    def do_filter(self) -> None:
        before = self._bench.query
        self._bench.asking.line(
            "Search",
            self._search,
            changed=self._search,
            cancelled=partial(self._search, before),
            text=before,
            hint="words in a name or a role",
            may_be_empty=True,
        )

    def do_clear(self) -> None:
        self._search("")

    def _search(self, query: str) -> None:
        if query != self._bench.query:
            self._bench.query = query
            self._bench.shown()
