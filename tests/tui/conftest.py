"""A team's folder on disk, and the app on it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual._compositor import visible_screen_stack
from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from store.log.disk import Disk
from store.log.layout import Layout, data_folder
from store.models import Document, Task
from store.presence import Presence
from store.repository import Repository, open_team
from store.repository.reader import HistoryReader
from store.setup import create_team
from tests import builders
from tests.parsed_css import parse_once
from tui.app import TagwerkApp
from tui.preferences import Keeper
from widgets.board import BoardView
from widgets.prompt import Prompt

parse_once()

PATIENCE = 30.0
"""Seconds after which something that has to happen is taken not to happen."""


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "LINES", "NO_COLOR", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")


class Office:
    """A folder with a team, and the people who work in it."""

    def __init__(self, folder: Path, local: Path, *documents: Document) -> None:
        self.folder = folder
        self.local = local
        self._open: list[Repository] = []
        create_team(folder, builders.team(*documents).tables)

    def colleague(self, name: str = "other") -> Repository:
        """Another program on the same folder."""
        repository = open_team(self.folder, local=self.local / name, login=name)
        self._open.append(repository)
        return repository

    def presence(self, repository: Repository, person: str, disk: Disk | None = None) -> Presence:
        """How a program of this person tells the others that it runs; its time runs twenty times as fast."""
        layout = Layout(data_folder(self.folder), repository.epoch)
        return Presence(
            layout,
            repository.client,
            person,
            disk,
            clock=lambda: time.monotonic() * 20,
            now=lambda: builders.LATER,
        )

    @asynccontextmanager
    async def app(
        self,
        person: str = "ana",
        size: tuple[int, int] = (80, 24),
        disk: Disk | None = None,
        preferences: Keeper | None = None,
    ) -> AsyncIterator[Pilot[None]]:
        """The app, as a person has it open."""
        repository = open_team(self.folder, local=self.local / person, login=person, disk=disk)
        app = TagwerkApp(
            repository,
            person,
            history=HistoryReader(self.folder),
            preferences=preferences,
            presence=self.presence(repository, person, disk),
            now=lambda: builders.LATER,
        )
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            yield pilot
        assert app.finish(), "the folder's thread did not end"

    def close(self) -> None:
        for repository in self._open:
            repository.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


async def until(pilot: Pilot[None], condition: Callable[[], object], what: str = "it") -> None:
    """Wait for something that another thread or program has to do."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"{what} did not happen within {PATIENCE} s"
        await pilot.pause(0.01)
    await pilot.pause()


async def packet(pilot: Pilot[None], *keys: str) -> None:
    """Type keys so quickly that they all arrive before the first one is handled."""
    app = pilot.app
    for key in keys:
        name = key if len(key) > 1 else _name(key)
        character = key if len(key) == 1 else key_to_character(key)
        app.post_message(Key(name, character))
    for _ in range(5):
        await asyncio.sleep(0)
        await pilot.pause()


def _name(character: str) -> str:
    return _character_to_key(character)


def screen_text(pilot: Pilot[None]) -> str:
    """What is on the screen, line by line."""
    app = pilot.app
    width, height = app.size
    # What a dialog leaves visible of the screen below it; untold, it draws nothing there and keeps that.
    visible_screen_stack.set(app._background_screens)
    strips = app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip) for strip in strips]
    return "\n".join(line[:width].rstrip() for line in lines[:height])


def said(pilot: Pilot[None]) -> str:
    """What the board's line says."""
    return pilot.app.screen_stack[0].query_one(Prompt).status.strip()


def toasts(pilot: Pilot[None]) -> list[str]:
    """The sentences that pop up."""
    return [str(n.message) for n in pilot.app._notifications]


def board(pilot: Pilot[None]) -> BoardView:
    """The board."""
    return pilot.app.screen_stack[0].query_one(BoardView)


def task(pilot: Pilot[None], number: int) -> Task:
    """A card as the app shows it."""
    app = pilot.app
    assert isinstance(app, TagwerkApp)
    return app.team.task(number)


async def saved(pilot: Pilot[None]) -> None:
    """Wait until everything that was done is in the folder."""
    app = pilot.app
    assert isinstance(app, TagwerkApp)
    await until(pilot, lambda: app.status.waiting == 0 and not app._desk.waiting, "saving")
