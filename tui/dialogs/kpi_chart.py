"""The chart of a KPI, over the whole screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from store.errors import Refused
from store.kpis.periods import titled
from store.kpis.picture import USUAL, WIDTHS, Asked, Picture, allowed, picture
from store.kpis.saying import shown
from store.kpis.standing import standing
from store.models import Adjustment, Cadence, Kpi
from store.repository.shared import Touched
from store.rules.kpis import kpi_numbered
from tui.dialogs.base import Dialog
from tui.keys import KPI_CHART, KPIS, essential, footer, key_for
from tui.keys.figures import KPI_CHART_GROUP
from tui.terminal import known_signs
from tui.workplace import Workplace
from widgets.card_text import beside
from widgets.cells import cut
from widgets.keys_line import KeysLine
from widgets.kpis.chart import LETTERS, Ink, chart, legend
from widgets.kpis.row import word
from widgets.kpis.signs import kpi_signs
from widgets.prompt import Prompt
from widgets.training.sheet import Sheet
from widgets.words import day

_FEWEST, _MOST = 6, 400
"""Periods that can be shown."""
_ADJUSTMENTS = 4
"""Adjustments that are named below the chart in a low terminal."""
_NAME = 24
"""Cells of the name of the KPI that give way to nothing else."""
_ABOUT = "The values of a KPI against what they should be, with what was changed because of it at its date."
"""For the help."""
_STYLES = {
    Ink.BLANK: "",
    Ink.BAND: "$lane-green",
    Ink.LIMIT: "$lane-red",
    Ink.TARGET: "$lane-green",
    Ink.MARK: "$lane-magenta",
    Ink.PAST: "$lane-grey",
    Ink.BETWEEN: "dim",
    Ink.VALUE: "bold",
    Ink.MEAN: "bold $lane-cyan",
    Ink.AXIS: "dim",
}
"""In addition to the signs, which differ from each other."""


class KpiChartDialog(Dialog[None]):
    """Its values against what they should be, with what was changed at its date."""

    DEFAULT_CSS = """
    KpiChartDialog > Vertical { width: 100%; height: 100%; background: $surface; }
    KpiChartDialog Sheet { height: 1fr; }
    KpiChartDialog KeysLine { background: $surface; }
    KpiChartDialog Prompt.-warning { .prompt--status { color: $text-warning; text-style: bold; } }
    """
    KEYS = KPI_CHART
    AUTO_FOCUS = ""

    def __init__(self, place: Workplace, kpi: int, all: Sequence[int], seen: Callable[[int], object]) -> None:
        """`all` are the KPIs that can be gone to; `seen` is told of the last one."""
        super().__init__(place)
        self._workplace = place
        self._all, self._seen = list(all), seen
        self._signs = known_signs()
        self._sheet, self._prompt, self._keys = Sheet(signs=self._signs), Prompt(), KeysLine()
        self._standing = standing(place.team, kpi_numbered(place.team, kpi), place.today)
        cadence = self._standing.kpi.cadence
        self.asked = Asked(cadence, USUAL[cadence])
        self._of = picture(self._standing.kpi, (), (), self.asked, place.today)

    def compose(self) -> ComposeResult:
        """The chart, a line, the keys."""
        with Vertical():
            yield self._sheet
            yield self._prompt
            self._keys.essential = essential(self.KEYS)
            self._keys.keys = footer(self.KEYS)
            yield self._keys

    def on_mount(self) -> None:
        """Draw it as soon as its size is known."""
        self._draw()
        super().on_mount()

    def show(self, touched: Touched | None) -> None:
        """Somebody wrote something; a KPI that is gone is shown as it was."""
        is_other = touched is None or any(t in ("kpis", "readings", "adjustments") for t, _ in touched)
        if is_other and self._workplace.team.find(Kpi, self._standing.kpi.id) is not None:
            self._go(self._standing.kpi.id)

    def renumber(self, table: str, old: int, new: int) -> None:
        """A new KPI has got its real number."""
        if table == "kpis":
            self._all = [new if number == old else number for number in self._all]
            if self._standing.kpi.id == old:
                self._go(new)

    def do_by_day(self) -> None:
        self._by(Cadence.DAY)

    def do_by_week(self) -> None:
        self._by(Cadence.WEEK)

    def do_by_month(self) -> None:
        self._by(Cadence.MONTH)

    def do_by_quarter(self) -> None:
        self._by(Cadence.QUARTER)

    def do_compare(self) -> None:
        self._ask(replace(self.asked, compares=not self.asked.compares))

    def do_smooth(self) -> None:
        ways = (0, *WIDTHS[self.asked.cadence])
        at = ways.index(self.asked.width) if self.asked.width in ways else 0
        self._ask(replace(self.asked, width=ways[(at + 1) % len(ways)]))

    def do_before(self) -> None:
        self._ask(replace(self.asked, back=self.asked.back + max(1, self.asked.count // 2)))

    def do_after(self) -> None:
        if not self.asked.back:
            raise Refused("This goes up to today; nobody knows what comes.")
        self._ask(replace(self.asked, back=max(0, self.asked.back - max(1, self.asked.count // 2))))

    def do_more(self) -> None:
        self._ask(replace(self.asked, count=min(_MOST, self.asked.count * 2)))

    def do_less(self) -> None:
        self._ask(replace(self.asked, count=max(_FEWEST, len(self._of.days) // 2)))

    def do_down(self) -> None:
        self._step(1)

    def do_up(self) -> None:
        self._step(-1)

    def do_help(self) -> None:
        from tui.dialogs.help import HelpDialog
        from tui.dialogs.legend import FIGURES_SIGNS

        self._workplace.ask(HelpDialog(self._workplace, (KPI_CHART_GROUP,), _ABOUT, FIGURES_SIGNS))

    def do_close(self) -> None:
        self._seen(self._standing.kpi.id)
        self.dismiss()

    def say_below(self, sentence: str, *, warning: bool) -> bool:
        """In the line below the chart."""
        self._prompt.set_class(warning, "-warning")
        self._prompt.status = f" {sentence}"
        return True

    def _by(self, cadence: Cadence) -> None:
        kpi = self._standing.kpi
        if not allowed(kpi, cadence):
            raise Refused(f"{kpi.name} has a reading for each {kpi.cadence}; nothing shorter is known.")
        self._ask(Asked(cadence, USUAL[cadence], compares=self.asked.compares))

    def _ask(self, asked: Asked) -> None:
        self.asked = asked
        self._draw()

    def _step(self, step: int) -> None:
        number = self._standing.kpi.id
        at = self._all.index(number) + step if number in self._all else 0
        if not 0 <= at < len(self._all):
            raise Refused("There is no other KPI that way.")
        self._go(self._all[at])

    def _go(self, number: int) -> None:
        place, was = self._workplace, self._standing.kpi
        self._standing = standing(place.team, kpi_numbered(place.team, number), place.today)
        kpi = self._standing.kpi
        if kpi.id != was.id and not allowed(kpi, self.asked.cadence):
            self.asked = Asked(kpi.cadence, USUAL[kpi.cadence], compares=self.asked.compares)
        self._draw()

    def _draw(self) -> None:
        team, one = self._workplace.team, self._standing
        made = [a for a in team.belonging(Adjustment, "kpi", one.kpi.id) if not a.archived_at]
        of = self._of = picture(one.kpi, one.values, made, self.asked, self._workplace.today)
        self._prompt.remove_class("-warning")
        self._prompt.status = f" {self._said(of)}"
        self._sheet.tell(one.kpi.id, lambda width: self._told(of, width))

    def _told(self, of: Picture, width: int) -> Content:
        lines = [self._title(width)]
        below = [*self._below(of, width)]
        height = self._sheet.size.height - len(lines) - len(below)
        drawn = chart(of, width, height, self._signs)
        if not drawn:
            # In a low terminal the lines are worth more than what is said of them.
            drawn, below = chart(of, width, height + len(below), self._signs), []
        if not drawn:
            return Content("\n").join([*lines, Content(""), Content(beside(self._nothing(of), 0, width))])
        lines += [Content.assemble(*((text, _STYLES[ink]) for text, ink in runs)) for runs in drawn]
        return Content("\n").join([*lines, *below])

    def _title(self, width: int) -> Content:
        """Which KPI, and how it stands; where there is little room, the name stays longest."""
        one, kpi = self._standing, self._standing.kpi
        sign = f"  {kpi_signs(self._signs).lights[one.light]}"
        value = shown(kpi, one.value) if one.value is not None else ""
        says = (f"{sign} {word(one)}{f', {value}' if value else ''}", f"{sign} {value}", sign)
        name = min(cell_len(kpi.name), _NAME)
        said = next((text for text in says if name + cell_len(text) <= width), "")
        return Content.assemble((cut(kpi.name, width - cell_len(said), self._signs.ellipsis), "bold"), said)

    def _below(self, of: Picture, width: int) -> Iterator[Content]:
        yield from (Content.assemble((line, "dim")) for line in _packed(legend(of, self._signs), width))
        made = list(zip(LETTERS, of.made, strict=False))
        most = _ADJUSTMENTS if self._sheet.size.height < 30 else len(made)
        for letter, (_, one) in made[-most:]:
            said = str(one.outcome) if one.outcome is not None else "not reviewed yet"
            text = f"{letter} {day(one.made_on, self._workplace.today)}  {one.title} ({said})"
            yield Content.assemble((letter, "bold $lane-magenta"), cut(text, width, self._signs.ellipsis)[1:])
        if len(made) > most:
            yield Content.assemble((f"and {len(made) - most} earlier ones", "dim"))

    def _said(self, of: Picture) -> str:
        """Which time it is, and what its values are."""
        first, last = (titled(at, of.asked.cadence) for at in (of.days[0], of.days[-1]))
        numbers = [value for _, value in of.values]
        if not numbers:
            return f"{first} to {last}"
        low, high = (shown(of.kpi, edge, bare=True) for edge in (min(numbers), max(numbers)))
        mean = shown(of.kpi, sum(numbers) / len(numbers))
        return f"{first} to {last}: {low} to {high}, on average {mean}"

    def _nothing(self, of: Picture) -> str:
        if not self._standing.values:
            team = self._workplace.team
            reads_only = bool(team.members) and self._workplace.person not in team.members
            record = f"; {key_for(KPIS, 'record')} on the list writes the first one down"
            return f"There is no reading yet{'' if reads_only else record}."
        if not of.values:
            return "There is no reading in this time; h and l go through time, + shows more of it."
        return "There is no room for a chart; make the terminal larger."


def _packed(parts: Sequence[str], width: int) -> list[str]:
    """Parts side by side on as few lines as they need, none of them broken."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(f"{lines[-1]}   {part}") <= width:
            lines[-1] += f"   {part}"
        else:
            lines.append(part)
    return lines
