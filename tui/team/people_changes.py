"""Keys that enter absences, hand over and give back, and change who is in the team."""

from __future__ import annotations

from functools import partial

from store.absences.away import coming
from store.absences.open_things import open_things, summed_up, things_in
from store.errors import Refused
from store.models import Absence, Handover
from store.rules.handovers import give_back, returning
from store.rules.membership import leads, refuse_unless_own
from store.rules.words import counted
from tui.screens.asking import Choice
from tui.settings.people import People
from tui.team.absence_form import Absences, OwnAbsences, new_absence
from tui.team.people_bench import PeopleBench

_MOST = 9
"""Handovers to choose from with a digit."""


class PeopleChanges:
    """What is hers, and who she is."""

    def __init__(self, bench: PeopleBench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_away(self) -> None:
        # Imported when it is opened: forms are what makes a start-up slow.
        from tui.dialogs.form import FormDialog

        place, number = self._place, self._place.new_id()
        form = new_absence(place.team, self._whose(), number, place.today)
        place.ask(FormDialog(place, form), lambda _: self._offer(number))

    def do_absences(self) -> None:
        from tui.dialogs.sections import SectionsDialog

        place, login = self._place, self._bench.login or self._place.person
        sections = [OwnAbsences(place.today, login), Absences(place.today, login)]
        place.ask(SectionsDialog(place, f"Absences of {place.team.name_of(login)}", sections))

    def do_hand_over(self) -> None:
        from tui.dialogs.handover import HandoverDialog

        place, login = self._place, self._bench.person()
        refuse_unless_own(place.team, login, place.person, "work")
        place.ask(HandoverDialog(place, login))

    def do_give_back(self) -> None:
        place, login = self._place, self._bench.person()
        found = [one for one in place.team.all(Handover) if one.back_at is None]
        hers = [one for one in found if login in (one.giver, one.receiver)][:_MOST]
        if not hers:
            raise Refused(f"{place.team.name_of(login)} has handed over nothing, and taken over nothing.")
        if len(hers) == 1:
            self._ask_back(hers[0])
            return
        choices = [
            Choice(str(at), self._told(one), partial(self._ask_back, one)) for at, one in enumerate(hers, 1)
        ]
        self._bench.asking.keys("Give back", choices)

    def do_thank(self) -> None:
        from tui.culture.thanking import thank

        thank(self._place, self._bench.person())

    def do_edit(self) -> None:
        self._form(self._bench.person())

    def do_add(self) -> None:
        self._form(None)

    def _offer(self, number: int) -> None:
        """After an absence was entered: show what the cover may take over, before anything is done."""
        place = self._place
        absence = place.team.find(Absence, number)
        ahead = coming(place.team, absence.person, place.today) if absence else []
        # What is handed over goes to who covers the absence that comes first.
        if absence is None or absence not in ahead[:1] or absence.cover not in place.team.members:
            return
        things = open_things(place.team, absence.person)
        if not things:
            return
        whom, what = place.team.name_of(absence.cover), summed_up(things)
        look = partial(self._look_over, absence.person)
        self._bench.asking.yes_or_no(f"Hand over {what} to {whom}?", look)

    def _look_over(self, login: str) -> None:
        from tui.dialogs.handover import HandoverDialog

        self._place.ask(HandoverDialog(self._place, login))

    def _whose(self) -> str:
        """The person under the cursor where one may enter it for her; else oneself."""
        place, login = self._place, self._bench.login
        may = leads(place.team)
        is_allowed = login is not None and (login == place.person or not may or place.person in may)
        return login if login is not None and is_allowed else place.person

    def _form(self, login: str | None) -> None:
        from tui.dialogs.form import FormDialog

        place, section, signs = self._place, People(), self._bench.desk.signs
        section.refuse(place.team, place.person, login)
        if login is None:
            form = section.new_form(place.team, place.new_id(), signs)
        else:
            form = section.form(place.team, login, signs)
        place.ask(FormDialog(place, form))

    def _told(self, one: Handover) -> str:
        team = self._place.team
        return f"{summed_up(things_in(one))} of {team.name_of(one.giver)}"

    def _ask_back(self, one: Handover) -> None:
        place = self._place
        found = returning(place.team, one)
        giver = place.team.name_of(one.giver)
        moved = f"; {counted(len(found.left), 'thing')} moved on and will stay" if found.left else ""
        what = f"Give {summed_up(found.back)} back to {giver}" if found.back else "Close this handover"
        self._bench.asking.yes_or_no(f"{what}{moved}?", partial(self._give_back, one.id))

    def _give_back(self, number: int) -> None:
        place = self._place
        change = give_back(place.team, number, place.person, place.now())
        place.act(change)
        place.tell(f"You {change.label}.")
