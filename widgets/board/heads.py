"""How everything looks that is no card: headings, and what an empty or cut cell says."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from widgets.board.card_face import Styles, sign_of
from widgets.board.rows import ColumnHead, LaneHead, Look, More, Vacant
from widgets.cells import cut, fit
from widgets.lean_strip import LeanStrip
from widgets.signs import Signs

_SHORTEST_RULE = 4
"""Cells that a line between two numbers has at least, with a blank before it."""


def column_head(row: ColumnHead, width: int, styles: Styles, signs: Signs) -> Strip:
    """Name, kind, count and limit, and how many columns lie out of view."""
    before = f"{signs.left}{row.hidden_left} " if row.hidden_left else " "
    after = f" {row.hidden_right}{signs.right}" if row.hidden_right else " "
    is_over = row.limit is not None and row.count > row.limit
    count = f" {row.count}" + (f"/{row.limit}" if row.limit else "") + (signs.over if is_over else "")
    room = width - cell_len(before + after + count)
    kind = f" {row.kind.value}" if room >= cell_len(row.name) + 2 + len(row.kind.value) + 4 else ""
    name = fit(f"{signs.kinds[row.kind]} {row.name}", room - len(kind), signs.ellipsis)
    return _line(
        width,
        (before, styles["head-side"]),
        (name, styles["head"]),
        (kind, styles["head-side"]),
        (count, styles["head-over" if is_over else "head-side"]),
        (after, styles["head-side"]),
    )


def lane_head(row: LaneHead, width: int, styles: Styles, signs: Signs) -> Strip:
    """Name, load and limit on the left, and in each column the count of its cell."""
    count = f" {row.count} " if row.count else signs.rule
    is_over = row.limit is not None and row.load > row.limit
    load = f" {row.load}/{row.limit}{signs.over if is_over else ''}" if row.name and row.limit else ""
    room = width - cell_len(count + load) - (1 if row.count else 2)
    name = _lane_name(row, room, signs) if row.name else ""
    before = f" {name}{load}" if name else ""
    line = _rule(width - cell_len(before + count), bool(name), bool(load and row.count), signs)
    if row.look is not Look.PLAIN:
        part = "target" if row.look is Look.TARGET else "cursor"
        text = fit((before + line + count)[1:], width - 1, signs.ellipsis)
        return _line(width, (sign_of(row.look, signs), styles[part]), (text, styles[part]))
    rule = styles["rule"]
    return _line(
        width,
        (f" {name}" if name else "", styles[f"lane-{row.colour}"]),
        (load, styles["lane-over" if is_over else "lane-count"]),
        (line, rule),
        (count, styles["lane-count"] if row.count else rule),
    )


def more(row: More, width: int, styles: Styles, signs: Signs) -> Strip:
    """How many cards of a cell lie out of view."""
    above = f"{signs.above} {row.above} " if row.above else ""
    below = f"{signs.below} {row.below} " if row.below else ""
    return _line(width, (fit(f"  {above}{below}more", width, signs.ellipsis), styles["more"]))


def vacant(row: Vacant, width: int, styles: Styles, signs: Signs) -> Strip:
    """What an empty cell says."""
    is_target = row.look is Look.TARGET
    sign = Segment(sign_of(row.look, signs), styles["target" if is_target else "cursor-sign"])
    text = fit(" " + row.hint, width - 1, signs.ellipsis)
    return LeanStrip([sign, Segment(text, styles["target" if is_target else "vacant"])], width)


def _rule(cells: int, is_named: bool, is_between: bool, signs: Signs) -> str:
    """What joins a lane's name to the count of its cell."""
    if not is_named:
        return signs.rule * cells
    # A short rule between two numbers would read as a minus.
    sign = " " if is_between and cells < _SHORTEST_RULE else signs.rule
    return " " + sign * (cells - 1) if cells else ""


def _lane_name(row: LaneHead, room: int, signs: Signs) -> str:
    sign = signs.priorities[row.priority] if row.priority else signs.colours[row.colour]
    folded = f"{signs.folded} " if row.is_folded else ""
    return cut(f"{folded}{sign} {row.name}", room, signs.ellipsis)


def _line(width: int, *runs: tuple[str, Style]) -> Strip:
    strip = LeanStrip([Segment(text, style) for text, style in runs if text])
    if strip.cell_length == width:
        return strip
    return LeanStrip(strip.adjust_cell_length(width, runs[-1][1]), width)
