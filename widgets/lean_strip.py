"""A line that takes fewer bytes: between its parts it sends only what changes of colour and weight.

Textual sends every segment's whole style and a reset after it, some forty bytes each; over a slow line
that is most of what a scrolling board costs. What the terminal shows is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import zip_longest

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

_ATTRIBUTES = (
    ("bold", "1"),
    ("dim", "2"),
    ("italic", "3"),
    ("underline", "4"),
    ("blink", "5"),
    ("reverse", "7"),
    ("strike", "9"),
)
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "9": "29"}
"""What switches an attribute off again; bold and dim go together."""
Codes = tuple[frozenset[str], str, str]
"""Attributes, foreground and background as SGR parameters; an empty colour is the terminal's own."""
PLAIN: Codes = (frozenset(), "", "")
"""What a terminal shows text in that was told nothing."""
RESET = "\x1b[0m"
"""Leads back to it."""
_KEPT = 8
"""Filtered copies that a line keeps: one for each theme it was shown in lately."""


class LeanStrip(Strip):
    """A strip that renders itself with as few control sequences as it can."""

    __slots__ = ("_cropped", "_filtered", "_sent")

    def __init__(self, segments: Iterable[Segment], cell_length: int | None = None) -> None:
        super().__init__(segments, cell_length)
        self._filtered: dict[tuple[LineFilter, Color], LeanStrip] = {}
        self._sent: dict[tuple[Codes, ColorSystem], tuple[str, Codes]] = {}
        self._cropped: dict[tuple[int, int | None], LeanStrip] = {}

    def apply_filter(self, filter: LineFilter, background: Color) -> LeanStrip:
        """The strip as a filter makes it; the same one each time, so that it is rendered once."""
        key = filter, background
        if key not in self._filtered:
            if len(self._filtered) >= _KEPT:
                self._filtered.clear()
            self._filtered[key] = LeanStrip(super().apply_filter(filter, background), self.cell_length)
        return self._filtered[key]

    def crop(self, start: int, end: int | None = None) -> LeanStrip:
        """A part of it, as brief as the whole: Textual asks for one where only a part has changed."""
        key = start, end
        if key not in self._cropped:
            part = super().crop(start, end)
            self._cropped[key] = self if part is self else LeanStrip(part, part.cell_length)
        return self._cropped[key]

    def render(self, console: Console) -> str:
        """The bytes for the terminal, from a plain look and back to it."""
        system = console._color_system or ColorSystem.TRUECOLOR
        text, look = self.render_after(PLAIN, system)
        return text if look == PLAIN else f"{text}{RESET}"

    def render_after(self, before: Codes, system: ColorSystem) -> tuple[str, Codes]:
        """The bytes for a terminal that has a look already, and the look that it has afterwards."""
        key = before, system
        if key not in self._sent:
            self._sent[key] = _rendered(self, before, system)
        return self._sent[key]


def _rendered(strip: Strip, now: Codes, system: ColorSystem) -> tuple[str, Codes]:
    sent: list[str] = []
    for text, style, _ in strip:
        wanted = _codes(style, system) if style else PLAIN
        if wanted != now:
            sent.append(_turn(now, wanted))
            now = wanted
        sent.append(text)
    return "".join(sent), now


@lru_cache(4096)
def _codes(style: Style, system: ColorSystem) -> Codes:
    attributes = frozenset(code for name, code in _ATTRIBUTES if getattr(style, name))
    return attributes, _colour(style.color, system, True), _colour(style.bgcolor, system, False)


def _colour(colour: RichColor | None, system: ColorSystem, foreground: bool) -> str:
    if colour is None or colour.is_default:
        return ""
    return ";".join(colour.downgrade(system).get_ansi_codes(foreground))


@lru_cache(4096)
def _turn(now: Codes, wanted: Codes) -> str:
    """The sequence that leads from one look to another."""
    colours = [new for old, new in zip_longest(now[1:], wanted[1:]) if new != old]
    everything = ["0", *sorted(wanted[0]), *(colour for colour in wanted[1:] if colour)]
    if not all(colours):
        return _sequence(everything)
    off = {_OFF[code] for code in now[0] - wanted[0]}
    # What is switched off with something else has to be switched on again.
    on = {code for code in wanted[0] if code not in now[0] or _OFF[code] in off}
    changes = [*sorted(off), *sorted(on), *colours]
    return min(_sequence(changes), _sequence(everything), key=len)


def _sequence(parameters: list[str]) -> str:
    return f"\x1b[{';'.join(parameters)}m"
