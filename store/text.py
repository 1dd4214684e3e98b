"""Text that people wrote, made harmless at the door: no control characters, no invisible direction tricks."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls but tab and newline, and DEL: they could carry escape sequences to a terminal.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
# A whole escape sequence goes, not only its first byte: what is left of it would read as rubbish.
_ESCAPES = re.compile("\x1b(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|[@-Z\\\\-_])")
# Overrides can make a text read as something else than it is; they are shown instead of obeyed.
_BIDI = {
    0x202A: "\u27e8LRE\u27e9",
    0x202B: "\u27e8RLE\u27e9",
    0x202C: "\u27e8PDF\u27e9",
    0x202D: "\u27e8LRO\u27e9",
    0x202E: "\u27e8RLO\u27e9",
    0x2066: "\u27e8LRI\u27e9",
    0x2067: "\u27e8RLI\u27e9",
    0x2068: "\u27e8FSI\u27e9",
    0x2069: "\u27e8PDI\u27e9",
}
_FILLERS = "\u115f\u1160\u3164\uffa0\u2800"
_LONGEST_NUMBER = 15
"""Digits; every program that reads JSON can tell such numbers from each other."""
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text with line breaks as `\\n` and everything removed that a terminal could take for a command."""
    if text.isascii() and text.isprintable():
        return text  # most texts, and checking is quicker than changing nothing
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROLS.sub("", _ESCAPES.sub("", text))
    return _LONE_SURROGATES.sub("\ufffd", text).translate(_BIDI)


def clean_line(text: str) -> str:
    """`clean`, on one line: runs of white space become one blank."""
    return " ".join(clean(text).split())


def is_said(text: str) -> bool:
    """Whether anything of the text can be seen: blanks, joiners and marks that go over nothing cannot."""
    # Fillers are letters to Unicode, and drawn as nothing.
    return any(sign not in _FILLERS and unicodedata.category(sign)[0] in "LNPS" for sign in clean(text))


def whole_number(text: str) -> int | None:
    """The number that a text of digits writes; `None` for anything else, and for more than 15 digits."""
    # Unicode has other digits, and thousands of them pasted would take `int` its time, or make it fail.
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER else None
