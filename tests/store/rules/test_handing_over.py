"""Cards go from one role to the next."""

from __future__ import annotations

from functools import partial

import pytest

from store.errors import NeedsConsent, Refused
from store.models import Role
from store.rules.moving import hand_over
from store.team import Team
from tests.builders import (
    DOING,
    LONG_AGO,
    MAIL,
    NOW,
    PHOTO,
    comment,
    numbers,
    team,
)


def limited(most: int) -> Team:
    """The shop where Photography may have so many cards in active columns."""
    return team(Role(id=PHOTO, name="Photography", wip_limit=most, position="W"))


def test_a_card_can_be_handed_over() -> None:
    """A card that is handed over stays in its column, at the end of the other role's lane."""
    before = team()

    after = before.apply(hand_over(before, 6, MAIL, "ben", NOW))

    assert numbers(after, DOING, MAIL) == [7, 6]
    assert after.task(6).column_since == LONG_AGO


def test_a_note_comes_along_as_a_comment() -> None:
    """What is said when handing over is a comment in the same change, with its mentions."""
    before = team()

    after = before.apply(hand_over(before, 6, MAIL, "ben", NOW, note="Yours, @cem: all retouched."))

    (said,) = after.comments(6)
    assert (said.text, said.author, said.mentions) == ("Yours, @cem: all retouched.", "ben", ["cem"])


def test_a_note_does_not_replace_one_that_is_not_committed_yet() -> None:
    """Two notes that wait for their numbers are two comments."""
    board = team()
    board = board.apply(hand_over(board, 6, MAIL, "ben", NOW, note="first"))
    board = board.apply(hand_over(board, 7, PHOTO, "ben", NOW, note="second"))

    assert [[said.text for said in board.comments(id)] for id in (6, 7)] == [["first"], ["second"]]


def test_without_a_note_nothing_is_said() -> None:
    """A note of blanks makes no comment."""
    before = team(comment(1, 6))

    assert len(before.apply(hand_over(before, 6, None, "ben", NOW, note="  ")).comments(6)) == 1


@pytest.mark.parametrize(
    ("role", "label"), [(MAIL, "handed #6 over to Newsletter"), (None, "handed #6 over to nobody’s lane")]
)
def test_handing_over_says_to_whom(role: int | None, label: str) -> None:
    """The label names the role."""
    assert hand_over(team(), 6, role, "ben", NOW).label == label


@pytest.mark.parametrize(
    ("id", "role", "sentence"),
    [(6, PHOTO, "#6 is in Photography already"), (3, None, "#3 is in nobody’s lane already")],
)
def test_a_card_is_not_handed_to_its_own_role(id: int, role: int | None, sentence: str) -> None:
    """Handing over means to another role."""
    with pytest.raises(Refused, match=sentence):
        hand_over(team(), id, role, "ben", NOW)


def test_handing_over_asks_a_full_role() -> None:
    """A role that has reached its limit is asked, and with consent the label records it."""
    hand = partial(hand_over, limited(1), 7, PHOTO, "cem", NOW)

    with pytest.raises(NeedsConsent, match="Photography has 1 card"):
        hand()
    assert hand(override=True).label == "handed #7 over to Photography, over Photography’s limit of 1"
