"""Handing over all that a person has: what of it, and to whom, in one list."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from store.absences.away import absence_on, coming
from store.absences.open_things import Has, Thing, named, open_things, summed_up
from store.absences.times import span
from store.days import spoken
from store.errors import Refused
from store.models import Absence
from store.repository.shared import Touched
from store.rules.handovers import hand_over
from store.rules.words import counted, listed
from tui.dialogs.listed import ListDialog
from tui.keys import HANDOVER, key_for
from tui.palette.finder import Finder
from tui.palette.named import Named, NamedSource
from tui.palette.recent import Recent
from tui.palette.source import Find
from tui.workplace import Workplace
from widgets.listing_row import Key, Row

_HEADS = ("", "As", "What", "To")
_LEAST = (0, 11, 20, 10)
_AS = {
    Has.CARD: "card",
    Has.GOAL: "goal",
    Has.ACCOUNTABLE: "answers for",
    Has.RESPONSIBLE: "does",
}


class HandoverDialog(ListDialog):
    """Cards, goals and responsibilities, each with who gets it: at first the cover of the absence ahead."""

    KEYS = HANDOVER
    OPENS = "toggle"

    def __init__(self, place: Workplace, giver: str) -> None:
        super().__init__(place)
        self._giver = giver
        ahead = coming(place.team, giver, place.today)
        self._absence: Absence | None = ahead[0] if ahead else None
        cover = self._absence.cover if self._absence else ""
        self._usual = cover if cover in place.team.members and cover != giver else ""
        """Login of who gets what nobody else is named for; empty: nobody yet."""
        self._to: dict[Thing, str] = {}
        """Logins of those who were named for one thing."""
        self._kept: set[Thing] = set()
        """What is not handed over."""
        self._things: dict[str, Thing] = {}

    def heading(self) -> str:
        """Whose things these are, and for when."""
        place, absence = self._workplace, self._absence
        when = f", away {span(absence.start, absence.end, place.today)}" if absence else ""
        return f"Hand over what {place.team.name_of(self._giver)} has{when}"

    def detail(self) -> str:
        """What would happen, and the thing under the cursor."""
        row = self._listing.row
        return "  |  ".join(filter(None, (self._summary(), row.cells[2] if row else "")))

    def nothing(self) -> str:
        """Why there is nothing."""
        return f"{self._workplace.team.name_of(self._giver)} has nothing that is open."

    def show(self, touched: Touched | None) -> None:
        """Show what the person has now; the cursor stays on its thing."""
        things = open_things(self._workplace.team, self._giver)
        self._things = {f"{thing.has}/{thing.number}": thing for thing in things}
        self._listing.show([*self._things], self._described, _HEADS, _LEAST, self.nothing())
        self._show_detail()

    def do_toggle(self) -> None:
        self._kept ^= {self._thing()}
        self._listing.move(1)
        self.show(None)

    def do_receiver(self) -> None:
        thing = self._thing()
        self._choose(f"Who gets {named(self._workplace.team, thing)}?", [thing])

    def do_receiver_of_all(self) -> None:
        self._row()
        self._choose("Who gets all of it?", None)

    def do_do_it(self) -> None:
        self._row()
        to = self._plan()
        if not to:
            raise Refused(f"Nothing is taken in; {key_for(HANDOVER, 'toggle')} takes the thing here in.")
        if missing := [thing for thing, receiver in to.items() if not receiver]:
            key = key_for(HANDOVER, "receiver_of_all")
            raise Refused(f"Nobody is named for {summed_up(missing)}; {key} says who gets all of it.")
        people = list(dict.fromkeys(to.values()))
        whom = self._workplace.team.name_of(people[0]) if len(people) == 1 else f"{len(people)} people"
        self._asking.yes_or_no(f"Hand {summed_up(to)} over to {whom}?", self._hand_over)

    def _hand_over(self) -> None:
        place = self._workplace
        # By now it may have got its real number, or was called off.
        ahead = coming(place.team, self._giver, place.today)
        change = hand_over(
            place.team,
            self._giver,
            self._plan(),
            place.person,
            place.now(),
            absence=ahead[0].id if ahead else None,
            id=place.new_id(),
        )
        place.act(change)
        place.tell(f"You {change.label}.")
        self.dismiss()

    def _choose(self, title: str, things: Collection[Thing] | None) -> None:
        """Let somebody be chosen for some things, or for all."""
        # Imported when it is opened, like all dialogs.
        from tui.dialogs.palette import PaletteDialog

        def chosen(person: Named) -> None:
            login = str(person.key)
            if things is None:
                self._usual = login
                self._to.clear()
            else:
                self._to |= dict.fromkeys(things, login)

        def closed(found: Find | None) -> None:
            if found is not None:
                found.choose()
                self.show(None)
                self._ready()

        finder = Finder([NamedSource("person", self._people, chosen)], Recent())
        self._workplace.ask(PaletteDialog(self._workplace, finder, title, "a name or some letters"), closed)

    def _people(self) -> Iterable[Named]:
        """Everybody else, and who of them is away."""
        team, today = self._workplace.team, self._workplace.today
        for member in team.members.values():
            if member.login != self._giver:
                absence = absence_on(team, member.login, today)
                away = f", away until {spoken(absence.end, today)}" if absence else ""
                yield Named(member.login, member.display_name, f"{member.login}{away}")

    def _plan(self) -> dict[Thing, str]:
        """The receiver of each thing that is handed over; empty: nobody is named."""
        going = (thing for thing in self._things.values() if thing not in self._kept)
        return {thing: self._to.get(thing, self._usual) for thing in going}

    def _summary(self) -> str:
        to = self._plan()
        if not to:
            return "Nothing is handed over"
        names = [self._workplace.team.name_of(login) for login in dict.fromkeys(to.values()) if login]
        people = f" to {listed(names)}" if names else ""
        kept = len(self._things) - len(to)
        keeps = f", {counted(kept, 'thing')} kept" if kept else ""
        return f"Hand {summed_up(to)} over{people}{keeps}"

    def _thing(self) -> Thing:
        return self._things[str(self._row().key)]

    def _described(self, key: Key) -> Row:
        thing, team = self._things[str(key)], self._workplace.team
        is_kept = thing in self._kept
        receiver = self._to.get(thing, self._usual)
        to = "stays" if is_kept else team.name_of(receiver) if receiver else "nobody yet"
        sign = self._signs.open if is_kept else self._signs.ticked
        return Row(key, (sign, _AS[thing.has], named(team, thing), to), is_quiet=is_kept)
