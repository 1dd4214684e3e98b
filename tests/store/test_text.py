"""Text from people is harmless."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text import clean, clean_line, whole_number

ANYTHING = st.text(st.characters(codec=None), max_size=60) | st.text(
    "\x1b[]0;m\x07\\\r\n\tab\x9b\u202e", max_size=30
)


@given(ANYTHING)
def test_clean_text_has_no_control_characters(text: str) -> None:
    """No C0 or C1 control but newline and tab is in cleaned text."""
    assert [c for c in clean(text) if unicodedata.category(c) == "Cc" and c not in "\n\t"] == []


@given(ANYTHING)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """Cleaned text is clean."""
    assert clean(clean(text)) == clean(text)


@given(ANYTHING)
def test_clean_text_can_be_written(text: str) -> None:
    """Cleaned text can be encoded, whatever it was made from."""
    clean(text).encode()


@given(ANYTHING)
def test_a_line_is_one_line(text: str) -> None:
    """A cleaned line has no line break and no blanks at its ends or in a row."""
    line = clean_line(text)

    assert line.split(" ") == (line.split() or [""])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07body", "body"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("tab\tstays", "tab\tstays"),
        ("nul\x00 bell\x07 del\x7f csi\x9b", "nul bell del csi"),
        ("abc\u202edef", "abc⟨RLO⟩def"),
        ("half \ud83d", "half \ufffd"),
        ("plain [bold]text[/bold]", "plain [bold]text[/bold]"),
    ],
)
def test_what_a_terminal_could_obey_is_taken_out(written: str, shown: str) -> None:
    """Escape sequences go as a whole, direction tricks become visible, the rest stays."""
    assert clean(written) == shown


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("12", 12), ("9" * 15, 10**15 - 1)])
def test_digits_are_a_number(text: str, number: int) -> None:
    """Up to fifteen digits write a number."""
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["", "-1", "1.0", " 1", "1_0", "\u0663", "\u00b2", "9" * 16, "9" * 5000])
def test_anything_else_is_no_number(text: str) -> None:
    """Other signs, digits of other scripts, and digits by the thousand are no number."""
    assert whole_number(text) is None
