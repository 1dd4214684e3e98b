"""Markdown as lines: what is laid out, and that nothing is lost or takes long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.markdown import laid_out


def plain(text: str, width: int = 30) -> list[str]:
    """The lines without their looks."""
    return [line.rstrip() for line in laid_out(text, width).plain.split("\n")]


def test_headings_and_paragraphs() -> None:
    """Lines of one paragraph flow together and are broken where there is no more room."""
    assert plain("# Big\none\ntwo three\n\nfour", 8) == ["Big", "", "one two", "three", "", "four"]


def test_lists_hang_below_their_marks() -> None:
    """Also those in each other, and those that begin with another number."""
    text = "- one two three\n  - four\n\n3. a\n4. b"

    assert plain(text, 14) == ["• one two", "  three", "  • four", "", "3. a", "4. b"]


def test_a_loose_list_keeps_its_room() -> None:
    """Where the writer left lines empty."""
    assert plain("- a\n\n- b") == ["• a", "", "• b"]


def test_quotes_have_a_bar() -> None:
    """One for each depth."""
    assert plain("> said\n>> before") == ["▌ said", "▌", "▌ ▌ before"]


def test_code_keeps_its_blanks() -> None:
    """And is cut where the room ends."""
    assert plain("```\nif x:\n    y = 'a long line'\n```", 16) == ["  if x:", "      y = 'a lon", "  g line'"]


def test_a_table_has_columns() -> None:
    """As wide as what is in them, as far as there is room; longer cells are broken."""
    text = "| Carrier | Day |\n|---|---|\n| DHL | the 19th of December |"

    assert plain(text, 20) == [
        "Carrier  Day",
        "───────  ───────────",
        "DHL      the 19th of",
        "         December",
    ]


def test_a_wide_table_is_shown_as_it_was_written() -> None:
    """More columns than anybody can read."""
    row = "|" + "x|" * 40

    assert "".join(plain(f"{row}\n|{'-|' * 40}\n{row}", 30)).startswith("|x|x|x|")


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert)",
        "[@click=app.quit]x[/]",
        "<b>bold</b>",
        "![pic](http://x/y.png)",
        "&lt;b&gt;",
        "https://example.com/?a=b",
        "[bold]x[/bold]",
    ],
)
def test_links_pictures_and_markup_stand_there_as_written(text: str) -> None:
    """Nobody can style the screen, run an action or hide where an address leads."""
    content = laid_out(text, 60)

    assert content.plain == text
    assert content.spans == []


def test_emphasis_is_a_look() -> None:
    """The signs that make it are not shown."""
    content = laid_out("**b** *i* ~~s~~ `c` ***x***", 60)

    assert content.plain == "b i s c x"
    assert [str(span.style) for span in content.spans][:3] == ["bold", "italic", "strike"]


@pytest.mark.parametrize("text", [">" * 3000 + " deep", "> " * 90 + "deep", "- " * 90 + "deep"])
def test_what_is_too_deep_is_not_lost(text: str) -> None:
    """It is shown as it was written."""
    assert "deep" in laid_out(text, 40).plain


@given(st.text(alphabet="ab *_-#>|`~[]()!\n\t123.", max_size=200), st.integers(1, 50))
def test_whatever_is_written_is_laid_out(text: str, width: int) -> None:
    """Every letter is there."""
    content = laid_out(text, width)

    for letter in "ab":
        assert content.plain.count(letter) == text.count(letter)
