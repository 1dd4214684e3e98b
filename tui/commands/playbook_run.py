"""`tagwerk playbook start`, `runs` and `postpone`: playbooks at work."""

from __future__ import annotations

from store.days import spoken
from store.errors import NotFound, Refused
from store.models import Playbook, PlaybookKind, PlaybookRun
from store.playbooks.known import runs
from store.playbooks.plan import Plan, plan, postponed, progress, when
from store.rules import lookup, playbook_runs
from store.rules.playbooks import playbook_named
from store.rules.words import counted, listed, quoted
from store.team import Team
from store.text import whole_number
from tui.commands.agreeing import Preview, unless_agreed
from tui.commands.answer import Answer, Said
from tui.commands.call import Call
from tui.commands.changing import Grid
from tui.commands.playbook_shapes import move_shape, plan_shape, role_name, run_shape
from tui.commands.session import Session, session
from tui.commands.values import Day


def start(
    call: Call,
    *,
    playbook: str,
    on: Day,
    name: str,
    goal: str | None,
    new_goal: str,
    person: str | None,
    without: list[int],
    yes: bool,
    over_limit: bool,
) -> Answer:
    """Show what a playbook would create, and create it where that is wanted.

    Raises:
        NotFound: there is no such playbook, goal or person.
        Refused: the person who starts it is not in the team, or no card is left.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, today = opened.team, opened.today
        book = playbook_named(team, playbook)
        who = lookup.member_named(team, person).login if person else ""
        if not who and book.kind is not PlaybookKind.EVENT:
            raise Refused(f"{quoted(book.name)} is for somebody who joins or leaves; --person says who.")
        number = lookup.goal_named(team, goal).id if goal else None
        left_out = _left_out(book, without)
        called = name or playbook_runs.run_name(team, book.name, who)
        whole = plan(team, book, called, on(today), who, number, today).without(left_out)
        preview = previewed(team, whole, opened, new_goal)
        question = f"Create {counted(len(whole.cards), 'card')}?"
        if (answer := unless_agreed(call, preview, question, yes=yes)) is not None:
            return answer
        return _started(opened, whole, new_goal, left_out, override=over_limit)


def _started(opened: Session, whole: Plan, new_goal: str, left_out: list[str], *, override: bool) -> Said:
    change = playbook_runs.start(
        opened.team,
        whole.playbook.id,
        whole.name,
        whole.day,
        opened.person,
        opened.now,
        person=whole.person,
        goal=whole.goal,
        new_goal=new_goal,
        without=left_out,
        override=override,
    )
    numbers = opened.commit(change)
    run = next(numbers[key] for key in numbers if key[0] == "playbook_runs")
    shape = run_shape(opened.team, playbook_runs.run_numbered(opened.team, run))
    content = {"started": True, "plan": plan_shape(opened.team, whole), "run": shape}
    return Said((f"{change.label[:1].upper()}{change.label[1:]}.",), content)


def previewed(team: Team, whole: Plan, opened: Session, new_goal: str = "") -> Preview:
    """What would be created, as a table."""
    rows = [
        [
            when(card, opened.today),
            role_name(team, card.role) or (f"no {card.missing}" if card.missing else "nobody"),
            card.title,
            listed(team.name_of(login) for login in card.assignees) if card.assignees else "",
            f"! {'; '.join(card.odd)}" if card.odd else "",
        ]
        for card in whole.cards
    ]
    above = tuple(f"! {sentence}" for sentence in whole.odd)
    below = []
    if whole.freeze:
        tags = " ".join(f"#{tag}" for tag in whole.freeze.tags)
        first, last = (spoken(day, opened.today) for day in (whole.freeze.start, whole.freeze.end))
        below.append(f"Frozen from {first} until {last}: {tags}")
    if new_goal:
        below.append(f"With a new goal, as a draft: {quoted(new_goal)}")
    title = f"{whole.name}, {spoken(whole.day, opened.today)}: {counted(len(whole.cards), 'card')}"
    content = {"started": False, "plan": plan_shape(team, whole), "run": None}
    return Preview(title, rows, (0, 8, 20, 8, 12), tuple(below), content, above=above)


def everything(call: Call, *, archived: bool) -> Grid:
    """The playbooks that were started, and how far they are.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team, today = opened.team, opened.today
        found = runs(team, archived=archived)
        rows = []
        for run in found:
            stands = progress(team, run)
            due = stands.next.due if stands.next else None
            following = f"next {spoken(due, today)}: {stands.next.title}" if stands.next and due else ""
            rows.append(
                [str(run.id), run.name, spoken(run.day, today), f"{stands.done} of {stands.of}", following]
            )
        nothing = "No playbook runs; “tagwerk playbook start NAME --on DAY” starts one."
        return Grid(rows, (0, 12, 0, 0, 12), {"runs": [run_shape(team, run) for run in found]}, nothing)


def postpone(call: Call, *, run: str, day: Day, yes: bool) -> Answer:
    """Show which dates would move with the day of a run, and move them where that is wanted.

    Raises:
        NotFound: there is no such run.
        Refused: the person is not in the team, or it is that day already.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, today = opened.team, opened.today
        found, to = _run_named(team, run), day(opened.today)
        change = playbook_runs.postpone(team, found.id, to, opened.member, opened.now)
        moves = postponed(team, found, to)
        rows = [
            [f"#{one.task}", one.title, *(spoken(d, today) if d else "" for d in (one.due, one.new_due))]
            for one in moves
        ]
        title = f"{found.name}: {spoken(found.day, today)} → {spoken(to, today)}"
        shape = [move_shape(one) for one in moves]
        content = {"postponed": False, "run": run_shape(team, found), "moves": shape}
        preview = Preview(title, rows, (0, 20, 0, 0), (), content)
        if (
            answer := unless_agreed(call, preview, f"Move {counted(len(moves), 'card')}?", yes=yes)
        ) is not None:
            return answer
        opened.commit(change)
        now = run_shape(opened.team, playbook_runs.run_numbered(opened.team, found.id))
        sentence = f"{change.label[:1].upper()}{change.label[1:]}: {counted(len(moves), 'card')}."
        return Said((sentence,), {"postponed": True, "run": now, "moves": shape})


def archive(call: Call, *, run: str) -> Said:
    """Put a run away; its cards stay.

    Raises:
        NotFound: there is no such run.
        Refused: the person is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        found = _run_named(opened.team, run)
        change = playbook_runs.archive(opened.team, found.id, opened.member, opened.now)
        opened.commit(change)
        now = run_shape(opened.team, playbook_runs.run_numbered(opened.team, found.id))
        return Said((f"You {change.label}.",), {"run": now, "changed": True})


def _left_out(book: Playbook, numbers: list[int]) -> list[str]:
    for number in numbers:
        if not 1 <= number <= len(book.steps):
            raise NotFound(
                f"The playbook {quoted(book.name)} has no step {number}; it has {len(book.steps)}."
            )
    return [book.steps[number - 1].id for number in numbers]


def _run_named(team: Team, typed: str) -> PlaybookRun:
    live = runs(team)
    number = whole_number(typed.strip().removeprefix("#"))
    low = typed.strip().casefold()
    found = [run for run in live if run.id == number] or [
        run for run in live if low and low in run.name.casefold()
    ]
    if len(found) != 1:
        names = listed((f"{run.id} {quoted(run.name)}" for run in found or live), "or")
        raise NotFound(f"{quoted(typed)} is not one run; choose {names}.")
    return found[0]
