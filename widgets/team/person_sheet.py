"""All of one person, to be read by everybody."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from widgets.signs import UNICODE, Signs
from widgets.team import person_text
from widgets.team.person_text import PersonView


class PersonSheet(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Shows one person. It binds no keys: the tab scrolls it."""

    DEFAULT_CSS = """
    PersonSheet {
        color: $foreground; padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        Static { width: 1fr; height: auto; }
    }
    PersonSheet:ansi { background: ansi_default; }
    """

    def __init__(self, *, signs: Signs = UNICODE, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._signs = signs
        self._view: PersonView | None = None
        self._heading, self._said = Static(), Static()

    def update(self, view: PersonView | None) -> None:
        """Show a person, or her newer state; `None`: nobody."""
        if view is None or self._view is None or view.member.login != self._view.member.login:
            self.scroll_home(animate=False, immediate=True)
        self._view = view
        self._fill()

    def scroll_by(self, lines: int) -> None:
        """Scroll; of several keys in one packet each counts."""
        self.scroll_relative(y=lines, animate=False, immediate=True)

    def compose(self) -> ComposeResult:
        """The name, and what there is to say."""
        yield self._heading
        yield self._said

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
        _put(self._heading, person_text.heading(view) if view else Content(""))
        _put(self._said, person_text.said(view, self._signs, width) if view else Content(""))


def _put(static: Static, content: Content) -> None:
    """Show it, unless it is there already: the same again would be drawn again."""
    if static.content != content:
        static.update(content)
