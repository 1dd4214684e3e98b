"""Markdown that a colleague wrote, made readable and nothing else: no links, actions, pictures or HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_LONGEST = 20_000
"""Characters up to which text is laid out; every paragraph is a widget of its own."""


class Description(Vertical):
    """Shows Markdown; what is too long for that is shown as it was written."""

    DEFAULT_CSS = """
    Description { height: auto; }
    Description > Markdown { padding: 0; margin: 0; background: transparent; }
    Description MarkdownBlock:first-child { margin-top: 0; }
    Description MarkdownBlock:last-child { margin-bottom: 0; }
    Description MarkdownHeader { margin: 1 0 0 0; content-align: left middle; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text: str | None = None

    def show(self, text: str) -> None:
        """Show a text; nothing happens when it is shown already."""
        if text == self._text:
            return
        self._text = text
        self.call_later(self._replace, text)

    async def _replace(self, text: str) -> None:
        if text != self._text or not self.is_attached:
            return  # a newer one is on its way, or nobody looks any more
        async with self.batch():
            await self.remove_children()
            if len(text) > _LONGEST:
                await self.mount(Static(Content(text)))
            elif text:
                from textual.widgets import Markdown  # takes 100 ms, so only when a card needs it

                await self.mount(Markdown(text, parser_factory=_parser, open_links=False))


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Without links an address stands there in full, and the terminal may offer to open it. Entities could
    # smuggle in the control characters that were removed at the door.
    off = ["link", "autolink", "image", "reference", "html_inline", "html_block", "entity"]
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(off)
