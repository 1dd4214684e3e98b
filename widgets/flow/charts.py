"""Charts of the flow of work: throughput, times of finished cards, and the cumulative flow.

Each draws with signs that differ from each other, in plain ASCII as well; colours only repeat what they say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil

from textual.content import Content

from store.flow.page import Page
from store.flow.series import Level, Week
from store.flow.times import Point, Times
from widgets.flow.canvas import Canvas
from widgets.signs import ASCII, Signs
from widgets.training.chart import Bar, columns
from widgets.words import day as short

_FEW, _SOME = 1, 4
"""Cards in one place of a scatter plot for which there is a smaller sign."""
_FAR = 3.0
"""Times the 85th percentile beyond which a card is not drawn to scale."""
_EACH = 3
"""Cells that a week takes at least."""
_EDGE = 7
"""Cells for the numbers on the left."""


def throughput(page: Page, width: int, height: int, signs: Signs) -> list[Content]:
    """Finished cards a week as columns, and below them how many came; weeks are put together where many."""
    together = max(1, ceil(len(page.weeks) * _EACH / max(1, width - _EDGE)))
    groups = [*_grouped(page.weeks, together)]
    bars = [Bar(short(some[0].monday, page.until), float(sum(week.left for week in some))) for some in groups]
    drawn = columns(bars, width, height - 3, signs, lambda value: f"{value:.0f}")
    if not drawn:
        return []
    span = "week" if together == 1 else f"{together} weeks"
    came = sum(week.arrived for week in page.weeks)
    left = sum(week.left for week in page.weeks)
    more = f"{came - left} more came than left" if came > left else f"{left - came} more left than came"
    balance = more if came != left else "as many came as left"
    head = f"Cards finished in each {span}; the last one is not over."
    arrived = ", ".join(str(sum(week.arrived for week in some)) for some in groups)
    foot = f"Came: {arrived}" if len(arrived) < width - 6 else ""
    summary = f"{came} came, {left} were finished: {balance}."
    lines = [head, *drawn, foot, summary] if foot else [head, *drawn, summary]
    return [Content(line) for line in lines]


def _grouped(weeks: Sequence[Week], together: int) -> Iterator[Sequence[Week]]:
    """So many at a time, the last group full."""
    first = len(weeks) % together
    if first:
        yield weeks[:first]
    for at in range(first, len(weeks), together):
        yield weeks[at : at + together]


def scatter(
    page: Page, points: Sequence[Point], times: Times, width: int, height: int, signs: Signs
) -> list[Content]:
    """A sign for each finished card, at its day and as high as it took; lines at 50 and 85 of 100."""
    top = max(1.0, min(times.longest, times.p85 * _FAR))
    canvas = Canvas(page.since, page.until, top, width, height - 1, _EDGE)
    if not canvas.is_readable:
        return []
    half, most = ("-", "=") if signs is ASCII else ("╌", "─")
    canvas.across(canvas.row(times.median), half, "$lane-cyan")
    canvas.across(canvas.row(times.p85), most, "$lane-yellow")
    one, some, many, far = (".", "o", "#", "^") if signs is ASCII else ("•", "○", "●", "▲")
    places = Counter((canvas.column(point.day), max(0, canvas.row(min(point.days, top)))) for point in points)
    beyond = {canvas.column(point.day) for point in points if point.days > top}
    for (column, row), count in places.items():
        sign = one if count <= _FEW else some if count <= _SOME else many
        canvas.put(column, row, sign, "bold")
    for column in beyond:
        canvas.put(column, 0, far, "bold $lane-red")
    beside = {0: _days(top), canvas.height - 1: "0 d"}
    beside |= {canvas.row(times.p85): _days(times.p85), canvas.row(times.median): _days(times.median)}
    legend = f"{one} a card  {some} 2 to {_SOME}  {many} more   {half} half  {most} 85 of 100"
    legend += f"   {far} longer than {_days(top)}" if beyond else ""
    return [*canvas.lines(beside, signs, page.until), Content.assemble((legend, "dim"))]


def _days(value: float) -> str:
    return f"{value:.1f} d" if value < 10 else f"{value:.0f} d"


def cumulative(page: Page, width: int, height: int, signs: Signs) -> list[Content]:
    """Bands of cards that wait, are in work, and were finished since the first day."""
    if not page.levels:
        return []
    # What was finished before would press everything else to the upper edge.
    base = page.levels[0].finished
    top = max(1.0, float(page.levels[-1].made - base))
    canvas = Canvas(page.since, page.until, top, width, height - 2, _EDGE)
    if not canvas.is_readable:
        return []
    done, work, wait = ("#", "=", ".") if signs is ASCII else ("█", "▒", "·")
    by_day: dict[date, Level] = {level.day: level for level in page.levels}
    for column in range(canvas.width):
        level = by_day.get(canvas.day(column), page.levels[-1])
        counts = (level.finished - base, level.begun - base, level.made - base)
        # Half a row is where one band ends and the next begins.
        edges = [round(count / top * canvas.height) for count in counts]
        for up in range(canvas.height):
            row = canvas.height - 1 - up
            if up < edges[0]:
                canvas.put(column, row, done, "$lane-green")
            elif up < edges[1]:
                canvas.put(column, row, work, "$lane-yellow")
            elif up < edges[2]:
                canvas.put(column, row, wait, "$lane-grey")
    last = page.levels[-1]
    legend = (
        f"{wait} waiting {last.waiting}   {work} in work {last.in_work}   "
        f"{done} finished since then {last.finished - base}"
    )
    about = "A higher middle band: more is in work. A longer one: cards take longer."
    beside = {0: f"{top:.0f}", canvas.height - 1: "0"}
    return [
        *canvas.lines(beside, signs, page.until),
        Content.assemble((legend, "dim")),
        Content.assemble((about, "dim")),
    ]
