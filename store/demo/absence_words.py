"""When the demo's people are away."""

from __future__ import annotations

from typing import NamedTuple

from store.models import AbsenceKind

HOLIDAY, SICK, TRAINING, ELSEWHERE = (
    AbsenceKind.HOLIDAY,
    AbsenceKind.SICK,
    AbsenceKind.TRAINING,
    AbsenceKind.ELSEWHERE,
)


class AbsenceStory(NamedTuple):
    """Days on which somebody is away, counted from today."""

    person: str
    start: int
    end: int
    kind: AbsenceKind = HOLIDAY
    cover: str = ""
    note: str = ""


ABSENCES = (
    AbsenceStory("mehmet", -95, -82, cover="linh"),
    AbsenceStory("kofi", -88, -79, cover="ines"),
    AbsenceStory("amara", -70, -60, cover="sam"),
    AbsenceStory("jonas", -54, -48, cover="dario"),
    AbsenceStory("noa", -40, -38, TRAINING, "sam", "Course on writing for shops, Hamburg"),
    AbsenceStory("linh", -31, -27, SICK, "elif"),
    AbsenceStory("ruth", -3, 2, SICK, "svea"),
    AbsenceStory("mehmet", 5, 7, ELSEWHERE, "linh", "Fair in Friedrichshafen"),
    AbsenceStory("tomasz", 9, 20, cover="priya"),
    AbsenceStory("priya", 14, 16, TRAINING, "tomasz", "Workshop on accessibility"),
    AbsenceStory("sam", 12, 19, note="Family in Leeds"),
    AbsenceStory("dario", 25, 36, cover="jonas"),
    AbsenceStory("svea", 40, 54, cover="ruth"),
)
"""The oldest first. One has no cover yet, and two cover each other in one week."""
