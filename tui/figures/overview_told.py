"""The page for the management, as text in one column or two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from rich.cells import cell_len
from textual.content import Content

from store.findings import Gravity
from store.goals.attainment import progress
from store.goals.pace import Pace
from store.kpis.adjusting import Stage
from store.kpis.owing import answers_for, reviewer
from store.kpis.saying import shown, target
from store.kpis.standing import Light
from store.phrases import counted
from store.team import Team
from tui.figures.overview_page import Overview
from tui.keys import KPIS, key_for
from widgets.card_text import beside
from widgets.cells import fit
from widgets.goals.signs import goal_signs
from widgets.kpis.row import word
from widgets.kpis.signs import kpi_signs
from widgets.signs import Signs
from widgets.words import day as short

_TWO = 110
"""Cells from which on there are two columns."""
_MOST = 6
"""Things that are named of each kind."""
_QUIET, _STRONG = "dim", "bold"
_LIGHTS = {
    Light.ALARM: "$lane-red",
    Light.WATCH: "$lane-yellow",
    Light.GOOD: "$lane-green",
    Light.UNKNOWN: "",
}


def told(
    found: Overview, team: Team, today: date, signs: Signs, width: int, *, reads_only: bool = False
) -> Content:
    """All of it; to who only reads nothing is offered."""
    writer = _Writer(found, team, today, signs, reads_only=reads_only)
    if width < _TWO:
        parts = [*writer.kpis(width), *writer.goals(width), *writer.flow(width), *writer.adjusted(width)]
        return Content("\n").join([*parts, *writer.people()])
    half = (width - 3) // 2
    left = [*writer.kpis(half), *writer.goals(half)]
    right = [*writer.flow(half), *writer.adjusted(half), *writer.people()]
    side = f" {signs.divider} "
    lines = [
        Content.assemble((a or Content("")).truncate(half, pad=True), (side, _QUIET), b or "")
        for a, b in zip_longest(left, right)
    ]
    return Content("\n").join(lines)


class _Writer:
    """Writes one part after the other."""

    def __init__(self, found: Overview, team: Team, today: date, signs: Signs, *, reads_only: bool) -> None:
        self._reads_only = reads_only
        self._found, self._team, self._today, self._signs = found, team, today, signs
        self._kpi_signs, self._goal_signs = kpi_signs(signs), goal_signs(signs)

    def kpis(self, width: int) -> Iterator[Content]:
        """How many stand how, and those that are off target."""
        found, marks = self._found.kpis, self._kpi_signs.lights
        counts = {light: sum(one.standing.light is light for one in found) for light in _LIGHTS}
        words = {Light.ALARM: "alarm", Light.WATCH: "off target", Light.GOOD: "on target"}
        said = [
            f"{marks[light]} {counts[light]} {words.get(light, light)}" for light in _LIGHTS if counts[light]
        ]
        late = sum(bool(one.standing.missing) for one in found)
        yield from self._head("KPIs", [*said, *([f"{late} late"] if late else [])] or ["none is watched yet"])
        if not found and not self._reads_only:
            key = key_for(KPIS, "ready")
            said_how = f"{key} on the tab KPIs takes ready-made ones; “tagwerk kpi ready” lists them."
            yield Content(f"  {beside(said_how, 2, width)}")
        off = [one for one in found if one.standing.light in (Light.ALARM, Light.WATCH)]
        for one in off[:_MOST]:
            now = one.standing
            kpi = now.kpi
            who = answers_for(self._team, kpi)
            value = shown(kpi, now.value) if now.value is not None else ""
            tail = f"{value}, {target(kpi)}{f', {self._team.name_of(who)}' if who else ''}"
            yield self._line(f"{marks[now.light]} {word(now)}", kpi.name, tail, width, _LIGHTS[now.light])
        yield from self._more(off)

    def goals(self, width: int) -> Iterator[Content]:
        """How many go how, and those that are behind."""
        found, marks = self._found, self._goal_signs.marks
        said = [f"{marks[pace]} {count} {pace}" for pace in Pace if (count := found.paces.get(pace, 0))]
        unknown = found.paces.get(None, 0)
        said += [f"{unknown} not measured"] if unknown else []
        yield from self._head("Goals", said or ["none is active"])
        behind = [one for one in found.goals if one.pace in (Pace.OFF_TRACK, Pace.AT_RISK)]
        for one in behind[:_MOST]:
            share, due = progress(one), one.goal.due
            until = f", due {short(due, self._today)}" if due else ""
            tail = f"{share or 0:.0%}{until}, {self._team.name_of(one.goal.owner)}"
            pace = one.pace or Pace.AT_RISK
            yield self._line(f"{marks[pace]} {pace}", one.goal.title, tail, width, "$lane-yellow")
        yield from self._more(behind)

    def flow(self, width: int) -> Iterator[Content]:
        """The flow of work in four numbers."""
        flow = self._found.flow
        cycle, ahead = flow.cycle, flow.forecast
        rows = [("Finished", flow.throughput.said if flow.throughput else "no whole week counted yet")]
        took = (
            f"half take {cycle.median:.1f} days, 85 % {cycle.p85:.1f}"
            if cycle
            else "nothing was finished yet"
        )
        rows.append(("Cycle time", took))
        late = f", {len(flow.late)} older than 85 % were" if flow.late else ""
        rows.append(("In work", f"{counted(len(flow.aging), 'card')}{late}"))
        done = f"85 % by {short(ahead.by(85), self._today)}" if ahead else "nobody can tell yet"
        rows.append(("Open", f"{counted(flow.open, 'card')}: {done}"))
        yield from self._head("Flow of work", [])
        for label, said in rows:
            text = fit(said, max(1, width - 12), self._signs.ellipsis)
            yield Content.assemble((f"{label:<11} ", _QUIET), text.rstrip())
        yield Content("")

    def adjusted(self, width: int) -> Iterator[Content]:
        """What is being changed, and what is to be reviewed."""
        groups = self._found.adjustments
        said = [f"{len(those)} {stage}" for stage, those in groups.items() if those]
        yield from self._head("Adjustments", said or ["nothing is being changed"])
        running = [(stage, one) for stage in (Stage.TO_REVIEW, Stage.OPEN) for one in groups.get(stage, ())]
        for stage, one in running[:_MOST]:
            sign = self._signs.overdue if stage is Stage.TO_REVIEW else self._kpi_signs.outcomes[None]
            who = reviewer(self._team, one)
            tail = (
                f"review {short(one.review_on, self._today)}{f', {self._team.name_of(who)}' if who else ''}"
            )
            yield self._line(f"{sign} {stage}", one.title, tail, width, "$lane-yellow")
        yield from self._more(running)

    def people(self) -> Iterator[Content]:
        """Who is there, and how much is badly divided."""
        found = self._found
        said = [f"{found.people} in the team", f"{found.away} away today"]
        yield from self._head("People", said)
        gaps = [
            counted(found.findings.get(gravity, 0), gravity)
            for gravity in Gravity
            if found.findings.get(gravity)
        ]
        where = ", ".join(gaps)
        yield Content(
            f"{where}: Team, Findings tells them" if where else "Nothing is wrong with how work is divided."
        )

    def _head(self, title: str, said: Sequence[str]) -> Iterator[Content]:
        yield Content.assemble((title, _STRONG), (f"  {f' {self._signs.between} '.join(said)}", _QUIET))

    def _line(self, state: str, name: str, tail: str, width: int, style: str) -> Content:
        """A sign and a word, what it is, and what there is to say; its name is cut first."""
        room = max(10, width - cell_len(state) - cell_len(tail) - 6)
        text = fit(name, min(room, cell_len(name)), self._signs.ellipsis)
        left = max(1, width - cell_len(state) - cell_len(text) - 6)
        told = fit(tail, min(left, cell_len(tail)), self._signs.ellipsis)
        return Content.assemble("  ", (state, style), f"  {text}", (f"  {told}", _QUIET))

    def _more(self, those: Sequence[object]) -> Iterator[Content]:
        if len(those) > _MOST:
            yield Content.assemble((f"  and {len(those) - _MOST} more", _QUIET))
        yield Content("")
