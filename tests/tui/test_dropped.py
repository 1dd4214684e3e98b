"""Open apps read what is dropped into the watched folder, and say so."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.dropped.place import make_inbox
from store.log.disk import Disk
from store.models import Reading
from store.repository import open_team
from store.repository.reader import HistoryReader
from tests import builders
from tests.store.exchange.readings.shop import kpis
from tests.tui.conftest import Office, packet, said, toasts, until
from tests.tui.goals import app_of
from tests.tui.inbox import line, opened, under_cursor
from tui.app import TagwerkApp
from tui.dropped import Dropped


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "team", tmp_path / "local", *kpis())
    yield office
    office.close()


@asynccontextmanager
async def app(office: Office, person: str) -> AsyncIterator[Pilot[None]]:
    """The app, which looks two hundred times as often."""
    repository = open_team(office.folder, local=office.local / person, login=person)
    dropped = Dropped(office.folder, speed=200)
    history = HistoryReader(office.folder)
    app = TagwerkApp(repository, person, history=history, now=lambda: builders.LATER, dropped=dropped)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        yield pilot
    assert app.finish()


def readings(pilot: Pilot[None]) -> int:
    return len(app_of(pilot).team.tables.get("readings", {}))


async def test_two_open_apps_read_a_file_once_and_leads_hear_what_cannot_be_read(office: Office) -> None:
    """One says what it read; who leads a role is told of a problem, also in the inbox, until it is mended."""
    async with app(office, "ana") as ana, app(office, "cem") as cem:
        # The folder is made while they are open.
        inbox = make_inbox(office.folder, Disk())
        (inbox / "shop.csv").write_text("Datum;Bestellungen\n16.11.2026;40\n17.11.2026;38\n")
        await until(ana, lambda: readings(ana) == 2 and readings(cem) == 2, "reading the file")
        await until(ana, lambda: (inbox / "read" / "shop.csv").exists(), "moving it")
        sentence = "Read 2 readings from “shop.csv”."
        await until(ana, lambda: sentence in said(ana) + said(cem), "saying so")
        assert toasts(ana) + toasts(cem) == []
        assert app_of(ana).status.waiting == app_of(cem).status.waiting == 0

        (inbox / "odd.csv").write_text("Datum;Klicks\n16.11.2026;7\n")
        await until(ana, lambda: "“odd.csv” in the inbox folder cannot be read" in str(toasts(ana)))
        assert "odd.csv" not in str(toasts(cem))
        await opened(ana)
        await until(ana, lambda: under_cursor(ana) == "files/odd.csv/owed")
        await packet(ana, "enter")
        await until(ana, lambda: "Mend “odd.csv”" in str(toasts(ana)) + line(ana))
        (inbox / "odd.csv").write_text("Datum;Bestellungen\n18.11.2026;7\n")
        await until(ana, lambda: readings(ana) == 3, "reading it once it is mended")
        await until(ana, lambda: not app_of(ana).inbox.items(), "leaving the inbox")

    again = office.colleague("ben")
    assert [one.value for one in again.team.all(Reading)] == [40, 38, 7]
    assert sorted(path.name for path in inbox.iterdir()) == ["read"]
