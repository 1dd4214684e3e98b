"""What a run of a playbook would create, and what is odd about it. Nothing is guessed, all is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from store.days import spoken
from store.models import Doer, Goal, Playbook, PlaybookKind, PlaybookRun, Priority, Role, Step, Task
from store.phrases import counted, listed, quoted
from store.playbooks.known import live, person_in
from store.team import Team

NAME = "{name}"
"""Stands in a step's text for what the run, or the person, is called."""


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """A card that a step makes."""

    step: str
    """The step's id."""
    title: str
    details: str
    role: int | None
    assignees: tuple[str, ...]
    """Logins."""
    start: date | None
    due: date
    estimate: float | None
    """Hours."""
    priority: Priority
    tags: tuple[str, ...]
    odd: tuple[str, ...] = ()
    """What is odd about it, a phrase each."""
    missing: str = ""
    """Name of the role that it is for and that the team does not have; empty: none is missing."""


@dataclass(frozen=True, slots=True)
class PlannedFreeze:
    """The freeze that comes with a run."""

    tags: tuple[str, ...]
    start: date
    end: date
    """The last day."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that a run would create."""

    playbook: Playbook
    name: str
    day: date
    person: str
    """Login of who joins or leaves; empty: it is an event."""
    goal: int | None
    cards: tuple[PlannedCard, ...]
    freeze: PlannedFreeze | None
    odd: tuple[str, ...] = ()
    """What is odd about the whole, a sentence each."""

    def without(self, steps: Iterable[str]) -> Plan:
        """The same without the cards of some steps."""
        left_out = frozenset(steps)
        return replace(self, cards=tuple(card for card in self.cards if card.step not in left_out))


def plan(
    team: Team, playbook: Playbook, name: str, day: date, person: str, goal: int | None, today: date
) -> Plan:
    """What a run would create.

    Args:
        team: the snapshot.
        playbook: the template.
        name: what the run is called.
        day: the day that its dates go by.
        person: login of who joins or leaves; empty for an event.
        goal: number of the goal that its cards serve; `None`: of none.
        today: the day it is for the team.
    """
    called = _called(team, playbook, name, person)
    has_people = frozenset(role for member in team.members.values() for role in member.roles)
    cards = tuple(
        _card(team, step, called, day, person, today, has_people)
        for step in playbook.steps
        if step.text.strip()
    )
    whole = Plan(playbook, name, day, person, goal, cards, _freeze(playbook, day))
    return replace(whole, odd=oddities(team, whole))


def oddities(team: Team, whole: Plan) -> tuple[str, ...]:
    """What is odd about a plan, or about what is left of it, a sentence each."""
    return tuple(_odd(team, whole.playbook, whole.cards, whole.goal))


def _called(team: Team, playbook: Playbook, name: str, person: str) -> str:
    member = person_in(team, person) if person and playbook.kind is not PlaybookKind.EVENT else None
    return member.display_name if member else name


def _card(
    team: Team, step: Step, called: str, day: date, person: str, today: date, has_people: frozenset[int]
) -> PlannedCard:
    odd: list[str] = []
    role = _role(team, step, person, odd)
    assignees = _assignees(team, step, role, person, odd)
    if role is not None and role.id not in has_people and not assignees:
        odd.append(f"{role.name} has no people")
    due = day + timedelta(step.due)
    start = day + timedelta(step.start) if step.start is not None else None
    if due < today:
        odd.append("due in the past")
    if start is not None and start > due:
        odd.append("begins after it is due")
    return PlannedCard(
        step.id,
        step.text.replace(NAME, called),
        step.details.replace(NAME, called),
        role.id if role else None,
        assignees,
        start,
        due,
        step.estimate,
        step.priority,
        tuple(step.tags),
        tuple(odd),
        step.missing if role is None and step.role is None else "",
    )


def _role(team: Team, step: Step, person: str, odd: list[str]) -> Role | None:
    number = step.role
    if number is None and step.missing:
        found = [role for role in team.roles if role.name.casefold() == step.missing.casefold()]
        if not found:
            odd.append(f"there is no role {step.missing}")
        return found[0] if found else None
    if number is None and person:
        member = person_in(team, person)
        number = member.roles[0] if member and member.roles else None
    if number is None:
        return None
    role = live(team, number)
    if role is None:
        gone = team.find(Role, number)
        odd.append(f"the role {quoted(gone.name)} is archived" if gone else "its role is not there any more")
    return role


def _assignees(team: Team, step: Step, role: Role | None, person: str, odd: list[str]) -> tuple[str, ...]:
    if step.doer is Doer.NOBODY:
        return ()
    if step.doer is Doer.PERSON:
        if person in team.members:
            return (person,)
        odd.append(f"{person} is not in the team" if person else "nobody is named who does it")
        return ()
    if role is None:
        if not step.missing:
            odd.append("there is no role whose lead could do it")
    elif role.lead in team.members:
        return (role.lead,)
    else:
        odd.append(f"{role.name} has no lead")
    return ()


def _freeze(playbook: Playbook, day: date) -> PlannedFreeze | None:
    if not playbook.freeze_tags or playbook.freeze_from > playbook.freeze_until:
        return None
    start, end = day + timedelta(playbook.freeze_from), day + timedelta(playbook.freeze_until)
    return PlannedFreeze(tuple(playbook.freeze_tags), start, end)


def _odd(team: Team, playbook: Playbook, cards: tuple[PlannedCard, ...], goal: int | None) -> Iterable[str]:
    if not cards:
        yield f"The playbook {quoted(playbook.name)} has no steps."
    parts = []
    if late := sum("due in the past" in card.odd for card in cards):
        are = "is" if late == 1 else "are"
        parts.append(f"{late} of {counted(len(cards), 'card')} {are} due in the past")
    if missing := list(dict.fromkeys(card.missing for card in cards if card.missing)):
        lost = sum(bool(card.missing) for card in cards)
        theirs = "its card is" if lost == 1 else "their cards are" if len(missing) > 1 else "its cards are"
        parts.append(f"there is no role {listed(missing, 'or')} here, so {theirs} nobody's")
    if parts:
        sentence = "; ".join(parts)
        yield f"{sentence[0].upper()}{sentence[1:]}."
    if playbook.archived_at:
        yield f"The playbook {quoted(playbook.name)} is archived."
    if playbook.freeze_tags and playbook.freeze_from > playbook.freeze_until:
        yield "Its freeze ends before it begins, so there is none."
    # One that is written together with the run has no number yet.
    if goal is not None and goal > 0:
        found = team.find(Goal, goal)
        if found is None or found.archived_at:
            yield "The goal is not there any more."


@dataclass(frozen=True, slots=True)
class Moved:
    """An open card of a run whose dates move."""

    task: int
    title: str
    start: date | None
    due: date | None
    new_start: date | None
    new_due: date | None


def postponed(team: Team, run: PlaybookRun, day: date) -> tuple[Moved, ...]:
    """The cards of a run that are still open, with their dates as they would be on another day."""
    by = day - run.day
    found = []
    for task in open_cards(team, run):
        if by and (task.start or task.due):
            start, due = (when + by if when else None for when in (task.start, task.due))
            found.append(Moved(task.id, task.title, task.start, task.due, start, due))
    return tuple(found)


def cards_of(team: Team, run: PlaybookRun) -> list[Task]:
    """The cards of a run that are there, also those that were put away."""
    return [task for id in run.tasks if (task := team.find(Task, id))]


def open_cards(team: Team, run: PlaybookRun) -> list[Task]:
    """The cards of a run that are neither finished nor put away."""
    return [task for task in cards_of(team, run) if not task.finished_at and not task.archived_at]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come."""

    done: int
    of: int
    """Its cards, without those that were put away unfinished."""
    next: Task | None
    """The open card that is due first; `None`: nothing is open, or nothing has a date."""

    @property
    def share(self) -> float:
        """From 0 to 1; a run without cards has nothing left to do."""
        return self.done / self.of if self.of else 1.0


def progress(team: Team, run: PlaybookRun) -> Progress:
    """How far a run has come."""
    cards = [task for task in cards_of(team, run) if task.finished_at or not task.archived_at]
    still = [task for task in cards if not task.finished_at]
    dated = [task for task in still if task.due]
    following = min(dated, key=lambda task: (task.due or date.max, task.id), default=None)
    return Progress(len(cards) - len(still), len(cards), following)


def relative(days: int) -> str:
    """Days from the playbook's day for reading: `14 days before`, `on the day`, `3 days after`."""
    if not days:
        return "on the day"
    return f"{counted(abs(days), 'day')} {'before' if days < 0 else 'after'}"


def when(card: PlannedCard, today: date) -> str:
    """The days of a card for reading: `Mon 2 Nov – Fri 13 Nov`, or only its due date."""
    due = spoken(card.due, today)
    return f"{spoken(card.start, today)} – {due}" if card.start else due
