"""What has to be right about the terminal before the app starts."""

from __future__ import annotations

import os
import sys

from store.errors import Refused
from tui.encoding import is_unicode
from widgets.signs import ASCII, UNICODE, Signs


def prepare() -> None:
    """Make the environment fit for a full-screen app.

    Raises:
        Refused: there is no terminal, or one that cannot place a cursor.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused("The app needs a terminal; “tagwerk list” and the other verbs work without one.")
    if os.environ.get("TERM", "dumb") in ("dumb", ""):
        raise Refused(
            "This terminal (TERM=dumb) cannot show the app; “tagwerk list” and the other verbs work in it."
        )
    # They override the real size and break resizing.
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    if not os.environ.get("NO_COLOR"):
        # Empty it asks for nothing, but Textual would take all colours away.
        os.environ.pop("NO_COLOR", None)
    if "STY" in os.environ:
        # GNU screen drops 24-bit colours altogether.
        os.environ["COLORTERM"] = ""


def speaks_unicode() -> bool:
    """Whether line drawing and signs beyond ASCII can be shown."""
    return is_unicode(encoding())


def known_signs() -> Signs:
    """The signs that the terminal can show."""
    return UNICODE if speaks_unicode() else ASCII


def encoding() -> str:
    """In which encoding the terminal is written to."""
    # The app captures `sys.stdout`; this is the terminal itself.
    return getattr(sys.__stdout__, "encoding", None) or "ascii"
