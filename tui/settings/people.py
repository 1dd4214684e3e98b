"""Who is in the team."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from store.change import Change
from store.days import day
from store.errors import NotFound
from store.models import Member
from store.rules import leaving, lookup, setup, shares
from store.rules.membership import refuse_outsider, refuse_unless_lead
from store.rules.words import quoted
from store.team import Team
from store.working_hours import span, spoken_days, spoken_span, weekdays
from tui.settings import joining
from tui.settings.form import Field, Form, Typed, number_or_none, parts
from tui.settings.general import zones
from tui.settings.section import Section
from widgets.listing_row import Key, Row
from widgets.signs import Signs


class People(Section):
    """By login; those who left come last."""

    title: ClassVar[str] = "People"
    thing: ClassVar[str] = "person"
    heads: ClassVar[tuple[str, ...]] = ("Login", "Name", "Sign", "Roles", "Time zone")
    least: ClassVar[tuple[int, ...]] = (6, 12, 4, 10, 8)
    tables: ClassVar[frozenset[str]] = frozenset({"members", "roles"})
    useless: ClassVar[frozenset[str]] = frozenset({"lower", "higher"})

    def rows(self, team: Team, signs: Signs) -> Sequence[Row]:
        """Login, name, initials, roles and time zone."""
        left = sorted((m for m in team.all(Member) if m.left_at), key=lambda m: m.login)
        return [_row(team, member) for member in (*team.members.values(), *left)]

    def form(self, team: Team, key: Key, signs: Signs) -> Form:
        """Name, initials, roles, time zone, and when the person works; the login stays."""
        member = _member(team, key)

        def change(typed: Typed, by: str, now: datetime) -> Change:
            return setup.edit_member(team, member.login, by, now, **_values(team, typed, now))

        return Form(f"{member.display_name} ({member.login})", _fields(team, member), change)

    def new_form(self, team: Team, id: int, signs: Signs, *, starts: bool = False) -> Form:
        """The same for somebody new, the login, and whether playbooks for joining are started."""
        login = Field("login", "Login", hint="the name at the computer, like ana")
        blank = Member(login="new", time_zone=team.settings.time_zone)

        def change(typed: Typed, by: str, now: datetime) -> Change:
            values = {"time_zone": team.settings.time_zone, **_values(team, typed, now)}
            return joining.joined(team, values, by, now, id=id, starts=starts)

        more = joining.fields(team, starts=starts)
        return Form("New person", (login, *_fields(team, blank), *more), change, is_new=True)

    def archived(self, team: Team, key: Key, by: str, now: datetime) -> Change:
        """Somebody leaves the team, or comes back."""
        member = _member(team, key)
        if member.left_at:
            return setup.edit_member(team, member.login, by, now, left_at=None)
        return leaving.leave(team, member.login, by, now)

    def refuse(self, team: Team, person: str, key: Key | None) -> None:
        """Everybody may take somebody in and change what is said about themselves; the rest is for leads."""
        if key is None or key == person:
            refuse_outsider(team, person)
        else:
            refuse_unless_lead(team, person)


def _member(team: Team, key: Key) -> Member:
    for member in team.all(Member):
        if member.login == key:
            return member
    raise NotFound(f"{quoted(key)} is not in the team any more.")


def _row(team: Team, member: Member) -> Row:
    roles = ", ".join(_role_names(team, member))
    name = f"{member.name} (left)" if member.left_at else member.name
    cells = (member.login, name, member.short, roles, member.time_zone)
    return Row(member.login, cells, roles, is_quiet=bool(member.left_at))


def _role_names(team: Team, member: Member) -> list[str]:
    names = {role.id: role.name for role in team.roles}
    return [names[id] for id in member.roles if id in names]


def _fields(team: Team, member: Member) -> tuple[Field, ...]:
    # What somebody says of herself (birthday, pronouns …) is asked on the tab Days: nobody else may say it.
    roles, usual = ", ".join(_role_names(team, member)), spoken_days(team.settings.working_days)
    return (
        Field("name", "Name", member.name, "the full name"),
        Field("initials", "Initials", member.initials, f"up to four letters; empty: {member.short}"),
        Field("roles", "Roles", roles, "with commas between; the main one first"),
        Field("time_zone", "Time zone", member.time_zone, "like Europe/Berlin", suggestions=zones),
        Field("hours", "Hours", _hours(member), f"a week; empty: {team.settings.hours_per_week:g}"),
        Field("working_days", "Days", spoken_days(member.working_days), f"like Mon-Thu; empty: {usual}"),
        Field("times", "Times", spoken_span(member.works_from, member.works_until), "like 09:00-17:30"),
        Field(
            "shares",
            "Shares",
            shares.spoken(team, member),
            "percent for roles, like Service 60, Warehouse 40",
        ),
        Field(
            "joined_on",
            "First day",
            member.joined_on.isoformat() if member.joined_on else "",
            "in the team, like 2026-03-01",
        ),
    )


def _hours(member: Member) -> str:
    return "" if member.hours is None else f"{member.hours:g}"


def _values(team: Team, typed: Typed, now: datetime) -> dict[str, Any]:
    values: dict[str, Any] = dict(typed)
    if "roles" in typed:
        values["roles"] = [lookup.role_named(team, name).id for name in parts(typed["roles"])]
    if "hours" in typed:
        values["hours"] = number_or_none(typed["hours"])
    if "working_days" in typed:
        values["working_days"] = weekdays(typed["working_days"])
    if "times" in typed:
        values["works_from"], values["works_until"] = span(values.pop("times"))
    if "shares" in typed:
        values["shares"] = shares.typed(team, typed["shares"])
    if "joined_on" in typed:
        values["joined_on"] = day(typed["joined_on"], team.today(now)) if typed["joined_on"].strip() else None
    return values
