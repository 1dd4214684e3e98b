"""One goal, opened: how far it is and will be, what it is made of, what people said, what happened."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from store.errors import Refused
from store.goals.standing import Standings
from store.models import Activity, Goal
from store.repository.shared import Touched
from store.rules import check_ins
from store.rules.goals import goal_numbered
from store.rules.membership import refuse_outsider
from tui.dialogs.asking import AskingDialog
from tui.goals.changes import ChangeCommands
from tui.goals.checking_in import CheckInCommands
from tui.goals.ending import EndingCommands
from tui.goals.linking import LinkCommands
from tui.keys import GOAL, Command, essential, footer
from tui.palette.opening import open_palette
from tui.screens.asking import Asking
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.undoing import UndoCommands
from tui.terminal import known_signs
from tui.workplace import Workplace
from widgets.goals.sheet import GoalSheet
from widgets.keys_line import KeysLine

_GROUPS = (CheckInCommands, EndingCommands, LinkCommands, ChangeCommands, UndoCommands)
"""What the dialog does as the goals screen does it."""
_TABLES = frozenset({"goals", "key_results", "check_ins", "remarks", "tasks"})
"""What the sheet tells of."""
_TAKEN_BACK = "The goal you had open was taken back by who wrote it"


class GoalDialog(AskingDialog[None]):
    """Shows a goal while it is being worked on, by this person or by others."""

    DEFAULT_CSS = """
    GoalDialog { align: center middle; }
    GoalDialog > Vertical {
        width: 120; max-width: 100%; height: 100%; border: round $primary; background: $surface;
    }
    GoalDialog GoalSheet { height: 1fr; }
    GoalDialog KeysLine { background: $surface; }
    GoalDialog Prompt.-warning, GoalDialog Prompt.-question {
        .prompt--status { color: $text-warning; text-style: bold; }
    }
    """
    KEYS = GOAL
    AUTO_FOCUS = ""

    def __init__(self, place: Workplace, goal: int) -> None:
        super().__init__(place)
        self._workplace = place
        self._number = goal
        self._gone = False
        self._sheet = GoalSheet(signs=known_signs())
        self._keys = KeysLine()
        self._commands = Grouped([group(_Opened(place, self._asking, self)) for group in _GROUPS])

    @property
    def goal(self) -> Goal:
        """The goal as it is now.

        Raises:
            NotFound: it was taken back.
        """
        return goal_numbered(self._workplace.team, self._number)

    def compose(self) -> ComposeResult:
        """The sheet, a line for questions, and the keys."""
        with Vertical() as self._box:
            yield self._sheet
            yield self._prompt
            yield self._keys

    def on_mount(self) -> None:
        """Show the goal; its history is looked up meanwhile."""
        self.show(None)
        self._look_up_history()
        super().on_mount()

    def take_key(self, event: events.Key) -> bool:
        """A key for the question, or a command; what was said before has been seen."""
        if not self._asking.is_open:
            self._prompt.remove_class("-warning")
            self._prompt.status = ""
        return super().take_key(event)

    def say_below(self, sentence: str, *, warning: bool) -> bool:
        """Show a sentence until the next key; `False` when it is too long for one line."""
        if (
            self._gone
            or self._asking.is_open
            or "\n" in sentence
            or cell_len(sentence) > self._prompt.size.width - 2
        ):
            return False
        self._prompt.set_class(warning, "-warning")
        self._prompt.status = f" {sentence}"
        return True

    def run_command(self, command: Command) -> None:
        """Do what a command says; what changes something is refused before anything is written."""
        if command.changes:
            refuse_outsider(self._workplace.team, self._workplace.person)
        if self._commands.has(command.name):
            self._commands.run(command.name)
        else:
            super().run_command(command)

    def renumber(self, table: str, old: int, new: int) -> None:
        """The goal has got its real number."""
        if table == "goals" and self._number == old:
            self._number = new

    def show(self, touched: Touched | None) -> None:
        """Show the newest state of the goal; when it is gone, there is nothing to show."""
        place = self._workplace
        goal = place.team.find(Goal, self._number)
        if goal is None:
            if self._asking.is_open:
                # The next keys are words for this line, not commands for what is below.
                self.say_in_frame(self._box, f"{_TAKEN_BACK}; what you write is still here")
            elif self.app.screen is self and not self._gone:
                self._gone = True
                place.refuse(Refused(f"{_TAKEN_BACK}."))
                self.dismiss()
            return
        if touched is None or any(table in _TABLES for table, _ in touched):
            self._sheet.update(place.team, goal, Standings(place.team, place.today))
            place.inbox.saw(("goals", goal.id))
        if touched is not None and ("goals", self._number) in touched:
            self._look_up_history()
        self.turned()

    def turned(self) -> None:
        """The keys of the question, or those that can do something here."""
        if self._asking.is_open:
            self._keys.keys, self._keys.essential = self._asking.footer, self._asking.essential
            return
        team = self._workplace.team
        reads_only = bool(team.members) and self._workplace.person not in team.members
        self._keys.essential = essential(GOAL)
        self._keys.keys = footer(tuple(key for key in GOAL if not (key.changes and reads_only)))

    def on_screen_resume(self) -> None:
        """What stood over this has been closed; meanwhile the goal may have gone."""
        if self._workplace.team.find(Goal, self._number) is None:
            self.show(None)

    def do_up(self) -> None:
        self._sheet.scroll_by(-2)

    def do_down(self) -> None:
        self._sheet.scroll_by(2)

    def do_page_up(self) -> None:
        self._sheet.scroll_page_up(animate=False)

    def do_page_down(self) -> None:
        self._sheet.scroll_page_down(animate=False)

    def do_remark(self) -> None:
        self._asking.line("Comment", self._remark, hint="@name tells somebody")

    def do_palette(self) -> None:
        open_palette(self._workplace, GOAL, self._run_and_release, lambda found: found.choose())

    def do_help(self) -> None:
        from tui.dialogs.help import HelpDialog

        self._workplace.ask(HelpDialog(self._workplace, (("Opened goal", GOAL),)))

    def do_back(self) -> None:
        self.dismiss()

    def _remark(self, words: str) -> None:
        place = self._workplace
        place.act(
            check_ins.remark(place.team, self._number, words, place.person, place.now(), id=place.new_id())
        )

    def _look_up_history(self) -> None:
        self._workplace.read_history(self._number, self._show_history, "goals")

    def _show_history(self, activities: tuple[Activity, ...]) -> None:
        # Closed meanwhile: what is being taken down counts as mounted still.
        if self in self.app.screen_stack:
            self._sheet.show_history(activities)


class _Opened:
    """The goal of a dialog, for the commands that the screen has as well."""

    def __init__(self, place: Workplace, asking: Asking, dialog: GoalDialog) -> None:
        self.place, self.asking = place, asking
        self._dialog = dialog

    def here(self) -> Goal:
        """The goal that is open."""
        return self._dialog.goal

    def wrote(self, goal: int) -> None:
        """Parts are written on the screen below."""


def open_goal(place: Workplace, goal: int) -> None:
    """Open a goal."""
    place.ask(GoalDialog(place, goal))
