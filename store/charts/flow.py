"""The flow of work: what came and went, how long it took, and how much stands where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from store.charts.line import Points
from store.charts.plot import WIDTH, Plot
from store.charts.svg import Chart, cut, line, number, tag, words

_GAP = 0.2
"""Share of a group of bars that stays free on each side."""
_DIGIT = 7.5
"""Width of a digit, in pixels."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _whole(value: float) -> str:
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def bars(title: str, about: str, groups: Sequence[tuple[date, int, int]], names: tuple[str, str]) -> Chart:
    """Two bars for each week: an open one for what came, a full one for what left."""
    first, last = (groups[0][0], groups[-1][0]) if groups else (date(2000, 1, 3), date(2000, 1, 3))
    plot = Plot.over(
        first, last, [float(n) for _, came, left in groups for n in (came, left)], from_nought=True
    )
    wide = (plot.right - plot.left) / max(1, len(groups))
    drawn = [plot.frame(title, _whole, days=False)]
    room = wide * (1 - _GAP) / 2 / _DIGIT
    digits = max((len(_whole(n)) for _, *counts in groups for n in counts), default=0)
    # Where both have no room, what was finished has: beside it stays free then.
    numbered = ("c-came", "c-left") if digits <= room else ("c-left",) if digits <= 2 * room else ()
    every = max(1, -(-len(groups) // 12))
    for at, (day, *counts) in enumerate(groups):
        start = plot.left + at * wide + wide * _GAP / 2
        bar = wide * (1 - _GAP) / 2
        for place, (count, kind) in enumerate(zip(counts, ("c-came", "c-left"), strict=True)):
            x, y = start + place * bar, plot.y(count)
            drawn.append(tag("rect", x=x, y=y, width=bar, height=plot.bottom - y, class_=kind))
            if kind in numbered:
                drawn.append(words(x + bar / 2, y - 4, _whole(count), anchor="middle"))
        if at % every == 0:
            name = f"{day.day} {_MONTHS[day.month - 1]}"
            drawn.append(words(start + bar, plot.bottom + 19, name, anchor="middle"))
    drawn += _legend(plot, zip(names, ("c-came", "c-left"), strict=True))
    return Chart(title, about, WIDTH, plot.height(), "".join(drawn))


def scatter(
    title: str,
    about: str,
    found: Points,
    levels: Sequence[tuple[float, str]],
    shown: Callable[[float], str] = _whole,
) -> Chart:
    """A dot for each finished card, as high as it took long; lines for what most of them took."""
    first, last = (found[0][0], found[-1][0]) if found else (date(2000, 1, 1), date(2000, 1, 2))
    values = [value for _, value in found] + [value for value, _ in levels]
    plot = Plot.over(first, last, values, from_nought=True)
    drawn = [plot.frame(title, shown)]
    drawn += [
        tag("circle", cx=plot.x(day), cy=plot.y(value), r=3.5, class_="c-point") for day, value in found
    ]
    for value, _ in levels:
        y = plot.y(value)
        drawn.append(line(plot.left, y, plot.right, y, "c-target"))
    # Not at the lines: there the dots lie thickest.
    named = ", ".join(f"{name} {shown(value)} or less" for value, name in levels)
    drawn.append(words(plot.right, 20, cut(f"dashed: {named}", 50) if named else "", anchor="end"))
    return Chart(title, about, WIDTH, plot.height(), "".join(drawn))


def cumulative(
    title: str, about: str, found: Sequence[tuple[date, int, int, int]], names: tuple[str, str, str]
) -> Chart:
    """How many cards were made, begun and finished by each day, one area above the other.

    Args:
        title: stands above it.
        about: what is to be seen, in words.
        found: day, and how many cards were made, begun and finished by its end; ascending.
        names: of the areas, from below: finished, in work, waiting.
    """
    first, last = (found[0][0], found[-1][0]) if found else (date(2000, 1, 1), date(2000, 1, 2))
    # What was finished before is not looked at: thousands of old cards would press the rest to a line.
    base = found[0][3] if found else 0
    tops = [(day, done - base, begun - base, made - base) for day, made, begun, done in found]
    plot = Plot.over(first, last, [float(top) for _, *those in tops for top in those], from_nought=True)
    drawn = []
    for at, kind in ((2, "c-waiting"), (1, "c-work"), (0, "c-finished")):
        points = [f"{number(plot.x(day))},{number(plot.y(those[at]))}" for day, *those in tops]
        edge = number(plot.bottom)
        closed = [f"{number(plot.x(first))},{edge}", *points, f"{number(plot.x(last))},{edge}"]
        drawn.append(tag("polygon", points=" ".join(closed), class_=kind))
    drawn.append(plot.frame(title, _whole))
    drawn += _legend(plot, zip(names, ("c-finished", "c-work", "c-waiting"), strict=True))
    return Chart(title, about, WIDTH, plot.height(), "".join(drawn))


def _legend(plot: Plot, entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What each pattern means, on the right above the chart."""
    x = plot.right
    for name, kind in reversed([*entries]):
        x -= 7 * len(name)
        yield words(x, 20, name)
        x -= 18
        yield tag("rect", x=x, y=10.0, width=12.0, height=12.0, class_=kind)
        x -= 14
