"""Holding a stand-up: turns, who is not there, notes, the end, and two people at one round."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.change import Change, combine
from store.errors import NotFound, Refused, TagwerkError
from store.merge import prefer_mine, rebase
from store.models import Absence, Member, NoteKind, Post, Round, Task
from store.rules import round_notes, rounds
from store.rules.integrity import check
from store.rules.rounds import come_back, end, go_on, skip, start
from store.rules.standup import write_update
from store.standup.rounds import absent, speaking, waiting
from store.team import Team
from tests import builders
from tests.builders import LATER, NOW

ROUND = 1


def numbered(base: Team, change: Change) -> Change:
    """The change with numbers for its new documents, as a commit gives them."""
    news = [(edit.table, edit.id) for edit in change.edits if edit.id < 0]
    return change.renumbered({key: max(base.tables[key[0]], default=0) + 1 for key in news})


def after(team: Team, *changes: Change) -> Team:
    """The team after changes that were made of the same snapshot, merged and checked as commits are."""
    base = team
    for change in changes:
        mine = rebase(numbered(base, change), base.tables)
        base = base.apply(mine)
        check(base, mine)
    return base


def begun(**fields: Any) -> Team:
    """A round of Ana, Ben and Cem, in this order, in which nobody has had the word."""
    day = {"day": "2026-11-23", "started_at": NOW, "started_by": "ana", "order": ["ana", "ben", "cem"]}
    return builders.team(Round.checked({"id": ROUND, **day, **fields}))


def held(team: Team) -> Round:
    """The round."""
    found = team.find(Round, ROUND)
    assert found is not None
    return found


def test_a_round_goes_from_one_to_the_next() -> None:
    """Nobody has the word before the first turn and after the last one; each turn has its beginning."""
    team = after(builders.team(), start(builders.team(), "ana", NOW))
    order = held(team).order
    assert (sorted(order), speaking(held(team)), held(team).since) == (["ana", "ben", "cem"], "", None)

    for turn, login in enumerate(order):
        team = after(team, go_on(team, ROUND, "ben", LATER))
        assert (speaking(held(team)), held(team).since) == (login, LATER)
        assert held(team).spoken == order[:turn]
    team = after(team, go_on(team, ROUND, "ben", LATER))

    assert (speaking(held(team)), held(team).since, held(team).spoken) == ("", None, order)
    with pytest.raises(Refused, match="Everyone has had a turn; end the round"):
        go_on(team, ROUND, "ben", LATER)


def test_a_day_has_one_open_round() -> None:
    """Whoever starts a second one is told to join, also if both did it at the same moment."""
    team = builders.team()
    once = after(team, start(team, "ana", NOW))

    with pytest.raises(Refused, match="Ana Lima has started the round of today already; join it"):
        start(once, "ben", LATER)
    with pytest.raises(Refused, match="Ana Lima has started the round meanwhile; join it"):
        after(team, start(team, "ana", NOW), start(team, "ben", NOW))
    again = after(once, end(once, ROUND, "ana", LATER))
    assert len(list(after(again, start(again, "ben", LATER)).all(Round))) == 2


def test_somebody_is_named_out_of_turn() -> None:
    """Nobody loses a turn by it, and who was skipped is there again."""
    team = begun(current="ana", since=NOW, skipped=["cem"])
    team = after(team, go_on(team, ROUND, "ana", LATER, "CEM"))

    assert (speaking(held(team)), held(team).spoken, held(team).skipped) == ("cem", ["ana"], [])
    assert waiting(team, held(team)) == ["ben"]
    with pytest.raises(Refused, match="Cem Demir has the word already"):
        go_on(team, ROUND, "ana", LATER, "cem")


def test_who_is_not_there_is_skipped_and_can_come_back() -> None:
    """If it is her turn, the next one has the word."""
    team = begun(current="ana", since=NOW)
    team = after(team, skip(team, ROUND, "ana", "ben", LATER))
    assert (speaking(held(team)), held(team).since, absent(held(team))) == ("ben", LATER, ["ana"])
    team = after(team, skip(team, ROUND, "cem", "ben", LATER))
    assert waiting(team, held(team)) == []
    team = after(team, come_back(team, ROUND, "ana", "ben", LATER))

    assert waiting(team, held(team)) == ["ana"]
    with pytest.raises(Refused, match="Cem Demir is skipped already"):
        skip(team, ROUND, "cem", "ben", LATER)
    with pytest.raises(Refused, match="Ben Okafor was not skipped"):
        come_back(team, ROUND, "ben", "ben", LATER)


def test_who_has_spoken_is_not_skipped() -> None:
    """There is nothing to skip then."""
    with pytest.raises(Refused, match="Ana Lima has spoken already"):
        skip(begun(spoken=["ana"]), ROUND, "ana", "ben", NOW)


def test_who_comes_into_the_team_meanwhile_speaks_last_and_who_leaves_does_not() -> None:
    """The round is held with the people there are."""
    dana = Member(id=9, login="dana")
    gone = Member(id=2, login="ben", left_at=NOW)
    team = builders.team(*(held(begun()),), dana, gone)

    assert waiting(team, held(team)) == ["ana", "cem", "dana"]


def test_two_who_go_on_at_the_same_moment_skip_nobody() -> None:
    """Both meant the same step; the next one has the word, and her turn began when the first of them did."""
    team = begun(current="ana", since=NOW)
    a_blink = LATER + timedelta(seconds=1)
    both = after(team, go_on(team, ROUND, "ana", LATER), go_on(team, ROUND, "ben", a_blink))

    assert (speaking(held(both)), held(both).since, held(both).spoken) == ("ben", LATER, ["ana"])


def test_two_who_name_different_people_skip_nobody() -> None:
    """The first one's choice holds, and the other one is still to speak."""
    team = begun(current="ana", since=NOW)
    both = after(team, go_on(team, ROUND, "ana", NOW, "cem"), go_on(team, ROUND, "ben", LATER))

    assert (speaking(held(both)), waiting(both, held(both))) == ("cem", ["ben"])


def test_who_went_on_from_somebody_that_had_no_turn_passes_nobody_over() -> None:
    """Ben went on twice in what he saw, while Ana had named Cem first: his own turn is still to come."""
    team = begun(current="ana", since=NOW)
    once = go_on(team, ROUND, "ben", LATER)
    twice = go_on(team.apply(once), ROUND, "ben", LATER)
    both = after(team, go_on(team, ROUND, "ana", NOW, "cem"), once, twice)

    assert (speaking(held(both)), waiting(both, held(both))) == ("cem", ["ben"])
    shown = after(team, go_on(team, ROUND, "ana", NOW, "cem"))
    assert prefer_mine(combine([once, twice], ""), shown.tables).edits[0].after == {}


STEPS = st.tuples(st.sampled_from("xy"), st.sampled_from(["on", "look", "skip", "ana", "ben", "cem"]))


@given(st.lists(STEPS, max_size=14))
def test_nobody_is_passed_over_whoever_goes_on_when(steps: list[tuple[str, str]]) -> None:
    """Two hosts go on from what they last saw: who counts as having spoken has had the word."""
    shared = begun()
    seen = {"x": shared, "y": shared}
    had_the_word: set[str] = set()
    for host, step in steps:
        old = seen[host]
        current = speaking(held(old))
        try:
            if step == "look":
                seen[host] = shared
                continue
            if step == "skip":
                change = skip(old, ROUND, current, "ana", LATER) if current else Change()
            else:
                change = go_on(old, ROUND, "ana", LATER, "" if step == "on" else step)
        except Refused:
            continue
        seen[host] = old.apply(change)
        shared = after(shared, change)
        had_the_word.add(speaking(held(shared)))

        assert {*held(shared).spoken} <= had_the_word


def test_taking_back_a_step_after_others_went_on_changes_nothing() -> None:
    """Who has spoken has spoken."""
    team = begun(current="ana", since=NOW)
    step = go_on(team, ROUND, "ana", LATER)
    further = after(after(team, step), go_on(team.apply(step), ROUND, "ben", LATER))
    back = after(further, step.inverse())

    assert held(back) == held(further)


def test_skipping_and_going_on_at_the_same_moment_both_happen() -> None:
    """One skips Cem while another goes on to Ben."""
    team = begun(current="ana", since=NOW)
    both = after(team, skip(team, ROUND, "cem", "ana", NOW), go_on(team, ROUND, "ben", NOW))

    assert (speaking(held(both)), held(both).skipped, held(both).spoken) == ("ben", ["cem"], ["ana"])


def noted(team: Team, text: str, kind: NoteKind, id: str, by: str = "ana", **more: Any) -> Change:
    """A note in the round."""
    return round_notes.note(team, ROUND, kind, text, by, NOW, note_id=id, **more)


def test_two_people_note_at_the_same_moment() -> None:
    """Both notes are there."""
    team = begun()
    both = after(
        team,
        noted(team, "Ship on Saturdays", NoteKind.DECISION, "a"),
        noted(team, "Who calls the carrier?", NoteKind.PARKED, "b", "ben", people=["cem"]),
    )

    assert {(one.text, one.author, tuple(one.people)) for one in held(both).notes} == {
        ("Ship on Saturdays", "ana", ()),
        ("Who calls the carrier?", "ben", ("cem",)),
    }
    dropped = after(both, round_notes.drop(both, ROUND, "a", "ana", NOW))
    assert [one.id for one in held(dropped).notes] == ["b"]


def test_a_note_becomes_a_card_of_its_people() -> None:
    """The card's number is in the note from its commit on, and it becomes no second one."""
    team = begun()
    team = after(team, noted(team, "Call the carrier\nabout Saturdays", NoteKind.PARKED, "a", people=["cem"]))
    team = after(team, round_notes.note_to_task(team, ROUND, "a", "ben", LATER))
    number = held(team).notes[0].task

    assert number == 9
    card = team.task(number)
    assert (card.title, card.assignees) == ("Call the carrier about Saturdays", ["cem"])
    assert card.description == "Call the carrier\nabout Saturdays"
    with pytest.raises(Refused, match="“Call the carrier about Saturdays” is #9 already"):
        round_notes.note_to_task(team, ROUND, "a", "ben", LATER)


def test_two_who_make_a_card_of_one_note_make_one() -> None:
    """The second one is told that it is there."""
    team = begun()
    team = after(team, noted(team, "Call the carrier", NoteKind.PARKED, "a"))

    with pytest.raises(Refused, match="“Call the carrier” has become the card #9 meanwhile"):
        after(
            team,
            round_notes.note_to_task(team, ROUND, "a", "ana", NOW),
            round_notes.note_to_task(team, ROUND, "a", "ben", NOW),
        )


def test_a_long_note_has_a_title_that_fits() -> None:
    """The rest stands in the description."""
    team = begun()
    team = after(team, noted(team, "word " * 100, NoteKind.PARKED, "a"))
    team = after(team, round_notes.note_to_task(team, ROUND, "a", "ben", LATER))

    assert len(team.task(9).title) == 300
    assert team.task(9).description == ("word " * 100).strip()


def test_the_end_tells_the_news_in_the_same_change() -> None:
    """Whoever has the word has spoken; the round knows its summary, and undoing takes both back."""
    team = begun(current="ana", since=NOW)
    team = after(team, write_update(team, "cem", NOW, blockers="#7 waits for the photos"))
    team = after(team, noted(team, "Ship on Saturdays", NoteKind.DECISION, "a"))
    over = numbered(team, end(team, ROUND, "ben", LATER))
    done = after(team, over)

    assert (held(done).ended_at, held(done).summary, held(done).current) == (LATER, 1, "")
    post = done.find(Post, 1)
    assert post is not None
    assert (post.title, post.author, post.kind, post.tasks) == ("Stand-up of Mon 23 Nov", "ben", "news", [7])
    assert post.body == (
        "- Spoke: Ana Lima\n- In writing: Cem Demir\n\n"
        "## Blockers\n\n- Cem Demir: #7 waits for the photos\n\n## Decisions\n\n- Ship on Saturdays"
    )
    back = after(done, over.inverse())
    assert back.find(Post, 1) is None
    assert speaking(held(back)) == "ana"


def test_two_who_end_a_round_tell_it_once() -> None:
    """The second one writes no second summary."""
    team = begun()

    with pytest.raises(Refused, match="The round was ended meanwhile; its summary is in the news"):
        after(team, end(team, ROUND, "ana", NOW), end(team, ROUND, "ben", LATER))


def test_going_on_while_somebody_ends_the_round_leaves_it_ended() -> None:
    """Nobody has the word then."""
    team = begun(current="ana", since=NOW)
    both = after(team, end(team, ROUND, "ana", NOW), go_on(team, ROUND, "ben", NOW))

    assert (speaking(held(both)), waiting(both, held(both))) == ("", [])


@pytest.mark.parametrize(
    ("rule", "error", "sentence"),
    [
        (lambda t: go_on(t, 7, "ana", NOW), NotFound, "There is no round 7; start the one of today"),
        (lambda t: go_on(t, ROUND, "zoe", NOW), Refused, "“zoe” is not in the team"),
        (lambda t: go_on(t, ROUND, "ana", NOW, "zoe"), NotFound, "Nobody in the team is called “zoe”"),
        (lambda t: noted(t, " ", NoteKind.PARKED, "a"), Refused, "The note is empty"),
        (lambda t: noted(t, "x", NoteKind.PARKED, "a", people=["zoe"]), NotFound, "“zoe”"),
        (
            lambda t: round_notes.note_to_task(t, ROUND, "q", "ana", NOW),
            NotFound,
            "The stand-up has no note “q”; somebody may have taken it back",
        ),
        (lambda t: start(Team(), "ana", NOW), Refused, "Nobody is in the team yet; “tagwerk member add"),
    ],
)
def test_what_cannot_be_is_a_sentence(
    rule: Callable[[Team], Change], error: type[TagwerkError], sentence: str
) -> None:
    """It names the thing and the way out."""
    with pytest.raises(error, match=sentence):
        rule(begun())


def test_a_round_that_is_over_is_left_as_it_is() -> None:
    """But what was parked can still become a card."""
    team = begun()
    team = after(team, noted(team, "Later", NoteKind.PARKED, "a"))
    team = after(team, end(team, ROUND, "ana", LATER))
    rules: list[Callable[[], Change]] = [
        lambda: go_on(team, ROUND, "ana", LATER),
        lambda: skip(team, ROUND, "ben", "ana", LATER),
        lambda: noted(team, "x", NoteKind.DECISION, "b"),
        lambda: rounds.end(team, ROUND, "ana", LATER),
    ]

    for rule in rules:
        with pytest.raises(Refused, match="The stand-up of Mon 23 Nov is over; its summary is in the news"):
            rule()
    assert after(team, round_notes.note_to_task(team, ROUND, "a", "ana", LATER)).find(Task, 9)


def test_who_is_away_is_left_out_from_the_beginning() -> None:
    """She comes back in all the same where she is there."""
    week = Absence(id=1, person="ben", start=NOW.date(), end=NOW.date() + timedelta(days=4))
    team = builders.team(week)
    team = after(team, start(team, "ana", NOW))
    assert (held(team).skipped, sorted(held(team).order)) == (["ben"], ["ana", "ben", "cem"])
    assert "ben" not in waiting(team, held(team))
    team = after(team, come_back(team, ROUND, "ben", "ana", LATER))
    assert "ben" in waiting(team, held(team))
