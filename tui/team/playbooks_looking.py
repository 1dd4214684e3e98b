"""Keys that go through playbooks and the like, and look at one."""

from __future__ import annotations

from functools import partial

from tui.team.playbooks_bench import SECTIONS, PlaybooksBench
from widgets.playbooks.sheet import View
from widgets.playbooks.text import Document


class PlaybooksLooking:
    """All of one, and which are shown."""

    def __init__(self, bench: PlaybooksBench) -> None:
        self._bench = bench

    def do_open(self) -> None:
        # Imported when it is opened.
        from tui.dialogs.playbook import PlaybookDialog

        place, one = self._bench.place, self._bench.chosen()
        kind, number = type(one), one.id

        def view() -> View | None:
            found: Document | None = place.team.find(kind, number)
            return View(place.team, found, place.today) if found is not None else None

        place.ask(PlaybookDialog(place, view))

    def do_section(self) -> None:
        bench = self._bench
        kinds = [None, *(kind for _, kind in SECTIONS)]
        bench.only = kinds[(kinds.index(bench.only) + 1) % len(kinds)]
        bench.shown()

    def do_filter(self) -> None:
        before = self._bench.query
        self._bench.asking.line(
            "Search",
            self._search,
            changed=self._search,
            cancelled=partial(self._search, before),
            text=before,
            hint="words in a name or title",
            may_be_empty=True,
        )

    def do_clear(self) -> None:
        self._bench.only = None
        self._bench.query = ""
        self._bench.shown()

    def _search(self, query: str) -> None:
        if query != self._bench.query:
            self._bench.query = query
            self._bench.shown()
