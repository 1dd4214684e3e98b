"""What somebody has to do with a responsibility, in words."""

from __future__ import annotations

from store.duties.matrix import DutyRow
from store.models import Duty
from store.phrases import listed
from store.team import Team

IN_IT = {
    Duty.ACCOUNTABLE: "answers for it",
    Duty.RESPONSIBLE: "does the work",
    Duty.CONSULTED: "is asked before",
    Duty.INFORMED: "is told afterwards",
}
"""Of one whose responsibility was named already."""
GIVEN = {
    Duty.ACCOUNTABLE: "{} answers for {}.",
    Duty.RESPONSIBLE: "{} does the work for {}.",
    Duty.CONSULTED: "{} is asked before, in {}.",
    Duty.INFORMED: "{} is told about {} afterwards.",
}
"""What is true when somebody has got a part."""
TAKEN = {
    Duty.ACCOUNTABLE: "{} answers for {} no longer.",
    Duty.RESPONSIBLE: "{} does the work for {} no longer.",
    Duty.CONSULTED: "{} is no longer asked before, in {}.",
    Duty.INFORMED: "{} is no longer told about {}.",
}
"""What is true when it was taken away."""


def part_in(row: DutyRow, login: str) -> str:
    """All that a person has to do with it, like `answers for it and does the work`."""
    duties = row.duties.get(login, ())
    return listed(IN_IT[duty] for duty in duties) if duties else "has no part in it"


def answering(team: Team, row: DutyRow, beside: str) -> list[str]:
    """Who else answers for it than one person, in words; nothing where nobody does."""
    accountable = row.holders(Duty.ACCOUNTABLE)
    others = [team.name_of(login) for login in accountable if login != beside]
    if not others:
        return []
    verb, too = "answers" if len(others) == 1 else "answer", " too" if beside in accountable else ""
    return [f"{listed(others)} {verb} for it{too}"]
