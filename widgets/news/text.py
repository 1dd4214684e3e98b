"""What an opened post says besides its body: people's words are put in as they are, never as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

from textual.content import Content

from store.models import Goal, Post, PostKind, Reply, Role, Task
from store.news.audience import Roster
from store.news.browsing import is_pinned
from store.news.marks import Marks
from store.news.reactions import Tally, tallies, tally
from store.phrases import listed
from store.team import Team
from widgets.card_text import beside, joined, moment
from widgets.markdown import laid_out
from widgets.signs import Signs
from widgets.words import day

_QUIET, _STRONG, _ALARM, _FRESH = "dim", "bold", "bold $text-error", "bold $text-accent"
_NAMED = 6
"""People that are named beside a sign."""
_LABEL = 13
"""Cells for a label."""


@dataclass(frozen=True)
class Shown:
    """A post with everything that is to be known about it."""

    post: Post
    team: Team
    marks: Marks
    today: date
    roster: Roster | None
    """Who has acknowledged it; `None`: nobody has to, or it is not for this person to know."""
    owed: date | None
    """The day by which the person still has to acknowledge it."""

    @property
    def zone(self) -> ZoneInfo:
        """The team's time zone."""
        return ZoneInfo(self.team.settings.time_zone)


def heading(shown: Shown) -> Content:
    """The title."""
    return Content.assemble((shown.post.title, _STRONG))


def facts(shown: Shown, signs: Signs, width: int) -> Content:
    """Who wrote it, when, for whom, and what it asks."""
    return joined(
        Content.assemble((label.ljust(_LABEL), _QUIET), (beside(value, _LABEL, width), style))
        for label, value, style in _facts(shown, signs)
    )


def _facts(shown: Shown, signs: Signs) -> Iterator[tuple[str, str, str]]:
    post, today = shown.post, shown.today
    edited = f" {signs.between} edited {moment(post.edited_at, shown.zone, today)}" if post.edited_at else ""
    by = f"{shown.team.name_of(post.author)} {signs.between} {moment(post.at, shown.zone, today)}{edited}"
    yield post.kind.value.capitalize(), by, ""
    if audience := for_whom(shown.team, post):
        yield "For", audience, ""
    if is_pinned(post, today) and post.pinned_until:
        yield "Pinned", f"until {day(post.pinned_until, today)}", ""
    if post.acknowledge_by:
        yield "Acknowledge", *_asked(shown, post.acknowledge_by, signs)
    if post.kind is PostKind.INCIDENT:
        yield "State", *_incident(shown)
    if post.archived_at:
        yield "Archived", moment(post.archived_at, shown.zone, today), ""


def for_whom(team: Team, post: Post) -> str:
    """The roles and people that it is for; empty: everyone."""
    roles = [role.name for id in post.roles if (role := team.find(Role, id))]
    return listed([*roles, *map(team.name_of, post.people)]) if roles or post.people else ""


def _asked(shown: Shown, by: date, signs: Signs) -> tuple[str, str]:
    late = f"{signs.overdue} " if shown.owed and by < shown.today else ""
    if shown.owed:
        return f"{late}by {day(by, shown.today)}: A says that you know it", _ALARM if late else _FRESH
    return f"by {day(by, shown.today)}", ""


def _incident(shown: Shown) -> tuple[str, str]:
    post = shown.post
    if post.closed_at is None:
        return "not over yet; d says how it ended", _ALARM
    by = shown.team.name_of(post.closed_by)
    return f"over since {moment(post.closed_at, shown.zone, shown.today)}, closed by {by}", ""


def about(shown: Shown, signs: Signs) -> Content:
    """The cards and goals that it is about."""
    lines = []
    for number in shown.post.tasks:
        task = shown.team.find(Task, number)
        lines.append(Content(f"#{number} {task.title if task else '(not there any more)'}"))
    for number in shown.post.goals:
        goal = shown.team.find(Goal, number)
        lines.append(Content(f"{signs.goal}{number} {goal.title if goal else '(not there any more)'}"))
    return joined(lines)


def outcome(shown: Shown) -> Content:
    """How an incident ended; where it is open again, how it seemed to have ended."""
    again = "It is open again; before that: " if shown.post.outcome and not shown.post.closed_at else ""
    return Content.assemble((again, _QUIET), shown.post.outcome)


def roster(shown: Shown, width: int) -> Content:
    """Who has acknowledged it and when, and who has not."""
    known = shown.roster
    if known is None:
        return Content("")
    lines = []
    if known.owing:
        names = listed(member.display_name for member in known.owing)
        since = f"Not yet, since {moment(known.since, shown.zone, shown.today)}: "
        lines.append(Content.assemble((since, _STRONG), beside(names, 2, width)))
    else:
        lines.append(Content.assemble(("Everyone has.", _STRONG)))
    for member, at in known.known:
        when = f"{moment(at, shown.zone, shown.today):<13} "
        before = "  before it was changed" if member.login in known.before_edit else ""
        lines.append(Content.assemble((when, _QUIET), member.display_name, (before, _QUIET)))
    return joined(lines)


def reactions(shown: Shown) -> Content:
    """How people have reacted to the post itself."""
    return _signs(shown.team, tally(shown.team, shown.post.id))


def _signs(team: Team, given: Tally) -> Content:
    """How people have reacted, by sign: `3 thanks: Ana Lima, Ben Okafor and Cem Demir`."""
    return joined(
        Content.assemble((f"{len(logins)} {sign.value}", _STRONG), (f"  {_names(team, logins)}", _QUIET))
        for sign, logins in given.items()
    )


@lru_cache(maxsize=1000)
def _words(text: str, width: int) -> tuple[Content, ...]:
    """A reply's lines; kept, because whoever says something more has all of them shown again."""
    return tuple(Content("  ") + line for line in laid_out(text, width - 2).split("\n", allow_blank=True))


def _names(team: Team, logins: Sequence[str]) -> str:
    """Some of the people; whoever knows those can guess the others."""
    names = [team.name_of(login) for login in logins[:_NAMED]]
    return listed([*names, *([f"{len(logins) - _NAMED} more"] if len(logins) > _NAMED else [])])


def replies(shown: Shown, width: int) -> Content:
    """What was said below it, oldest first; new words carry a mark."""
    fresh = shown.marks.replies.get(shown.post.id, ())
    found, given = shown.team.belonging(Reply, "post", shown.post.id), tallies(shown.team, shown.post.id)
    return Content("\n").join(
        _reply(shown, reply, given.get(reply.id, {}), width, is_fresh=reply.id in fresh) for reply in found
    )


def _reply(shown: Shown, reply: Reply, given: Tally, width: int, *, is_fresh: bool) -> Content:
    edited = "  edited" if reply.edited_at else ""
    signs = _signs(shown.team, given)
    head = [
        (shown.team.name_of(reply.author), _STRONG),
        (f"  {moment(reply.at, shown.zone, shown.today)}{edited}", _QUIET),
        ("  new" if is_fresh else "", _FRESH),
    ]
    lines = [Content.assemble(*head)]
    lines += _words(reply.text, width)
    lines += [Content.assemble("  ", line) for line in signs.split("\n") if line.plain]
    return joined([*lines, Content("")])
