"""The list of the palette: what it draws, and how little."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from widgets.choice_list import ChoiceLine, ChoiceList
from widgets.signs import ASCII, UNICODE

LINES = [ChoiceLine(f"Line {at}", f"what line {at} is about", f"k{at}") for at in range(30)]


class Host(App[None]):
    def __init__(self, signs: object = UNICODE) -> None:
        super().__init__()
        self.list = ChoiceList(signs=UNICODE if signs is UNICODE else ASCII, nothing="Nothing there.")
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.list

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        self.chosen.append(message.index)


def text(host: Host) -> list[str]:
    size = host.list.size
    return ["".join(s.text for s in host.list.render_line(y)).rstrip() for y in range(size.height)]


async def shown(pilot: Pilot[None], lines: list[ChoiceLine]) -> Host:
    host = pilot.app
    assert isinstance(host, Host)
    host.list.update(lines)
    await pilot.pause()
    return host


async def test_label_detail_and_hint_stand_on_one_line() -> None:
    """The hint stands at the right; the cursor's line carries a sign."""
    async with Host().run_test(size=(40, 5)) as pilot:
        host = await shown(pilot, LINES)

        assert text(host)[0] == "▌ Line 0        what line 0 is about k0"
        assert text(host)[1].startswith("  Line 1 ")


async def test_what_there_is_no_room_for_is_cut_and_the_hint_stays() -> None:
    """A long label leaves no detail; every line is exactly as wide as the list."""
    async with Host().run_test(size=(20, 5)) as pilot:
        host = await shown(pilot, [ChoiceLine("A title that is far too long", "gone", "card")])

        assert text(host)[0] == "▌ A title tha… card"
        assert all(host.list.render_line(y).cell_length == 20 for y in range(5))


async def test_wide_characters_do_not_shift_anything() -> None:
    """Titles in Chinese are cut to whole characters."""
    async with Host().run_test(size=(20, 5)) as pilot:
        host = await shown(pilot, [ChoiceLine("商品の写真を撮る商品の写真", "", "card")])

        assert host.list.render_line(0).cell_length == 20
        assert text(host)[0].endswith(" card")


async def test_an_empty_list_says_so() -> None:
    """The sentence stands in the first line, and there is no cursor."""
    async with Host().run_test(size=(40, 5)) as pilot:
        host = await shown(pilot, [])
        host.list.move(1)
        host.list.page(-1)

        assert text(host) == [" Nothing there.", "", "", "", ""]
        assert host.list.cursor is None


async def test_the_cursor_stays_in_view() -> None:
    """Going down scrolls, going beyond the end begins again, a page stops at the end."""
    async with Host().run_test(size=(40, 5)) as pilot:
        host = await shown(pilot, LINES)
        for _ in range(6):
            host.list.move(1)
        assert any(line.startswith("▌ Line 6 ") for line in text(host))
        host.list.move(-7)
        assert host.list.cursor == 0
        host.list.move(-1)
        assert text(host)[-1].startswith("▌ Line 29")
        host.list.page(1)
        assert host.list.cursor == 29
        host.list.page(-1)

        assert host.list.cursor == 25


@pytest.mark.parametrize(("line", "chosen"), [(2, [2]), (4, [4])])
async def test_a_click_chooses(line: int, chosen: list[int]) -> None:
    """The line that was clicked is the one."""
    async with Host().run_test(size=(40, 5)) as pilot:
        host = await shown(pilot, LINES)
        await pilot.click(ChoiceList, offset=(3, line))

        assert host.chosen == chosen


async def test_a_click_below_the_last_line_is_nothing() -> None:
    """There is nothing to choose."""
    async with Host().run_test(size=(40, 5)) as pilot:
        host = await shown(pilot, LINES[:2])
        await pilot.click(ChoiceList, offset=(3, 4))

        assert host.chosen == []


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    """Other lines come into view; the cursor is where it was."""
    async with Host().run_test(size=(40, 5)) as pilot:
        host = await shown(pilot, LINES)
        await pilot._post_mouse_events([MouseScrollDown], ChoiceList, button=0)

        assert text(host)[0].startswith("  Line 3 ")
        assert host.list.cursor == 0


async def test_without_unicode_all_is_ascii() -> None:
    """The cursor and the cut have signs that every terminal has."""
    async with Host(signs=ASCII).run_test(size=(20, 5)) as pilot:
        host = await shown(pilot, [ChoiceLine("A title that is far too long", "", "card")])

        assert text(host)[0] == "> A title tha~ card"
