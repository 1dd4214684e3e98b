"""What comes again in the demo's shop: playbooks, one of them under way, a freeze, and routines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from store import rank
from store.absences.open_things import Has, open_things
from store.change import Change, combine
from store.demo.calendar import Calendar
from store.demo.roles import ROLES
from store.models import Absence, Freeze, Playbook, PlaybookRun, Raw, Routine, Shift, Task
from store.playbooks.ready import READY, steps_for
from store.rules.handovers import hand_over
from store.team import Team

_CAMPAIGN = "campaign"
"""Tag of the cards that belong to the next campaign."""
_SALE_GOAL = 6
"""Number of the goal that the campaign's cards serve."""
_AWAY, _COVER = "ruth", "svea"
"""Logins of who is away today, and of who stands in."""
_WAITS = timedelta(days=4)
"""What is due before that cannot wait until she is back."""
_ENDS = timedelta(days=3)
"""How long the checkout stays as it is after the campaign has begun."""

_ROUTINES = (
    (
        "Look through the stock that runs low",
        "FREQ=WEEKLY;BYDAY=MO",
        "purchasing",
        "mehmet",
        1.0,
        Shift.AFTER,
    ),
    ("Empty the shelf of returns", "FREQ=DAILY", "warehouse", "dario", 0.5, Shift.SKIP),
    ("Newsletter: text and pictures", "FREQ=WEEKLY;BYDAY=TU", "marketing", "noa", 3.0, Shift.BEFORE),
    ("Close the month", "FREQ=MONTHLY;BYMONTHDAY=-1", "finance", "ruth", 6.0, Shift.BEFORE),
    (
        "Restore a backup, for practice",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15",
        "development",
        "priya",
        2.0,
        Shift.AFTER,
    ),
    ("Look through the backlog", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "management", "svea", 1.0, Shift.AFTER),
)
"""Title, rule, key of the role, login, hours, and what happens where its day is no working day."""


def repeating_tables(team: Team, calendar: Calendar) -> dict[str, dict[int, Raw]]:
    """The tables of playbooks and routines; no card of a routine is due when the demo is opened."""
    playbooks = [
        Playbook(
            id=id,
            name=ready.name,
            about=ready.about,
            kind=ready.kind,
            steps=steps_for(team, ready),
            freeze_tags=list(ready.freeze_tags),
            freeze_from=ready.freeze_from,
            freeze_until=ready.freeze_until,
            position=position,
        )
        for id, (position, ready) in enumerate(zip(rank.spread(len(READY)), READY, strict=True), 1)
    ]
    routines = [
        Routine(
            id=id,
            title=title,
            rule=rule,
            first=calendar.today - timedelta(days=200),
            shift=shift,
            role=ROLES[role].id,
            assignees=[login],
            estimate=hours,
            made_up_to=calendar.today,
        )
        for id, (title, rule, role, login, hours, shift) in enumerate(_ROUTINES, 1)
    ]
    return {
        "playbooks": {one.id: one.raw() for one in playbooks},
        "routines": {one.id: one.raw() for one in routines},
        # What `last_changes` puts there.
        "playbook_runs": {},
        "freezes": {},
        "handovers": {},
    }


def last_changes(team: Team, calendar: Calendar) -> Iterator[Change]:
    """What was done last: the campaign goes by its playbook, and who is away has handed her things over."""
    yield _campaign(team, calendar)
    soon = calendar.today + _WAITS
    things = {
        thing: _COVER
        for thing in open_things(team, _AWAY)
        if thing.has is Has.CARD and (team.task(thing.number).due or soon) < soon
    }
    if things:
        absence = next(
            one.id for one in team.all(Absence) if one.person == _AWAY and one.covers(calendar.today)
        )
        yield hand_over(team, _AWAY, things, _COVER, calendar.at(0), absence=absence, id=1)


def _campaign(team: Team, calendar: Calendar) -> Change:
    day, freeze = calendar.day("sale"), calendar.day("freeze")
    assert day is not None
    assert freeze is not None
    name, at = calendar.fill("{sale}"), calendar.at(0)
    sale = next(id for id, ready in enumerate(READY, 1) if ready.name == "Sale")
    cards = [task.id for task in team.all(Task) if _CAMPAIGN in task.tags]
    run = PlaybookRun(
        id=1,
        playbook=sale,
        name=name,
        day=day,
        goal=_SALE_GOAL,
        tasks=sorted(cards),
        started_at=at,
        started_by="noa",
    )
    held = Freeze(
        id=1,
        name=f"{name}: the checkout stays as it is",
        tags=["checkout"],
        start=freeze,
        end=day + _ENDS,
        reason="What changes now can only go wrong where everybody looks.",
        run=1,
    )
    made = [Change.insert("playbook_runs", run, "", 1), Change.insert("freezes", held, "", 1)]
    return combine(made, f"let “{name}” go by its playbook").signed("noa", at)
