"""`tagwerk member show`: all that is known about a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.absences.holidays import calendars
from store.absences.workdays import hours_a_week, working_days
from store.culture.days import birthday_in, called
from store.days import spoken
from store.models import Member
from store.rules.words import listed
from store.team import Team
from store.working_hours import spoken_days, spoken_span
from tui.commands.answer import Answer
from tui.commands.call import Call
from tui.commands.changing import Grid
from tui.commands.member_change import member_in
from tui.commands.session import session
from tui.commands.shapes import member_shape


def run(call: Call, *, login: str) -> Answer:
    """Name, roles, when the person works, and what she says about herself.

    Raises:
        NotFound: nobody of this login is or was in the team.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team, member = opened.team, member_in(opened.team, login)
        rows = [[name, text] for name, text in _rows(team, member, opened.today) if text]
        return Grid(rows, (9, 20), {"member": member_shape(team, member)}, "")


def _rows(team: Team, member: Member, today: date) -> Iterator[tuple[str, str]]:
    names = {role.id: role.name for role in team.roles}
    roles = [names[id] for id in member.roles if id in names]
    born, kept = birthday_in(member, today.year), calendars(team, member)
    yield "Name", called(member)
    yield "Login", member.login
    yield "Left", "has left the team" if member.left_at else ""
    yield "Roles", listed(roles) if roles else ""
    days, hours = spoken_days(sorted(working_days(team, member))), hours_a_week(team, member)
    clock = spoken_span(member.works_from, member.works_until)
    yield "Works", f"{days}{f' {clock}' if clock else ''}, {hours:g} h a week, {member.time_zone}"
    yield "First day", spoken(member.joined_on, today) if member.joined_on else ""
    yield "Birthday", f"{born.day} {born:%b}" if born else ""
    yield "Holidays", listed(kept) if kept else ""
