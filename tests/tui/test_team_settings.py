"""The team's settings: their keys, who may change them, and colleagues who change them too."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from store.rules import filters, questions, setup, tags, tasks
from tests.builders import BACKLOG, DOING, LATER, NOW, SHOP
from tests.tui.conftest import Office, packet, saved, screen_text, toasts, until
from tests.tui.disks import look_now
from tests.tui.marks import ahead, presses
from tests.tui.settings import (
    COLUMNS,
    GENERAL,
    PEOPLE,
    ROLES,
    TAGS,
    by_ben,
    dialog,
    error,
    first_cells,
    form,
    is_free,
    line,
    pressed,
    save,
    settings,
    write,
)
from tui.dialogs.form import FormDialog
from tui.dialogs.help import HelpDialog
from tui.dialogs.team_settings import TeamSettingsDialog
from tui.keys import TEAM, Command
from tui.screens.board import BoardScreen
from tui.settings.sections import SECTIONS
from widgets.listing import Listing
from widgets.prompt import Prompt


@pytest.mark.parametrize("command", TEAM, ids=lambda c: c.name)
def test_every_command_of_the_key_table_can_be_done(command: Command) -> None:
    """The settings have a method for each command."""
    assert callable(getattr(TeamSettingsDialog, f"do_{command.name}"))


@presses("board.team_settings", "team.next_section", "team.previous_section")
async def test_the_sections_are_walked_in_a_circle(office: Office) -> None:
    """tab and l go on, shift+tab and h go back, and behind the last one comes the first."""
    async with office.app() as pilot:
        screen = await settings(pilot)
        seen = []
        for key in ("l", "tab", "right", "l", "l", "l", "tab", "h", "shift+tab", "left"):
            await pilot.press(key)
            seen.append(screen.section.title)

    there = ["Columns", "Roles", "People", "Tags", "Filters", "Questions"]
    assert seen == [*there, "General", "Questions", "Filters", "Tags"]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
async def test_every_section_says_what_it_is_about(office: Office, size: tuple[int, int]) -> None:
    """Its name, its rows and the way back are seen, whatever the size of the terminal."""
    by_ben(office, tags.add(office.colleague().team, "spring", "ben", NOW, colour="green"))
    by_ben(office, filters.save(office.colleague().team, "Blocked", "is:blocked", "ben", NOW))
    by_ben(office, questions.add(office.colleague().team, "All well?", "ben", NOW))
    shown = ["Corner Shop", "Backlog", "Shop", "ana", "#spring", "is:blocked", "All well?"]
    async with office.app(size=size) as pilot:
        await settings(pilot)
        for section, text in zip(SECTIONS, shown, strict=True):
            assert section.title in screen_text(pilot)
            assert text in screen_text(pilot)
            assert "q back" in screen_text(pilot)
            await pilot.press("l")


async def test_only_keys_that_do_something_are_offered(office: Office) -> None:
    """Settings that are always there are edited, people have no order, a column moves both ways."""
    async with office.app() as pilot:
        await settings(pilot)
        keys = [screen_text(pilot).splitlines()[-2]]
        for _ in range(5):
            await pilot.press("l")
            keys.append(screen_text(pilot).splitlines()[-2])

    assert [" a add " in line for line in keys] == [False, *[True] * 5]
    assert [" J lower  K higher " in line for line in keys] == [False, True, True, False, True, True]
    assert [" x archive " in line for line in keys] == [False, *[True] * 5]
    assert all("q back" in line for line in keys)


async def test_only_what_was_changed_is_written(office: Office) -> None:
    """A colleague's change of another field of the same column stays, and is not even in the commit."""
    async with office.app() as pilot:
        await settings(pilot, COLUMNS)
        screen = await pressed(pilot, "enter")
        by_ben(office, setup.edit_column(office.colleague().team, BACKLOG, "ben", LATER, policy="Anything"))
        write(screen, wip_limit="30")
        await save(pilot)

    team = office.colleague().team
    assert (team.column(BACKLOG).policy, team.column(BACKLOG).wip_limit) == ("Anything", 30)
    *_, last = office.colleague("third")._shared.history()
    assert last.change.edits[0].after == {"wip_limit": 30}


async def test_an_untouched_form_writes_nothing(office: Office) -> None:
    """Saving closes it."""
    async with office.app() as pilot:
        for section in (GENERAL, COLUMNS, ROLES, PEOPLE):
            await settings(pilot, section)
            await pressed(pilot, "e")
            await save(pilot)
            await pilot.press("q")

    assert office.colleague().number == 0


@pytest.mark.parametrize(
    ("section", "key", "sentence"),
    [
        (GENERAL, "a", "Nothing is added under General; e edits what is there."),
        (GENERAL, "x", "These are always there; e edits them."),
        (GENERAL, "J", "This order is given; columns, roles, tags, filters and questions can be moved."),
        (PEOPLE, "K", "This order is given; columns, roles, tags, filters and questions can be moved."),
        (COLUMNS, "m", "Only tags can be merged."),
        (TAGS, "x", "#loose is only a word on cards; e makes it a tag, m merges it into a tag."),
        (TAGS, "J", "#loose is only a word on cards; e makes it a tag, m merges it into a tag."),
    ],
)
async def test_what_a_section_cannot_do_is_said(
    office: Office, section: int, key: str, sentence: str
) -> None:
    """In the line below the rows."""
    by_ben(office, tasks.edit(office.colleague().team, 1, "ben", NOW, tags=["loose"]))
    async with office.app(size=(100, 24)) as pilot:
        await settings(pilot, section)
        await pilot.press(key)

        assert line(pilot) == sentence


async def test_a_section_without_rows_says_how_to_begin(office: Office) -> None:
    """Editing, moving or merging nothing says the same."""
    sentence = "There are no tags yet; a adds one, and #word in a card's tags makes one too."
    async with office.app(size=(100, 24)) as pilot:
        await settings(pilot, TAGS)
        assert sentence in screen_text(pilot)
        for key in ("e", "J", "x", "m"):
            await pilot.press("j", key)
            assert line(pilot) == sentence


async def test_who_leads_nothing_reads_only(office: Office) -> None:
    """Cem sees everything, and every key that would change something names the leads."""
    sentence = "Only who leads a role changes the team's settings; ask Ana Lima or Ben Okafor."
    async with office.app("cem", size=(100, 24)) as pilot:
        await settings(pilot, COLUMNS)
        for key in ("e", "a", "x", "J", "K"):
            await pilot.press("j", key)
            assert line(pilot) == sentence, key
        assert isinstance(pilot.app.screen, TeamSettingsDialog)


async def test_everybody_edits_their_own_entry(office: Office) -> None:
    """Cem changes his own initials, takes a colleague in, and cannot change Ana's."""
    async with office.app("cem", size=(100, 24)) as pilot:
        await settings(pilot, PEOPLE)
        await pilot.press("e")
        assert line(pilot).startswith("Only who leads a role")
        await pilot.press("escape", "end")
        write(await pressed(pilot, "e"), initials="CX")
        await save(pilot)
        write(await pressed(pilot, "a"), login="dan")
        await save(pilot)

    members = office.colleague().team.members
    assert (members["cem"].initials, "dan" in members) == ("CX", True)


async def test_who_is_not_in_the_team_reads_only(office: Office) -> None:
    """An outsider is told so."""
    async with office.app("zoe", size=(200, 24)) as pilot:
        await settings(pilot, PEOPLE)
        await pilot.press("a")

        assert "“zoe” is not in the team and can only read" in toasts(pilot)[0]


async def test_what_a_colleague_changes_is_seen_at_once(office: Office) -> None:
    """A new column appears, and the cursor stays on its row."""
    async with office.app() as pilot:
        await settings(pilot, COLUMNS)
        await pilot.press("end")
        team = office.colleague().team
        by_ben(office, setup.move_column(team, 4, -3, "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: first_cells(pilot)[0] == "Done", "Ben's move")
        row = dialog(pilot).query_one(Listing).row

        assert row
        assert row.key == 4
        assert "▌Done" in screen_text(pilot)


async def test_leaving_a_changed_form_asks_once(office: Office) -> None:
    """The first esc says that there are unsaved changes, typing on takes that back, two in a row leave."""
    async with office.app() as pilot:
        await settings(pilot, COLUMNS)
        screen = await pressed(pilot, "e")
        write(screen, name="X")
        await pilot.press("escape")
        assert error(screen).startswith("There are unsaved changes")
        await pilot.press("Y", "escape")
        assert isinstance(pilot.app.screen, FormDialog)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, TeamSettingsDialog))

    assert office.colleague().number == 0


@presses("team.close")
@ahead("TeamSettingsDialog", "FormDialog")
async def test_everything_may_come_in_one_packet(office: Office) -> None:
    """From the board into a form, its fields, its saving, the next section, and back to the board."""
    async with office.app() as pilot:
        await packet(
            pilot,
            *("T", "l", "a", *"Review", "tab", "tab", *"5", "tab", *"Two pairs of eyes", "f2"),
            *("end", "k", "K", "J", "l", "l", "l", "a", *"spring", "enter", "end", "m"),
            *("escape", "q", "j"),
        )
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen) and is_free(pilot), "the board")
        await saved(pilot)

    team = office.colleague().team
    assert [column.name for column in team.columns] == ["Backlog", "Ready", "Doing", "Review", "Done"]
    review = team.columns[3]
    assert (review.wip_limit, review.policy) == (5, "Two pairs of eyes")
    assert [tag.name for tag in team.tags] == ["spring"]


async def test_days_are_ticked_in_one_packet(office: Office) -> None:
    """Keys for the days do not get past it, and tab leads on to saving."""
    async with office.app() as pilot:
        await packet(pilot, "T", "j", "j", "j", "e", "left", "space", "left", "space", "f2", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen) and is_free(pilot), "the board")
        await saved(pilot)

    assert office.colleague().team.settings.working_days == [0, 1, 2, 3, 4, 5, 6]


async def test_a_choice_is_made_in_one_packet(office: Office) -> None:
    """The list of colours opens, its keys stay inside, and esc closes it and not the form."""
    async with office.app() as pilot:
        await packet(
            pilot,
            *(
                "T",
                "l",
                "l",
                "e",
                "tab",
                "tab",
                "tab",
                "enter",
                "escape",
                "enter",
                "down",
                "down",
                "enter",
                "f2",
            ),
            *("q",),
        )
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen) and is_free(pilot), "the board")
        await saved(pilot)

    assert office.colleague().team.role(SHOP).colour == "green"


@presses("team.help", "team.page_down", "team.page_up", "team.up", "team.first", "team.last")
async def test_help_and_paging(office: Office) -> None:
    """? opens the help over the settings; a page and the ends are reached by keys."""
    team = office.colleague().team
    by_ben(office, tasks.edit(team, 1, "ben", NOW, tags=[f"word{n:02}" for n in range(60)]))
    async with office.app() as pilot:
        await settings(pilot, TAGS)
        await pilot.press("pagedown")
        assert "19 of 60" in screen_text(pilot)
        await pilot.press("end", "pageup", "up")
        assert "41 of 60" in screen_text(pilot)
        await pilot.press("home")
        assert " 1 of 60" in screen_text(pilot)
        await pilot.press("?")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, TeamSettingsDialog))


async def test_a_refused_merge_keeps_what_was_typed(office: Office) -> None:
    """The line stays open with it."""
    by_ben(office, tasks.edit(office.colleague().team, 1, "ben", NOW, tags=["loose"]))
    async with office.app() as pilot:
        screen = await settings(pilot, TAGS)
        await pilot.press("m", *"nothing", "enter")

        assert screen.query_one(Prompt).text == "nothing"
        assert toasts(pilot) == ["There is no tag “nothing”, and no card carries it."]


async def test_names_are_never_markup(office: Office) -> None:
    """A column whose name looks like markup is drawn letter by letter, in list and form."""
    name = "[b]x[/b] [@click=app.quit]y"
    by_ben(office, setup.edit_column(office.colleague().team, BACKLOG, "ben", NOW, name=name))
    async with office.app(size=(120, 24)) as pilot:
        await settings(pilot, COLUMNS)
        assert name in screen_text(pilot)
        await pressed(pilot, "e")
        assert f"Column {name}" in screen_text(pilot)


async def test_a_row_is_chosen_and_opened_with_the_mouse(office: Office) -> None:
    """A click puts the cursor there; a double click edits it; the wheel moves it."""
    async with office.app() as pilot:
        screen = await settings(pilot, COLUMNS)
        listing = screen.query_one(Listing)
        await pilot.click(Listing, offset=(5, 3))
        assert listing.row
        assert listing.row.key == DOING
        await pilot.click(Listing, offset=(5, 2), times=2)
        await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
        assert form(pilot).query_one("#name", Input).value == "Ready"
