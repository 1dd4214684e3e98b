"""When two people changed the same thing: both values, and the person decides."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from rich.text import Text
from textual import events
from textual._time import get_time
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from store.errors import FieldClash, Refused, TagwerkError
from store.models import Activity
from store.repository import Parked
from store.repository.shared import Touched
from store.rules.settling import field_called, is_line, subject, takes_both, told
from store.rules.weighing import Weighing
from store.text import clean
from tui.dialogs.base import ScrollingDialog
from tui.keys import SHELL, Command, find, key_for
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
        self._weighing = Weighing(outcome.change)
        self._left = clashes
        self._readable_at = float("inf")
        """When what is asked now came to be on the screen (Textual's time, in seconds)."""
        self._leaving = False
        self._histories: dict[tuple[str, int], tuple[Activity, ...]] = {}

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
        self._look_up(frozenset((clash.table, clash.id) for clash in self._left))
        super().on_mount()

    def take_key(self, event: events.Key) -> bool:
        """A key for the decision; any other one is told which there are."""
        command = find(self.KEYS, event)
        if command is not None and command.name in _DECIDE and event.time < self._readable_at:
            self.say_in_frame(self._box, "What was typed before this could be read is left out")
            return True
        self._leaving = self._leaving and command is not None and command.name == "later"
        taken = super().take_key(event)
        if not taken:
            self.say_in_frame(self._box, f"{self._keys_that_decide()}; esc leaves it for later")
        return taken

    def show(self, touched: Touched | None) -> None:
        """Theirs may have changed once more."""
        concerned = frozenset((clash.table, clash.id) for clash in self._left)
        if touched is not None and not concerned & touched:
            return
        self._look_up(concerned if touched is None else concerned & touched)
        now = self._now()
        if now != self._clash.theirs:
            self._left = (replace(self._clash, theirs=now), *self._left[1:])
            self._ask("Theirs was changed once more")

    def do_theirs(self) -> None:
        self._weighing.keep_theirs(self._clash)
        self._go_on()

    def do_mine(self) -> None:
        self._weighing.take_mine(self._clash)
        self._go_on()

    def do_both(self) -> None:
        from tui.dialogs.both import BothDialog

        clash = self._clash
        if not takes_both(clash):
            what = field_called(clash)
            what = what.capitalize() if what.startswith("who ") else f"A {what}"
            self.say_in_frame(self._box, f"{what} is one or the other: 1 or 2")
            return
        title = f"{subject(self._workplace.team, clash)}: {field_called(clash)}"
        one_line = is_line(clash.table, clash.field)
        dialog = BothDialog(self._workplace, title, self._weighing.draft(clash), one_line=one_line)

        def take(text: str | None) -> None:
            if text is not None:
                self._weighing.write(clash, text)
                # Behind the closing: what there is to say then has to be said here.
                self.call_later(self._go_on_or_say)

        self._workplace.ask(dialog, take)

    def do_later(self) -> None:
        if self._weighing.has_text and not self._leaving:
            self._leaving = True
            self.say_in_frame(self._box, "esc again leaves without the text that you wrote")
            return
        self.dismiss()

    @property
    def _clash(self) -> FieldClash:
        return self._left[0]

    def _ready(self) -> None:
        """From now on a key is an answer to what can be read."""
        self._readable_at = get_time()
        super()._ready()

    def _go_on_or_say(self) -> None:
        try:
            self._go_on()
        except TagwerkError as error:
            self._workplace.refuse(error)

    def _go_on(self) -> None:
        """Ask about the next field, or do what was decided."""
        place = self._workplace
        try:
            left = self._weighing.left(place.team)
        except Refused as error:
            # The list, and the next time that it is opened, shows it with all that was written.
            self.dismiss()
            raise Refused(f"{error} Your text is kept; {key_for(SHELL, 'settle')} shows it.") from error
        if left:
            self._left = left
            self._ask("Theirs was changed once more" if self._weighing.knows(left[0]) else "")
            self.query_one(VerticalScroll).scroll_home(animate=False)
            return
        place.deciding.settle(self._outcome, self._weighing.decision)
        self.dismiss()

    def _ask(self, sentence: str) -> None:
        """Show what is asked now; keys count from when it is there."""
        self._readable_at = float("inf")
        self.query_one("#clash", Static).update(self._text())
        self.query_one("#keys", Static).update(self._choices())
        self.say_in_frame(self._box, sentence)
        self.call_after_refresh(self._can_be_read)

    def _can_be_read(self) -> None:
        self._readable_at = get_time()

    def _look_up(self, documents: Touched) -> None:
        for table, id in documents:
            self._workplace.read_history(id, partial(self._show_history, (table, id)), table)

    def _show_history(self, document: tuple[str, int], activities: tuple[Activity, ...]) -> None:
        if self not in self.app.screen_stack or self._histories.get(document) == activities:
            return
        self._histories[document] = activities
        if document == (self._clash.table, self._clash.id):
            self.query_one("#clash", Static).update(self._text())

    def _now(self) -> object:
        """What stands there now, which may be another person's by this time."""
        clash, tables = self._clash, self._workplace.team.tables
        return tables.get(clash.table, {}).get(clash.id, {}).get(clash.field)

    def _keys_that_decide(self) -> str:
        return "1, 2 or 3 decides" if takes_both(self._clash) else "1 or 2 decides"

    def _choices(self) -> Text:
        both = "   3 both" if takes_both(self._clash) else ""
        return Text(f"1 keep theirs   2 take mine{both}   esc later", style="bold")

    def _text(self) -> Text:
        clash, team = self._clash, self._workplace.team
        text = Text()
        at, count = self._weighing.place(self._left)
        if count > 1:
            text.append(f"{at} of {count}\n")
        text.append(clean(f"{subject(team, clash)}: {field_called(clash)}\n\n"), style="bold")
        for key, title, value in (
            ("1", f"Theirs{self._who()}", clash.theirs),
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
        history = self._histories.get((clash.table, clash.id), ())
        newest = next((activity for activity in history if clash.field in activity.fields), None)
        if newest is None:
            return ""
        zone = ZoneInfo(place.team.settings.time_zone)
        return clean(f" ({place.team.name_of(newest.by)}, {moment(newest.at, zone, place.today)})")


_DECIDE = {"theirs", "mine", "both"}
"""Commands that answer what is asked."""
