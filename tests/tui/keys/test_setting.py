"""Changing cards with one line, and lines that come back when a question is answered with no."""

from __future__ import annotations

from datetime import date

import pytest

from store.rules import setup
from tests import builders
from tests.builders import DOING, MAIL, NOW, PHOTO, READY
from tests.tui.conftest import Office, board, packet, said, saved, screen_text, task, toasts
from tests.tui.keys.test_adding import is_asking, written
from tests.tui.marks import presses
from tests.tui.test_jumps import put


@presses("board.change")
async def test_one_line_changes_a_card(office: Office) -> None:
    """People, priority, tags, day, role and column: as they are named, in one step that u takes back."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(5)
        await packet(pilot, *"s@ana -@ben !urgent #spring due:1.12. ~Newsletter in:Backlog", "enter")
        card = task(pilot, 5)
        assert (card.assignees, card.priority, card.tags) == (["ana"], "urgent", ["spring"])
        assert (card.due, card.role, card.column) == (date(2026, 12, 1), MAIL, builders.BACKLOG)
        assert card.title == "Photograph the spring range"
        assert said(pilot) == "Changed #5."
        await packet(pilot, *"s-#spring @nobody", "enter", "u", "u")
        await saved(pilot)

        card = task(pilot, 5)
        assert (card.assignees, card.tags, card.role, card.column) == (["ben"], [], PHOTO, READY)


async def test_what_is_understood_stands_below_the_line(office: Office) -> None:
    """Before enter: whom and what it changes."""
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(5)
        await packet(pilot, *"s-@ben !low")
        line, below = screen_text(pilot).splitlines()[-2:]

        assert line.strip().startswith("Change #5: -@ben !low")
        assert "without Ben Okafor · low" in below


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("urgent !low", "“urgent” says no change; write like @ana"),
        ("@zoe", "Nobody in the team is called “zoe”"),
        ("!soon", "“!soon” is not a priority"),
    ],
)
async def test_what_is_not_understood_can_be_mended(office: Office, line: str, sentence: str) -> None:
    """The sentence says what is wrong, and the line is still there."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "s", *line, "enter")
        assert toasts(pilot)[-1].startswith(sentence)
        assert written(pilot) == line
        await packet(pilot, "ctrl+u", *"!low", "enter")

        assert task(pilot, 1).priority == "low"


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ((*"s!low in:Doing", "enter"), "!low in:Doing"),
        ((*">with regards", "enter"), "with regards"),
    ],
)
async def test_no_gives_the_line_back(office: Office, keys: tuple[str, ...], line: str) -> None:
    """Where a limit is in the way, n leads back to what was written; enter and y do it all the same."""
    ben = office.colleague("ben")

    put(office, builders.task(-1, "Third", DOING, MAIL))
    ben.refresh()
    ben.commit(setup.edit_role(ben.team, MAIL, "ben", NOW, wip_limit=1))
    async with office.app(size=(120, 30)) as pilot:
        board(pilot).select_task(6 if keys[0] == ">" else 1)
        await packet(pilot, *keys)
        assert said(pilot).endswith("go over it? y/n")
        await packet(pilot, *"n")
        assert written(pilot) == line
        assert (task(pilot, 1).priority, task(pilot, 6).role) == ("normal", PHOTO)
        await packet(pilot, "enter", *"y")
        await saved(pilot)

        assert (task(pilot, 1).column == DOING) == (keys[0] == "s")
        assert (task(pilot, 6).role == MAIL) == (keys[0] == ">")
        assert not is_asking(pilot)
