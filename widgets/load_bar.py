"""How full somebody's week is, as a bar and in hours."""

from __future__ import annotations

from store.absences.workload import Load
from widgets.goals.signs import goal_signs
from widgets.signs import Signs


def load_bar(width: int, load: Load, signs: Signs) -> str:
    """The bar in exactly `width` cells; full where more is to be done than there are hours for."""
    known = goal_signs(signs)
    full = width * min(1.0, _share(load))
    whole = int(full)
    step = int((full - whole) * (len(known.parts) + 1))
    part = known.parts[step - 1] if known.parts and step else ""
    return (known.done * whole + part).ljust(width, known.rest)[:width]


def load_words(load: Load) -> str:
    """`34 of 38 h`, or `~34 of 38 h` where some of it is guessed."""
    return f"{guess_mark(load)}{load.demand:.0f} of {load.capacity:.0f} h"


def guess_mark(load: Load) -> str:
    """What stands before hours of which some are guessed."""
    return "~" if load.is_guessed else ""


def load_mark(load: Load, signs: Signs) -> str:
    """The sign of a week that is too full; else a blank."""
    return signs.over if load.is_over else " "


def _share(load: Load) -> float:
    if load.capacity <= 0:
        return 1.0 if load.is_over else 0.0
    return load.demand / load.capacity
