"""What one key does about a finding: it opens exactly what helps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from store.change import Change
from store.duties.responsibilities import responsibilities
from store.errors import Refused
from store.findings import Finding, FindingKind, Mend
from store.models import Duty, Fields, Responsibility, Role
from store.rules import absences, setup
from store.rules import responsibilities as duties
from store.rules.absences import live_absence
from store.rules.membership import SAYS, refuse_outsider, refuse_unless_lead, refuse_unless_own
from store.rules.responsibilities import live_responsibility
from store.rules.skills import skill_numbered
from store.rules.words import quoted
from tui.dialogs.choosing import choose
from tui.keys import SHELL, key_for
from tui.palette.named import Named
from tui.screens.tab import TabDesk
from tui.team import options
from tui.team.going import to_cards
from tui.team.telling import act
from tui.training.planning import plan_gap, planned


class Mending:
    """Starts what mends a finding, for the person before the screen."""

    def __init__(self, desk: TabDesk) -> None:
        self._desk = desk
        self._place = desk.place
        self._starts: dict[Mend, Callable[[Finding], None]] = {
            Mend.CHOOSE_ACCOUNTABLE: self._choose_accountable,
            Mend.CHOOSE_RESPONSIBLE: self._choose_responsible,
            Mend.CHOOSE_LEAD: partial(self._choose_for_role, field="lead"),
            Mend.CHOOSE_DEPUTY: partial(self._choose_for_role, field="deputy"),
            Mend.CHOOSE_COVER: self._choose_cover,
            Mend.CHOOSE_ROLE: self._choose_role,
            Mend.HAND_OVER: self._hand_over,
            Mend.ADD_TO_ROLE: self._add_to_role,
            Mend.GIVE_ROLE: self._give_role,
            Mend.GO_TO_CARDS: self._go_to_cards,
            Mend.LEARN: self._learn,
        }

    def start(self, finding: Finding) -> None:
        """Open what helps.

        Raises:
            NotFound: what it is about is gone.
            Refused: the person may not mend it, or nobody is there to be chosen.
        """
        self._starts[finding.mend](finding)

    # --- responsibilities --------------------------------------------------------------------------------

    def _choose_accountable(self, finding: Finding) -> None:
        one = self._responsibility(finding.number)

        def chosen(found: Named) -> None:
            said = f"{found.name} answers for {quoted(one.name)} now"
            self._act(partial(duties.edit, number=one.id, accountable=[str(found.key)]), said)

        self._choose(f"Who answers for {quoted(one.name)}?", self._people(finding.candidates), chosen)

    def _choose_responsible(self, finding: Finding) -> None:
        one = self._responsibility(finding.number)
        # Where one person is alone, it is somebody else who is missing.
        known = [*one.responsible, *(one.accountable if finding.kind is FindingKind.ALONE else ())]

        def chosen(found: Named) -> None:
            self._act(
                partial(duties.set_duty, number=one.id, login=str(found.key), duty=Duty.RESPONSIBLE, on=True),
                f"{found.name} does the work of {quoted(one.name)} now",
            )

        people = self._people(finding.candidates, known)
        self._choose(f"Who does the work of {quoted(one.name)}?", people, chosen)

    def _choose_role(self, finding: Finding) -> None:
        one = self._responsibility(finding.number)

        def chosen(found: Named) -> None:
            said = f"{quoted(one.name)} belongs to {quoted(found.name)} now"
            self._act(partial(duties.edit, number=one.id, role=int(found.key)), said)

        title = f"Which role does {quoted(one.name)} belong to?"
        self._choose(title, options.roles(self._place.team), chosen)

    def _hand_over(self, finding: Finding) -> None:
        """First what, then to whom; all of a person's things are handed over for an absence elsewhere."""
        place, giver = self._place, finding.login
        refuse_unless_lead(place.team, place.person, SAYS)
        own = [one for one in responsibilities(place.team) if giver in one.accountable]
        names = {role.id: role.name for role in place.team.roles}
        things = [Named(one.id, one.name, names.get(one.role or 0, "")) for one in own]

        def what(found: Named) -> None:
            one = live_responsibility(place.team, int(found.key))
            first = [*one.responsible, *finding.candidates]

            def to_whom(receiver: Named) -> None:
                others = [login for login in one.accountable if login not in (giver, receiver.key)]
                self._act(
                    partial(duties.edit, number=one.id, accountable=[*others, str(receiver.key)]),
                    f"{receiver.name} answers for {quoted(one.name)} now",
                )

            self._choose(f"Who answers for {quoted(one.name)} now?", self._people(first, (giver,)), to_whom)

        self._choose(f"What does {place.team.name_of(giver)} hand over?", things, what)

    # --- roles and people --------------------------------------------------------------------------------

    def choose_for_role(self, role: Role, field: str, first: Sequence[str] = ()) -> None:
        """Choose the lead or the deputy of a role.

        Raises:
            Refused: the person may not.
        """
        place = self._place
        refuse_unless_lead(place.team, place.person, "says who leads a role")
        workers = [m.login for m in place.team.members.values() if role.id in m.roles]
        without = (role.lead,) if field == "deputy" else ()

        def chosen(found: Named) -> None:
            named: Fields = {field: str(found.key)}
            said = f"{found.name} {question} {quoted(role.name)} now"
            self._act(partial(setup.edit_role, role_id=role.id, **named), said)

        question = "leads" if field == "lead" else "stands in for the lead of"
        self._choose(
            f"Who {question} {quoted(role.name)}?", self._people([*first, *workers], without), chosen
        )

    def _choose_for_role(self, finding: Finding, field: str) -> None:
        self.choose_for_role(self._place.team.role(finding.number), field, finding.candidates)

    def _add_to_role(self, finding: Finding) -> None:
        place, role = self._place, self._place.team.role(finding.number)
        refuse_unless_lead(place.team, place.person, "says who works in a role")
        inside = [m.login for m in place.team.members.values() if role.id in m.roles]

        def chosen(found: Named) -> None:
            self._put_into(str(found.key), role.id)

        people = self._people(finding.candidates, inside)
        self._choose(f"Who works in {quoted(role.name)}, too?", people, chosen)

    def _give_role(self, finding: Finding) -> None:
        place, login = self._place, finding.login
        if login == place.person:
            refuse_outsider(place.team, place.person)
        else:
            refuse_unless_lead(place.team, place.person, "says who works in a role")
        title = f"In which role does {place.team.name_of(login)} work?"
        self._choose(title, options.roles(place.team), lambda found: self._put_into(login, int(found.key)))

    def _put_into(self, login: str, role: int) -> None:
        team = self._place.team
        live = {one.id for one in team.roles}
        member = team.members.get(login)
        own = [one for one in member.roles if one in live] if member else []
        said = f"{team.name_of(login)} works in {quoted(team.role(role).name)}{', too' if own else ''}"
        self._act(partial(setup.edit_member, login=login, roles=[*own, role]), said)

    def _choose_cover(self, finding: Finding) -> None:
        place = self._place
        absence = live_absence(place.team, finding.number)
        refuse_unless_own(place.team, absence.person, place.person, "absence")

        def chosen(found: Named) -> None:
            said = f"{found.name} covers for {place.team.name_of(absence.person)} now"
            self._act(partial(absences.edit, absence_id=absence.id, cover=str(found.key)), said)

        title = f"Who covers for {place.team.name_of(absence.person)}?"
        self._choose(title, options.covers(place.team, absence, place.today), chosen)

    # --- elsewhere ---------------------------------------------------------------------------------------

    def _go_to_cards(self, finding: Finding) -> None:
        role = self._place.team.role(finding.number)
        to_cards(self._place, role, finding.cards[0] if finding.cards else None)

    def _learn(self, finding: Finding) -> None:
        """First who, then how: the form is filled in already."""
        place, number = self._place, finding.number

        def chosen(found: Named) -> None:
            plan_gap(place, str(found.key), number, planned(place, lambda _: None), level=finding.level)

        skill = skill_numbered(place.team, number)
        people = self._people(finding.candidates, finding.people[:1])
        self._choose(f"Who learns {quoted(skill.name)} next?", people, chosen)

    # --- what all of them need ---------------------------------------------------------------------------

    def _responsibility(self, number: int) -> Responsibility:
        place = self._place
        refuse_unless_lead(place.team, place.person, SAYS)
        return live_responsibility(place.team, number)

    def _people(self, first: Sequence[str], without: Sequence[str] = ()) -> Sequence[Named]:
        return options.people(self._place.team, self._place.today, first, without)

    def _choose(self, title: str, things: Sequence[Named], then: Callable[[Named], None]) -> None:
        if not things:
            raise Refused(
                f"There is nobody and nothing to choose; {key_for(SHELL, 'team_settings')} adds some."
            )
        choose(self._place, self._desk.screen, title, things, then)

    def _act(self, rule: Callable[..., Change], said: str) -> None:
        """Make the change, on the snapshot that there is now, and say what is so then."""
        place = self._place
        act(place, rule(place.team, by=place.person, now=place.now()), said)
