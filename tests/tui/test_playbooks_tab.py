"""Playbooks, runs, routines and freezes on their tab, with real keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from store.models import Freeze, Goal, Playbook, PlaybookRun, Routine, Task
from store.playbooks.ready import READY, steps_for
from tests import builders
from tests.builders import DONE, NOW, PHOTO, task
from tests.store.playbooks.shop import peak, welcome
from tests.tui.conftest import Office, packet, screen_text
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tests.tui.playbooks import tab
from tests.tui.settings import PEOPLE, settings

MONDAY = date(2026, 11, 23)


def run() -> PlaybookRun:
    """Two of three cards are open; the next one is late."""
    return PlaybookRun(
        id=1, playbook=1, name="Spring", day=date(2026, 12, 4), tasks=[4, 5, 8], started_at=NOW
    )


def cash_up() -> Routine:
    return Routine(id=1, title="Cash up", rule="FREQ=WEEKLY;BYDAY=MO", first=MONDAY, made_up_to=MONDAY)


def frozen() -> Freeze:
    return Freeze(id=1, name="Peak week", tags=["checkout"], start=MONDAY, end=date(2026, 11, 30))


@presses(
    *(f"playbooks.{name}" for name in ("down", "up", "first", "last", "page_down", "page_up")),
    *(f"playbooks.{name}" for name in ("scroll_down", "scroll_up", "section", "filter", "clear", "open")),
)
@ahead("PlaybookDialog")
async def test_one_looks_at_all_of_them(tmp_path: Path) -> None:
    """One list of four kinds; beside it all of the one under the cursor; enter shows that alone."""
    async with tab(tmp_path, peak(), welcome(), run(), cash_up(), frozen(), size=(90, 40)) as pilot:
        shown = screen_text(pilot)
        for line in (
            "Playbook  Peak",
            "4 steps · with a freeze",
            "Playbook  Joining",
            "when joining",
            "Run       Spring",
            "1/3 · next Fri 27 Nov",
            "Routine   Cash up",
            "every Monday",
            "next Mon 30 Nov",
            "Freeze    Peak week",
        ):
            assert line in shown, line
        assert "21 days before – 14 days before" in shown
        await packet(pilot, "j", "j")
        assert "#5 Photograph the spring range" in screen_text(pilot)
        assert "[✓] #8 Clean the window" in screen_text(pilot)
        await packet(pilot, "end")
        assert "with #checkout into another column is asked first; it holds now" in " ".join(
            screen_text(pilot).split()
        )
        await packet(pilot, "home", "pagedown", "pageup", "J", "K", "k", "down", "up")
        assert "Frozen from 2 days before until 3 days after: #checkout" in screen_text(pilot)
        await packet(pilot, "o", "o")
        assert "only runs (esc: all)" in screen_text(pilot)
        assert "Cash up" not in screen_text(pilot)
        await packet(pilot, "escape", "/", *"cash", "enter")
        assert "“cash” (esc: all)" in screen_text(pilot)
        await packet(pilot, "enter", "j", "escape", "escape", "end")
        assert "Peak week" in screen_text(pilot)
        await packet(pilot, "enter")
        assert "All of it" in screen_text(pilot)


@presses("playbooks.start", "starting.toggle", "starting.do_it", "starting.down", "starting.close")
@presses("starting.up", "starting.first", "starting.last", "starting.page_down", "starting.page_up")
@presses("starting.help", "playbooks.undo", "playbooks.redo")
@ahead("StartDialog")
async def test_a_playbook_is_started(tmp_path: Path) -> None:
    """Day, name, goal; then all cards, of which one is left out; one key takes all of it back."""
    async with tab(tmp_path, peak(), Goal(id=1, title="Best year")) as pilot:
        await packet(pilot, "S", *"someday", "enter")
        assert "is not a day" in screen_text(pilot)
        await packet(pilot, *("backspace",) * 7, *"2027-01-15", "enter")
        await packet(pilot, *" 2027", "enter", *"best", "enter")
        shown = screen_text(pilot)
        assert "Peak 2027, Fri 15 Jan 2027" in shown
        assert "[✓]  Fri 1 Jan " in shown
        assert "Book the ads for Peak 2027" in shown
        assert "4 cards · #checkout frozen Wed 13 Jan" in shown
        await packet(pilot, "j", "k", "end", "home", "pagedown", "pageup", "end", " ")
        assert "[ ]  Mon 25 Jan " in screen_text(pilot)
        await packet(pilot, "?", "escape", "enter")
        assert "Create 3 cards, due Fri 1 Jan 2027 to Fri 15 Jan 2027? y/n" in screen_text(pilot)
        await packet(pilot, "n")
        assert "y/n" not in screen_text(pilot)
        await packet(pilot, "enter", "j", " ")
        assert "y/n" in screen_text(pilot)
        assert "y yes  n no" in screen_text(pilot)
        await packet(pilot, "y")
        team = app_of(pilot).team
        (run,) = team.all(PlaybookRun)
        assert [team.task(id).goal for id in run.tasks] == [1, 1, 1]
        assert "Run       Peak 2027" in screen_text(pilot)
        await packet(pilot, "u")
        assert not [*app_of(pilot).team.all(PlaybookRun)]
        await packet(pilot, "ctrl+r")
        assert [one.name for one in app_of(pilot).team.all(PlaybookRun)] == ["Peak 2027"]
        # In one packet: the day, the usual name, a new goal, and out of the list again.
        await packet(pilot, "S", *"+9w", "enter", "enter", *"new: Win", "enter", "q", "j")
        assert "with the goal" not in screen_text(pilot)
        assert len([*app_of(pilot).team.all(PlaybookRun)]) == 1


async def test_joining_is_asked_for_whom(tmp_path: Path) -> None:
    """The cards go by the person; what is odd about a card is said."""
    async with tab(tmp_path, welcome(), size=(100, 30)) as pilot:
        await packet(pilot, "S", *"cem", "enter", *"today", "enter", "enter", "enter")
        shown = screen_text(pilot)
        assert "Joining: Cem Demir, Mon 23 Nov" in shown
        assert "! Newsletter has no lead; due in the past · 2 cards" in shown
        await packet(pilot, "enter", "y")
        assert {t.title for t in app_of(pilot).team.all(Task)} >= {"Desk for Cem Demir", "Read the playbooks"}


async def test_a_playbook_for_roles_that_there_are_not_says_so(tmp_path: Path) -> None:
    """Above the list, in words; below 100 cells, days and titles can still be read."""
    shop = builders.team()
    sale = next(one for one in READY if one.name == "Sale")
    book = Playbook(id=1, name="Sale", steps=steps_for(shop, sale))
    async with tab(tmp_path, book, size=(80, 24)) as pilot:
        await packet(pilot, "S", *"today", "enter", "enter", "enter")
        shown = screen_text(pilot)
        assert "! 10 of 14 cards are due in the past; there is no role Purchasing, Finance," in shown
        assert "[✓] !  Mon 19 Oct  List what has to go: slow movers, last s…  no Purchasing" in shown
        assert "! there is no role Purchasing; due in the past · 14 cards" in shown


@presses("playbooks.postpone", "playbooks.pause", "playbooks.archive")
async def test_runs_move_and_routines_rest(tmp_path: Path) -> None:
    """A run is moved after its preview; a routine is paused and goes on; all is put away."""
    async with tab(tmp_path, run(), cash_up(), frozen()) as pilot:
        await packet(pilot, "P", *"2026-12-11", "enter")
        asked = "Move “Spring” to Fri 11 Dec: 1 open card 7 days later, the first then due Fri 4 Dec? y/n"
        assert asked in screen_text(pilot)
        await packet(pilot, "y")
        assert app_of(pilot).team.task(5).due == date(2026, 12, 4)
        await packet(pilot, "p")
        assert "That is for a routine, and this is a run of a playbook." in screen_text(pilot)
        await packet(pilot, "j", "p")
        assert "paused" in screen_text(pilot)
        await packet(pilot, "p")
        assert "next Mon 30 Nov" in screen_text(pilot)
        await packet(pilot, "X", "X", "X")
        assert "No playbooks yet; a takes in ready-made ones." in screen_text(pilot)


@presses("playbooks.add", "playbooks.edit")
@ahead("PlaybookFormDialog")
async def test_what_the_team_agrees_on_is_written(tmp_path: Path) -> None:
    """Ready-made, a playbook with steps as lines, a routine in words, a freeze; bad lines are told."""
    async with tab(tmp_path) as pilot:
        await packet(pilot, "a", "m", *"sale", "enter")
        assert "14 steps" in screen_text(pilot)
        await packet(pilot, "a", "p", *"Fair", "tab", *"-3 Shop: Pack 2h", "enter", *"Go", "f2")
        assert "Line 2 does not begin with days, like -14 or -21..-14: “Go”." in screen_text(pilot)
        await packet(pilot, "backspace", "backspace", *"0 Go @lead", "f2", "j", "e")
        assert "-3  Shop: Pack 2h" in screen_text(pilot)
        assert "0  Go @lead" in screen_text(pilot)
        await packet(pilot, "tab", "end", *" #boxes", "f2")
        fair = next(one for one in app_of(pilot).team.all(Playbook) if one.name == "Fair")
        assert [(step.text, step.due, step.tags) for step in fair.steps] == [
            ("Pack", -3, ["boxes"]),
            ("Go", 0, []),
        ]

        await packet(pilot, "a", "r", *"Cash up", "tab", *"last working day", "f2")
        (made,) = app_of(pilot).team.all(Routine)
        assert (made.rule, made.shift) == ("FREQ=MONTHLY;BYMONTHDAY=-1", "before")
        await packet(pilot, "a", "f", *"Week", "tab", *"#checkout", "f2")
        (freeze,) = app_of(pilot).team.all(Freeze)
        assert (freeze.tags, freeze.start) == (["checkout"], MONDAY)
        await packet(pilot, "end", "e", *" one", "f2")
        assert "Week one" in screen_text(pilot)


async def test_members_start_and_only_leads_write(tmp_path: Path) -> None:
    """Cem leads nothing; a run is not edited by anybody."""
    async with tab(tmp_path, peak(), run(), person="cem") as pilot:
        assert "1 playbook · 1 run" in screen_text(pilot)
        # Escape ends what was typed ahead for what does not open.
        await packet(pilot, "e", "escape")
        assert "Only who leads a role" in screen_text(pilot)
        await packet(pilot, "j", "k", "a", "escape")
        assert "Only who leads a role" in screen_text(pilot)
        await packet(pilot, "j", "e", "escape")
        assert "A run is not edited" in screen_text(pilot)
        await packet(pilot, "S")
        assert "That is for a playbook" in screen_text(pilot)


@presses("playbooks.join", "playbooks.leave", "leaving.receiver", "leaving.playbooks", "leaving.day")
@presses("leaving.do_it", "leaving.close", "leaving.down", "leaving.up", "leaving.first", "leaving.last")
@presses("leaving.page_down", "leaving.page_up", "leaving.help")
@ahead("LeavingDialog")
async def test_people_come_and_go(tmp_path: Path) -> None:
    """Who joins gets the cards; who leaves hands over what nobody else has."""
    leaving = welcome(id=3, name="Leaving", kind="leaving", position="X")
    async with tab(tmp_path, welcome(), leaving) as pilot:
        await packet(pilot, "N", *"dot", "tab", *"Dot Ng", "tab", "tab", *"Photography", "f2")
        team = app_of(pilot).team
        assert team.members["dot"].roles == [PHOTO]
        assert {t.title: t.assignees for t in team.all(Task) if t.id > 8 or t.id < 0} == {
            "Desk for Dot Ng": ["ben"],
            "Read the playbooks": ["dot"],
        }
        # In one packet: looked at, and gone back from.
        await packet(
            pilot, "E", *"ben", "enter", "j", "k", "end", "home", "pagedown", "pageup", "?", "escape", "q"
        )
        await packet(pilot, "E", *"ben", "enter")
        shown = screen_text(pilot)
        assert "Ben Okafor leaves" in shown
        assert "card   #5 Photograph the spring range  nobody yet" in shown
        assert "last day Mon 23 Nov · nobody takes over yet · starts “Leaving” (2 cards)" in shown
        await packet(pilot, "d", *"fri", "enter", "enter")
        assert "Prepare the last day of Ben Okafor, Fri 27 Nov, with" in screen_text(pilot)
        await packet(pilot, "n", "d", *"today", "enter", " ", "s", *"cem", "enter")
        assert "to Cem Demir · does not start “Leaving”" in screen_text(pilot)
        await packet(pilot, "enter", "y")
        team = app_of(pilot).team
        assert "ben" not in team.members
        assert team.task(5).assignees == ["cem"]
        assert team.role(PHOTO).lead == "cem"


async def test_a_finished_run_is_quiet(tmp_path: Path) -> None:
    """All of its cards are done."""
    done = PlaybookRun(id=1, name="Old", day=MONDAY, tasks=[8, 9], started_at=NOW)
    async with tab(tmp_path, done, task(9, column=DONE), size=(80, 24)) as pilot:
        assert "2/2" in screen_text(pilot)


async def test_the_settings_show_what_is_left_before_somebody_leaves(office: Office) -> None:
    """Nobody is taken out by one key who has something that nobody else has."""
    async with office.app() as pilot:
        await settings(pilot, PEOPLE)
        await packet(pilot, "j", "x")
        assert "Ben Okafor leaves" in screen_text(pilot)
        assert "ben" in app_of(pilot).team.members
        await packet(pilot, "enter", "y")
        assert "ben" not in app_of(pilot).team.members
        assert "Ben Okafor (left)" in screen_text(pilot)
