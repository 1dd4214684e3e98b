"""What `tagwerk flow` shows: one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from store.days import spoken
from store.flow.events import by_reason
from store.flow.page import Page
from store.flow.times import Times
from store.models import Goal, Role
from store.phrases import counted, listed
from store.team import Team
from tui.commands.answer import Json
from tui.commands.flow_forecast import forecast_shape, foretold_lines
from tui.commands.flow_lists import days_said, wrapped
from tui.commands.grid import aligned
from widgets.signs import UNICODE, Signs

_BAR = 24
"""Cells of the longest bar."""
_MOST = 5
"""Reasons, ways and cards of each kind that are told."""


@dataclass(frozen=True)
class FlowSheet:
    """The flow of work over some weeks."""

    team: Team
    page: Page
    now: datetime
    signs: Signs
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """From what comes and goes to when the rest will be done."""
        for line in self._lines(width):
            yield from [line] if width is None else wrapped(line, width)

    def _lines(self, width: int | None) -> Iterator[str]:
        page = self.page
        weeks = counted(len(page.weeks), "week")
        yield f"Flow of work: {self._of()}, {weeks} from {spoken(page.since, page.until)} on"
        yield ""
        yield from self._by_week(width)
        yield ""
        rate = page.throughput
        yield f"Throughput: {rate.said if rate else 'no whole week counted yet'}"
        yield from self._in_work()
        yield from _taking("Cycle time", page.cycle, "from begun to finished")
        yield from _taking("Lead time", page.lead, "from made to finished")
        yield from self._balance()
        yield from self._waiting()
        yield from self._hands()
        yield from foretold_lines(page.forecast, page.open, page.until)

    def document(self) -> Json:
        """The same; times in days."""
        page = self.page
        return {
            "since": page.since.isoformat(),
            "weeks": [
                {"monday": week.monday.isoformat(), "arrived": week.arrived, "finished": week.left}
                for week in page.weeks
            ],
            "throughput": None
            if page.throughput is None
            else {"a_week": round(page.throughput.a_week, 3), "weeks": page.throughput.weeks},
            "in_work": len(page.aging),
            "late": [one.task for one in page.late],
            "cycle_days": _shape(page.cycle),
            "lead_days": _shape(page.lead),
            "little": None
            if page.little is None
            else {
                "in_work": round(page.little.in_work, 3),
                "a_day": round(page.little.a_day, 4),
                "expected_days": round(page.little.expected, 3),
                "measured_days": None if page.little.measured is None else round(page.little.measured, 3),
            },
            "open": page.open,
            **forecast_shape(page.forecast),
        }

    def _of(self) -> str:
        which, team = self.page.which, self.team
        parts = []
        if which.role is not None:
            role = team.find(Role, which.role)
            parts.append(role.name if role else f"role {which.role}")
        if which.person:
            parts.append(team.name_of(which.person))
        if which.goal is not None:
            goal = team.find(Goal, which.goal)
            parts.append(f"goal {which.goal} {goal.title}" if goal else f"goal {which.goal}")
        if which.tag:
            parts.append(f"#{which.tag}")
        return listed(parts) if parts else team.settings.name

    def _by_week(self, width: int | None) -> Iterator[str]:
        most = max((week.left for week in self.page.weeks), default=0)
        rows = [["week of", "arrived", "finished", ""]]
        for week in self.page.weeks:
            bar = ("█" if self.signs is UNICODE else "#") * round(_BAR * week.left / most) if most else ""
            rows.append([spoken(week.monday, self.page.until)[4:], f"{week.arrived}", f"{week.left}", bar])
        return aligned(rows, width, (0, 0, 0, 4))

    def _in_work(self) -> Iterator[str]:
        page = self.page
        if not page.aging:
            yield "In work: nothing"
            return
        late = f", {len(page.late)} of them older than 85 of 100 finished ones were" if page.late else ""
        yield f"In work: {counted(len(page.aging), 'card')}{late}"
        for one in page.aging[:_MOST]:
            title = self.team.task(one.task).title
            yield f"  #{one.task} {title}: {days_said(one.days)}"

    def _balance(self) -> Iterator[str]:
        law = self.page.little
        if law is None:
            return
        said = f"Little's law: {law.in_work:.1f} in work, {law.a_day:.2f} finished a day"
        said += f" makes {days_said(law.expected)} each"
        if law.measured is not None:
            said += f", measured {days_said(law.measured)}"
            if law.expected > 1.5 * law.measured:
                said += "; more is begun than finished, or old cards are left lying"
        yield f"{said}."

    def _waiting(self) -> Iterator[str]:
        found = self.page.history
        if found is None:
            return
        reasons = by_reason(found.blocks, self.now)
        if not reasons:
            yield "Blocked: nothing was"
            return
        yield f"Blocked: {days_said(sum(days for _, _, days in reasons))} altogether"
        for reason, count, days in reasons[:_MOST]:
            yield f"  {days_said(days)}, {counted(count, 'time')}: {reason}"

    def _hands(self) -> Iterator[str]:
        found = self.page.history
        if found is None or not (found.passed or found.changed_hands):
            return
        ways = [
            f"{self._role(p.giver)} {self.signs.right} {self._role(p.receiver)} {p.cards}"
            for p in found.passed[:_MOST]
        ]
        hands = [f"{counted(found.changed_hands, 'card')} changed hands"] if found.changed_hands else []
        yield f"Hand-overs: {', '.join([*ways, *hands])}"

    def _role(self, number: int | None) -> str:
        role = self.team.find(Role, number) if number is not None else None
        return role.name if role else "nobody"


def _taking(title: str, times: Times | None, what: str) -> Iterator[str]:
    if times is None:
        yield f"{title}: nothing was finished in this time"
        return
    yield (
        f"{title}, {what}: half took {days_said(times.median)} or less, "
        f"85 of 100 took {days_said(times.p85)} or less ({counted(times.count, 'card')})"
    )


def _shape(times: Times | None) -> Json | None:
    if times is None:
        return None
    return {"count": times.count, "median": round(times.median, 3), "p85": round(times.p85, 3)}
