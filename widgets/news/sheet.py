"""One post with what was said below it, to be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.models import Activity
from widgets import card_text
from widgets.description import Description
from widgets.news import text
from widgets.news.text import Shown
from widgets.signs import UNICODE, Signs

_ABOVE = {"outcome": "How it ended", "about": "About"}
_BELOW = {"reactions": "", "replies": "Replies", "roster": "Acknowledged", "history": "History"}
"""Sections above and below the body, from top to bottom."""


class PostSheet(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows one post. It binds no keys: the screen scrolls it. Empty sections are not shown."""

    DEFAULT_CSS = """
    PostSheet {
        background: $surface; color: $foreground; padding: 0 2; scrollbar-size-vertical: 1;
        overflow-y: scroll;
        Static, Description { width: 1fr; height: auto; }
        #facts { margin: 0 0 1 0; }
        .section { margin: 1 0 0 0; display: none; }
        .section.-filled { display: block; height: auto; }
        #outcome, #about { margin: 0 0 1 0; }
    }
    PostSheet:ansi { background: ansi_default; }
    """

    def __init__(self, *, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._signs = signs
        self._shown: Shown | None = None
        self._history: Sequence[Activity] | None = None
        self._heading, self._facts = Static(id="heading"), Static(id="facts")
        self._body, self._none = Description(), Static(id="none")
        parts = {**_ABOVE, **_BELOW}
        self._titles = {part: Static() for part in parts}
        self._texts = {part: Static() for part in parts}

    def update(self, shown: Shown | None, nothing: str = "") -> None:
        """Show a post, or its newer state; `None`: there is none, which `nothing` says."""
        before, now = self._shown, shown
        is_same = before is not None and now is not None and before.post.id == now.post.id
        # A negative number is that of a post that is only now being committed: it becomes this one.
        if not is_same and not (before is not None and before.post.id < 0):
            self._history = None
            self.scroll_home(animate=False, immediate=True)
        self._shown = shown
        _put(self._none, Content(nothing if shown is None else ""))
        self._fill()

    def show_history(self, activities: Sequence[Activity] | None) -> None:
        """What was done to the post; `None`: it is not shown."""
        self._history = activities
        self._fill()

    @property
    def is_at_end(self) -> bool:
        """Whether there is nothing further down."""
        return self.scroll_offset.y >= self.max_scroll_y

    def scroll_by(self, lines: int) -> None:
        """Scroll; of several keys in one packet each counts."""
        self.scroll_relative(y=lines, animate=False, immediate=True)

    def show_end(self) -> None:
        """Scroll to what was said last, once it is laid out."""
        self.call_after_refresh(self.scroll_end, animate=False)

    # --- life --------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Heading, facts, body, and a section for each part."""
        yield self._none
        yield self._heading
        yield self._facts
        yield from (self._section(part) for part in _ABOVE)
        yield self._body
        yield from (self._section(part) for part in _BELOW)

    def on_mount(self) -> None:
        """Show what was given before there was a screen."""
        self._fill()

    def _section(self, part: str) -> Vertical:
        return Vertical(self._titles[part], self._texts[part], id=part, classes="section")

    def _on_resize(self, event: events.Resize) -> None:
        # Behind the layout: only then is it known how wide the parts are, and where their lines break.
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        if not self.is_mounted or not self.size.width:
            return
        shown, width = self._shown, max(1, self.scrollable_content_region.width)
        _put(self._heading, text.heading(shown) if shown else Content(""))
        _put(self._facts, text.facts(shown, self._signs, width) if shown else Content(""))
        self._body.show(shown.post.body if shown else "")
        for part, title in {**_ABOVE, **_BELOW}.items():
            content = self._contents[part](shown, width) if shown else Content("")
            self.query_one(f"#{part}").set_class(bool(content.plain), "-filled")
            self._titles[part].display = bool(title)
            _put(self._titles[part], card_text.section(title))
            _put(self._texts[part], content)

    @property
    def _contents(self) -> dict[str, Callable[[Shown, int], Content]]:
        return {
            "outcome": lambda shown, width: text.outcome(shown),
            "about": lambda shown, width: text.about(shown, self._signs),
            "reactions": lambda shown, width: text.reactions(shown),
            "replies": text.replies,
            "roster": text.roster,
            "history": self._past,
        }

    def _past(self, shown: Shown, width: int) -> Content:
        if not self._history:
            return Content("")
        return card_text.history(self._history, shown.team, shown.today, width)


def _put(static: Static, content: Content) -> None:
    """Show it, unless it is there already: the same again would be drawn again."""
    static.display = bool(content.plain)
    if static.content != content:
        static.update(content)
