"""`tagwerk kpi ready`: ready-made KPIs of an online shop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from store.kpis.listing import department_of, kpis
from store.kpis.ready import ALL, EVERYTHING, SETS, Ready
from store.kpis.standing import standing
from store.phrases import counted, quoted
from store.rules import kpis as rules
from store.team import Team
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.kpi_shapes import kpi_shape
from tui.commands.session import session
from tui.commands.texts import wrapped


def run(call: Call, *, name: str | None) -> ReadyMade | Said:
    """List what there is, or take a set.

    Raises:
        Refused: the person leads no role, or the team watches all of them.
        StorageError: the folder does not answer, or cannot be written.
    """
    with session(call) as opened:
        if name is None:
            return ReadyMade(opened.team)
        wanted = EVERYTHING if name == ALL else SETS[name]
        change = rules.take_ready(opened.team, wanted, opened.person, opened.now)
        numbers = opened.commit(change)
        team = opened.team
        made = [rules.kpi_numbered(team, number) for (table, _), number in numbers.items() if table == "kpis"]
        made.sort(key=lambda kpi: (kpi.position, kpi.id))
        sentences = [f"Added {counted(len(made), 'KPI')}:"]
        sentences += [f"  {kpi.name}, {department_of(team, kpi) or 'the whole team'}" for kpi in made]
        sentences += [
            "None has a target yet: “tagwerk kpi edit NAME --target N --owner LOGIN” sets it, and who "
            "answers for it. “tagwerk kpi record NAME VALUE” writes the first reading down."
        ]
        shapes = [kpi_shape(team, standing(team, kpi, opened.today), adjust=False) for kpi in made]
        return Said(tuple(sentences), {"kpis": shapes, "changed": True})


@dataclass(frozen=True)
class ReadyMade:
    """The sets, and what the team watches of them."""

    team: Team
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """A set after the other."""
        for name, those in SETS.items():
            yield name
            for one in those:
                unit = f" in {one.unit}" if one.unit else ""
                better = f"{one.direction} is better"
                mark = "  (there already)" if self._is_taken(one) else ""
                yield f"  {one.name}{unit}, every {one.cadence}, {better}{mark}"
                yield from wrapped(f"    {one.about}", width)
            yield ""
        yield from wrapped(
            f"“tagwerk kpi ready SET” takes a set, {quoted(ALL)} all of them. None has a target: that is the "
            "team’s to say.",
            width,
        )

    def document(self) -> Json:
        """See `kpi_shapes`."""
        return {
            "sets": {
                name: [{"name": one.name, **one.fields, "taken": self._is_taken(one)} for one in those]
                for name, those in SETS.items()
            }
        }

    def _is_taken(self, one: Ready) -> bool:
        return any(kpi.name.casefold() == one.name.casefold() for kpi in kpis(self.team))
