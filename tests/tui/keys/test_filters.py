"""Writing a filter, and the filters that a team keeps."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from store.rules import filters
from tests.builders import LATER
from tests.tui.conftest import Office, board, packet, said, saved, screen_text, toasts, until
from tests.tui.disks import look_now
from tests.tui.keys.test_adding import is_asking, written
from tests.tui.marks import presses
from tui.preferences import Keeper
from tui.screens.board import BoardScreen

WIDE = (120, 30)


def keep(office: Office, name: str, query: str, key: str = "") -> None:
    """Ben keeps a filter for the team."""
    ben = office.colleague("ben")
    ben.commit(filters.save(ben.team, name, query, "ben", LATER, key=key))


def notes(pilot: Pilot[None]) -> str:
    """The line below the one that is written."""
    return screen_text(pilot).splitlines()[-1].strip()


@presses("board.filter", "line.finish")
async def test_the_board_follows_each_letter(office: Office) -> None:
    """While it is written only what fits is on the board; enter keeps it and says how many there are."""
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, *"/pa")
        assert "wrapping" in screen_text(pilot)
        assert "carrier" not in screen_text(pilot)
        await packet(pilot, *"zz")
        assert "wrapping" not in screen_text(pilot)
        await packet(pilot, "backspace", "backspace", "enter")

        assert said(pilot).startswith("Filter “pa”: 1 card, esc shows all")


@presses("line.cancel")
@pytest.mark.parametrize("key", ["escape", "ctrl+c", "ctrl+g"])
async def test_leaving_the_line_brings_the_filter_before_back(office: Office, key: str) -> None:
    """What was on before it was opened is on again, and nobody leaves the app."""
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, *"/carrier", "enter", "/", "ctrl+u", *"spring", key)

        assert said(pilot).startswith("Filter “carrier”: 1 card")
        assert not is_asking(pilot)
        assert not pilot.app._exit


async def test_an_emptied_line_shows_all(office: Office) -> None:
    """enter on nothing takes the filter away."""
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, *"/carrier", "enter", "/", "ctrl+u", "enter")

        assert "Filter" not in said(pilot)
        assert "wrapping" in screen_text(pilot)


async def test_tab_writes_out_what_is_suggested(office: Office) -> None:
    """Below the line stands what the word may become; tab takes the first, and what follows is its value."""
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, *"/ro")
        assert notes(pilot).startswith("0 of 8 cards  tab role:")
        await packet(pilot, "tab", *"ph", "tab")
        assert written(pilot) == "role:Photography "
        await packet(pilot, *"retouch", "enter")

        assert said(pilot).startswith("Filter “role:Photography retouch”: 1 card")


async def test_tab_without_a_suggestion_writes_nothing(office: Office) -> None:
    """Nor does it go to another lane."""
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, *"/qq", "tab", *"q", "escape")

        assert not is_asking(pilot)
        assert board(pilot).only_lane is None


async def test_what_is_wrong_is_said_while_it_is_written_and_after(office: Office) -> None:
    """The sentence stands below the line, and on the board's line after enter; esc shows all."""
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, *"/is:purple ")
        assert notes(pilot).startswith("! ")
        assert "purple" in notes(pilot)
        await packet(pilot, "enter")
        assert "purple" in said(pilot)
        await packet(pilot, "escape")

        assert "purple" not in said(pilot)


@presses("board.filters")
async def test_a_filter_of_the_team_is_one_key_away(office: Office) -> None:
    """f shows the names with their keys; the key puts it on, another one does nothing."""
    keep(office, "Ben's", "@ben", "b")
    keep(office, "Urgent", "!high", "1")
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, "f")
        assert said(pilot) == "Filter: b Ben's  1 Urgent  + keep this one  - forget one"
        await packet(pilot, *"x")
        assert "Filter" not in said(pilot)
        await packet(pilot, *"fb")
        assert said(pilot).startswith("Filter “@ben”: 2 cards")
        await packet(pilot, *"f1")

        assert said(pilot).startswith("Filter “!high”: 1 card")


async def test_a_filter_is_kept_and_forgotten_for_both(office: Office) -> None:
    """Ana keeps hers with the next free digit, Ben uses it and forgets it; then its key does nothing."""
    keep(office, "Urgent", "!high", "1")
    async with office.app("ana", size=WIDE) as ana, office.app("ben", size=WIDE) as ben:
        await packet(ana, *"/@ben", "enter", *"f+Photographers", "enter")
        assert said(ana) == "Kept as “Photographers” for everybody: f 2 shows it."
        await saved(ana)
        look_now(ben)
        await until(ben, lambda: len(ben.app.team.filters) == 2, "Ana's filter")
        await packet(ben, *"f2")
        assert said(ben).startswith("Filter “@ben”: 2 cards")
        await packet(ben, *"f-photographers", "enter")
        assert said(ben) == "The filter “Photographers” is gone; u brings it back."
        await saved(ben)
        look_now(ana)
        await until(ana, lambda: len(ana.app.team.filters) == 1, "Ben's step")
        await packet(ana, *"f2")
        assert said(ana).startswith("Filter “@ben”")
        await packet(ben, *"u")
        await saved(ben)

        assert [kept.name for kept in ben.app.team.filters] == ["Urgent", "Photographers"]


@pytest.mark.parametrize(
    ("keys", "sentence", "left"),
    [
        ("f+", "There is no filter on to be kept; / writes one.", None),
        ("f-zzz\n", "There is no filter “zzz”; choose “Urgent”.", "zzz"),
        ("/@ben\nf+urgent\n", "There is already a filter “Urgent”; choose another name.", "urgent"),
        ("/is:purple\nf+Purple\n", "There is no state “purple”", "Purple"),
    ],
)
async def test_what_cannot_be_kept_or_forgotten_is_said(
    office: Office, keys: str, sentence: str, left: str | None
) -> None:
    """A name that was written is still there to be mended."""
    keep(office, "Urgent", "!high", "1")
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, *("enter" if key == "\n" else key for key in keys))

        assert sentence in " ".join([said(pilot), *toasts(pilot)])
        assert is_asking(pilot) == (left is not None)
        assert written(pilot) == (left or "")


async def test_a_filter_without_a_key_is_found_by_its_name(office: Office) -> None:
    """The palette puts it on."""
    keep(office, "Photographers", "@ben")
    async with office.app(size=WIDE) as pilot:
        await packet(pilot, *":photographers", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen))

        assert said(pilot).startswith("Filter “@ben”: 2 cards")


@pytest.mark.parametrize(("start", "found"), [("last", "Filter “@ben”: 2 cards"), ("none", "#1 Order")])
async def test_the_last_filter_is_on_after_a_restart(office: Office, start: str, found: str) -> None:
    """Only for who wants it so."""
    keeper = Keeper()
    keeper.prefer(start_filter=start)
    async with office.app(preferences=keeper, size=WIDE) as pilot:
        await packet(pilot, *"/@ben", "enter")
    async with office.app(preferences=keeper, size=WIDE) as pilot:
        assert said(pilot).startswith(found)


async def test_with_very_many_filters_the_footer_names_the_rest(office: Office) -> None:
    """What does not fit into the line stands below it as far as there is room, and every key works."""
    for number in range(1, 8):
        keep(office, f"The team's number {number}", f"word{number}", str(number))
    async with office.app(size=(80, 24)) as pilot:
        await packet(pilot, "f")
        assert "5 The team's number 5" in notes(pilot)
        assert "5 The team's number 5" not in said(pilot)
        await packet(pilot, "7")

        assert said(pilot).startswith("Filter “word7”")
