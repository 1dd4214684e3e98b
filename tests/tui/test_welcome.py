"""What an empty board says."""

from __future__ import annotations

import pytest

from store.models import Document
from store.rules import tasks
from store.team import Team
from tests import builders
from tests.tui.conftest import Office, packet, said
from tui.screens.welcome import first_step


def team(*documents: Document) -> Team:
    return Team(builders.tables_of([builders.settings(), *documents]))


@pytest.mark.parametrize(
    ("documents", "person", "words"),
    [
        ([*builders.columns(), *builders.members()], "ana", ["a adds the first one"]),
        ([*builders.columns(), *builders.members()], "zoe", ["tagwerk member add zoe"]),
        ([*builders.members()], "ana", ["T adds some"]),
        ([*builders.columns()], "ana", ["a adds one", "tagwerk member add ana"]),
    ],
)
def test_it_says_what_to_press_or_type(documents: list[Document], person: str, words: list[str]) -> None:
    """Without cards, columns or people, and for somebody who may only read."""
    step = first_step(team(*documents), person)

    assert [word for word in words if word not in step] == []
    assert len(step) <= 78


def test_a_board_with_cards_says_nothing() -> None:
    """There is enough to see."""
    assert first_step(builders.team(), "ana") == ""


async def test_the_sentence_gives_way_to_the_first_card(office: Office) -> None:
    """It is there while the board is empty, and gone with the first card."""
    ben = office.colleague("ben")
    for number in range(1, 9):
        ben.commit(tasks.archive(ben.team, number, "ben", builders.LATER))
    async with office.app() as pilot:
        assert said(pilot) == "No cards yet: a adds the first one, ? shows all keys."
        await packet(pilot, *"aTape", "enter")

        assert "a adds the first one" not in said(pilot)
