"""The board: the first screen, and the heart."""

from __future__ import annotations

from datetime import date

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from store.models import Comment, Priority, Task
from store.repository.shared import Touched
from store.rules.membership import refuse_outsider
from store.search import Search
from tui.connection import Obstacle, Status
from tui.keys import BOARD, essential, find, footer
from tui.screens.asking import Asking
from tui.screens.doing import BoardCommands
from tui.screens.doing.bench import Bench
from tui.terminal import speaks_unicode
from tui.workplace import Workplace
from widgets.board import BoardView
from widgets.header import Connection, Link, TeamHeader
from widgets.keys_line import KeysLine
from widgets.prompt import Prompt
from widgets.signs import ASCII, UNICODE


class BoardScreen(Screen[None]):
    """Header, board, a line for questions and the card under the cursor, and the keys."""

    DEFAULT_CSS = """
    BoardScreen { layout: vertical; }
    BoardScreen BoardView { height: 1fr; }
    BoardScreen Prompt.-question, BoardScreen Prompt.-warning {
        color: $text-warning; text-style: bold; .prompt--status { color: $text-warning; text-style: bold; }
    }
    """
    AUTO_FOCUS = "BoardView"

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        signs = UNICODE if speaks_unicode() else ASCII
        self._header = TeamHeader(signs=signs)
        self._view = BoardView(signs=signs)
        self._prompt = Prompt()
        self._asking = Asking(self._prompt, self._show_card_line)
        self._bench = Bench(place, self._view, self._asking, self._filter, self._adding)
        self._commands = BoardCommands(self._bench)
        self._search = Search()
        self._found: frozenset[int] | None = None
        self._added: frozenset[int] = frozenset()
        self._day: date | None = None
        self._said = False

    @property
    def is_asking(self) -> bool:
        """Whether a question is open, so that another one has to wait."""
        return self._asking.is_open

    def compose(self) -> ComposeResult:
        """Top to bottom."""
        yield self._header
        yield self._view
        yield self._prompt
        keys = KeysLine()
        keys.keys, keys.essential = footer(BOARD), essential(BOARD)
        yield keys

    def on_mount(self) -> None:
        """The first snapshot."""
        self._header.place = "Board"
        self.show_status()
        self.show(None)
        # Behind what the first layout has told the board about its size: the first frame fits it.
        self.call_after_refresh(self._view.call_later, self._place.board_is_ready)

    def take_key(self, event: events.Key) -> bool:
        """A key: for the question, or a command of the key table.

        Raises:
            Refused: the command cannot be done.
        """
        if self._asking.is_open:
            self._asking.take_key(event)
            return True
        self._said = False
        command = find(BOARD, event)
        if command is None:
            return False
        if command.changes:
            # At the key, and not after somebody has written a whole line.
            refuse_outsider(self._place.team, self._place.person)
        self._commands.run(command.name)
        self._show_card_line()
        return True

    def take_paste(self, event: events.Paste) -> bool:
        """Pasted text: for the question; without one it is nothing."""
        if self._asking.is_open:
            self._asking.take_paste(event.text)
        return True

    def say(self, sentence: str, *, warning: bool) -> bool:
        """Show a sentence until the next key; `False` when it is too long for one line."""
        if "\n" in sentence or cell_len(sentence) > self.size.width - 2:
            return False
        self._said = True
        self._prompt.set_class(warning, "-warning")
        self._prompt.status = f" {sentence}"
        return True

    def show(self, touched: Touched | None) -> None:
        """Show the workplace's snapshot; only what was touched may look different, `None`: anything."""
        team = self._place.team
        changed = self._touched_tasks(touched)
        if self._bench.query and changed != frozenset():
            self._show_found()
        today = self._place.today
        if today != self._day:
            self._day, changed = today, None
        self._view.update(team, today, changed, self._bench.follow)
        if touched is None or any(table in ("settings", "members") for table, _ in touched):
            self._header.team = team.settings.name
            reads_only = team.members and self._place.person not in team.members
            self._header.person = team.name_of(self._place.person) + (" (reads only)" if reads_only else "")
        self._show_card_line()

    def renumber(self, old: int, new: int) -> None:
        """A new card has got its real number."""
        self._view.renumber(old, new)
        self._added = frozenset(new if number == old else number for number in self._added)

    def show_status(self) -> None:
        """Show how it stands with the folder."""
        status = self._place.status
        since = status.offline_since.astimezone() if status.offline_since else None
        self._header.connection = Connection(_link(status), status.waiting, since)

    def day_may_have_changed(self) -> None:
        """At midnight what is due becomes overdue."""
        if self._place.today != self._day:
            self.show(None)

    @on(BoardView.CursorMoved)
    def _cursor_moved(self) -> None:
        self._show_card_line()

    @on(BoardView.Opened)
    def _opened(self) -> None:
        self._commands.run("open")

    def paint_now(self) -> None:
        """Show what there is to show, without waiting for the next tick of Textual's clock."""
        self._on_timer_update()

    def update_node_styles(self, animate: bool = True) -> None:
        """Look up the styles of everything again; not for the first frame, before which all are new."""
        if not self.app._batch_count:
            super().update_node_styles(animate)

    def _compositor_refresh(self) -> None:
        # Textual draws a whole frame here also while frames are held back, and throws it away.
        if not self.app._batch_count:
            super()._compositor_refresh()

    def _filter(self, query: str) -> None:
        self._added = frozenset()
        self._show_found()
        self._show_card_line()

    def _adding(self, number: int) -> None:
        self._added |= {number}

    def _show_found(self) -> None:
        found = self._search.matching(self._place.team, self._bench.query)
        # A card that is added under a filter stays in view although it need not match.
        self._found = None if found is None else found | self._added
        self._view.show_only(self._found)

    def _show_card_line(self) -> None:
        """The card under the cursor in one line: in narrow columns its title is cut."""
        if self._asking.is_open or self._said:
            return
        self._prompt.set_class(False, "-warning")
        parts = []
        if self._bench.query:
            count = len(self._found or ())
            parts.append(
                f"Filter “{self._bench.query}”: {count} {'card' if count == 1 else 'cards'}, esc shows all"
            )
        number = self._view.cursor_task
        task = self._place.team.find(Task, number) if number is not None else None
        if task is not None:
            parts.append(self._in_one_line(task))
        self._prompt.status = " " + "  |  ".join(parts)

    def _in_one_line(self, task: Task) -> str:
        team = self._place.team
        parts = [f"#{task.id} {task.title}" if task.id > 0 else task.title]
        if task.priority is not Priority.NORMAL:
            parts.append(task.priority.value)
        if task.assignees:
            parts.append(", ".join(team.name_of(login) for login in task.assignees))
        if task.due:
            late = "overdue since" if task.is_overdue(self._place.today) else "due"
            parts.append(f"{late} {task.due:%a %d %b}")
        if task.blocked:
            parts.append(f"blocked: {task.blocked}")
        return " · ".join(parts)

    def _touched_tasks(self, touched: Touched | None) -> frozenset[int] | None:
        """Numbers of the cards that may look different; `None`: any."""
        if touched is None:
            return None
        cards = set()
        for table, number in touched:
            if table == "tasks":
                cards.add(number)
            elif table == "comments":
                comment = self._place.team.find(Comment, number)
                if comment is None:
                    return None
                cards.add(comment.task)
            else:
                return None
        return frozenset(cards)


def _link(status: Status) -> Link:
    if status.stopped:
        return Link.STOPPED
    if status.offline_since:
        return Link.OFFLINE
    return {None: Link.LIVE, Obstacle.READ_ONLY: Link.READ_ONLY, Obstacle.FULL: Link.FULL}[status.obstacle]
