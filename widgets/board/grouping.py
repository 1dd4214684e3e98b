"""What the lanes of the board stand for, and the names by which they are remembered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Grouping(StrEnum):
    """What cards of one lane have in common."""

    ROLE = "role"
    PERSON = "person"
    GOAL = "goal"
    PRIORITY = "priority"
    NONE = "none"
    """Nothing: all cards of a column stand in one cell."""


_NUMBERED = (Grouping.ROLE, Grouping.GOAL)


@dataclass(frozen=True, slots=True)
class LaneKey:
    """One lane, by what it stands for. As a string it can be kept: `role:3`, `person:ana`, `goal:`."""

    grouping: Grouping
    value: int | str | None = None
    """Number of the role or goal, login of the person, or the priority; `None`: the cards without one."""

    def __str__(self) -> str:
        return f"{self.grouping.value}:{'' if self.value is None else self.value}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The lane that a kept string names.

        Raises:
            ValueError: it names none.
        """
        word, colon, value = text.partition(":")
        if not colon:
            raise ValueError(f"“{text}” is not a lane; write it like role:3 or person:ana.")
        grouping = Grouping(word)
        if not value:
            return cls(grouping)
        return cls(grouping, int(value) if grouping in _NUMBERED else value)
