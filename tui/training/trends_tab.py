"""Levels, hours and money over time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from textual.content import Content

from store.errors import Refused
from store.goals.saying import amount
from store.skills.levels import HIGHEST
from store.skills.months import Period
from store.skills.series import PER, Per, Trend, What, end_of, trends
from store.team import Team
from tui.keys import TRENDS, key_for
from tui.keys.learning import TRENDS_CURSOR, TRENDS_VIEWS
from tui.screens.tab import TabDesk
from tui.training.list_tab import ListTab
from widgets.card_text import beside
from widgets.goals.spark import spark
from widgets.listing_row import Key, Row
from widgets.training.chart import Bar, columns, has_numbers

_NO_NAME = "No department"
_SPARK = 12
"""Cells of the line of small columns."""
_LEAST_CHART, _HIGHEST_CHART = 6, 16
"""Lines of the chart."""
_ABOUT = 4
"""Lines of the sheet beside the chart."""


class TrendsTab(ListTab[Trend]):
    """A line for each department, role or skill; the chart is of the one under the cursor."""

    TITLE = "Trends"
    ABOUT = (
        "How levels, hours and money went: the mean level is the sum of the levels that are known, divided "
        "by how many they are; hours count when something is finished, money when it is paid. Per head it is "
        "divided by the people who were in the team then."
    )
    KEYS = TRENDS
    GROUPS = (("Trends", TRENDS_VIEWS), ("From line to line", TRENDS_CURSOR))
    TABLES = frozenset({"assessments", "skills", "members", "roles", "learning_items", "budgets", "settings"})
    LEAST = (12, 6, 4, 4)

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._what, self._per, self._months, self._back = What.LEVEL, Per.DEPARTMENT, 1, 0

    def columns(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Of levels how they changed in all; of what is counted the period before."""
        span = "12 months" if self._months == 1 else "12 quarters"
        name = "Department" if self._per is Per.HEAD else self._per.value.capitalize()
        return (name, span, "Last", "Change" if self._is_level else "Before"), self.LEAST

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[Trend]]:
        """Each line with its values."""
        end = end_of(today, self._months, self._back)
        return partial(trends, team, end, self._what, self._per, self._months)

    def key_of(self, one: Trend) -> Key:
        """What it is about."""
        return one.key

    def row(self, one: Trend) -> Row:
        """How it went, where it is, and how that changed."""
        known = [value for value in one.values if value is not None]
        last = one.values[-1]
        return Row(
            key=one.key,
            cells=(
                one.name or _NO_NAME,
                spark(known, _SPARK, self.marks.levels).rjust(_SPARK) if any(known) else "",
                self._text(last) if last is not None else "",
                self._change(known) if self._is_level else self._text(known[-2]) if len(known) > 1 else "",
            ),
        )

    def texts(self, one: Trend) -> Iterable[str]:
        """Its name."""
        return (one.name or _NO_NAME,)

    def told(self, one: Trend, width: int) -> Content:
        """The chart."""
        height = max(_LEAST_CHART, min(_HIGHEST_CHART, self.sheet.size.height - _ABOUT))
        bars = [
            Bar(self._label(period), value) for period, value in zip(one.periods, one.values, strict=True)
        ]
        top = float(HIGHEST) if self._what is What.LEVEL else None
        drawn = columns(bars, width, height, self.signs, self._short, top)
        head = Content.assemble((one.name or _NO_NAME, "bold"), (f"  {self._said(one)}", "dim"))
        if not drawn or not any(one.values):
            return Content("\n").join([head, Content("\n" + beside(self._nothing_yet(), 0, width))])
        lines = [head, Content(""), *map(Content, drawn)]
        if not has_numbers(bars, width, self._short, top or 0.0):
            # Above columns as narrow as these there is no room for them.
            said = [f"{bar.label} {self._short(bar.value)}" for bar in bars if bar.value is not None]
            lines += [Content(""), Content(beside(f" {self.signs.between} ".join(said), 0, width))]
        return Content("\n").join(lines)

    def line(self, one: Trend) -> str:
        """What it is, and of which time."""
        back = f"; {key_for(TRENDS, 'after')} goes on to today" if self._back else ""
        return f"{self._said(one)}{back}"

    def about(self) -> list[str]:
        """What is shown."""
        unit = f" ({self.team.settings.currency})" if self._what is What.MONEY else ""
        return [f"{self._what}{unit} by {self._per}"]

    def empty(self) -> str:
        """What is missing."""
        return "Nothing is known yet: levels are set on the tab Skills, hours and money on the tab Learning."

    def do_order(self) -> None:
        kinds = list(What)
        self._what = kinds[(kinds.index(self._what) + 1) % len(kinds)]
        if self._per not in PER[self._what]:
            self._per = PER[self._what][0]
        self.look()

    def do_per(self) -> None:
        ways = PER[self._what]
        self._per = ways[(ways.index(self._per) + 1) % len(ways)]
        self.look()

    def do_before(self) -> None:
        self._back += 1
        self.look()

    def do_after(self) -> None:
        if not self._back:
            raise Refused("This is how it stands today; nobody knows what comes.")
        self._back -= 1
        self.look()

    def do_span(self) -> None:
        self._months, self._back = 4 - self._months, 0
        self.look()

    def cleared(self) -> bool:
        """Today again."""
        was, self._back = self._back > 0, 0
        return was

    def _said(self, one: Trend) -> str:
        first, last = one.periods[0].name, one.periods[-1].name
        return f"{self._what}{' per head' if self._per is Per.HEAD else ''}, {first} to {last}"

    def _nothing_yet(self) -> str:
        if self._is_level:
            return "No level was known then."
        return "Nothing was finished or paid then."

    def _text(self, value: float) -> str:
        if self._what is What.LEVEL:
            return f"{value:.1f}"
        unit = "h" if self._what is What.HOURS else ""
        return amount(round(value, 1), unit)

    def _short(self, value: float) -> str:
        return f"{value:.1f}" if self._what is What.LEVEL else amount(round(value, 1))

    def _label(self, period: Period) -> str:
        """`Nov`, `Q4`; of the first one of a year the year."""
        name, year = period.name.split(" ")
        return f"’{year[2:]}" if period.month == 1 else name

    def _change(self, known: Sequence[float]) -> str:
        """From the first to the last of them."""
        if len(known) < 2:
            return ""
        step = round(known[-1] - known[0], 1)
        mark = self.marks.up if step > 0 else self.marks.down if step < 0 else self.marks.same
        return f"{mark}{self._short(abs(step))}" if step else mark

    @property
    def _is_level(self) -> bool:
        """Whether it holds until something else is said, and is not counted period by period."""
        return self._what in (What.LEVEL, What.ABLE)
