"""Names that would be markup, actions or escape sequences, on every screen and in every dialog."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.setup import create_team
from tests import builders
from tests.tui.conftest import Office, packet, screen_text, until
from tests.tui.settings import is_free
from tui.dialogs.team_settings import TeamSettingsDialog
from tui.settings.sections import SECTIONS

NASTY = ("x[/ [red]y $x %s {}", "[@click=app.quit]x[/] a\x1b[31mb\u202ec\x9b [link=https://x]y")
_NAMES = {
    "columns": ("name", "policy"),
    "roles": ("name", "mission", "colour"),
    "members": ("name", "initials", "time_zone"),
    "tags": ("name", "description", "colour"),
    "filters": ("name", "query"),
    "settings": ("name",),
    "tasks": ("title", "description", "blocked", "created_by"),
    "comments": ("text", "author"),
}
"""Fields in which people's words stand, by table."""
_OVER_THE_BOARD = (
    "enter", "e", "?", "p", "X", ",", "W", ":", "c", "s", ">", "a", "/", "f", "g", "o", "T"
)  # fmt: skip
"""Keys that open something over the board, each closed again with esc."""


@pytest.fixture(params=NASTY, ids=range(len(NASTY)))
def nasty(request: pytest.FixtureRequest) -> str:
    """A name that somebody may have given to anything."""
    return str(request.param)


@pytest.fixture
def office(tmp_path: Path, nasty: str) -> Office:
    """A team in which everything is called that, written by a program that checks nothing."""
    office = Office.__new__(Office)
    office.folder, office.local, office._open = tmp_path / "team", tmp_path / "local", []
    tables: dict[str, dict[int, Any]] = {t: dict(d) for t, d in builders.team().tables.items()}
    tables["tags"] = {1: {"name": "spring"}}
    tables["filters"] = {1: {"name": "Mine", "query": "@me", "key": "m"}}
    tables["comments"] = {1: {"task": 1, "text": "x", "author": "ben", "at": builders.NOW.isoformat()}}
    for table, fields in _NAMES.items():
        for id, raw in tables[table].items():
            tables[table][id] = {**raw, **dict.fromkeys(fields, nasty)}
    for id, raw in tables["tasks"].items():
        lists = {"tags": [nasty], "assignees": ["ana", nasty], "links": [nasty]}
        items = [{"id": "a", "text": nasty, "done": False}]
        tables["tasks"][id] = {**raw, **lists, "checklist": items}
    create_team(office.folder, tables)
    return office


def looked_at(pilot: Pilot[None], nasty: str) -> str:
    """The screen, on which nothing that anybody wrote may be obeyed."""
    text = screen_text(pilot)
    obeyed = [line for line in text.splitlines() if {"\x1b", "\x9b", "\u202e"} & set(line)]
    assert not obeyed
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            assert segment.style is None or not segment.style.link
            assert segment.style is None or "app.quit" not in str(segment.style.meta)
    return text


async def back_on_the_board(pilot: Pilot[None]) -> None:
    for _ in range(4):
        await until(pilot, lambda: is_free(pilot))
        board = pilot.app.screen_stack[0]
        if pilot.app.screen is board and not board.is_asking:
            return
        await pilot.press("escape")
    await until(pilot, lambda: len(pilot.app.screen_stack) == 1)


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=["wide", "narrow"])
async def test_nothing_over_the_board_obeys_a_name(office: Office, nasty: str, size: tuple[int, int]) -> None:
    """Every line and dialog that a key opens shows it letter by letter, and goes away again."""
    async with office.app(size=size) as pilot:
        looked_at(pilot, nasty)
        for key in _OVER_THE_BOARD:
            await pilot.press(key)
            await until(pilot, lambda: is_free(pilot))
            looked_at(pilot, nasty)
            await back_on_the_board(pilot)


async def test_no_section_of_the_settings_obeys_a_name(office: Office, nasty: str) -> None:
    """Rows and the forms behind them show it letter by letter."""
    async with office.app(size=(120, 40)) as pilot:
        await pilot.press("T")
        await until(pilot, lambda: isinstance(pilot.app.screen, TeamSettingsDialog) and is_free(pilot))
        for _ in SECTIONS:
            looked_at(pilot, nasty)
            for key in ("e", "a"):
                await pilot.press(key)
                await until(pilot, lambda: is_free(pilot))
                looked_at(pilot, nasty)
                if not isinstance(pilot.app.screen, TeamSettingsDialog):
                    await pilot.press("escape")
                    await until(pilot, lambda: isinstance(pilot.app.screen, TeamSettingsDialog))
            await pilot.press("l")
        await pilot.press("h", "h", "m")
        looked_at(pilot, nasty)


async def test_the_palette_finds_a_name_as_it_is_written(office: Office, nasty: str) -> None:
    """Typed in one packet, it shows cards, people, roles and filters of that name."""
    async with office.app(size=(120, 40)) as pilot:
        await packet(pilot, ":", *(letter for letter in nasty if letter.isprintable()))
        await until(pilot, lambda: is_free(pilot))
        looked_at(pilot, nasty)
