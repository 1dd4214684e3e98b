"""One goal for reading, whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from store.goals.saying import amount, kpi_said, outlook, percent
from store.goals.smart import smart
from store.goals.standing import Standings
from store.models import CheckIn, Direction, Goal, KeyResult, Remark
from store.rules.milestones import in_order
from store.team import Team
from tui.commands.answer import Json
from tui.commands.goal_shapes import whole_goal_shape
from widgets.cells import paragraphs

_READABLE = 100
"""Cells beyond which lines of text are hard to read."""
_NEWEST = 10
"""Check-ins that are shown."""


@dataclass(frozen=True)
class Sheet:
    """A goal with the five letters, its numbers, its parts and what was said of it."""

    team: Team
    goal: Goal
    standings: Standings
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """Title, outlook and facts, then a paragraph for each thing that it has."""
        width = min(width or _READABLE, _READABLE)
        goal, standing = self.goal, self.standings.of(self.goal)
        yield from paragraphs(f"Goal {goal.id} {goal.title}", width)
        share = f"{percent(standing.share)}, " if standing.share is not None else ""
        pace = f"{standing.pace}; " if standing.pace else ""
        yield from paragraphs(f"{share}{pace}{outlook(standing, standing.forecast())}", width)
        for name, fact in self._facts():
            yield from _under(f"{name:<12}", fact, width)
        yield ""
        for letter in smart(self.team, goal):
            yield from _under(f"{'+' if letter.is_met else '-'} {letter.name:<11}", letter.missing, width)
        for name, text in (("Meaning", goal.meaning), ("Why", goal.why), ("It takes", goal.needs)):
            if text:
                yield from ("", name)
                yield from _under("  ", text, width)
        yield from self._parts(width)
        yield from self._check_ins(width)
        yield from self._remarks(width)

    def document(self) -> Json:
        """See `goal_shapes`."""
        return {"goal": whole_goal_shape(self.team, self.standings, self.goal)}

    def _facts(self) -> Iterator[tuple[str, str]]:
        goal, team = self.goal, self.team
        yield "State", goal.state
        yield "Owner", team.name_of(goal.owner) if goal.owner else "nobody"
        if goal.start and goal.due:
            yield "Time", f"{goal.start} to {goal.due}"
        if metric := self.standings.of(goal).measured.metric:
            yield "Metric", f"{metric}, {self._way()}"
        followed = kpi_said(self.standings.of(goal))
        yield "Value from", f"the KPI {followed}" if followed else goal.source
        if goal.serves:
            yield "Serves", goal.serves
        if goal.parent is not None:
            parent = team.find(Goal, goal.parent)
            yield "Part of", f"goal {goal.parent}{f' {parent.title}' if parent else ''}"
        for name, text in (("Reason", goal.reason), ("Lesson", goal.lesson)):
            if text:
                yield name, text

    @property
    def _unit(self) -> str:
        return self.standings.of(self.goal).unit

    def _way(self) -> str:
        goal = self.goal
        target, high = (
            amount(v, self._unit) if v is not None else "?" for v in (goal.target, goal.target_high)
        )
        if goal.direction is Direction.WITHIN:
            return f"between {target} and {high}"
        base = amount(goal.baseline, self._unit) if goal.baseline is not None else "?"
        return f"from {base} to {target}"

    def _parts(self, width: int) -> Iterator[str]:
        parts = self.standings.sources.parts(self.goal)
        if parts:
            yield from ("", "Made of")
        for part, weight in parts:
            share = self._share(part)
            done = f"{percent(share)} done, " if share is not None else ""
            yield from _under("  ", f"{part.id} {part.title} ({done}{percent(weight)} of it)", width)
        if self.goal.milestones:
            yield from ("", "Milestones")
        for stone in in_order(self.goal):
            value = f", {amount(stone.value, self._unit)}" if stone.value is not None else ""
            yield from _under(f"  {'+' if stone.done else '-'} {stone.day}  ", f"{stone.text}{value}", width)
        tasks = self.standings.sources.tasks(self.goal)
        if tasks:
            yield from ("", "Tasks")
        for task in tasks:
            column = self.team.column(task.column).name
            yield from _under("  ", f"#{task.id} {task.title}, {column}", width)

    def _share(self, part: KeyResult | Goal) -> float | None:
        if isinstance(part, Goal):
            return self.standings.of(part).share
        way, series = self.standings.sources.result(part)
        return way.share(series[-1][1]) if way and series else None

    def _remarks(self, width: int) -> Iterator[str]:
        found = [*self.team.belonging(Remark, "goal", self.goal.id)]
        if found:
            yield from ("", "Comments")
        for remark in found[-_NEWEST:]:
            yield from _under(f"  {self.team.name_of(remark.author)}: ", remark.text, width)

    def _check_ins(self, width: int) -> Iterator[str]:
        found = sorted(self.team.belonging(CheckIn, "goal", self.goal.id), key=lambda c: (c.day, c.id))
        if found:
            yield from ("", "Check-ins")
        for check_in in reversed(found[-_NEWEST:]):
            result = self.team.find(KeyResult, check_in.result) if check_in.result is not None else None
            unit = (result or self.goal).unit
            value = amount(check_in.value, unit) if check_in.value is not None else ""
            sure = f"confidence {check_in.confidence}" if check_in.confidence else ""
            about = result.title if result else ""
            words = " · ".join(filter(None, (value, about, sure, check_in.note, check_in.blockers)))
            yield from _under(f"  {check_in.day}  {self.team.name_of(check_in.author)}: ", words, width)


def _under(head: str, text: str, width: int) -> Iterator[str]:
    """A text behind its head, the further lines under the first."""
    first, *more = paragraphs(text, max(width - len(head), 20)) or [""]
    yield f"{head}{first}".rstrip()
    for line in more:
        yield f"{' ' * len(head)}{line}"
