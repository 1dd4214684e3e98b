"""What forms and questions over a screen have in common."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message_pump import MessagePump
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from store.errors import TagwerkError
from store.repository.shared import Touched
from tui.keys import CARD, Command, find, name_of
from tui.terminal import speaks_unicode
from tui.too_small import cover
from tui.workplace import Workplace

R = TypeVar("R")


class Dialog(ModalScreen[R]):
    """A screen over the board that takes its keys in order, also while it opens and closes.

    A subclass names its commands; each is a method `do_` and its name. Keys that are no command go to what
    has the focus.
    """

    DEFAULT_CSS = """
    Dialog.-ascii > * { border: ascii $primary; }
    Dialog Input:ansi > .input--cursor { background: ansi_default; color: ansi_default; text-style: reverse; }
    Dialog TextArea .text-area--placeholder { color: $text-muted; }
    Dialog SelectCurrent .arrow { color: $text-muted; }
    """
    KEYS: ClassVar[tuple[Command, ...]] = ()

    def __init__(self, place: Workplace | None = None) -> None:
        super().__init__()
        self.set_class(not speaks_unicode(), "-ascii")
        self.place = place
        self._in_frame = ""

    def on_mount(self) -> None:
        """Let the keys that waited for this dialog go on, once it is there."""
        self.call_after_refresh(self._ready)

    def _on_timer_update(self) -> None:
        # Where the screen below looks different in the same moment, Textual paints that part and forgets what
        # waited here to be painted.
        paints = self.is_current and not self.app._batch_count and self._repaint_required
        forgotten = {*self._dirty_widgets} - {self} if paints else set[Widget]()
        super()._on_timer_update()
        for widget in forgotten:
            widget.refresh()

    def take_key(self, event: events.Key) -> bool:
        """Whether the key was a command here."""
        command = find(self.KEYS, event)
        if name_of(event) == "enter" and isinstance(self.focused, Input):
            command = self.on_enter() or command
        if command is None:
            self.pass_on(event)
            return False
        if self.focused is None:
            self.try_command(command)
        else:
            # What was typed before is still in the focused field's queue: the command waits behind it, and
            # the keys behind the command wait for what it does.
            self._hold()
            self.focused.call_later(self._run_and_release, command)
        return True

    def show(self, touched: Touched | None) -> None:
        """There is a new snapshot; forms keep showing what they were opened on."""

    @property
    def edits(self) -> int | None:
        """The number of the card that is being edited here, which the others are told; `None`: none is."""
        return None

    @property
    def writes_at(self) -> int | None:
        """The line of the screen that is being written in; `None`: none is."""
        focused = self.focused
        if focused is None:
            return None
        here = focused.cursor_screen_offset.y if isinstance(focused, Input) else focused.region.y
        return here or focused.region.y

    def on_resize(self, event: events.Resize) -> None:
        """Where there is no room for it, say so."""
        cover(self, event.size)

    def show_here(self) -> None:
        """Other people came, went, or began to edit something."""

    def say_below(self, sentence: str, *, warning: bool) -> bool:
        """Show a sentence until the next key in a line of its own; `False` where there is none for it."""
        return False

    def say_in_frame(self, frame: Widget, sentence: str) -> None:
        """Say something quietly in a frame's lower edge."""
        # Said anew, even the same would paint the whole dialog.
        if sentence != self._in_frame:
            self._in_frame = sentence
            frame.border_subtitle = Content(sentence)

    def renumber(self, table: str, old: int, new: int) -> None:
        """A new document has got its real number."""

    def on_enter(self) -> Command | None:
        """The command that enter means in a field of one line."""
        return None

    def run_command(self, command: Command) -> None:
        """Do what a command says."""
        getattr(self, f"do_{command.name}")()

    def try_command(self, command: Command) -> None:
        """Do what a command says; where it opens nothing, what was typed ahead for it goes nowhere.

        Raises:
            TagwerkError: it cannot be done.
        """
        try:
            self.run_command(command)
        except TagwerkError:
            if command.opens and self.place is not None:
                self.place.drop_typed()
            raise

    def pass_on(self, event: events.Key) -> None:
        """A key goes to what has the focus: hold back the next ones until it has done what it does there.

        Textual lets a key that its field does not take climb to the app, where it becomes an action: of
        `ab`, backspace, `c` in one packet it would take the `c` away again, and a tab would come last of all.
        """
        # Not with the module: the app knows dialogs before it draws its first frame.
        from textual.widgets import TextArea

        focused = self.focused
        if focused is None or (isinstance(focused, Input | TextArea) and event.is_printable):
            return
        # Twice: what the key did may have sent a message of its own the same way, like a list's choice.
        self.hold_behind(focused, times=2)

    def hold_behind(self, widget: Widget, times: int = 1) -> None:
        """Hold back the next keys until what a widget sends up now has come to the app."""
        self._hold()
        way: list[MessagePump] = [widget, *widget.ancestors]
        self.call_later(self._climb, way * times)

    def _run_and_release(self, command: Command) -> None:
        try:
            self.try_command(command)
        except TagwerkError as error:
            if self.place is None:
                raise
            self.place.refuse(error)
        # A dialog that the command has opened over this one lets the keys go itself, once it is there.
        if self.app.screen is self or self not in self.app.screen_stack:
            self._ready()

    def _climb(self, way: list[MessagePump]) -> None:
        """Go behind a key through the queues that it goes through."""
        # One that is being closed takes no calls any more; the keys must not wait for it.
        if not (way and way[0].call_later(self._climb, way[1:])):
            self._ready()

    def _hold(self) -> None:
        if self.place is not None:
            self.place.hold_keys()

    def _ready(self) -> None:
        if self.place is not None:
            self.place.release_keys()


class ScrollingDialog(Dialog[R]):
    """A dialog whose text may be longer than the screen; it stands in one `VerticalScroll`."""

    KEYS = tuple(command for command in CARD if command.name in ("up", "down", "page_up", "page_down"))

    def do_up(self) -> None:
        self.query_one(VerticalScroll).scroll_up(animate=False)

    def do_down(self) -> None:
        self.query_one(VerticalScroll).scroll_down(animate=False)

    def do_page_up(self) -> None:
        self.query_one(VerticalScroll).scroll_page_up(animate=False)

    def do_page_down(self) -> None:
        self.query_one(VerticalScroll).scroll_page_down(animate=False)
