"""Text that comes as words behind a verb, or with `-` from the input."""

from __future__ import annotations

from store.errors import Refused
from tui.commands.call import Call
from widgets.cells import paragraphs

_LONGEST = 400_000
"""Characters that are read; no document holds as many, and the sentence about that is the rules' own."""


def text_or_input(call: Call, given: str) -> str:
    """The text; for `-` everything that the input gives.

    Raises:
        Refused: the input is no text.
    """
    if given != "-":
        return given
    try:
        return call.world.stdin.read(_LONGEST)
    except UnicodeDecodeError as error:
        raise Refused(f"The input is not text in {error.encoding}; save it as UTF-8.") from error


def wrapped(line: str, width: int | None) -> list[str]:
    """A line on as many lines as it needs, the further ones under its first word; `None`: on one."""
    if width is None:
        return [line]
    text = line.lstrip(" ")
    indent = " " * (len(line) - len(text))
    return [f"{indent}{part}" for part in paragraphs(text, max(width - len(indent), 20))]
