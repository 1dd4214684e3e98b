"""What the sheet of a goal says, as content: people's words are put in as they are, never as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from textual.content import Content

from store.goals.forecast import Forecast
from store.goals.saying import amount, kpi_said, likely, outlook, percent, unit_of
from store.goals.smart import smart
from store.goals.standing import Standing, Standings
from store.models import (
    CheckIn,
    Column,
    Direction,
    Goal,
    GoalState,
    KeyResult,
    Measured,
    Remark,
    Role,
    Source,
)
from store.phrases import counted
from store.team import Team
from widgets.card_text import beside, joined, moment
from widgets.goals.bar import Part, bar
from widgets.goals.chart import Ink, Inks, chart, legend
from widgets.goals.row import colour_of
from widgets.goals.signs import GoalSigns
from widgets.signs import Signs
from widgets.words import day

_QUIET, _STRONG, _ALARM = "dim", "bold", "bold $text-error"
_LABEL = 12
"""Cells for a label."""
_BAR, _SMALL_BAR = 40, 12
_FROM = {
    Source.CHECK_INS: "check-ins",
    Source.TASKS: "its cards: done, of all",
    Source.EFFORT: "its cards, by their hours: done, of all",
    Source.RESULTS: "its key results, by weight",
    Source.GOALS: "the goals that are its parts, by weight",
    Source.KPI: "the KPI",
}
_INKS = {
    Ink.VALUE: "bold $text-primary",
    Ink.BETWEEN: "$text-primary",
    Ink.AHEAD: "$text-accent",
    Ink.RANGE: _QUIET,
    Ink.IDEAL: "",
    Ink.TODAY: _QUIET,
    Ink.AXIS: _QUIET,
    Ink.BLANK: "",
}
_BAR_LOOKS = {Part.REST: _QUIET, Part.TODAY: _STRONG}


def heading(goal: Goal) -> Content:
    """Number and title."""
    number = f"{goal.id} " if goal.id > 0 else ""
    return Content.assemble((f"Goal {number}", _QUIET), (goal.title, _STRONG))


def progress(standing: Standing, ahead: Forecast | None, signs: GoalSigns, width: int) -> Content:
    """The bar with its percentage, pace, and what is to be expected."""
    goal, way = standing.goal, standing.way
    is_active = goal.state is GoalState.ACTIVE
    at_due = way.share(ahead.at_due) if ahead and way else None
    expected = standing.expected if is_active else None
    runs = bar(min(_BAR, max(width - 24, 8)), signs, standing.share, expected, at_due)
    mark = standing.pace or goal.state
    colour = f"$lane-{colour_of(mark)}"
    word = "nobody knows how far it is" if mark is GoalState.ACTIVE else mark.value
    said = f"  {percent(standing.share)}" if standing.share is not None else ""
    is_open = ahead is not None and not (standing.way and standing.way.is_reached(standing.value or 0.0))
    range_ = likely(standing, ahead) if ahead and is_open else ""
    return Content.assemble(
        *((text, _BAR_LOOKS.get(part, colour)) for text, part in runs),
        (said, _STRONG),
        (f"  {signs.marks[mark]} {word}", colour),
        "\n" + beside(outlook(standing, ahead), 0, width),
        (f"\n{beside(f'likely: {range_}', 0, width)}" if range_ else "", _QUIET),
    )


def facts(team: Team, standings: Standings, goal: Goal, width: int) -> Content:
    """Who, until when, and what is measured: only what is known."""
    standing = standings.of(goal)
    lines = [("State", _state(goal)), ("Owner", team.name_of(goal.owner) or "nobody answers for it yet")]
    lines += _contributing(team, goal)
    if goal.start or goal.due:
        parts = (day(when, standings.today) if when else "…" for when in (goal.start, goal.due))
        lines.append(("From, to", " – ".join(parts)))
    has_numbers = goal.source in (Source.CHECK_INS, Source.KPI)
    lines.append(
        ("Measured", _measured(standing.measured, standing.value) if has_numbers else _counted(standing))
    )
    followed = kpi_said(standing)
    lines.append(("Value from", f"{_FROM[goal.source]}{f' {followed}' if followed else ''}"))
    lines += [("Check-ins", _rhythm(standings, goal))] if goal.state is GoalState.ACTIVE else []
    lines += [("Sure", f"{goal.confidence} of 10 at the start")] if goal.confidence else []
    parent = team.find(Goal, goal.parent) if goal.parent is not None else None
    lines += [("Part of", f"{parent.id} {parent.title}")] if parent else []
    lines += [("Serves", goal.serves)] if goal.serves else []
    return joined(
        Content.assemble((label.ljust(_LABEL), _QUIET), beside(value, _LABEL, width))
        for label, value in lines
    )


def letters(team: Team, goal: Goal, signs: GoalSigns, width: int) -> Content:
    """The five letters, and what is missing; on one line where nothing is."""
    found = smart(team, goal)
    if all(letter.is_met for letter in found):
        return Content(beside("  ".join(f"{signs.met} {letter.name}" for letter in found), 0, width))
    lines = []
    for letter in found:
        sign = signs.met if letter.is_met else signs.unmet
        text = f"{letter.name}: {letter.missing}" if letter.missing else letter.name
        lines.append(Content.assemble(f"{sign} ", (beside(text, 2, width), _QUIET if letter.is_met else "")))
    return joined(lines)


def drawn(standing: Standing, ahead: Forecast | None, inks: Inks, width: int, height: int) -> Content:
    """The chart and what its signs are; empty where there is nothing to draw."""
    lines = chart(standing, ahead, width, height, inks)
    if not lines:
        return Content("")
    picture = [Content.assemble(*((text, _INKS[ink]) for text, ink in line)) for line in lines]
    return joined([*picture, Content.assemble((beside(legend(standing, ahead, inks), 0, width), _QUIET))])


def results(team: Team, standings: Standings, goal: Goal, signs: GoalSigns, width: int) -> Content:
    """What a goal is made of, each part with its progress and its share of the whole."""
    return joined(_parts(team, standings, goal, signs, width))


def milestones(goal: Goal, today: date, signs: Signs, width: int) -> Content:
    """What has to be there on the way, and by when."""
    lines = []
    for stone in sorted(goal.milestones, key=lambda stone: (stone.day, stone.id)):
        is_late = not stone.done and stone.day < today
        value = f"  {amount(stone.value, goal.unit)}" if stone.value is not None else ""
        when = f"{signs.overdue if is_late else ''}{day(stone.day, today)}"
        text = f"{signs.ticked if stone.done else signs.open} {when:<10} {stone.text}{value}"
        lines.append(Content.assemble((beside(text, 15, width), _ALARM if is_late else "")))
    return joined(lines)


def cards(team: Team, standings: Standings, goal: Goal, signs: Signs, width: int) -> Content:
    """The cards that serve it, with their columns."""
    lines = []
    for task in sorted(
        standings.sources.tasks(goal), key=lambda task: (task.finished_at is not None, task.id)
    ):
        column = team.find(Column, task.column)
        text = f"{signs.ticked if task.finished_at else signs.open} #{task.id} {task.title}"
        lines.append(Content.assemble(beside(text, 4, width), (f"  {column.name}" if column else "", _QUIET)))
    return joined(lines)


def check_ins(team: Team, goal: Goal, today: date, width: int) -> Content:
    """What people said of how it goes, the newest first."""
    said = sorted(team.belonging(CheckIn, "goal", goal.id), key=lambda c: (c.day, c.at, c.id), reverse=True)
    return joined(_check_in(team, goal, check_in, today, width) for check_in in said)


def remarks(team: Team, goal: Goal, today: date, width: int) -> Content:
    """What people said about it, the oldest first."""
    zone = ZoneInfo(team.settings.time_zone)
    return joined(
        Content.assemble(
            (team.name_of(remark.author), _STRONG),
            (f"  {moment(remark.at, zone, today)}\n", _QUIET),
            beside(remark.text, 0, width),
        )
        for remark in team.belonging(Remark, "goal", goal.id)
    )


def texts(goal: Goal, width: int) -> Content:
    """What is meant, why it matters, what it takes; what came of it."""
    known = {
        "Meaning": goal.meaning,
        "Why": goal.why,
        "Takes": goal.needs,
        "Because": goal.reason,
        "Learned": goal.lesson,
    }
    return _labelled(((label, text) for label, text in known.items() if text), width)


def _labelled(lines: Iterable[tuple[str, str]], width: int) -> Content:
    return joined(
        Content.assemble((label.ljust(_LABEL), _QUIET), beside(value, _LABEL, width))
        for label, value in lines
    )


def _state(goal: Goal) -> str:
    away = ", put away" if goal.archived_at else ""
    return f"{goal.state.value}{away}"


def _contributing(team: Team, goal: Goal) -> Iterator[tuple[str, str]]:
    roles = [role.name for id in goal.roles if (role := team.find(Role, id))]
    names = [*roles, *(team.name_of(login) for login in goal.people)]
    if names:
        yield "With", ", ".join(names)


def _measured(measured: Measured, value: float | None) -> str:
    if not measured.metric and measured.target is None:
        return "nothing yet"
    numbers = _numbers(measured)
    now = f", now {amount(value, measured.unit)}" if value is not None and numbers else ""
    return f"{measured.metric or 'a number'}{f': {numbers}' if numbers else ''}{now}"


def _counted(standing: Standing) -> str:
    """How much of the whole is done, where the numbers of the goal itself say nothing."""
    if standing.way is None or standing.value is None:
        return "nothing yet"
    unit = unit_of(standing)
    whole = f" of {amount(standing.way.target)}" if unit != "%" else ""
    return f"{amount(standing.value)}{whole} {unit} done"


def _numbers(measured: Measured) -> str:
    if measured.target is None:
        return ""
    target = amount(measured.target, measured.unit)
    if measured.direction is Direction.WITHIN:
        return f"{amount(measured.target)} to {amount(measured.target_high or 0.0, measured.unit)}"
    return (
        f"from {amount(measured.baseline)} to {target}" if measured.baseline is not None else f"to {target}"
    )


def _rhythm(standings: Standings, goal: Goal) -> str:
    due = standings.next_check_in(goal)
    if due is None:
        return "none needed: it is counted"
    every = "every day" if goal.cadence == 1 else f"every {counted(goal.cadence, 'day')}"
    next_one = "owed since" if standings.is_owed(goal) and due < standings.today else "the next one"
    return f"{every}, {next_one} {day(due, standings.today)}"


def _parts(team: Team, standings: Standings, goal: Goal, signs: GoalSigns, width: int) -> Iterator[Content]:
    for part, weight in standings.sources.parts(goal):
        if isinstance(part, KeyResult):
            way, series = standings.sources.result(part)
            value = series[-1][1] if series else None
            share = way.share(value) if way and value is not None else None
            said = f"{part.title}  {_measured(part, value)}"
        else:
            share = standings.of(part).share
            said = f"{part.id} {part.title}"
        small = "".join(run for run, _ in bar(_SMALL_BAR, signs, share))
        done = percent(share) if share is not None else ""
        head = f"{small} {done:>5}  "
        yield Content.assemble(head, beside(f"{said}  ({percent(weight)} of it)", len(head), width))


def _check_in(team: Team, goal: Goal, check_in: CheckIn, today: date, width: int) -> Content:
    result = team.find(KeyResult, check_in.result) if check_in.result is not None else None
    unit = (result or goal).unit
    parts = [amount(check_in.value, unit)] if check_in.value is not None else []
    parts += [f"sure: {check_in.confidence} of 10"] if check_in.confidence is not None else []
    parts += [result.title] if result is not None else []
    parts += [check_in.note] if check_in.note else []
    parts += [f"blocked: {check_in.blockers}"] if check_in.blockers else []
    when = f"{day(check_in.day, today):<10} "
    text = beside(f"{team.name_of(check_in.author)}: {' · '.join(parts)}", len(when), width)
    return Content.assemble((when, _QUIET), text)
