"""The signs of skills and learning, in Unicode and in plain ASCII; nothing is said by a colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.models import LearningState
from widgets.signs import ASCII, Signs


@dataclass(frozen=True)
class TrainingSigns:
    """One set of signs; each is one cell wide."""

    below: str
    """The level is below what is needed."""
    met: str
    above: str
    unknown: str
    """Nobody has said anything about the level yet."""
    confirmed: str
    estimate: str
    expired: str
    soon: str
    """Expires within the next weeks."""
    spent: str
    """A cell of a bar: paid, or reached."""
    planned: str
    """A cell of a bar: agreed on, not paid yet."""
    left: str
    """A cell of a bar: nothing yet."""
    over: str
    """The last cell of a bar that is too short."""
    states: Mapping[LearningState, str]
    levels: str
    """From the lowest to the highest value of a line of small columns."""
    up: str
    down: str
    same: str


_UNICODE = TrainingSigns(
    below="▾",
    met="=",
    above="▴",
    unknown="–",
    confirmed="✓",
    estimate="?",
    expired="!",
    soon="~",
    spent="█",
    planned="▒",
    left="·",
    over="▶",
    states={
        LearningState.WISH: "☆",
        LearningState.PLANNED: "○",
        LearningState.UNDER_WAY: "◐",
        LearningState.DONE: "✓",
        LearningState.DROPPED: "–",
    },
    levels="▁▂▃▄▅▆▇█",
    up="▴",
    down="▾",
    same="=",
)

_ASCII = TrainingSigns(
    below="v",
    met="=",
    above="^",
    unknown="-",
    confirmed="+",
    estimate="?",
    expired="!",
    soon="~",
    spent="#",
    planned="=",
    left=".",
    over=">",
    states={
        LearningState.WISH: "?",
        LearningState.PLANNED: "o",
        LearningState.UNDER_WAY: "*",
        LearningState.DONE: "x",
        LearningState.DROPPED: "-",
    },
    levels="_.-'^",
    up="^",
    down="v",
    same="=",
)


def training_signs(signs: Signs) -> TrainingSigns:
    """The set that goes with a set of the board's signs."""
    return _ASCII if signs is ASCII else _UNICODE
