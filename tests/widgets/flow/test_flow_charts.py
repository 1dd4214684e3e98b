"""Charts and lists of the flow of work, as text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from textual.content import Content

from store.change import Change, Edit
from store.flow.page import Page, page
from store.models import Task
from store.team import Team
from tests.builders import DOING, DONE, PHOTO, SHOP, task, team
from widgets.flow import charts, lists
from widgets.signs import ASCII, UNICODE

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def cards() -> list[Task]:
    """Twenty finished ones, one a day, that took one to five days; two in work; three that wait."""
    found = []
    for back in range(1, 21):
        end = NOW - timedelta(days=back)
        begun = end - timedelta(days=1 + back % 5)
        found.append(task(100 + back, "", DONE, SHOP, created_at=begun, started_at=begun, finished_at=end))
    for id, days in ((130, 9), (131, 2)):
        begun = NOW - timedelta(days=days)
        waits = "No paper" if id == 130 else ""
        times = {"created_at": begun, "started_at": begun}
        found.append(task(id, f"In work {id}", DOING, PHOTO, blocked=waits, **times))
    made = NOW - timedelta(days=12)
    return [*found, *(task(140 + at, "Waits", created_at=made) for at in range(3))]


def shop() -> Team:
    """The shop with these cards only."""
    known = team()
    rows = {one.id: one.raw() for one in cards()}
    return Team({**known.tables, "tasks": rows})


def blocked_once(snapshot: Team) -> Change:
    """The first card in work waits since three days, and went from the shop to the photographers."""
    edit = Edit("tasks", 130, {"blocked": "", "role": SHOP}, {"blocked": "No paper", "role": PHOTO})
    return Change((edit,), "blocked").signed("ana", NOW - timedelta(days=3))


def made(weeks: int = 6) -> Page:
    """The page of the last weeks."""
    return page(shop(), NOW, count=weeks, changes=[blocked_once(shop())])


def text(found: Iterable[Content]) -> list[str]:
    """The lines."""
    return [line.plain.rstrip() for line in found]


def test_throughput_is_drawn_as_columns_with_numbers() -> None:
    """What came stands below it, and whether more came than left."""
    lines = text(charts.throughput(made(), 60, 12, UNICODE))
    assert lines[0] == "Cards finished in each week; the last one is not over."
    assert lines[-2] == "Came: 0, 1, 6, 10, 7, 1"
    assert lines[-1] == "25 came, 20 were finished: 5 more came than left."
    assert any(" 7 " in line for line in lines)
    assert text(charts.throughput(made(156), 60, 12, UNICODE))[0].startswith("Cards finished in each 9 weeks")


def test_finished_cards_are_drawn_at_their_day_with_two_lines() -> None:
    """Half took three days or less, 85 of 100 five; every point is on the chart."""
    found = made()
    assert found.cycle is not None
    spots = charts.Spots.of(found.cycles, found.cycle)
    lines = text(charts.scatter(found, spots, 60, 12, UNICODE))
    assert lines[0].startswith("  5.0 d│───")
    assert any(line.startswith("  3.0 d│╌╌") for line in lines)
    assert sum(line.count("•") for line in lines[:-1]) == 20
    plain = text(charts.scatter(found, spots, 60, 12, ASCII))
    assert all(line.isascii() for line in plain)


def test_bands_of_the_cumulative_flow_have_signs_of_their_own() -> None:
    """What waits is above what is in work, that above what is finished; the legend counts them."""
    lines = text(charts.cumulative(made(), 60, 16, UNICODE))
    assert lines[-2] == "· waiting 3   ▒ in work 2   █ finished since then 20"
    last = [line[-1] for line in lines[:12] if len(line) == 60]
    assert last == sorted(last, key="·▒█".index)
    assert {"·", "▒", "█"} == set(last)
    assert all(line.isascii() for line in text(charts.cumulative(made(), 60, 16, ASCII)))
    assert charts.cumulative(made(), 20, 16, UNICODE) == []


def test_late_cards_in_work_are_marked() -> None:
    """Older than 85 of 100 finished ones were, with a sign; the oldest first."""
    lines = text(lists.aging(made(), made().cycle, {130}, shop(), 80, 10, UNICODE))
    assert lines[0].startswith("! #130 In work 130")
    assert lines[0].endswith("9.0 days")
    assert lines[1].startswith("  #131 In work 131")
    assert lines[2] == "! older than 85 of 100 finished cards were when they were done: 5.0 days"


def test_what_cards_wait_for_and_where_they_go_is_listed() -> None:
    """Reasons with their days; ways between roles with their cards."""
    history = made().history
    assert history is not None
    lines = text(lists.blocked(history, NOW, made(), 60, 12, UNICODE))
    assert lines[0].startswith("No paper (1 time)")
    assert lines[0].endswith("3.0 days")
    assert lines[-1] == "#130 since 22 Nov: No paper"
    ways = text(lists.handed(history, shop(), 60, 12, UNICODE))
    assert ways[0].startswith("Shop › Photography")
    assert ways[0].endswith("1 card")
    # Where only people took cards from each other, no role passed one on.
    people = replace(history, passed=(), changed_hands=2)
    assert text(lists.handed(people, shop(), 60, 12, UNICODE)) == [
        "2 times somebody took a card that another person had."
    ]


def test_a_forecast_names_what_it_rests_on() -> None:
    """Days by share of runs, and the assumptions; without a past it says that nobody can tell."""
    lines = text(lists.foretold(made().forecast, made(), 70, 20, UNICODE))
    assert lines[0].startswith("These 5 cards: 85 % of the runs were done by ")
    assert "It assumes that it goes" in " ".join(" ".join(lines).split())
    assert "nobody can tell yet" in " ".join(text(lists.foretold(None, made(), 70, 20, UNICODE)))
