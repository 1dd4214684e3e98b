"""The one-line widgets: prompt, header and keys."""

from __future__ import annotations

from datetime import datetime

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget

from tests.widgets.host import screen_text
from widgets.header import Connection, Link, TeamHeader
from widgets.keys_line import KeysLine
from widgets.prompt import Prompt


class Line(App[None]):
    """One widget on one line."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget

    def compose(self) -> ComposeResult:
        yield self.widget


AT_FIVE_PAST_TWO = datetime(2026, 3, 12, 14, 5)  # noqa: DTZ001 - the header gets local time


def header(connection: Connection = Connection()) -> TeamHeader:  # noqa: B008 - it is frozen
    """A header with everything filled in."""
    line = TeamHeader()
    line.team, line.place, line.person, line.connection = "Nordlicht", "Board", "Ana Lima", connection
    return line


async def text_of(widget: Widget, width: int = 60) -> str:
    """The line that the widget shows."""
    app = Line(widget)
    async with app.run_test(size=(width, 3)) as pilot:
        await pilot.pause()
        region = widget.region
        return screen_text(app)[region.y][region.x : region.right]


@pytest.mark.parametrize(
    ("connection", "words"),
    [
        (Connection(), "● live"),
        (Connection(waiting=3), "◐ 3 waiting"),
        (Connection(Link.OFFLINE, 0, AT_FIVE_PAST_TWO), "○ offline since 14:05"),
        (Connection(Link.OFFLINE, 2), "○ offline, 2 waiting"),
        (Connection(Link.STOPPED), "⊘ nothing is saved"),
    ],
)
async def test_the_header_tells_the_connection_by_sign_and_words(connection: Connection, words: str) -> None:
    """Team, screen, person and connection stand on one line."""
    line = await text_of(header(connection))

    assert line.startswith(" Tagwerk · Nord")
    assert line.rstrip().endswith(words)


async def test_a_narrow_header_keeps_the_connection() -> None:
    """What gives way first is the person, then the team's name; the state stays."""
    assert (await text_of(header(), 34)).rstrip() == " Tagwerk · Nordlicht   Bo… ● live"
    assert (await text_of(header(), 20)).rstrip() == " Tagwerk ·…  ● live"


async def test_the_header_counts_who_else_is_here() -> None:
    """Beside the person; where it is narrow, the count gives way first, and nobody is not counted."""
    line = header()
    line.here = 2

    assert (await text_of(line, 60)).endswith(" Ana Lima · +2 here · ● live ")
    line = header()
    line.here = 2
    assert (await text_of(line, 50)).endswith(" Ana Lima · ● live ")
    assert "here" not in await text_of(header(), 60)


async def test_the_keys_line_shows_what_fits() -> None:
    """Keys are cut whole: no key without its label."""
    line = KeysLine()
    line.keys = [("a", "add"), ("enter", "open"), ("q", "leave")]

    assert (await text_of(line, 22)).rstrip() == " a add  enter open"


async def test_essential_keys_give_way_last() -> None:
    """Where there is little room, the essential keys stay, in their place."""
    line = KeysLine()
    line.keys = [("a", "add"), ("enter", "open"), ("q", "leave")]
    line.essential = frozenset("q")

    assert (await text_of(line, 17)).rstrip() == " a add  q leave"


@pytest.mark.parametrize(
    ("link", "words"), [(Link.READ_ONLY, "read only, 2 waiting"), (Link.FULL, "drive full, 2 waiting")]
)
async def test_a_folder_that_takes_nothing_is_not_called_offline(link: Link, words: str) -> None:
    """The header says what is in the way and how much waits."""
    text = await text_of(header(Connection(link, 2)))

    assert words in text
    assert "offline" not in text


async def test_the_prompt_shows_label_and_text() -> None:
    """While nothing is written the line shows the status; then label, text and cursor."""
    prompt = Prompt()
    prompt.status = "moved #3"
    app = Line(prompt)
    async with app.run_test(size=(30, 3)) as pilot:
        assert screen_text(app)[0].startswith("moved #3")
        prompt.open("Filter: ")
        for letter in "rtv":
            assert prompt.key(letter, letter)
        await pilot.pause()
        assert screen_text(app)[0].rstrip() == "Filter: rtv"

        assert prompt.close() == "rtv"
        await pilot.pause()
        assert screen_text(app)[0].startswith("moved #3")
        assert not prompt.key("x", "x")


async def test_a_long_line_scrolls_with_its_cursor() -> None:
    """The end of a long text is in view while one writes there, the beginning after `home`."""
    prompt = Prompt()
    app = Line(prompt)
    async with app.run_test(size=(20, 3)) as pilot:
        prompt.open("> ", "商品" * 10 + "end")
        await pilot.pause()
        assert screen_text(app)[0].rstrip().endswith("end")
        prompt.key("home")
        await pilot.pause()
        assert screen_text(app)[0].startswith("> 商品")


async def test_a_long_label_keeps_its_end() -> None:
    """It is cut where too little room would be left to write, but what is written stands apart from it."""
    prompt = Prompt()
    app = Line(prompt)
    async with app.run_test(size=(80, 3)) as pilot:
        prompt.open(" New card in Review · Photo and content: ", "Lamp")
        await pilot.pause()
        assert screen_text(app)[0].rstrip() == " New card in Review · Photo and content: Lamp"
        await pilot.resize_terminal(40, 3)
        await pilot.pause()

        assert screen_text(app)[0].rstrip() == " New card in Revi…: Lamp"


async def test_the_cursor_of_the_prompt_is_reverse_video() -> None:
    """The cursor can be seen without colours."""
    prompt = Prompt()
    app = Line(prompt)
    async with app.run_test(size=(30, 3)) as pilot:
        prompt.open("Filter: ", "abc")
        prompt.key("left")
        await pilot.pause()
        marked = [
            segment.text for segment in prompt.render_line(0) if segment.style and segment.style.reverse
        ]

        assert marked == ["c"]
