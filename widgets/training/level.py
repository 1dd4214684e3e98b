"""A level as a cell of the matrix, and in words."""

from __future__ import annotations

from datetime import date

from store.models import Skill
from store.skills.levels import Level
from widgets.matrix.parts import EMPTY, MatrixCell
from widgets.training.signs import TrainingSigns
from widgets.words import day

WIDEST = 3
"""Cells of the text of a cell, without its sign."""


def level_cell(level: Level | None, target: int, today: date, signs: TrainingSigns) -> MatrixCell:
    """The level, whether it is enough (`2/3`: two of three), and whether somebody has confirmed it."""
    if level is None:
        return MatrixCell(f"{signs.unknown}/{target}", look="bad") if target else EMPTY
    is_below = level.level < target
    return MatrixCell(
        f"{level.level}/{target}" if is_below else f"{level.level}{against(level.level, target, signs)}",
        sure(level, today, signs),
        _look(level.level, target) if not (target and level.is_expired(today)) else "bad",
    )


def against(level: int, target: int, signs: TrainingSigns) -> str:
    """How a level stands against what is needed; a blank where nothing is."""
    if not target:
        return " "
    if level == target:
        return signs.met
    return signs.below if level < target else signs.above


def sure(level: Level, today: date, signs: TrainingSigns) -> str:
    """Whether it is confirmed, an estimate, or its certificate holds no longer."""
    if level.is_expired(today):
        return signs.expired
    return signs.confirmed if level.is_confirmed else signs.estimate


def in_words(skill: Skill, level: Level | None, today: date) -> str:
    """A level for reading: `2 with help, an estimate`."""
    if level is None:
        return "nobody has said a level yet"
    said = (
        f"{level.level} {skill.meaning(level.level)}, {'confirmed' if level.is_confirmed else 'an estimate'}"
    )
    if level.expires is None:
        return said
    return f"{said}, {'expired' if level.is_expired(today) else 'holds until'} {day(level.expires, today)}"


def _look(level: int, target: int) -> str:
    if not target:
        return "quiet"
    if level >= target:
        return "good"
    return "warning" if target - level == 1 else "bad"
