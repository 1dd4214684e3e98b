"""The board with real keys and a real screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.change import Change
from store.models import Column
from store.team import Team
from tests.widgets.host import Host, screen_text
from tests.widgets.teams import TODAY, card, shop
from widgets.signs import ASCII

SNAPSHOTS = Path(__file__).parent / "snapshots"
Showing = Callable[..., AbstractAsyncContextManager[tuple[Host, Pilot[None]]]]


@asynccontextmanager
async def showing(
    team: Team, size: tuple[int, int] = (120, 40), **options: object
) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    """The board on a screen of this size, ready for keys."""
    host = Host(team, **options)
    async with host.run_test(size=size) as pilot:
        await pilot.pause()
        yield host, pilot


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_screen_looks_as_it_was_agreed(size: tuple[int, int]) -> None:
    """The board is drawn as in the file; delete the file and run twice to agree on another look."""
    async with showing(shop(90), size) as (host, pilot):
        await pilot.press("down", "right", "down")
        text = "\n".join(line.rstrip() for line in screen_text(host)) + "\n"
    snapshot = SNAPSHOTS / f"board_{size[0]}x{size[1]}.txt"
    if not snapshot.exists():
        snapshot.write_text(text)
        pytest.fail(f"There was no {snapshot.name}; look at the new one.")

    assert text == snapshot.read_text()


async def test_ascii_signs_need_nothing_else() -> None:
    """With ASCII signs and an ASCII team, every character on the screen is ASCII."""
    team = shop(0)
    tasks = {
        i: card(f"Card {i} with a rather long title", 1 + i % 5, 1 + i % 9, f"{i:03}1") for i in range(1, 99)
    }
    async with showing(Team({**team.tables, "tasks": tasks}), (80, 24), signs=ASCII) as (host, _):
        assert all(line.isascii() for line in screen_text(host))


async def test_keys_move_the_cursor_and_tell() -> None:
    """Each new card under the cursor is told once."""
    async with showing(shop(90)) as (host, pilot):
        first = host.board.cursor_task
        await pilot.press("j", "l", "k")

        assert host.moves[0] == first
        assert host.moves[-1] == host.board.cursor_task
        assert all(a != b for a, b in zip(host.moves, host.moves[1:], strict=False))


async def test_the_cursors_card_is_marked_by_a_sign() -> None:
    """Not by colour alone: the line of the selected card begins with the cursor's sign."""
    async with showing(shop(90), (80, 24)) as (host, pilot):
        await pilot.press("j")
        marked = [line for line in screen_text(host) if line.startswith("▌")]

        assert len(marked) == 1
        assert f"#{host.board.cursor_task}" in marked[0]


async def test_enter_opens_the_card() -> None:
    """Enter asks for the card under the cursor, and for nothing in an empty cell."""
    async with showing(shop(90)) as (host, pilot):
        await pilot.press("enter")
        assert host.opened == [host.board.cursor_task]

        host.board.show_only(frozenset())
        await pilot.press("enter")
        assert len(host.opened) == 1


async def test_a_moved_card_takes_the_cursor_along() -> None:
    """`L` moves the card one column on, and the cursor with it."""
    async with showing(shop(90)) as (host, pilot):
        task = host.board.cursor_task
        await pilot.press("L")

        assert host.board.cursor_task == task
        assert host.board.cursor_cell[0] == 2


async def test_a_finished_card_leaves_the_cursor_in_its_row() -> None:
    """A card that is sent away leaves the cursor on the one that moved up."""
    async with showing(shop(90)) as (host, pilot):
        cards = host.team.cell(*host.board.cursor_cell)
        await pilot.press("x")

        assert host.board.cursor_task == cards[1][1]


async def test_a_double_click_opens_a_card() -> None:
    """A click puts the cursor there, a second one opens the card."""
    async with showing(shop(90)) as (host, pilot):
        y = next(y for y, line in enumerate(screen_text(host)) if "#55 " in line)
        await pilot.click(offset=(5, y))
        assert host.board.cursor_task == 55
        assert not host.opened

        await pilot.click(offset=(5, y), times=2)
        assert host.opened == [55]


async def test_a_narrow_board_shows_signs_for_what_is_out_of_view() -> None:
    """Where not all columns fit, the heading says how many lie to which side."""
    async with showing(shop(90), (80, 24)) as (host, pilot):
        assert screen_text(host)[0].rstrip().endswith("1›")
        await pilot.press("end", "l", "l", "l", "l")
        assert screen_text(host)[0].startswith("‹1")


async def test_resizing_keeps_the_cursor_on_its_card() -> None:
    """From wide to narrow and back, the card under the cursor stays and can be seen."""
    async with showing(shop(500), (200, 50)) as (host, pilot):
        await pilot.press(*"lllljjjj")
        task = host.board.cursor_task
        for size in ((60, 20), (200, 50), (30, 8)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert host.board.cursor_task == task
            assert any("▌" in line for line in screen_text(host))
            assert max(len(line) for line in screen_text(host)) <= size[0]


@pytest.mark.parametrize("cards", [100, 10_000])
async def test_a_cursor_key_draws_two_cards_and_nothing_else(cards: int) -> None:
    """However many cards there are, moving the cursor draws one line for each of two cards."""
    async with showing(shop(cards)) as (host, pilot):
        await pilot.pause()
        for key in "jjlh":
            before = host.board.lines_drawn
            await pilot.press(key)
            assert host.board.lines_drawn - before == 2


async def test_a_cursor_key_lays_nothing_out() -> None:
    """No key of the cursor, and no move of a card, asks for another layout."""
    async with showing(shop(500)) as (host, pilot):
        before = [widget._layout_updates for widget in (host.screen, *host.screen.walk_children())]
        await pilot.press(*"jjlLkhx", "end", "home", "pagedown", "tab", "0")

        assert [widget._layout_updates for widget in (host.screen, *host.screen.walk_children())] == before


async def test_somebody_elses_change_draws_its_card_only() -> None:
    """A new title of a card in view is one line; of one out of view, nothing."""
    async with showing(shop(2000)) as (host, pilot):
        shown = next(int(line.split("#")[1].split()[0]) for line in screen_text(host)[3:] if "#" in line)
        for task, lines in ((shown, 1), (1999, 0)):
            before = host.board.lines_drawn
            host.change(Change.update("tasks", host.team.task(task), title="Something else"))
            await pilot.pause()
            assert host.board.lines_drawn - before == lines


async def test_a_title_is_never_markup() -> None:
    """Brackets are shown as they are."""
    tasks = {1: card("[red]x[/] [@click=app.quit]y[/]", 1, 1, "0011")}
    team = Team({**shop(0).tables, "tasks": tasks})
    async with showing(team, (200, 24)) as (host, _):
        assert any("[red]x[/] [@click=app.quit]y[/]" in line for line in screen_text(host))


async def test_an_empty_board_tells_what_to_press() -> None:
    """The cursor's empty cell says how to begin."""
    async with showing(shop(0), (80, 24)) as (host, _):
        assert any("a adds a card" in line for line in screen_text(host))


async def test_a_card_without_a_number_shows_that_it_waits() -> None:
    """A card that is not committed yet has `#…`."""
    team = Team({**shop(0).tables, "tasks": {-1: card("New", 1, 1, "0011")}})
    async with showing(team, (80, 24)) as (host, _):
        assert any("#… New" in line for line in screen_text(host))


async def test_a_limit_that_is_exceeded_has_a_sign() -> None:
    """More cards than the column's limit show `!` behind the count."""
    async with showing(shop(90), (200, 50)) as (host, _):
        assert "17/4!" in screen_text(host)[0]


async def test_the_theme_can_change_at_any_time() -> None:
    """Another theme is drawn in its own colours at once, the text stays."""
    async with showing(shop(90)) as (host, pilot):
        before, colours = screen_text(host), host.export_screenshot()
        host.theme = "textual-light"
        await pilot.pause()
        await pilot.pause()

        assert screen_text(host) == before
        assert host.export_screenshot() != colours


async def test_a_new_column_gets_its_place() -> None:
    """A column that somebody added is shown beside the others."""
    async with showing(shop(20, columns=3), (120, 30)) as (host, pilot):
        column = Column(id=4, name="Shipped", position="991")
        host.change(Change.insert("columns", column, id=4))
        await pilot.pause()
        await pilot.pause()

        assert "Shipped" in screen_text(host)[0]


async def test_a_card_that_somebody_moved_is_marked_and_no_other_is_drawn() -> None:
    """A mark with initials changes that card's lines only, when it comes and when it goes."""
    async with showing(shop(90), (120, 40)) as (host, pilot):
        first = host.board.cursor_task
        assert first is not None
        await pilot.press("j")
        drawn = host.board.lines_drawn
        host.board.update(host.team, TODAY, frozenset(), moved={first: "BO"})
        await pilot.pause()
        assert "‹BO" in "\n".join(screen_text(host))
        assert host.board.lines_drawn - drawn <= 3
        host.board.mark_moved({})
        await pilot.pause()

        assert "‹BO" not in "\n".join(screen_text(host))
        assert host.board.lines_drawn - drawn <= 6
