"""Certificates that have expired, or will soon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual.content import Content

from store.models import Assessment
from store.phrases import counted
from store.skills.certificates import AHEAD, Certificate, certificates
from store.skills.grid import needed_for
from store.team import Team
from tui.keys import CERTIFICATES, Command, key_for
from tui.keys.learning import CERTIFICATES_CURSOR, CERTIFICATES_DOING
from tui.screens.forms import open_form
from tui.screens.tab import TabDesk
from tui.training.list_tab import ListTab
from tui.training.planning import plan_renewal, planned
from widgets.card_text import beside, joined
from widgets.listing_row import Key, Row
from widgets.training.level import in_words
from widgets.words import day


class CertificatesTab(ListTab[Certificate]):
    """The next ones first."""

    TITLE = "Certificates"
    ABOUT = (
        "Levels that hold until a day: forklift licences, first aid, certified partners. Those that have "
        "expired and those of the next 90 days stand here by date, in time to plan how they are renewed."
    )
    KEYS: ClassVar[tuple[Command, ...]] = CERTIFICATES
    GROUPS = (
        ("Certificates", CERTIFICATES_DOING),
        ("From certificate to certificate", CERTIFICATES_CURSOR),
    )
    TABLES = frozenset({"assessments", "skills", "members", "roles", "settings"})
    HEADS = ("", "Until", "Days", "Who", "Skill", "Level")
    LEAST = (0, 0, 0, 8, 12, 1)

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._shows_all = self._is_mine = False

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[Certificate]]:
        """Those that expire, the earliest first."""
        within = None if self._shows_all else AHEAD
        person = self.place.person if self._is_mine else None
        return lambda: certificates(team, today, within, person)

    def key_of(self, one: Certificate) -> Key:
        """The assessment that tells of it."""
        return one.level.assessment

    def row(self, one: Certificate) -> Row:
        """Until when, whose, what for."""
        left = one.days_left(self.today)
        sign = self.marks.expired if left < 0 else self.marks.soon if left <= AHEAD else " "
        said = "expired" if left < 0 else "today" if not left else ""
        return Row(
            key=one.level.assessment,
            cells=(
                f"{sign} {said}".strip(),
                day(one.expires, self.today),
                str(left),
                self.team.name_of(one.person),
                one.skill.name,
                str(one.level.level),
            ),
            colour="red" if left < 0 else "yellow" if left <= AHEAD // 3 else "",
        )

    def told(self, one: Certificate, width: int) -> Content:
        """What it is for, and what was shown."""
        team, today = self.team, self.today
        found = team.find(Assessment, one.level.assessment)
        level, role = needed_for(team, one.person, one.skill.id)
        lines = [
            Content.assemble((one.skill.name, "bold"), (f"  {team.name_of(one.person)}", "dim")),
            Content(beside(in_words(one.skill, one.level, today), 0, width)),
        ]
        if role is not None:
            lines.append(Content(beside(f"{role.name} needs {level} {one.skill.meaning(level)}", 0, width)))
        if found is not None and found.evidence:
            lines.append(Content("\n" + beside(found.evidence, 0, width)))
        return joined(lines)

    def line(self, one: Certificate) -> str:
        """How to go on with it."""
        plan, renewed = key_for(CERTIFICATES, "learn"), key_for(CERTIFICATES, "edit")
        return f"{plan} plans the renewal, {renewed} says until when the new one holds"

    def about(self) -> list[str]:
        """How many, and which."""
        expired = sum(one.days_left(self.today) < 0 for one in self.found.values())
        parts = [counted(len(self.found), "certificate")]
        parts += [f"{expired} expired"] if expired else []
        parts += ["yours"] if self._is_mine else []
        return [*parts, "all" if self._shows_all else f"next {AHEAD} days"]

    def empty(self) -> str:
        """What is missing, and where one says it."""
        if self._shows_all:
            return "No level expires: on the tab Skills, e says until when somebody's certificate holds."
        return f"Nothing expires in the next {AHEAD} days; {key_for(CERTIFICATES, 'span')} shows all."

    def cleared(self) -> bool:
        """Everybody's again, of the next days."""
        was = self._shows_all or self._is_mine
        self._shows_all = self._is_mine = False
        return was

    def do_open(self) -> None:
        from tui.dialogs.assessed import AssessedDialog

        one = self.here()
        self.place.ask(AssessedDialog(self.place, one.person, one.skill.id))

    def do_edit(self) -> None:
        from tui.training.level_form import level_form

        one, place = self.here(), self.place
        form = level_form(place.team, one.person, one.skill, place.today, place.new_id(), first="expires")
        open_form(place, form)

    def do_learn(self) -> None:
        one = self.here()
        plan_renewal(self.place, one.person, one.skill, planned(self.place, lambda number: None))

    def do_span(self) -> None:
        self._shows_all = not self._shows_all
        self.look()

    def do_mine(self) -> None:
        self._is_mine = not self._is_mine
        self.look()
