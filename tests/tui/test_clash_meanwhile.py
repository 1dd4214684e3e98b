"""A clash while others work on: nothing unseen is decided, and no word of the person's is lost."""

from __future__ import annotations

import shutil

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from store.change import Change, combine
from store.models import Column
from store.rules import setup, tasks
from tests.builders import DOING, LATER
from tests.tui.conftest import Office, packet, saved, screen_text, task, until
from tests.tui.test_clash_dialog import against, app_of, asked, decided, marked, opened
from tui.dialogs.both import BothDialog
from tui.dialogs.clash import ClashDialog
from tui.dialogs.refused import RefusedDialog


async def cem_writes(office: Office, pilot: Pilot[None], number: int = 1, **fields: object) -> None:
    """A third person changes a card; wait until it is here."""
    cem = office.colleague("cem")
    cem.commit(tasks.edit(cem.team, number, "cem", LATER, **fields))
    await until(pilot, lambda: all(getattr(task(pilot, number), k) == v for k, v in fields.items()))


async def test_a_field_that_was_decided_on_is_asked_about_again(office: Office) -> None:
    """Cem writes a third title after I took mine and before I decided on the rest: I am shown his."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"), blocked=("my reason", "their reason"))
        await asked(pilot)
        assert ": title" in screen_text(pilot)
        await pilot.press("2")
        assert ": blocked" in screen_text(pilot)
        await cem_writes(office, pilot, title="Cem's")
        await pilot.press("2")
        assert isinstance(pilot.app.screen, ClashDialog)
        assert "Cem's" in screen_text(pilot)
        await pilot.press("1")
        await decided(pilot)

    card = office.colleague().team.task(1)
    assert (card.title, card.blocked) == ("Cem's", "my reason")


async def test_a_field_that_came_into_dispute_later_is_asked_about_too(office: Office) -> None:
    """My change had a reason nobody stood against; Cem's, written while it waited, is not overwritten."""
    async with office.app() as pilot:
        app = app_of(pilot)
        mine = tasks.edit(app.team, 1, "ana", LATER, title="Mine", blocked="my reason")
        ben = office.colleague("ben")
        ben.commit(tasks.edit(ben.team, 1, "ben", LATER, title="Theirs"))
        app.act(mine)
        await marked(pilot)
        await cem_writes(office, pilot, blocked="Cem's reason")
        await asked(pilot)
        await pilot.press("2")
        assert "Cem's reason" in screen_text(pilot)
        await pilot.press("1")
        await decided(pilot)

    card = office.colleague().team.task(1)
    assert (card.title, card.blocked) == ("Mine", "Cem's reason")


async def test_a_second_key_in_one_packet_does_not_decide_on_the_next_field(office: Office) -> None:
    """Of two fields in dispute, 2 and 2 in one packet decide on the first one only."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"), blocked=("my reason", "their reason"))
        await asked(pilot)
        await packet(pilot, "2", "2")
        await opened(pilot, ClashDialog)

        assert "2 of 2" in screen_text(pilot)
        assert "What was typed before this could be read is left out" in screen_text(pilot)
        assert task(pilot, 1).title == "Theirs"


async def test_lines_that_others_write_while_i_make_one_text_are_in_it(office: Office) -> None:
    """Cem adds a line while I put mine and Ben's together: the text for everybody has all three."""
    async with office.app() as pilot:
        against(office, pilot, description=("mine\n\nend", "theirs\n\nend"))
        await asked(pilot)
        await pilot.press("3")
        await opened(pilot, BothDialog)
        pilot.app.screen.query_one(TextArea).text = "mine and theirs\n\nend"
        await cem_writes(office, pilot, description="theirs\n\nend\nand Cem")
        await pilot.press("f2")
        await decided(pilot)

    assert office.colleague().team.task(1).description == "mine and theirs\n\nend\nand Cem"


async def test_a_line_that_others_change_once_more_is_asked_about(office: Office) -> None:
    """Cem changes the same line while I write: I am shown his, and 3 has my text with his marked in it."""
    async with office.app() as pilot:
        against(office, pilot, description=("mine", "theirs"))
        await asked(pilot)
        await pilot.press("3")
        await opened(pilot, BothDialog)
        pilot.app.screen.query_one(TextArea).text = "mine and theirs"
        await cem_writes(office, pilot, description="Cem's")
        await pilot.press("f2")
        await opened(pilot, ClashDialog)
        await until(pilot, lambda: "Theirs was changed once more" in screen_text(pilot), "the sentence")
        await pilot.press("3")
        await opened(pilot, BothDialog)
        text = pilot.app.screen.query_one(TextArea).text

        assert text == "<<<<<<< mine\nmine and theirs\n=======\nCem's\n>>>>>>> theirs"
        assert task(pilot, 1).description == "Cem's"


async def test_a_card_that_goes_while_it_is_asked_about_shows_my_words(office: Office) -> None:
    """Ben takes the card back after the clash: taking mine writes nothing and loses nothing."""
    async with office.app() as pilot:
        against(office, pilot, title=("My carefully written title", "Theirs"))
        await asked(pilot)
        ben = office.colleague("later")
        gone = Change.insert("tasks", ben.team.task(1), id=1).inverse()
        ben.commit(gone.signed("ben", LATER, "took it back"))
        await until(pilot, lambda: 1 not in app_of(pilot).team.tables["tasks"])
        await pilot.press("2")
        await decided(pilot)
        assert len(app_of(pilot).deciding.waiting) == 1
        await pilot.press("C")
        await opened(pilot, RefusedDialog)

        assert "My carefully written title" in screen_text(pilot)


async def test_what_cannot_be_kept_stays_to_be_decided_on(office: Office) -> None:
    """When this machine cannot keep a text of both, it says so, and 3 shows the text again."""
    async with office.app() as pilot:
        against(office, pilot, description=("mine", "theirs"))
        await asked(pilot)
        await pilot.press("3")
        await opened(pilot, BothDialog)
        pilot.app.screen.query_one(TextArea).text = "mine and theirs"
        outbox = office.local / "ana"
        away = office.local / "away"
        shutil.move(outbox, away)
        await pilot.press("f2")
        await opened(pilot, ClashDialog)
        shutil.move(away, outbox)
        assert len(app_of(pilot).deciding.waiting) == 1
        await pilot.press("3")
        await opened(pilot, BothDialog)
        assert pilot.app.screen.query_one(TextArea).text == "mine and theirs"
        await pilot.press("f2")
        await decided(pilot)

    assert office.colleague().team.task(1).description == "mine and theirs"


async def test_a_text_of_both_is_not_left_without_asking(office: Office) -> None:
    """esc on a text that was written asks first, and so does esc on the rest of the question."""
    async with office.app() as pilot:
        against(office, pilot, description=("mine", "theirs"), title=("Mine", "Theirs"))
        await asked(pilot)
        if ": title" in screen_text(pilot):
            await pilot.press("2")
        await pilot.press("3")
        await opened(pilot, BothDialog)
        pilot.app.screen.query_one(TextArea).text = "mine and theirs"
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, BothDialog)
        assert "esc again" in screen_text(pilot)
        await pilot.press("escape")
        await opened(pilot, ClashDialog)


async def test_whose_card_is_told_for_each_card(office: Office) -> None:
    """Of one change of two cards, each question names who wrote on that card."""
    async with office.app() as pilot:
        app = app_of(pilot)
        mine = combine(
            [tasks.edit(app.team, n, "ana", LATER, title=f"Mine {n}") for n in (1, 2)], "renamed two cards"
        )
        for person, number in (("ben", 1), ("cem", 2)):
            other = office.colleague(person)
            other.commit(tasks.edit(other.team, number, person, LATER, title=f"Theirs {number}"))
        app.act(mine)
        await asked(pilot)
        await until(pilot, lambda: "Theirs (Ben Okafor," in screen_text(pilot), "Ben's name")
        await pilot.press("1")
        await until(pilot, lambda: "Theirs (Cem" in screen_text(pilot), "Cem's name")


async def test_who_wrote_is_told_of_what_is_no_card(office: Office) -> None:
    """Two people changed a column's policy: the question names the other one."""
    async with office.app() as pilot:
        app = app_of(pilot)
        mine = setup.edit_column(app.team, DOING, "ana", LATER, policy="Mine")
        ben = office.colleague("ben")
        column = ben.team.find(Column, DOING)
        assert column is not None
        ben.commit(Change.update("columns", column, "changed it", policy="Theirs").signed("ben", LATER))
        app.act(mine)
        await asked(pilot)

        await until(pilot, lambda: "Theirs (Ben Okafor," in screen_text(pilot), "the name")


async def test_the_newest_of_theirs_has_its_writer(office: Office) -> None:
    """Cem writes over Ben's while I look at it: the name is Cem's then."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await asked(pilot)
        await until(pilot, lambda: "Theirs (Ben Okafor," in screen_text(pilot), "Ben's name")
        await cem_writes(office, pilot, title="Cem's")

        await until(pilot, lambda: "Theirs (Cem" in screen_text(pilot), "Cem's name")


@pytest.mark.parametrize(("typed", "title"), [("Mine and theirs", "Mine and theirs"), ("", None)])
async def test_one_title_is_made_of_both(office: Office, typed: str, title: str | None) -> None:
    """3 shows both titles, each on a line; what is saved is one line with words in it."""
    async with office.app() as pilot:
        against(office, pilot, title=("Mine", "Theirs"))
        await asked(pilot)
        await pilot.press("3")
        await opened(pilot, BothDialog)
        area = pilot.app.screen.query_one(TextArea)
        area.text = "Mine\nTheirs"
        await pilot.press("f2")
        assert isinstance(pilot.app.screen, BothDialog)
        area.text = typed
        await pilot.press("f2")
        if title is None:
            assert isinstance(pilot.app.screen, BothDialog)
            assert len(app_of(pilot).deciding.waiting) == 1
            return
        await decided(pilot)
        await saved(pilot)

    assert office.colleague().team.task(1).title == title
