"""Text measured in cells, and strips that take fewer bytes."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from widgets.cells import cut, fit, paragraphs, wrap
from widgets.lean_strip import LeanStrip

WORDS = st.text("abc ö商品e\u0301", max_size=60)


@given(WORDS, st.integers(1, 40))
def test_fitted_text_takes_exactly_its_cells(text: str, width: int) -> None:
    """Wide and combining characters included."""
    assert cell_len(fit(text, width)) == width


@given(WORDS, st.integers(4, 30), st.integers(4, 30))
def test_wrapped_text_fits_on_both_lines(text: str, first: int, rest: int) -> None:
    """Neither line is wider than it may be, and nothing is lost before the ellipsis."""
    head, tail = wrap(text, first, rest)

    assert cell_len(head) <= first
    assert cell_len(tail) <= rest
    assert (head + tail).replace(" ", "").rstrip("…") in text.replace(" ", "")


def test_what_is_cut_shows_it() -> None:
    """An ellipsis stands for what is left out."""
    assert cut("Photograph the range", 12) == "Photograph…"
    assert cut("商品の写真", 6) == "商品…"


@given(WORDS, st.integers(4, 30))
def test_paragraphs_keep_every_word(text: str, width: int) -> None:
    """Broken lines have all the text and none is too wide."""
    lines = paragraphs(text, width)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines if len(line) > 1)


STYLES = st.builds(
    Style,
    color=st.sampled_from([None, "default", "red", "#112233", "#445566"]),
    bgcolor=st.sampled_from([None, "default", "blue", "#010203"]),
    bold=st.sampled_from([None, True]),
    reverse=st.sampled_from([None, True]),
    underline=st.sampled_from([None, True]),
)


@pytest.mark.parametrize("system", ["truecolor", "256", "standard"])
@given(parts=st.lists(st.tuples(st.text("abc ", min_size=1, max_size=4), STYLES), max_size=8))
def test_a_lean_strip_looks_the_same_on_a_terminal(system: str, parts: list[tuple[str, Style]]) -> None:
    """A terminal that reads the short form shows what it shows for Textual's own."""
    segments = [Segment(text, style) for text, style in parts]
    console = Console(color_system=system, force_terminal=True)

    assert _shown(LeanStrip(segments).render(console)) == _shown(Strip(segments).render(console))
    assert len(LeanStrip(segments).render(console)) <= len(Strip(segments).render(console)) + 2


def _shown(output: str) -> list[object]:
    screen = pyte.Screen(40, 1)
    pyte.Stream(screen).feed(output)
    return [screen.buffer[0][x] for x in range(40)]
