"""How a card looks while it is being written."""

from __future__ import annotations

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from widgets.board.card_face import MARGIN, Styles
from widgets.board.rows import DraftLine
from widgets.cells import cut, fit
from widgets.lean_strip import LeanStrip
from widgets.line_edit import window
from widgets.signs import Signs


def draft_line(row: DraftLine, width: int, styles: Styles, signs: Signs) -> Strip:
    """One line with the cursor on the character that it stands before; long text is scrolled to it."""
    style, room = styles["cursor"], max(2, width - MARGIN)
    text, cursor = row.text, row.cursor
    # One cell less than there is: the character under the cursor may be a wide one.
    start = window(text, cursor, room - 1, max(0, cursor - room // 2))
    shapes = split_graphemes(text[cursor:])[0]
    end = cursor + (shapes[0][1] if shapes else 0)
    before, under = text[start:cursor], text[cursor:end] or " "
    if start and cell_len(before) > 1:
        # Its first character gives way, so that one sees that there is more.
        before = fit(signs.ellipsis + before[split_graphemes(before)[0][0][1] :], cell_len(before), "")
    after = cut(text[end:], max(0, room - cell_len(before + under)), signs.ellipsis)
    rest = room - cell_len(before + under + after)
    return LeanStrip(
        [
            Segment(signs.cursor.ljust(MARGIN), styles["cursor-sign"]),
            *([Segment(before, style)] if before else []),
            Segment(under, style + Style(reverse=not style.reverse)),
            Segment(after + " " * max(0, rest), style),
        ],
        width,
    )
