"""Keys that start playbooks, and put their runs on another day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from store import days
from store.errors import Refused
from store.models import Playbook, PlaybookKind, PlaybookRun
from store.playbooks.plan import postponed
from store.rules import lookup, playbook_runs
from store.rules.words import counted, quoted
from store.team import Team
from tui.team.playbooks_bench import PlaybooksBench

_DAY = "mon, +14d or 2026-11-27"
_NEW = "new:"
"""What a goal begins with that is written for a run."""


@dataclass(frozen=True)
class Wish:
    """What was said of a run so far."""

    playbook: Playbook
    day: date
    person: str = ""
    """Login of who joins or leaves; empty for an event."""
    name: str = ""
    goal: int | None = None
    new_goal: str = ""


class PlaybooksRuns:
    """One question after the other, then all cards before they are made."""

    def __init__(self, bench: PlaybooksBench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_start(self) -> None:
        book = self._bench.chosen_as(Playbook)
        if not book.steps:
            raise Refused(f"{quoted(book.name)} has no steps yet; write them first.")
        if book.kind is PlaybookKind.EVENT:
            self._ask_day(book, "")
            return
        who = "Who joins" if book.kind is PlaybookKind.JOINING else "Who leaves"
        self._ask(who, lambda text: self._ask_day(book, self._login(text)), hint="login or name")

    def do_postpone(self) -> None:
        run = self._bench.chosen_as(PlaybookRun)
        label = f"{quoted(run.name)} is on {days.spoken(run.day, self._place.today)}; on which day instead"
        self._ask(label, partial(self._postpone, run.id), hint="mon, +14d from today on, or 2026-11-27")

    def do_join(self) -> None:
        from tui.team.joining import take_in

        take_in(self._place, self._bench.desk.signs)

    def do_leave(self) -> None:
        from tui.team.joining import let_go

        self._ask("Who leaves", lambda text: let_go(self._place, self._login(text)), hint="login or name")

    def _login(self, text: str) -> str:
        return lookup.member_named(self._place.team, text).login

    def _ask_day(self, book: Playbook, person: str) -> None:
        def done(text: str) -> None:
            self._ask_name(Wish(book, days.day(text, self._place.today), person))

        called = {PlaybookKind.JOINING: "The first day", PlaybookKind.LEAVING: "The last day"}
        self._ask(called.get(book.kind, f"The day of {quoted(book.name)}"), done, hint=_DAY)

    def _ask_name(self, wish: Wish) -> None:
        usual = playbook_runs.run_name(self._place.team, wish.playbook.name, wish.person)

        def done(text: str) -> None:
            self._ask_goal(Wish(wish.playbook, wish.day, wish.person, text.strip() or usual))

        self._ask("Called", done, text=usual)

    def _ask_goal(self, wish: Wish) -> None:
        def done(text: str) -> None:
            goal, new = read_goal(self._place.team, text)
            self._look_at(Wish(wish.playbook, wish.day, wish.person, wish.name, goal, new))

        hint = f"number or title; “{_NEW} title” writes one; empty: none"
        self._ask("Which goal it serves", done, hint=hint, may_be_empty=True)

    def _look_at(self, wish: Wish) -> None:
        # Imported when it is opened, like all dialogs.
        from tui.dialogs.start_playbook import StartDialog

        self._place.ask(StartDialog(self._place, wish))

    def _ask(
        self,
        label: str,
        done: Callable[[str], None],
        *,
        text: str = "",
        hint: str = "",
        may_be_empty: bool = False,
    ) -> None:
        self._bench.asking.line(label, done, text=text, hint=hint, may_be_empty=may_be_empty)

    def _postpone(self, number: int, text: str) -> None:
        place = self._place
        run = playbook_runs.run_numbered(place.team, number)
        day = days.day(text, place.today)
        # What is refused is refused before anybody is asked.
        playbook_runs.postpone(place.team, number, day, place.person, place.now())
        moves = postponed(place.team, run, day)
        spoken = days.spoken(day, place.today)
        by = counted(abs((day - run.day).days), "day")
        way = "later" if day > run.day else "earlier"
        dues = sorted(one.new_due for one in moves if one.new_due)
        first = f", the first then due {days.spoken(dues[0], place.today)}" if dues else ""
        question = (
            f"Move {quoted(run.name)} to {spoken}: {counted(len(moves), 'open card')} {by} {way}{first}?"
        )
        self._bench.asking.yes_or_no(question, partial(self._do_postpone, number, day))

    def _do_postpone(self, number: int, day: date) -> None:
        place = self._place
        change = playbook_runs.postpone(place.team, number, day, place.person, place.now())
        place.act(change)
        place.tell(f"You {change.label}.")


def read_goal(team: Team, text: str) -> tuple[int | None, str]:
    """The number of the goal that is meant, or the title of one that is to be written.

    Raises:
        NotFound: there is none.
        Refused: there are several, or the new one has no title.
    """
    line = text.strip()
    if not line:
        return None, ""
    if line.casefold().startswith(_NEW):
        title = line[len(_NEW) :].strip()
        if not title:
            raise Refused(f"The new goal has no title; write it behind “{_NEW}”.")
        return None, title
    return lookup.goal_named(team, line).id, ""
