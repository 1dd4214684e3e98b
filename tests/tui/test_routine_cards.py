"""Cards that come again are made by whoever has the app open first."""

from __future__ import annotations

from datetime import timedelta

from store.models import Task
from store.repository import Repository, open_team
from store.rules import routines
from store.team import Team
from tests.builders import LATER, NOW
from tests.tui.conftest import Office, packet, screen_text, until
from tests.tui.disks import Drive, look_now
from tests.tui.goals import app_of
from tui.app import TagwerkApp


def titles(team: Team) -> list[str]:
    """What was made after the builders' eight cards, with real numbers only."""
    return sorted(task.title for task in team.all(Task) if task.id > 8)


def agreed(other: Repository, title: str) -> None:
    """Somebody else agrees on a card for every day."""
    other.commit(routines.add(other.team, title, "daily", "ana", NOW))


async def test_two_who_open_at_once_have_one_card(office: Office) -> None:
    """It comes by itself behind the first frame, is nobody's step to take back, and no clash for anybody."""
    other = office.colleague()
    agreed(other, "Cash up")
    async with office.app("ana") as ana, office.app("ben") as ben:
        for pilot in (ana, ben):
            await until(pilot, lambda pilot=pilot: titles(app_of(pilot).team) == ["Cash up"])
            assert not app_of(pilot).deciding.waiting
        await packet(ana, "u")
        assert "There is nothing to undo" in screen_text(ana)
        agreed(other, "Water the plants")
        for pilot in (ana, ben):
            look_now(pilot)
            await until(
                pilot, lambda pilot=pilot: titles(app_of(pilot).team) == ["Cash up", "Water the plants"]
            )
    other.refresh()
    assert titles(other.team) == ["Cash up", "Water the plants"]


async def test_at_midnight_the_next_card_comes(office: Office) -> None:
    """For an app that stays open."""
    other = office.colleague()
    agreed(other, "Cash up")
    clock = [LATER]
    repository = open_team(office.folder, local=office.local / "ana", login="ana")
    app = TagwerkApp(repository, "ana", now=lambda: clock[0])
    async with app.run_test() as pilot:
        await until(pilot, lambda: titles(app.team) == ["Cash up"])
        app._routines.day_may_have_changed()
        clock[0] += timedelta(1)
        app._routines.day_may_have_changed()
        await until(pilot, lambda: titles(app.team) == ["Cash up", "Cash up"])
    assert app.finish()


async def test_offline_nothing_is_made(office: Office) -> None:
    """What is due is made as soon as the folder answers; who only reads makes nothing."""
    drive, other = Drive(), office.colleague()
    async with office.app(disk=drive) as pilot:
        app = app_of(pilot)
        await until(pilot, lambda: app._routines._day)
        drive.cut()
        look_now(pilot)
        await until(pilot, lambda: app.status.offline_since)
        agreed(other, "Cash up")
        app._routines.look()
        drive.heal()
        look_now(pilot)
        await until(pilot, lambda: titles(app.team) == ["Cash up"])
    agreed(other, "Water the plants")
    async with office.app("zoe") as pilot:
        await until(pilot, lambda: app_of(pilot)._routines._day)
        assert titles(app_of(pilot).team) == ["Cash up"]
