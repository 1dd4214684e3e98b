"""The goals screen: what it shows, how one goes through it, and what one writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.models import Goal, GoalState
from store.rules import check_ins, goals
from tests.builders import LATER
from tests.tui.conftest import Office, packet, saved, screen_text, toasts, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of, goals_screen, here, line, listed, of_shop, summary, the_goal
from tests.tui.marks import ahead, presses
from tui.dialogs.goal_form import GoalFormDialog
from tui.dialogs.help import HelpDialog
from tui.goals.commands import GROUPS
from tui.keys import GOALS, Command


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


def rows(text: str) -> list[str]:
    """The lines with goals."""
    return [row for row in text.splitlines()[3:-2] if row.strip()]


@pytest.mark.parametrize("command", GOALS, ids=lambda c: c.name)
def test_every_command_of_the_key_table_can_be_done(command: Command) -> None:
    """Some group has a method for each command."""
    assert any(callable(getattr(group, f"do_{command.name}", None)) for group in GROUPS)


@presses("screen.goals")
async def test_a_goal_is_one_line_on_a_narrow_terminal(shop: Office) -> None:
    """Sign, title, bar, percentage, pace, due date and owner, at 80 cells."""
    async with shop.app() as pilot:
        await pilot.press("2")

        assert rows(screen_text(pilot)) == [
            "▌▲ Newsletter readers     ███████│███▉▒  92% ahead     23 Dec     AL   ▁▃▅▆█",
            " ● Ship the same day      █████│▒▒▒▒▒▒▒  40% on track  22 Jan 27  AL   ▁▃▅▆█",
            " ▼   Second packing table ▎····│·······   3% off track 22 Jan 27  BO   ▁▃▅▆█",
            " ◌ Think about gifts      ·············      draft                CD",
        ]
        assert summary(pilot) == "4 goals · 1 off track"


async def test_a_wide_terminal_shows_all_of_it(shop: Office) -> None:
    """Sparkline, the letters of SMART and the outlook stand beside the bar."""
    async with shop.app(size=(200, 50)) as pilot:
        await pilot.press("2")
        text = screen_text(pilot)

        assert "Trend    SMART Outlook" in text
        assert "▁▃▅▆█" in text
        assert "needs" in text
        assert "·····" in rows(text)[3]


@presses("goals.down", "goals.up", "goals.first", "goals.last", "goals.page_down", "goals.page_up")
async def test_the_cursor_goes_through_the_goals(shop: Office) -> None:
    """The line below tells of the goal under it."""
    async with shop.app() as pilot:
        await packet(pilot, "2", "j", "down")
        assert here(pilot) == 2
        assert line(pilot).startswith("2 · needs")
        await pilot.press("k", "up", "up")
        assert here(pilot) == 3
        await pilot.press("end")
        assert here(pilot) == 4
        assert "a draft: nobody works towards it yet · Cem Demir" in line(pilot)
        await pilot.press("home", "pagedown")
        assert here(pilot) == 4
        await pilot.press("pageup")
        assert here(pilot) == 3


@presses("goals.whole", "goals.part")
async def test_the_cursor_goes_to_the_whole_and_to_the_parts(shop: Office) -> None:
    """Left is what contains it, right is its first part; where there is none, it says so."""
    async with shop.app() as pilot:
        await packet(pilot, "2", "j", "j", "left")
        assert here(pilot) == 1
        await pilot.press("right")
        assert here(pilot) == 2
        await pilot.press("right")
        assert line(pilot) == "No goal that is shown is a part of this one."
        await pilot.press("h", "h")
        assert line(pilot) == "This goal is not a part of another one."


@presses("goals.period")
async def test_periods(shop: Office) -> None:
    """This quarter, the next one, and all, with those that are closed."""
    async with shop.app() as pilot:
        await pilot.press("2", "p")
        assert listed(pilot) == [1, 2, 6]
        await pilot.press("p")
        assert listed(pilot) == [3, 1, 2, 6, 4, 5]
        await pilot.press("p")
        assert listed(pilot) == [3, 1, 2, 4]


@presses("goals.risk")
async def test_the_one_most_behind_comes_first(shop: Office) -> None:
    """The cursor stays on its goal; the same key shows the tree again."""
    async with shop.app() as pilot:
        await pilot.press("2", "s")
        assert listed(pilot) == [2, 1, 3, 4]
        assert here(pilot) == 3
        assert summary(pilot).endswith("by risk")
        await pilot.press("s")
        assert listed(pilot) == [3, 1, 2, 4]


@presses("goals.narrow", "goals.clear")
async def test_goals_are_chosen_by_owner_role_and_state(shop: Office) -> None:
    """Names are written out by tab; what is chosen is told, and escape shows all."""
    async with shop.app() as pilot:
        await packet(pilot, "2", "f", "m")
        assert listed(pilot) == [3, 1]
        assert "of Ana Lima (esc: all)" in summary(pilot)
        await pilot.press("escape")
        assert listed(pilot) == [3, 1, 2, 4]
        await packet(pilot, "f", "o", *"ben o", "tab", "enter")
        assert listed(pilot) == [2]
        await packet(pilot, "escape", "f", "r", *"photo", "enter")
        assert listed(pilot) == [2]
        await packet(pilot, "f", "a", "f", "s", "d")
        assert listed(pilot) == [4]
        await packet(pilot, "f", "s", "x")
        assert listed(pilot) == []
        assert "No goal is like that; esc shows all." in screen_text(pilot)
        await packet(pilot, "f", "a", "f", "o", *"nobody", "enter")
        assert "There is no person “nobody”" in screen_text(pilot)


@presses("goals.filter")
@ahead("Search")
async def test_words_are_searched_while_one_types(shop: Office) -> None:
    """In one packet as well; escape while one writes leaves all as it was."""
    async with shop.app() as pilot:
        await packet(pilot, "2", "/", *"pack")
        assert listed(pilot) == [2]
        await pilot.press("escape")
        assert listed(pilot) == [3, 1, 2, 4]
        await packet(pilot, "/", *"ben", "enter", "j")
        assert listed(pilot) == [2]


async def test_others_work_is_seen(shop: Office) -> None:
    """A check-in by somebody else changes the bar; the cursor stays on its goal."""
    ben = shop.colleague("ben")
    async with shop.app() as pilot:
        await pilot.press("2", "j", "j")
        ben.commit(check_ins.check_in(ben.team, 2, "ben", LATER, value=84))
        look_now(pilot)
        await until(pilot, lambda: "80%" in screen_text(pilot))
        ben.commit(
            goals.create(ben.team, "An earlier one", "ben", LATER, due="2026-12-01", start="2026-11-01")
        )
        look_now(pilot)
        await until(pilot, lambda: len(listed(pilot)) == 5)

        assert here(pilot) == 2


async def test_what_happens_while_the_board_is_shown_is_there_afterwards(shop: Office) -> None:
    """It is worked out when the goals are looked at again."""
    ben = shop.colleague("ben")
    async with shop.app() as pilot:
        await pilot.press("2", "1")
        ben.commit(goals.create(ben.team, "Another one", "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: len(list(app_of(pilot).team.all(Goal))) == 7)
        await pilot.press("2")

        assert "Another one" in screen_text(pilot)


@presses("goals.add")
@ahead("GoalFormDialog")
async def test_a_goal_is_written(shop: Office) -> None:
    """The letters say what is missing while one writes; enter in a line saves it as a draft."""
    async with shop.app() as pilot:
        await packet(
            pilot,
            "2",
            "a",
            *"Wrap faster",
            "tab",
            *"Seen by all",
            "tab",
            *"parcels",
            "enter",
        )
        await until(pilot, lambda: len(listed(pilot)) == 5)
        await saved(pilot)
        written = next(g for g in app_of(pilot).team.all(Goal) if g.title == "Wrap faster")

        assert (written.meaning, written.metric, written.owner) == ("Seen by all", "parcels", "ana")
        assert written.state is GoalState.DRAFT
        assert written.id in listed(pilot)
        await until(pilot, lambda: here(pilot) == written.id, "the cursor going with it")


async def test_the_letters_follow_what_is_typed(shop: Office) -> None:
    """Each says what is missing, the frame shows all five; a comma is a decimal point."""
    async with shop.app(size=(100, 60)) as pilot:
        await packet(pilot, "2", "a", *"Wrap", "tab", *"All of it")
        await until(pilot, lambda: "S····" in screen_text(pilot))
        text = screen_text(pilot)
        assert "✓ Specific" in text
        assert "· Measurable: no number: what will you measure?" in text
        await packet(pilot, "tab", *"parcels", "tab", "tab", "tab", *"6,5")
        await until(pilot, lambda: "no target: where should it be in the end?" in screen_text(pilot))
        await packet(pilot, "tab", *"12")
        await until(pilot, lambda: "SM···" in screen_text(pilot))


async def test_what_does_not_fit_is_told_and_nothing_is_lost(shop: Office) -> None:
    """The form stays open with what was written."""
    async with shop.app(size=(100, 60)) as pilot:
        await packet(pilot, "2", "a", *"Wrap", "tab", "tab", "tab", "tab", "tab", *"many", "enter")
        await until(
            pilot, lambda: "“many” is not a number; write it like 1240, 6.5 or -3." in screen_text(pilot)
        )
        await packet(pilot, "escape")
        assert "There are unsaved changes" in screen_text(pilot)
        await packet(pilot, "escape", "j")
        assert listed(pilot) == [3, 1, 2, 4]
        assert here(pilot) == 1


async def test_without_a_title_it_is_not_saved(shop: Office) -> None:
    """The form says what it needs."""
    async with shop.app() as pilot:
        await packet(pilot, "2", "a", "enter")
        await until(pilot, lambda: "title must not be empty" in screen_text(pilot))

        assert isinstance(pilot.app.screen, GoalFormDialog)


@presses("goals.add_part")
async def test_a_part_of_a_goal_is_written(shop: Office) -> None:
    """It stands below the goal that it is a part of."""
    async with shop.app() as pilot:
        await packet(pilot, "2", "j", "A", *"A third table", "enter")
        await until(pilot, lambda: len(listed(pilot)) == 5)
        await saved(pilot)
        written = next(g for g in app_of(pilot).team.all(Goal) if g.title == "A third table")

        assert written.parent == 1
        assert written.id in listed(pilot)


@presses("goals.edit")
async def test_what_a_goal_says_is_changed(shop: Office) -> None:
    """Only what was changed is written, so what somebody else changes meanwhile stays."""
    ben = shop.colleague("cem")
    async with shop.app() as pilot:
        await packet(pilot, "2", "j", "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalFormDialog))
        ben.commit(goals.edit(ben.team, 1, "ana", LATER, why="It is what customers ask for."))
        look_now(pilot)
        await until(pilot, lambda: "Changed meanwhile: why" in screen_text(pilot))
        await packet(pilot, *" again", "f2")
        await saved(pilot)

        assert the_goal(pilot, 1).title == "Ship the same day again"
        assert the_goal(pilot, 1).why == "It is what customers ask for."


async def test_a_goal_of_somebody_else_is_not_changed(shop: Office) -> None:
    """It says whom to ask, before a form opens; what was typed behind goes nowhere."""
    async with shop.app("cem") as pilot:
        await packet(pilot, "2", "j", "e", *"xxx")

        assert line(pilot) == "Ana Lima answers for “Ship the same day”; ask Ana Lima, or who leads a role."
        assert the_goal(pilot, 1).archived_at is None


@presses("goals.archive", "goals.undo", "goals.redo")
async def test_a_goal_is_put_away_and_brought_back(shop: Office) -> None:
    """An active one is not; u and the list of what is archived bring it back."""
    async with shop.app() as pilot:
        await packet(pilot, "2", "j", "x")
        assert line(pilot) == "The goal “Ship the same day” is active; close it first."
        await packet(pilot, "end", "x")
        assert listed(pilot) == [3, 1, 2]
        await pilot.press("u")
        assert listed(pilot) == [3, 1, 2, 4]
        await pilot.press("ctrl+r")
        assert listed(pilot) == [3, 1, 2]
        await packet(pilot, "f", "s", "x")
        assert listed(pilot) == [4]
        await packet(pilot, "x", "escape")
        assert listed(pilot) == [3, 1, 2, 4]


async def test_who_only_reads_writes_nothing(shop: Office) -> None:
    """Neither the line of keys nor a key offers it."""
    async with shop.app("zoe") as pilot:
        await packet(pilot, "2", "a", *"x")

        assert "is not in the team" in screen_text(pilot)
        assert " add " not in screen_text(pilot).splitlines()[-1]
        assert listed(pilot) == [3, 1, 2, 4]


async def test_a_team_without_goals_is_told_how_to_begin(office: Office) -> None:
    """An empty list says which key writes the first one."""
    async with office.app() as pilot:
        await pilot.press("2")
        assert "No goals yet: a writes the first one, ? shows all keys." in screen_text(pilot)
        await packet(pilot, "e")
        assert line(pilot) == "There is no goal here; a writes one."


async def test_a_goal_is_found_in_the_palette(shop: Office) -> None:
    """In whichever period it is."""
    async with shop.app() as pilot:
        await packet(pilot, "2", ":", *"spring range", "enter")

        assert here(pilot) == 6
        assert listed(pilot) == [3, 1, 2, 6, 4, 5]


async def test_the_help_begins_with_the_keys_of_goals(shop: Office) -> None:
    """With what goals are, and what their signs mean."""
    async with shop.app(size=(200, 90)) as pilot:
        await packet(pilot, "2", "?")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        await until(pilot, lambda: "Changing goals" in screen_text(pilot))
        text = screen_text(pilot)

        assert "A goal says what the team wants to reach" in text
        assert text.index("Changing goals") < text.index("Everywhere")
        assert "Signs of goals" in text


async def test_the_mouse_chooses_and_opens(shop: Office) -> None:
    """One click puts the cursor there."""
    async with shop.app() as pilot:
        await pilot.press("2")
        await pilot.click("GoalList", offset=(10, 3))

        assert here(pilot) == 2
        assert line(pilot).startswith("2 · ")


async def test_titles_are_shown_as_they_are(shop: Office) -> None:
    """Neither markup nor a wide character breaks the line."""
    cem = shop.colleague("cem")
    cem.commit(goals.create(cem.team, "[red]寿司[/red] \u202eevil", "cem", LATER))
    for size in ((80, 24), (40, 12)):
        async with shop.app(size=size) as pilot:
            await pilot.press("2", "end")
            assert "[red]寿" in screen_text(pilot)
            assert goals_screen(pilot).size.width == size[0]
            assert not toasts(pilot)
