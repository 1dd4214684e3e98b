"""The demo's stand-ups: a fortnight of them, written by people, in agreement with the cards."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from store.demo import DEMO_VIEWER, Demo
from store.demo.shop import ZONE
from store.demo.standup_more_words import BACK_SAID
from store.demo.standup_rounds import LEARNED, QUESTION, ROUNDS, UNHEARD
from store.demo.standup_words import CARDS, FRONT_SAID
from store.models import Note, NoteKind, Post, Question, Round, Task, Update
from store.news.marks import Marks
from store.standup.cards import cards_in
from store.standup.drafting import draft, since
from store.standup.order import speaking_order
from store.standup.participation import participation
from store.standup.rounds import open_round
from store.standup.updates import late_updates, updates_between, updates_on
from store.team import Team
from tests.builders import NOW
from tests.demos import demo_at, team_at

MOMENTS = [datetime(2026, 1, 3, 3, 17, tzinfo=UTC) + timedelta(days=62 * n, hours=5 * n) for n in range(6)]
"""Six moments of a year, on other days of the week and at other hours."""
FRIDAY = datetime(2026, 11, 20, 13, 30, tzinfo=UTC)
EARLY = datetime(2026, 11, 23, 7, 15, tzinfo=UTC)
"""A Monday before anybody works."""
SATURDAY = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
ALL = [NOW, FRIDAY, EARLY, SATURDAY, *MOMENTS]

every_moment = pytest.mark.parametrize("now", ALL)
every_board = pytest.mark.parametrize("tasks", [0, 20, 90])


@pytest.fixture(scope="module")
def demo() -> Demo:
    return demo_at(NOW)


@pytest.fixture(scope="module")
def team(demo: Demo) -> Team:
    return demo.team()


def rounds(team: Team) -> list[Round]:
    return sorted(team.all(Round), key=lambda one: one.day)


def notes(team: Team) -> list[Note]:
    return [note for one in rounds(team) for note in one.notes]


def working_days(before: date, count: int) -> list[date]:
    """The last working days before a day, the oldest first."""
    days = [before - timedelta(days=back) for back in range(1, 2 * count + 2)]
    return [day for day in days if day.weekday() < 5][:count][::-1]


@every_moment
@every_board
def test_there_was_a_round_on_each_of_the_last_ten_working_days(now: datetime, tasks: int) -> None:
    """All of them are over, and none has been held today: the newcomer starts it."""
    team = team_at(now, tasks)
    today = team.today(now)

    assert [one.day for one in rounds(team)] == working_days(today, 10)
    assert all(one.ended_at and not one.current for one in rounds(team))
    assert open_round(team, today) is None


@every_moment
def test_people_speak_in_the_order_of_the_day(now: datetime) -> None:
    """Whoever was there had a turn, and one or two were missing on some days, beside who always is."""
    team = team_at(now)

    for one in rounds(team):
        assert one.order == speaking_order(team, one.day)
        assert sorted(one.spoken + one.skipped) == sorted(team.members)
        assert one.spoken == [login for login in one.order if login not in one.skipped]
        assert one.started_by in one.spoken
    assert {len(one.skipped) for one in rounds(team)} == {1, 2, 3}
    assert len({one.started_by for one in rounds(team)}) == 10


@every_moment
@every_board
def test_everything_named_exists(now: datetime, tasks: int) -> None:
    """People, cards, questions and posts of rounds and updates; also those that a text names."""
    team = team_at(now, tasks)

    for note in notes(team):
        assert {note.author, *note.people} <= team.members.keys()
        assert note.task is None or team.find(Task, note.task)
    for one in rounds(team):
        assert {one.started_by, *one.order, *one.skipped} <= team.members.keys()
        assert one.summary is None or team.find(Post, one.summary)
    for update in team.all(Update):
        text = f"{update.done}\n{update.now}\n{update.blockers}"
        assert update.author in team.members
        assert all(team.find(Task, int(number)) for number in re.findall(r"#(\d+)", text))
        assert update.promised == sorted(set(cards_in(team, update.now)))
        assert all(team.find(Question, int(answer.id)) for answer in update.answers)


@every_moment
@every_board
def test_nothing_is_in_the_future(now: datetime, tasks: int) -> None:
    """Rounds, notes and updates; each update on its day, or in the evening before it."""
    team = team_at(now, tasks)
    zone = ZoneInfo(ZONE)

    for one in rounds(team):
        assert one.ended_at
        times = [one.started_at, *(note.at for note in one.notes if note.at), one.ended_at]
        assert times == sorted(times)
        assert one.ended_at < now
        assert {moment.astimezone(zone).date() for moment in times} == {one.day}
    for update in team.all(Update):
        assert update.posted_at < now
        posted = update.posted_at.astimezone(zone).date()
        assert posted == update.day or (posted < update.day == team.today(now))


@every_moment
def test_cards_are_named_while_there_is_something_to_say(now: datetime) -> None:
    """No update names a card before it was made, and nothing finished is in work or in the way."""
    team = team_at(now)

    for update in team.all(Update):
        for number in cards_in(team, f"{update.done}\n{update.now}\n{update.blockers}"):
            assert team.task(number).created_at < update.posted_at
        for number in cards_in(team, f"{update.now}\n{update.blockers}"):
            finished = team.task(number).finished_at
            assert finished is None or finished > update.posted_at


@every_moment
def test_what_is_said_to_be_finished_was_finished(now: datetime) -> None:
    """By then, and not more than some days before."""
    team = team_at(now)
    told = 0

    for update in team.all(Update):
        for line in update.done.splitlines():
            if line.startswith("finished #"):
                task = team.task(cards_in(team, line)[0])
                assert task.finished_at
                assert timedelta() < update.posted_at - task.finished_at < timedelta(days=6)
                assert task.title in line
                told += 1
    assert told >= 10


@every_moment
def test_most_people_write_on_most_days(now: datetime) -> None:
    """About seven in ten; nobody writes less than every other day."""
    team = team_at(now)
    days = [one.day for one in rounds(team)]
    updates = updates_between(team, days[0], days[-1])

    assert 0.65 <= len(updates) / (10 * len(team.members)) <= 0.8
    assert all(sum(update.author == login for update in updates) >= 5 for login in team.members)
    assert any(late_updates(team, one) for one in rounds(team))


@every_moment
@every_board
def test_four_have_written_for_today_and_the_viewer_has_not(now: datetime, tasks: int) -> None:
    team = team_at(now, tasks)
    today = updates_on(team, team.today(now))

    assert len(today) == 4
    assert DEMO_VIEWER not in today


@every_moment
def test_the_team_is_told_what_recurs_and_who_is_not_heard(now: datetime) -> None:
    """The late boots are named by several people; one person writes every day and is never there."""
    team = team_at(now)
    told = participation(team, team.today(now))

    assert told.rounds == 10
    assert told.recurring[0].title == "Get the late Fjell delivery moving"
    assert {"kofi", "mehmet"} <= set(told.recurring[0].people)
    assert [part.login for part in told.parts if part.is_unheard] == [UNHEARD]
    assert [part.updates for part in told.parts if part.login == UNHEARD] == [10]


@pytest.mark.parametrize("tasks", [0, 5, 20])
def test_a_small_board_finds_the_person_too(tasks: int) -> None:
    """Blockers without a card have no number to be counted by."""
    team = team_at(NOW, tasks)
    told = participation(team, team.today(NOW))

    assert [part.login for part in told.parts if part.is_unheard] == [UNHEARD]
    assert all(team.find(Task, one.task) for one in told.recurring)


@every_moment
@every_board
def test_everybody_can_have_an_update_drafted(now: datetime, tasks: int) -> None:
    """From the history since the last one; the viewer has something in work on a whole board."""
    demo = demo_at(now, tasks)
    team = demo.team()

    for login in team.members:
        begin = since(team, login, now)
        drafted = draft(team, login, [change for change in demo.history if change.at >= begin], now)
        assert drafted.texts().keys() == {"done", "now", "blockers"}
        if login == DEMO_VIEWER and tasks == 90:
            assert drafted.now


@every_moment
def test_the_last_three_rounds_are_told_in_the_news(now: datetime) -> None:
    """With who spoke, blockers and decisions; the viewer and most others have read them."""
    team = team_at(now)
    numbers = [one.summary for one in rounds(team) if one.summary]
    posts = [post for number in numbers if (post := team.find(Post, number))]

    assert [bool(one.summary) for one in rounds(team)] == 7 * [False] + 3 * [True]
    for post in posts:
        assert all(
            word in post.body for word in ("- Spoke: ", "## Blockers", "## Decisions", "## Parking lot")
        )
    unread = {login: set(numbers) & Marks(team, login).unread for login in team.members}
    assert not unread[DEMO_VIEWER]
    assert sum(not numbers for numbers in unread.values()) >= 10


@every_moment
def test_topics_are_parked_and_one_has_become_a_card(now: datetime) -> None:
    """Last week's; the card was made after the round. On a board without that card the topic is still one."""
    team = team_at(now)
    parked = [note for note in notes(team) if note.kind is NoteKind.PARKED]
    made = [(note, team.task(note.task)) for note in notes(team) if note.task]

    assert len(parked) >= 5
    assert all(note.people for note in parked)
    [(note, card)] = made
    assert note in parked
    assert note.at
    assert note.at < card.created_at
    assert not any(note.task for note in notes(team_at(now, 0)))


@every_moment
def test_fridays_have_a_question_and_some_answers(now: datetime) -> None:
    team = team_at(now)
    [question] = team.all(Question)
    answers = [(update.day, answer) for update in team.all(Update) for answer in update.answers]

    assert (question.text, question.weekdays) == (QUESTION, [4])
    assert {day.weekday() for day, _ in answers} == {4}
    assert {answer.id for _, answer in answers} == {str(question.id)}
    assert len(answers) >= 5


@pytest.mark.parametrize("tasks", [0, 20, 90])
def test_texts_are_filled_in(tasks: int) -> None:
    """No word in brackets or braces is left, and no blank where a number was left out."""
    team = team_at(NOW, tasks)
    texts = [text for one in team.all(Update) for text in (one.done, one.now, one.blockers)]
    lines = [line for text in [*texts, *(note.text for note in notes(team))] for line in text.splitlines()]

    assert len(lines) > 200
    assert not any(mark in line for line in lines for mark in "{}[]")
    assert all(line == line.strip() and "  " not in line for line in lines)


def test_words_are_of_people_who_are_there(team: Team) -> None:
    """Nothing that was written down is lost because of a name or a day."""
    said = FRONT_SAID | BACK_SAID

    assert set(said) == team.members.keys()
    assert {back for words in said.values() for back in words} <= set(range(len(ROUNDS) + 1))
    assert {login for words in LEARNED for login in words} <= team.members.keys()
    assert len(set(CARDS.values())) == len(CARDS)


def test_what_is_older_stands_in_the_genesis(demo: Demo) -> None:
    """The last three rounds and the updates since the day before yesterday are in the history."""
    added = [edit.table for change in demo.history for edit in change.edits if edit.before is None]
    about = [c for c in demo.history if any(e.table in ("rounds", "updates") for e in c.edits)]

    assert len(demo.genesis["rounds"]) == 7
    assert added.count("rounds") == 3
    assert len(demo.genesis["updates"]) >= 60
    assert len(about) <= 40
