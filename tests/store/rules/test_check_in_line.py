"""Check-ins written in one line."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import Refused
from store.rules.check_in_line import CheckInLine, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("128", CheckInLine(128)),
        ("128 !7 the table is here", CheckInLine(128, 7, "the table is here")),
        ("!7 128", CheckInLine(128, 7)),
        ("65 % good week", CheckInLine(65, None, "good week")),
        ("65%, good week", CheckInLine(65, None, "good week")),
        ("1,240.5", CheckInLine(1240.5)),
        ("6,5 conf:10", CheckInLine(6.5, 10)),
        ("+5 !8", CheckInLine(65, 8)),
        ("1 240 parcels", CheckInLine(1240, None, "parcels")),
        ("1 24 parcels", CheckInLine(1, None, "24 parcels")),
        ("70 wow ! great !9", CheckInLine(70, 9, "wow ! great")),
        ("-5", CheckInLine(-5)),
        ("only words !3", CheckInLine(None, 3, "only words")),
        ("two shops were late", CheckInLine(None, None, "two shops were late")),
        ("70 fine, blocked: no tape, no boxes", CheckInLine(70, None, "fine", "no tape, no boxes")),
        ("Blocked: all", CheckInLine(None, None, "", "all")),
        ("70 wow! great", CheckInLine(70, None, "wow! great")),
        ("", CheckInLine()),
    ],
)
def test_what_a_line_says(text: str, expected: CheckInLine) -> None:
    """The value first, the rest in any order."""
    assert read(text, unit="%", last=60) == expected


def test_where_the_value_is_counted_a_number_belongs_to_the_note() -> None:
    """Nobody types it there."""
    assert read("2 shops were late !6", counted=True) == CheckInLine(None, 6, "2 shops were late")


@pytest.mark.parametrize("sure", ["!0", "!11", "conf:x", "conf:", "conf:٣", "!7.5"])
def test_a_confidence_that_is_none_is_refused(sure: str) -> None:
    """With what may be written."""
    with pytest.raises(Refused, match=r"is no confidence; write !1 \(hardly\) to !10 \(sure\)"):
        read(f"70 {sure} good")


def test_nothing_is_added_to_what_is_not_known() -> None:
    """The whole value has to be written."""
    with pytest.raises(Refused, match="There is no value yet"):
        read("+5")


def test_what_was_understood_is_told() -> None:
    """In the order in which it is written."""
    assert read("70 !7 ok blocked: x").in_words("%") == "70 %, sure: 7 of 10, a note, what is in the way"
    assert read("").in_words() == ""


@given(st.text(), st.text(max_size=5))
def test_any_line_is_understood_or_refused(text: str, unit: str) -> None:
    """Nothing else comes of it, and no word of a note is lost."""
    with suppress(Refused):
        line = read(text, unit=unit)
        assert line.value is None or line.value == line.value
        assert all(word in text for word in line.note.split())


@given(
    st.integers(-(10**6), 10**6),
    st.integers(1, 10),
    st.from_regex(r"[a-z]{1,8}( [a-z]{1,8}){0,3}", fullmatch=True),
)
def test_all_three_are_found(value: int, sure: int, note: str) -> None:
    """Whatever they are."""
    assert read(f"{value} !{sure} {note}") == CheckInLine(value, sure, note)
