"""The matrix of responsibilities: who answers for what, with a key for each letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from store.models import Duty, Responsibility
from store.rules.responsibilities import set_duty
from tests.builders import LATER, MAIL, PHOTO, SHOP
from tests.tui.conftest import Office, packet, saved, screen_text, toasts, until
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tui.dialogs.clash import ClashDialog
from tui.dialogs.form import FormDialog
from tui.dialogs.responsibility import ResponsibilityDialog
from tui.keys import MATRIX, Command
from tui.screens.people import PeopleScreen
from tui.team.matrix import GROUPS
from widgets.matrix.matrix import Matrix
from widgets.prompt import Prompt

RETURNS, REFUNDS, STUDIO, LETTERS = 1, 2, 3, 4


def thing(number: int, name: str, role: int, **people: Any) -> Responsibility:
    """A responsibility."""
    return Responsibility.checked(
        {"id": number, "name": name, "role": role, "position": f"V{number}", **people}
    )


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    """Returns are as they should be; nobody answers for refunds, nobody does the letters' work."""
    office = Office(
        tmp_path / "team",
        tmp_path / "local",
        thing(RETURNS, "Returns within 48 h", SHOP, accountable=["ana"], responsible=["cem"]),
        thing(REFUNDS, "Refunds", SHOP, responsible=["cem"]),
        thing(STUDIO, "The studio", PHOTO, accountable=["ben"], responsible=["ben"], consulted=["ana"]),
        thing(LETTERS, "Letters", MAIL, accountable=["cem"], details="the newsletter and its readers"),
    )
    yield office
    office.close()


def matrix_screen(pilot: Pilot[None]) -> PeopleScreen:
    """The team's screen, be a dialog over it or not."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, PeopleScreen))


def view(pilot: Pilot[None]) -> Matrix:
    """The matrix."""
    return matrix_screen(pilot).query_one(Matrix)


def here(pilot: Pilot[None]) -> tuple[int | str | None, int | str | None]:
    """Number and login under the cursor."""
    return view(pilot).row, view(pilot).column


def line(pilot: Pilot[None]) -> str:
    """What the line at the bottom says."""
    return matrix_screen(pilot).query_one(Prompt).status.strip()


def people(pilot: Pilot[None], number: int, duty: Duty) -> list[str]:
    """Logins of those who have a part, as the app has them."""
    found = app_of(pilot).team.find(Responsibility, number)
    assert found is not None
    return found.people(duty)


def shown_rows(pilot: Pilot[None]) -> list[int | str]:
    """The keys of the rows that are no headings."""
    return [row.key for row in view(pilot)._rows if not row.is_group]


async def opened(pilot: Pilot[None]) -> None:
    """Open the matrix, whichever tab is the first one."""
    await packet(pilot, "5")
    matrix_screen(pilot).look_at("Matrix")
    await packet(pilot)


async def at(pilot: Pilot[None], number: int, login: str) -> None:
    """Open the matrix with the cursor there."""
    await opened(pilot)
    view(pilot).select(number, login)
    matrix_screen(pilot).show_status_line()
    await packet(pilot)


@pytest.mark.parametrize("command", MATRIX, ids=lambda c: c.name)
def test_every_command_of_the_key_table_can_be_done(command: Command) -> None:
    """Some group has a method for each command."""
    assert any(callable(getattr(group, f"do_{command.name}", None)) for group in GROUPS)


@presses(
    *("matrix.down", "matrix.up", "matrix.left", "matrix.right", "matrix.first", "matrix.last"),
    *("matrix.page_up", "matrix.page_down", "matrix.page_left", "matrix.page_right"),
    "matrix.next_part",
)
async def test_one_goes_from_cell_to_cell(shop: Office) -> None:
    """The cursor begins on oneself; the line below says the person's part, and what is wrong."""
    async with shop.app() as pilot:
        await opened(pilot)
        assert here(pilot) == (RETURNS, "ana")
        assert line(pilot) == "Ana Lima answers for it · Returns within 48 h"
        assert "4 responsibilities · 2 unclear" in matrix_screen(pilot).tab.note()
        await packet(pilot, "j", "right")
        assert here(pilot)[0] == REFUNDS
        assert line(pilot).endswith(" has no part in it · nobody answers for it · Refunds")
        await packet(pilot, "end", "L")
        assert here(pilot)[0] == shown_rows(pilot)[-1]
        last = here(pilot)[1]
        await packet(pilot, "l", "down", "pagedown")
        assert here(pilot) == (shown_rows(pilot)[-1], last)
        await packet(pilot, "home", "H")
        first = here(pilot)
        await packet(pilot, "k", "left", "h", "pageup")
        assert here(pilot) == first
        await packet(pilot, "n")
        assert line(pilot) == "Cem Demir does the work · Ana Lima answers for it · Returns within 48 h"
        await packet(pilot, "n")
        assert here(pilot) == (RETURNS, "ana")


@presses(
    *("matrix.accountable", "matrix.responsible", "matrix.consulted", "matrix.informed", "matrix.empty"),
    *("matrix.undo", "matrix.redo"),
)
async def test_a_key_gives_a_part_or_takes_it_away(shop: Office) -> None:
    """At once, with a sentence of what is so now; and it can be taken back."""
    async with shop.app() as pilot:
        await at(pilot, REFUNDS, "ana")
        await packet(pilot, "a")
        assert line(pilot) == "Ana Lima answers for “Refunds”."
        assert people(pilot, REFUNDS, Duty.ACCOUNTABLE) == ["ana"]
        await packet(pilot, "r", "c", "i")
        assert line(pilot) == "Ana Lima is told about “Refunds” afterwards."
        assert "ARCI" in screen_text(pilot)
        await packet(pilot, "i")
        assert line(pilot) == "Ana Lima is no longer told about “Refunds”."
        await packet(pilot, "x")
        assert line(pilot) == "Ana Lima has no part in “Refunds” any more."
        assert people(pilot, REFUNDS, Duty.RESPONSIBLE) == ["cem"]
        await packet(pilot, "space")
        assert line(pilot) == "Ana Lima has no part in “Refunds”."
        await packet(pilot, "u")
        assert people(pilot, REFUNDS, Duty.ACCOUNTABLE) == ["ana"]
        await packet(pilot, "ctrl+r")
        assert people(pilot, REFUNDS, Duty.ACCOUNTABLE) == []
        await saved(pilot)


async def test_who_answers_already_is_asked_about(shop: Office) -> None:
    """She is replaced, or both answer and the cell is marked, or nothing happens."""
    async with shop.app() as pilot:
        await at(pilot, RETURNS, "ben")
        # In a hurry it means A and R: nobody is replaced by it, and what is typed ahead decides nothing.
        await packet(pilot, "a", "r", "y")
        assert people(pilot, RETURNS, Duty.ACCOUNTABLE) == ["ana"]
        assert line(pilot).startswith("Ana Lima answers for it already: y replace  b both")
        await packet(pilot, "r", "c")
        assert line(pilot).startswith("Ana Lima answers for it already")
        await packet(pilot, "escape")
        assert people(pilot, RETURNS, Duty.ACCOUNTABLE) == ["ana"]
        await packet(pilot, "a")
        await packet(pilot, "b")
        assert people(pilot, RETURNS, Duty.ACCOUNTABLE) == ["ana", "ben"]
        assert screen_text(pilot).count("A!") == 2
        await packet(pilot, "l", "h", "a")  # taking away asks nothing
        assert people(pilot, RETURNS, Duty.ACCOUNTABLE) == ["ana"]
        await packet(pilot, "a")
        await packet(pilot, "y")
        assert line(pilot) == "Ben Okafor alone answers for “Returns within 48 h” now."
        assert people(pilot, RETURNS, Duty.ACCOUNTABLE) == ["ben"]


@presses("matrix.add", "matrix.lower", "matrix.higher", "matrix.archive")
async def test_responsibilities_are_added_moved_and_put_away(shop: Office) -> None:
    """A new one stands below the cursor, in its role; the cursor goes there, also when it gets its number."""
    async with shop.app() as pilot:
        await at(pilot, RETURNS, "ana")
        await packet(pilot, "A", *"Window", "enter")
        await saved(pilot)
        number = max(int(key) for key in shown_rows(pilot))
        await until(pilot, lambda: here(pilot)[0] == number)
        new = app_of(pilot).team.find(Responsibility, number)
        assert new is not None
        assert (new.name, new.role) == ("Window", SHOP)
        in_role = [key for key in shown_rows(pilot) if key in (RETURNS, REFUNDS, number)]
        assert in_role == [RETURNS, number, REFUNDS]
        await packet(pilot, "J", "K", "K", "K")
        assert [key for key in shown_rows(pilot) if key in in_role] == [number, RETURNS, REFUNDS]
        assert here(pilot)[0] == number
        await packet(pilot, "J", "X")
        assert number not in shown_rows(pilot)
        assert line(pilot) == "“Window” is put away; u brings it back."
        await packet(pilot, "u")
        assert number in shown_rows(pilot)


@ahead("ResponsibilityDialog")
@presses("matrix.open", "responsibility.close", "matrix.edit")
async def test_one_opens_a_responsibility_and_changes_what_it_says(shop: Office) -> None:
    """The sheet tells who has which part, what is wrong, and what was done; the form has its name."""
    async with shop.app() as pilot:
        await at(pilot, LETTERS, "ben")
        await packet(pilot, "c", "enter", "enter", "l", "h")
        assert pilot.app.screen is matrix_screen(pilot)
        await packet(pilot, "enter")
        await until(pilot, lambda: "History" in screen_text(pilot), "the history")
        assert isinstance(pilot.app.screen, ResponsibilityDialog)
        text = screen_text(pilot)
        assert "Answers for it   Cem Demir" in text
        assert "Asked before     Ben Okafor" in text
        assert "! nobody does the work" in text
        assert "the newsletter and its readers" in text
        assert "Ana Lima had Ben Okafor consulted about" in text
        await packet(pilot, "escape", "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
        await packet(pilot, *" and cards", "f2")
        await until(pilot, lambda: pilot.app.screen is matrix_screen(pilot))
        changed = app_of(pilot).team.find(Responsibility, LETTERS)
        assert changed is not None
        assert changed.name == "Letters and cards"


@presses("matrix.only", "matrix.people", "matrix.filter", "matrix.clear")
async def test_one_looks_at_a_part_of_it(shop: Office) -> None:
    """At what is unclear, at one's own, at words, at the people of a role; esc shows all again."""
    async with shop.app(size=(160, 24)) as pilot:
        await at(pilot, RETURNS, "ana")
        everything = shown_rows(pilot)
        await packet(pilot, "f")
        assert sorted(map(str, shown_rows(pilot))) == ["2", "4"]
        assert "something is wrong (esc: all)" in screen_text(pilot)
        await packet(pilot, "f")
        assert sorted(map(str, shown_rows(pilot))) == ["1", "3"]
        await packet(pilot, "f", "/", *"newsletter", "enter")
        assert shown_rows(pilot) == [LETTERS]
        await packet(pilot, "escape", "p", *"Phot", "tab", "enter")
        assert [column.key for column in view(pilot)._columns] == ["ben"]
        assert "people of Photography (esc: all)" in screen_text(pilot)
        await packet(pilot, "p")
        assert len(view(pilot)._columns) == 3
        await packet(pilot, "/", *"zzz", "enter")
        assert "No responsibility is like that; esc shows all." in screen_text(pilot)
        await packet(pilot, "r")  # there is nothing that it could be for
        assert line(pilot) == "There is no responsibility here; A adds one."
        await packet(pilot, "escape")
        assert shown_rows(pilot) == everything


async def test_who_leads_nothing_sees_all_and_is_told_why_keys_do_nothing(shop: Office) -> None:
    """The sentence names who may."""
    async with shop.app("cem", size=(110, 24)) as pilot:
        await at(pilot, REFUNDS, "cem")
        # What is always refused is not offered.
        assert "a answers" not in screen_text(pilot)
        assert "p people" in screen_text(pilot)
        for key in ("r", "x", "J", "X", "a"):
            assert line(pilot) == "Cem Demir does the work · nobody answers for it · Refunds"
            await packet(pilot, key)
            assert "Only who leads a role says who answers for what" in line(pilot), key
            await packet(pilot, "h", "l")
        assert people(pilot, REFUNDS, Duty.RESPONSIBLE) == ["cem"]


async def test_two_people_change_one_row_at_once(shop: Office) -> None:
    """Who answers for it is one person: what both chose is decided on; other letters are both there."""
    ben = shop.colleague("ben")
    async with shop.app() as pilot:
        await at(pilot, REFUNDS, "ana")
        ben.commit(set_duty(ben.team, REFUNDS, "ben", Duty.ACCOUNTABLE, True, "ben", LATER))
        await packet(pilot, "c", "a")
        await until(pilot, lambda: len(app_of(pilot).deciding.waiting) == 1, "the clash")
        assert people(pilot, REFUNDS, Duty.ACCOUNTABLE) == ["ben"]
        assert people(pilot, REFUNDS, Duty.CONSULTED) == ["ana"]
        told = "The responsibility “Refunds”: somebody else chose who answers for it too; C shows it."
        assert told in (*toasts(pilot), line(pilot))
        await packet(pilot, "C")
        await until(pilot, lambda: isinstance(pilot.app.screen, ClashDialog), "the question")
        text = screen_text(pilot)
        assert "the responsibility “Refunds”: who answers for it" in text
        assert "2 Mine     Ana Lima" in text
        assert "Before   nobody" in text
        await until(pilot, lambda: "Ben Okafor, " in screen_text(pilot), "who wrote theirs")
        await packet(pilot, "3")
        assert "Who answers for it is one or the other: 1 or 2" in screen_text(pilot)
        await packet(pilot, "2")
        await saved(pilot)
    ben.refresh()
    merged = ben.team.find(Responsibility, REFUNDS)
    assert merged is not None
    assert merged.accountable == ["ana"]


async def test_one_goes_to_a_responsibility_from_elsewhere(shop: Office) -> None:
    """The cursor is on who answers for it, whatever was left out before."""
    async with shop.app() as pilot:
        await at(pilot, RETURNS, "ana")
        await packet(pilot, "/", *"refunds", "enter", "1")
        app_of(pilot).screens.show("team", at=STUDIO)
        await packet(pilot)
        assert here(pilot) == (STUDIO, "ben")


async def test_a_role_that_answers_for_nothing_says_so(office: Office) -> None:
    """In a row of its own, where the first responsibility is written."""
    async with office.app() as pilot:
        await opened(pilot)
        await packet(pilot, "end")
        assert screen_text(pilot).count("answers for nothing yet") == 3
        await packet(pilot, "A", *"Letters", "enter")
        await saved(pilot)
        (new,) = app_of(pilot).team.all(Responsibility)
        assert (new.name, new.role) == ("Letters", app_of(pilot).team.roles[-1].id)
