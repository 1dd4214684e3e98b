"""The demo's KPIs with a year of readings, and its adjustments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from store import rank
from store.demo.calendar import Calendar
from store.demo.figure_words import ADJUSTMENTS, CLIPS, KPIS, AdjustmentStory, KpiStory
from store.demo.roles import ROLES
from store.kpis.periods import first_day, last_day
from store.kpis.ready import SETS
from store.models import Adjustment, Cadence, Kpi, Raw, Reading

_YEAR = 364
_MORNING = time(8, 0, tzinfo=UTC)
_READY = {one.name: one for those in SETS.values() for one in those}
_STORIES = (*KPIS, CLIPS)


def figure_tables(calendar: Calendar) -> dict[str, dict[int, Raw]]:
    """The tables of KPIs, readings and adjustments."""
    kpis = [_kpi(id, story, calendar) for id, story in enumerate(_STORIES, 1)]
    ranked = zip(kpis, rank.spread(len(kpis)), strict=True)
    readings = [
        reading for id, story in enumerate(_STORIES, 1) for reading in _readings(id, story, calendar.today)
    ]
    return {
        "kpis": {kpi.id: {**kpi.raw(), "position": position} for kpi, position in ranked},
        "readings": dict(enumerate(sorted(readings, key=lambda raw: str(raw["at"])), 1)),
        "adjustments": {
            id: _adjustment(id, story, calendar).raw() for id, story in enumerate(ADJUSTMENTS, 1)
        },
        "intakes": {},
    }


def _kpi(id: int, story: KpiStory, calendar: Calendar) -> Kpi:
    ready = _READY.get(story.name)
    fields = {
        **(ready.fields if ready else {"unit": "%", "about": "Of those who began to watch a clip of ours."}),
        "cadence": story.cadence,
    }
    born = datetime.combine(calendar.today - timedelta(days=_YEAR + 20), _MORNING)
    return Kpi.checked(
        {
            **fields,
            "id": id,
            "name": story.name,
            "role": ROLES[story.role].id,
            "owner": story.owner,
            "target": story.target,
            "limit": story.limit,
            "created_at": born,
        }
    )


def _readings(id: int, story: KpiStory, today: date) -> Iterator[Raw]:
    """One for each period of a year that is over, but for those that nobody has written."""
    random = Random(story.name)
    decimals = _READY[story.name].decimals if story.name in _READY else 1
    days = sorted(
        {
            last_day(first_day(today - timedelta(days=back), story.cadence), story.cadence)
            for back in range(_YEAR)
        }
    )
    over = [day for day in days if day < today]
    for day in over[: len(over) - story.missing]:
        value = _value(story, (today - day).days, random)
        if story.cadence is Cadence.DAY:
            # People order on Sundays, and least on Saturdays.
            value *= (1.0, 0.96, 0.98, 1.02, 0.94, 0.82, 1.18)[day.weekday()]
        # A figure is known on the morning after.
        at = datetime.combine(day + timedelta(days=1), _MORNING)
        yield Reading(
            id=0,
            kpi=id,
            day=day,
            value=round(value, decimals),
            author=story.owner,
            source="weekly report",
            at=at,
        ).raw()


def _value(story: KpiStory, ago: int, random: Random) -> float:
    part = 1 - ago / _YEAR
    value = story.start + (story.end - story.start) * part
    weeks = ago / 7
    for begins, ends, share in story.waves:
        if ends <= weeks <= begins:
            value *= 1 + share
    return value * (1 + random.uniform(-story.noise, story.noise))


def _adjustment(id: int, story: AdjustmentStory, calendar: Calendar) -> Adjustment:
    today = calendar.today
    made = today + timedelta(days=story.made)
    review = today + timedelta(days=story.review)
    return Adjustment(
        id=id,
        title=story.title,
        seen=story.seen,
        kpi=next(id for id, kpi in enumerate(_STORIES, 1) if kpi.name == story.kpi),
        expected=story.expected,
        owner=story.owner,
        made_on=made,
        review_on=review,
        outcome=story.outcome,
        learned=story.learned,
        reviewed_at=datetime.combine(review, _MORNING) if story.outcome else None,
        created_at=datetime.combine(made, _MORNING),
        created_by=story.owner,
    )
