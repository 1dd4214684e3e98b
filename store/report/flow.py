"""The flow of work in a time: what came and went, how long it took, what grows old, when the rest is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.charts.flow import bars, cumulative
from store.charts.svg import Chart
from store.days import spoken
from store.flow.page import Page
from store.flow.times import Times, summary
from store.phrases import counted
from store.report.parts import Block, Bullets, Figure, Item, Mark, Para, Section
from store.report.period import Period
from store.team import Team

_MOST = 5
"""Cards that are named."""
WEEKS, MOST_WEEKS = 12, 156
"""Weeks that are looked at, and how many at most."""


def weeks_for(period: Period, today: date) -> int:
    """How many weeks the figures of the flow need to be of, the one in which the time ends included."""
    last = period.until(today)
    days = (last - period.first).days + last.weekday() + 7
    return min(MOST_WEEKS, max(WEEKS, days // 7 + 1))


def flow_section(team: Team, page: Page, period: Period, today: date) -> Section:
    """In sentences, with what came and went as bars."""
    blocks: list[Block] = [Para(text) for text in _sentences(page, period)]
    blocks.append(Figure(weeks_chart(page), _bars_words(page)))
    if period.days > 14:
        blocks.append(Figure(levels_chart(page), _levels_words(page)))
    if period.holds(today):
        blocks += _now(team, page)
    else:
        blocks.append(Para("What is in work now, and when it will be done, the report of today tells.", True))
    return Section("Flow of work", blocks, "flow")


def weeks_chart(page: Page) -> Chart:
    """What came and went each week."""
    groups = [(week.monday, week.arrived, week.left) for week in page.weeks]
    return bars("Cards by week", _bars_words(page), groups, ("came", "finished"))


def levels_chart(page: Page) -> Chart:
    """The cumulative flow."""
    found = [(level.day, level.made, level.begun, level.finished) for level in page.levels]
    names = ("finished", "in work", "waiting")
    return cumulative("Cumulative flow, cards", _levels_words(page), found, names)


def finished_in(page: Page, period: Period) -> int:
    """How many cards were finished in the time."""
    return sum(period.holds(point.day) for point in page.leads)


def _sentences(page: Page, period: Period) -> Iterator[str]:
    count, rate = finished_in(page, period), page.throughput
    mean = f" Throughput: {rate.said}." if rate is not None else ""
    said = f"{count:,} {'card was' if count == 1 else 'cards were'}"
    yield f"{said} finished.{mean}"
    yield _took("Cycle time, from begun to finished", [p.days for p in page.cycles if period.holds(p.day)])
    yield _took("Lead time, from made to finished", [p.days for p in page.leads if period.holds(p.day)])


def _took(what: str, days: list[float]) -> str:
    times: Times | None = summary(days)
    if times is None:
        return f"{what}: nothing was finished that tells it."
    return f"{what}: half took {_days(times.median)} or less, 85 of 100 took {_days(times.p85)} or less."


def _now(team: Team, page: Page) -> Iterator[Block]:
    """What is in work, and when the rest is done."""
    cycle, late = page.cycle, page.late
    yield Para(f"{counted(len(page.aging), 'card')} in work now, {page.open} not finished altogether.")
    if late and cycle is not None:
        items = [Item(f"{_card(team, one.task)}: {_days(one.days)}", mark=Mark.WATCH) for one in late[:_MOST]]
        more = f", the {_MOST} oldest" if len(late) > _MOST else ""
        title = f"Older than 85 of 100 finished cards were ({_days(cycle.p85)}): {len(late)}{more}"
        yield Bullets(items, title)
    foresight = page.forecast
    if foresight is None:
        yield Para(
            "When the rest will be done nobody can tell yet: too little was finished, or nothing is open."
        )
        return
    half, most = (spoken(foresight.by(share), page.until) for share in (50, 85))
    yield Para(
        f"Forecast for the {counted(foresight.cards, 'card')} that are open: "
        f"half of the runs were done by {half}, 85 of 100 by {most}."
    )
    yield Para(
        f"From {counted(foresight.finished, 'card')} finished in {foresight.sample // 7} weeks; "
        "it holds if it goes on like that, the cards are of the usual size, and none are added.",
        is_note=True,
    )


def _bars_words(page: Page) -> str:
    weeks = page.weeks
    if not weeks:
        return "No week is looked at."
    came, left = sum(week.arrived for week in weeks), sum(week.left for week in weeks)
    last = weeks[-1]
    return (
        f"Since {spoken(page.since, page.until)}, in {counted(len(weeks), 'week')}: {came:,} cards came, "
        f"{left:,} were finished; in the last week {last.arrived:,} came, {last.left:,} were finished."
    )


def _levels_words(page: Page) -> str:
    if not page.levels:
        return "No day is looked at."
    first, last = page.levels[0], page.levels[-1]
    return (
        f"Waiting from {first.waiting:,} to {last.waiting:,} cards, in work from {first.in_work:,} to "
        f"{last.in_work:,}, {last.finished - first.finished:,} finished "
        f"since {spoken(first.day, page.until)}."
    )


def _days(days: float) -> str:
    return "1 day" if f"{days:.1f}" == "1.0" else f"{days:.1f} days"


def _card(team: Team, number: int) -> str:
    raw = team.tables.get("tasks", {}).get(number, {})
    return f"#{number} {raw.get('title', '')}".rstrip()
