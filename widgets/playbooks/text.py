"""All of a playbook, run, routine or freeze, as content: people's words are put in as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from textual.content import Content

from store.days import spoken
from store.models import Column, Doer, Freeze, Goal, Playbook, PlaybookRun, Role, Routine, Step, Task
from store.models.raws import words_in
from store.phrases import counted, listed
from store.playbooks.due import coming_days, coming_of
from store.playbooks.plan import cards_of, progress, relative
from store.playbooks.saying_rules import said
from store.team import Team
from widgets.card_text import beside, joined
from widgets.playbooks.row import bar, coming
from widgets.signs import Signs

Document = Playbook | PlaybookRun | Routine | Freeze
_QUIET, _STRONG, _ALARM = "dim", "bold", "bold $text-warning"
_COMING = 5
"""Days that a routine shows ahead."""
_DOERS = {Doer.PERSON: "the person", Doer.LEAD: "the lead", Doer.NOBODY: ""}


def heading(one: Document, today: date) -> Content:
    """Its name, and when it is."""
    if isinstance(one, Routine):
        return Content.assemble((one.title, _STRONG))
    when = ""
    if isinstance(one, PlaybookRun):
        when = f"  {spoken(one.day, today)}"
    elif isinstance(one, Freeze):
        when = f"  {spoken(one.start, today)} – {spoken(one.end, today)}"
    return Content.assemble((one.name, _STRONG), (when, _QUIET))


def told(team: Team, one: Document, today: date, signs: Signs, width: int) -> Content:
    """Everything else."""
    if isinstance(one, Playbook):
        parts = _playbook(team, one, signs, width)
    elif isinstance(one, PlaybookRun):
        parts = _run(team, one, today, signs, width)
    elif isinstance(one, Routine):
        parts = _routine(team, one, today, signs, width)
    else:
        parts = _freeze(team, one, today, width)
    return Content("\n\n").join(part for part in parts if part.plain)


def _playbook(team: Team, book: Playbook, signs: Signs, width: int) -> Iterable[Content]:
    yield _text(book.about, width)
    if book.freeze_tags:
        tags = " ".join(f"#{tag}" for tag in book.freeze_tags)
        between = f"from {relative(book.freeze_from)} until {relative(book.freeze_until)}"
        yield Content.assemble(("Frozen ", _ALARM), beside(f"{between}: {tags}", 7, width))
    if not book.steps:
        yield Content.assemble(("It has no steps yet; e writes them.", _QUIET))
    yield joined(line for step in book.steps for line in _step(team, step, signs, width))


def _step(team: Team, step: Step, signs: Signs, width: int) -> Iterable[Content]:
    start = f"{relative(step.start)} – " if step.start is not None else ""
    role = team.find(Role, step.role) if step.role is not None else None
    archived = " (archived)" if role and role.archived_at else ""
    about = [
        f"{start}{relative(step.due)}",
        f"{role.name}{archived}" if role else "",
        _DOERS[step.doer],
        f"{step.estimate:g} h" if step.estimate is not None else "",
        " ".join(f"#{tag}" for tag in step.tags),
    ]
    sign = signs.priorities[step.priority].strip() or signs.between
    yield Content(f"{sign} {beside(step.text, 2, width)}")
    yield Content.assemble((f"  {beside(f' {signs.between} '.join(filter(None, about)), 2, width)}", _QUIET))


def _run(team: Team, run: PlaybookRun, today: date, signs: Signs, width: int) -> Iterable[Content]:
    stands = progress(team, run)
    facts = [f"{bar(stands, signs, 16)} {stands.done} of {counted(stands.of, 'card')}"]
    facts += [f"for {team.name_of(run.person)}"] if run.person else []
    goal = team.find(Goal, run.goal) if run.goal is not None else None
    facts += [f"serves goal {goal.id} {goal.title}"] if goal else []
    who = team.name_of(run.started_by) if run.started_by else "somebody"
    facts += [f"started by {who} on {spoken(run.started_at.date(), today)}"]
    yield joined(Content(beside(fact, 0, width)) for fact in facts)
    cards = sorted(cards_of(team, run), key=lambda card: (card.due or date.max, card.id))
    yield joined(_card(team, card, today, signs, width) for card in cards)


def _card(team: Team, card: Task, today: date, signs: Signs, width: int) -> Content:
    done = card.finished_at is not None
    sign = signs.ticked if done else signs.open
    column = team.find(Column, card.column)
    where = "put away" if card.archived_at else column.name if column and not done else ""
    late = signs.overdue if card.is_overdue(today) else ""
    due = f"{late}{spoken(card.due, today)}" if card.due else ""
    people = listed(map(team.name_of, card.assignees)) if card.assignees else ""
    about = f" {signs.between} ".join(filter(None, (due, where, people)))
    number = f"#{card.id} " if card.id > 0 else ""
    look = _QUIET if done or card.archived_at else ""
    title = f"{sign} {beside(f'{number}{card.title}', 4, width)}"
    return Content.assemble((title, look), (f"\n    {about}" if about else "", _QUIET))


def _routine(team: Team, routine: Routine, today: date, signs: Signs, width: int) -> Iterable[Content]:
    role = team.find(Role, routine.role) if routine.role is not None else None
    words = said(routine.rule, routine.shift)
    facts = [
        f"{words[:1].upper()}{words[1:]}, counted from {spoken(routine.first, today)}",
        coming(team, routine, today),
        f"made {counted(routine.ahead, 'day')} ahead" if routine.ahead else "",
        f"for {role.name}" if role else "",
        f"{listed(map(team.name_of, routine.assignees))} on it" if routine.assignees else "",
        f"{routine.estimate:g} h" if routine.estimate is not None else "",
        " ".join(f"#{tag}" for tag in routine.tags),
        f"the newest card is #{routine.last_task}" if routine.last_task and routine.last_task > 0 else "",
    ]
    yield joined(Content(beside(fact, 0, width)) for fact in facts if fact)
    yield _text(routine.details, width)
    comes = coming_of(team, routine)
    if comes is None:
        yield Content.assemble(("Its rule cannot be read; e writes it anew.", _ALARM))
    elif not routine.paused:
        days = [*coming_days(comes, today, _COMING)]
        lines = (Content(f"  {spoken(day, today)}") for day in days)
        yield joined([Content.assemble(("Comes", _STRONG)), *lines])


def _freeze(team: Team, freeze: Freeze, today: date, width: int) -> Iterable[Content]:
    tags = " ".join(f"#{tag}" for tag in freeze.tags)
    state = "holds now" if freeze.holds(today) else "is over" if freeze.end < today else "is to come"
    asks = f"Who moves a card with {tags} into another column is asked first; it {state}."
    yield Content(beside(asks, 0, width))
    run = team.find(PlaybookRun, freeze.run) if freeze.run is not None else None
    if run is not None:
        yield Content(beside(f"It came with {run.name}, and moves with it.", 0, width))
    yield _text(freeze.reason, width)
    held = _held(team, freeze)
    yield joined(Content(f"#{card.id} {beside(card.title, 4, width)}") for card in held[:_MOST])
    if len(held) > _MOST:
        yield Content.assemble((f"and {len(held) - _MOST} more", _QUIET))


_MOST = 30
"""Frozen cards that are named."""


def _held(team: Team, freeze: Freeze) -> Sequence[Task]:
    """The open cards that it concerns; all are gone through, and only those are built."""
    frozen = {tag.casefold() for tag in freeze.tags}
    found = []
    for id, raw in team.tables.get("tasks", {}).items():
        own = raw.get("tags")
        if own and not raw.get("archived_at") and not raw.get("finished_at"):
            task = team.find(Task, id) if any(w.casefold() in frozen for w in words_in(own)) else None
            found += [task] if task else []
    return found


def _text(text: str, width: int) -> Content:
    return joined(Content(beside(line, 0, width)) for line in text.splitlines())
