"""Text measured in the cells of a terminal: wide characters take two, combining ones none."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, chop_cells, set_cell_size


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """The text in at most `width` cells; what is left out shows as an ellipsis."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    return set_cell_size(text, room).rstrip() + ellipsis if room > 0 else set_cell_size(text, max(0, width))


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """The text in exactly `width` cells, filled with blanks on the right."""
    short = cut(text, width, ellipsis)
    return short + " " * (width - cell_len(short))


def wrap(text: str, first: int, rest: int, ellipsis: str = "…") -> tuple[str, str]:
    """The text on two lines of these widths, broken between words where that is possible."""
    if cell_len(text) <= first:
        return text, ""
    head = set_cell_size(text, first)
    if not text.startswith(head):  # a wide character did not fit whole: there is a blank in its place
        head = head[:-1]
    if not text[len(head) :].startswith(" "):
        space = head.rfind(" ")
        # A break that would leave half of the first line empty looks worse than a broken word.
        head = head[:space] if space * 2 >= len(head) else head
    return head.rstrip(), cut(text[len(head) :].lstrip(), rest, ellipsis)


def paragraphs(text: str, width: int) -> list[str]:
    """The text on as many lines of this width as it takes, broken between words."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if line and cell_len(line) + 1 + cell_len(word) > width:
                lines.append(line)
                line = ""
            line = f"{line} {word}" if line else word
            while cell_len(line) > width > 1:
                piece = chop_cells(line, width)[0]
                lines.append(piece)
                line = line[len(piece) :]
        lines.append(line)
    return lines


def shrink(widths: list[int], room: int, least: Sequence[int]) -> None:
    """Take cells from the column that has most to give, until all fit or none has any.

    Args:
        widths: cells of each column; changed in place.
        room: cells that there are.
        least: cells that each column keeps; 0: it is not cut.
    """
    while sum(widths) > room:
        spare = [w - (minimum or w) for w, minimum in zip(widths, least, strict=True)]
        if max(spare) <= 0:
            return
        widths[spare.index(max(spare))] -= 1
