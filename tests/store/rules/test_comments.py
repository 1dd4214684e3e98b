"""What people say about tasks, and whom they mention."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import NotFound, Refused
from store.models import Comment
from store.rules.comments import comment, edit_comment, mentions
from tests import builders
from tests.builders import LATER, LONG_AGO, NOW, task, team

LOGINS = ["ana", "ben", "cem", "ana.lima", "svc-print"]


def test_a_comment_has_its_author_and_time() -> None:
    """What was said is on the task, by whom and when."""
    before = team()

    change = comment(before, 5, "The light was good.\n", "ben", NOW)

    (said,) = before.apply(change).comments(5)
    assert (said.text, said.author, said.at) == ("The light was good.", "ben", NOW)
    assert (change.label, change.by, change.at) == ("commented on #5", "ben", NOW)


def test_a_comment_mentions_members_only() -> None:
    """Known logins are mentioned; unknown ones are left as text."""
    before = team()

    (said,) = before.apply(comment(before, 5, "@cem, @zoe and @ANA: look!", "ben", NOW)).comments(5)

    assert (said.text, said.mentions) == ("@cem, @zoe and @ANA: look!", ["cem", "ana"])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@ana", ["ana"]),
        ("(@ana)", ["ana"]),
        ("@ana.", ["ana"]),
        ("@ana’s idea, @ben's work", ["ana", "ben"]),
        ("@ana/@ben", ["ana", "ben"]),
        ("@ana,@ben", ["ana", "ben"]),
        ("@ben @ana @ben", ["ben", "ana"]),
        ("@ana.lima and @svc-print!", ["ana.lima", "svc-print"]),
        ("@anabel", []),
        ("@ana-maria", []),
        ("mail ana@example.org", []),
        ("mail x.y+z@ana", []),
        ("on @ana@example.org", []),
        ("https://example.org/@ana", []),
        ("see https://example.org/@ana then @ben", ["ben"]),
        ("@ ana", []),
        ("@@ana", ["ana"]),
        ("> @ana said\n>@cem\n> > @cem\n\nyes, @ben", ["ben"]),
        ("3 > 2, @ana\n > @ben", ["ana", "ben"]),
        ("", []),
    ],
)
def test_mentions(text: str, named: list[str]) -> None:
    """A login behind an @ is mentioned, but not in an e-mail address or the address of a page."""
    assert mentions(text, LOGINS) == named


@given(st.text("@ab./: -,'\n", max_size=60))
def test_only_known_logins_are_ever_mentioned(text: str) -> None:
    """Whatever is written, mentions are known logins, each once."""
    found = mentions(text, ["a", "ab"])

    assert set(found) <= {"a", "ab"}
    assert len(found) == len(set(found))


def test_long_texts_are_read_quickly() -> None:
    """A text of 100,000 letters, dots or @ is read in one go."""
    for letter in ("a", ".", "@", "a@", "@a", "a:/", "@a."):
        assert mentions((letter * 100_000)[:100_000], ["ana"]) == []


@pytest.mark.parametrize("text", ["", " \n", "\x1b[31m"])
def test_an_empty_comment_is_refused(text: str) -> None:
    """There has to be something to say."""
    with pytest.raises(Refused, match="The comment is empty"):
        comment(team(), 5, text, "ben", NOW)


def test_a_comment_that_is_too_long_is_refused() -> None:
    """The sentence says how long it may be, and does not repeat the text."""
    with pytest.raises(Refused, match="is too long: 100,001 characters, and 100,000 is the most") as refused:
        comment(team(), 5, "x" * 100_001, "ben", NOW)

    assert len(str(refused.value)) < 200


def test_a_comment_needs_a_task() -> None:
    """A task that does not exist cannot be commented on; an archived one can."""
    with pytest.raises(NotFound, match="no task #99"):
        comment(team(), 99, "x", "ben", NOW)
    assert comment(team(task(20, archived_at=NOW)), 20, "x", "ben", NOW)


def test_ones_own_comment_can_be_changed() -> None:
    """The new text has its own mentions, and it is seen that it was changed."""
    before = team(builders.comment(1, 5, "Ask @ana.", mentions=["ana"]))

    change = edit_comment(before, 1, "Ask @cem.", "ben", LATER)

    (said,) = before.apply(change).comments(5)
    assert (said.text, said.mentions) == ("Ask @cem.", ["cem"])
    assert (said.at, said.edited_at) == (LONG_AGO, LATER)
    assert change.label == "edited a comment on #5"


def test_the_same_text_is_no_change() -> None:
    """Saving a comment as it was does not mark it as edited."""
    before = team(builders.comment(1, 5, "Good."))

    assert not edit_comment(before, 1, "Good.\n", "ben", LATER)


def test_other_peoples_comments_stay() -> None:
    """The refusal says whose comment it is."""
    with pytest.raises(Refused, match="Ben Okafor wrote this comment; write one of your own"):
        edit_comment(team(builders.comment(1, 5)), 1, "x", "ana", NOW)


def test_a_comment_that_is_not_there_is_not_found() -> None:
    """The sentence names its number."""
    with pytest.raises(NotFound, match="There is no comment 9"):
        edit_comment(team(), 9, "x", "ana", NOW)


def test_two_new_comments_are_two() -> None:
    """A comment that waits for its number is not replaced by the next."""
    board = team()
    for text in ("first", "second"):
        board = board.apply(comment(board, 5, text, "ben", NOW))

    assert [said.text for said in board.comments(5)] == ["first", "second"]
    assert len(list(board.all(Comment))) == 2
