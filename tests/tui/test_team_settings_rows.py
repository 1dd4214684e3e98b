"""What stands in each section of the team's settings, and changing it."""

from __future__ import annotations

from textual.widgets import Input, Select, TextArea

from store.change import Change
from store.duties.responsibilities import responsibilities_of
from store.models import ColumnKind, StandupOrder, Tag
from store.rules import filters, setup, tasks
from store.standup.questions import questions
from tests.builders import DOING, MAIL, NOW, PHOTO, READY, SHOP
from tests.tui.conftest import Office, saved, screen_text, task, toasts, until
from tests.tui.marks import presses
from tests.tui.settings import (
    COLUMNS,
    FILTERS,
    PEOPLE,
    QUESTIONS,
    ROLES,
    TAGS,
    by_ben,
    dialog,
    error,
    first_cells,
    line,
    pressed,
    save,
    settings,
    write,
)
from tui.dialogs.form import FormDialog
from widgets.listing import Listing
from widgets.weekdays import Weekdays

SHARES = "Ana Lima does not work in Photography; add it to the roles before its share."


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


@presses("team.add", "team.higher", "team.lower")
async def test_a_column_is_added_and_put_in_its_place(office: Office) -> None:
    """a adds one before the last, K moves it to the left, and the cursor goes with it."""
    async with office.app() as pilot:
        await settings(pilot, COLUMNS)
        write(await pressed(pilot, "a"), name="Review")
        await save(pilot)
        await pilot.press("end", "k", "K", "J")
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
    by_ben(office, setup.add_column(office.colleague().team, "Old", "ben", NOW, kind="done"))
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
        screen.query_one("#decisions", TextArea).text = "Which lamp"
        write(screen, kpis="Photos a day, Returns", department="Sales", above="news")
        await save(pilot)

    team = office.colleague().team
    role = team.role(PHOTO)
    assert (role.lead, role.deputy, role.wip_limit, role.colour) == ("cem", "ana", 2, "orange")
    assert [one.name for one in responsibilities_of(team, role)] == ["Photos", "Studio"]
    assert (role.decisions, role.kpis) == (["Which lamp"], ["Photos a day", "Returns"])
    assert (role.department, role.above) == ("Sales", MAIL)


async def test_when_somebody_works_is_written_in_simple_lines(office: Office) -> None:
    """What cannot be understood is told in a sentence, and what was typed stays."""
    async with office.app() as pilot:
        await settings(pilot, PEOPLE)
        screen = await pressed(pilot, "e")
        write(
            screen,
            hours="20",
            working_days="Mon-We",
            times="9 to 5",
            shares="Shop 60",
            joined_on="2026-03-01",
        )
        await pilot.press("f2")
        assert error(screen) == "“9 to 5” is not from when until when; write it like 09:00-17:30."
        assert screen.query_one("#shares", Input).value == "Shop 60"
        write(screen, times="9-13", shares="Shop 60, photo 60")
        await pilot.press("f2")
        assert error(screen) == SHARES
        write(screen, shares="Shop 60")
        await save(pilot)

    ana = office.colleague().team.members["ana"]
    assert (ana.hours, ana.working_days, ana.works_from, ana.works_until) == (20, [0, 1, 2], "09:00", "13:00")
    assert [(share.role, share.percent) for share in ana.shares] == [(SHOP, 60)]
    assert str(ana.joined_on) == "2026-03-01"


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
        await pilot.press("home", "j", "j", "j")
        screen = await pressed(pilot, "e")
        assert isinstance(screen.focused, Weekdays)
        await pilot.press("left", "left", "space", "left", "space")
        write(screen, name="Big Shop", time_zone="Europe/Oslo", stale_after="9", standup_seconds="60")
        screen.query_one("#standup_order", Select).value = "fixed"
        await save(pilot)
        assert "Mo Tu We Th Sa" in screen_text(pilot)
        assert "by name" in screen_text(pilot)

    found = office.colleague().team.settings
    assert (found.name, found.time_zone, found.stale_after) == ("Big Shop", "Europe/Oslo", 9)
    assert found.working_days == [0, 1, 2, 3, 5]
    assert (found.standup_seconds, found.standup_order) == (60, StandupOrder.FIXED)


async def test_questions_of_the_stand_up_are_written(office: Office) -> None:
    """Added, moved, changed, and put away; one for all days of the week is asked every day."""
    async with office.app() as pilot:
        await settings(pilot, QUESTIONS)
        assert "asks no more than the usual three" in screen_text(pilot)
        write(await pressed(pilot, "a"), text="What did you learn?")
        await save(pilot)
        write(await pressed(pilot, "a"), text="How was the week?")
        await pilot.press("tab", *["space", "right"] * 4, "space")
        await save(pilot)
        await saved(pilot)
        await pilot.press("end", "K")
        await saved(pilot)
        assert "Sa Su" in screen_text(pilot)
        assert "every day" in screen_text(pilot)
        await pilot.press("home")
        write(await pressed(pilot, "e"), text="How was your week?")
        await save(pilot)
        await saved(pilot)
        await pilot.press("end", "x")
        await saved(pilot)
        assert "What did you learn?  " in screen_text(pilot)
        assert "  archived" in screen_text(pilot)
        await pilot.press("end", "x", "x")
        await saved(pilot)

    (asked,) = questions(office.colleague().team)
    assert (asked.text, asked.weekdays) == ("How was your week?", [5, 6])


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
        await pilot.press("home", "j", "j", "j")
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


async def test_words_that_became_tags_are_undone_one_by_one(office: Office) -> None:
    """Two words are made tags, one after the other: `u` takes the second one back, then the first."""
    team = office.colleague().team
    by_ben(office, tasks.edit(team, 1, "ben", NOW, tags=["bug", "shoot"]))
    async with office.app() as pilot:
        await settings(pilot, TAGS)
        for word in ("bug", "shoot"):
            await pilot.press("end")
            write(await pressed(pilot, "e"), description=f"For {word}")
            await save(pilot)
        assert len(pilot.app.team.tags) == 2
        shown = [tag.name for tag in pilot.app.team.tags]
        await pilot.press("u")
        assert [tag.name for tag in pilot.app.team.tags] == shown[:1]
        await pilot.press("u")
        assert not pilot.app.team.tags
        await pilot.press("ctrl+r", "ctrl+r")
        await saved(pilot)

    assert [tag.name for tag in office.colleague().team.tags] == shown


async def test_a_colour_of_another_program_stays(office: Office) -> None:
    """A role and a tag whose colour no theme knows open their forms, which keep it and write nothing."""
    ben = office.colleague("ben")
    role = ben.team.role(SHOP)
    ben.commit(Change.update("roles", role, "coloured", colour="pink [b]").signed("ben", NOW))
    ben.commit(Change.insert("tags", Tag(name="spring", colour="teal"), "agreed").signed("ben", NOW))
    async with office.app() as pilot:
        for section, colour in ((ROLES, "pink [b]"), (TAGS, "teal")):
            await settings(pilot, section)
            screen = await pressed(pilot, "e")
            assert screen.query_one("#colour", Select).value == colour
            assert colour in screen_text(pilot)
            await save(pilot)
            await pilot.press("q")

    assert office.colleague().number == 2


async def test_filters_are_kept_changed_moved_and_removed(office: Office) -> None:
    """a keeps one, e gives it another query and a key, K moves it up, x removes it and u brings it back."""
    by_ben(office, filters.save(office.colleague().team, "Blocked", "is:blocked", "ben", NOW))
    async with office.app() as pilot:
        await settings(pilot, FILTERS)
        write(await pressed(pilot, "a"), name="Mine", query="@me")
        await save(pilot)
        await pilot.press("end")
        write(await pressed(pilot, "e"), query="@me is:open", key="m")
        await save(pilot)
        await pilot.press("K")
        assert first_cells(pilot) == ["Mine", "Blocked"]
        await pilot.press("x")
        assert line(pilot) == "You removed the filter “Mine”; u takes it back."
        assert first_cells(pilot) == ["Blocked"]
        await pilot.press("u")
        await saved(pilot)

    first, second = office.colleague().team.filters
    assert (first.name, first.query, first.key) == ("Mine", "@me is:open", "m")
    assert second.name == "Blocked"


async def test_what_is_wrong_with_a_filter_is_said_in_the_form(office: Office) -> None:
    """A query that cannot be understood, a key that is taken, and what is missing are sentences."""
    by_ben(office, filters.save(office.colleague().team, "Blocked", "is:blocked", "ben", NOW, key="b"))
    async with office.app() as pilot:
        await settings(pilot, FILTERS)
        screen = await pressed(pilot, "a")
        sentences = []
        for name, query, key in (
            ("", "", ""),
            ("Mine", "", ""),
            ("Mine", "is:foo", ""),
            ("Mine", "due:27.", ""),
            ("Mine", "@me", "b"),
            ("Mine", "@me", "bb"),
            ("Mine", "@me", "+"),
        ):
            write(screen, name=name, query=query, key=key)
            await pilot.press("f2")
            sentences.append(error(screen))
        assert screen.query_one("#query", Input).value == "@me"

    assert sentences[0] == "The filter has no name; write one, like “Due this week”."
    assert sentences[1] == "The filter is empty; write what it shows, like “@me is:open”."
    assert sentences[2].startswith("There is no state “foo”; choose blocked")
    assert sentences[3].startswith("“27.” is not a day")
    assert sentences[4:] == [
        "The key “b” calls up “Blocked”; choose another key.",
        "“bb” is not one key; choose a single letter, digit or sign.",
        "“+” keeps and forgets filters on the board; choose another key.",
    ]
    assert [kept.name for kept in office.colleague().team.filters] == ["Blocked"]


async def test_everybody_in_the_team_keeps_filters(office: Office) -> None:
    """Cem, who leads nothing, adds one; an outsider is told that he can only read."""
    async with office.app("cem") as pilot:
        await settings(pilot, FILTERS)
        assert "The team keeps no filters yet; a adds the first one." in screen_text(pilot)
        write(await pressed(pilot, "a"), name="Mine", query="@me")
        await save(pilot)
    async with office.app("zoe", size=(200, 24)) as pilot:
        await settings(pilot, FILTERS)
        await pilot.press("x")
        assert "“zoe” is not in the team and can only read" in toasts(pilot)[0]

    assert [kept.name for kept in office.colleague().team.filters] == ["Mine"]
