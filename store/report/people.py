"""What everyone should know, who was thanked, and who will be away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from store.absences.away import stands_in
from store.days import spoken
from store.models import Absence, Kudos, Post, PostKind, Role, Value
from store.phrases import listed
from store.report.parts import Block, Bullets, Item, Mark, Para, Section
from store.report.period import Period
from store.report.scope import Scope
from store.report.words import brief, opening
from store.team import Team

_KINDS = (PostKind.ANNOUNCEMENT, PostKind.INCIDENT)
_WEEK = 7


def news_section(team: Team, period: Period, today: date) -> Section:
    """Announcements and incidents for everyone, and what everyone has to acknowledge; the newest first.

    What is for some only stays with them: a report is passed on.
    """
    posts = sorted(_news(team, period), key=lambda post: (post.at, post.id), reverse=True)
    items = [_post(team, post, today) for post in posts]
    nothing = Para("Nothing was announced to everyone.")
    return Section("What everyone should know", [Bullets(items) if items else nothing], "news")


def kudos_section(team: Team, period: Period, today: date, scope: Scope) -> Section | None:
    """Who was thanked for what; `None`: nobody was."""
    found = [
        one
        for one in team.all(Kudos)
        if not one.archived_at and period.holds(team.today(one.at)) and _is_of(one, scope)
    ]
    found.sort(key=lambda one: (one.at, one.id))
    if not found:
        return None
    return Section("Thank you", [Bullets([_thanks(team, one) for one in found])], "kudos")


def absence_section(team: Team, period: Period, today: date, scope: Scope) -> Section:
    """Who is away in the week after; why is nobody’s business here."""
    first = (
        period.until(today) + timedelta(days=1) if period.cadence is None else period.last + timedelta(days=1)
    )
    last = first + timedelta(days=_WEEK - 1)
    found = [
        absence
        for login, those in team.absences.items()
        if login in team.members and scope.has_person(login)
        for absence in those
        if absence.start <= last and absence.end >= first
    ]
    found.sort(key=lambda one: (max(one.start, first), team.name_of(one.person), one.id))
    days = f"{spoken(first, today)} to {spoken(last, today)}"
    blocks: list[Block] = [Para(f"In the week after, {days}:")]
    items = [Item(_away(team, absence, first, today)) for absence in found]
    blocks.append(Bullets(items) if items else Para("Nobody has said that she or he is away."))
    return Section("Who is away", blocks, "absences")


def _news(team: Team, period: Period) -> Iterator[Post]:
    # From the rows: of thousands of posts only those few that are told are built.
    for id, raw in team.tables.get("posts", {}).items():
        if raw.get("archived_at") or raw.get("roles") or raw.get("people"):
            continue
        if raw.get("kind") not in _KINDS and not raw.get("acknowledge_by"):
            continue
        post = team.find(Post, id)
        if post is None or post.archived_at or post.roles or post.people:
            continue
        # What is broken still is news however long ago it was said.
        if period.holds(team.today(post.at)) or (
            post.is_open_incident and team.today(post.at) < period.first
        ):
            yield post


def _post(team: Team, post: Post, today: date) -> Item:
    when = spoken(team.today(post.at), today)
    below = [opening(post.body)] if post.body.strip() else []
    mark = None
    if post.kind is PostKind.INCIDENT:
        mark = Mark.ALARM if post.is_open_incident else Mark.GOOD
        state = "is not over yet" if post.is_open_incident else "is over"
        below.append(f"It {state}{f': {brief(post.outcome)}' if post.outcome else ''}")
    if post.acknowledge_by:
        below.append(f"everyone says by {spoken(post.acknowledge_by, today)} that it is known")
    return Item(f"{post.title} ({team.name_of(post.author)}, {when})", tuple(below), mark)


def _is_of(one: Kudos, scope: Scope) -> bool:
    return (
        any(map(scope.has_person, one.people))
        or not scope.roles.isdisjoint(one.roles)
        or not scope.department
    )


def _thanks(team: Team, one: Kudos) -> Item:
    roles = (team.find(Role, number) for number in one.roles)
    names = [*map(team.name_of, one.people), *(role.name for role in roles if role)]
    value = team.find(Value, one.value) if one.value is not None else None
    shows = f" ({value.name})" if value is not None and not value.archived_at else ""
    thanked = listed(names) if names else "everyone"
    return Item(f"{team.name_of(one.giver)} thanks {thanked}{shows}: {brief(one.words)}")


def _away(team: Team, absence: Absence, first: date, today: date) -> str:
    begin, end = (spoken(day, today) for day in (absence.start, absence.end))
    days = f"on {begin}" if absence.start == absence.end else f"{begin} to {end}"
    cover = stands_in(team, absence.person, max(absence.start, first))
    covered = f", {team.name_of(cover)} stands in" if cover else ", nobody stands in"
    return f"{team.name_of(absence.person)}: {days}{covered}"
