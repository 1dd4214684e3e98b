"""Values over time: a line, with the band in which it should be and what was changed on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from store.charts.plot import WIDTH, Plot
from store.charts.svg import Chart, cut, line, number, tag, words

Points = Sequence[tuple[date, float]]
_MOST_DOTS = 80
"""Values up to which each has a dot; of more only those that are off target and the newest have one."""
_LONGEST = 92
"""Characters of what stands below a chart."""


@dataclass(frozen=True, slots=True)
class Band:
    """Where values should be; `None`: no such end."""

    low: float | None = None
    high: float | None = None
    limit_low: float | None = None
    """Below it is alarming."""
    limit_high: float | None = None
    words: str = ""
    """The same for reading."""

    def kind(self, value: float) -> str:
        """How a value's dot looks: on target, off it, or beyond the limit."""
        if self.low is None and self.high is None:
            return "dot"
        if (self.low is None or value >= self.low) and (self.high is None or value <= self.high):
            return "dot"
        # As with KPIs: without a limit on that side everything beyond the target is alarming.
        is_low = self.low is not None and value < self.low
        edge = self.limit_low if is_low else self.limit_high
        is_bearable = edge is not None and (value >= edge if is_low else value <= edge)
        return "watch" if is_bearable else "alarm"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that was changed on a day."""

    day: date
    text: str


def chart(
    title: str,
    about: str,
    found: Points,
    shown: Callable[[float], str],
    *,
    band: Band | None = None,
    marks: Sequence[Mark] = (),
    before: Points = (),
    before_words: str = "",
    apart: int = 0,
) -> Chart:
    """A line through values.

    Args:
        title: stands above it.
        about: what is to be seen, in words.
        found: days and values, ascending.
        shown: how a value is written.
        band: where they should be.
        marks: what was changed; only those in the time that is shown are drawn.
        before: other values for comparison, on the same days.
        before_words: what these are.
        apart: days between two values beyond which no line connects them; 0: it always does.
    """
    band = band or Band()
    first, last = (found[0][0], found[-1][0]) if found else (date(2000, 1, 1), date(2000, 1, 2))
    edges = [v for v in (band.low, band.high, band.limit_low, band.limit_high) if v is not None]
    values = [value for _, value in (*found, *before)]
    plot = Plot.over(first, last, [*values, *edges])
    inside = [mark for mark in marks if first <= mark.day <= last]
    below = [*_lettered(inside)]
    notes = [f"{letter}  {mark.day.isoformat()}  {mark.text}" for letter, mark in below]
    notes += [f"Dotted: {before_words}"] if before and before_words else []
    drawn = [
        *_band(plot, band),
        plot.frame(title, shown),
        *_edges(plot, band),
        *(_strokes(plot, before, apart, "c-before") if before else ()),
        *_flags(plot, below),
        *_strokes(plot, found, apart, "c-line"),
        *_dots(plot, found, band),
        *(words(plot.left, plot.below(at), cut(text, _LONGEST)) for at, text in enumerate(notes)),
    ]
    if band.words:
        drawn.append(words(plot.right, 20, cut(f"should be {band.words}", 40), anchor="end"))
    return Chart(title, about, WIDTH, plot.height(len(notes)) + (8 if notes else 0), "".join(drawn))


def dot(x: float, y: float, kind: str, size: float = 4.0) -> str:
    """A value: a disc on target, an open square off it, a triangle beyond the limit."""
    if kind == "watch":
        return tag("rect", x=x - size, y=y - size, width=2 * size, height=2 * size, class_="c-watch")
    if kind == "alarm":
        up, side = number(y - size * 1.5), number(y + size)
        points = f"{number(x)},{up} {number(x - size * 1.4)},{side} {number(x + size * 1.4)},{side}"
        return tag("polygon", points=points, class_="c-alarm")
    return tag("circle", cx=x, cy=y, r=size, class_="c-dot")


def pieces(found: Points, apart: int) -> Iterator[list[tuple[date, float]]]:
    """The values in stretches that a line connects."""
    piece: list[tuple[date, float]] = []
    for day, value in found:
        if piece and apart and (day - piece[-1][0]).days > apart:
            yield piece
            piece = []
        piece.append((day, value))
    if piece:
        yield piece


def _strokes(plot: Plot, found: Points, apart: int, kind: str) -> Iterator[str]:
    for piece in pieces(found, apart):
        if len(piece) == 1:
            # A line of one point is not drawn at all.
            day, value = piece[0]
            yield tag("circle", cx=plot.x(day), cy=plot.y(value), r=3, class_=kind)
            continue
        points = " ".join(f"{number(plot.x(day))},{number(plot.y(value))}" for day, value in piece)
        yield tag("polyline", points=points, class_=kind)


def _dots(plot: Plot, found: Points, band: Band) -> Iterator[str]:
    for at, (day, value) in enumerate(found):
        kind = band.kind(value)
        if len(found) <= _MOST_DOTS or kind != "dot" or at == len(found) - 1:
            yield dot(plot.x(day), plot.y(value), kind, 4.0 if len(found) <= _MOST_DOTS else 2.5)


def _band(plot: Plot, band: Band) -> Iterator[str]:
    if band.low is None and band.high is None:
        return
    top = plot.y(band.high) if band.high is not None else plot.top
    bottom = plot.y(band.low) if band.low is not None else plot.bottom
    width, height = plot.right - plot.left, max(bottom - top, 1.0)
    yield tag("rect", x=plot.left, y=top, width=width, height=height, class_="c-band")


def _edges(plot: Plot, band: Band) -> Iterator[str]:
    for value, kind in (
        (band.low, "c-target"),
        (band.high, "c-target"),
        (band.limit_low, "c-limit"),
        (band.limit_high, "c-limit"),
    ):
        if value is not None:
            y = plot.y(value)
            yield line(plot.left, y, plot.right, y, kind)


def _lettered(marks: Sequence[Mark]) -> Iterator[tuple[str, Mark]]:
    for at, mark in enumerate(sorted(marks, key=lambda mark: mark.day)):
        yield (chr(ord("A") + at) if at < 26 else f"{at + 1}"), mark


def _flags(plot: Plot, marks: Sequence[tuple[str, Mark]]) -> Iterator[str]:
    for letter, mark in marks:
        x = plot.x(mark.day)
        yield line(x, plot.top, x, plot.bottom, "c-mark")
        yield tag("rect", x=x - 8, y=plot.top - 15, width=16.0, height=15.0, class_="c-flag")
        yield words(x, plot.top - 4, letter, "c-flag-text", "middle")
