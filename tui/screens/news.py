"""The news: what the team is to know, and what was said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.containers import Container
from textual.geometry import Size
from textual.timer import Timer
from textual.widget import Widget

from store.models import Activity, Post
from store.rules.words import counted
from tui.keys import NEWS, NEWS_GROUPS, SCREENS, SHELL, key_for
from tui.news.bench import VIEWS, Bench
from tui.news.commands import NewsCommands
from tui.news.views import narrowed
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.following import FollowingScreen
from tui.workplace import Workplace
from widgets.listing import Listing
from widgets.news.row import HEADS, LEAST
from widgets.news.sheet import PostSheet
from widgets.tabs_line import TabsLine

_BESIDE = 140
"""Cells from which on the open post stands beside the list."""
_SETTLED = 0.06
"""Seconds that the cursor rests on a post before it is opened: a held key lays out no text."""
_READ = 1.5
"""Seconds after which a post that stands there open is taken to have been read."""


class NewsScreen(FollowingScreen):
    """The posts, and the one under the cursor: below them, or beside them where there is room."""

    NAME = "News"
    ABOUT = (
        "Here the team hears what is new: announcements, questions, what went well and what is broken. "
        "What you have not read carries a mark; what has to be acknowledged stays until you do."
    )
    KEYS = NEWS
    TABLES = frozenset(
        {
            "posts",
            "replies",
            "reactions",
            "acknowledgements",
            "read_states",
            "members",
            "roles",
            "settings",
        }
    )
    GROUPS = (*NEWS_GROUPS, ("Screens", SCREENS), ("Everywhere", SHELL))
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (_BESIDE, "-beside")]
    DEFAULT_CSS = """
    NewsScreen #news { height: 1fr; layout: vertical; }
    NewsScreen Listing { height: 40%; background: $background; }
    NewsScreen PostSheet { height: 1fr; border-top: solid $panel; background: $background; }
    NewsScreen.-beside #news { layout: horizontal; }
    NewsScreen.-beside Listing { width: 1fr; height: 1fr; }
    NewsScreen.-beside PostSheet { width: 1fr; height: 1fr; border-top: none; border-left: solid $panel; }
    NewsScreen.-whole Listing { display: none; }
    NewsScreen.-whole PostSheet { border: none; }
    """

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._view = Listing(signs=self._signs)
        self._sheet = PostSheet(signs=self._signs)
        self._tabs = TabsLine([name for name, _ in VIEWS], signs=self._signs)
        self._bench = Bench(
            place, self, self._view, self._sheet, self._asking, self._signs, self.show_snapshot, self._open
        )
        self._commands = NewsCommands(self._bench)
        self._posts = NamedSource("post", self._named, self._go_to)
        self._follows: int | None = None
        """The post that the cursor goes to when it is there."""
        self._opened: int | None = None
        """The post that stands there open."""
        self._settling: Timer | None = None
        self._reading: Timer | None = None

    def body(self) -> Iterable[Widget]:
        """The views, the posts, and the open one."""
        # Known before anything is laid out: the first frame is right at once.
        self.set_class(self.app.size.width >= _BESIDE, "-beside", update=False)
        yield self._tabs
        yield Container(self._view, self._sheet, id="news")

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def sources(self) -> Sequence[Source]:
        """The posts."""
        return (self._posts,)

    def on_screen_resume(self) -> None:
        """What happened meanwhile is shown now, and the clock of reading runs again."""
        super().on_screen_resume()
        self._settle()

    def on_screen_suspend(self) -> None:
        """Nobody reads what another screen, or a dialog, stands before."""
        if self._reading is not None:
            self._reading.stop()

    def renumber(self, table: str, old: int, new: int) -> None:
        """A new post has got its real number: the cursor goes with it."""
        if table == "posts" and self._view.key == old:
            self._follows = new

    def show_status_line(self) -> None:
        """What the post under the cursor asks for."""
        post = self._bench.post
        if post is None:
            self._prompt.status = ""
            return
        owed = self._bench.owed(post)
        parts = [f"post {post.id}" if post.id > 0 else "a new post"]
        parts += [f"{key_for(NEWS, 'acknowledge')} says that you know it"] if owed else []
        parts += ["edited"] if post.edited_at else []
        if self._bench.is_whole:
            parts.append(post.title)
        self._prompt.status = " " + " · ".join([*parts, self._view.place] if self._view.place else parts)

    @on(Listing.CursorMoved)
    def _cursor_moved(self) -> None:
        self._turned()

    @on(Listing.Opened)
    def _row_opened(self) -> None:
        self.do(next(command for command in NEWS if command.name == "open"))

    def _turned(self) -> None:
        super()._turned()
        if self._bench.post is not None and self._bench.post.id != self._opened:
            self._settle()

    def show_snapshot(self) -> None:
        """The posts that are wanted, and the open one."""
        bench = self._bench
        bench.look()
        self._view.show([post.id for post in bench.posts], bench.row, HEADS, LEAST, self._nothing())
        if self._follows is not None and self._view.select(self._follows):
            self._opened, self._follows = self._follows, None
        self._tabs.chosen = bench.chosen
        self._tabs.note = self._summary()
        self._turned()
        self._show_post()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        waited = {widget for widget in self.query("*") if widget._layout_required or widget._repaint_required}
        super()._refresh_layout(size, scroll)
        # What has just got another height asks to be laid out, which has just been done; the sheet always has
        # its scrollbar, so nothing would be different, and the same would be sent once more.
        for widget in self.query("*"):
            if widget not in waited:
                widget._layout_required = widget._repaint_required = False

    def _settle(self) -> None:
        """Open the post under the cursor as soon as the cursor rests."""
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(_SETTLED, self._show_post)

    def _show_post(self) -> None:
        post = self._bench.post
        is_other = post is None or post.id != self._opened
        self._opened = post.id if post else None
        self._sheet.update(self._bench.to_read(post) if post else None)
        if is_other and self._reading is not None:
            self._reading.stop()
        if post is None:
            return
        if is_other or self._reading is None:
            self._reading = self.set_timer(_READ, self._has_read)
        if is_other and self._bench.is_whole:
            self._look_up_history(post)

    def _has_read(self) -> None:
        post = self._bench.post
        if post is not None and post.id == self._opened and self.is_active:
            self._bench.read(post.id)

    def _open(self, is_whole: bool) -> None:
        """Give the open post the whole screen, or the list its place again."""
        self._bench.is_whole = is_whole
        self.set_class(is_whole, "-whole")
        post = self._bench.post
        if is_whole and post is not None:
            self._look_up_history(post)
        else:
            self._sheet.show_history(None)

    def _look_up_history(self, post: Post) -> None:
        def show(activities: tuple[Activity, ...]) -> None:
            if self._opened == post.id and self._bench.is_whole:
                self._sheet.show_history(activities)

        self._place.read_history(post.id, show, "posts")

    def _summary(self) -> str:
        """What is shown, and how many of it wait to be read."""
        bench = self._bench
        unread = sum(post.id in self._place.reading.marks.unread for post in bench.posts)
        parts = [counted(len(bench.posts), "post")]
        parts += [f"{unread} unread"] if unread else []
        if asked := narrowed(bench):
            parts.append(f"{asked} (esc: all)")
        return f" {self._signs.between} ".join(parts)

    def _nothing(self) -> str:
        """What to do where there are no posts to be shown."""
        bench = self._bench
        shows, writes = key_for(NEWS, "clear"), key_for(NEWS, "write")
        if bench.wanted.is_narrow:
            return f"No post is like that; {shows} shows all."
        if bench.chosen:
            said = ("", "You have read everything", "There is nothing to acknowledge", "Nobody mentions you")
            return f"{said[bench.chosen]}; {shows} shows all posts."
        return f"No news yet: {writes} writes the first post, ? shows all keys."

    def _named(self) -> Iterable[Named]:
        live = (post for post in self._place.team.all(Post) if not post.archived_at)
        return (Named(post.id, post.title, f"post {post.id}, {post.kind}") for post in live)

    def _go_to(self, found: Named) -> None:
        """Put the cursor on a post, wherever it has to be looked for."""
        if isinstance(found.key, int):
            self.go_to(found.key)

    def go_to(self, number: int) -> None:
        """Put the cursor on a post, in the view where it is."""
        if not self.is_mounted:
            self._follows = number
            return
        if not self._view.select(number):
            self._bench.wrote(number)
        self._turned()
