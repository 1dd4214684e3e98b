"""What the screens with a number key have in common: header, a line for questions, keys at the bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from store.errors import TagwerkError
from store.phrases import counted
from store.repository import News
from store.repository.shared import Touched
from store.rules.membership import leads, refuse_outsider
from tui.delivery import Obstacle, Status
from tui.hearing import incident, mention
from tui.here import colleagues
from tui.incidents import broken
from tui.keys import SHELL, Command, essential, find, footer, key_for
from tui.palette.source import Source
from tui.screens.asking import Asking
from tui.terminal import known_signs
from tui.too_small import cover
from tui.workplace import Workplace
from widgets.banner import Banner
from widgets.header import Connection, Link, TeamHeader
from widgets.keys_line import KeysLine
from widgets.lean_compositor import LeanCompositor
from widgets.prompt import Prompt


class TeamScreen(Screen[None]):
    """One of the screens that a team works on; `tui.screens.registry` lists them.

    A subclass gives `NAME`, `KEYS` and `GROUPS`, its widgets in `body`, what a command does in `run`, and
    shows the workplace's snapshot in `show`. It is kept when another screen is on top, and told of every
    snapshot then too.
    """

    DEFAULT_CSS = """
    TeamScreen { layout: vertical; }
    TeamScreen Prompt.-question, TeamScreen Prompt.-warning {
        color: $text-warning; text-style: bold; .prompt--status { color: $text-warning; text-style: bold; }
    }
    """
    NAME: ClassVar[str] = ""
    """What the header calls it."""
    KEYS: ClassVar[tuple[Command, ...]] = ()
    """What one key does here."""
    GROUPS: ClassVar[tuple[tuple[str, tuple[Command, ...]], ...]] = ()
    """Everything that keys do here, as the help shows it."""

    ABOUT: ClassVar[str] = ""
    """What it is for, in a sentence for the help; empty: what the board is for."""

    SIGNS: ClassVar[str] = ""
    """Title of the signs in the help that are its own; empty: the board's."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._compositor = LeanCompositor()
        self._place = place
        self._signs = known_signs()
        self._header = TeamHeader(signs=self._signs)
        self._banner = Banner(signs=self._signs)
        self._prompt = Prompt()
        self._keys = KeysLine()
        self._asking = Asking(self._prompt, self._turned)
        self._bodies: list[Widget] = []
        self._said = self._is_painted = False

    # --- what a screen says about itself -----------------------------------------------------------------

    @property
    def commands(self) -> tuple[Command, ...]:
        """What one key does here now."""
        return self.KEYS

    @property
    def groups(self) -> tuple[tuple[str, tuple[Command, ...]], ...]:
        """Everything that keys do here now, as the help shows it."""
        return self.GROUPS

    @property
    def about(self) -> str:
        """What it is for, in a sentence for the help."""
        return self.ABOUT

    def body(self) -> Iterable[Widget]:
        """What stands between the header and the line for questions; at least one."""
        raise NotImplementedError

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        raise NotImplementedError

    def show(self, touched: Touched | None) -> None:
        """Show the workplace's snapshot; only what was touched may look different, `None`: anything."""

    def renumber(self, table: str, old: int, new: int) -> None:
        """A new document has got its real number."""

    def go_to(self, number: int) -> None:
        """Put the cursor on one of the documents that are shown here, also before it is looked at first."""

    def look_for(self, query: str) -> None:
        """Show only what is found by this, where the screen can do that."""

    def preferences_changed(self) -> None:
        """The person has other settings now."""

    def get_ready(self) -> None:
        """Do beforehand what the first keys would have to wait for; called in a thread of its own."""

    def expect(self, news: tuple[News, ...]) -> None:
        """The next snapshot that is shown has these commits of others in it."""

    def hear(self, news: tuple[News, ...]) -> None:
        """The snapshot with these commits of others has been shown; say what concerns the person."""
        place = self._place
        if not self.is_current:
            return
        if said := mention(news, place.team, place.person) or (
            # A dialog may stand before the banner.
            incident(news, place.team, place.person) if not self.is_active else ""
        ):
            place.tell(said)

    def day_may_have_changed(self) -> None:
        """A minute has passed, perhaps the last one of a day."""

    def sources(self) -> Sequence[Source]:
        """What can be found here, besides the commands."""
        return ()

    def show_status_line(self) -> None:
        """Say in the line for questions what there is to say while nothing else is."""

    # --- what the app asks and tells ---------------------------------------------------------------------

    @property
    def is_asking(self) -> bool:
        """Whether a question is open, so that another one has to wait."""
        return self._asking.is_open

    @property
    def writes_at(self) -> int | None:
        """The line of the screen that is being written in; `None`: none is."""
        return self._prompt.region.y if self._asking.is_open else None

    @property
    def reads_only(self) -> bool:
        """Whether the person is not in the team, so that nothing is hers to change."""
        team = self._place.team
        return bool(team.members) and self._place.person not in team.members

    @property
    def leads_nothing(self) -> bool:
        """Whether others lead, so that what the team has agreed on is not hers to change."""
        return self._place.person not in (leads(self._place.team) or [self._place.person])

    def on_resize(self, event: events.Resize) -> None:
        """Where there is no room for it, say so."""
        cover(self, event.size)

    def compose(self) -> ComposeResult:
        """Top to bottom."""
        yield self._header
        yield self._banner
        self._bodies = [*self.body()]
        yield from self._bodies
        yield self._prompt
        yield self._keys

    def on_mount(self) -> None:
        """The first snapshot."""
        self._header.place = self.NAME
        self.show_keys()
        self.show_status()
        self.show_header(None)
        self.show(None)
        self.ready_soon()

    def ready_soon(self) -> None:
        """Tell the workplace as soon as all that is shown now is laid out."""
        # Behind what the first layout has told the widgets about their size: the first frame fits it.
        self.call_after_refresh(self._bodies[-1].call_later, self._place.screen_is_ready)

    def take_key(self, event: events.Key) -> bool:
        """A key: for the question, or a command of the key table.

        Raises:
            Refused: the command cannot be done.
        """
        if self._asking.is_open:
            self._asking.take_key(event)
            return True
        self._said = False
        command = find((*self._place.screens.commands, *self.commands), event)
        if command is not None:
            self.do(command)
        return command is not None

    def take_paste(self, event: events.Paste) -> bool:
        """Pasted text: for the question; without one it is nothing."""
        if self._asking.is_open:
            self._asking.take_paste(event.text)
        return True

    def do(self, command: Command) -> None:
        """Do a command, whether its key was pressed or it was found by its name.

        Raises:
            Refused: the command cannot be done.
        """
        if command in self._place.screens.commands:
            self._place.screens.show(command.name)
            return
        try:
            if command.changes:
                # At the key, and not after somebody has written a whole line.
                refuse_outsider(self._place.team, self._place.person)
            self.run(command.name)
        except TagwerkError:
            if command.opens:
                self._place.drop_typed()
            raise
        self._turned()

    def carry_out(self, step: Callable[[], None]) -> None:
        """Do what was chosen in a dialog that has closed; keys typed behind the choice wait for it."""
        self._said = False
        try:
            step()
        except TagwerkError as error:
            self._place.refuse(error)
        self._turned()
        # A dialog that it opened, or another screen, lets the keys go itself, once it is there.
        if self.is_active:
            self._place.release_keys()

    def say(self, sentence: str, *, warning: bool) -> bool:
        """Show a sentence until the next key; `False` when it is too long for one line."""
        if "\n" in sentence or cell_len(sentence) > self.size.width - 2:
            return False
        self._said = True
        self._prompt.set_class(warning, "-warning")
        self._prompt.status = f" {sentence}"
        return True

    def show_header(self, touched: Touched | None) -> None:
        """Show whose team this is, who is working, and how often she was mentioned."""
        place = self._place
        if place.status.loading:
            return
        reading = place.reading
        self._header.mentions = place.mentions.count() + reading.marks.mentions
        # Who only looks on has nobody who keeps what she has read.
        self._header.news = 0 if self.reads_only else len(reading.marks.unread)
        self._header.owed = len(reading.owed)
        said = broken(reading.incidents, place.team, place.today, self._signs)
        self._banner.said, self._banner.told = said
        if touched is None or any(table in ("settings", "members", "roles") for table, _ in touched):
            team = place.team
            self._header.team = team.settings.name
            self._header.person = team.name_of(place.person) + (" (reads only)" if self.reads_only else "")
            # Who joins the team meanwhile may change things from then on.
            self.show_keys()

    def show_people(self) -> None:
        """Show how many others have the app open."""
        self._header.here = colleagues(self._place.people, self._place.person)

    def show_status(self) -> None:
        """Show how it stands with the folder."""
        status = self._place.status
        since = status.offline_since.astimezone() if status.offline_since else None
        self._header.connection = Connection(_link(status), status.waiting, since)
        waiting = len(self._place.deciding.waiting)
        key = key_for(SHELL, "settle")
        self._header.to_decide = f"{key}: {counted(waiting, 'clash', 'clashes')}" if waiting else ""

    def useful(self) -> tuple[Command, ...]:
        """The commands that can do something here, for the line of keys."""
        reads, follows = self.reads_only, self.leads_nothing
        known = (one for one in self.commands if not (one.changes and reads))
        return tuple(one for one in known if not (one.leads and follows))

    def show_keys(self) -> None:
        """Show the keys that the commands have for this person, or those of the question."""
        if self._asking.is_open:
            keys = self._asking.footer
            self._keys.keys, self._keys.essential = keys, self._asking.essential
        else:
            self._keys.keys, self._keys.essential = footer(self.useful()), essential(self.commands)

    def paint_now(self) -> None:
        """Show what there is to show, without waiting for the next tick of Textual's clock."""
        self._is_painted = True
        self._on_timer_update()
        if not self.app._batch_count:
            # What the layout has told the widgets about their size is on the screen already.
            for widget in (self, *self.query("*")):
                widget._layout_required = widget._repaint_required = False

    def update_node_styles(self, animate: bool = True) -> None:
        """Look up the styles of everything again; not for the first frame, before which all are new."""
        # Later a batch may be a text's that is being laid out, and the screen looks different nevertheless.
        if self._is_painted or not self.app._batch_count:
            super().update_node_styles(animate)

    def _screen_resized(self, size: Size) -> None:
        super()._screen_resized(size)
        if not self.app._batch_count:
            # All of it has just been laid out and drawn. What asked for that before, as everything does that
            # is mounted, would have Textual draw the same once more.
            self._layout_required = self._repaint_required = False

    def _compositor_refresh(self) -> None:
        # Textual draws a whole frame here also while frames are held back, and throws it away.
        if not self.app._batch_count:
            super()._compositor_refresh()

    # --- private -----------------------------------------------------------------------------------------

    def _turned(self) -> None:
        """A question has opened or ended, or a command is done."""
        self.show_keys()
        if not self._asking.is_open and not self._said:
            self._prompt.set_class(False, "-warning")
            self.show_status_line()


def _link(status: Status) -> Link:
    if status.loading:
        return Link.OPENING
    if status.stopped:
        return Link.STOPPED
    if status.offline_since:
        return Link.OFFLINE
    return {None: Link.LIVE, Obstacle.READ_ONLY: Link.READ_ONLY, Obstacle.FULL: Link.FULL}[status.obstacle]
