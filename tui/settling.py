"""What a program does once its first frame is there, so that no key ever has to wait for it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from functools import partial

from textual.app import App

from store.rules.valid import warm

_WARM_AFTER = 0.5
"""Seconds from the first frame until the program gets ready for the first change."""


def settle(app: App[None], get_ready: Callable[[], None]) -> None:
    """Get ready for a long run, in the time that the first frame leaves; `get_ready` runs in a thread."""
    # What is there now stays: no need to look for garbage in it ever again.
    gc.freeze()
    gc.enable()
    app.set_timer(_WARM_AFTER, partial(_warm_up, get_ready))


def _warm_up(get_ready: Callable[[], None]) -> None:
    def warm_all() -> None:
        warm()
        get_ready()

    # In a thread, as it takes longer than a key may; a daemon, as nobody has to wait for it.
    threading.Thread(target=warm_all, name="tagwerk-warm", daemon=True).start()
