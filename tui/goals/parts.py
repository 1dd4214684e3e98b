"""What a goal is made of, as sections with rows: key results and milestones."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, ClassVar

from store import days
from store.change import Change
from store.errors import Refused
from store.goals.saying import amount, percent
from store.goals.smart import numbers_missing
from store.goals.standing import Standings
from store.models import Direction, Goal, KeyResult, Measured, Milestone
from store.rules import milestones, results
from store.rules.amounts import amount as number
from store.rules.goals import goal_numbered, refuse_unless_answering
from store.rules.results import result_numbered
from store.team import Team
from tui.goals.form import day_field, metric_fields, number_field, numbers
from tui.settings.form import Field, Form, Kind, Typed
from tui.settings.looks import AWAY
from tui.settings.section import Section
from widgets.listing_row import Key, Row
from widgets.signs import Signs

_DONE = (("", "not yet"), ("yes", "it is there"))


class _OfGoal(Section):
    """Rows of one goal, which its owner and who leads a role may change."""

    tables: ClassVar[frozenset[str]] = frozenset({"goals", "key_results", "check_ins"})

    def __init__(self, goal: int, today: date) -> None:
        self._goal = goal
        self._today = today

    def refuse(self, team: Team, person: str, key: Key | None) -> None:
        """Refuse who does not answer for the goal."""
        refuse_unless_answering(team, goal_numbered(team, self._goal), person)


class KeyResults(_OfGoal):
    """In their order, with how far each is; those that were put away come last."""

    title: ClassVar[str] = "Key results"
    thing: ClassVar[str] = "key result"
    heads: ClassVar[tuple[str, ...]] = ("Key result", "Weight", "Metric", "Way", "Done")
    least: ClassVar[tuple[int, ...]] = (16, 6, 10, 8, 5)
    useless: ClassVar[frozenset[str]] = frozenset({"merge"})
    empty: ClassVar[str] = "The goal is not made of key results yet; a adds the first one."

    def rows(self, team: Team, signs: Signs) -> Sequence[Row]:
        """Title, weight, metric, from where to where, and progress."""
        standings = Standings(team, self._today)
        every = team.belonging(KeyResult, "goal", self._goal)
        away = sorted((result for result in every if result.archived_at), key=lambda result: result.id)
        return [_row(standings, r) for r in (*results.results_of(team, self._goal), *away)]

    def form(self, team: Team, key: Key, signs: Signs) -> Form:
        """Title, metric, numbers and weight."""
        result = result_numbered(team, int(key))

        def change(typed: Typed, by: str, now: datetime) -> Change:
            return results.edit(team, result.id, by, now, **numbers(typed))

        return Form("Key result", _fields(result), change)

    def new_form(self, team: Team, id: int, signs: Signs) -> Form:
        """The same for a new one, behind the others."""

        def change(typed: Typed, by: str, now: datetime) -> Change:
            values = numbers(typed)
            return results.add(team, self._goal, str(values.pop("title", "")), by, now, id=id, **values)

        return Form("New key result", _fields(KeyResult(goal=self._goal, title="")), change, is_new=True)

    def moved(self, team: Team, key: Key, offset: int, by: str, now: datetime) -> Change:
        """One up or down."""
        return results.move(team, int(key), offset, by, now)

    def archived(self, team: Team, key: Key, by: str, now: datetime) -> Change:
        """Put away, it counts no more; its check-ins stay."""
        away = result_numbered(team, int(key)).archived_at
        return results.edit(team, int(key), by, now, archived_at=None if away else now)


class Milestones(_OfGoal):
    """By their days."""

    title: ClassVar[str] = "Milestones"
    thing: ClassVar[str] = "milestone"
    heads: ClassVar[tuple[str, ...]] = ("", "Milestone", "By", "Value then")
    least: ClassVar[tuple[int, ...]] = (0, 16, 10, 8)
    useless: ClassVar[frozenset[str]] = frozenset({"merge", "lower", "higher"})
    empty: ClassVar[str] = "There is no milestone yet; a adds the first one."

    def rows(self, team: Team, signs: Signs) -> Sequence[Row]:
        """Whether it is there, what it is, and by when."""
        goal = Standings(team, self._today).of(goal_numbered(team, self._goal)).measured
        return [_stone_row(goal, stone, self._today, signs) for stone in milestones.in_order(goal)]

    def form(self, team: Team, key: Key, signs: Signs) -> Form:
        """Text, day, value, and whether it is there."""
        stone = milestones.milestone(goal_numbered(team, self._goal), str(key))

        def change(typed: Typed, by: str, now: datetime) -> Change:
            return milestones.edit(team, self._goal, stone.id, by, now, **self._values(typed))

        done = Field("done", "Done", "yes" if stone.done else "", kind=Kind.CHOICE, choices=_DONE)
        return Form("Milestone", (*_stone_fields(stone), done), change)

    def new_form(self, team: Team, id: int, signs: Signs) -> Form:
        """The same for a new one."""
        name = secrets.token_hex(4)

        def change(typed: Typed, by: str, now: datetime) -> Change:
            values = self._values({"day": "", **typed})
            text, day, value = values.get("text", ""), values["day"], values.get("value")
            return milestones.add(team, self._goal, text, day, by, now, milestone_id=name, value=value)

        return Form("New milestone", _stone_fields(None), change, is_new=True)

    def archived(self, team: Team, key: Key, by: str, now: datetime) -> Change:
        """Taken away; undo brings it back."""
        return milestones.remove(team, self._goal, str(key), by, now)

    def _day(self, text: str) -> date:
        if not text.strip():
            raise Refused("Write by when it has to be there.")
        return days.day(text, self._today)

    def _values(self, typed: Typed) -> dict[str, Any]:
        values: dict[str, Any] = dict(typed)
        if "day" in typed:
            values["day"] = self._day(typed["day"])
        if "value" in typed:
            values["value"] = number(typed["value"]) if typed["value"].strip() else None
        if "done" in typed:
            values["done"] = bool(typed["done"])
        return values


def _row(standings: Standings, result: KeyResult) -> Row:
    way, series = standings.sources.result(result)
    share = percent(way.share(series[-1][1])) if way and series else ""
    metric = " ".join(filter(None, (result.metric, f"({result.unit})" if result.unit else "")))
    cells = (result.title, f"{result.weight:g}", metric, _way(result), AWAY if result.archived_at else share)
    return Row(result.id, cells, numbers_missing(result), is_quiet=bool(result.archived_at))


def _way(measured: Measured) -> str:
    if measured.target is None:
        return ""
    if measured.direction is Direction.WITHIN:
        return f"{amount(measured.target)} to {amount(measured.target_high or 0.0)}"
    start = amount(measured.baseline) if measured.baseline is not None else "?"
    return f"{start} > {amount(measured.target)}"


def _stone_row(goal: Goal, stone: Milestone, today: date, signs: Signs) -> Row:
    value = amount(stone.value, goal.unit) if stone.value is not None else ""
    late = signs.overdue if stone.day < today and not stone.done else ""
    cells = (signs.ticked if stone.done else signs.open, stone.text, f"{late}{stone.day}", value)
    return Row(stone.id, cells, is_quiet=stone.done)


def _fields(result: KeyResult) -> tuple[Field, ...]:
    return (
        Field("title", "Title", result.title, "what it is, in a few words"),
        *metric_fields(result),
        Field("weight", "Weight", f"{result.weight:g}", "how much it counts beside the others"),
    )


def _stone_fields(stone: Milestone | None) -> tuple[Field, ...]:
    text, day, value = (stone.text, stone.day, stone.value) if stone else ("", None, None)
    return (
        Field("text", "What", text, "what has to be there"),
        Field("day", "By", day_field(day), "fri, +2w or 2026-11-27"),
        Field("value", "Value then", number_field(value), "what the metric has to be; bends the line"),
    )
