"""Who takes part: turns, updates, who was not heard, and what is in the way again and again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from store.models import Absence, Document, Round, Update
from store.standup.owing import missing, owes_update
from store.standup.participation import Part, participation
from tests import builders

TODAY = date(2026, 11, 23)


def moment(day: date) -> datetime:
    """Nine o'clock of a day."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def held(id: int, days_ago: int, *spoken: str, **fields: Any) -> Round:
    """A round of Ana, Ben and Cem that is over."""
    day = TODAY - timedelta(days=days_ago)
    at = moment(day)
    known = {"id": id, "day": day, "started_at": at, "started_by": "ana", "order": ["ana", "ben", "cem"]}
    return Round.checked({**known, "spoken": list(spoken), "ended_at": at, **fields})


def said(id: int, days_ago: int, author: str, blockers: str = "", **fields: Any) -> Update:
    """An update."""
    day = TODAY - timedelta(days=days_ago)
    known = {"id": id, "day": day, "author": author, "posted_at": moment(day), "blockers": blockers}
    return Update.checked({**known, **fields})


def parts(*documents: Document, weeks: int = 4) -> list[Part]:
    """How each member took part."""
    return list(participation(builders.team(*documents), TODAY, weeks).parts)


def test_turns_and_updates_are_counted_by_name() -> None:
    """Over the weeks that are asked for; an open round of today does not count yet."""
    documents = [
        held(1, 30, "cem"),
        held(2, 20, "ana", "ben", "cem"),
        held(3, 3, "ana", skipped=["ben", "cem"]),
        held(4, 0, "ana", ended_at=None),
        said(1, 3, "ben"),
        said(2, 0, "ben"),
        said(3, 0, "ben"),
        said(4, 40, "ana"),
    ]

    assert participation(builders.team(*documents), TODAY).rounds == 2
    assert parts(*documents) == [
        Part("ana", 2, 2, 0, is_unheard=False),
        Part("ben", 2, 1, 2, is_unheard=True),
        Part("cem", 2, 1, 0, is_unheard=True),
    ]
    assert [part.rounds for part in parts(*documents, weeks=1)] == [1, 1, 1]


def test_who_was_in_no_round_is_not_called_unheard() -> None:
    """Nor is anybody where no rounds are held."""
    assert not any(part.is_unheard for part in parts())
    assert [part.is_unheard for part in parts(held(1, 1, "ana", order=["ana"]))] == [False] * 3


def test_who_has_the_word_when_a_round_is_left_had_a_turn() -> None:
    """A round that somebody forgot to end counts from the next day on."""
    found = parts(held(1, 1, "ana", current="ben", ended_at=None))

    assert [part.turns for part in found] == [1, 1, 0]


def test_a_card_that_three_updates_name_is_in_the_way_again_and_again() -> None:
    """Whoever says so; named twice in one update it counts once."""
    team = builders.team(
        said(1, 3, "ben", "#6 waits\n#6 still"),
        said(2, 2, "ben", "#6 waits, #7 too"),
        said(3, 1, "ana", "- #6: no photos"),
        said(4, 1, "cem", "#7 and #99"),
        said(5, 0, "cem", "#99"),
    )
    (found,) = participation(team, TODAY).recurring

    assert (found.task, found.title, found.people, found.updates) == (
        6,
        "Retouch the catalogue",
        ("ana", "ben"),
        3,
    )


def test_nobody_is_asked_while_she_is_away() -> None:
    """Rounds on those days are none of hers, and she owes no update."""
    away = Absence(id=1, person="ben", start=TODAY - timedelta(days=3), end=TODAY)
    documents = [away, held(1, 3, "ana", "cem"), held(2, 1, "ana", "cem")]
    assert parts(*documents)[1] == Part("ben", 0, 0, 0, is_unheard=False)

    team = builders.team(*documents)
    assert missing(team, TODAY) == ["ana", "cem"]
    assert [owes_update(team, login, TODAY) for login in ("ana", "ben")] == [True, False]
