"""All of a playbook, run, routine or freeze, to be read by everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.team import Team
from widgets.playbooks import text
from widgets.playbooks.text import Document
from widgets.signs import UNICODE, Signs


@dataclass(frozen=True)
class View:
    """One of them in a snapshot."""

    team: Team
    one: Document
    today: date


class PlaybookSheet(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Shows one of them. It binds no keys: the tab scrolls it."""

    DEFAULT_CSS = """
    PlaybookSheet {
        color: $foreground; padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        Static { width: 1fr; height: auto; }
        #told { margin: 1 0 0 0; }
    }
    PlaybookSheet:ansi { background: ansi_default; }
    """

    def __init__(self, *, signs: Signs = UNICODE, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._signs = signs
        self._view: View | None = None
        self._heading, self._told = Static(), Static(id="told")

    def update(self, view: View | None) -> None:
        """Show one, or its newer state; `None`: none."""
        old = self._view
        if view is None or old is None or (type(view.one), view.one.id) != (type(old.one), old.one.id):
            self.scroll_home(animate=False, immediate=True)
        self._view = view
        self._fill()

    def scroll_by(self, lines: int) -> None:
        """Scroll; of several keys in one packet each counts."""
        self.scroll_relative(y=lines, animate=False, immediate=True)

    def compose(self) -> ComposeResult:
        """The name, and what there is to say."""
        yield self._heading
        yield self._told

    def on_mount(self) -> None:
        """Show what was given before there was a screen."""
        self._fill()

    def _on_resize(self, event: events.Resize) -> None:
        # Behind the layout: only then is it known where lines break.
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        if not self.is_mounted or not self.size.width:
            return
        view, width = self._view, max(1, self.scrollable_content_region.width)
        _put(self._heading, text.heading(view.one, view.today) if view else Content(""))
        said = text.told(view.team, view.one, view.today, self._signs, width) if view else Content("")
        _put(self._told, said)


def _put(static: Static, content: Content) -> None:
    """Show it, unless it is there already: the same again would be drawn again."""
    if static.content != content:
        static.update(content)
