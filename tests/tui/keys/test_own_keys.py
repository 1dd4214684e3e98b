"""A person's own keys in menus and sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import builders
from tests.builders import MAIL, READY
from tests.tui.conftest import Office, board, packet, said, screen_text, task, toasts
from tests.tui.test_jumps import put
from tui.keys import rebind
from tui.preferences import Keeper
from widgets.board.grouping import Grouping


@pytest.fixture(autouse=True)
def _usual_keys() -> Iterator[None]:
    yield
    rebind({})


def with_keys(**keys: tuple[str, ...]) -> Keeper:
    """A person with keys of her own: `board__fold=("f3",)`."""
    keeper = Keeper()
    keeper.prefer(keys={name.replace("__", "."): own for name, own in keys.items()})
    return keeper


async def test_menus_take_every_own_key_and_leave_out_what_has_none(office: Office) -> None:
    """Both keys of a jump work, and one without a key is in the palette only; lanes are the same."""
    own = with_keys(jump__jump_top=(), jump__jump_end=("e", "E"), lanes__by_priority=("i", "y"))
    async with office.app(preferences=own) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "g")
        assert said(pilot).startswith("Go to: e end  t card")
        for keys in ("E", "gt1\n", "ge"):
            await packet(pilot, *("enter" if key == "\n" else key for key in keys))
            assert board(pilot).cursor_task == (1 if "1" in keys else 3)
        await packet(pilot, *"oy")

        assert board(pilot).grouping is Grouping.PRIORITY


async def test_sentences_name_own_keys(office: Office) -> None:
    """Whoever has given a command another key reads that key in every sentence that leads to it."""
    put(office, builders.task(-1, "Stuck", READY, MAIL, blocked="no paper"))
    keys = with_keys(
        board__all_lanes=("f4",),
        board__filter=("f5",),
        board__lanes_by=("f6",),
        board__undo=("U",),
        board__add=("f7",),
    )
    async with office.app(preferences=keys, size=(120, 30)) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "tab", *"gb")
        assert said(pilot).endswith("f4 shows all lanes.")
        await packet(pilot, "f4", *"gt99", "enter")
        assert toasts(pilot) == ["There is no card #99; f5 searches for what is written on cards."]
        await packet(pilot, "escape", "f6", "n", "z")
        assert said(pilot) == "There are no lanes now; f6 sorts the cards into some."
        await packet(pilot, "x")
        assert said(pilot) == "#1 is put away; U brings it back."
        await packet(pilot, "f5", *"qqq", "enter", "m")

        assert said(pilot) == "There is no card under the cursor; f7 adds one."


async def test_own_keys_choose_the_role_of_a_hand_over(office: Office) -> None:
    """The key that began it goes on to the next role, and the hint says so."""
    keys = with_keys(board__hand_on=("+",), board__hand_back=("-",))
    async with office.app(preferences=keys, size=(120, 30)) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "+")
        assert "+ - another role" in screen_text(pilot)
        await packet(pilot, *"++-", *"> and <", "enter")

        assert task(pilot, 1).role == MAIL
        assert [comment.text for comment in pilot.app.team.comments(1)] == ["> and <"]
