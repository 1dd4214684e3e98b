"""The board, driven by keys, on a real folder."""

from __future__ import annotations

import pytest

from store.change import Change
from tests import builders
from tests.builders import BACKLOG, DOING, DONE, MAIL, READY, SHOP
from tests.tui.conftest import Office, board, packet, said, saved, screen_text, task, toasts, until
from tests.tui.marks import presses
from tui.keys import BOARD, JUMPS, Command
from tui.screens.board import BoardScreen
from tui.screens.doing.commands import GROUPS


@pytest.mark.parametrize("command", [*BOARD, *JUMPS], ids=lambda c: c.name)
def test_every_command_of_the_key_table_can_be_done(command: Command) -> None:
    """One group of the board's commands has a method for it, and only one."""
    assert sum(callable(getattr(group, f"do_{command.name}", None)) for group in GROUPS) == 1


def test_no_key_means_two_things() -> None:
    """Each key of the board belongs to one command."""
    keys = [key for command in BOARD for key in command.keys]

    assert len(keys) == len(set(keys))


@presses("board.move_right")
async def test_moving_right_is_in_the_folder_for_others(office: Office) -> None:
    """A card moved with L is in its new column for everybody."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await pilot.press("L")
        assert task(pilot, 1).column == READY
        await saved(pilot)

    assert office.colleague().team.task(1).column == READY


@presses("board.move_left")
async def test_moving_left_brings_a_card_back(office: Office) -> None:
    """H moves the card one column back, and the cursor goes with it."""
    async with office.app() as pilot:
        board(pilot).select_task(4)
        await pilot.press("H")

        assert task(pilot, 4).column == BACKLOG
        assert board(pilot).cursor_task == 4


async def test_finishing_keeps_the_cursor_in_its_row(office: Office) -> None:
    """After a card is finished, the cursor is not on it any more, but where the work is."""
    async with office.app() as pilot:
        board(pilot).select_task(7)
        await pilot.press("L")

        assert task(pilot, 7).column == DONE
        assert board(pilot).cursor_cell == (DOING, MAIL)


async def test_moving_beyond_the_last_column_is_refused_in_a_sentence(office: Office) -> None:
    """There is nothing to the right of Done."""
    async with office.app() as pilot:
        board(pilot).select_task(8)
        await pilot.press("L")

        assert said(pilot) == "#8 is in the last column already."


@presses("board.move_down", "board.move_up")
async def test_reordering_changes_only_the_order(office: Office) -> None:
    """J puts the card under the next one of its cell; K puts it back."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await pilot.press("J")
        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == [2, 1]
        await pilot.press("K")

        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == [1, 2]


@presses("board.add")
async def test_a_new_card_stands_under_the_cursor(office: Office) -> None:
    """a, a title and enter put a card under the one under the cursor, and the cursor on it."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"aBuy tape", "enter")
        await saved(pilot)

        assert builders.titles(pilot.app.team, BACKLOG, SHOP) == [
            "Order wrapping paper",
            "Buy tape",
            "Call the carrier",
        ]
        assert task(pilot, board(pilot).cursor_task or 0).title == "Buy tape"
        assert board(pilot).cursor_task == 9


async def test_typing_ahead_loses_nothing_and_runs_no_command(office: Office) -> None:
    """Adding, then filtering, then leaving the filter, all in one packet, does just that."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"axLHu", "enter", *"/wrapping", "enter", *"J")
        await saved(pilot)

        assert pilot.app.team.task(9).title == "xLHu"
        assert "Filter “wrapping”: 1 card" in screen_text(pilot)
        assert len(pilot.app.team.tables["tasks"]) == 9
        assert all(not t.get("archived_at") for t in pilot.app.team.tables["tasks"].values())


async def test_an_empty_title_adds_nothing(office: Office) -> None:
    """Enter on an empty line means: rather not."""
    async with office.app() as pilot:
        await pilot.press("a", "enter")

        assert len(pilot.app.team.tables["tasks"]) == 8


async def test_escape_leaves_the_line(office: Office) -> None:
    """What was begun and left with escape changes nothing."""
    async with office.app() as pilot:
        await pilot.press(*"anothing", "escape")

        assert len(pilot.app.team.tables["tasks"]) == 8
        assert "nothing" not in screen_text(pilot)


async def test_the_limit_is_asked_about_and_can_be_overridden(office: Office) -> None:
    """A move over the limit of Doing asks; y does it and says so in the history, n does not."""
    async with office.app() as pilot:
        board(pilot).select_task(4)
        await pilot.press("L")
        assert task(pilot, 4).column == DOING
        board(pilot).select_task(5)
        await pilot.press("L")
        assert task(pilot, 5).column == READY
        assert said(pilot).endswith("3 cards and a limit of 3; go over it? y/n")
        await pilot.press("n")
        assert task(pilot, 5).column == READY
        await pilot.press("L", "y")
        assert task(pilot, 5).column == DOING
        await saved(pilot)

    assert "limit" in next(office.colleague()._shared.history()[i].change.label for i in (1,))


@presses("board.undo", "board.redo")
async def test_undo_and_redo(office: Office) -> None:
    """u takes the last move back, ctrl+r does it again."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await pilot.press("L")
        await pilot.press("u")
        assert task(pilot, 1).column == BACKLOG
        await pilot.press("ctrl+r")
        assert task(pilot, 1).column == READY
        await saved(pilot)

    assert office.colleague().team.task(1).column == READY


async def test_undoing_a_new_card_takes_it_away(office: Office) -> None:
    """A card that was just added goes with u, and its number is not given again."""
    async with office.app() as pilot:
        await packet(pilot, *"aOne", "enter")
        await saved(pilot)
        await pilot.press("u")
        await saved(pilot)
        assert pilot.app.team.find(builders.Task, 9) is None
        await packet(pilot, *"aTwo", "enter")
        await saved(pilot)

        assert task(pilot, 10).title == "Two"


async def test_undo_is_refused_when_somebody_changed_the_same(office: Office) -> None:
    """A move that a colleague has moved on since cannot be undone; the sentence says so."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await pilot.press("L")
        await saved(pilot)
        ben = office.colleague("ben")
        ben.commit(
            Change.update("tasks", ben.team.task(1), "moved", column=DONE).signed("ben", builders.LATER)
        )
        await until(pilot, lambda: task(pilot, 1).column == DONE)
        await pilot.press("u")

        assert "cannot be undone" in said(pilot) + "".join(toasts(pilot))
        assert task(pilot, 1).column == DONE


async def test_a_filter_shows_only_what_matches(office: Office) -> None:
    """Every key of the filter narrows the board; escape shows all again."""
    async with office.app(size=(120, 30)) as pilot:
        await pilot.press(*"/carrier")
        assert "Call the carrier" in screen_text(pilot)
        assert "wrapping" not in screen_text(pilot)
        await pilot.press("enter", "escape")

        assert "wrapping" in screen_text(pilot)


async def test_others_changes_appear_and_the_cursor_stays(office: Office) -> None:
    """A colleague's move is on the screen without a key, and the cursor is still on its card."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(2)
        ben = office.colleague("ben")
        ben.commit(
            Change.update("tasks", ben.team.task(2), "moved", column=READY).signed("ben", builders.LATER)
        )
        await until(pilot, lambda: task(pilot, 2).column == READY, "Ben's move")

        assert board(pilot).cursor_task == 2
        assert board(pilot).cursor_cell == (READY, SHOP)


@presses("board.block")
async def test_a_block_needs_a_reason_and_shows(office: Office) -> None:
    """b asks why; the reason stands in the card's line, and b again takes it away."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"bno paper", "enter")
        assert task(pilot, 1).blocked == "no paper"
        assert "blocked: no paper" in screen_text(pilot)
        await pilot.press("b")

        assert task(pilot, 1).blocked == ""


@presses("board.take", "board.archive")
async def test_taking_and_putting_away(office: Office) -> None:
    """m puts me on the card, x puts the card away."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await pilot.press("m")
        assert task(pilot, 1).assignees == ["ana"]
        await pilot.press("x")

        assert builders.numbers(pilot.app.team, BACKLOG, SHOP) == [2]


@presses("board.comment")
async def test_a_comment_from_the_board(office: Office) -> None:
    """c, some words and enter put a comment on the card, with whom it mentions."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"c@ben please look", "enter")
        await saved(pilot)

        (comment,) = pilot.app.team.comments(1)
        assert (comment.text, comment.mentions, comment.author) == ("@ben please look", ["ben"], "ana")


async def test_markup_in_a_title_is_shown_as_it_is(office: Office) -> None:
    """A title cannot style the screen or run an action."""
    async with office.app(size=(120, 30)) as pilot:
        await packet(pilot, *"a[red]x[/] [@click=app.quit]y[/]", "enter")

        assert "[red]x[/]" in screen_text(pilot)


async def test_pasting_into_the_line(office: Office) -> None:
    """Pasted lines become one title; control characters are gone."""
    from textual.events import Paste

    async with office.app() as pilot:
        await pilot.press("a")
        pilot.app.post_message(Paste("one\ntwo\x1b[31m"))
        await pilot.pause()
        await pilot.press("enter")

        assert "one two" in builders.titles(pilot.app.team, BACKLOG, SHOP)


async def test_pasting_on_the_board_does_nothing(office: Office) -> None:
    """Text that is pasted by mistake is not taken for commands."""
    from textual.events import Paste

    async with office.app() as pilot:
        before = pilot.app.team
        pilot.app.post_message(Paste("xxLLu"))
        await pilot.pause()

        assert pilot.app.team is before


async def test_tab_shows_one_role_and_zero_shows_all(office: Office) -> None:
    """tab walks the roles, 0 shows all of them."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(1)
        await pilot.press("tab")
        assert "Retouch" not in screen_text(pilot)
        await pilot.press("0")

        assert "Retouch" in screen_text(pilot)


async def test_leaving_saves_and_publishes(office: Office) -> None:
    """q ends the app; what was done a moment before is in team.json."""
    async with office.app() as pilot:
        await packet(pilot, *"aLast thing", "enter", *"q")

    assert "Last thing" in (office.folder / "team.json").read_text()


@pytest.mark.parametrize("key", ["a", "c", "b", "e", "m", "L", "x", "u"])
async def test_who_is_not_in_the_team_is_told_at_the_key(office: Office, key: str) -> None:
    """Nothing is asked of a person who may only read; the header says that she reads."""
    async with office.app(person="zoe", size=(200, 50)) as pilot:
        board(pilot).select_task(1)
        await pilot.press(key)

        assert "can only read" in said(pilot)
        assert isinstance(pilot.app.screen, BoardScreen)
        assert not pilot.app.screen.is_asking
        assert "reads only" in screen_text(pilot).splitlines()[0]


async def test_who_is_not_in_the_team_is_told_in_the_card(office: Office) -> None:
    """In an opened card a comment is refused before a word is written; looking and closing work."""
    async with office.app(person="zoe") as pilot:
        board(pilot).select_task(1)
        await pilot.press("enter", "c")
        assert "can only read" in toasts(pilot)[-1]
        await pilot.press("escape", "q")

        assert isinstance(pilot.app.screen, BoardScreen)


async def test_finishing_is_told(office: Office) -> None:
    """Who finishes a card reads that it is done, wherever the last column is."""
    async with office.app() as pilot:
        board(pilot).select_task(7)
        await pilot.press("L")

        assert said(pilot).endswith("is done.")
        assert "#7" in said(pilot)
