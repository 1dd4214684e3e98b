"""Rows in columns, aligned by the cells that a terminal gives to each character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from widgets.cells import cut, fit, shrink

_GAP = "  "
_WIDEST = 60
"""Cells to which a column is filled up where nothing is cut: one long title must not make all lines long."""


def aligned(rows: Sequence[Sequence[str]], width: int | None, least: Sequence[int]) -> Iterator[str]:
    """The rows as lines; columns in which nothing stands are left out.

    Args:
        rows: one-line texts without control characters.
        width: cells in a line; `None`: nothing is cut, and what is longer than most moves its line only.
        least: cells that each column keeps when the lines have to become shorter; 0: it is not cut.
    """
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    shown = [i for i, w in enumerate(widths) if w]
    if width is not None:
        shrink(widths, width - len(_GAP) * (len(shown) - 1), least)
    for row in rows:
        if width is None:
            yield _GAP.join(_filled(row[i], min(widths[i], _WIDEST)) for i in shown).rstrip()
        else:
            yield cut(_GAP.join(fit(row[i], widths[i]) for i in shown).rstrip(), width)


def _filled(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
