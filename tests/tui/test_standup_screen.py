"""The stand-up's screen: what people say, the round, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from store.models import NoteKind, Post, Question, Round, Settings, Task, Update
from store.rules import absences, moving, rounds
from store.rules.standup import write_update
from store.standup.rounds import speaking
from store.standup.updates import update_of
from tests.builders import DOING, DONE, LATER, NOW, READY, task
from tests.tui.conftest import Office, packet, saved, screen_text, toasts, until
from tests.tui.disks import look_now
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tests.tui.standup import TODAY, card, held, here, line, of_shop, people, said, standup_screen
from tui.dialogs.card import CardDialog
from tui.dialogs.participation import ParticipationDialog
from tui.dialogs.update_form import UpdateDialog
from tui.keys import STANDUP, Command
from tui.standup.commands import GROUPS


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


async def begun(pilot: Pilot[None]) -> str:
    """Start the round; login of who has the word."""
    await packet(pilot, "4", "n", "y")
    await saved(pilot)
    return speaking(held(pilot))


def the_task(pilot: Pilot[None], number: int) -> Task:
    """A card as the app has it."""
    return app_of(pilot).team.task(number)


@pytest.mark.parametrize("command", STANDUP, ids=lambda c: c.name)
def test_every_command_of_the_key_table_can_be_done(command: Command) -> None:
    """Some group has a method for each command."""
    assert any(callable(getattr(group, f"do_{command.name}", None)) for group in GROUPS)


@presses("screen.standup", "standup.down", "standup.up", "standup.first", "standup.last")
async def test_one_looks_at_what_people_say(shop: Office) -> None:
    """Who has written is shown with her words, who has not with what the board tells."""
    async with shop.app() as pilot:
        await packet(pilot, "4")
        assert here(pilot) == "ana"
        assert said(pilot) == "Mon 23 Nov · 1 of 3 people have written"
        assert "Ana Lima  has not written yet; this is what the board tells" in screen_text(pilot)
        assert "#2 Wrap the presents: no paper" in screen_text(pilot)
        await packet(pilot, "home", "up")
        assert here(pilot) == people(pilot)[0]
        await packet(pilot, "end", "down")
        assert here(pilot) == people(pilot)[-1]
        for _ in people(pilot):
            if here(pilot) == "ben":
                break
            await packet(pilot, "k")
        assert "Ben Okafor  wrote today 10:30" in screen_text(pilot)
        assert "Shot hats" in screen_text(pilot)


async def test_what_one_did_is_drafted_from_the_history(shop: Office) -> None:
    """It is looked up meanwhile, and there when somebody looks."""
    ana = shop.colleague("ana")
    ana.commit(moving.move(ana.team, 1, READY, "ana", LATER))
    async with shop.app() as pilot:
        await packet(pilot, "4")
        await until(pilot, lambda: "moved #1 Pack the parcels to Ready" in screen_text(pilot), "the draft")


@ahead("UpdateDialog")
@presses("standup.write")
async def test_the_draft_is_changed_and_posted(shop: Office) -> None:
    """The three parts are there already; a question of the day's is asked too."""
    other = shop.colleague("ana2")
    async with shop.app(size=(80, 40)) as pilot:
        await packet(pilot, "4", "w", *"Packed", "f2")
        await until(pilot, lambda: pilot.app.screen is standup_screen(pilot))
        await saved(pilot)
        mine = update_of(app_of(pilot).team, "ana", TODAY)
        assert mine is not None
        assert (mine.done, mine.promised) == ("Packed", [1, 2])
        assert said(pilot).endswith("2 of 3 people have written")
        # Written again, it begins with what was posted.
        await packet(pilot, "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, UpdateDialog))
        assert pilot.app.screen.query_one("#done", TextArea).text == "Packed"
        await packet(pilot, "escape")
    other.refresh()
    assert update_of(other.team, "ana", TODAY) is not None


async def test_the_form_waits_for_what_the_history_tells(shop: Office) -> None:
    """Also where one opens it in the same moment as the screen, or looks at somebody else."""
    ana = shop.colleague("ana")
    ana.commit(moving.move(ana.team, 1, READY, "ana", LATER))
    async with shop.app() as pilot:
        await packet(pilot, "4", "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, UpdateDialog))
        done = pilot.app.screen.query_one("#done", TextArea)
        assert done.text == "moved #1 Pack the parcels to Ready"
        await packet(pilot, "escape")


async def test_what_was_posted_elsewhere_meanwhile_is_not_overwritten(shop: Office) -> None:
    """A first update is refused then; of one that was there, only what is changed is written."""
    other = shop.colleague("ana2")
    async with shop.app() as pilot:
        await packet(pilot, "4", "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, UpdateDialog))
        other.commit(write_update(other.team, "ana", LATER, done="In the shell", now="Mails"))
        look_now(pilot)
        await until(pilot, lambda: update_of(app_of(pilot).team, "ana", TODAY) is not None)
        await packet(pilot, "f2")
        await until(pilot, lambda: "posted your update elsewhere" in screen_text(pilot))
        await packet(pilot, "escape", "escape", "w")
        await until(pilot, lambda: "In the shell" in screen_text(pilot))
        other.commit(write_update(other.team, "ana", LATER, now="Letters"))
        look_now(pilot)
        await packet(pilot, *", too", "f2")
        await until(pilot, lambda: pilot.app.screen is standup_screen(pilot))
        await saved(pilot)
        mine = update_of(app_of(pilot).team, "ana", TODAY)
        assert mine is not None
        assert (mine.done, mine.now) == ("In the shell, too", "Letters")


async def test_cards_are_made_of_what_an_earlier_round_left(shop: Office) -> None:
    """For a week, the last round's first."""
    async with shop.app() as pilot:
        await begun(pilot)
        await packet(pilot, "d", *"The first", "enter", "E", "y")
        await saved(pilot)
        await packet(pilot, "n", "y", "d", *"The second", "enter", "E", "y")
        await saved(pilot)
        await packet(pilot, "t")
        assert line(pilot).startswith("Make a card of: 1 “The second”  2 “The first”")
        await packet(pilot, "2")
        await saved(pilot)
        assert any(task.title == "The first" for task in app_of(pilot).team.all(Task))


async def test_a_step_that_others_went_on_from_is_not_said_to_be_undone(shop: Office) -> None:
    """It stays as it is, and that is said."""
    other = shop.colleague("ben")
    async with shop.app() as pilot:
        await begun(pilot)
        await packet(pilot, "n")
        await saved(pilot)
        other.refresh()
        other.commit(rounds.go_on(other.team, held(pilot).id, "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: len(held(pilot).spoken) == 2)
        await packet(pilot, "u")
        await until(pilot, lambda: "somebody has gone on since" in " ".join([line(pilot), *toasts(pilot)]))


async def test_the_teams_own_questions_are_asked(tmp_path: Path) -> None:
    """On their days; the answer stands below the rest."""
    asked = [
        Question(id=1, text="What did you learn?", weekdays=[0]),
        Question(id=2, text="Not today", weekdays=[3]),
    ]
    office = Office(tmp_path / "team", tmp_path / "local", *asked)
    async with office.app(size=(80, 40)) as pilot:
        await packet(pilot, "4", "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, UpdateDialog))
        assert "What did you learn?" in screen_text(pilot)
        assert "Not today" not in screen_text(pilot)
        await packet(pilot, "tab", "tab", "tab", *"Knots", "f2")
        await until(pilot, lambda: "Knots" in screen_text(pilot) and "wrote today" in screen_text(pilot))


@ahead("Start")
@presses("standup.go_on", "standup.end")
async def test_the_word_goes_round_and_the_news_tells_of_it(shop: Office) -> None:
    """One key starts the round and gives the word on; the end writes the summary."""
    async with shop.app() as pilot:
        first = await begun(pilot)
        assert here(pilot) == first == people(pilot)[0]
        assert "speaks · 2 to go" in said(pilot)
        assert "is next" in line(pilot)
        await packet(pilot, "n", "n")
        assert here(pilot) == people(pilot)[2]
        await packet(pilot, "n")
        assert said(pilot) == "Everyone has spoken"
        await packet(pilot, "E", "y")
        await saved(pilot)
        (post,) = app_of(pilot).team.all(Post)

        assert (post.title, held(pilot).summary) == ("Stand-up of Mon 23 Nov", post.id)
        assert "Ben Okafor: No boots" in post.body
        assert "the round is over" in said(pilot)


@presses("standup.give_word", "standup.absent")
async def test_the_order_is_changed_by_hand(shop: Office) -> None:
    """Somebody is not there, is there after all, or speaks before the others."""
    async with shop.app() as pilot:
        await begun(pilot)
        _, second, third = people(pilot)
        await packet(pilot, "j", "-")
        assert held(pilot).skipped == [second]
        assert "absent" in screen_text(pilot)
        await packet(pilot, "n")
        assert speaking(held(pilot)) == third
        await packet(pilot, "k", "-")
        assert held(pilot).skipped == []
        await packet(pilot, "N")
        assert speaking(held(pilot)) == second
        await saved(pilot)


async def test_who_is_away_is_left_out_and_can_be_brought_back(shop: Office) -> None:
    """The list says until when, before the round and in it."""
    ana = shop.colleague("ana")
    ana.commit(absences.add(ana.team, "ben", TODAY, TODAY + timedelta(days=4), "ana", NOW))
    async with shop.app() as pilot:
        await packet(pilot, "4")
        assert "away until Fri" in screen_text(pilot)
        await begun(pilot)
        assert held(pilot).skipped == ["ben"]
        assert "away until Fri" in screen_text(pilot)
        await packet(pilot, "home")
        while here(pilot) != "ben":
            await packet(pilot, "j")
        await packet(pilot, "-")
        assert held(pilot).skipped == []
        assert "away until" not in screen_text(pilot)
        await saved(pilot)


@ahead("Decided", "Park")
@presses("standup.decide", "standup.park", "standup.to_card", "standup.undo", "standup.redo")
async def test_what_comes_of_it_is_kept(shop: Office) -> None:
    """Decisions and parked topics stand below who speaks; a card can be made of each."""
    async with shop.app(size=(80, 40)) as pilot:
        await packet(pilot, "4", "d")
        assert line(pilot) == "No stand-up goes on; n starts the one of today."
        await pilot.pause(0.3)
        await begun(pilot)
        await packet(pilot, "d", *"We ship at two", "enter", "p", *"Boots with @ben", "enter")
        await until(pilot, lambda: "Boots with @ben (Ben Okafor)" in screen_text(pilot))
        assert [(note.kind, note.people) for note in held(pilot).notes] == [
            (NoteKind.DECISION, []),
            (NoteKind.PARKED, ["ben"]),
        ]
        await packet(pilot, "t", "2")
        await saved(pilot)
        made = the_task(pilot, held(pilot).notes[1].task or 0)
        assert (made.title, made.assignees) == ("Boots with @ben", ["ben"])
        await packet(pilot, "u")
        await saved(pilot)
        assert held(pilot).notes[1].task is None
        await packet(pilot, "ctrl+r")
        await saved(pilot)
        assert held(pilot).notes[1].task is not None


@presses("standup.next_card", "standup.card_before", "standup.open")
async def test_cards_are_opened_right_there(shop: Office) -> None:
    """Those that are blocked come first."""
    async with shop.app() as pilot:
        await packet(pilot, "4")
        assert card(pilot) == 2
        await packet(pilot, "J")
        assert card(pilot) == 1
        await packet(pilot, "K", "tab", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog))
        await packet(pilot, "q")


@ahead("What does")
@presses("standup.block", "standup.move_right", "standup.move_left", "standup.assign")
async def test_cards_are_worked_on_right_there(shop: Office) -> None:
    """Blocked and unblocked, moved, and given to others."""
    async with shop.app() as pilot:
        await packet(pilot, "4", "b")
        assert the_task(pilot, 2).blocked == ""
        await packet(pilot, "b", *"glue", "enter")
        assert the_task(pilot, card(pilot) or 0).blocked == "glue"
        await packet(pilot, "J")
        number = card(pilot) or 0
        await packet(pilot, "s", "ctrl+u", *"ben, cem", "enter")
        assert the_task(pilot, number).assignees == ["ben", "cem"]
        number = card(pilot) or 0
        await packet(pilot, "L")
        assert the_task(pilot, number).column == DONE
        await saved(pilot)
    async with shop.app("ben") as pilot:
        await packet(pilot, "4")
        await until(pilot, lambda: card(pilot) is not None)
        number = card(pilot) or 0
        assert the_task(pilot, number).column == DOING
        await packet(pilot, "H")
        assert the_task(pilot, number).column == DOING - 1
        await saved(pilot)


@presses("standup.whole", "standup.page_down", "standup.page_up")
async def test_who_speaks_can_have_the_whole_screen(shop: Office) -> None:
    """For a projector; long words are scrolled."""
    ben = shop.colleague("ben")
    ben.commit(write_update(ben.team, "ben", LATER, done="\n".join(f"Hat {n}" for n in range(40))))
    async with shop.app("ben") as pilot:
        await packet(pilot, "4", "z")
        assert "Wrote" not in screen_text(pilot)
        assert "Hat 1" in screen_text(pilot)
        await packet(pilot, "pagedown", "pagedown")
        await until(pilot, lambda: "Hat 20" in screen_text(pilot))
        await packet(pilot, "pageup", "pageup", "z")
        await until(pilot, lambda: "Wrote" in screen_text(pilot))


async def test_others_watch_the_same_round(shop: Office) -> None:
    """Who has the word is seen by everyone, and so is what is written late."""
    async with shop.app("ben") as watching, shop.app() as leading:
        await packet(watching, "4")
        await begun(leading)
        look_now(watching)
        await until(watching, lambda: "speaks" in said(watching))
        await packet(leading, "n")
        await saved(leading)
        now = speaking(held(leading))
        look_now(watching)
        await until(watching, lambda: here(watching) == now, "following the word")
        cem = shop.colleague("cem")
        cem.commit(write_update(cem.team, "cem", LATER.replace(hour=12), now="Mails"))
        look_now(watching)
        await until(watching, lambda: "late" in screen_text(watching))


async def test_the_clock_counts_and_says_when_time_is_up(shop: Office) -> None:
    """Quietly, beside the name; the team says how long each may speak."""
    async with shop.app() as pilot:
        await begun(pilot)
        screen = standup_screen(pilot)
        assert "0:00 of 1:30" in screen_text(pilot)
        app_of(pilot)._now = lambda: LATER.replace(minute=32)
        screen._tick()
        await until(pilot, lambda: "! 2:00 of 1:30" in screen_text(pilot))


@ahead("ParticipationDialog")
@presses("standup.participation", "participation.close")
async def test_who_took_part_is_told_without_a_ranking(tmp_path: Path) -> None:
    """Turns and updates of everyone by name; what is in the way again and again stands below."""
    days = [TODAY - timedelta(days=back) for back in (1, 2, 3)]
    held = [
        Round(
            id=n,
            day=day,
            started_at=NOW,
            started_by="ana",
            order=["ana", "ben", "cem"],
            spoken=["ana", "ben"],
            ended_at=NOW,
        )
        for n, day in enumerate(days, 1)
    ]
    stuck = [
        Update(id=n, day=day, author="ben", blockers="#1 waits for paper", posted_at=NOW)
        for n, day in enumerate(days, 1)
    ]
    office = Office(tmp_path / "team", tmp_path / "local", task(1, "Wrap presents"), *held, *stuck)
    async with office.app() as pilot:
        await packet(pilot, "4", "P")
        await until(pilot, lambda: isinstance(pilot.app.screen, ParticipationDialog))
        text = screen_text(pilot)
        assert "Ana Lima    3 of 3" in text
        assert "Ben Okafor  3 of 3  3" in text
        assert "no chance to speak in two weeks" in text
        assert "#1 Wrap presents: 3 updates of Ben Okafor" in text
        await packet(pilot, "P", "j")
        assert pilot.app.screen is standup_screen(pilot)


async def test_a_round_that_somebody_ended_is_told(shop: Office) -> None:
    """Who ends it a second time hears that it is over."""
    other = shop.colleague("ben")
    async with shop.app() as pilot:
        await begun(pilot)
        other.refresh()
        other.commit(rounds.end(other.team, held(pilot).id, "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: "the round is over" in said(pilot))
        await packet(pilot, "E")
        assert line(pilot) == "No stand-up goes on; n starts the one of today."


async def test_two_who_start_or_end_at_once_have_nothing_to_decide(shop: Office) -> None:
    """One of them does it; the other hears so, and is in the same round."""
    other = shop.colleague("ben")
    async with shop.app() as pilot:
        await packet(pilot, "4", "n")
        other.commit(rounds.start(other.team, "ben", LATER))
        await packet(pilot, "y")
        await until(pilot, lambda: "started" in " ".join([line(pilot), *toasts(pilot)]), "hearing of it")
        await saved(pilot)
        assert app_of(pilot).deciding.waiting == ()
        assert held(pilot).started_by == "ben"
        await packet(pilot, "E")
        other.commit(rounds.end(other.team, held(pilot).id, "ben", LATER))
        await packet(pilot, "y")
        await until(
            pilot,
            lambda: any(
                word in " ".join([line(pilot), *toasts(pilot)]) for word in ("ended meanwhile", "No stand-up")
            ),
            "hearing of it",
        )
        await saved(pilot)
        assert app_of(pilot).deciding.waiting == ()


async def test_without_a_team_it_says_so(tmp_path: Path) -> None:
    """An empty team is told how people come into it."""
    from store.setup import create_team

    office = Office.__new__(Office)
    office.folder, office.local, office._open = tmp_path / "team", tmp_path / "local", []
    create_team(office.folder, {"settings": {1: Settings(id=1, name="New").raw()}})
    async with office.app() as pilot:
        await packet(pilot, "4")
        assert "Nobody is in the team yet; T takes people in." in screen_text(pilot)
