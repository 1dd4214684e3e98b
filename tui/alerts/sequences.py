"""What makes a terminal show a notification of the desktop."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from store.text import clean_line
from tui.terminal import speaks_unicode

BELL = "\a"
_LONGEST = 200
"""Characters of a text."""
_ESCAPE, _END = "\x1b", "\x1b\\"


def notification(way: str, title: str, text: str, environ: Mapping[str, str]) -> str:
    """The sequence that shows a notification; empty for a way that there is not.

    Args:
        way: `osc9`, `osc777` or `osc99`.
        title: Which program tells it.
        text: What it tells.
        environ: Says whether tmux stands between, which has to be asked to pass it on.
    """
    make = _WAYS.get(way)
    if make is None:
        return ""
    sequence = make(_harmless(title), _harmless(text))
    return _through_tmux(sequence) if environ.get("TMUX") else sequence


def _osc9(title: str, text: str) -> str:
    """As iTerm2 began it. A text that began with a number would be a progress bar to others."""
    return f"\x1b]9;{_short(f'{title}: {text}')}\a"


def _osc777(title: str, text: str) -> str:
    """As urxvt began it."""
    return f"\x1b]777;notify;{title};{text}\a"


def _osc99(title: str, text: str) -> str:
    """As kitty has it, https://sw.kovidgoyal.net/kitty/desktop-notifications: title and body in two parts.

    One name for all of them: the newest takes the place of the one before.
    """
    return f"\x1b]99;i=tagwerk:d=0;{title}{_END}\x1b]99;i=tagwerk:d=1:p=body;{text}{_END}"


_WAYS: Mapping[str, Callable[[str, str], str]] = {"osc9": _osc9, "osc777": _osc777, "osc99": _osc99}


def _harmless(text: str) -> str:
    """On one line, without anything that ends the sequence or one of its parts."""
    line = clean_line(text).replace(";", ",")
    if not speaks_unicode():
        line = line.encode("ascii", "replace").decode("ascii")
    return _short(line)


def _short(text: str) -> str:
    return text[:_LONGEST].rstrip()


def _through_tmux(sequence: str) -> str:
    """Wrapped so that tmux hands it to the terminal that it runs in, where `allow-passthrough` is on."""
    return f"\x1bPtmux;{sequence.replace(_ESCAPE, _ESCAPE * 2)}{_END}"
