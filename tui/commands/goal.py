"""`tagwerk goal`: what the team wants to reach, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from store.change import Change
from store.errors import NeedsConsent, Refused
from store.goals.browsing import Period, Wanted, browse
from store.goals.pace import Pace
from store.goals.saying import amount, outlook, percent, unit_of
from store.goals.standing import Standing, Standings
from store.models import CLOSED, Goal, GoalState, Measured, Source
from store.rules import check_ins, goals, lookup, results, tasks
from store.rules.bulk import bulk
from store.rules.words import counted, quoted
from store.team import Team
from tui.commands import goal_fields
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.changing import Grid
from tui.commands.goal_shapes import goal_shape, whole_goal_shape
from tui.commands.goal_sheet import Sheet
from tui.commands.serving import served_before
from tui.commands.session import Session, session
from tui.commands.values import Day

_PERIODS = {None: Period.ALL, "this": Period.THIS, "next": Period.NEXT}
_NONE = "There are no goals yet; “tagwerk goal add TITLE” writes one."
_LEAST = (0, 24, 8, 0, 0, 0, 20)
"""Cells that number, title, owner, due date, progress, pace and outlook keep on a narrow terminal."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A goal with how it stands."""

    goal: Goal
    standing: Standing

    def cells(self, team: Team) -> list[str]:
        goal, standing = self.goal, self.standing
        share = standing.share
        return [
            str(goal.id),
            goal.title,
            team.name_of(goal.owner) if goal.owner else "nobody",
            goal.due.isoformat() if goal.due else "",
            percent(share) if share is not None else "",
            standing.pace or goal.state,
            outlook(standing, standing.forecast()),
        ]


def everything(
    call: Call,
    *,
    all_of_them: bool,
    period: str | None,
    owner: str | None,
    role: str | None,
    state: str | None,
    by_risk: bool,
    archived: bool,
) -> Grid:
    """The goals that are asked for: the earliest due first, or the one that is most behind.

    Without being asked for, those that have ended are left out.

    Raises:
        NotFound: there is no such role or person.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team, standings = opened.team, Standings(opened.team, opened.today)
        wanted = Wanted(
            period=_PERIODS[period],
            role=lookup.role_named(team, role).id if role else None,
            owner=_owner(opened, owner) if owner else None,
            mark=_mark(state) if state else None,
            archived=archived,
        )
        found = [goal for goal, _ in browse(team, standings, wanted, by_risk=by_risk)]
        if not (all_of_them or period or archived or state):
            found = [goal for goal in found if goal.state not in CLOSED]
        if not by_risk:
            found.sort(key=lambda goal: (goal.due is None, goal.due, goal.id))
        rows = [_Row(g, standings.of(g)).cells(team) for g in found]
        return Grid(rows, _LEAST, {"goals": [goal_shape(team, standings, g) for g in found]}, _none(team))


def _none(team: Team) -> str:
    live = [goal for goal in team.all(Goal) if not goal.archived_at]
    return "No open goal is like that; “tagwerk goals --all” shows those that have ended." if live else _NONE


def _owner(opened: Session, typed: str) -> str:
    return opened.person if typed == "me" else lookup.member_named(opened.team, typed).login


def _mark(typed: str) -> Pace | GoalState:
    word = typed.replace("-", " ")
    return Pace(word) if word in {pace.value for pace in Pace} else GoalState(word)


def add(call: Call, *, title: list[str], start_now: bool, anyway: bool, **given: Any) -> Said:
    """Write a goal; as a draft unless it is begun at once.

    Raises:
        Refused: the person is not in the team, a value does not fit, or it is to be begun and is not SMART.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = goals.create(
            opened.team, " ".join(title), opened.member, opened.now, **goal_fields.of_goal(opened, given)
        )
        number = opened.commit(change)["goals", -1]
        said = [f"Wrote goal {number} {quoted(' '.join(title))}, a draft."]
        if start_now:
            try:
                opened.commit(_begun(opened, number, anyway))
            except Refused as error:
                raise Refused(f"Goal {number} is written as a draft. {error}") from error
            said = [f"Began goal {number} {quoted(' '.join(title))}."]
        return _answer(opened, number, said)


def edit(call: Call, *, number: int, title: str | None, **given: Any) -> Said:
    """Change what a goal says.

    Raises:
        NotFound: there is no such goal.
        Refused: it is somebody else's, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        old = goals.goal_numbered(opened.team, number)
        unit = Standings(opened.team, opened.today).of(old).unit
        fields = goal_fields.of_goal(opened, given, unit) | ({"title": title} if title else {})
        if given.get("kpi") and not given.get("source") and fields["kpi"] is None:
            # A goal that follows no KPI keeps what it follows.
            fields = fields if old.source is Source.KPI else {**fields, "source": old.source}
        change = goals.edit(opened.team, number, opened.member, opened.now, **fields)
        if change:
            opened.commit(change)
        return _answer(opened, number, [f"Goal {number} is changed." if change else "Nothing changed."])


def begin(call: Call, *, number: int, anyway: bool) -> Said:
    """Begin to work towards a goal.

    Raises:
        NotFound: there is no such goal.
        Refused: it is active already, somebody else's, or not SMART and `anyway` is not given.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        opened.commit(_begun(opened, number, anyway))
        return _answer(opened, number, [f"Began goal {number}."])


def show(call: Call, *, number: int) -> Sheet:
    """All of a goal: the five letters, numbers, outlook, key results, tasks and check-ins.

    Raises:
        NotFound: there is no such goal.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        return Sheet(team, goals.goal_numbered(team, number), Standings(team, opened.today))


def check_in(
    call: Call,
    *,
    number: int,
    value: str | None,
    confidence: str | None,
    note: str,
    blockers: str,
    day: Day | None,
    result: int | None,
) -> Said:
    """Say how it stands with a goal.

    Raises:
        NotFound: there is no such goal or key result.
        Refused: it is not active, its value is counted, it is not the person's, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        about: Measured = goals.goal_numbered(opened.team, number)
        if result is not None:
            about = results.result_numbered(opened.team, result)
        change = check_ins.check_in(
            opened.team,
            number,
            opened.member,
            opened.now,
            value=goal_fields.number(value, about.unit),
            confidence=confidence,
            note=note,
            blockers=blockers,
            day=day(opened.today) if day else None,
            result=result,
        )
        opened.commit(change)
        return _answer(opened, number, [f"{change.label[:1].upper()}{change.label[1:]}."])


def close(call: Call, *, number: int, how: str, reason: str, lesson: str) -> Said:
    """Say how a goal ended.

    Raises:
        NotFound: there is no such goal.
        Refused: it has ended already, is somebody else's, or the words are missing that its end needs.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        state, by = GoalState(how), opened.member
        change = goals.close(opened.team, number, state, by, opened.now, reason=reason, lesson=lesson)
        opened.commit(change)
        return _answer(opened, number, [f"Goal {number} is {state}."])


def link(call: Call, *, number: int, cards: list[int], off: bool) -> Said:
    """Say which tasks serve a goal.

    Raises:
        NotFound: there is no such goal or task.
        Refused: the person is not in the team, or a task is archived.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        by, now = opened.member, opened.now
        goal = goals.live_goal(opened.team, number)
        wanted = None if off else goal.id
        did, where = ("took", "off") if off else ("put", "on")
        label = f"{did} {counted(len(cards), 'card')} {where} the goal {quoted(goal.title)}"
        before = [] if off else served_before(opened.team, cards, goal)
        change = bulk(
            opened.team,
            cards,
            lambda team, card: tasks.edit(team, card, by, now, goal=wanted),
            label,
            by,
            now,
        )
        if change:
            opened.commit(change)
        return _answer(opened, number, [f"You {label}.", *before] if change else ["Nothing changed."])


def comment(call: Call, *, number: int, text: list[str]) -> Said:
    """Say something about a goal.

    Raises:
        NotFound: there is no such goal.
        Refused: the person is not in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = check_ins.remark(opened.team, number, " ".join(text), opened.member, opened.now)
        opened.commit(change)
        return _answer(opened, number, [f"You {change.label}."])


def archive(call: Call, *, number: int) -> Said:
    """Put a goal away.

    Raises:
        NotFound: there is no such goal.
        Refused: it is put away already, active, or somebody else's.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = goals.archive(opened.team, number, opened.member, opened.now)
        opened.commit(change)
        return _answer(opened, number, [f"You {change.label}."])


def restore(call: Call, *, number: int) -> Said:
    """Bring a goal back.

    Raises:
        NotFound: there is no such goal.
        Refused: it is not put away, or somebody else's.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        change = goals.restore(opened.team, number, opened.member, opened.now)
        opened.commit(change)
        return _answer(opened, number, [f"You {change.label}."])


def _begun(opened: Session, number: int, anyway: bool) -> Change:
    try:
        return goals.activate(opened.team, number, opened.member, opened.now, override=anyway)
    except NeedsConsent as error:
        raise Refused(f"{error} --anyway begins goal {number} all the same.") from error


def _answer(opened: Session, number: int, sentences: list[str]) -> Said:
    team, standings = opened.team, Standings(opened.team, opened.today)
    goal = goals.goal_numbered(team, number)
    standing = standings.of(goal)
    if goal.state is GoalState.ACTIVE and standing.value is not None:
        at = amount(standing.value, unit_of(standing))
        sentences = [*sentences, f"It is at {at}: {outlook(standing, standing.forecast())}."]
    return Said(tuple(sentences), {"goal": whole_goal_shape(team, standings, goal)})
