"""What the team changed because of its figures: what is to be reviewed, and what helped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from store.flow.effect import Effects
from store.kpis.adjusting import Stage, adjustments, by_stage, helped, stage
from store.kpis.comparing import about
from store.kpis.effect import Compared, Verdict
from store.kpis.owing import reviewer
from store.models import Adjustment
from store.report.sheets import What
from store.team import Team
from tui.figures.adjustment_keys import AdjustmentKeys
from tui.figures.adjustment_told import told
from tui.figures.exporting import Exporting, Offer, rows
from tui.figures.kpis_tab import AT_ONCE
from tui.keys import ADJUSTMENTS, KPIS, key_for
from tui.keys.figures import ADJUSTMENTS_CURSOR, ADJUSTMENTS_DOING, ADJUSTMENTS_VIEWS
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.tab import TabDesk
from tui.training.list_tab import ListTab
from widgets.kpis.signs import kpi_signs
from widgets.listing_row import Key, Row
from widgets.words import day

_COLOURS = {Stage.TO_REVIEW: "yellow", Stage.OPEN: "", Stage.DONE: ""}
_VERDICTS = {
    Verdict.TOO_FEW: "too few to tell",
    Verdict.WITHIN: "nothing to be seen",
    Verdict.BETTER: "better since",
    Verdict.WORSE: "worse since",
    Verdict.OTHER: "different since",
}
"""What the numbers say, in a cell."""


@dataclass(frozen=True, slots=True)
class Tried:
    """An adjustment, and its figure before and after."""

    one: Adjustment
    compared: Compared | None


class AdjustmentsTab(ListTab[Tried]):
    """A line for each of them, what has to be reviewed first."""

    TITLE = "Adjustments"
    ABOUT = (
        "What was changed because of a figure, what was expected of it, and whether it helped. On its "
        "review day its owner is asked, and the figure before and after is laid side by side, with no more "
        "said than the numbers say."
    )
    KEYS = ADJUSTMENTS
    GROUPS = (
        ("Adjustments", ADJUSTMENTS_DOING),
        ("Looking at adjustments", ADJUSTMENTS_VIEWS),
        ("From adjustment to adjustment", ADJUSTMENTS_CURSOR),
    )
    TABLES = frozenset({"adjustments", "kpis", "readings", "goals", "tasks", "members", "roles", "settings"})
    HEADS = ("Is", "What we change", "About", "From", "Review", "Numbers", "Who")
    LEAST = (0, 20, 8, 6, 6, 0, 6)

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._kpi_signs = kpi_signs(desk.signs)
        self.by_outcome = self.is_mine = False
        self._counts: Counter[str] = Counter()
        self._named_ones = NamedSource("adjustment", self._named, lambda found: self.follow(found.key))

    def groups(self) -> list[object]:
        """How they are looked at, and what is written."""
        return [self, AdjustmentKeys(self), Exporting(self, self)]

    def takes_long(self) -> bool:
        """Whether there is so much to compare that keys should not wait for it."""
        return any(len(self.team.tables.get(table, {})) > AT_ONCE for table in ("readings", "tasks"))

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[Tried]]:
        """By what is to be done, or by what they did."""
        me, is_mine, by_outcome = self.place.person, self.is_mine, self.by_outcome

        def find() -> Sequence[Tried]:
            groups = helped(team).values() if by_outcome else by_stage(adjustments(team), today).values()
            effects = Effects(team, today)
            found = (one for those in groups for one in those)
            return [Tried(one, effects.of(one)) for one in found if not is_mine or reviewer(team, one) == me]

        return find

    def key_of(self, one: Tried) -> Key:
        """Its number."""
        return one.one.id

    def row(self, one: Tried) -> Row:
        """How far it is, what it is, and what the numbers say."""
        made, today = one.one, self.today
        now = stage(made, today)
        said = str(made.outcome) if made.outcome is not None else str(now)
        sign = self.signs.overdue if now is Stage.TO_REVIEW else self._kpi_signs.outcomes[made.outcome]
        who = reviewer(self.team, made)
        return Row(
            key=made.id,
            cells=(
                f"{sign} {said}",
                made.title,
                about(self.team, made),
                day(made.made_on, today),
                day(made.review_on, today) if made.outcome is None else "",
                _VERDICTS[one.compared.verdict] if one.compared is not None else "",
                self.team.name_of(who) if who else "nobody",
            ),
            colour=_COLOURS[now],
        )

    def texts(self, one: Tried) -> Iterable[str]:
        """All that it says."""
        made = one.one
        return (*self.row(one).cells, made.seen, made.expected, made.learned)

    def told(self, one: Tried, width: int) -> Content:
        """All that is known of it."""
        review = "" if self.desk.screen.reads_only else key_for(ADJUSTMENTS, "review")
        return told(self.team, one.one, one.compared, self.today, self._kpi_signs, width, review=review)

    def empty(self) -> str:
        """What begins it."""
        if self.is_mine:
            return f"None is yours; {key_for(ADJUSTMENTS, 'mine')} shows everybody’s."
        if self.by_outcome:
            order = key_for(ADJUSTMENTS, "order")
            return f"Nothing was reviewed yet, so nobody has said what helped; {order} shows all adjustments."
        if self.desk.screen.reads_only:
            return "Nothing was changed because of a figure yet."
        add, adjust = key_for(ADJUSTMENTS, "add"), key_for(KPIS, "adjust")
        return (
            f"Nothing was changed because of a figure yet: {add} writes down what you change, {adjust} on "
            "the tab KPIs does so because of one. Without KPIs “tagwerk kpi ready” lists ready-made ones."
        )

    def line(self, one: Tried) -> str:
        """What comes next."""
        if stage(one.one, self.today) is Stage.TO_REVIEW and not self.desk.screen.reads_only:
            return f"has it helped? {key_for(ADJUSTMENTS, 'review')} writes it down"
        return one.one.title

    def about(self) -> list[str]:
        """What is shown, and how many of each kind."""
        parts = ["what was tried"] if self.by_outcome else []
        parts += [f"{count} {name}" for name, count in self._counts.items()]
        return [*parts, *(["yours"] if self.is_mine else [])]

    def shown(self) -> None:
        """Other lines are shown."""
        ones = (tried.one for tried in self.found.values())
        self._counts = Counter(
            str(one.outcome if self.by_outcome else stage(one, self.today)) for one in ones
        )

    def cleared(self) -> bool:
        """Everybody's again, by what is to be done."""
        was = self.is_mine or self.by_outcome
        self.is_mine = self.by_outcome = False
        return was

    def adjustment(self) -> Adjustment:
        """The adjustment under the cursor.

        Raises:
            Refused: there is none.
        """
        return self.here().one

    def offers(self) -> Sequence[Offer]:
        """The table of all of them."""
        return [rows(self.place, What.ADJUSTMENTS)]

    def do_open(self) -> None:
        self.here()
        self.toggle_class("-whole")

    def do_order(self) -> None:
        self.by_outcome = not self.by_outcome
        self.look()

    def do_mine(self) -> None:
        self.is_mine = not self.is_mine
        self.look()

    def renumber(self, table: str, old: int, new: int) -> None:
        """The cursor goes with a new one that has got its real number."""
        if table == "adjustments" and self.view.key == old:
            self._follows = new

    def sources(self) -> Sequence[Source]:
        """What was changed."""
        return (self._named_ones,)

    def _named(self) -> Iterable[Named]:
        for one in self.found.values():
            yield Named(one.one.id, one.one.title, str(one.one.outcome or stage(one.one, self.today)))
