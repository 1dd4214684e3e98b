"""Keys that move about in the matrix, and choose what of it is shown."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from store.duties.matrix import Wanted
from store.errors import Refused
from store.rules import lookup
from store.rules.words import quoted
from tui.screens.completing import ask_name, names_of_roles
from tui.team.matrix_bench import Bench, narrower


class CursorCommands:
    """From cell to cell."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._view = bench.view

    def do_down(self) -> None:
        self._view.move(1)

    def do_up(self) -> None:
        self._view.move(-1)

    def do_left(self) -> None:
        self._view.move(right=-1)

    def do_right(self) -> None:
        self._view.move(right=1)

    def do_first(self) -> None:
        self._view.move_to_end(-1)

    def do_last(self) -> None:
        self._view.move_to_end(1)

    def do_page_up(self) -> None:
        self._view.move(-self._view.page)

    def do_page_down(self) -> None:
        self._view.move(self._view.page)

    def do_page_left(self) -> None:
        self._view.move(right=-self._view.breadth)

    def do_page_right(self) -> None:
        self._view.move(right=self._view.breadth)

    def do_next_part(self) -> None:
        row, login = self._bench.cell()
        logins = [member.login for member in self._bench.people()]
        at = logins.index(login) + 1
        found = next(
            (who for who in [*logins[at:], *logins[:at]] if who in row.duties and who != login), None
        )
        if found is None:
            raise Refused("Nobody else of those who are shown has a part in it.")
        self._view.select(column=found)


class ViewCommands:
    """Which rows, and which people."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def do_only(self) -> None:
        self._bench.want(narrower(self._bench.wanted, self._bench.place.person))

    def do_people(self) -> None:
        """Ask for a role; when only one's people are shown, show everybody again."""
        bench = self._bench
        if bench.only_role is not None:
            bench.want_people(None)
            return
        names = names_of_roles(bench.place.team)
        ask_name(bench.asking, "The people of which role?", names, self._of)

    def do_filter(self) -> None:
        before = self._bench.wanted
        self._bench.asking.line(
            "Search",
            self._search,
            changed=self._search,
            cancelled=partial(self._bench.want, before),
            text=before.words,
            hint="words in its name, its details, its role, or in the name of who answers",
            may_be_empty=True,
        )

    def do_clear(self) -> None:
        self._bench.role = None
        self._bench.want(Wanted())

    def _search(self, words: str) -> None:
        self._bench.want(replace(self._bench.wanted, words=words.strip()))

    def _of(self, name: str) -> None:
        self._bench.want_people(lookup.role_named(self._bench.place.team, name).id)


def narrowed(bench: Bench) -> str:
    """What is left out, in words; empty when all is shown."""
    wanted, team = bench.wanted, bench.place.team
    parts = []
    if wanted.faulty:
        parts.append("something is wrong")
    if wanted.person:
        parts.append("mine" if wanted.person == bench.place.person else team.name_of(wanted.person))
    if role := bench.only_role:
        parts.append(f"people of {role.name}")
    if wanted.words:
        parts.append(quoted(wanted.words))
    return ", ".join(parts)
