"""What `tagwerk flow times`, `age`, `cumulative` and `blocked` show."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from textwrap import wrap

from store.days import spoken
from store.flow.events import by_reason
from store.flow.page import Page
from store.phrases import counted
from store.team import Team
from tui.commands.answer import Json
from tui.commands.grid import aligned
from tui.commands.shapes import moment


def days_said(days: float) -> str:
    """`3.2 days`; an hour is not nothing."""
    return "1 day" if f"{days:.1f}" == "1.0" else f"{days:.1f} days"


def wrapped(line: str, width: int) -> list[str]:
    """A sentence on as many lines as it needs; those behind the first are indented."""
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return wrap(line, max(20, width), subsequent_indent=indent, break_on_hyphens=False) or [""]


def csv_lines(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Lines as RFC 4180 has them, without their ends."""
    for row in (heads, *rows):
        text = io.StringIO()
        csv.writer(text, lineterminator="").writerow(row)
        yield text.getvalue()


def _title(team: Team, number: int) -> str:
    raw = team.tables.get("tasks", {}).get(number, {})
    return str(raw.get("title", ""))


@dataclass(frozen=True)
class TimesList:
    """The cards that were finished, by day."""

    team: Team
    page: Page
    csv: bool
    status: int = 0

    def _rows(self) -> list[tuple[str, int, float | None, float, str]]:
        cycles = {point.task: point.days for point in self.page.cycles}
        return [
            (p.day.isoformat(), p.task, cycles.get(p.task), p.days, _title(self.team, p.task))
            for p in self.page.leads
        ]

    def lines(self, width: int | None) -> Iterable[str]:
        """A line for each card."""
        rows = self._rows()
        heads = ("finished", "card", "cycle", "lead", "title")
        if self.csv:
            return csv_lines(heads, rows)
        if not rows:
            return ["No card was finished in this time."]
        lines = [
            [day, f"#{number}", "" if cycle is None else f"{cycle:.1f}", f"{lead:.1f}", title]
            for day, number, cycle, lead, title in rows
        ]
        foot = "Days of 24 hours: cycle from begun to finished, lead from made to finished."
        return [*aligned([[*heads], *lines], width, (0, 0, 0, 0, 10)), "", foot]

    def document(self) -> Json:
        """The same, times in days."""
        names = ("finished", "number", "cycle_days", "lead_days", "title")
        return {"cards": [dict(zip(names, row, strict=True)) for row in self._rows()]}


@dataclass(frozen=True)
class Ages:
    """The cards in work, the oldest first."""

    team: Team
    page: Page
    csv: bool
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """A line for each card; what is older than 85 of 100 finished ones has a mark."""
        aging, late = self.page.aging, {one.task for one in self.page.late}
        heads = ("card", "days", "late", "title")
        rows = [
            (one.task, round(one.days, 2), one.task in late, _title(self.team, one.task)) for one in aging
        ]
        if self.csv:
            return csv_lines(heads, [(n, days, int(is_late), title) for n, days, is_late, title in rows])
        if not rows:
            return ["Nothing is in work."]
        lines = [[f"#{n}", f"{days:.1f}", "!" if is_late else "", title] for n, days, is_late, title in rows]
        cycle = self.page.cycle
        foot = (
            f"! older than 85 of 100 finished cards were: {days_said(cycle.p85)}." if cycle and late else ""
        )
        return [
            *aligned([["card", "days", "", "title"], *lines], width, (0, 0, 0, 10)),
            *([foot] if foot else []),
        ]

    def document(self) -> Json:
        """The same, ages in days."""
        late = {one.task for one in self.page.late}
        return {
            "cards": [
                {
                    "number": one.task,
                    "title": _title(self.team, one.task),
                    "age_days": round(one.days, 3),
                    "late": one.task in late,
                }
                for one in self.page.aging
            ]
        }


@dataclass(frozen=True)
class Levels:
    """The cumulative flow, day by day."""

    page: Page
    csv: bool
    status: int = 0

    def _rows(self) -> list[tuple[str, int, int, int]]:
        return [
            (level.day.isoformat(), level.made, level.begun, level.finished) for level in self.page.levels
        ]

    def lines(self, width: int | None) -> Iterable[str]:
        """A line for each day, with what waits and what is in work."""
        heads = ("day", "made", "begun", "finished")
        if self.csv:
            return csv_lines(heads, self._rows())
        lines = [
            [level.day.isoformat(), f"{level.waiting:,}", f"{level.in_work:,}", f"{level.finished:,}"]
            for level in self.page.levels
        ]
        return aligned([["day", "waiting", "in work", "finished"], *lines], width, (0, 0, 0, 0))

    def document(self) -> Json:
        """How many cards had come how far by the end of each day."""
        names = ("day", "made", "begun", "finished")
        return {"days": [dict(zip(names, row, strict=True)) for row in self._rows()]}


@dataclass(frozen=True)
class Blocks:
    """What cards waited for."""

    team: Team
    page: Page
    now: datetime
    csv: bool
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """Reasons by the time that they have cost, then each time that a card was blocked."""
        blocks = self.page.history.blocks if self.page.history else ()
        if self.csv:
            rows = [
                (
                    b.task,
                    b.reason,
                    moment(b.start),
                    moment(b.end) if b.end else "",
                    round(b.days(self.now), 2),
                )
                for b in blocks
            ]
            return csv_lines(("card", "reason", "start", "end", "days"), rows)
        if not blocks:
            return ["No card was blocked in this time."]
        sums = [
            [reason, counted(count, "time"), days_said(days)]
            for reason, count, days in by_reason(blocks, self.now)
        ]
        lines = [
            [
                f"#{block.task}",
                spoken(block.start.date(), self.page.until),
                days_said(block.days(self.now)),
                "still" if block.end is None else "",
                block.reason,
            ]
            for block in blocks
        ]
        return [*aligned(sums, width, (12, 0, 0)), "", *aligned(lines, width, (0, 0, 0, 0, 10))]

    def document(self) -> Json:
        """The same, lengths in days."""
        blocks = self.page.history.blocks if self.page.history else ()
        return {
            "reasons": [
                {"reason": reason, "times": count, "days": round(days, 3)}
                for reason, count, days in by_reason(blocks, self.now)
            ],
            "blocks": [
                {
                    "number": block.task,
                    "reason": block.reason,
                    "start": moment(block.start),
                    "end": moment(block.end) if block.end else None,
                    "days": round(block.days(self.now), 3),
                }
                for block in blocks
            ],
        }
