"""The signs of goals, in Unicode and in plain ASCII; what a colour says is said by one of them as well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.goals.pace import Pace
from store.models import GoalState
from widgets.signs import ASCII, Signs


@dataclass(frozen=True)
class GoalSigns:
    """One set of signs; each is one cell wide."""

    marks: Mapping[Pace | GoalState, str]
    """By its pace, or by its state where it has none; `active`: nobody knows how far it is."""
    owed: str
    """Stands beside a goal for which a check-in is owed."""
    done: str
    parts: str
    """The last cell of what is done, by how full it is; may be empty."""
    lost: str
    """Done, but the trend leads back from there."""
    ahead: str
    """Not done; by the due date it will be, if it goes on like this."""
    rest: str
    today: str
    """Where it should be today."""
    levels: str
    """From the lowest to the highest value of a sparkline."""
    met: str
    """A letter of SMART to which nothing is missing."""
    unmet: str
    """A letter of SMART to which something is missing."""


_UNICODE = GoalSigns(
    marks={
        Pace.AHEAD: "▲",
        Pace.ON_TRACK: "●",
        Pace.AT_RISK: "◆",
        Pace.OFF_TRACK: "▼",
        GoalState.ACTIVE: "○",
        GoalState.DRAFT: "◌",
        GoalState.REACHED: "✓",
        GoalState.MISSED: "✗",
        GoalState.DROPPED: "–",
    },
    owed="?",
    done="█",
    parts="▏▎▍▌▋▊▉",
    lost="▓",
    ahead="▒",
    rest="·",
    today="│",
    levels="▁▂▃▄▅▆▇█",
    met="✓",
    unmet="·",
)

_ASCII = GoalSigns(
    marks={
        Pace.AHEAD: "^",
        Pace.ON_TRACK: "o",
        Pace.AT_RISK: "!",
        Pace.OFF_TRACK: "v",
        GoalState.ACTIVE: ".",
        GoalState.DRAFT: "~",
        GoalState.REACHED: "x",
        GoalState.MISSED: "X",
        GoalState.DROPPED: "-",
    },
    owed="?",
    done="#",
    parts="",
    lost="%",
    ahead="=",
    rest=".",
    today="|",
    levels="_.-'^",
    met="x",
    unmet=".",
)


def goal_signs(signs: Signs) -> GoalSigns:
    """The set that goes with a set of the board's signs."""
    return _ASCII if signs is ASCII else _UNICODE
