"""Typing ahead of the screen: open something, act, close it and go on, all in one packet.

Nothing is lost, and nothing is taken for another command. Dialogs have tests of this kind among their own;
`test_every_key` sees to it that each has one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from store.rules import filters, moving, setup
from store.team import Team
from tests import builders
from tests.builders import BACKLOG, DOING, LATER, PHOTO, READY, SHOP
from tests.tui.conftest import Office, board, packet, saved, task, until
from tests.tui.disks import look_now
from tests.tui.marks import ahead
from tests.tui.test_gate import on
from tui.app import TagwerkApp
from tui.dialogs.who import WhoDialog
from tui.screens.board import BoardScreen

Seen = Callable[[Team], object]
LETTERS = "xLuq?:,T"
"""Each is a command of the board; in a line it is a letter."""


def commented(team: Team, number: int) -> list[str]:
    """What was said on a card."""
    return [comment.text for comment in team.comments(number)]


def kept(team: Team) -> list[str]:
    """The names of the team's filters."""
    return [found.name for found in team.filters]


MODES: dict[str, tuple[Sequence[str], int, Seen]] = {
    "filter": ((*"/carrier", "enter"), 2, lambda team: team.task(1).assignees == []),
    "filter, left": ((*f"/{LETTERS}", "escape"), 1, lambda team: team.task(1).archived_at is None),
    "add": ((*f"a{LETTERS}", "enter"), -1, lambda team: "xLuq?:,T" in builders.titles(team, BACKLOG, SHOP)),
    "add, left": ((*f"a{LETTERS}", "escape"), 1, lambda team: len(builders.titles(team, BACKLOG, SHOP)) == 2),
    "comment": ((*f"c{LETTERS}", "enter"), 1, lambda team: commented(team, 1) == [LETTERS]),
    "block": ((*f"b{LETTERS}", "enter"), 1, lambda team: team.task(1).blocked == LETTERS),
    "hand over": ((*f">{LETTERS}", "enter"), 1, lambda team: (team.task(1).role, *commented(team, 1))),
    "set": ((*"s#xLuq !low", "enter"), 1, lambda team: team.task(1).tags == ["xLuq"]),
    "jump": (tuple("gg"), 1, lambda team: team.task(1).column == BACKLOG),
    "jump, left": (("g", "x"), 1, lambda team: team.task(1).archived_at is None),
    "jump to a number": ((*"gt7", "enter"), 7, lambda team: team.task(1).assignees == []),
    "lanes by": (tuple("oi"), 1, lambda team: team.task(1).column == BACKLOG),
    "lanes by, left": (("o", "x"), 1, lambda team: team.task(1).archived_at is None),
    "filters": (tuple("fq"), 5, lambda team: team.task(1).assignees == []),
    "keep a filter": (
        (*"/ca", "enter", *f"f+{LETTERS}", "enter"),
        2,
        lambda team: LETTERS in kept(team),
    ),
    "forget a filter": ((*"f-photos", "enter"), 1, lambda team: not kept(team)),
    "yes or no": ((*"gt5", "enter", *"Ly"), 5, lambda team: team.task(5).column == DOING),
    "yes or no, left": ((*"gt5", "enter", *"Lx"), 5, lambda team: team.task(5).archived_at is None),
}
"""Keys from the first card on, the card that the next key is for, and what is so in the team then."""


@ahead(*MODES)
@pytest.mark.parametrize("mode", MODES)
async def test_a_mode_in_one_packet(office: Office, mode: str) -> None:
    """Keys open it, act in it, and end it; m behind them takes the card under the cursor, and no other."""
    keys, then, seen = MODES[mode]
    ben = office.colleague("ben")
    ben.commit(filters.save(ben.team, "Photos", "@ben is:open col:ready", "ben", LATER, key="q"))
    ben.commit(setup.edit_column(ben.team, DOING, "ben", LATER, wip_limit=2))
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *keys, "m")
        await saved(pilot)
        team = pilot.app.team

        assert seen(team)
        assert isinstance(pilot.app.screen, BoardScreen)
        assert not pilot.app.screen.is_asking
        under = board(pilot).cursor_task or 0
        assert "ana" in team.task(under).assignees
        assert under == (then if then > 0 else 9)
        mine = {id for id, raw in team.tables["tasks"].items() if "ana" in raw.get("assignees", ())}
        assert mine == {4, 8, under}


@ahead("WhoDialog")
async def test_who_is_here_in_one_packet(office: Office) -> None:
    """W, scrolling, q, and L: the card moves once, and the app is still there."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "W", "j", "pagedown", "q", "L", "W")
        await until(pilot, on(pilot, WhoDialog))
        assert task(pilot, 1).column == READY
        await packet(pilot, *"Wm")
        await until(pilot, on(pilot, BoardScreen))

        assert task(pilot, 1).assignees == ["ana"]


async def test_dialogs_over_dialogs_in_one_packet(office: Office) -> None:
    """Palette, settings, help, card, its form, team settings, a form of theirs: each closed again, then m."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(1)
        await packet(
            pilot,
            *(*":settings of", "escape"),
            *(",", "right", "j", "q"),
            *(*"?/move", "enter", "q"),
            *("enter", "e", *" now", "f2", "?", "j", "q", *"cLook", "enter", "q"),
            *("T", "l", "e", *"s", "f2", "?", "q", "q"),
            *("X", "/", *"no", "enter", "escape", "q"),
            *("p", *"Lm"),
        )
        await until(
            pilot, lambda: on(pilot, BoardScreen)() and "ana" in task(pilot, 1).assignees, "the last key"
        )
        await saved(pilot)
        app = pilot.app
        assert isinstance(app, TagwerkApp)

        assert app.preferences.theme == "tagwerk-light"
        assert (task(pilot, 1).title, task(pilot, 1).column) == ("Order wrapping paper now", READY)
        assert commented(app.team, 1) == ["Look"]
        assert app.team.columns[0].name == "Backlogs"


async def test_others_changes_between_the_keys_change_nothing(office: Office) -> None:
    """Ben moves the card while a line is open on it: the packet behind is for the same card."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"cHal")
        ben = office.colleague("ben")
        ben.commit(moving.move(ben.team, 1, READY, "ben", LATER, role=PHOTO))
        look_now(pilot)
        await until(pilot, lambda: task(pilot, 1).column == READY, "Ben's move")
        await packet(pilot, "f", "enter", *"m")
        await saved(pilot)

        assert commented(pilot.app.team, 1) == ["Half"]
        assert task(pilot, 1).assignees == ["ana"]
