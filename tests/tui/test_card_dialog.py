"""The opened card: read, ticked and talked about, while others do the same."""

from __future__ import annotations

from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from store.change import Change
from store.models import Comment
from store.repository import Repository
from store.rules import checklist, comments, tasks
from tests import builders
from tests.builders import LATER
from tests.tui.conftest import Office, board, packet, saved, screen_text, task, toasts, until
from tests.tui.disks import look_now
from tests.tui.marks import presses
from tui.dialogs.card import CardDialog
from tui.dialogs.edit import EditDialog
from tui.dialogs.help import HelpDialog
from tui.keys import CARD, Command
from tui.screens.board import BoardScreen

WIDE = (100, 50)


def ben_writes(office: Office, **fields: Any) -> Repository:
    """Ben changes card 1 and stays at work."""
    ben = office.colleague("ben")
    ben.commit(Change.update("tasks", ben.team.task(1), "edited", **fields).signed("ben", LATER))
    return ben


async def opened(pilot: Pilot[None], number: int = 1) -> None:
    """Open a card."""
    board(pilot).select_task(number)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog) and not pilot.app._gate._closed)


async def shows(pilot: Pilot[None], text: str) -> None:
    """Wait until a text is on the screen."""
    look_now(pilot)
    await until(pilot, lambda: text in screen_text(pilot), f"“{text}” on the screen")


@pytest.mark.parametrize("command", CARD, ids=lambda c: c.name)
def test_every_command_of_the_key_table_can_be_done(command: Command) -> None:
    """The opened card has a method for each command."""
    assert callable(getattr(CardDialog, f"do_{command.name}"))


@presses("board.open")
async def test_a_card_shows_all_that_is_known_about_it(office: Office) -> None:
    """Title, place, people, dates, text, checklist and comments are on the screen."""
    ben = ben_writes(
        office,
        description="From the **usual** printer.\n\n- red\n- green",
        due="2026-12-01",
        assignees=["ben", "cem"],
        tags=["christmas"],
        estimate=2.5,
        depends_on=[4],
        checklist=[{"id": "a", "text": "Count rolls", "done": True}, {"id": "b", "text": "Ask for a price"}],
    )
    ben.commit(comments.comment(ben.team, 1, "The price is fine.", "ben", LATER))
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        await shows(pilot, "usual")
        text = screen_text(pilot)

        for part in (
            "#1 Order wrapping paper",
            "Backlog",
            "Shop",
            "Ben Okafor, Cem Demir",
            "1 Dec",
            "2.5 h",
            "christmas",
            "From the usual printer.",
            "Count rolls",
            "Ask for a price",
            "1/2",
            "#4 Count the stock",
            "The price is fine.",
        ):
            assert part in text


async def test_the_history_comes_after_the_card(office: Office) -> None:
    """At first the history says that it is being looked up; then who did what, newest first."""
    ben_writes(office, title="Order red paper")
    async with office.app(size=WIDE) as pilot:
        board(pilot).select_task(1)
        looked_up: list[Any] = []
        pilot.app.read_history = lambda number, then: looked_up.append((number, then))
        await pilot.press("enter")
        await shows(pilot, "Loading…")
        assert "Order red paper" in screen_text(pilot)
        del pilot.app.read_history
        number, then = looked_up[0]
        pilot.app.read_history(number, then)
        await shows(pilot, "Ben Okafor edited")

        assert "Loading…" not in screen_text(pilot)


async def test_a_card_nobody_touched_has_an_empty_history(office: Office) -> None:
    """What was there from the first day says that nothing has happened yet."""
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)

        await shows(pilot, "Nothing yet")


async def test_own_changes_come_into_the_history_while_it_is_open(office: Office) -> None:
    """After a comment is saved, the history names it without closing the card."""
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        await packet(pilot, *"cLook", "enter")
        await saved(pilot)

        await shows(pilot, "Ana Lima commented")


@presses("card.tick", "card.down")
async def test_ticking_is_in_the_folder_for_others(office: Office) -> None:
    """Space ticks the item under the cursor, space again opens it; both are committed."""
    ben = ben_writes(office, checklist=[{"id": "a", "text": "Tape"}, {"id": "b", "text": "Paper"}])
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("j", "space")
        await saved(pilot)
        ben.refresh()
        assert [item.done for item in ben.team.task(1).checklist] == [False, True]
        assert "1/2" in screen_text(pilot)
        await pilot.press("space")
        await saved(pilot)
        ben.refresh()

    assert [item.done for item in ben.team.task(1).checklist] == [False, False]


async def test_ticks_of_two_people_are_both_kept(office: Office) -> None:
    """A colleague ticks one item while I tick another; both are ticked, here and there."""
    ben = ben_writes(office, checklist=[{"id": "a", "text": "Tape"}, {"id": "b", "text": "Paper"}])
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        ben.commit(checklist.tick(ben.team, 1, "b", "ben", LATER))
        await pilot.press("space")
        await saved(pilot)
        await shows(pilot, "2/2")

    assert all(item.done for item in office.colleague().team.task(1).checklist)


async def test_ticking_without_a_checklist_says_how_to_begin_one(office: Office) -> None:
    """Space on a card without items is refused with the way out."""
    async with office.app() as pilot:
        await opened(pilot)
        await pilot.press("space")

        assert toasts(pilot) == ["There is no checklist yet; a adds an item."]


async def test_a_refusal_after_a_click_does_not_end_the_app(office: Office) -> None:
    """The same sentence comes when the mouse has touched the card before."""
    async with office.app() as pilot:
        await opened(pilot)
        await pilot.click("CardSheet")
        await pilot.press("space")
        await until(pilot, lambda: toasts(pilot), "the sentence")
        await pilot.press("q")

        assert isinstance(pilot.app.screen, BoardScreen)


@presses("card.add_item")
async def test_items_are_added_one_after_the_other(office: Office) -> None:
    """a and a text add an item at the end of the list."""
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        await packet(pilot, *"aTape", "enter", *"aPaper", "enter")
        await saved(pilot)

        assert [item.text for item in task(pilot, 1).checklist] == ["Tape", "Paper"]
        assert "0/2" in screen_text(pilot)


@presses("card.comment")
async def test_a_comment_mentions_whom_it_names(office: Office) -> None:
    """c and words with @ben put a comment on the card, shown at once, that mentions Ben."""
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        await packet(pilot, *"c@ben is it red?", "enter")
        assert "@ben is it red?" in screen_text(pilot)
        await saved(pilot)

    (comment,) = office.colleague().team.comments(1)
    assert (comment.text, comment.author, comment.mentions) == ("@ben is it red?", "ana", ["ben"])


async def test_an_item_that_is_refused_is_not_lost(office: Office) -> None:
    """An item that is too long stays in the line, the sentence says why, and a shorter one is taken."""
    async with office.app() as pilot:
        await opened(pilot)
        await pilot.press("a")
        pilot.app.post_message(Paste("x" * 2000))
        await pilot.pause()
        await pilot.press("enter")
        assert "too long" in toasts(pilot)[-1]
        assert task(pilot, 1).checklist == []
        await pilot.press("ctrl+u", *"Tape", "enter")

        assert [item.text for item in task(pilot, 1).checklist] == ["Tape"]


async def test_escape_leaves_the_line_and_not_the_card(office: Office) -> None:
    """A comment that was begun and left is not written; the card is still open."""
    async with office.app() as pilot:
        await opened(pilot)
        await pilot.press(*"cabc", "escape")

        assert isinstance(pilot.app.screen, CardDialog)
        assert pilot.app.team.comments(1) == ()


@pytest.mark.parametrize("key", ["q", "escape", "enter"])
@presses("card.close")
async def test_every_closing_key_leads_back(office: Office, key: str) -> None:
    """q, esc and enter lead back to the board, with the cursor on the card."""
    async with office.app() as pilot:
        await opened(pilot, 2)
        await pilot.press(key)

        assert isinstance(pilot.app.screen, BoardScreen)
        assert board(pilot).cursor_task == 2


async def test_a_colleagues_comment_appears_while_the_card_is_open(office: Office) -> None:
    """What somebody says comes onto the screen without a key, and into the history."""
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        ben = office.colleague("ben")
        ben.commit(comments.comment(ben.team, 1, "Sold out until May.", "ben", LATER))
        await shows(pilot, "Sold out until May.")

        await shows(pilot, "Ben Okafor commented")


async def test_what_is_being_written_is_not_disturbed_by_others(office: Office) -> None:
    """A colleague's change arrives while a comment is being written: the line stays as it is."""
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press(*"cHalf a sen")
        ben_writes(office, title="Order red paper")
        await shows(pilot, "Order red paper")
        await pilot.press(*"tence", "enter")

        assert [c.text for c in pilot.app.team.comments(1)] == ["Half a sentence"]


async def test_a_card_that_is_put_away_meanwhile_stays_readable(office: Office) -> None:
    """A colleague archives the open card: it is still shown, and a new item is refused in a sentence."""
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        ben = office.colleague("ben")
        ben.commit(tasks.archive(ben.team, 1, "ben", LATER))
        look_now(pilot)
        await until(pilot, lambda: task(pilot, 1).archived_at, "Ben's archiving")
        assert "Order wrapping paper" in screen_text(pilot)
        await packet(pilot, *"aTape", "enter")

        assert "archived" in toasts(pilot)[-1]
        assert pilot.app.screen._prompt.text == "Tape"
        await pilot.press("escape", "q")
        assert isinstance(pilot.app.screen, BoardScreen)


def ben_makes_a_card(office: Office) -> Repository:
    ben = office.colleague("ben")
    ben.commit(tasks.create(ben.team, "Short-lived", "ben", LATER))
    return ben


def takes_it_back(ben: Repository) -> None:
    card = ben.team.task(9)
    gone = Change.insert("tasks", card, id=9).inverse()
    ben.commit(gone.signed("ben", LATER, "undid: added a card"))


async def test_a_card_that_is_taken_back_meanwhile_closes(office: Office) -> None:
    """A colleague undoes the open card: it closes with a sentence, and the board takes keys again."""
    ben = ben_makes_a_card(office)
    async with office.app() as pilot:
        await opened(pilot, 9)
        takes_it_back(ben)
        look_now(pilot)
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen), "closing")
        assert "taken back" in toasts(pilot)[-1]
        board(pilot).select_task(1)
        await pilot.press("m")

        assert task(pilot, 1).assignees == ["ana"]


@pytest.mark.parametrize(("key", "form"), [("e", EditDialog), ("?", HelpDialog)])
async def test_a_card_that_goes_under_a_form_closes_after_it(office: Office, key: str, form: type) -> None:
    """A colleague undoes the card while a form stands over it: the form stays, the card closes behind it."""
    ben = ben_makes_a_card(office)
    async with office.app() as pilot:
        await opened(pilot, 9)
        await pilot.press(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, form))
        takes_it_back(ben)
        look_now(pilot)
        await until(pilot, lambda: pilot.app.team.find(builders.Task, 9) is None, "Ben's undo")
        assert isinstance(pilot.app.screen, form)
        await pilot.press("escape")

        look_now(pilot)
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen), "closing")


async def test_a_card_that_is_gone_before_it_opens_leaves_the_keys_alive(office: Office) -> None:
    """When the card is not there any more, a sentence says so and the next keys reach the board."""
    async with office.app() as pilot:
        board(pilot).select_task(1)
        pilot.app.ask(CardDialog(pilot.app, 99))
        look_now(pilot)
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen), "closing")
        await pilot.press("m")

        assert task(pilot, 1).assignees == ["ana"]


async def test_markup_is_shown_as_it_was_written(office: Office) -> None:
    """Title, text, items, comments and people's words in the history cannot style the screen or act."""
    evil = "[red]x[/] [@click=app.quit]y[/]"
    ben = ben_writes(
        office, title=evil, description=f"`{evil}`", checklist=[{"id": "a", "text": evil}], blocked=evil
    )
    ben.commit(comments.comment(ben.team, 1, evil, "ben", LATER))
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        await until(pilot, lambda: screen_text(pilot).count(evil) >= 5, "all five")


async def test_control_characters_of_a_foreign_program_never_reach_the_terminal(office: Office) -> None:
    """Escape sequences and direction marks in a comment are not sent as such."""
    ben = office.colleague("ben")
    raw = {"task": 1, "text": "a\x1b[31mb\u202ec", "author": "ben", "at": LATER}
    comment = Comment(id=1, **raw)
    ben.commit(Change.insert("comments", comment, "commented").signed("ben", LATER))
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        await shows(pilot, "Comments")

        assert "\x1b" not in screen_text(pilot)
        assert "\u202e" not in screen_text(pilot)


@presses("card.page_down", "card.page_up")
async def test_a_long_card_is_scrolled_with_keys(office: Office) -> None:
    """What does not fit comes into view with page down, and goes with page up."""
    ben_writes(office, description="\n\n".join(f"Paragraph {n}." for n in range(60)))
    async with office.app() as pilot:
        await opened(pilot)
        await shows(pilot, "Paragraph 2.")
        await pilot.press(*["pagedown"] * 4)
        assert "Paragraph 2." not in screen_text(pilot)
        await pilot.press(*["pageup"] * 4)

        assert "#1 Order wrapping paper" in screen_text(pilot)


async def test_ticking_is_offered_where_there_is_a_checklist(office: Office) -> None:
    """The first item brings the key for it; without one a small screen has room for what can be done."""
    async with office.app(size=(40, 12)) as pilot:
        await pilot.press("enter")
        keys = screen_text(pilot).splitlines()[-2]
        assert "space" not in keys
        assert "c comment" in keys
        await packet(pilot, "a", *"Measure", "enter")

        await until(pilot, lambda: "space tick" in screen_text(pilot).splitlines()[-2])


async def test_a_card_that_is_put_away_says_so(office: Office) -> None:
    """Ben archives the open card: its frame says so, and the line for a comment too."""
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        ben_writes(office, archived_at=LATER)
        await shows(pilot, "This card is put away (Ben Okafor, today")
        await pilot.press("c")

        assert "Comment on a card that is put away" in screen_text(pilot)


async def test_a_comment_on_a_card_that_goes_meanwhile_is_not_lost(office: Office) -> None:
    """What is typed goes on into the line, enter says that it has no place, and esc leads to the board."""
    async with office.app(size=WIDE) as pilot:
        await opened(pilot)
        await packet(pilot, *"cSold out")
        before = task(pilot, 2)
        ben = office.colleague("ben")
        gone = Change.insert("tasks", ben.team.task(1), id=1).inverse()
        ben.commit(gone.signed("ben", LATER, "took it back"))
        await until(pilot, lambda: 1 not in pilot.app.team.tables["tasks"], "Ben's change")
        await packet(pilot, *" xx", "enter")
        assert isinstance(pilot.app.screen, CardDialog)
        await shows(pilot, "Sold out xx")
        await shows(pilot, "what you write is still here")
        assert task(pilot, 2) == before
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen), "closing")
