"""A drive that fails, fills up or hangs: keys work on, nothing is lost, and the header says how it stands."""

from __future__ import annotations

import errno
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from store.repository import open_team
from store.repository.reader import HistoryReader
from store.rules import comments
from store.setup import create_team
from tests import builders
from tests.builders import BACKLOG, LATER, READY
from tests.tui.conftest import PATIENCE, Office, board, packet, saved, screen_text, task, toasts, until
from tests.tui.disks import Drive, look_now
from tui.app import TagwerkApp
from tui.screens.board import BoardScreen

AT_ONCE = 1.0
"""Seconds within which a key has to be answered, with room for a busy machine."""


@asynccontextmanager
async def at_work(office: Office, drive: Drive, person: str = "ana") -> AsyncIterator[Pilot[None]]:
    """The app on a drive that may be broken still when it is left."""
    repository = open_team(office.folder, local=office.local / person, login=person, disk=drive)
    history = HistoryReader(office.folder, drive)
    app = TagwerkApp(repository, person, history=history, now=lambda: LATER)
    try:
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            await pilot.pause()
            yield pilot
    finally:
        app._connection.stop(0.2)


def header(pilot: Pilot[None]) -> str:
    """The top line."""
    return screen_text(pilot).splitlines()[0]


@pytest.mark.parametrize(
    ("error", "reason"),
    [(errno.EIO, "does not answer"), (errno.ENOSPC, "is full"), (errno.EROFS, "cannot be written")],
)
async def test_a_broken_drive_is_told_and_everything_is_committed_after_it(
    office: Office, error: int, reason: str
) -> None:
    """The header says since when and how much waits, a toast says why; healed, all is committed once."""
    drive = Drive()
    async with at_work(office, drive) as pilot:
        board(pilot).select_task(1)
        await until(pilot, lambda: "live" in header(pilot))
        drive.cut(error)
        await pilot.press("L", "m")
        await until(pilot, lambda: "offline since" in header(pilot) and "2 waiting" in header(pilot), "it")
        assert any(reason in toast for toast in toasts(pilot))
        assert (task(pilot, 1).column, task(pilot, 1).assignees) == (READY, ["ana"])
        drive.heal()
        await packet(pilot, *"cBack", "enter")
        await saved(pilot)

        assert "live" in header(pilot)
    team = office.colleague()
    assert (team.team.task(1).column, team.team.task(1).assignees) == (READY, ["ana"])
    assert len(team._shared.history()) == 3


async def test_a_folder_that_can_only_be_read_still_shows_others_work(office: Office) -> None:
    """While nothing can be written, a colleague's changes go on appearing."""
    drive = Drive()
    async with at_work(office, drive) as pilot:
        board(pilot).select_task(1)
        drive.refuse_writing()
        await pilot.press("L")
        await until(pilot, lambda: "read only, 1 waiting" in header(pilot), "the header")
        ben = office.colleague("ben")
        ben.commit(comments.comment(ben.team, 2, "Rang him", "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: pilot.app.team.comments(2), "Ben's comment")

        assert task(pilot, 1).column == READY


async def test_a_drive_that_hangs_holds_up_no_key(office: Office) -> None:
    """On a dead mount cards are moved, added, opened and edited, each key at once."""
    drive = Drive()
    async with at_work(office, drive) as pilot:
        board(pilot).select_task(1)
        drive.hang()
        assert drive.hung.wait(PATIENCE)
        began = time.monotonic()
        await packet(pilot, "L", *"aTape", "enter", *"cTwo", "enter", "enter", *"a1", "enter", "q")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen) and not pilot.app._gate._held)
        await packet(pilot, "e", *" now", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen) and not pilot.app._gate._held)
        new = task(pilot, board(pilot).cursor_task or 0)

        assert time.monotonic() - began < 5 * AT_ONCE
        assert task(pilot, 1).column == READY
        assert (new.title, [item.text for item in new.checklist]) == ("Tape now", ["1"])
        drive.heal()
        await saved(pilot)
    assert office.colleague().team.task(9).title == "Tape now"


async def test_the_history_of_a_drive_that_hangs_is_still_loading(office: Office) -> None:
    """The card opens at once and says that its history is being looked up; leaving does not wait for it."""
    drive = Drive()
    async with at_work(office, drive) as pilot:
        board(pilot).select_task(1)
        drive.hang()
        await pilot.press("enter")
        await until(pilot, lambda: "Loading…" in screen_text(pilot), "the card")
        await pilot.press("q", "q")
        left = time.monotonic()

    assert time.monotonic() - left < 3 * AT_ONCE
    drive.heal()


async def test_leaving_while_the_drive_hangs_keeps_the_changes(office: Office) -> None:
    """Who leaves on a dead mount is back at the prompt within the limit; the next start commits all of it."""
    drive = Drive()
    async with at_work(office, drive) as pilot:
        board(pilot).select_task(1)
        drive.hang()
        assert drive.hung.wait(PATIENCE)
        await packet(pilot, "L", *"aTape", "enter", *"cTwo rolls", "enter", "q")
        left = time.monotonic()
    assert time.monotonic() - left < 3 * AT_ONCE
    assert office.colleague().team.task(1).column == BACKLOG
    kept = b"".join(path.read_bytes() for path in sorted(office.local.glob("ana/*/*/*.json")))
    assert [words for words in (b"column", b"Tape", b"Two rolls") if words not in kept] == []
    # The lock on an outbox goes with its process; in this one process only the drive's answer ends it.
    drive.heal()
    pilot.app._connection.stop()
    async with office.app() as again:
        await saved(again)

        assert task(again, 1).column == READY
        assert task(again, 9).title == "Tape"
        assert [c.text for c in again.app.team.comments(9)] == ["Two rolls"]


async def test_leaving_offline_keeps_the_changes(office: Office) -> None:
    """What was done while the folder did not answer is committed at the next start."""
    drive = Drive()
    async with at_work(office, drive) as pilot:
        board(pilot).select_task(1)
        drive.cut()
        await packet(pilot, "L", *"aTape", "enter", *"cTwo rolls", "enter", "q")
        app = pilot.app
    assert isinstance(app, TagwerkApp)
    assert not app.finish(), "run() tells the person that changes wait"
    assert office.colleague().team.task(1).column == BACKLOG
    async with office.app() as again:
        await saved(again)

        assert task(again, 1).column == READY
        assert task(again, 9).title == "Tape"
        assert [c.text for c in again.app.team.comments(9)] == ["Two rolls"]


async def test_a_replaced_folder_says_that_nothing_is_saved(office: Office) -> None:
    """The header says so, keys that change something are refused with the way out, looking still works."""
    drive = Drive()
    async with at_work(office, drive) as pilot:
        board(pilot).select_task(1)
        shutil.rmtree(office.folder)
        create_team(office.folder, builders.team().tables)
        await pilot.press("L")
        await until(pilot, lambda: "nothing is saved" in header(pilot), "the header")
        await pilot.press("j", "m")

        assert "Start Tagwerk again" in toasts(pilot)[-1]
        assert task(pilot, 2).assignees == []
    assert office.colleague().team.task(1).column == BACKLOG


async def test_a_machine_without_room_for_the_change_says_so(office: Office) -> None:
    """When not even this machine can keep a change, it is refused in a sentence and not shown as done."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        (outbox,) = (path for path in office.local.glob("ana/*/*") if path.is_dir())
        shutil.rmtree(outbox)
        await pilot.press("L")

        assert "could not keep" in toasts(pilot)[-1]
        assert task(pilot, 1).column == BACKLOG
        assert board(pilot).cursor_task == 1
        outbox.mkdir()
        await pilot.press("L")
        await saved(pilot)

    assert office.colleague().team.task(1).column == READY


async def test_the_toast_comes_once(office: Office) -> None:
    """While the drive stays away, the same sentence is not said again at every try."""
    drive = Drive()
    async with at_work(office, drive) as pilot:
        board(pilot).select_task(1)
        drive.cut()
        for key in "Lmb":
            await pilot.press(key)
        await packet(pilot, *"no paper", "enter")
        await until(pilot, lambda: "3 waiting" in header(pilot), "the header")

        assert len([toast for toast in toasts(pilot) if "does not answer" in toast]) == 1
        drive.heal()
