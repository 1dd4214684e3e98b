"""What has to be right about the terminal before the app starts."""

from __future__ import annotations

import os
import sys
from typing import Any

import pytest

from store.errors import Refused
from tests.tui.conftest import Office, packet, screen_text, until
from tui.plain_lines import fit_for_terminal
from tui.terminal import prepare, speaks_unicode
from tui.themes import shown_theme


class Stream:
    """Standard input or output, of a terminal or not."""

    def __init__(self, *, terminal: bool, encoding: str | None = "utf-8") -> None:
        self._terminal = terminal
        self.encoding = encoding

    def isatty(self) -> bool:
        return self._terminal


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An environment of its own, as in a usual terminal."""
    own = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    monkeypatch.setattr(os, "environ", own)
    return own


def started(monkeypatch: pytest.MonkeyPatch, *pipes: str) -> None:
    """Do what the app does first, on a terminal but for the streams that are pipes."""
    # Here and not in the fixture: pytest sets its own streams between the two.
    for name in ("stdin", "stdout"):
        monkeypatch.setattr(sys, name, Stream(terminal=name not in pipes))
    prepare()


def test_a_usual_terminal_is_fine_as_it_is(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing in the environment is changed for a terminal that can do everything."""
    before = dict(environment)
    started(monkeypatch)

    assert environment == before


@pytest.mark.parametrize("name", ["stdin", "stdout"])
def test_without_a_terminal_the_verbs_are_named(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """In a pipe the app refuses to start and names the command line."""
    with pytest.raises(Refused, match="tagwerk list"):
        started(monkeypatch, name)


@pytest.mark.parametrize("term", ["dumb", "", None])
def test_a_terminal_that_cannot_place_a_cursor_is_refused(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, term: str | None
) -> None:
    """TERM=dumb, or none at all, is refused with what works there."""
    del environment["TERM"]
    if term is not None:
        environment["TERM"] = term

    with pytest.raises(Refused, match="tagwerk list"):
        started(monkeypatch)


def test_the_size_in_the_environment_is_dropped(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """COLUMNS and LINES would hold the app at a size that the window does not have."""
    environment.update(COLUMNS="40", LINES="10")
    started(monkeypatch)

    assert not {"COLUMNS", "LINES"} & environment.keys()


def test_an_empty_no_color_asks_for_nothing(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR without a text leaves the colours on, as https://no-color.org has it."""
    environment["NO_COLOR"] = ""
    started(monkeypatch)

    assert "NO_COLOR" not in environment


def test_screen_gets_no_true_colour(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """In GNU screen the promise of 24-bit colours is taken back."""
    environment["STY"] = "1.pts-0.host"
    started(monkeypatch)

    assert environment["COLORTERM"] == ""


@pytest.mark.parametrize(
    ("encoding", "speaks"),
    [("utf-8", True), ("UTF8", True), ("latin-1", False), ("ANSI_X3.4-1968", False), (None, False)],
)
def test_signs_follow_the_encoding(monkeypatch: pytest.MonkeyPatch, encoding: Any, speaks: bool) -> None:
    """Only a UTF-8 terminal is sent line drawing and signs."""
    monkeypatch.setattr(sys, "__stdout__", Stream(terminal=True, encoding=encoding))

    assert speaks_unicode() == speaks


@pytest.mark.parametrize(
    ("value", "theme"), [("1", "terminal"), ("", "tagwerk-light"), (None, "tagwerk-light")]
)
def test_no_color_means_the_terminals_own_colours(
    monkeypatch: pytest.MonkeyPatch, value: str | None, theme: str
) -> None:
    """NO_COLOR with any text chooses the theme without fixed colours; empty or absent it does not."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    if value is not None:
        monkeypatch.setenv("NO_COLOR", value)

    assert shown_theme("tagwerk-light") == theme


def test_signs_that_an_encoding_lacks_keep_their_cells() -> None:
    """On a screen that knows ASCII only, each sign has one of the same width in its place."""
    assert fit_for_terminal("“Tape” · 日 ← … ü ▁", "ascii") == '"Tape" - ?? < ~ ?  '
    assert fit_for_terminal("ü · “x”", "latin-1") == 'ü · "x"'
    assert fit_for_terminal("“Tape”…", "utf-8") == "“Tape”…"


@pytest.mark.parametrize(
    ("keys", "shows"), [("/a", "Filter: a"), ("?", "Keys"), ("", "gone"), ("\r", "History"), ("e", "Title")]
)
async def test_a_terminal_without_unicode_gets_ascii_only(
    office: Office, monkeypatch: pytest.MonkeyPatch, keys: str, shows: str
) -> None:
    """Board, filter, help, card, form and toasts are drawn in ASCII where there is nothing else."""
    monkeypatch.setattr(sys, "__stdout__", Stream(terminal=True, encoding="ascii"))
    async with office.app(size=(70, 12)) as pilot:
        pilot.app.notify("“Tape” … → gone", timeout=60)
        await packet(pilot, *("enter" if key == "\r" else key for key in keys))
        await until(pilot, lambda: shows in screen_text(pilot))

        strange = {sign for sign in screen_text(pilot) if not sign.isascii()}
        assert strange == set()
