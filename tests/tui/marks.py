"""Which test presses the keys of a command, and which one types ahead through a dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Test = TypeVar("Test", bound=Callable[..., object])

PRESSED: dict[str, list[str]] = {}
"""Commands, named as in a person's own keys (`board.move_right`), to the tests that press their keys."""


def presses(*commands: str) -> Callable[[Test], Test]:
    """Mark a test that presses the keys of these commands and sees what they do."""

    def mark(test: Test) -> Test:
        for command in commands:
            PRESSED.setdefault(command, []).append(f"{test.__module__}::{test.__name__}")
        return test

    return mark


AHEAD: dict[str, list[str]] = {}
"""Modes and classes of dialogs to the tests that open them, act, close them and go on in one packet."""


def ahead(*places: str) -> Callable[[Test], Test]:
    """Mark a test that types ahead through these modes and dialogs."""

    def mark(test: Test) -> Test:
        for place in places:
            AHEAD.setdefault(place, []).append(f"{test.__module__}::{test.__name__}")
        return test

    return mark
