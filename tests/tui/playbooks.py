"""The Team screen's tab of playbooks in a real app."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from store.models import Document
from tests.tui.conftest import Office, packet
from tui.screens.people import PeopleScreen
from tui.team.playbooks import PlaybooksTab


@asynccontextmanager
async def tab(
    folder: Path, *documents: Document, person: str = "ana", size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    """The tab, with more than the builders' shop has."""
    office = Office(folder / "team", folder / "local", *documents)
    async with office.app(person, size) as pilot:
        await packet(pilot, "5")
        screen = pilot.app.screen
        assert isinstance(screen, PeopleScreen)
        screen.look_at(PlaybooksTab.TITLE)
        await packet(pilot)
        yield pilot
    office.close()
