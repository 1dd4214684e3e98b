"""How a card looks: from a task to strips, in one line or in up to three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from store.models import Priority, Task
from store.playbooks.freezing import NOTHING, Frozen
from store.team import Team
from widgets.board.marks import NO_COLOURS, Mark, extras, marks, that_fit
from widgets.board.rows import Look
from widgets.cells import cut, fit, wrap
from widgets.lean_strip import LeanStrip
from widgets.signs import Signs
from widgets.words import number

Styles = Mapping[str, Style]
"""Name of a part of the board to its style."""
Run = tuple[str, str]
"""A text and the name of the part it is."""

MARGIN = 2
"""Cells for the cursor's sign and the sign of the priority."""
_INDENT, _INDENTED = 2, 30
"""Cells by which the lines below a card's first one stand back, so that one sees where a card begins; and
cells from which on there is room for it."""
_MIN_TITLE = 8
_DRAWN_AS = {
    Look.CURRENT: "cursor",
    Look.BOTH: "cursor",
    Look.SELECTED: "selected",
    Look.CARRIED: "carried",
    Look.TARGET: "target",
}
"""The part whose style a whole line takes."""


def face(
    task: Task,
    team: Team,
    today: date,
    width: int,
    lines: int,
    look: Look,
    styles: Styles,
    signs: Signs,
    tag_colours: Mapping[str, str] = NO_COLOURS,
    moved: str = "",
    frozen: Frozen = NOTHING,
) -> list[Strip]:
    """The lines of a card.

    Args:
        task: What it shows.
        team: For initials, comments and thresholds.
        today: The day it is for the team.
        width: Cells across.
        lines: 1, 2 or 3.
        look: Whether the cursor is on it, and the like.
        styles: How the parts look.
        signs: Which signs are used.
        tag_colours: Tag to the name of its colour.
        moved: Initials of who has just moved it; empty: nobody.
        frozen: Tags whose cards should not move today.
    """
    found, more = marks(task, team, today, signs, moved, frozen), extras(task, signs, tag_colours)
    drawn = (
        [_one_line(task, width, found, more, signs)]
        if lines == 1
        else _some_lines(task, width, lines, found, more, signs)
    )
    # A line without a word is the gap to the next card: nothing is sent for it when the cursor moves.
    return [
        _strip(line, width, look if _has_words(line) else Look.PLAIN, at, styles, signs)
        for at, line in enumerate(drawn)
    ]


def sign_of(look: Look, signs: Signs) -> str:
    """The sign in the margin."""
    return {
        Look.PLAIN: " ",
        Look.CURRENT: signs.cursor,
        Look.SELECTED: signs.selected,
        Look.BOTH: signs.both,
        Look.CARRIED: signs.carried,
        Look.TARGET: signs.target,
    }[look]


def _has_words(line: Sequence[Run]) -> bool:
    return any(not text.isspace() for text, _ in line)


def _lead(task: Task, signs: Signs) -> list[Run]:
    sign = signs.priorities[task.priority]
    return [(sign, "meta" if task.priority is Priority.NORMAL else task.priority.value)]


def _one_line(task: Task, width: int, found: list[Mark], more: list[Mark], signs: Signs) -> list[Run]:
    label = number(task) + " "
    room = width - MARGIN - cell_len(label)
    shown = that_fit(found, min(room - _MIN_TITLE, room // 3 + 1), signs)
    taken = sum(cell_len(mark.text) + 1 for mark in shown)
    # What is nice to know never costs a letter of the title.
    shown = that_fit(more, room - taken - cell_len(task.title) - 1, signs) + shown
    taken = sum(cell_len(mark.text) + 1 for mark in shown)
    title = fit(task.title, room - taken, signs.ellipsis)
    return [*_lead(task, signs), (label, "number"), (title, "title"), *_row(shown, " ")]


def _some_lines(
    task: Task, width: int, lines: int, found: list[Mark], more: list[Mark], signs: Signs
) -> list[list[Run]]:
    label = number(task) + " "
    # The last cell stays free, so that titles do not run into the line between the columns.
    rest = width - MARGIN - 1
    first_room = rest - cell_len(label)
    indent = _INDENT if width >= _INDENTED else 0
    rest -= indent
    head, tail = wrap(task.title, first_room, rest, signs.ellipsis)
    if lines == 2 and tail:
        head, tail = cut(task.title, first_room, signs.ellipsis), ""
    shown = that_fit([*found, *more], rest, signs, gap=2)
    left = _row([mark for mark in shown if mark.part != "who"], " ", gap=2)
    right = _row([mark for mark in shown if mark.part == "who"])
    used = sum(cell_len(text) for text, _ in (*left, *right))
    meta: list[Run] = [(" " * indent, ""), *left, (" " * (rest + 1 - used), ""), *right]
    first = [*_lead(task, signs), (label, "number"), (head, "title")]
    return [first, [(" " * (indent + 1) + tail, "title")], meta] if tail else [first, meta, []][:lines]


def _row(shown: Sequence[Mark], before: str = "", gap: int = 1) -> list[Run]:
    return [((" " * gap if at else before) + mark.text, mark.part) for at, mark in enumerate(shown)]


def _strip(runs: Sequence[Run], width: int, look: Look, at: int, styles: Styles, signs: Signs) -> Strip:
    """One line; a look is one sign and one style for all of it."""
    text = "".join(text for text, _ in runs)
    if look is not Look.PLAIN:
        part = _DRAWN_AS[look]
        sign = sign_of(look if not at else Look.CURRENT if part == "cursor" else Look.PLAIN, signs)
        line = fit(text, width - 1, signs.ellipsis)
        style = styles["cursor-sign" if part == "cursor" else part]
        return LeanStrip([Segment(sign, style), Segment(line, styles[part])], width)
    strip = LeanStrip(_merged([(" ", ""), *runs, (" " * (width - 1 - cell_len(text)), "")], styles))
    return strip if strip.cell_length == width else LeanStrip(strip.crop(0, width), width)


def _merged(runs: Sequence[Run], styles: Styles) -> list[Segment]:
    """Segments with as few changes of style as can be: each one costs some forty bytes on the line.

    Blanks show no colour of their own, so they join whatever stands beside them.
    """
    segments: list[tuple[str, Style]] = []
    for text, part in runs:
        style = styles[part or "title"]
        if not text:
            continue
        if segments and (text.isspace() or style == segments[-1][1]):
            segments[-1] = segments[-1][0] + text, segments[-1][1]
        elif segments and segments[-1][0].isspace():
            segments[-1] = segments[-1][0] + text, style
        else:
            segments.append((text, style))
    return [Segment(text, style) for text, style in segments]
