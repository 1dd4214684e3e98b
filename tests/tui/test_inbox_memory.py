"""What the inbox knows of the past, and what it remembers as seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from store.inbox.happenings import happenings
from store.repository.reader import Lately
from store.rules import comments
from store.team import Team
from tests import builders
from tests.builders import LATER
from tests.tui.conftest import Office, packet, screen_text, until
from tests.tui.disks import Drive, look_now
from tests.tui.goals import app_of
from tests.tui.inbox import ALL, line, listed, of_shop, opened
from tests.tui.test_offline import at_work
from tui.delivery import Delivery
from tui.inbox import Inbox
from tui.mentions import Mentions, SeenForGood
from tui.preferences import Keeper
from tui.reading import Reading


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


async def test_what_came_before_it_was_opened_is_there_once(shop: Office) -> None:
    """The history and what arrived by itself tell the same."""
    async with shop.app() as pilot:
        ben = shop.colleague("ben2")
        ben.commit(comments.comment(ben.team, 4, "Once more.", "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: len(app_of(pilot).team.comments(4)) == 4)
        await opened(pilot)
        assert "4 comments on #4" in screen_text(pilot)


async def test_a_card_that_was_open_already_has_been_seen(shop: Office) -> None:
    """Also before the inbox is opened for the first time."""
    async with shop.app() as pilot:
        await packet(pilot, *"gt6", "enter", "enter", "q")
        await until(pilot, lambda: app_of(pilot).mentions.count() == 0)
        await opened(pilot)
        assert "tasks/6" not in listed(pilot)


async def test_who_looks_for_the_first_time_sees_three_days(tmp_path: Path) -> None:
    """And from then on everything, however long it stays unseen."""
    office = Office(tmp_path / "team", tmp_path / "local")
    ben = office.colleague("ben")
    ben.commit(comments.comment(ben.team, 4, "Old.", "ben", LATER - timedelta(days=4)))
    ben.commit(comments.comment(ben.team, 4, "New.", "ben", LATER - timedelta(days=2)))
    keeper = Keeper()
    async with office.app(preferences=keeper) as pilot:
        await opened(pilot)
        assert "commented on #4" in screen_text(pilot)
    assert keeper.preferences.looked == 1
    office.close()


async def test_a_history_that_cannot_be_read_is_told(shop: Office) -> None:
    """What is owed stands there all the same; the next time it is tried again."""
    drive = Drive()
    async with at_work(shop, drive) as pilot:
        await until(pilot, lambda: "live" in screen_text(pilot))
        drive.cut()
        await packet(pilot, "ctrl+n")
        await until(pilot, lambda: app_of(pilot).inbox.is_out_of_reach)
        assert "What others did cannot be read now." in line(pilot)
        assert listed(pilot) == [*ALL[:2], "tasks/6"], "what the header counts is known without it"
        drive.heal()
        await packet(pilot, "q")
        await opened(pilot)
        await until(pilot, lambda: listed(pilot) == ALL)


async def test_mentions_that_the_header_counts_are_all_there(tmp_path: Path) -> None:
    """However old they are."""
    old = builders.comment(1, 4, "@ana", mentions=["ana"])
    office = Office(tmp_path / "team", tmp_path / "local", old)
    async with office.app() as pilot:
        assert "@1" in screen_text(pilot).splitlines()[0]
        await opened(pilot)
        assert listed(pilot) == ["tasks/4"]
        await packet(pilot, "d", "q")
        await until(pilot, lambda: "@1" not in screen_text(pilot).splitlines()[0])
    office.close()


@dataclass
class Desk:
    """A person's part of the app, without a screen."""

    team: Team
    keeper: Keeper = field(default_factory=Keeper)
    person: str = "ana"
    today: date = date(2026, 11, 23)

    def __post_init__(self) -> None:
        self.reading = Reading(self.person, lambda _: None, self.now)
        self.mentions = Mentions(self.person, SeenForGood(self.keeper))
        self.deciding = Nothing()
        self.pulse = NothingAsked()

    def now(self) -> datetime:
        return LATER

    def saw(self, task: int) -> None:
        """Nobody else marks anything here."""


class Nothing:
    """No change waits for a decision."""

    waiting = ()


class NothingAsked:
    """The pulse has no question."""

    open_question = None


def test_what_the_snapshot_does_not_show_yet_is_not_taken_to_be_seen() -> None:
    """The history may have been read further than the app has come."""
    team = builders.team()
    change = comments.comment(team, 4, "Look.", "ben", LATER, id=-1).renumbered({("comments", -1): 1})
    lately = Lately(9, happenings(9, change))
    desk = Desk(team)
    inbox = Inbox(desk, desk.keeper, lambda after, since, then: then(lately), 8)
    inbox.look(lambda: None)
    assert (inbox.items(), desk.keeper.preferences.looked) == ([], 8)
    desk.team = team.apply(change)
    inbox.hear(Delivery(desk.team, change.touched(), number=9))

    assert [item.key for item in inbox.items() if item.is_new] == [("tasks", 4)]
    inbox.tick([("tasks", 4)])
    assert desk.keeper.preferences.looked == 9


def test_a_gap_in_what_is_told_is_read_again() -> None:
    """After a long sleep not every commit is told; what was told by itself counts once."""
    desk = Desk(builders.team())
    asked: list[int] = []

    def look_up(after: int, since: datetime, then: object) -> None:
        asked.append(after)
        assert callable(then)
        then(Lately(5, ()))

    inbox = Inbox(desk, desk.keeper, look_up, 5)
    inbox.look(lambda: None)
    inbox.look(lambda: None)
    assert asked == [0]
    inbox.hear(Delivery(desk.team, None, number=7))
    inbox.look(lambda: None)
    assert asked == [0, 5]
