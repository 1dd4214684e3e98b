"""`tagwerk flow`: figures of the flow of work, of the team or of some cards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from store.errors import NotFound, Refused
from store.filters.search import Search
from store.flow.forecast import Forecast
from store.flow.page import MOST_WEEKS, WEEKS, Page, begins, foretold, page
from store.flow.spans import Which, spans
from store.models import Goal
from store.past import changes_since
from store.rules import lookup
from tui.commands import finding
from tui.commands.call import Call
from tui.commands.flow_forecast import Ahead
from tui.commands.flow_lists import Ages, Blocks, Levels, TimesList
from tui.commands.flow_sheet import FlowSheet
from tui.commands.session import Session, session
from tui.commands.values import Day
from tui.encoding import is_unicode
from widgets.signs import ASCII, UNICODE


@dataclass(frozen=True)
class Asked:
    """Of which cards, and over how many weeks."""

    which: Which
    weeks: int


def run(call: Call, **asked: str | int) -> FlowSheet:
    """One page of everything.

    Raises:
        NotFound: there is no such role, person or goal.
        Refused: so many weeks are not looked at.
        StorageError: the folder does not answer.
    """
    signs = UNICODE if is_unicode(call.world.stdout.encoding or "utf-8") else ASCII
    with session(call) as opened:
        return FlowSheet(opened.team, _page(call, opened, asked, with_history=True), opened.now, signs)


def times(call: Call, *, csv: bool = False, **asked: str | int) -> TimesList:
    """The cards that were finished, with their times. Raises as `run`."""
    with session(call) as opened:
        return TimesList(opened.team, _page(call, opened, asked), csv)


def age(call: Call, *, csv: bool = False, **asked: str | int) -> Ages:
    """The cards in work, with their ages. Raises as `run`."""
    with session(call) as opened:
        return Ages(opened.team, _page(call, opened, asked), csv)


def levels(call: Call, *, csv: bool = False, **asked: str | int) -> Levels:
    """The cumulative flow. Raises as `run`."""
    with session(call) as opened:
        return Levels(_page(call, opened, asked), csv)


def blocked(call: Call, *, csv: bool = False, **asked: str | int) -> Blocks:
    """What cards waited for. Raises as `run`."""
    with session(call) as opened:
        return Blocks(opened.team, _page(call, opened, asked, with_history=True), opened.now, csv)


def ahead(
    call: Call,
    *,
    cards: int | None = None,
    query: str | None = None,
    by: Day | None = None,
    **asked: str | int,
) -> Ahead:
    """When so many cards will be finished. Raises as `run`, and `Refused` where a query finds nothing."""
    if cards is not None and query is not None:
        raise Refused("Say how many cards, or by a query which; not both.")
    with session(call) as opened:
        meant = _asked(opened, asked)
        zone = ZoneInfo(opened.team.settings.time_zone)
        found = spans(opened.team, meant.which)
        open_cards = sum(span.finished is None for span in found)
        wanted = _in_query(opened, query) if query is not None else open_cards if cards is None else cards
        foresight: Forecast | None = foretold(found, wanted, opened.today, zone, meant.weeks)
        day: date | None = by(opened.today) if by is not None else None
        return Ahead(foresight, wanted, opened.today, day)


def _page(call: Call, opened: Session, asked: dict[str, str | int], *, with_history: bool = False) -> Page:
    meant = _asked(opened, asked)
    changes = None
    if with_history:
        first = begins(opened.today, meant.weeks)
        zone = ZoneInfo(opened.team.settings.time_zone)
        since = datetime(first.year, first.month, first.day, tzinfo=zone)
        repository = opened.repository
        told = changes_since(repository.log, repository.number, since)
        changes = told.changes
        if not told.is_whole:
            call.tell("A part of the history is damaged: what cards waited for is told from there on.")
    return page(opened.team, opened.now, meant.which, count=meant.weeks, changes=changes)


def _asked(opened: Session, asked: dict[str, str | int]) -> Asked:
    team, weeks = opened.team, int(asked.get("weeks", WEEKS))
    if not 1 <= weeks <= MOST_WEEKS:
        raise Refused(f"{weeks} weeks are not looked at; say 1 to {MOST_WEEKS}.")
    role = asked.get("role")
    person = str(asked.get("person", ""))
    goal = asked.get("goal")
    if isinstance(goal, int) and team.find(Goal, goal) is None:
        raise NotFound(f"There is no goal {goal}; “tagwerk goals” shows those there are.")
    login = opened.person if person in ("me", "@me") else finding.login(team, person) if person else ""
    if login and login not in team.members:
        login = lookup.member_named(team, person).login
    return Asked(
        Which(
            role=lookup.role_named(team, str(role)).id if role is not None else None,
            person=login,
            goal=goal if isinstance(goal, int) else None,
            tag=str(asked.get("tag", "")).removeprefix("#"),
        ),
        weeks,
    )


def _in_query(opened: Session, query: str) -> int:
    found = Search().matching(opened.team, query, person=opened.person, today=opened.today)
    if found.problem:
        raise Refused(found.problem)
    tasks = opened.team.tables.get("tasks", {})
    numbers = tasks.keys() if found.tasks is None else found.tasks
    return sum(not (tasks[id].get("finished_at") or tasks[id].get("archived_at")) for id in numbers)
