"""Findings about people who are away, now or soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from store.days import spoken
from store.findings.finding import Finding, FindingKind, Gravity, Mend
from store.findings.ground import Ground, spans
from store.models import Absence
from store.phrases import listed

_AHEAD = timedelta(days=30)
"""How far ahead absences need a cover: a month is time enough to agree on one."""
_AT_ONCE = timedelta(days=7)
"""Absences that begin this soon are a gap, later ones a risk."""


def uncovered(ground: Ground) -> Iterator[Finding]:
    """Absences that run or begin within 30 days, and have no cover, or one who is away in that time.

    Nobody covers for herself, and nobody does who has left the team.
    """
    for login, absences in ground.absences.items():
        for one in absences:
            if one.start > ground.today + _AHEAD:
                continue
            covers = [cover for cover in ground.here((one.cover,)) if cover != login]
            missing = _missing(ground, one, covers[0]) if covers else ""
            if covers and not missing:
                continue
            when = _days(max(one.start, ground.today), one.end, ground.today)
            away = f"{ground.team.name_of(login)} is away {when}"
            if missing:
                sentence = f"{away}, and {ground.names(covers)}, who covers, is away {missing} as well."
            else:
                sentence = f"{away}, and nobody covers."
            yield _finding(ground, one, sentence, is_covered=bool(missing))


def _missing(ground: Ground, absence: Absence, cover: str) -> str:
    """The days of an absence on which its cover is away, from today on; empty: none."""
    first, today = max(absence.start, ground.today), ground.today
    both = [
        (max(first, other.start), min(absence.end, other.end))
        for other in ground.absences.get(cover, ())
        if other.start <= absence.end and other.end >= first
    ]
    return listed(_days(start, end, today) for start, end in spans(both)) if both else ""


def _finding(ground: Ground, one: Absence, sentence: str, *, is_covered: bool) -> Finding:
    member = ground.team.members[one.person]
    leads = [login for role in member.roles for login in ground.leads(role)]
    return Finding(
        kind=FindingKind.UNCOVERED,
        gravity=Gravity.GAP if one.start <= ground.today + _AT_ONCE else Gravity.RISK,
        table="absences",
        number=one.id,
        login=one.person,
        sentence=sentence,
        advice="Choose somebody else who covers." if is_covered else "Choose who covers.",
        mend=Mend.CHOOSE_COVER,
        people=tuple(dict.fromkeys((one.person, *ground.here((one.cover,)), *leads))),
        roles=tuple(member.roles),
    )


def _days(start: date, end: date, today: date) -> str:
    if start == end:
        return "today" if start == today else f"on {spoken(start, today)}"
    if start == today:
        return f"until {spoken(end, today)}"
    return f"from {spoken(start, today)} to {spoken(end, today)}"
