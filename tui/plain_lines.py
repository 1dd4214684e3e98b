"""Everything that is drawn, in signs that the terminal has."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.encoding import fits

_AS_WIDE = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "…": "~",
        "·": "-",
        "–": "-",
        "—": "-",
        "×": "x",
        "←": "<",
        "→": ">",
        "↑": "^",
        "↓": "v",
        "•": "*",
        "⋯": "~",
        "▼": "v",
        "▲": "^",
        "▶": ">",
        **dict.fromkeys("─━═╌", "-"),
        **dict.fromkeys("│┃║▌▐", "|"),
        **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼", "+"),
        # What is left of a bar between two cells.
        **dict.fromkeys("▁▂▃▄▅▆▇█▉▊▋▍▎▏▔▕░▒▓", " "),
    }
)
"""Signs to plain ones, each as wide as what it stands for."""


class PlainLines(LineFilter):
    """Replaces signs that an encoding lacks; otherwise `\\xb7` would stand there, four cells for one."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """A line of a widget, of whatever kind."""
        return [
            Segment(fit_for_terminal(text, self._encoding), style, control)
            for text, style, control in segments
        ]


def fit_for_terminal(text: str, encoding: str) -> str:
    """The text with signs that the encoding has, each in the cells of what it stands for."""
    if fits(text, encoding):
        return text
    return "".join(sign if fits(sign, encoding) else _in_place_of(sign, encoding) for sign in text)


def _in_place_of(sign: str, encoding: str) -> str:
    plain = sign.translate(_AS_WIDE)
    return plain if fits(plain, encoding) else "?" * cell_len(sign)
