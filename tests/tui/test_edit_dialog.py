"""The form for a card's fields: every field, every refusal, and colleagues who work on the same card."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Select, TextArea

from store.change import Change
from store.models import Role
from store.repository import Repository
from store.rules import tasks
from tests import builders
from tests.builders import BACKLOG, LATER, MAIL, PHOTO, SHOP
from tests.tui.conftest import Office, board, packet, saved, screen_text, task, toasts, until
from tests.tui.disks import look_now
from tests.tui.marks import presses
from tui.dialogs.clash import ClashDialog
from tui.dialogs.edit import EditDialog
from tui.keys import FORM, Command
from tui.screens.board import BoardScreen

DUE = 5
"""How many tabs lead from the title to the due date."""


async def opened(pilot: Pilot[None], number: int = 1) -> EditDialog:
    """Open the form of a card."""
    board(pilot).select_task(number)
    await pilot.press("e")
    await until(pilot, lambda: isinstance(pilot.app.screen, EditDialog) and not pilot.app._gate._closed)
    form = pilot.app.screen
    assert isinstance(form, EditDialog)
    return form


def write(form: EditDialog, **fields: str) -> None:
    """Put texts into fields, as if they had been typed there."""
    for name, text in fields.items():
        form.query_one(f"#{name}", Input).value = text


async def save(pilot: Pilot[None]) -> None:
    """Save and wait until the folder has it."""
    await pilot.press("f2")
    await until(pilot, lambda: not isinstance(pilot.app.screen, EditDialog), "closing the form")
    await saved(pilot)


def error(form: EditDialog) -> str:
    """The sentence in the form."""
    return str(form.query_one(".error").visual)


def ben_writes(office: Office, number: int = 1, **fields: Any) -> Repository:
    """Ben changes a card and stays at work."""
    ben = office.colleague("ben")
    card = ben.team.task(number)
    ben.commit(Change.update("tasks", card, "edited", **fields).signed("ben", LATER))
    return ben


async def arrived(pilot: Pilot[None], number: int, **fields: Any) -> None:
    """Wait until a colleague's values are here."""
    look_now(pilot)
    await until(pilot, lambda: all(getattr(task(pilot, number), n) == v for n, v in fields.items()))


@pytest.mark.parametrize("command", FORM, ids=lambda c: c.name)
def test_every_command_of_the_key_table_can_be_done(command: Command) -> None:
    """The form has a method for each command."""
    assert callable(getattr(EditDialog, f"do_{command.name}"))


async def test_every_field_of_one_line_is_saved(office: Office) -> None:
    """What is written in the fields is in the folder after f2."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, title="Order red paper", due="2026-12-01", start="2026-11-30", blocked="no paper")
        write(form, estimate="2,5 h", tags="#shoot, spring", depends_on="4, #5", assignees="ben, cem")
        await save(pilot)

    card = office.colleague().team.task(1)
    assert (card.title, card.blocked) == ("Order red paper", "no paper")
    assert (card.due, card.start, card.estimate) == (date(2026, 12, 1), date(2026, 11, 30), 2.5)
    assert (card.tags, card.depends_on, card.assignees) == (["shoot", "spring"], [4, 5], ["ben", "cem"])


@pytest.mark.parametrize("typed", ["@ben, Cem Demir", "BEN,cem", "Ben Okafor, C"])
async def test_people_are_named_as_one_likes(office: Office, typed: str) -> None:
    """Logins, names, and how a name begins are understood, in any case of letters."""
    async with office.app() as pilot:
        write(await opened(pilot), assignees=typed)
        await save(pilot)
        assert task(pilot, 1).assignees == ["ben", "cem"]


async def test_days_and_hours_are_written_as_behind_a_title(office: Office) -> None:
    """A day is meant from the team's today on, and minutes become hours."""
    async with office.app() as pilot:
        write(await opened(pilot), due="+2w", start="tomorrow", estimate="90m")
        await save(pilot)
        card, today = task(pilot, 1), pilot.app.today
        assert (card.due, card.start) == (today + timedelta(14), today + timedelta(1))
        assert card.estimate == 1.5


async def test_on_a_small_screen_each_field_has_a_line(office: Office) -> None:
    """Nothing is squeezed to a few letters, the field with the cursor is in view, and so are the keys."""
    async with office.app(size=(40, 12)) as pilot:
        form = await opened(pilot)
        lines = screen_text(pilot).split("\n")
        assert sum(line.startswith(("│ Role", "│ Priority", "│ People", "│ Tags")) for line in lines) == 4
        assert "f2 save" in lines[-2]
        await pilot.press(*["tab"] * 11)
        await pilot.pause()
        assert form.focused is form.query_one("#description")
        assert form.focused.region.bottom <= 12 - 2
        assert form.focused.size.height >= 3


async def test_what_was_not_changed_is_not_written(office: Office) -> None:
    """Only the changed field is in the commit."""
    async with office.app() as pilot:
        write(await opened(pilot, 5), title="Photograph everything")
        await save(pilot)

    (commit,) = office.colleague()._shared.history()
    (edit,) = commit.change.edits
    assert edit.after == {"title": "Photograph everything"}


async def test_an_emptied_field_is_empty(office: Office) -> None:
    """Taking away what is in a field takes it off the card."""
    full = {"assignees": ["ben"], "due": "2026-12-01", "estimate": 2.0, "tags": ["a"], "blocked": "no paper"}
    ben_writes(office, **full, depends_on=[4], start="2026-11-30", description="Text")
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, **dict.fromkeys([*full, "depends_on", "start"], ""))
        form.query_one(TextArea).text = ""
        await save(pilot)

    assert office.colleague().team.task(1).raw() == builders.task(1, "Order wrapping paper").raw()


async def test_the_text_is_saved_with_its_lines(office: Office) -> None:
    """The description keeps its lines."""
    async with office.app() as pilot:
        form = await opened(pilot)
        form.query_one(TextArea).text = "One\n\n- two\n- three"
        await save(pilot)

    assert office.colleague().team.task(1).description == "One\n\n- two\n- three"


async def test_priority_and_role_are_chosen(office: Office) -> None:
    """A chosen priority is saved; a chosen role puts the card at the end of that role's lane."""
    async with office.app() as pilot:
        form = await opened(pilot)
        form.query_one("#priority", Select).value = "urgent"
        form.query_one("#role", Select).value = PHOTO
        await save(pilot)

    card = office.colleague().team.task(1)
    assert (card.priority, card.role, card.column) == ("urgent", PHOTO, BACKLOG)


async def test_a_card_can_become_nobodys(office: Office) -> None:
    """“nobody's yet” takes the role away."""
    async with office.app() as pilot:
        form = await opened(pilot)
        form.query_one("#role", Select).value = 0
        await save(pilot)

    assert office.colleague().team.task(1).role is None


async def test_the_form_of_a_card_whose_role_is_archived_opens(office: Office) -> None:
    """Card and role were put away while the card was open: the form shows both, and saving says why not."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await pilot.press("enter")
        ben = office.colleague("ben")
        for number in (1, 2, 4, 8):
            ben.commit(tasks.archive(ben.team, number, "ben", LATER))
        role = ben.team.find(Role, SHOP)
        assert role
        ben.commit(Change.update("roles", role, "archived", archived_at=LATER).signed("ben", LATER))
        await until(pilot, lambda: SHOP not in [r.id for r in pilot.app.team.roles], "Ben's archiving")
        await packet(pilot, "e", *" now", "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditDialog), "the form")
        form = pilot.app.screen
        await until(pilot, lambda: error(form), "a sentence")

        assert "Shop (archived)" in screen_text(pilot)
        assert "#1 is archived" in error(form)


async def test_saving_without_changes_commits_nothing(office: Office) -> None:
    """f2 on an untouched form closes it and writes nothing."""
    async with office.app() as pilot:
        await opened(pilot)
        await save(pilot)

    assert office.colleague().number == 0


async def test_a_trailing_line_is_not_taken_for_a_change(office: Office) -> None:
    """A description that ends with an empty line stays as it is."""
    ben = ben_writes(office, description="One\n")
    async with office.app() as pilot:
        await opened(pilot)
        await save(pilot)
    ben.refresh()

    assert ben.number == 1


async def test_one_step_of_undo_takes_the_whole_form_back(office: Office) -> None:
    """Several fields that were saved at once are one step."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, title="Order red paper", due="2026-12-01", depends_on="#4")
        form.query_one("#role", Select).value = PHOTO
        await save(pilot)
        await pilot.press("u")
        await saved(pilot)

    card = office.colleague().team.task(1)
    assert (card.title, card.due, card.depends_on, card.role) == ("Order wrapping paper", None, [], SHOP)


async def test_what_does_not_fit_is_said_and_nothing_is_lost(office: Office) -> None:
    """A value that does not fit is named in a sentence; the form stays with everything that was written."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, tags="kept")
        for field, typed, sentence in (
            ("due", "soon", "“soon” is not a day"),
            ("due", "2026-02-30", "is not a day"),
            ("start", "1.13.2026", "is not a day"),
            ("estimate", "much", "is not a number"),
            ("assignees", "zoe", "There is no person “zoe”"),
            ("title", "", "must not be empty"),
            ("title", "x" * 400, "too long"),
            ("depends_on", "#99", "99"),
            ("depends_on", "five", "is not a task number"),
            ("depends_on", "#1", "would wait for itself"),
        ):
            right = form.query_one(f"#{field}", Input).value
            write(form, **{field: typed})
            await pilot.press("f2")
            await until(pilot, lambda sentence=sentence: sentence in error(form), sentence)

            assert sentence in " ".join(screen_text(pilot).split())
            assert form.query_one(f"#{field}", Input).value == typed
            assert form.query_one("#tags", Input).value == "kept"
            assert pilot.app.screen is form
            write(form, **{field: right})
        assert not pilot.app.status.waiting
        await save(pilot)
        assert task(pilot, 1).tags == ["kept"]


async def test_a_corrected_value_can_be_saved(office: Office) -> None:
    """After the sentence, a date that fits is saved with the rest."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, title="Order red paper", due="soon")
        await pilot.press("f2")
        await until(pilot, lambda: error(form), "a sentence")
        write(form, due="2026-12-01")
        await save(pilot)

    card = office.colleague().team.task(1)
    assert (card.title, card.due) == ("Order red paper", date(2026, 12, 1))


async def test_waiting_in_a_circle_is_refused_with_the_chain(office: Office) -> None:
    """Card 6 waits for 5, so 5 cannot wait for 6; the sentence shows the circle."""
    async with office.app() as pilot:
        form = await opened(pilot, 5)
        write(form, depends_on="#6")
        await pilot.press("f2")
        await until(pilot, lambda: error(form), "a sentence")

        assert "#5 → #6 → #5" in error(form)


async def test_other_fields_of_a_colleague_are_kept(office: Office) -> None:
    """Ben changes the due date while I change the title: the card has both."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, title="Order red paper")
        ben_writes(office, due="2026-12-01", tags=["ben"])
        await arrived(pilot, 1, due=date(2026, 12, 1))
        await save(pilot)

    card = office.colleague().team.task(1)
    assert (card.title, card.due, card.tags) == ("Order red paper", date(2026, 12, 1), ["ben"])


async def test_people_and_tags_of_both_are_kept(office: Office) -> None:
    """Ben adds himself and a tag while I add Cem and another tag: the card has all."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, assignees="cem", tags="red")
        ben_writes(office, assignees=["ben"], tags=["green"])
        await arrived(pilot, 1, assignees=["ben"])
        await save(pilot)

    card = office.colleague().team.task(1)
    assert (set(card.assignees), set(card.tags)) == ({"ben", "cem"}, {"red", "green"})


async def test_the_form_keeps_what_is_being_written_when_news_arrive(office: Office) -> None:
    """A colleague's change does not touch a field that is open in the form."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, title="Half")
        ben_writes(office, title="Theirs")
        await arrived(pilot, 1, title="Theirs")

        assert form.query_one("#title", Input).value == "Half"


@pytest.mark.parametrize(("key", "title"), [("1", "Theirs"), ("2", "Mine")])
async def test_the_same_field_is_decided_by_the_person(office: Office, key: str, title: str) -> None:
    """Ben changed the title too: both are shown, 1 keeps his, 2 mine; my other field is kept either way."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, title="Mine", blocked="no paper")
        ben_writes(office, title="Theirs", due="2026-12-01")
        await arrived(pilot, 1, title="Theirs")
        await pilot.press("f2")
        await until(pilot, lambda: pilot.app.deciding.waiting, "the mark")
        await pilot.press("C")
        await until(pilot, lambda: isinstance(pilot.app.screen, ClashDialog), "the question")
        text = screen_text(pilot)
        assert all(part in text for part in ("Order wrapping paper", "Theirs", "Mine"))
        await pilot.press(key)
        await saved(pilot)

    card = office.colleague().team.task(1)
    assert (card.title, card.blocked, card.due) == (title, "no paper", date(2026, 12, 1))


async def test_escape_asks_once_when_something_was_written(office: Office) -> None:
    """esc on a changed form asks; the second esc leaves without it."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, title="Half")
        await pilot.press("escape")
        assert "unsaved changes" in screen_text(pilot)
        await pilot.press("escape")

        assert isinstance(pilot.app.screen, BoardScreen)
        assert task(pilot, 1).title == "Order wrapping paper"


async def test_who_goes_on_after_the_question_is_asked_again(office: Office) -> None:
    """esc, more text, esc: the form is still there."""
    async with office.app() as pilot:
        form = await opened(pilot)
        await pilot.press(*"ab", "escape", "c", "escape")
        assert pilot.app.screen is form
        await pilot.press("f2")

        assert task(pilot, 1).title == "Order wrapping paperabc"


async def test_escape_leaves_an_untouched_form_at_once(office: Office) -> None:
    """Without changes there is nothing to ask."""
    async with office.app() as pilot:
        await opened(pilot)
        await pilot.press("escape")

        assert isinstance(pilot.app.screen, BoardScreen)


async def test_escape_in_an_open_list_closes_only_the_list(office: Office) -> None:
    """esc while roles are being shown leaves the form open and the role as it was."""
    async with office.app() as pilot:
        form = await opened(pilot)
        await packet(pilot, "tab", "enter", "down", "escape")
        await until(pilot, lambda: not form.query_one("#role", Select).expanded)

        assert pilot.app.screen is form
        assert form.query_one("#role", Select).value == SHOP


async def test_the_limit_of_a_role_is_asked_about_in_the_form(office: Office) -> None:
    """Handing a card in work to a role at its limit asks; saving again does it and says so in the history."""
    ben = office.colleague("ben")
    photo = ben.team.find(Role, PHOTO)
    assert photo
    ben.commit(Change.update("roles", photo, "limited", wip_limit=1).signed("ben", LATER))
    async with office.app() as pilot:
        form = await opened(pilot, 7)
        form.query_one("#role", Select).value = PHOTO
        await pilot.press("f2")
        await until(pilot, lambda: error(form), "the question")
        assert "limit of 1" in error(form)
        assert task(pilot, 7).role == MAIL
        await save(pilot)
        assert task(pilot, 7).role == PHOTO
    ben.refresh()

    assert "over Photography’s limit of 1" in next(iter(ben.commits())).change.label


async def test_a_colleague_removed_the_card_while_it_was_edited(office: Office) -> None:
    """What was written on a card that is gone is shown once more, so that it can be copied."""
    ben = office.colleague("ben")
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, title="My long text")
        card = ben.team.task(1)
        ben.commit(Change.insert("tasks", card, id=1).inverse().signed("ben", LATER, "removed"))
        await until(pilot, lambda: pilot.app.team.find(builders.Task, 1) is None)
        await pilot.press("f2")
        await until(pilot, lambda: pilot.app.deciding.waiting, "the mark")
        await pilot.press("C")
        await until(pilot, lambda: "My long text" in screen_text(pilot), "the text")

        assert "This could not be saved" in screen_text(pilot)


async def test_markup_in_the_form_is_literal(office: Office) -> None:
    """Titles, roles and sentences with brackets are shown as they are."""
    evil = "[red]x[/]"
    ben = ben_writes(office, title=evil)
    role = ben.team.find(Role, PHOTO)
    assert role
    ben.commit(Change.update("roles", role, "named", name=evil).signed("ben", LATER))
    async with office.app() as pilot:
        form = await opened(pilot)
        assert screen_text(pilot).count(evil) >= 1
        write(form, assignees=evil)
        await pilot.press("f2")
        await until(pilot, lambda: error(form), "a sentence")
        assert evil in error(form)
        await packet(pilot, *["tab"], "enter")
        await until(pilot, lambda: form.query_one("#role", Select).expanded)

        assert screen_text(pilot).count(evil) >= 2
        await pilot.press("escape")


async def test_a_form_on_a_card_of_yesterday_says_when_it_was_saved(office: Office) -> None:
    """The change carries the time of the saving."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, title="Order red paper")
        await save(pilot)

    (commit,) = office.colleague()._shared.history()
    assert commit.change.at - LATER < timedelta(seconds=1)
    assert commit.change.by == "ana"


async def test_no_toast_speaks_over_the_form(office: Office) -> None:
    """A refusal is said in the form itself, not in a toast that goes away."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, due="soon")
        await pilot.press("f2")
        await until(pilot, lambda: error(form), "a sentence")

        assert toasts(pilot) == []


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
async def test_no_key_of_the_framework_leaves_with_unsaved_text(office: Office, key: str) -> None:
    """What is being written is not thrown away by a key that is not in the table."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, title="Half")
        await pilot.press(key)

        assert pilot.app.screen is form
        assert not pilot.app._exit
        assert toasts(pilot) == []


async def test_what_others_change_meanwhile_is_told(office: Office) -> None:
    """The frame names the fields that Ben has changed under the open form."""
    async with office.app() as pilot:
        await opened(pilot)
        ben_writes(office, title="Theirs", due="2026-12-01")
        await arrived(pilot, 1, title="Theirs")
        await pilot.pause()

        assert "Changed meanwhile: title and due date" in screen_text(pilot)


async def test_a_card_that_was_put_away_meanwhile_is_saved_knowingly(office: Office) -> None:
    """The first f2 says that Ben has put it away; the second one saves it there, and nothing is lost."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, title="Mine")
        ben_writes(office, archived_at=LATER)
        await arrived(pilot, 1, archived_at=LATER)
        await pilot.press("f2")
        assert pilot.app.screen is form
        assert "#1 was put away meanwhile" in " ".join(screen_text(pilot).split())
        await save(pilot)

    assert office.colleague().team.task(1).title == "Mine"


@presses("edit.restore")
async def test_a_card_that_was_put_away_meanwhile_is_brought_back(office: Office) -> None:
    """The form says who put it away; f3 saves what was written and has the card on the board again."""
    async with office.app(size=(100, 30)) as pilot:
        form = await opened(pilot)
        write(form, title="Mine")
        ben_writes(office, archived_at=LATER)
        await until(pilot, lambda: "put away meanwhile (Ben Okafor, today" in screen_text(pilot), "who")
        await pilot.press("f2")
        assert "f3 brings it back with what you wrote" in error(form)
        await pilot.press("f3")
        await until(pilot, lambda: pilot.app.screen is not form, "closing")
        await saved(pilot)

    card = office.colleague().team.task(1)
    assert (card.title, card.archived_at) == ("Mine", None)


async def test_only_what_is_put_away_is_brought_back(office: Office) -> None:
    """f3 in the form of a card on the board says so, and the form stays."""
    async with office.app() as pilot:
        form = await opened(pilot)
        write(form, title="Mine")
        await pilot.press("f3")

        assert pilot.app.screen is form
        assert "The card is not put away; f2 saves it." in screen_text(pilot)
        assert task(pilot, 1).title != "Mine"
