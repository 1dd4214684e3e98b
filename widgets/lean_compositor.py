"""Sends of a line only the part that has changed, and colours only where they change.

Textual sends the line from its widget's beginning to the end of what has changed: on a wide table with a
cursor on the right that is most of the line. And it sets the colours anew for every part of every line.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.color import ColorSystem
from rich.console import Console
from rich.control import Control
from textual._compositor import ChopsUpdate, Compositor
from textual.strip import Strip

from widgets.lean_strip import PLAIN, RESET, LeanStrip


class LeanUpdate(ChopsUpdate):
    """An update that begins where something looks different, and goes on in the look of the part before."""

    def render_segments(self, console: Console) -> str:
        """What the terminal is sent."""
        system = console._color_system or ColorSystem.TRUECOLOR
        sent: list[str] = []
        look = PLAIN
        for x, y, part in self._parts():
            sent.append(Control.move_to(x, y).segment.text)
            if isinstance(part, LeanStrip):
                text, look = part.render_after(look, system)
                sent.append(text)
                continue
            if look != PLAIN:
                sent.append(RESET)
                look = PLAIN
            sent.append(part.render(console))
        return "".join([*sent, RESET] if look != PLAIN else sent)

    def _parts(self) -> Iterator[tuple[int, int, Strip]]:
        """What is sent, with where it begins."""
        for y, start, end in self.spans:
            for right, (left, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is not None and left < end and right > start:
                    first = max(left, start)
                    yield first, y, strip.crop(first - left, min(right, end) - left)


class LeanCompositor(Compositor):
    """Puts a screen together as Textual does, and sends less of it."""

    def render_partial_update(self) -> LeanUpdate | None:
        """What has changed since the last frame; `None`: nothing has."""
        update = super().render_partial_update()
        return LeanUpdate(update.chops, update.spans, update.chop_ends) if update else None
