"""One card, opened: what it says, its checklist, what people said about it, and what happened to it."""

from __future__ import annotations

import secrets

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from store.errors import Refused
from store.models import Activity, Task
from store.repository.shared import Touched
from store.rules import checklist, comments
from store.rules.membership import refuse_outsider
from tui.dialogs.asking import AskingDialog
from tui.here import editors
from tui.keys import CARD, Command, essential, footer, key_for
from tui.meanwhile import put_away_by
from tui.palette.opening import open_palette
from tui.terminal import known_signs
from tui.workplace import Workplace
from widgets.card import CardSheet
from widgets.keys_line import KeysLine

_TAKEN_BACK = "The card you had open was taken back by who made it"
_WITHOUT_LIST = tuple(command for command in CARD if command.name != "tick")


class CardDialog(AskingDialog[None]):
    """Shows a card while it is being worked on, by this person or by others."""

    DEFAULT_CSS = """
    CardDialog { align: center middle; }
    CardDialog > Vertical {
        width: 100; max-width: 100%; height: 100%; border: round $primary; background: $surface;
    }
    CardDialog CardSheet { height: 1fr; }
    CardDialog KeysLine { background: $surface; }
    """
    KEYS = CARD
    AUTO_FOCUS = ""

    def __init__(self, place: Workplace, task: int) -> None:
        super().__init__(place)
        self._workplace = place
        self._number = task
        self._gone = False
        self._history: tuple[Activity, ...] = ()
        self._sheet = CardSheet(signs=known_signs())
        self._keys = KeysLine()
        self._keys.essential = essential(CARD)

    def compose(self) -> ComposeResult:
        """The sheet, a line for questions, and the keys."""
        with Vertical() as self._box:
            yield self._sheet
            yield self._prompt
            yield self._keys

    def on_mount(self) -> None:
        """Show the card; its history is looked up meanwhile."""
        self.show(None)
        self.show_here()
        self._look_up_history()
        super().on_mount()

    def run_command(self, command: Command) -> None:
        """Do what a command says; what changes something is refused before anything is written."""
        if command.changes:
            refuse_outsider(self._workplace.team, self._workplace.person)
        super().run_command(command)

    def on_screen_resume(self) -> None:
        """What stood over this has been closed; meanwhile the card may have gone."""
        if self._gone:
            self._go()

    def turned(self) -> None:
        """A question has ended: a card that went meanwhile need not stay open for it."""
        if not self._asking.is_open and self._workplace.team.find(Task, self._number) is None:
            # Behind what the answer does: refused, it is asked for once more.
            self.call_later(self.show, None)

    def renumber(self, table: str, old: int, new: int) -> None:
        """The card has got its real number."""
        if table == "tasks" and self._number == old:
            self._number = new

    def show(self, touched: Touched | None) -> None:
        """Show the newest state of the card; when it is gone, there is nothing to show."""
        team = self._workplace.team
        task = team.find(Task, self._number)
        if task is None:
            if self._gone:
                return
            if self._asking.is_open:
                # The next keys are words for this line, not commands for the board.
                self.say_in_frame(self._box, f"{_TAKEN_BACK}; what you write is still here")
                return
            self._workplace.refuse(Refused(f"{_TAKEN_BACK}."))
            self._go()
            return
        self._sheet.update(team, task, self._workplace.today)
        self.show_here()
        # Nothing can be ticked where there is no list.
        useful = CARD if task.checklist else _WITHOUT_LIST
        reads_only = bool(team.members) and self._workplace.person not in team.members
        self._keys.keys = footer(tuple(key for key in useful if not (key.changes and reads_only)))
        self._workplace.saw(self._number)
        if touched is not None and self._concerns(touched):
            self._look_up_history()

    def show_here(self) -> None:
        """Who else is editing this card now, quietly in the frame."""
        place = self._workplace
        task = place.team.find(Task, self._number)
        away = ""
        if task is not None and task.archived_at:
            away = f"This card is put away{put_away_by(place.team, self._history, place.today)}"
        said = editors(place.people, place.team, self._number, place.person)
        self.say_in_frame(self._box, " · ".join(filter(None, (away, said))))

    def do_up(self) -> None:
        self._sheet.action_cursor_up()

    def do_down(self) -> None:
        self._sheet.action_cursor_down()

    def do_page_up(self) -> None:
        self._sheet.scroll_page_up(animate=False)

    def do_page_down(self) -> None:
        self._sheet.scroll_page_down(animate=False)

    def do_tick(self) -> None:
        if not self._workplace.team.task(self._number).checklist:
            raise Refused(f"There is no checklist yet; {key_for(CARD, 'add_item')} adds an item.")
        self._sheet.action_tick()
        # The wish comes as a message; a key that closes this dialog must not come before it.
        self.hold_behind(self._sheet)

    def do_add_item(self) -> None:
        self._asking.line("New checklist item", self._add_item)

    def do_comment(self) -> None:
        away = self._workplace.team.task(self._number).archived_at
        what = "Comment on a card that is put away" if away else "Comment"
        self._asking.line(what, self._comment, hint="@name tells somebody")

    def do_edit(self) -> None:
        # Imported when it is opened: forms are what makes a start-up slow.
        from tui.dialogs.edit import EditDialog

        self._workplace.ask(EditDialog(self._workplace, self._number))

    def do_palette(self) -> None:
        open_palette(self._workplace, CARD, self._run_and_release, lambda found: found.choose())

    def do_help(self) -> None:
        from tui.dialogs.help import HelpDialog

        self._workplace.ask(HelpDialog(self._workplace, (("Opened card", CARD),)))

    def do_close(self) -> None:
        self.dismiss()

    @on(CardSheet.ChecklistTicked)
    def _tick(self, message: CardSheet.ChecklistTicked) -> None:
        place = self._workplace
        try:
            place.act(checklist.tick(place.team, message.task, message.item, place.person, place.now()))
        except Refused as error:
            place.refuse(error)

    def _add_item(self, text: str) -> None:
        place = self._workplace
        item = secrets.token_hex(4)
        place.act(checklist.add_item(place.team, self._number, text, place.person, place.now(), item_id=item))
        # Where the cursor may go is known when the new item has its lines.
        self._hold()
        self.call_after_refresh(self._ready)

    def _comment(self, words: str) -> None:
        place = self._workplace
        id = place.new_id()
        place.act(comments.comment(place.team, self._number, words, place.person, place.now(), id=id))

    def _go(self) -> None:
        """Close, also when a form or the help stands over this."""
        self._gone = True
        if self.app.screen is self:
            self.dismiss()
            self._ready()

    def _concerns(self, touched: Touched) -> bool:
        said = {("comments", comment.id) for comment in self._workplace.team.comments(self._number)}
        return bool(touched & (said | {("tasks", self._number)}))

    def _look_up_history(self) -> None:
        self._workplace.read_history(self._number, self._show_history)

    def _show_history(self, activities: tuple[Activity, ...]) -> None:
        # Closed meanwhile: what is being taken down counts as mounted still.
        if self in self.app.screen_stack:
            self._history = activities
            self._sheet.show_history(activities)
            self.show_here()
