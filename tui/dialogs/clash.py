"""When two people changed the same thing: both values, and the person decides."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from rich.text import Text
from textual import events
from textual._time import get_time
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from store.errors import FieldClash
from store.lines import marked
from store.merge import is_text
from store.models import Activity
from store.repository import Parked
from store.repository.shared import Touched
from store.rules.decision import Decision, Disputed
from store.rules.settling import disputed, subject, told
from store.text import clean
from tui.dialogs.base import ScrollingDialog
from tui.keys import Command
from tui.workplace import Workplace
from widgets.card_text import moment


class ClashDialog(ScrollingDialog[None]):
    """Shows theirs, mine and what was before, of each field in turn.

    What was typed before it could be read decides nothing.
    """

    DEFAULT_CSS = """
    ClashDialog { align: center middle; }
    ClashDialog > Vertical {
        width: 90; max-width: 100%; height: auto; max-height: 100%;
        border: round $warning; background: $surface; padding: 0 1;
    }
    ClashDialog VerticalScroll { height: auto; max-height: 100%; }
    ClashDialog #keys { dock: bottom; height: auto; background: $surface; }
    """
    KEYS = (
        *ScrollingDialog.KEYS,
        Command("theirs", ("1", "T"), "keep theirs", "Keep what the other person wrote", footer=True),
        Command("mine", ("2", "M"), "take mine", "Put mine in its place", footer=True),
        Command("both", ("3", "B"), "both", "Make one text of both", footer=True),
        Command(
            "later", ("escape", "q", "ctrl+g"), "later", "Decide later; theirs stays meanwhile", footer=True
        ),
    )

    def __init__(self, place: Workplace, outcome: Parked, clashes: tuple[FieldClash, ...]) -> None:
        super().__init__(place)
        self._workplace = place
        self._outcome = outcome
        self._opened_at = get_time()
        self._clashes = clashes
        self._at = 0
        self._theirs: set[Disputed] = set()
        self._texts: dict[Disputed, str] = {}
        self._history: tuple[Activity, ...] = ()

    def compose(self) -> ComposeResult:
        """The field that is decided on now."""
        with Vertical() as self._box:
            self._box.border_title = "Two people changed the same thing"
            with VerticalScroll() as scroll:
                scroll.can_focus = False
                yield Static(self._text(), id="clash")
            yield Static(self._choices(), id="keys")

    def on_mount(self) -> None:
        """Who wrote theirs is looked up meanwhile."""
        tasks = [clash.id for clash in self._clashes if clash.table == "tasks"]
        if tasks:
            self._workplace.read_history(tasks[0], self._show_history)
        super().on_mount()

    def take_key(self, event: events.Key) -> bool:
        """A key for the decision; any other one is told which there are."""
        taken = super().take_key(event)
        if not taken:
            self.say_in_frame(self._box, "1, 2 or 3 decides; esc leaves it for later")
        return taken

    def show(self, touched: Touched | None) -> None:
        """Theirs may have changed once more."""
        if touched is None or any((c.table, c.id) in touched for c in self._clashes):
            self._show_field()

    def do_theirs(self) -> None:
        self._theirs.add(disputed(self._clash))
        self._next()

    def do_mine(self) -> None:
        self._next()

    def do_both(self) -> None:
        from tui.dialogs.both import BothDialog

        clash = self._clash
        if not is_text(clash.table, clash.field):
            self.say_in_frame(self._box, f"A {clash.field.replace('_', ' ')} is one or the other: 1 or 2")
            return
        text = marked(*(str(value or "") for value in (clash.base, clash.mine, self._now())))
        title = f"{subject(self._workplace.team, clash)}: {clash.field.replace('_', ' ')}"
        self._workplace.ask(BothDialog(self._workplace, title, text), self._take_both)

    def do_later(self) -> None:
        self.dismiss()

    @property
    def _clash(self) -> FieldClash:
        return self._clashes[self._at]

    def _ready(self) -> None:
        """Let keys go on; what was typed when this could not be read yet answers nothing."""
        if self._workplace.forget_keys(before=self._opened_at):
            self.say_in_frame(self._box, "What was typed before this could be read is left out")
        super()._ready()

    def _take_both(self, text: str | None) -> None:
        if text is not None:
            self._texts[disputed(self._clash)] = text
            self._next()

    def _next(self) -> None:
        if self._at + 1 < len(self._clashes):
            self._at += 1
            self._show_field()
            self.query_one(VerticalScroll).scroll_home(animate=False)
            return
        self._workplace.deciding.settle(self._outcome, Decision(frozenset(self._theirs), self._texts))
        self.dismiss()

    def _show_field(self) -> None:
        self.query_one("#clash", Static).update(self._text())
        self.query_one("#keys", Static).update(self._choices())

    def _show_history(self, activities: tuple[Activity, ...]) -> None:
        if self in self.app.screen_stack:
            self._history = activities
            self._show_field()

    def _now(self) -> object:
        """What stands there now, which may be another person's by this time."""
        clash, tables = self._clash, self._workplace.team.tables
        return tables.get(clash.table, {}).get(clash.id, {}).get(clash.field)

    def _choices(self) -> Text:
        both = "   3 both" if is_text(self._clash.table, self._clash.field) else ""
        return Text(f"1 keep theirs   2 take mine{both}   esc later", style="bold")

    def _text(self) -> Text:
        clash, team = self._clash, self._workplace.team
        text = Text()
        if len(self._clashes) > 1:
            text.append(f"{self._at + 1} of {len(self._clashes)}\n")
        text.append(clean(f"{subject(team, clash)}: {clash.field.replace('_', ' ')}\n\n"), style="bold")
        for key, title, value in (
            ("1", f"Theirs{self._who()}", self._now()),
            ("2", "Mine", clash.mine),
            (" ", "Before", clash.base),
        ):
            text.append(f"{key} {title:8}", style="bold")
            words = told(team, clash.field, value)
            text.append(f"\n{words}\n\n" if "\n" in words else f" {words}\n")
        return text

    def _who(self) -> str:
        """Who wrote theirs and when, once it is known."""
        clash, place = self._clash, self._workplace
        found = (a for a in self._history if clash.field in a.fields and clash.table == "tasks")
        newest = next(found, None)
        if newest is None:
            return ""
        zone = ZoneInfo(place.team.settings.time_zone)
        return f" ({place.team.name_of(newest.by)}, {moment(newest.at, zone, place.today)})"
