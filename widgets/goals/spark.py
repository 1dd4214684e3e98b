"""A line of small columns that shows how values have been going."""

from __future__ import annotations

from collections.abc import Sequence


def spark(values: Sequence[float], width: int, levels: str) -> str:
    """The newest values in at most `width` cells, the newest on the right, each as high as it is among them.

    Two values at least; with fewer there is nothing to be seen, and with all the same they are half high.
    """
    last = values[-width:] if width > 0 else ()
    if len(last) < 2:
        return ""
    low, high = min(last), max(last)
    top = len(levels) - 1
    if low == high:
        return levels[top // 2] * len(last)
    return "".join(levels[round((value - low) / (high - low) * top)] for value in last)
