"""The tab of findings: what is wrong, and one key that starts to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.findings import FindingKind, findings
from store.models import LearningItem, LearningState, Role, Settings, Skill, Target
from tests.builders import DOING, NOW, PHOTO, SHOP, task
from tests.store.findings.office import TODAY, able, absence, duty
from tests.tui.conftest import Office, board, packet, saved, screen_text, toasts, until
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tests.tui.team import (
    RETURNS,
    documents,
    line,
    listing,
    of_shop,
    on_tab,
    people_screen,
    rows,
    the_duty,
    told,
)
from tui.dialogs.choosing import ChoosingDialog
from tui.dialogs.written import WrittenDialog
from tui.keys import FINDINGS, Command
from tui.team.finding_bench import KINDS
from tui.team.finding_commands import GROUPS
from tui.team.seeking import Seeker
from widgets.choice_list import ChoiceList


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


@pytest.mark.parametrize("command", FINDINGS, ids=lambda c: c.name)
def test_every_command_of_the_key_table_can_be_done(command: Command) -> None:
    """Some group has a method for each command."""
    assert any(callable(getattr(group, f"do_{command.name}", None)) for group in GROUPS)


def test_every_kind_has_a_key_of_its_own() -> None:
    """And words."""
    assert {*KINDS} == {*FindingKind}
    assert len({key for key, _ in KINDS.values()}) == len(KINDS)


@ahead("ChoosingDialog")
@presses("findings.mend", "findings.undo", "findings.redo")
async def test_one_key_starts_what_mends_a_finding(shop: Office) -> None:
    """It is gone then, and the cursor is on the next one; each needs a choice and no more."""
    other = shop.colleague("ben")
    async with shop.app(size=(110, 30)) as pilot:
        await on_tab(pilot, "Findings")
        before = told(pilot)
        assert people_screen(pilot).tab.note() == "10 findings"
        assert line(pilot) == "enter: choose who answers · 3 gaps, 3 risks, 4 hints"
        assert [row.split(" | ")[1] for row in rows(pilot)] == before
        # The lead of the role stands first, as somebody else does the work; all in one packet.
        await packet(pilot, "enter", "enter", "enter", *"ben o", "enter")
        assert the_duty(pilot, 1).accountable == ["ana"]
        assert the_duty(pilot, 2).responsible == ["ben"]
        assert line(pilot) == "Ben Okafor does the work of “Prices” now; u takes it back."
        assert told(pilot) == before[2:]
        assert listing(pilot).at == 0
        assert "Cem Demir is away from Wed 25 Nov" in rows(pilot)[0]
        # Who is away in that time stands last.
        await packet(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChoosingDialog))
        choices = pilot.app.screen.query_one(ChoiceList)._lines
        assert choices[0].label == "Ana Lima"
        assert (choices[-1].label, choices[-1].detail[:20]) == ("Ben Okafor", "away in that time, P")
        await packet(pilot, *"eli", "enter")
        assert told(pilot) == before[3:]
        # A lead for the returns, one who answers, somebody for the newsletter.
        await packet(pilot, "enter", *"dora", "enter")
        await packet(pilot, "enter", *"cem", "enter")
        assert the_duty(pilot, 3).accountable == ["cem"]
        await packet(pilot, "enter", "enter")
        assert told(pilot) == before[6:8] + before[9:]
        # A deputy, a second one for the letters, a role for Eli.
        await packet(pilot, "enter", *"dora", "enter", "enter", *"ana", "enter")
        assert the_duty(pilot, 4).responsible == ["cem", "ana"]
        await packet(pilot, "enter", *"retu", "enter")
        assert told(pilot) == []
        assert "Nothing is wrong." in screen_text(pilot)
        assert people_screen(pilot).tab.note() == ""
        await packet(pilot, "enter")
        assert line(pilot) == "There is no finding here."
        await pilot.pause(0.3)
        await packet(pilot, "u")
        assert told(pilot) == ["Eli has no role."]
        await packet(pilot, "ctrl+r")
        assert told(pilot) == []
        await saved(pilot)
    other.refresh()
    assert findings(other.team, TODAY) == ()


@presses(
    "findings.kinds",
    "findings.mine",
    "findings.filter",
    "findings.clear",
    "findings.down",
    "findings.up",
    "findings.first",
    "findings.last",
    "findings.page_down",
    "findings.page_up",
    "findings.go",
)
async def test_one_looks_at_some_of_the_findings(shop: Office) -> None:
    """By kind, one's own, or by words; what to do about one stands below."""
    async with shop.app() as pilot:
        await on_tab(pilot, "Findings")
        await packet(pilot, "end", "up", "k", "j")
        assert "Only Ana Lima works in “Returns”." in rows(pilot)[listing(pilot).at]
        assert "Add a second person to the role." in screen_text(pilot)
        assert line(pilot) == "enter: add somebody to the role · 3 gaps, 3 risks, 4 hints"
        await packet(pilot, "pageup", "home", "pagedown", "pagedown")
        assert "Eli has no role." in rows(pilot)[listing(pilot).at]
        await packet(pilot, "home", "f")
        assert line(pilot).startswith("Only: n nobody answers  w nobody does the work")
        await packet(pilot, "1")
        assert len(rows(pilot)) == 2
        assert line(pilot).endswith("only one alone · 3 gaps, 3 risks, 4 hints")
        await packet(pilot, "m")
        assert [row.split(" | ")[1] for row in rows(pilot)] == ["Only Ana Lima works in “Returns”."]
        await packet(pilot, "escape", "/", *"PRICES", "enter")
        assert [row.split(" | ")[1] for row in rows(pilot)] == ["Nobody does the work of “Prices”."]
        await packet(pilot, "/", *"zzz", "enter")
        assert "No finding is like that; esc shows all." in screen_text(pilot)
        await packet(pilot, "escape")
        assert len(rows(pilot)) == 10
        await packet(pilot, "/", *"no lead", "enter", "g")
        assert people_screen(pilot).tab.TITLE == "Roles"
        assert listing(pilot).key == RETURNS


async def test_who_leads_nothing_mends_nothing_of_the_teams(shop: Office) -> None:
    """That is said at the key, before anything opens; of her own she may."""
    async with shop.app(person="eli") as pilot:
        await on_tab(pilot, "Findings")
        await packet(pilot, "enter")
        assert "Only who leads a role" in " ".join([line(pilot), *toasts(pilot)])
        # What is typed just behind a refusal is no command.
        await pilot.pause(0.3)
        await packet(pilot, "end", "enter", *"shop", "enter")
        assert app_of(pilot).team.members["eli"].roles == [SHOP]
        assert told(pilot, FindingKind.ROLELESS) == []


async def test_what_a_choice_does_not_mend_is_shown_where_it_is_mended(tmp_path: Path) -> None:
    """Cards on the board, a skill in a form; what is too much for one is handed over, one by one."""
    limited = Settings(id=1, name="Shop", time_zone="Europe/Berlin", accountable_limit=2)
    office = Office(
        tmp_path / "team",
        tmp_path / "local",
        limited,
        *documents()[:4],
        Role(id=9, name="Old", archived_at=NOW),
        *(duty(id, "cem", "ana", name=name) for id, name in enumerate(("Rent", "Tax", "Stock"), 1)),
        duty(4, "ana", "cem", name="Fairs", role=9),
        absence(1, "ben", 0, 0, "ana"),
        absence(2, "cem", 0, 0, "ana"),
        task(5, "Shoot hats", DOING, PHOTO),
        Skill(id=1, name="HTML", targets=[Target(id="a", role=SHOP, level=3)]),
        able(1, "ana", 1, 4),
    )
    async with office.app(size=(100, 30)) as pilot:
        await on_tab(pilot, "Findings")
        assert told(pilot, FindingKind.OVERLOADED) == [
            "Cem Demir answers for 3 things; more than 2 are too much for one."
        ]
        await packet(pilot, "f", "t", "enter", *"stock", "enter", *"ana", "enter")
        assert told(pilot, FindingKind.OVERLOADED) == []
        assert the_duty(pilot, 3).accountable == ["ana"]
        await packet(pilot, "f", "r", "enter", *"shop", "enter")
        assert the_duty(pilot, 4).role == SHOP
        await packet(pilot, "f", "a", "/", *"html", "enter", "enter", *"ben", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, WrittenDialog))
        await packet(pilot, "f2")
        (item,) = app_of(pilot).team.all(LearningItem)
        assert (item.person, item.skill, item.level, item.state) == ("ben", 1, 3, LearningState.PLANNED)
        assert "level 3" not in " ".join(told(pilot))
        await packet(pilot, "escape", "f", "c", "enter")
        assert board(pilot).cursor_task == 5
        assert "Pack" not in screen_text(pilot)
    office.close()


async def test_a_very_large_team_is_looked_through_beside_the_keys(shop: Office) -> None:
    """What was found is there a moment later, that of the newest snapshot last."""
    async with shop.app() as pilot:
        app, seeker, calls = app_of(pilot), Seeker(at_once=0), list[int]()
        empty = Office(shop.folder.parent / "b", shop.local, *documents()[:4]).colleague("x").team
        assert not seeker.seek(app, app.team, TODAY, lambda: calls.append(1))
        assert not seeker.seek(app, empty, TODAY, lambda: calls.append(2))
        await until(pilot, lambda: calls, "the findings")
        assert seeker.found == findings(empty, TODAY)
        assert seeker.seek(app, empty, TODAY, lambda: None)
