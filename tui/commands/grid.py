"""Rows in columns, aligned by the cells that a terminal gives to each character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from widgets.cells import cut, fit, shrink

_GAP = "  "


def aligned(rows: Sequence[Sequence[str]], width: int | None, least: Sequence[int]) -> Iterator[str]:
    """The rows as lines; columns in which nothing stands are left out.

    Args:
        rows: one-line texts without control characters.
        width: cells in a line; `None`: as wide as it gets.
        least: cells that each column keeps when the lines have to become shorter; 0: it is not cut.
    """
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    shown = [i for i, w in enumerate(widths) if w]
    if width is not None:
        shrink(widths, width - len(_GAP) * (len(shown) - 1), least)
    for row in rows:
        line = _GAP.join(fit(row[i], widths[i]) for i in shown).rstrip()
        yield line if width is None else cut(line, width)
