"""The team's people: who is there, how much waits for each, absences, handing over and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from store.absences.open_things import open_things
from store.models import Member, Task
from store.rules import absences as rules
from store.rules.handovers import hand_over
from store.rules.setup import edit_member
from tests.builders import LATER, NOW
from tests.tui.conftest import Office, packet, saved, screen_text, toasts, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tests.tui.people import TODAY, absences, handovers, here, line, note, of_shop, people, rows, team_screen
from tui.dialogs.form import FormDialog
from tui.dialogs.handover import HandoverDialog
from tui.dialogs.inbox import InboxDialog
from tui.dialogs.person import PersonDialog
from tui.dialogs.sections import SectionsDialog
from tui.keys import PEOPLE, WORKLOAD, Command
from tui.screens.people import PeopleScreen
from tui.screens.training import TrainingScreen
from tui.team.people import GROUPS
from tui.team.workload import LoadCursor, LoadLooking


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


@pytest.mark.parametrize("command", [*PEOPLE, *WORKLOAD], ids=lambda c: c.name)
def test_every_command_of_the_key_tables_can_be_done(command: Command) -> None:
    """Some group has a method for each command."""
    groups = (*GROUPS, LoadCursor, LoadLooking)
    assert any(callable(getattr(group, f"do_{command.name}", None)) for group in groups)


@presses("people.down", "people.up", "people.first", "people.last", "people.page_down", "people.page_up")
@presses("people.order", "people.filter", "people.clear", "people.scroll_down", "people.scroll_up")
async def test_one_looks_at_people(shop: Office) -> None:
    """At first at oneself; who is away comes last, by name or by what there is to do."""
    async with shop.app(size=(120, 24)) as pilot:
        await packet(pilot, "5")
        assert (here(pilot), people(pilot)) == ("ana", ["ana", "cem", "ben"])
        text = screen_text(pilot)
        assert "● in              Ana Lima" in text
        assert "○ away until Fri  Ben Okafor" in text
        # All of it this week: next week she is away, which both tabs know.
        assert "10/40" in text
        assert "!██████ 60/40" in text
        assert note(pilot) == "3 people · 1 away"
        assert "Mon 30 Nov to Fri 4 Dec, on holiday" in text
        assert "AR Returns within 48 h" in text

        await packet(pilot, "j")
        assert here(pilot) == "cem"
        assert "stands in for Ben Okafor" in screen_text(pilot)
        await packet(pilot, "end", "k", "home", "pagedown")
        assert here(pilot) == "ben"
        assert line(pilot) == "Ben Okafor · away until Fri · Photography · Retouch the catalogue"
        await packet(pilot, "pageup", "o")
        assert people(pilot) == ["cem", "ana", "ben"]
        assert note(pilot).endswith("by load")
        await packet(pilot, "o", "/", *"news", "enter")
        assert people(pilot) == ["cem"]
        await packet(pilot, "escape")
        assert people(pilot) == ["ana", "cem", "ben"]
    async with shop.app(size=(120, 12)) as pilot:
        await packet(pilot, "5")
        await packet(pilot, "J", "J")
        sheet = team_screen(pilot).query_one("PersonSheet")
        assert sheet.scroll_offset.y > 0
        await packet(pilot, "K", "K", "K")
        assert sheet.scroll_offset.y == 0


@ahead("PersonDialog")
@presses("people.open", "person.close")
async def test_all_of_a_person_is_read(shop: Office) -> None:
    """On a small terminal in a dialog; it closes when the person leaves."""
    other = shop.colleague()
    async with shop.app() as pilot:
        await packet(pilot, "5", "j", "enter", "j", "q", "j", "enter")
        assert isinstance(pilot.app.screen, PersonDialog)
        text = screen_text(pilot)
        assert "Ben Okafor  ben" in text
        assert "○ away until Fri 27 Nov" in text
        assert "on holiday, Cem Demir stands in" in text
        assert "works Mo Tu We Th Fr, 40 h a week, Europe/Berlin" in text
        ben = next(one for one in other.team.all(Member) if one.login == "ben")
        other.commit(edit_member(other.team, ben.login, "ana", LATER, left_at=LATER))
        look_now(pilot)
        await until(pilot, lambda: pilot.app.screen is team_screen(pilot))
        assert people(pilot) == ["ana", "cem"]


@presses("people.away", "people.absences", "people.undo", "people.redo")
async def test_an_absence_is_entered_changed_and_called_off(shop: Office) -> None:
    """The last day counts from the first; a lead enters those of others too."""
    async with shop.app() as pilot:
        await packet(pilot, "5", "j", "A", *"mon", "tab", *"wed", "tab", "tab", *"ben", "tab", *"Rome", "f2")
        await saved(pilot)
        made = absences(pilot)[-1]
        assert (made.person, made.cover, made.note) == ("cem", "ben", "Rome")
        assert (made.start, made.end) == (TODAY + timedelta(days=7), TODAY + timedelta(days=9))
        # Who stands in can take over at once what there is to do.
        assert line(pilot) == "Hand over 1 card and 1 responsibility to Ben Okafor? y/n"
        await packet(pilot, "y")
        await until(pilot, lambda: isinstance(pilot.app.screen, HandoverDialog))
        await packet(pilot, "escape")
        await packet(pilot, "u")
        assert len(absences(pilot)) == 2
        await packet(pilot, "ctrl+r")
        assert len(absences(pilot)) == 3

        await packet(pilot, "v")
        assert isinstance(pilot.app.screen, SectionsDialog)
        assert rows(pilot.app.screen) == [
            ("Mon 30 Nov to Wed 2 Dec", "Cem Demir", "on holiday", "Ben Okafor", "Rome")
        ]
        await packet(pilot, "e", "tab", "ctrl+u", *"+3d", "enter")
        assert rows(pilot.app.screen)[0][0] == "Mon 30 Nov to Thu 3 Dec"
        await packet(pilot, "x")
        assert rows(pilot.app.screen)[0][0] == "called off: Mon 30 Nov to Thu 3 Dec"
        await packet(pilot, "x", "tab")
        assert [row[1] for row in rows(pilot.app.screen)] == ["Ben Okafor", "Ana Lima", "Cem Demir"]
        await packet(pilot, "q", "home", "A", "f2")
        await saved(pilot)
        mine = absences(pilot)[-1]
        assert (mine.person, mine.start, mine.end) == ("ana", TODAY, TODAY)


async def test_who_leads_nothing_enters_her_own(shop: Office) -> None:
    """Wherever the cursor is; what is not hers is refused in a sentence."""
    async with shop.app(person="cem") as pilot:
        await packet(pilot, "5", "home", "A")
        assert "Cem Demir" in screen_text(pilot).split("New absence")[1].split("From")[0]
        await packet(pilot, "escape", "O")
        assert line(pilot) == "This work is Ana Lima's; ask Ana Lima, or who leads a role."
        # What is typed at once behind something refused is taken for its text.
        await pilot.pause(0.3)
        await packet(pilot, "e")
        assert line(pilot).startswith("Only who leads a role changes")
        await pilot.pause(0.3)
        await packet(pilot, "B")
        assert line(pilot) == "Ana Lima has handed over nothing, and taken over nothing."


@ahead("HandoverDialog")
@presses("people.hand_over", "handover.toggle", "handover.receiver", "handover.receiver_of_all")
@presses("handover.do_it", "people.give_back")
async def test_everything_is_handed_over_at_once_and_comes_back(shop: Office) -> None:
    """Each thing has its receiver, and one is kept; undo takes all of it back."""
    async with shop.app() as pilot:
        await packet(pilot, "5", "O")
        dialog = pilot.app.screen
        assert isinstance(dialog, HandoverDialog)
        assert rows(dialog) == [
            ("[✓]", "card", "#4 Count the stock", "nobody yet"),
            ("[✓]", "goal", "“Fewer returns”", "nobody yet"),
            ("[✓]", "answers for", "“Returns within 48 h”", "nobody yet"),
            ("[✓]", "does", "“Returns within 48 h”", "nobody yet"),
        ]
        await packet(pilot, "enter")
        assert toasts(pilot) == [
            "Nobody is named for 1 card, 1 goal and 1 responsibility; S says who gets all of it."
        ]
        await packet(pilot, "S", *"ben", "enter", "s", *"cem", "enter", "end", "space")
        assert [row[0] + row[3] for row in rows(dialog)] == [
            "[✓]Cem Demir",
            "[✓]Ben Okafor",
            "[✓]Ben Okafor",
            "[ ]stays",
        ]
        await packet(pilot, "enter")
        assert line(pilot) == "Hand 1 card, 1 goal and 1 responsibility over to 2 people? y/n"
        # The keys below are the question's, and only an answer ends it.
        assert screen_text(pilot).splitlines()[-2].strip("│ ") == "y yes  n no"
        await packet(pilot, "j", "s", "enter")
        assert line(pilot).endswith("over to 2 people? y/n")
        await packet(pilot, "y", "u")
        assert handovers(pilot) == []
        await packet(pilot, "ctrl+r")
        await saved(pilot)
        assert [(one.receiver, one.absence) for one in handovers(pilot)] == [("cem", 2), ("ben", 2)]
        assert app_of(pilot).team.task(4).assignees == ["cem"]

        await packet(pilot, "end", "B")
        assert line(pilot) == "Give 1 goal and 1 responsibility back to Ana Lima? y/n"
        await packet(pilot, "y", "home", "B", "y")
        await saved(pilot)
        assert app_of(pilot).team.task(4).assignees == ["ana"]
        assert all(one.back_at for one in handovers(pilot))


@presses("handover.down", "handover.up", "handover.first", "handover.last", "handover.page_down")
@presses("handover.page_up", "handover.help", "handover.close")
async def test_the_cursor_goes_through_what_is_handed_over(shop: Office) -> None:
    """To the ends and by a page; every key that closes it does nothing else."""
    async with shop.app() as pilot:
        await packet(pilot, "5", "O", "j", "j", "k")
        dialog = pilot.app.screen
        assert isinstance(dialog, HandoverDialog)
        assert dialog._listing.at == 1
        await packet(pilot, "end")
        assert dialog._listing.at == 3
        await packet(pilot, "home", "pagedown", "pageup")
        assert dialog._listing.at == 0
        await packet(pilot, "?", "escape", "q")
        assert pilot.app.screen is team_screen(pilot)
        assert handovers(pilot) == []


@presses("people.give_back")
async def test_several_handovers_are_told_apart(shop: Office) -> None:
    """A digit says which one is given back."""
    ana = shop.colleague("ana")
    things = open_things(ana.team, "ana")
    ana.commit(hand_over(ana.team, "ana", {things[0]: "cem"}, "ana", NOW))
    ana.commit(hand_over(ana.team, "ana", {things[1]: "cem"}, "ana", NOW))
    async with shop.app(size=(120, 24)) as pilot:
        await packet(pilot, "5", "B")
        assert line(pilot).startswith("Give back: 1 1 card of Ana Lima  2 1 goal of Ana Lima")
        await packet(pilot, "2", "y")
        await saved(pilot)
        assert [bool(one.back_at) for one in handovers(pilot)] == [False, True]


@presses("people.edit", "people.add")
async def test_people_are_edited_and_taken_in(shop: Office) -> None:
    """With the forms of the settings."""
    async with shop.app() as pilot:
        await packet(pilot, "5", "j", "e", "ctrl+u", *"Cem D", "f2")
        assert app_of(pilot).team.members["cem"].name == "Cem D"
        await packet(pilot, "a", *"dee", "f2")
        await saved(pilot)
        assert people(pilot) == ["ana", "cem", "dee", "ben"]


async def test_the_inbox_tells_of_covers_and_handovers(shop: Office) -> None:
    """Enter shows the person, and that is seen then."""
    ben = shop.colleague("ben")
    ben.commit(rules.edit(ben.team, 1, "ben", NOW, cover="ana"))
    card = open_things(ben.team, "ben")[0]
    ben.commit(hand_over(ben.team, "ben", {card: "ana"}, "ben", NOW))
    assert isinstance(ben.team.find(Task, card.number), Task)
    async with shop.app() as pilot:
        await packet(pilot, "ctrl+n")
        inbox = pilot.app.screen
        assert isinstance(inbox, InboxDialog)
        await until(pilot, lambda: "named you as the cover of Ben" in screen_text(pilot), "the inbox")
        assert "handed 1 card of Ben Okafor over to you" in screen_text(pilot)
        await packet(pilot, "enter")
        assert isinstance(pilot.app.screen, PersonDialog)
        assert "Ben Okafor  ben" in screen_text(pilot)
        await packet(pilot, "q")
        assert not next(item for item in inbox._shown.values() if item.key[0] == "handovers").is_new


async def test_the_palette_finds_what_is_done_in_other_tabs(shop: Office) -> None:
    """In everyday words: the tab is shown and it is done; on another screen its key is said."""
    async with shop.app() as pilot:
        await packet(pilot, "5", "tab", ":", *"enter an absence", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
        await packet(pilot, "escape")
        screen = pilot.app.screen
        assert isinstance(screen, PeopleScreen)
        assert screen.tab.TITLE == "People"
        await packet(pilot, ":", *"colleague joins", "enter")
        assert screen.tab.TITLE == "Playbooks"
        await packet(pilot, "escape", "escape", ":", *"budget", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, TrainingScreen))
        training = pilot.app.screen
        assert isinstance(training, TrainingScreen)
        assert training.tab.TITLE == "Learning"
