"""The bell, and notifications of the desktop: when, of what, and in which form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.change import Change
from store.models import Post
from store.repository import News
from store.rules import comments, moving, posts, replies, tasks
from store.team import Team
from tests import builders
from tests.builders import LATER, NOW
from tests.tui.conftest import Office, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of
from tui.alerts import Alerts
from tui.alerts.sequences import notification
from tui.preferences import Keeper, Preferences

ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"


@dataclass
class Desk:
    """A person before a terminal, and what was sent to it."""

    team: Team = field(default_factory=lambda: builders.team(Post(id=1, title="Tape", author="ana", at=NOW)))
    person: str = "ana"
    preferences: Preferences = field(default_factory=lambda: Preferences(bell=True))
    sent: list[str] = field(default_factory=list)
    time: float = 0.0
    clock: datetime = NOW

    def __post_init__(self) -> None:
        self.alerts = Alerts(self, self.sent.append, clock=lambda: self.time, environ={})

    def now(self) -> datetime:
        return self.clock

    def hears(self, *changes: Change) -> None:
        """Others did these; the app shows them."""
        heard = []
        for number, change in enumerate(changes, 100 + len(self.team.tables["comments"])):
            change = change.renumbered({(edit.table, -1): number for edit in change.edits if edit.id == -1})
            self.team = self.team.apply(change)
            heard.append(News(number, change.by, change.label, {}, frozenset(), change))
        self.alerts.hear(heard)


def mention(desk: Desk, by: str = "ben") -> Change:
    return comments.comment(desk.team, 6, "@ana", by, NOW)


def test_it_rings_once_a_minute_at_most() -> None:
    """What comes in the same minute is in the inbox all the same."""
    desk = Desk()
    for at in (0.0, 1.0, 59.0, 60.0, 61.0):
        desk.time = at
        desk.hears(mention(desk))

    assert desk.sent == [BEL, BEL]


def test_bell_and_notification_are_one_alert() -> None:
    """Both at once, and then nothing for a minute."""
    desk = Desk(preferences=Preferences(bell=True, notify="osc9"))
    desk.hears(mention(desk))
    desk.hears(mention(desk))

    told = "Tagwerk, Corner Shop: Ben Okafor: mentioned you on #6 “Retouch the catalogue”"
    assert desk.sent == [f"{BEL}{ESC}]9;{told}{BEL}"]


def test_quiet_hours_are_quiet_where_the_person_is() -> None:
    """By her own clock, over midnight too, and outside of her working hours; then it rings again."""
    desk = Desk(preferences=Preferences(bell=True, quiet="20:00-07:00"))
    # It is 10:30 in Berlin when it is 9:30 in UTC.
    for hours, rings in [(9.4, 1), (9.6, 1), (20.4, 1), (20.6, 2)]:
        desk.time, desk.clock = hours * 3600, NOW + timedelta(hours=hours)
        desk.hears(mention(desk))
        assert len(desk.sent) == rings
    desk.preferences = Preferences(bell=True, quiet="outside hours")
    sunday = NOW - timedelta(days=1)
    for clock, rings in [(sunday, 2), (NOW, 3)]:
        desk.time, desk.clock = desk.time + 100, clock
        desk.hears(mention(desk))
        assert len(desk.sent) == rings


def test_nothing_is_sent_unless_it_is_asked_for() -> None:
    """As everything is at first."""
    desk = Desk(preferences=Preferences())
    desk.hears(mention(desk))

    assert desk.sent == []


def test_it_tells_of_what_is_worth_it_only() -> None:
    """Mentions, cards, replies, incidents; neither other comments, nor hand-overs, nor one's own doings."""
    desk = Desk()
    quiet = [
        comments.comment(desk.team, 4, "Look.", "ben", NOW),
        comments.comment(desk.team, 4, "@ana", "ana", NOW),
        tasks.edit(desk.team, 1, "ben", NOW, assignees=["cem"]),
        moving.hand_over(desk.team, 6, builders.SHOP, "ben", NOW),
        posts.write(desk.team, "New shoes", "ben", NOW),
    ]
    for change in quiet:
        desk.hears(change)
    assert desk.sent == []
    loud = [
        tasks.edit(desk.team, 1, "ben", NOW, assignees=["ana"]),
        replies.reply(desk.team, 1, "In the van.", "ben", NOW),
        posts.write(desk.team, "Shop is down", "ben", NOW, kind="incident"),
        mention(desk),
    ]
    for minute, change in enumerate(loud, 1):
        desk.time = minute * 60.0
        desk.hears(change)
        assert len(desk.sent) == minute


def test_of_several_things_the_first_is_named_and_the_others_are_counted() -> None:
    """In the order of the inbox."""
    desk = Desk(preferences=Preferences(notify="osc777"))
    reply = replies.reply(desk.team, 1, "In the van.", "cem", NOW)
    desk.hears(reply, mention(desk))

    body = "Ben Okafor: mentioned you on #6 “Retouch the catalogue” (+1 more)"
    assert desk.sent == [f"{ESC}]777;notify;Tagwerk, Corner Shop;{body}{BEL}"]


@pytest.mark.parametrize(
    ("way", "sequence"),
    [
        ("osc9", f"{ESC}]9;Shop: Hello{BEL}"),
        ("osc777", f"{ESC}]777;notify;Shop;Hello{BEL}"),
        ("osc99", f"{ESC}]99;i=tagwerk:d=0;Shop{ST}{ESC}]99;i=tagwerk:d=1:p=body;Hello{ST}"),
        ("none", ""),
        ("osc1", ""),
    ],
)
def test_each_way_has_its_form(way: str, sequence: str) -> None:
    """Whole sequences, each with the end that its terminals know."""
    assert notification(way, "Shop", "Hello", {}) == sequence


def test_tmux_is_asked_to_pass_it_on() -> None:
    """Every escape in it is doubled."""
    wrapped = notification("osc99", "Shop", "Hello", {"TMUX": "/tmp/tmux-0/default,1,0"})

    inner = f"{ESC}]99;i=tagwerk:d=0;Shop{ST}{ESC}]99;i=tagwerk:d=1:p=body;Hello{ST}"
    assert wrapped == f"{ESC}Ptmux;{inner.replace(ESC, ESC * 2)}{ST}"
    assert notification("none", "Shop", "Hello", {"TMUX": "x"}) == ""


@pytest.mark.parametrize("way", ["osc9", "osc777", "osc99"])
@pytest.mark.parametrize(
    "text",
    [
        "a\x07b",
        "a\x1b\\b",
        "a\x1b]52;c;eA==\x07b",
        "a\x9cb\x9d0;title\x9c",
        "4;1;50",
        "a;b;c",
        "a\nb\r\tc\0",
        "\u202eabc\u2028",
        "x" * 5000,
        "日本" * 300,
        "\ud800",
    ],
)
def test_no_text_breaks_out_of_its_sequence(way: str, text: str) -> None:
    """Neither by control characters nor by semicolons, in title or body; and it is cut."""
    sequence = notification(way, text, text, {})
    form = {
        "osc9": r"\x1b\]9;(.*)\x07",
        "osc777": r"\x1b\]777;notify;(.*?);(.*)\x07",
        "osc99": r"\x1b\]99;i=tagwerk:d=0;(.*?)\x1b\\\x1b\]99;i=tagwerk:d=1:p=body;(.*)\x1b\\",
    }[way]
    found = re.fullmatch(form, sequence)

    assert found is not None
    for part in found.groups():
        assert not re.search(r"[\x00-\x1f\x7f-\x9f;]", part)
        assert len(part) <= 200
    assert sequence.encode("utf-8")


def test_a_terminal_without_unicode_gets_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it cannot show becomes a question mark."""
    monkeypatch.setattr("sys.__stdout__", open("/dev/null", "w", encoding="ascii"))  # noqa: PTH123, SIM115

    assert notification("osc9", "Shop", "“Ü”", {}) == f"{ESC}]9;Shop: ???{BEL}"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


def recorded(pilot: Pilot[None]) -> list[str]:
    """What the app sends to its terminal from now on."""
    sent: list[str] = []
    driver = pilot.app._driver
    assert driver is not None
    driver.write = sent.append  # type: ignore[method-assign]
    return sent


async def test_the_app_tells_of_it_as_it_arrives(shop: Office) -> None:
    """Once, between two frames, as the setting says."""
    keeper = Keeper()
    keeper.prefer(bell=True, notify="osc777")
    ben = shop.colleague("ben")
    async with shop.app(preferences=keeper) as pilot:
        sent = recorded(pilot)
        for _ in range(2):
            ben.commit(comments.comment(ben.team, 4, "@ana, look", "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: any("777" in text for text in sent), "the notification")

        [alert] = [text for text in sent if "777" in text]
        assert re.fullmatch(r"\x07\x1b\]777;notify;Tagwerk, Corner Shop;Ben Okafor: mentioned .*\x07", alert)


async def test_the_app_is_silent_by_default(shop: Office) -> None:
    """And for one's own doings always."""
    ben = shop.colleague("ben")
    async with shop.app() as pilot:
        sent = recorded(pilot)
        ben.commit(comments.comment(ben.team, 4, "@ana, look", "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: app_of(pilot).mentions.count() == 1)

        assert not [text for text in sent if BEL in text]
    assert replace(Preferences(), bell=True).notify == "none"
