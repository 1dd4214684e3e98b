"""What the news tell of a round."""

from __future__ import annotations

from typing import Any

from store.models import Member, Question, Round, Update
from store.standup import summary
from store.team import Team
from tests import builders
from tests.builders import LATER, NOW


def held(**fields: Any) -> Round:
    """A round of Monday."""
    known = {"id": 1, "day": "2026-11-23", "started_at": NOW, "started_by": "ana", "order": ["ana", "ben"]}
    return Round.checked({**known, "ended_at": LATER, **fields})


def said(id: int, author: str, **fields: Any) -> Update:
    """An update."""
    return Update.checked({"id": id, "day": "2026-11-23", "author": author, "posted_at": NOW, **fields})


def told(round: Round, *updates: Update, team: Team | None = None) -> str:
    """The summary's text."""
    return summary.body(team or builders.team(), round, {one.author: one for one in updates})


def test_a_summary_has_everything_that_was_said() -> None:
    """Who, blockers, decisions, the parking lot with people and cards, and the answers of the day."""
    notes = [
        {"id": "a", "kind": "decision", "text": "Ship on Saturdays"},
        {"id": "b", "kind": "parked", "text": "- Who calls\nthe carrier?", "people": ["ana", "ben"]},
        {"id": "c", "kind": "parked", "text": "New table", "task": 5},
    ]
    questions = [
        Question(id=1, text="What did you learn?", weekdays=[0]),
        Question(id=2, text="Tuesday?", weekdays=[1]),
    ]
    answers = [{"id": "1", "text": "A lot\nabout boots"}, {"id": "2", "text": "No"}]
    updates = (said(1, "cem", blockers="- #6 waits\n\n* no paper", answers=answers), said(2, "ana"))
    round = held(spoken=["ana"], skipped=["ben", "cem"], notes=notes)

    assert summary.title(round) == "Stand-up of Mon 23 Nov"
    assert told(round, *updates, team=builders.team(*questions)) == (
        "- Spoke: Ana Lima\n- In writing: Cem Demir\n- Not there: Ben Okafor\n\n"
        "## Blockers\n\n- Cem Demir: #6 waits\n- Cem Demir: no paper\n\n"
        "## Decisions\n\n- Ship on Saturdays\n\n"
        "## Parking lot\n\n- Who calls the carrier? (with @ana and @ben)\n- New table, now #5\n\n"
        "## What did you learn?\n\n- Cem Demir: A lot\n- Cem Demir: about boots"
    )


def test_a_round_in_which_nothing_was_said_has_a_summary() -> None:
    """It is empty; a card without a number yet is not named."""
    assert told(held()) == ""
    assert told(held(notes=[{"id": "a", "text": "x", "task": -1}])) == "## Decisions\n\n- x"


def test_a_summary_fits_a_post() -> None:
    """Whatever people have written: it is cut."""
    updates = [said(n, f"p{n}", blockers="word " * 15_000) for n in range(1, 4)]
    people = [Member(id=n, login=f"p{n}") for n in range(1, 4)]
    text = told(held(), *updates, team=builders.team(*people))

    assert len(text) <= 90_001
    assert text.endswith("…")
