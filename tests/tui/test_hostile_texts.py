"""A team in which every text is meant to harm whoever reads it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.change import Change, Edit
from store.models import (
    Adjustment,
    Document,
    Fields,
    Goal,
    KeyResult,
    Kpi,
    Raw,
    Reading,
    Responsibility,
)
from store.setup import create_team
from store.team import Team
from tests import builders, news
from tests.tui.command_line import CommandLine
from tests.tui.conftest import Office, board, packet, screen_text, until

NASTY = "x[/] [@click=app.quit]q[/] \x1b]0;gone\x07\x1b[31m\x9b31m\u202e\u2028\x00 [red]y"
"""A tag that closes nothing, one that would run an action, escape sequences, and a text turned round."""
LITERAL = "[@click=app.quit]q[/]"
"""What has to be left of it, as text."""
_PEOPLES_TEXTS = {
    "settings": ("name",),
    "members": ("name", "initials"),
    "roles": ("name", "mission", "department"),
    "responsibilities": ("name", "details"),
    "columns": ("name", "policy"),
    "tasks": ("title", "description", "blocked"),
    "comments": ("text",),
    "filters": ("name",),
    "goals": ("title", "meaning", "metric", "unit", "needs", "why", "serves", "reason", "lesson"),
    "key_results": ("title", "metric", "unit"),
    "posts": ("title", "body", "outcome"),
    "kpis": ("name", "about", "unit", "source"),
    "readings": ("note", "source", "author"),
    "adjustments": ("title", "seen", "expected", "learned", "figure", "created_by"),
    "replies": ("text",),
}


def _spoiled(table: str, id: int, raw: Raw) -> Fields:
    texts = dict.fromkeys(_PEOPLES_TEXTS.get(table, ()), NASTY)
    # Names have to differ, and initials are short.
    names = {name: f"{id}{text}"[: 4 if name == "initials" else 300] for name, text in texts.items()}
    if table == "goals":
        names["owner"] = NASTY if id == 2 else "ana"
    lists: Fields = {"tags": [NASTY], "assignees": ["ana", NASTY]} if table == "tasks" else {}
    return {**raw, **names, **lists}


def spoiled_team() -> Team:
    """The builders' shop with everything that people wrote replaced, past every check."""
    tables = {
        table: {id: _spoiled(table, id, raw) for id, raw in documents.items()}
        for table, documents in builders.team(*_goals(), *_news(), *_duties(), *_figures()).tables.items()
    }
    steps = [{"id": "a", "text": NASTY, "done": False}]
    tables["tasks"][1] |= {"checklist": steps, "role": 1, "column": 1}
    tables["comments"] = {
        1: {"task": 1, "author": NASTY, "text": NASTY, "at": "2026-11-01T10:00:00Z", "mentions": ["ana"]}
    }
    words = {"author": NASTY, "at": "2026-11-20T10:00:00Z"}
    for id, value in enumerate((1.0, 2.0, 4.0), 1):
        day = f"2026-11-{id:02}"
        said = {"goal": 1, "day": day, "value": value, "note": NASTY, "blockers": NASTY, **words}
        tables.setdefault("check_ins", {})[id] = said
    tables["remarks"] = {1: {"goal": 1, "text": NASTY, "mentions": [NASTY], **words}}
    tables["goals"][1]["milestones"] = [{"id": NASTY, "text": NASTY, "day": "2026-11-30", "done": False}]
    tables["tasks"][1] |= {"goal": 1}
    return Team(tables)


def _goals() -> list[Goal | KeyResult]:
    """One that is on its way, a part of it of nobody, and one made of a key result."""
    way = {"state": "active", "start": "2026-11-01", "due": "2026-12-31", "baseline": 0, "target": 10}
    return [
        Goal.checked({"id": 1, "title": "x", "owner": "ana", **way}),
        Goal.checked({"id": 2, "title": "x", "parent": 1, **way}),
        Goal.checked({"id": 3, "title": "x", "owner": "ana", "source": "results", **way}),
        KeyResult.checked({"id": 1, "goal": 3, "title": "x", "baseline": 0, "target": 10}),
    ]


def _duties() -> list[Document]:
    """One that nobody answers for, and one of people who are not known."""
    return [
        Responsibility(id=1, name="x", role=1, responsible=["ana"]),
        Responsibility(id=2, name="x", role=1, accountable=[NASTY], responsible=[NASTY]),
    ]


def _figures() -> list[Document]:
    """A KPI off target of a department with such a name, its reading, and what is changed because of it."""
    day = builders.NOW.date()
    return [
        Kpi(id=1, name="x", target=5.0, department=NASTY, owner=NASTY),
        Reading(id=1, kpi=1, day=day, value=1.0, author="ana", at=builders.NOW),
        Adjustment(id=1, title="x", kpi=1, owner=NASTY, made_on=day, review_on=day),
    ]


def _news() -> list[Document]:
    """A post that Ana has to acknowledge, an incident, and one that is over, with words below them."""
    return [
        news.post(1, author="ben", acknowledge_by="2026-11-27", pinned_until="2026-12-24", mentions=["ana"]),
        news.post(2, author=NASTY, kind="incident"),
        news.post(3, kind="incident", closed_at=builders.NOW, closed_by=NASTY, people=["ana", NASTY]),
        news.reply(1, 1, NASTY, mentions=["ana"]),
        news.reaction(1, 1, NASTY, NASTY),
        news.acknowledgement(1, 1, NASTY),
        news.read_state(1, NASTY),
    ]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A folder of that team, with one change whose label and author are no better."""
    office = Office(tmp_path / "empty", tmp_path / "local")
    office.folder = tmp_path / "team"
    create_team(office.folder, spoiled_team().tables)
    edit = Edit("tasks", 1, {"priority": "normal"}, {"priority": "high"})
    change = Change((edit,), NASTY, NASTY, builders.LATER)
    office.colleague("ben").commit(change)
    yield office
    office.close()


def refuse_harm(text: str) -> None:
    """A screen or an output with nothing in it that a terminal or a reader could be misled by."""
    harmful = [character for character in text if character in "\x00\x07\x1b\x9b\u202e\u2028"]
    assert not harmful, f"{harmful} in {text!r}"


WAYS: dict[str, tuple[str, ...]] = {
    "the board": (),
    "roomy cards": ("v",),
    "by person": ("o", "p"),
    "by priority": ("o", "i"),
    "one lane": ("tab",),
    "a filter": ("/", "1"),
    "kept filters": ("f",),
    "going to a card": ("g", "t"),
    "cards in the palette": (":", "#", "1"),
    "blocking": ("b",),
    "handing over": (">", "n", "enter"),
    "moving": ("L",),
    "taking": ("m", "u"),
    "the team's tags": ("T", "tab", "tab", "tab", "tab"),
    "the goals": ("2",),
    "goals by risk": ("2", "s", "j"),
    "a goal": ("2", "enter"),
    "the end of a goal": ("2", "enter", "pagedown", "pagedown"),
    "a goal's parts": ("2", "end", "r"),
    "a goal's milestones": ("2", "r", "tab"),
    "a goal's cards": ("2", "l"),
    "a goal's form": ("2", "e"),
    "checking in": ("2", "end", "i"),
    "ending a goal": ("2", "d", "r"),
    "goals of nobody": ("2", "f", "o", "x"),
    "goals above the board": ("G",),
    "a card's goal": ("enter",),
    "lanes by goal": ("o", "g"),
    "a role": ("5", "]", "enter"),
    "the chart of the team": ("5", "]", "]", "]"),
    "KPIs": ("7",),
    "the chart of a KPI": ("7", "enter"),
    "adjustments": ("7", "[", "[", "enter"),
    "the overview of figures": ("7", "["),
    "findings": ("5", "]", "enter", "[", "[", "enter"),
}
"""What is opened, and the keys that do it."""


@pytest.mark.parametrize("keys", WAYS.values(), ids=WAYS.keys())
async def test_nothing_that_people_wrote_does_anything(office: Office, keys: tuple[str, ...]) -> None:
    """Every screen shows such texts as they are, without what a terminal would obey, and goes on."""
    async with office.app(size=(120, 40)) as pilot:
        board(pilot).select_task(1)
        for key in keys:
            await packet(pilot, key)
        for _ in range(3):
            await asyncio.sleep(0)
            await pilot.pause()
        refuse_harm(screen_text(pilot))
        assert pilot.app.is_running
        assert pilot.app._exception is None


async def test_the_history_of_a_card_is_harmless(office: Office) -> None:
    """Labels and authors of commits are shown like any text."""
    async with office.app(size=(120, 60)) as pilot:
        board(pilot).select_task(1)
        await pilot.press("enter")
        await until(pilot, lambda: "History" in screen_text(pilot) and LITERAL in screen_text(pilot))
        refuse_harm(screen_text(pilot))


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--json"),
        ("show", "1"),
        ("show", "1", "--json"),
        ("member", "list"),
        ("role",),
        ("column",),
        ("tag",),
        ("filter",),
        ("settings",),
        ("doctor",),
        ("goals",),
        ("goals", "--json"),
        ("goal", "show", "1"),
        ("goal", "show", "3", "--json"),
        ("brief",),
        ("brief", "--json"),
        ("findings",),
        ("findings", "--json"),
        ("log", "--changes"),
        ("as-of", "today"),
        ("backup", "now"),
    ],
    ids=" ".join,
)
def test_the_command_line_prints_nothing_harmful(
    office: Office, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """No verb writes what a terminal would obey."""
    ran = CommandLine(tmp_path)(*arguments)

    refuse_harm(ran.out + ran.err)
    assert ran.out
