"""Keys that go from person to person, and look at one."""

from __future__ import annotations

from functools import partial

from tui.screens.doing.list_cursor import ListCursor
from tui.team.people_bench import PeopleBench

_SCROLL = 3
"""Lines for one key."""


class PeopleCursor(ListCursor):
    """Up and down, and through what is told of one."""

    def __init__(self, bench: PeopleBench) -> None:
        super().__init__(bench.view)
        self._bench = bench

    def do_down(self) -> None:
        super().do_down()
        self._bench.looked()

    def do_up(self) -> None:
        super().do_up()
        self._bench.looked()

    def do_first(self) -> None:
        super().do_first()
        self._bench.looked()

    def do_last(self) -> None:
        super().do_last()
        self._bench.looked()

    def do_page_down(self) -> None:
        self._view.move(self._view.page)
        self._bench.looked()

    def do_page_up(self) -> None:
        self._view.move(-self._view.page)
        self._bench.looked()

    def do_scroll_down(self) -> None:
        self._bench.sheet.scroll_by(_SCROLL)

    def do_scroll_up(self) -> None:
        self._bench.sheet.scroll_by(-_SCROLL)


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
