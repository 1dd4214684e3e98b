"""What a key of the matrix does to one cell, beyond giving and taking one part."""

from __future__ import annotations

from datetime import datetime

from store.change import Change
from store.models import Duty
from store.rules.board import refuse_strangers
from store.rules.membership import refuse_unless_lead
from store.rules.responsibilities import live_responsibility
from store.rules.valid import changed
from store.rules.words import quoted
from store.team import Team


def answer_alone(team: Team, number: int, login: str, by: str, now: datetime) -> Change:
    """Let one person answer for a responsibility, instead of all who did.

    Raises:
        NotFound: there is no such responsibility, or the person is not in the team.
        Refused: who asks leads no role, or the responsibility is put away.
    """
    refuse_unless_lead(team, by, "says who answers for what")
    old = live_responsibility(team, number)
    refuse_strangers(team, [login])
    label = f"made {team.name_of(login)} alone accountable for {quoted(old.name)}"
    return changed(old, "", {Duty.ACCOUNTABLE.value: [login]}).signed(by, now, label)


def leave(team: Team, number: int, login: str, by: str, now: datetime) -> Change:
    """Take a person out of a responsibility, whatever parts she has in it.

    Nothing changes where she has none.

    Raises:
        NotFound: there is no such responsibility.
        Refused: who asks leads no role, or the responsibility is put away.
    """
    refuse_unless_lead(team, by, "says who answers for what")
    old = live_responsibility(team, number)
    parts = [duty for duty in Duty if login in old.people(duty)]
    fields = {duty.value: [who for who in old.people(duty) if who != login] for duty in parts}
    label = f"took {team.name_of(login)} out of {quoted(old.name)}"
    return changed(old, "", fields).signed(by, now, label)
