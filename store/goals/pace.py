"""Whether a goal is where it should be."""

from __future__ import annotations

from enum import StrEnum

AHEAD_BY = 0.05
"""Share of the whole way by which a goal is more than where it should be, to be called ahead."""
RISK_BY = -0.05
"""Behind by more than this it is at risk: a week of a quarter is 0.08."""
OFF_BY = -0.15
"""Behind by more than this it is off track."""


class Pace(StrEnum):
    """How far a goal is from where it should be today."""

    AHEAD = "ahead"
    ON_TRACK = "on track"
    AT_RISK = "at risk"
    OFF_TRACK = "off track"


def pace(share: float, expected: float) -> Pace:
    """The pace of a goal, from its share of the way and the share that should be behind it by now.

    What has arrived is never late, and nobody is ahead who has arrived just when due.
    """
    distance = share - expected
    if distance > AHEAD_BY:
        return Pace.AHEAD
    if share >= 1.0 or distance >= RISK_BY:
        return Pace.ON_TRACK
    return Pace.AT_RISK if distance >= OFF_BY else Pace.OFF_TRACK
