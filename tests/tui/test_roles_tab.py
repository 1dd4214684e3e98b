"""The tab of roles, and the chart of the team."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from store.models import Responsibility, Role
from store.rules import setup
from tests.builders import LATER, MAIL, PHOTO, SHOP
from tests.tui.conftest import Office, board, packet, saved, screen_text, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of
from tests.tui.marks import presses
from tests.tui.team import RETURNS, line, listing, of_shop, on_tab, people_screen, rows, the_duty
from tui.dialogs.form import FormDialog
from tui.keys import CHART, ROLES, Command
from tui.screens.board import BoardScreen
from tui.team.chart import ChartCommands
from tui.team.role_commands import GROUPS


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


@pytest.mark.parametrize("command", [*ROLES, *CHART], ids=lambda c: c.name)
def test_every_command_of_the_key_tables_can_be_done(command: Command) -> None:
    """Some group has a method for each command."""
    assert any(callable(getattr(group, f"do_{command.name}", None)) for group in (*GROUPS, ChartCommands))


@presses(
    "roles.down",
    "roles.up",
    "roles.first",
    "roles.last",
    "roles.page_down",
    "roles.page_up",
    "roles.open",
    "roles.filter",
    "roles.clear",
    "roles.go",
)
async def test_one_reads_what_each_role_is_there_for(shop: Office) -> None:
    """Lead, deputy, people, cards, responsibilities and findings on a line; all of one below."""
    async with shop.app(size=(100, 30)) as pilot:
        await on_tab(pilot, "Roles")
        assert rows(pilot) == [
            "● Shop | Ana Lima | Cem Demir | 2 | 1 | 4 | 3 | Sales",
            "▲ Photography | Ben Okafor |  | 2 | 1 | 1 |  | ",
            "◆ Newsletter | Cem Demir | Ana Lima | 2 | 1 | 3 | 1 | Sales",
            "★ Returns |  | Ana Lima | 1 |  | 2 |  | ",
        ]
        assert people_screen(pilot).tab.note() == "10 findings"
        assert "Parcels leave on the day" in screen_text(pilot)
        assert line(pilot) == "Shop answers for 3 things"
        await packet(pilot, "end", "home", "j", "j", "k")
        assert listing(pilot).key == PHOTO
        assert "answers to Shop" in screen_text(pilot)
        await packet(pilot, "enter")
        assert "Deputy" not in screen_text(pilot)
        await packet(pilot, "pagedown", "pageup", "escape", "/", *"sales", "enter")
        assert len(rows(pilot)) == 2
        assert line(pilot).endswith("only with “sales”")
        await packet(pilot, "escape", "end", "k", "g")
        assert isinstance(pilot.app.screen, BoardScreen)
        assert board(pilot).cursor_task == 7
        assert "Call the carrier" not in screen_text(pilot)


@presses("roles.add", "roles.edit", "roles.answer", "roles.lead", "roles.deputy", "roles.undo", "roles.redo")
async def test_roles_are_changed_where_they_are_read(shop: Office) -> None:
    """A new one has the cursor; people are chosen by a part of their names."""
    other = shop.colleague("ben")
    async with shop.app(size=(100, 40)) as pilot:
        await on_tab(pilot, "Roles")
        await packet(pilot, "a", *"Gift wrapping", "f2")
        await saved(pilot)
        assert rows(pilot)[listing(pilot).at].endswith("Gift wrapping |  |  |  |  | 1 |  | ")
        await packet(pilot, "l", *"dora", "enter", "d", *"eli", "enter")
        assert "Dora | Eli | 2" in rows(pilot)[listing(pilot).at]
        await packet(pilot, "r", *"Ribbons are there", "tab", *"dora", "f2")
        await saved(pilot)
        assert (the_duty(pilot, 5).name, the_duty(pilot, 5).accountable) == ("Ribbons are there", ["dora"])
        assert "Ribbons are there" in screen_text(pilot)
        await packet(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
        assert pilot.app.screen.query_one("#name", Input).value == "Gift wrapping"
        pilot.app.screen.query_one("#mission", TextArea).text = "Parcels are presents."
        await packet(pilot, "f2")
        await until(pilot, lambda: "Parcels are presents." in screen_text(pilot))
        await packet(pilot, "u", "u")
        assert app_of(pilot).team.find(Responsibility, 5) is None
        await packet(pilot, "ctrl+r")
        assert the_duty(pilot, 5).name == "Ribbons are there"
        await saved(pilot)
    other.refresh()
    assert any(role.name == "Gift wrapping" and role.deputy == "eli" for role in other.team.all(Role))


@presses(
    "chart.down",
    "chart.up",
    "chart.first",
    "chart.last",
    "chart.page_down",
    "chart.page_up",
    "chart.outward",
    "chart.open",
    "chart.fold",
    "chart.fold_all",
)
async def test_the_chart_shows_who_answers_to_whom(shop: Office) -> None:
    """As a tree of departments, roles and people, that can be folded; enter goes there."""
    other = shop.colleague("ben")
    async with shop.app() as pilot:
        await on_tab(pilot, "Chart")
        assert [row.split(" | ")[0] for row in rows(pilot)] == [
            "Sales",
            "├─ Shop",
            "│  ├─ Ana Lima",
            "│  ├─ Cem Demir",
            "│  └─ Photography",
            "│     ├─ Ben Okafor",
            "│     └─ Dora",
            "└─ Newsletter",
            "   ├─ Cem Demir",
            "   └─ Ana Lima",
            "Returns",
            "└─ Ana Lima",
        ]
        assert rows(pilot)[3].endswith("deputy, 50 %")
        # A person's role is folded where she is, and the cursor goes to it.
        await packet(pilot, "j", "j", "z")
        assert rows(pilot)[1] == "├─ ▸ Shop | 2 people, 4 people in it"
        assert listing(pilot).key == f"role {SHOP}"
        await packet(pilot, "Z")
        assert [row.split(" | ")[0] for row in rows(pilot)] == ["▸ Sales", "▸ Returns"]
        await packet(pilot, "Z", "end", "up", "h", "home", "pagedown", "pageup", "end")
        assert listing(pilot).at == 11
        other.commit(setup.edit_role(other.team, RETURNS, "ana", LATER, above=MAIL))
        look_now(pilot)
        await until(pilot, lambda: rows(pilot)[-1].startswith("      └─ Ana Lima"))
        await packet(pilot, "h", "enter")
        assert people_screen(pilot).tab.TITLE == "Roles"
        assert listing(pilot).key == RETURNS
        await on_tab(pilot, "Chart")
        await packet(pilot, "home", "enter")
        assert rows(pilot)[0].startswith("▸ Sales")
        await packet(pilot, "enter", "j", "j", "enter")
        assert people_screen(pilot).tab.TITLE == "People"
        assert listing(pilot).key == "ana"
