"""A line of text that is being written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from widgets.line_edit import LineEdit, window


def typed(*keys: str, text: str = "") -> LineEdit:
    """A line after these keys; one letter is itself."""
    edit = LineEdit(text)
    for key in keys:
        edit.key("space" if key == " " else key, key if len(key) == 1 else None)
    return edit


def test_letters_go_in_at_the_cursor() -> None:
    """What is typed stands where the cursor was."""
    assert typed(*"crd", "left", "left", "a").text == "card"


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["backspace"], "one two thre"),
        (["home", "delete"], "ne two three"),
        (["ctrl+w"], "one two "),
        (["ctrl+w", "ctrl+w"], "one "),
        (["ctrl+left", "ctrl+left", "ctrl+k"], "one "),
        (["ctrl+left", "ctrl+u"], "three"),
        (["home", "ctrl+right", "X"], "oneX two three"),
        (["home", "backspace"], "one two three"),
        (["delete", "end", "!"], "one two three!"),
    ],
)
def test_editing_keys(keys: list[str], text: str) -> None:
    """Each key does to a line what it does in a shell."""
    assert typed(*keys, text="one two three").text == text


@pytest.mark.parametrize("key", ["enter", "escape", "up", "down", "tab", "f1", "ctrl+p"])
def test_keys_that_are_none_for_a_line_are_left_to_others(key: str) -> None:
    """Enter, escape and the like are not taken and change nothing."""
    edit = LineEdit("card")

    assert not edit.key(key, "\r" if key == "enter" else None)
    assert edit.text == "card"


def test_what_looks_like_one_character_is_one() -> None:
    """A letter with a combining accent, or a family of emoji, goes with one backspace."""
    assert typed("backspace", text="cafe\u0301").text == "caf"
    assert typed("backspace", text="a\U0001f468\u200d\U0001f469\u200d\U0001f467").text == "a"


def test_pasted_lines_become_one() -> None:
    """Line breaks and tabs become blanks, control characters go."""
    edit = LineEdit("a")
    edit.paste("b\nc\td\x1b[31me\x07")

    assert edit.text == "ab c de"


KEYS = [
    "left",
    "right",
    "home",
    "end",
    "backspace",
    "delete",
    "ctrl+w",
    "ctrl+u",
    "ctrl+k",
    "ctrl+left",
    "ctrl+right",
]


@given(st.text(max_size=30), st.lists(st.sampled_from([*KEYS, "x", " ", "商"]), max_size=40))
def test_the_cursor_never_leaves_the_text(text: str, keys: list[str]) -> None:
    """Whatever is pressed, the cursor is inside of the text or at its end."""
    edit = typed(*keys, text=text)

    assert 0 <= edit.cursor <= len(edit.text)


@given(st.text("ab 商e\u0301", max_size=60), st.integers(0, 60), st.integers(3, 20), st.integers(0, 60))
def test_the_cursor_is_always_in_the_window(text: str, cursor: int, width: int, start: int) -> None:
    """A long line is scrolled so that the cursor has a cell."""
    cursor = min(cursor, len(text))
    first = window(text, cursor, width, start)

    assert 0 <= first <= cursor
    assert cell_len(text[first:cursor]) < width
