"""The KPIs by department: how each stands, where it is going, and what was done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from store.errors import Refused
from store.kpis.listing import WHOLE
from store.kpis.overview import Standings, Watched, by_trouble, counts, newest_readings, watched
from store.kpis.standing import Light
from store.models import Adjustment
from store.phrases import counted
from store.report.sheets import What
from store.team import Team
from tui.commands.output import Content as File
from tui.figures.exporting import Exporting, Offer, file_name, rows
from tui.figures.kpi_keys import KpiKeys
from tui.keys import KPIS, key_for
from tui.keys.figures import KPIS_CHANGES, KPIS_CURSOR, KPIS_DOING, KPIS_VIEWS
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.tab import TabDesk
from tui.training.list_tab import ListTab
from widgets.card_text import beside, joined
from widgets.kpis.row import HEADS, LEAST, kpi_row, word
from widgets.kpis.signs import kpi_signs
from widgets.kpis.text import kpi_told
from widgets.listing_row import Key, Row

AT_ONCE = 3000
"""Readings of which everything is worked out at once; about 10 ms."""
_READINGS = 8
"""Readings that are told beside the list."""
_NARROW = 100
"""Cells below which the line of tabs has no room for words."""
_WORDS = {Light.ALARM: "alarm"}
_ORDER = (Light.GOOD, Light.WATCH, Light.ALARM, Light.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Line:
    """A KPI, or the name of a department above its own."""

    department: str
    watched: Watched | None = None
    all: tuple[Watched, ...] = ()
    """Of a department: its KPIs."""


class KpisTab(ListTab[Line]):
    """A line for each KPI under the name of its department."""

    TITLE = "KPIs"
    ABOUT = (
        "The figures that each department watches: how each stands against what it should be, where it is "
        "going, whose readings are late, and what was changed because of it."
    )
    KEYS = KPIS
    GROUPS = (
        ("KPIs", KPIS_DOING),
        ("Looking at KPIs", KPIS_VIEWS),
        ("Changing KPIs", KPIS_CHANGES),
        ("From KPI to KPI", KPIS_CURSOR),
    )
    TABLES = frozenset({"kpis", "readings", "adjustments", "roles", "members", "settings"})
    HEADS = HEADS
    LEAST = LEAST

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._kpi_signs = kpi_signs(desk.signs)
        self.by_trouble = False
        self._department: str | None = None
        """The one that is shown alone; `None`: all are."""
        self._standings = Standings()
        self._every: tuple[Watched, ...] = ()
        self._last: Key | None = None
        """What was under the cursor before the lines were found anew."""
        self._kpis = NamedSource("KPI", self._named, lambda found: self.follow(found.key))

    # --- what the list shows -----------------------------------------------------------------------------

    def groups(self) -> list[object]:
        """How they are looked at, and what is written."""
        return [self, KpiKeys(self), Exporting(self, self)]

    def takes_long(self) -> bool:
        """Whether there are so many readings that keys should not wait for them."""
        return len(self.team.tables.get("readings", {})) > AT_ONCE

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[Line]]:
        """Under their departments, or the worst first."""

        def find() -> Sequence[Line]:
            self._every = watched(team, today, self._standings)
            shown = [one for one in self._every if self._department in (None, one.department)]
            if self.by_trouble:
                return [Line(one.department, one) for one in by_trouble(shown)]
            return [*_headed(shown)]

        return find

    def matches(self, found: Sequence[Line]) -> Sequence[Line]:
        """Those with the words; a department's name only above one of its own."""
        if not self.words:
            return found
        kept = super().matches([line for line in found if line.watched is not None])
        return [*_headed([line.watched for line in kept if line.watched is not None])]

    def key_of(self, one: Line) -> Key:
        """Its number; of a department its name."""
        return one.watched.standing.kpi.id if one.watched is not None else f"department {one.department}"

    def row(self, one: Line) -> Row:
        """How it stands."""
        if one.watched is not None:
            return kpi_row(one.watched, self._kpi_signs)
        name = f"{self.signs.rule * 2} {one.department or WHOLE}"
        return Row(self.key_of(one), (name, *[""] * (len(HEADS) - 1)))

    def texts(self, one: Line) -> Iterable[str]:
        """Where words are looked for: all that is said of it, but not its numbers."""
        if one.watched is None:
            return ()
        kpi = one.watched.standing.kpi
        names = (kpi.name, kpi.about, kpi.source, *kpi.columns, one.department, self.team.name_of(kpi.owner))
        late = "late" if one.watched.standing.missing else ""
        return (*names, word(one.watched.standing), late)

    def told(self, one: Line, width: int) -> Content:
        """All that is known of it."""
        if one.watched is None:
            return self._department_told(one, width)
        number = one.watched.standing.kpi.id
        made = sorted(self.team.belonging(Adjustment, "kpi", number), key=lambda a: a.made_on, reverse=True)
        last = newest_readings(self.team, number, _READINGS)
        offers = "" if self.desk.screen.reads_only else key_for(KPIS, "adjust")
        return kpi_told(self.team, one.watched, last, made, self.today, self._kpi_signs, width, adjust=offers)

    def empty(self) -> str:
        """What begins it."""
        if self.desk.screen.reads_only:
            return "No KPI is watched yet."
        ready, add = key_for(KPIS, "ready"), key_for(KPIS, "add")
        return (
            f"No KPI is watched yet: {ready} takes ready-made ones of an online shop, {add} adds one of your "
            "own. “tagwerk kpi ready” lists what there is."
        )

    def line(self, one: Line) -> str:
        """What it needs."""
        if one.watched is None:
            return one.department or WHOLE
        now = one.watched.standing
        if self.desk.screen.reads_only:
            return f"{word(now)}, {len(now.missing)} late" if now.missing else word(now)
        if now.missing or now.value is None:
            return f"{key_for(KPIS, 'record')}: write the reading down"
        if one.watched.asks:
            return f"{now.in_a_row} readings off target: {key_for(KPIS, 'adjust')} says what you change"
        return word(now)

    def about(self) -> list[str]:
        """How many stand how."""
        shown = [one for one in self._every if self._department in (None, one.department)]
        found, lights = counts(shown), self._kpi_signs.lights
        is_narrow = self.app.size.width < _NARROW
        parts = [
            f"{lights[light]}{found[light]}" if is_narrow else f"{found[light]} {_WORDS.get(light, light)}"
            for light in _ORDER
            if found[light]
        ]
        late = sum(bool(one.standing.missing) for one in shown)
        parts += [f"{late} late"] if late else []
        if self._department is not None:
            parts.insert(0, self._department or WHOLE)
        return parts

    def shown(self) -> None:
        """Whose KPI is not shown any more goes to another one, not to a department."""
        if isinstance(self.view.key, str) and not isinstance(self._last, str):
            self.view.move_to(self.view.at + 1)

    def moved(self) -> None:
        """Another line is under the cursor."""
        self._last = self.view.key
        super().moved()

    def cleared(self) -> bool:
        """All departments again."""
        was, self._department = self._department, None
        return was is not None

    # --- what its keys need ------------------------------------------------------------------------------

    def kpi(self) -> Watched:
        """The KPI under the cursor.

        Raises:
            Refused: there is none.
        """
        one = self.here()
        if one.watched is None:
            raise Refused(f"This is a department; {key_for(KPIS, 'down')} goes to its KPIs.")
        return one.watched

    @property
    def place_for_new(self) -> str:
        """The department under the cursor."""
        return self.one.department if self.one is not None else self._department or ""

    def offers(self) -> Sequence[Offer]:
        """The table of all of them; the chart of the one under the cursor."""
        table = rows(self.place, What.KPIS)
        one, team = self.one, self.team
        if one is None or one.watched is None:
            return [table]
        kpi = one.watched.standing.kpi
        name = f"{file_name(kpi.name)}.svg"

        def make() -> File:
            from store.report.kpi_chart import kpi_chart
            from tui.commands.export import drawn

            return drawn(kpi_chart(team, kpi))

        return [Offer("c", "chart", name, make), table]

    def do_open(self) -> None:
        # Imported when it is opened: nobody waits for a chart who does not look at one.
        from tui.dialogs.kpi_chart import KpiChartDialog

        kpi = self.kpi().standing.kpi
        numbers = [key for key in self.found if isinstance(key, int)]
        self.place.ask(KpiChartDialog(self.place, kpi.id, numbers, self.follow))

    def do_department(self) -> None:
        names = [*dict.fromkeys(one.department for one in self._every)]
        at = names.index(self._department) + 1 if self._department in names else 0
        self._department = names[at] if at < len(names) else None
        self.look()

    def do_order(self) -> None:
        self.by_trouble = not self.by_trouble
        self.look()

    def renumber(self, table: str, old: int, new: int) -> None:
        """The cursor goes with a new KPI that has got its real number."""
        if table == "kpis" and self.view.key == old:
            self._follows = new

    def sources(self) -> Sequence[Source]:
        """The KPIs."""
        return (self._kpis,)

    def _named(self) -> Iterable[Named]:
        for one in self._every:
            kpi = one.standing.kpi
            yield Named(kpi.id, kpi.name, f"{one.department or WHOLE}, {word(one.standing)}")

    def _department_told(self, one: Line, width: int) -> Content:
        found = counts(one.all)
        lines = [Content.assemble((one.department or WHOLE, "bold")), Content("")]
        lines += [
            Content(f"{self._kpi_signs.lights[light]} {counted(found[light], 'KPI')} {light}")
            for light in _ORDER
            if found[light]
        ]
        late = [watched.standing.kpi.name for watched in one.all if watched.standing.missing]
        if late:
            lines += [Content(""), Content(beside(f"Readings are late of {', '.join(late)}.", 0, width))]
        asks = [watched.standing.kpi.name for watched in one.all if watched.asks]
        if asks:
            said = f"Off target again and again, and nothing is being changed: {', '.join(asks)}."
            lines += [Content(""), Content(beside(said, 0, width))]
        return joined(lines)


def _headed(found: Sequence[Watched]) -> Iterable[Line]:
    """Each department's name above its KPIs; where there is only the whole team's, none."""
    departments = [*dict.fromkeys(one.department for one in found)]
    for name in departments:
        those = tuple(one for one in found if one.department == name)
        if departments != [""]:
            yield Line(name, all=those)
        yield from (Line(name, one) for one in those)
