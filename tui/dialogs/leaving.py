"""Somebody leaves: what has no owner then, who takes it over, and what is started for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.change import Change
from store.days import day, spoken
from store.models import Playbook, PlaybookKind
from store.phrases import counted
from store.playbooks.known import person_in, playbooks_for
from store.playbooks.leaving import STAYS, dropped, left_without_owner, summed_up, told
from store.repository.shared import Touched
from store.rules import leaving
from store.rules.words import listed, quoted
from tui.dialogs.listed import ListDialog
from tui.keys import LEAVING, PLAYBOOKS, key_for
from tui.palette.finder import Finder
from tui.palette.named import Named, NamedSource
from tui.palette.recent import Recent
from tui.palette.source import Find
from tui.workplace import Workplace
from widgets.listing_row import Key, Row

_HEADS = ("As", "What", "Goes to")
_LEAST = (8, 20, 10)


class LeavingDialog(ListDialog):
    """A line for each thing that nobody has afterwards; enter takes the person out of the team."""

    KEYS = LEAVING
    OPENS = "receiver"

    def __init__(self, place: Workplace, login: str) -> None:
        super().__init__(place)
        self._login = login
        self._to = ""
        """Login of who takes it over; empty: nobody yet."""
        self._day: date | None = None
        """The last day; `None`: today."""
        self._starts = True
        """Whether the playbooks for leaving are started."""
        self._told: list[tuple[str, str]] = []
        self._is_done = False

    def heading(self) -> str:
        """Who leaves."""
        return f"{self._workplace.team.name_of(self._login)} leaves"

    def detail(self) -> str:
        """When, who takes over, and what is started."""
        place = self._workplace
        books = self._books()
        cards = counted(sum(len(book.steps) for book in books), "card")
        names = listed(quoted(one.name) for one in books)
        starts = f"starts {names} ({cards})" if self._starts else f"does not start {names}"
        parts = [
            f"last day {spoken(self._last, place.today)}",
            self._receiver(),
            starts if books else "",
        ]
        return f" {self._signs.between} ".join(filter(None, parts))

    def nothing(self) -> str:
        """Why there is nothing."""
        return "Nothing is left without an owner."

    def show(self, touched: Touched | None) -> None:
        """Show what the person has now; closes when she has left."""
        place = self._workplace
        if self._login not in place.team.members:
            if not self._is_done:
                self.dismiss()
            return
        left = left_without_owner(place.team, self._login, place.today)
        self._told = told(place.team, left)
        keys = [f"{at}/{kind}/{name}" for at, (kind, name) in enumerate(self._told)]
        self._listing.show(keys, self._described, _HEADS, _LEAST, self.nothing())
        self._show_detail()

    def do_receiver(self) -> None:
        # Imported when it is opened, like all dialogs.
        from tui.dialogs.palette import PaletteDialog

        def chosen(person: Named) -> None:
            self._to = str(person.key)

        def closed(found: Find | None) -> None:
            if found is not None:
                found.choose()
                self.show(None)
                self._ready()

        finder = Finder([NamedSource("person", self._people, chosen)], Recent())
        place = self._workplace
        place.ask(PaletteDialog(place, finder, "Who takes it over?", "a name or some letters"), closed)

    def do_playbooks(self) -> None:
        self._starts = not self._starts
        self._show_detail()

    def do_day(self) -> None:
        def done(text: str) -> None:
            self._day = day(text, self._workplace.today)
            self._show_detail()

        self._asking.line("The last day", done, hint="fri, +14d or 2026-12-31")

    def do_do_it(self) -> None:
        place = self._workplace
        left = left_without_owner(place.team, self._login, place.today)
        parts = []
        if left and not self._to:
            parts.append(f"{summed_up(place.team, left)} without an owner")
        if dropped(left) and self._last <= place.today:
            parts.append(dropped(left).replace("dropped ", "", 1) + " dropped")
        name, last = place.team.name_of(self._login), spoken(self._last, place.today)
        what = f"Take {name} out" if self._last <= place.today else f"Prepare the last day of {name}, {last}"
        note = f", with {listed(parts)}" if parts else ""
        # What is refused is refused before anybody is asked.
        self._change()
        self._asking.yes_or_no(f"{what}{note}?", self._leave)

    def _leave(self) -> None:
        place, change = self._workplace, self._change()
        self._is_done = True
        place.act(change)
        place.tell(f"You {change.label}; {key_for(PLAYBOOKS, 'undo')} takes it back.")
        self.dismiss()

    def _change(self) -> Change:
        place = self._workplace
        books = [book.id for book in self._books()] if self._starts else []
        return leaving.leave(
            place.team,
            self._login,
            place.person,
            place.now(),
            to=self._to,
            day=self._day,
            playbooks=books,
        )

    def _receiver(self) -> str:
        if self._to:
            return f"to {self._workplace.team.name_of(self._to)}"
        return "nobody takes over yet" if self._told else ""

    @property
    def _last(self) -> date:
        return self._day or self._workplace.today

    def _books(self) -> list[Playbook]:
        member = person_in(self._workplace.team, self._login)
        return playbooks_for(self._workplace.team, PlaybookKind.LEAVING, list(member.roles) if member else [])

    def _people(self) -> Iterable[Named]:
        for member in self._workplace.team.members.values():
            if member.login != self._login:
                yield Named(member.login, member.display_name, member.login)

    def _described(self, key: Key) -> Row:
        kind, name = self._told[int(str(key).partition("/")[0])]
        to = self._workplace.team.name_of(self._to) if self._to else "nobody yet"
        return Row(key, (kind, name, STAYS.get(kind, to)))
