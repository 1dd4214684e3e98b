"""Updates of a screen that send only what has changed: the terminal shows the same."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate
from textual.strip import Strip

from widgets.lean_compositor import LeanUpdate
from widgets.lean_strip import LeanStrip

WIDTH, HEIGHT, CUT = 20, 4, 8
"""A screen with two widgets beside each other, of which only the first draws lean strips."""
LOOKS = st.builds(
    Style,
    color=st.sampled_from([None, "red", "#112233"]),
    bgcolor=st.sampled_from([None, "#010203"]),
    bold=st.sampled_from([None, True]),
    reverse=st.sampled_from([None, True]),
)
SPANS = st.lists(
    st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1), st.integers(1, WIDTH)).filter(
        lambda span: span[1] < span[2]
    ),
    min_size=1,
    max_size=5,
)


def line(draw: st.DrawFn, kind: type[Strip], width: int) -> Strip:
    """A line of segments of two cells."""
    texts = draw(st.lists(st.text("abc ", min_size=2, max_size=2), min_size=width // 2, max_size=width // 2))
    return kind([Segment(text, draw(LOOKS)) for text in texts], width)


@st.composite
def screens(draw: st.DrawFn) -> list[dict[int, Strip]]:
    """What the two widgets draw on each line."""
    return [{0: line(draw, LeanStrip, CUT), CUT: line(draw, Strip, WIDTH - CUT)} for _ in range(HEIGHT)]


def picture(*outputs: str) -> list[object]:
    """What a terminal shows that is sent these one after the other."""
    screen = pyte.Screen(WIDTH, HEIGHT)
    for output in outputs:
        pyte.Stream(screen).feed(output)
    return [screen.buffer[y][x] for y in range(HEIGHT) for x in range(WIDTH)]


@pytest.mark.parametrize("system", ["truecolor", "standard"])
@settings(max_examples=15)
@given(before=screens(), after=screens(), spans=SPANS)
def test_a_lean_update_shows_what_changed(
    system: str,
    before: list[dict[int, Strip]],
    after: list[dict[int, Strip]],
    spans: list[tuple[int, int, int]],
) -> None:
    """Within the spans there is the new picture, and everywhere else still the old one."""
    console = Console(color_system=system, force_terminal=True)
    ends = [[CUT, WIDTH]] * HEIGHT
    whole = [(y, 0, WIDTH) for y in range(HEIGHT)]
    old = ChopsUpdate(before, whole, ends).render_segments(console)
    new = ChopsUpdate(after, whole, ends).render_segments(console)
    lean = LeanUpdate(after, sorted(spans), ends).render_segments(console)
    inside = {(y, x) for y, start, end in spans for x in range(start, end)}
    both = zip(picture(old), picture(old, new), strict=True)
    places = [(y, x) for y in range(HEIGHT) for x in range(WIDTH)]

    expected = [changed if at in inside else kept for at, (kept, changed) in zip(places, both, strict=True)]
    assert picture(old, lean) == expected
    # What is written next has no look of its own.
    screen = pyte.Screen(WIDTH, HEIGHT)
    pyte.Stream(screen).feed(lean + "\x1b[1;1Hx")
    assert screen.buffer[0][0] == pyte.screens.Char("x")
