"""Playbooks, runs, routines and freezes as lines of one list."""

from __future__ import annotations

from datetime import date

from store.days import spoken
from store.models import Freeze, Playbook, PlaybookKind, PlaybookRun, Role, Routine
from store.phrases import counted
from store.playbooks.due import next_day
from store.playbooks.plan import Progress, progress
from store.playbooks.saying_rules import said
from store.team import Team
from widgets.goals.signs import goal_signs
from widgets.listing_row import Row
from widgets.signs import Signs

HEADS = ("", "What", "When", "How far")
LEAST = (0, 14, 10, 29)
"""Headings of the cells, and the cells that each keeps where there is little room."""
_BAR = 6


def key_of(one: Playbook | PlaybookRun | Routine | Freeze) -> str:
    """What a line is about, as a key: the table's word and the number."""
    return f"{_KINDS[type(one)]}/{one.id}"


_KINDS: dict[type, str] = {
    Playbook: "playbook",
    PlaybookRun: "run",
    Routine: "routine",
    Freeze: "freeze",
}


def playbook_row(team: Team, book: Playbook, signs: Signs) -> Row:
    """What it is for, and how many steps it has."""
    role = team.find(Role, book.role) if book.role is not None else None
    kind = "" if book.kind is PlaybookKind.EVENT else f"when {_WHEN[book.kind]}"
    when = f"{kind}: {role.name}" if kind and role else kind
    frozen = f" {signs.between} with a freeze" if book.freeze_tags else ""
    return Row(key_of(book), ("Playbook", book.name, when, f"{counted(len(book.steps), 'step')}{frozen}"))


_WHEN = {PlaybookKind.JOINING: "joining", PlaybookKind.LEAVING: "leaving", PlaybookKind.EVENT: ""}


def run_row(team: Team, run: PlaybookRun, today: date, signs: Signs) -> Row:
    """Its day, how much of it is done, and which card is next."""
    stands = progress(team, run)
    following = stands.next
    said_next = ""
    if following is not None and following.due:
        late = signs.overdue if following.due < today else ""
        said_next = f" {signs.between} next {late}{spoken(following.due, today)}"
    far = f"{bar(stands, signs)} {stands.done}/{stands.of}{said_next}"
    is_over = stands.done == stands.of
    return Row(key_of(run), ("Run", run.name, spoken(run.day, today), far), is_quiet=is_over)


def bar(stands: Progress, signs: Signs, width: int = _BAR) -> str:
    """What is done of all, in so many cells."""
    known = goal_signs(signs)
    done = int(width * min(1.0, stands.share))
    return known.done * done + known.rest * (width - done)


def routine_row(team: Team, routine: Routine, today: date) -> Row:
    """How often it comes, and when next."""
    cells = ("Routine", routine.title, said(routine.rule, routine.shift), coming(team, routine, today))
    return Row(key_of(routine), cells, is_quiet=routine.paused)


def coming(team: Team, routine: Routine, today: date) -> str:
    """When a routine comes next, in words."""
    if routine.paused:
        return "paused"
    day = next_day(team, routine, today)
    return f"next {spoken(day, today)}" if day else "comes no more"


def freeze_row(freeze: Freeze, today: date, signs: Signs) -> Row:
    """From when until when, and what it holds."""
    tags = " ".join(f"#{tag}" for tag in freeze.tags)
    when = f"{spoken(freeze.start, today)} – {spoken(freeze.end, today)}"
    state = "holds now" if freeze.holds(today) else "is over" if freeze.end < today else "is to come"
    cells = ("Freeze", freeze.name, when, f"{tags} {signs.between} {state}")
    return Row(
        key_of(freeze), cells, is_quiet=freeze.end < today, colour="cyan" if freeze.holds(today) else ""
    )
