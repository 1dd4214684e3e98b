"""Lines of the stand-up, as data: a person and where she is in the round, and a card of hers."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from store.absences.away import absence_on
from store.days import spoken
from store.models import Column, Round, Task, Update
from store.standup.cards import lines_of
from store.standup.rounds import next_of, speaking
from store.team import Team
from widgets.listing_row import Row
from widgets.signs import Signs
from widgets.words import day

PEOPLE_HEADS = ("", "Who", "Wrote", "In the way")
PEOPLE_LEAST = (0, 12, 5, 3)
CARD_HEADS = ("", "Card", "Where", "Due")
CARD_LEAST = (0, 16, 6, 6)
"""Headings of the cells, and the cells that each keeps where there is little room."""
_WEEK = 7


def person_row(
    team: Team, held: Round | None, login: str, update: Update | None, today: date, signs: Signs
) -> Row:
    """Where a person is in the round, when she wrote her update, and how many things are in her way."""
    blockers = len(lines_of(update.blockers)) if update else 0
    state, colour = _state(team, held, login, signs)
    is_out = state.endswith("absent")
    absence = absence_on(team, login, today) if is_out or not held else None
    if absence is not None:
        state, is_out = f"{signs.offline} away until {_until(absence.end, today)}", True
    return Row(
        key=login,
        cells=(state, team.name_of(login), _wrote(team, held, update), str(blockers or "")),
        is_quiet=state.endswith("spoke") or is_out,
        colour=colour,
    )


def card_row(team: Team, task: Task, today: date, signs: Signs) -> Row:
    """A card in a person's turn."""
    column = team.find(Column, task.column)
    late = signs.overdue if task.is_overdue(today) else ""
    sign = signs.blocked if task.blocked else signs.priorities[task.priority]
    return Row(
        key=task.id,
        cells=(
            sign,
            f"#{task.id} {task.title}" if task.id > 0 else task.title,
            column.name if column else "",
            f"{late}{day(task.due, today)}" if task.due else "",
        ),
        colour="red" if task.blocked else "",
    )


def _state(team: Team, held: Round | None, login: str, signs: Signs) -> tuple[str, str]:
    if held is None:
        return "", ""
    if login == speaking(held):
        return f"{signs.live} speaks", "green"
    if login in held.spoken:
        return f"{signs.between} spoke", ""
    if login in held.skipped:
        return f"{signs.offline} absent", ""
    return (f"{signs.waiting} next", "yellow") if login == next_of(team, held) else ("", "")


def _until(last: date, today: date) -> str:
    """The day of the week where that says enough."""
    return spoken(last, today)[:3] if (last - today).days < _WEEK else spoken(last, today)


def _wrote(team: Team, held: Round | None, update: Update | None) -> str:
    if update is None:
        return "not yet"
    at = update.posted_at.astimezone(ZoneInfo(team.settings.time_zone))
    is_late = held is not None and update.posted_at > held.started_at
    return f"{at:%H:%M}{' late' if is_late else ''}"
