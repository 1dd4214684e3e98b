"""The team's settings: every section, every key, who may change them, and colleagues who change them too."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Select, TextArea

from store.change import Change
from store.models import ColumnKind
from store.rules import setup, tags, tasks
from tests.builders import BACKLOG, DOING, LATER, MAIL, NOW, PHOTO, READY, SHOP
from tests.tui.conftest import Office, packet, saved, screen_text, task, toasts, until
from tests.tui.disks import look_now
from tests.tui.marks import ahead, presses
from tui.app import TagwerkApp
from tui.dialogs.form import FormDialog
from tui.dialogs.help import HelpDialog
from tui.dialogs.team_settings import TeamSettingsDialog
from tui.keys import TEAM, Command
from tui.screens.board import BoardScreen
from tui.settings import SECTIONS
from widgets.listing import Listing
from widgets.prompt import Prompt
from widgets.weekdays import Weekdays

GENERAL, COLUMNS, ROLES, PEOPLE, TAGS = range(5)


async def settings(pilot: Pilot[None], section: int = GENERAL) -> TeamSettingsDialog:
    """Open the settings at a section."""
    await pilot.press("T")
    await until(pilot, lambda: isinstance(pilot.app.screen, TeamSettingsDialog) and is_free(pilot))
    await pilot.press(*["l"] * section)
    return dialog(pilot)


def is_free(pilot: Pilot[None]) -> bool:
    """Whether keys go to the screen at once."""
    app = pilot.app
    assert isinstance(app, TagwerkApp)
    return not app._gate._closed


def dialog(pilot: Pilot[None]) -> TeamSettingsDialog:
    """The settings, whatever stands over them."""
    return next(s for s in pilot.app.screen_stack if isinstance(s, TeamSettingsDialog))


def form(pilot: Pilot[None]) -> FormDialog:
    """The form that is open."""
    screen = pilot.app.screen
    assert isinstance(screen, FormDialog)
    return screen


async def pressed(pilot: Pilot[None], key: str) -> FormDialog:
    """Open a form with a key."""
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog) and is_free(pilot), "the form")
    return form(pilot)


async def save(pilot: Pilot[None]) -> None:
    """Save a form and wait until the folder has it."""
    await pilot.press("f2")
    await until(pilot, lambda: isinstance(pilot.app.screen, TeamSettingsDialog), "closing the form")
    await saved(pilot)


def write(screen: FormDialog, **fields: str) -> None:
    """Put texts into fields, as if they had been typed there."""
    for name, text in fields.items():
        screen.query_one(f"#{name}", Input).value = text


def line(pilot: Pilot[None]) -> str:
    """What the line below the rows says."""
    return dialog(pilot).query_one(Prompt).status.strip()


def error(screen: FormDialog) -> str:
    """The sentence in a form."""
    return str(screen.query_one(".error").visual)


def first_cells(pilot: Pilot[None]) -> list[str]:
    """The first cell of each row."""
    listing = dialog(pilot).query_one(Listing)
    return [listing._describe(key).cells[0].strip() for key in listing._keys]


def by_ben(office: Office, change: Change) -> None:
    """Ben has done something, and goes on working."""
    office.colleague("ben").commit(change)


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
        for key in ("l", "tab", "right", "l", "tab", "h", "shift+tab", "left"):
            await pilot.press(key)
            seen.append(screen.section.title)

    assert seen == ["Columns", "Roles", "People", "Tags", "General", "Tags", "People", "Roles"]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
async def test_every_section_says_what_it_is_about(office: Office, size: tuple[int, int]) -> None:
    """Its name, its rows and the way back are seen, whatever the size of the terminal."""
    by_ben(office, tags.add(office.colleague().team, "spring", "ben", NOW, colour="green"))
    shown = ["Corner Shop", "Backlog", "Shop", "ana", "#spring"]
    async with office.app(size=size) as pilot:
        await settings(pilot)
        for section, text in zip(SECTIONS, shown, strict=True):
            assert section.title in screen_text(pilot)
            assert text in screen_text(pilot)
            assert "q back" in screen_text(pilot)
            await pilot.press("l")


async def test_a_row_says_what_matters(office: Office) -> None:
    """A column its kind, count, limit and policy; a role who leads it and its limit; a tag its uses."""
    team = office.colleague().team
    by_ben(office, setup.edit_column(team, DOING, "ben", NOW, policy="Finish first"))
    by_ben(office, tasks.edit(team, 1, "ben", NOW, tags=["loose"]))
    async with office.app(size=(120, 30)) as pilot:
        await settings(pilot, COLUMNS)
        assert "Doing    ◐ being worked on     2/3    Finish first" in screen_text(pilot)
        await pilot.press("l")
        assert "Photography  Ben Okafor          1        BO" in screen_text(pilot)
        await pilot.press("l", "l")
        assert "#loose          1      only on cards; e makes it a tag" in screen_text(pilot)


@presses("team.edit")
async def test_a_column_is_edited(office: Office) -> None:
    """Name, kind, limit and policy are in the folder; the columns that were not touched are not."""
    async with office.app() as pilot:
        await settings(pilot, COLUMNS)
        await pilot.press("j")
        screen = await pressed(pilot, "e")
        write(screen, name="Next", wip_limit="4")
        screen.query_one("#kind", Select).value = "active"
        screen.query_one("#policy", TextArea).text = "Clear enough.\nNothing in the way."
        await save(pilot)

    column = office.colleague().team.column(READY)
    assert (column.name, column.kind, column.wip_limit) == ("Next", ColumnKind.ACTIVE, 4)
    assert column.policy == "Clear enough.\nNothing in the way."


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


@presses("team.add", "team.higher", "team.lower")
async def test_a_column_is_added_and_put_in_its_place(office: Office) -> None:
    """a adds one at the end, K moves it to the left, and the cursor goes with it."""
    async with office.app() as pilot:
        await settings(pilot, COLUMNS)
        write(await pressed(pilot, "a"), name="Review")
        await save(pilot)
        await pilot.press("end", "K", "K", "J")
        await saved(pilot)
        row = dialog(pilot).query_one(Listing).row
        assert row
        assert row.cells[0] == "Review"

    assert [c.name for c in office.colleague().team.columns] == [
        "Backlog",
        "Ready",
        "Doing",
        "Review",
        "Done",
    ]


async def test_a_column_with_cards_is_not_put_away(office: Office) -> None:
    """The line says how many there are."""
    async with office.app() as pilot:
        await settings(pilot, COLUMNS)
        await pilot.press("x")

        assert line(pilot) == "The column “Backlog” still has 3 cards; move them first."


@presses("team.archive", "team.undo", "team.redo")
async def test_a_column_is_put_away_and_brought_back(office: Office) -> None:
    """x puts an empty one away and says so, u takes that back, and x on an archived one brings it back."""
    by_ben(office, setup.add_column(office.colleague().team, "Old", "ben", NOW))
    async with office.app() as pilot:
        await settings(pilot, COLUMNS)
        await pilot.press("end", "x")
        assert line(pilot) == "You archived the column “Old”; u takes it back."
        assert first_cells(pilot)[-1] == "Old"
        assert len(pilot.app.team.columns) == 4
        await pilot.press("u")
        assert line(pilot) == "You undid: archived the column “Old”."
        assert len(pilot.app.team.columns) == 5
        await pilot.press("ctrl+r", "end", "x")
        assert len(pilot.app.team.columns) == 5
        await saved(pilot)


async def test_a_role_is_edited(office: Office) -> None:
    """Lead and deputy by login or name, colour by choice, one responsibility a line."""
    async with office.app() as pilot:
        await settings(pilot, ROLES)
        await pilot.press("j")
        screen = await pressed(pilot, "e")
        write(screen, lead="Cem Demir", deputy="@ANA", wip_limit="2")
        screen.query_one("#colour", Select).value = "orange"
        screen.query_one("#responsibilities", TextArea).text = "Photos\n\n Studio \n"
        await save(pilot)

    role = office.colleague().team.role(PHOTO)
    assert (role.lead, role.deputy, role.wip_limit, role.colour) == ("cem", "ana", 2, "orange")
    assert role.responsibilities == ["Photos", "Studio"]


async def test_what_does_not_fit_is_said_in_the_form(office: Office) -> None:
    """Nothing that was typed is lost by a refusal."""
    async with office.app() as pilot:
        await settings(pilot, ROLES)
        screen = await pressed(pilot, "e")
        sentences = []
        for name, text in (
            ("lead", "zoe"),
            ("wip_limit", "many"),
            ("wip_limit", "0"),
            ("name", "Newsletter"),
        ):
            write(screen, lead="ana", wip_limit="", name="Shop")
            write(screen, **{name: text})
            await pilot.press("f2")
            sentences.append(error(screen))
        assert screen.query_one("#name", Input).value == "Newsletter"
        assert isinstance(pilot.app.screen, FormDialog)

    assert sentences == [
        "There is no person “zoe”; choose ana, ben or cem.",
        "The WIP limit “many” is not a whole number.",
        "The WIP limit “0” is too small: 1 is the least.",
        "There is already a role “Newsletter”; choose another name.",
    ]


async def test_the_general_settings_are_edited(office: Office) -> None:
    """Name, time zone, days until stale, and working days, on which the form begins that was opened there."""
    async with office.app() as pilot:
        await settings(pilot)
        await pilot.press("end")
        screen = await pressed(pilot, "e")
        assert isinstance(screen.focused, Weekdays)
        await pilot.press("left", "left", "space", "left", "space")
        write(screen, name="Big Shop", time_zone="Europe/Oslo", stale_after="9")
        await save(pilot)
        assert "Mo Tu We Th Sa" in screen_text(pilot)

    found = office.colleague().team.settings
    assert (found.name, found.time_zone, found.stale_after) == ("Big Shop", "Europe/Oslo", 9)
    assert found.working_days == [0, 1, 2, 3, 5]


async def test_a_time_zone_is_completed(office: Office) -> None:
    """The right arrow takes what is suggested; one that there is not is refused."""
    async with office.app() as pilot:
        await settings(pilot)
        await pilot.press("j")
        screen = await pressed(pilot, "e")
        field = screen.query_one("#time_zone", Input)
        field.value = ""
        await pilot.press(*"europe/bu")
        await until(pilot, lambda: field._suggestion, "a suggestion")
        await pilot.press("right")
        assert field.value == "Europe/Bucharest"
        field.value = "Mars"
        await pilot.press("enter")
        assert error(screen) == "The time zone “Mars” is not a time zone; write it like Europe/Berlin."


async def test_a_week_without_work_is_refused(office: Office) -> None:
    """The sentence stands in the form."""
    async with office.app() as pilot:
        await settings(pilot)
        await pilot.press("end")
        screen = await pressed(pilot, "e")
        await pilot.press(*["space", "right"] * 5, "f2")

        assert error(screen) == "The team works on one day of the week at least."


async def test_people_come_and_go(office: Office) -> None:
    """a takes somebody in, e changes them, x takes them out and brings them back."""
    async with office.app() as pilot:
        await settings(pilot, PEOPLE)
        write(await pressed(pilot, "a"), login="dan", name="Dan Bo", roles="newsletter, Shop")
        await save(pilot)
        assert pilot.app.team.members["dan"].roles == [MAIL, SHOP]
        await pilot.press("end")
        write(await pressed(pilot, "e"), initials="DX", roles="")
        await save(pilot)
        await pilot.press("x")
        assert line(pilot) == "You took Dan Bo out of the team; u takes it back."
        assert "dan" not in pilot.app.team.members
        assert first_cells(pilot) == ["ana", "ben", "cem", "dan"]
        await pilot.press("x")
        await saved(pilot)

    dan = office.colleague().team.members["dan"]
    assert (dan.initials, dan.roles, dan.time_zone) == ("DX", [], "Europe/Berlin")


@presses("team.merge", "team.down")
async def test_tags_are_agreed_on_renamed_and_merged(office: Office) -> None:
    """A word on cards becomes a tag, gets another name on its cards, and is merged into another one."""
    team = office.colleague().team
    by_ben(office, tasks.edit(team, 1, "ben", NOW, tags=["Shoot"]))
    by_ben(office, tasks.edit(team, 2, "ben", NOW, tags=["bug"]))
    async with office.app() as pilot:
        await settings(pilot, TAGS)
        assert first_cells(pilot) == ["#bug", "#Shoot"]
        await pilot.press("j")
        screen = await pressed(pilot, "e")
        screen.query_one("#colour", Select).value = "magenta"
        write(screen, description="Needs the studio")
        await save(pilot)
        assert first_cells(pilot) == ["★ #Shoot", "#bug"]
        await pilot.press("home")
        write(await pressed(pilot, "e"), name="photo")
        await save(pilot)
        assert task(pilot, 1).tags == ["photo"]
        await pilot.press("m", *"#bug", "enter")
        assert line(pilot) == "You merged the tag “photo” into “bug” on 1 card; u takes it back."
        assert task(pilot, 1).tags == ["bug"]
        await pilot.press("u")
        await saved(pilot)

    team = office.colleague().team
    assert (team.tags[0].name, team.tag_colours) == ("photo", {"photo": "magenta"})
    assert team.task(1).tags == ["photo"]


@pytest.mark.parametrize(
    ("section", "key", "sentence"),
    [
        (GENERAL, "a", "Nothing is added under General; e edits what is there."),
        (GENERAL, "x", "These are always there; e edits them."),
        (GENERAL, "J", "This order is given; columns, roles and tags can be moved."),
        (PEOPLE, "K", "This order is given; columns, roles and tags can be moved."),
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
        await pilot.press("end")
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
            *("end", "K", "l", "l", "l", "a", *"spring", "enter", "end", "m"),
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
        await packet(pilot, "T", "end", "e", "left", "space", "left", "space", "f2", "escape")
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
