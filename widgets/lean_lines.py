"""A widget whose lines reach the terminal as briefly as they were made."""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class LeanLines(Widget):
    """Draws its lines itself; there is no border, padding or tint to be added to them."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines for the compositor, as they are.

        Textual's own way copies every line into a plain strip, and a `LeanStrip` would not be brief any more.
        """
        filters, background = self.get_line_filters(), self.background_colors[1]
        lines = [self.render_line(y) for y in crop.line_range]
        for line_filter in filters:
            lines = [line.apply_filter(line_filter, background) for line in lines]
        if crop.column_span == (0, self.size.width):
            return lines
        return [line.crop(*crop.column_span) for line in lines]
