"""What a key of the matrix does to one cell, beyond giving and taking one part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from store.change import Change, combine
from store.models import Duty
from store.rules.board import refuse_strangers
from store.rules.membership import SAYS, refuse_unless_lead
from store.rules.responsibilities import live_responsibility, set_duties
from store.rules.valid import changed
from store.rules.words import quoted
from store.team import Team


def answer_alone(team: Team, number: int, login: str, by: str, now: datetime) -> Change:
    """Let one person answer for a responsibility, instead of all who did.

    Raises:
        NotFound: there is no such responsibility, or the person is not in the team.
        Refused: who asks leads no role, or the responsibility is put away.
    """
    refuse_unless_lead(team, by, SAYS)
    old = live_responsibility(team, number)
    refuse_strangers(team, [login])
    label = f"let {team.name_of(login)} alone answer for {quoted(old.name)}"
    return changed(old, "", {Duty.ACCOUNTABLE.value: [login]}).signed(by, now, label)


def give_alone(team: Team, number: int, login: str, duties: Sequence[Duty], by: str, now: datetime) -> Change:
    """The same, with other parts for the person in the same step.

    Raises:
        NotFound: there is no such responsibility, or the person is not in the team.
        Refused: who asks leads no role, or the responsibility is put away.
    """
    alone = answer_alone(team, number, login, by, now)
    more = [duty for duty in duties if duty is not Duty.ACCOUNTABLE]
    if not more:
        return alone
    after = team.apply(alone)
    return combine([alone, set_duties(after, number, login, more, True, by, now)], alone.label).signed(
        by, now
    )


def leave(team: Team, number: int, login: str, by: str, now: datetime) -> Change:
    """Take a person out of a responsibility, whatever parts she has in it.

    Nothing changes where she has none.

    Raises:
        NotFound: there is no such responsibility.
        Refused: who asks leads no role, or the responsibility is put away.
    """
    refuse_unless_lead(team, by, SAYS)
    old = live_responsibility(team, number)
    parts = [duty for duty in Duty if login in old.people(duty)]
    fields = {duty.value: [who for who in old.people(duty) if who != login] for duty in parts}
    label = f"took {team.name_of(login)} out of {quoted(old.name)}"
    return changed(old, "", fields).signed(by, now, label)
