"""Markdown that a colleague wrote, as one widget."""

from __future__ import annotations

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

_LONGEST = 20_000
"""Characters up to which text is laid out; what is longer is shown as it was written."""


class MarkdownVisual(Visual):
    """A text in Markdown, laid out for the width that it is given, once for each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: tuple[int, Content] | None = None

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines."""
        return self._content(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as there is room."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many lines it takes."""
        return self._content(width).get_height(rules, width)

    def _content(self, width: int) -> Content:
        if self._known is None or self._known[0] != width:
            self._known = width, self._laid_out(width)
        return self._known[1]

    def _laid_out(self, width: int) -> Content:
        if len(self._text) > _LONGEST:
            return Content(self._text)
        # Takes a moment, so only when a text needs it.
        from widgets.markdown import laid_out

        return laid_out(self._text, width)


class Description(Static):
    """Shows Markdown; what is too long for that is shown as it was written."""

    DEFAULT_CSS = "Description { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._text = ""

    def show(self, text: str) -> None:
        """Show a text; nothing happens when it is shown already."""
        if text != self._text:
            self._text = text
            self.display = bool(text)
            self.update(MarkdownVisual(text))
