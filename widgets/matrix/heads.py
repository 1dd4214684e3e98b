"""The names above the columns: a terminal cannot write at a slant, so they are broken into short lines."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, chop_cells


@lru_cache(4096)
def broken(text: str, width: int) -> tuple[str, ...]:
    """A name on as many lines of this width as it takes; short words share one.

    >>> broken("Katharina", 3)
    ('Kat', 'har', 'ina')
    """
    lines: list[str] = []
    for word in text.split():
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines += chop_cells(word, max(1, width))
    return tuple(lines)


def standing(text: str, width: int, lines: int) -> list[str]:
    """A name on exactly so many lines, the last of them at the bottom."""
    kept = broken(text, width)[:lines]
    return [""] * (lines - len(kept)) + list(kept)
