"""Charts that stand in a line of text: how values went, and how far something is."""

from __future__ import annotations

from store.charts.line import Band, Points, dot
from store.charts.scale import extent
from store.charts.svg import Chart, line, number, tag

_WIDTH, _HEIGHT, _EDGE = 132.0, 32.0, 6.0
_LEVELS = "▁▂▃▄▅▆▇█"


def spark(title: str, about: str, found: Points, band: Band | None = None) -> Chart:
    """The last values as a small line, with a stroke where the target is."""
    band = band or Band()
    edges = [edge for edge in (band.low, band.high) if edge is not None]
    low, high = extent([*(value for _, value in found), *edges])

    def y(value: float) -> float:
        share = (value - low) / (high - low)
        return _HEIGHT - _EDGE - share * (_HEIGHT - 2 * _EDGE)

    step = (_WIDTH - 2 * _EDGE) / max(1, len(found) - 1)
    places = [(_EDGE + at * step, y(value)) for at, (_, value) in enumerate(found)]
    drawn = [line(0, y(edge), _WIDTH, y(edge), "c-target") for edge in edges]
    if len(places) > 1:
        points = " ".join(f"{number(x)},{number(at)}" for x, at in places)
        drawn.append(tag("polyline", points=points, class_="c-line"))
    if places:
        drawn.append(dot(*places[-1], band.kind(found[-1][1])))
    return Chart(title, about, _WIDTH, _HEIGHT, "".join(drawn))


def columns(found: Points) -> str:
    """The same as a line of signs, for plain text; empty with fewer than two values."""
    values = [value for _, value in found]
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    if low == high:
        return _LEVELS[len(_LEVELS) // 2 - 1] * len(values)
    return "".join(_LEVELS[round((value - low) / (high - low) * (len(_LEVELS) - 1))] for value in values)


def way(title: str, about: str, share: float, expected: float | None) -> Chart:
    """How far something is, 0.0 to 1.0, with a stroke where it should be by now."""
    inside = _WIDTH - 2
    drawn = [tag("rect", x=1.0, y=9.0, width=inside, height=14.0, class_="c-way")]
    if (done := min(max(share, 0.0), 1.0) * inside) > 0:
        drawn.append(tag("rect", x=1.0, y=9.0, width=done, height=14.0, class_="c-left"))
    if expected is not None:
        x = 1 + min(max(expected, 0.0), 1.0) * inside
        drawn.append(line(x, 3, x, 29, "c-axis"))
    return Chart(title, about, _WIDTH, _HEIGHT, "".join(drawn))
