"""What screens over the board have in common that show a list with a line below it."""

from __future__ import annotations

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from store.errors import Refused, TagwerkError
from store.rules.membership import refuse_outsider
from tui.dialogs.asking import AskingDialog
from tui.keys import Command, essential, footer
from tui.terminal import known_signs
from tui.workplace import Workplace
from widgets.keys_line import KeysLine
from widgets.listing import Listing
from widgets.listing_row import Row


class ListDialog(AskingDialog[None]):
    """A list, a line that shows the row under the cursor, asks and answers, and the keys.

    A subclass says what is in the list, what else its line shows, and which command enter is.
    """

    DEFAULT_CSS = """
    ListDialog { align: center middle; }
    ListDialog > Vertical {
        width: 120; max-width: 100%; height: 100%; border: round $primary; background: $surface;
    }
    ListDialog KeysLine { background: $surface; }
    ListDialog Prompt.-warning, ListDialog Prompt.-question {
        .prompt--status { color: $text-warning; text-style: bold; }
    }
    """
    AUTO_FOCUS = ""
    OPENS = ""
    """Name of the command that a double click on a row is."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._workplace = place
        self._signs = known_signs()
        self._listing = Listing(signs=self._signs)
        self._keys = KeysLine()

    def compose(self) -> ComposeResult:
        """What is above the list, the list, the line, the keys."""
        with Vertical() as box:
            box.border_title = Content(self.heading())
            yield from self.above()
            yield self._listing
            yield self._prompt
            yield self._keys

    def heading(self) -> str:
        """What stands in the frame."""
        raise NotImplementedError

    def above(self) -> tuple[Widget, ...]:
        """What stands above the list."""
        return ()

    def useful(self) -> tuple[Command, ...]:
        """The commands that can do something here, for the line of keys."""
        return self.KEYS

    def detail(self) -> str:
        """What the line says while nothing else is to be said."""
        raise NotImplementedError

    def nothing(self) -> str:
        """Why there is no row for a command."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show what there is."""
        self.show(None)
        self._show_keys()
        # How many rows are in view is known only then.
        self.call_after_refresh(self._show_detail)
        super().on_mount()

    def turned(self) -> None:
        """Without a question, the line tells of the row under the cursor; with one, the keys are its."""
        self._show_detail()
        self._show_keys()

    def run_command(self, command: Command) -> None:
        """Do what a command says; a refusal stands in the line below the rows."""
        try:
            if command.changes:
                refuse_outsider(self._workplace.team, self._workplace.person)
            self._show_detail()
            super().run_command(command)
        except TagwerkError as error:
            if command.opens:
                self._workplace.drop_typed()
            self._say(str(error), warning=True)

    def do_down(self) -> None:
        self._move(1)

    def do_up(self) -> None:
        self._move(-1)

    def do_page_down(self) -> None:
        self._move(self._listing.page)

    def do_page_up(self) -> None:
        self._move(-self._listing.page)

    def do_first(self) -> None:
        self._listing.move_to(0)
        self._show_detail()

    def do_last(self) -> None:
        self._listing.move_to_end()
        self._show_detail()

    def do_undo(self) -> None:
        self._say(f"You {self._workplace.undo()}.")

    def do_redo(self) -> None:
        self._say(f"You {self._workplace.redo()}.")

    def do_help(self) -> None:
        from tui.dialogs.help import HelpDialog

        self._workplace.ask(HelpDialog(self._workplace))

    def do_close(self) -> None:
        self.dismiss()

    @on(Listing.CursorMoved)
    def _cursor_moved(self) -> None:
        self._show_detail()

    @on(Listing.Opened)
    def _opened(self) -> None:
        if not self._asking.is_open:
            self.run_command(next(command for command in self.KEYS if command.name == self.OPENS))

    def _row(self) -> Row:
        """The row under the cursor.

        Raises:
            Refused: there is none.
        """
        row = self._listing.row
        if row is None:
            raise Refused(self.nothing())
        return row

    def _move(self, step: int) -> None:
        self._listing.move(step)
        self._show_detail()

    def _show_keys(self) -> None:
        if self._asking.is_open:
            self._keys.keys, self._keys.essential = self._asking.footer, self._asking.essential
            return
        self._keys.essential = essential(self.KEYS)
        place = self._workplace
        reads_only = bool(place.team.members) and place.person not in place.team.members
        self._keys.keys = footer(tuple(key for key in self.useful() if not (key.changes and reads_only)))

    def _show_detail(self) -> None:
        if not self._asking.is_open:
            self._prompt.remove_class("-warning")
            self._prompt.status = " " + " · ".join(filter(None, (self._listing.place, self.detail())))

    def _say(self, sentence: str, *, warning: bool = False) -> None:
        """A sentence in the line until the next key, where there is room for all of it."""
        if cell_len(sentence) <= self._prompt.size.width - 1:
            self._prompt.set_class(warning, "-warning")
            self._prompt.status = f" {sentence}"
        elif warning:
            self._workplace.refuse(Refused(sentence))
        else:
            self._workplace.tell(sentence)


class FilteredDialog(ListDialog):
    """A list of which a filter may show a part; escape takes the filter away first."""

    HINT = ""
    """What stands in the line of the filter while nothing is written."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._query = ""

    def find(self) -> None:
        """Show what the filter finds."""
        raise NotImplementedError

    def do_filter(self) -> None:
        before = self._query
        self._asking.line(
            "Filter",
            self._filter,
            changed=self._filter,
            cancelled=lambda: self._filter(before),
            text=before,
            hint=self.HINT,
        )

    def do_close(self) -> None:
        # As on the board, esc first takes the filter away.
        if self._query:
            self._filter("")
        else:
            self.dismiss()

    def _filter(self, query: str) -> None:
        self._query = query.strip()
        self.find()
        self._show_detail()
