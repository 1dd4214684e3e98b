"""What each term of a filter finds."""

from __future__ import annotations

import pytest

from store.errors import Refused
from store.filters import Search, refuse_unclear
from store.models import Member, Task
from store.team import Team
from tests.builders import BACKLOG, DOING, NOW, task, team
from tests.store.filters.shop import TODAY, found, problem, shop


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("paper", [1, 9]),
        ("SPRING", [3, 5]),
        ("the spring", [3, 5]),
        ('"the spring"', [5]),
        ('"many as we can"', [3]),
        ("light", [6]),
        ("balloons", [3]),
        ("photography", [5, 6]),
        ("okafor", [5, 6]),
        ("#1", [1]),
        ("christmas", [1]),
        ("10:30", [12]),
        ('24" monitor', [12]),
        ("spring -ideas", [5]),
        ('spring -"collect ideas"', [5]),
        ("zzz", []),
    ],
)
def test_words(query: str, numbers: list[int]) -> None:
    """Words are found wherever they stand on a card, in its comments, and in the names of role and people."""
    assert found(query) == numbers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("@ana", [4, 6, 8]),
        ("@an", [4, 6, 8]),
        ("@oka", [5, 6]),
        ("@ME", [4, 6, 8]),
        ("@m", [4, 6, 8]),
        ('@"ben okafor"', [5, 6]),
        ("@ben,cem", [5, 6, 7]),
        ("@nobody", [1, 2, 3, 9, 12]),
        ("@nob", [1, 2, 3, 9, 12]),
        ("-@nobody -@ana", [5, 7]),
        ("@ana @ben", [6]),
        ("@zoe", []),
        ("by:ben", [2]),
        ("by:me is:new", [12]),
    ],
)
def test_people(query: str, numbers: list[int]) -> None:
    """Who works on a card or made it, by the beginning of login or name, also of somebody who left."""
    assert found(query) == numbers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("#buy", [1, 12]),
        ("#CHRIST", [1]),
        ("#12", [12]),
        ("#nothing", []),
        ("-#buy paper", [9]),
        ("!high", [2]),
        ("!h", [2]),
        ("prio:high,urgent", [2]),
        ("-!normal", [2]),
        ("role:photo", [5, 6]),
        ("ROLE:Photo,news", [5, 6, 7]),
        ('role:"customer service"', []),
        ("role:service", []),
        ("role:none", [3, 12]),
        ("col:doing", [6, 7]),
        ("in:rea", [4, 5]),
        ("column:d", [6, 7, 8, 9]),
        ("goal:7", [12]),
        ("goal:none -is:done", [1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_what_is_named(query: str, numbers: list[int]) -> None:
    """Tags, numbers, priorities, roles, columns and goals, each by its beginning, several with commas."""
    assert found(query) == numbers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("due:today", [2]),
        ("due:week", [2, 4]),
        ("due:month", [2, 4, 5]),
        ("due:overdue", [1]),
        ("due:none", [3, 6, 7, 9, 12]),
        ("due:2026-11-29", [4]),
        ("due:29.11.", [4]),
        ("due:sunday", [4]),
        ("due:2026-11", [1, 2, 4, 5, 8]),
        ("due:<=29.11.2026", [1, 2, 4, 8]),
        ("due:<today", [1, 8]),
        ("due:>today", [4, 5]),
        ("due:>=+6d", [4, 5]),
        ("due:overdue,today", [1, 2]),
        ("is:overdue", [1]),
        ("is:blocked", [6]),
        ("is:stale", [6]),
        ("is:mine", [4, 6, 8]),
        ("is:open @ana", [4, 6]),
        ("is:done", [8, 9]),
        ("is:unassigned is:done", [9]),
        ("is:new", [12]),
        ("age:5 in:doing", [6]),
        ("age:2 in:doing", [6, 7]),
        ("age:>2d in:doing", [6]),
        ("age:<1w", [7]),
        ("age:<=2d", [7]),
        ("has:comments", [3]),
        ("has:desc", [3]),
        ("has:estimate", [4]),
        ("has:checklist", []),
        ("has:link,goal", [12]),
    ],
)
def test_days_and_states(query: str, numbers: list[int]) -> None:
    """When a card is due, how long it has stood, in which state it is and what is on it."""
    assert found(query) == numbers


@pytest.mark.parametrize(
    "query", ["", "  ", "-", '"', '""', "@", "#", "!", "due:", "is:", "-role:", "due:<", "due:27.", "due:+3"]
)
def test_what_says_nothing_yet_shows_all(query: str) -> None:
    """While somebody is still typing a term, the board does not become empty."""
    assert found(query) is None
    assert found(f"paper {query}") == [1, 9]


@pytest.mark.parametrize(
    "term",
    [
        *("is:blocked", "due:overdue", "due:2026-11-29", "due:29.11.2026", "due:<=29.11.2026", "by:ana"),
        *("role:photography", "@nobody", "!high", "has:comments", "goal:none", "age:>2d", "-is:done", "#buy"),
        '"the spring"',
    ],
)
def test_no_key_of_a_term_is_a_problem(term: str) -> None:
    """Typed letter by letter, a term finds something at every key, and nothing is wrong."""
    for end in range(1, len(term) + 1):
        assert problem(term[:end]) == ""
        if ":" in term[:end]:
            assert found(term[:end]) != []


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (
            "is:foo",
            "There is no state “foo”; choose blocked, stale, overdue, mine, open, done, unassigned or new.",
        ),
        ("-is:foo", "There is no state “foo”"),
        ("has:foo", "There is no part of a card “foo”; choose checklist, comments,"),
        ("@xyz", "There is no person “xyz”; choose ana, ben, cem, zoe,"),
        ("role:xyz", "There is no role “xyz”; choose Shop, Photography, Newsletter, Customer service,"),
        ("col:xyz", "There is no column “xyz”; choose Backlog, Ready, Doing or Done."),
        ("!xyz", "There is no priority “xyz”; choose urgent, high, normal or low."),
        ("due:soon", "“soon” is not a day; write today, week, month, overdue, none, fri, 27.11. or +3d."),
        ("due:<soon", "“soon” is not a day; write 2026-11-27, today, tomorrow"),
        ("due:30.2.2026", "“30.2.2026” is not a day"),
        ("goal:x", "“x” is not the number of a goal; write goal:7 or goal:none."),
        ("age:x", "“x” is not a number of days; write age:5, age:>2w or age:<3d."),
    ],
)
def test_a_wrong_value_finds_nothing_and_says_why(query: str, sentence: str) -> None:
    """The sentence names the choices."""
    assert sentence in problem(query)
    assert found(f"paper {query}") == []


def test_where_there_is_nothing_to_choose() -> None:
    """In an empty team the sentence says so."""
    answer = Search().matching(Team(), "@ana", person="ana", today=TODAY)

    assert answer.problem == "There is no person “ana”; there is none yet."


@pytest.mark.parametrize(("query", "sentence"), [("due:27.", "“27.” is not a day"), ("is:", "“is:” yet")])
def test_what_is_finished_must_be_clear(query: str, sentence: str) -> None:
    """A filter that is kept or given on the command line may not leave a term open."""
    with pytest.raises(Refused, match=sentence):
        refuse_unclear(shop(), query, person="ana", today=TODAY)

    refuse_unclear(shop(), "due:27.11. is:blo paper -@me", person="ana", today=TODAY)


def test_who_is_called_exactly_so_is_meant_alone() -> None:
    """`@ana` is not also Anabel, while `@an` is both."""
    board = team(
        Member(id=9, login="anabel"), tasks=[task(1, assignees=["ana"]), task(2, assignees=["anabel"])]
    )

    assert (found("@ana", board), found("@an", board)) == ([1], [1, 2])


def test_me_is_whoever_asks() -> None:
    """The same filter is another for each person."""
    assert found("@me", person="cem") == [7]
    assert found("is:mine", person="ben") == [5, 6]


def test_days_begin_and_end_where_the_team_works() -> None:
    """A card that came at half past eleven at night in London came the next day in Berlin."""
    at_night = NOW.replace(day=18, hour=23, minute=30)
    board = team(tasks=[task(1, column=DOING, column_since=at_night)])

    assert found("age:4", board) == [1]
    assert found("age:5", board) == []


@pytest.mark.parametrize("moment", ["2026-11-01T10:00:00+01:00", "2026-11-01T10:00:00", "2026-11-01"])
def test_times_in_other_forms_are_understood(moment: str) -> None:
    """What another program wrote need not be in UTC."""
    tables = {**shop().tables, "tasks": {1: {"title": "x", "column": DOING, "column_since": moment}}}

    assert found("is:stale", Team(tables)) == [1]


def test_fields_that_cannot_be_read_fit_nothing() -> None:
    """A value of the wrong kind does not break the filter."""
    bad = {"title": 5, "column": BACKLOG, "tags": 5, "assignees": "ana", "due": 7, "column_since": "x"}
    board = Team({**shop().tables, "tasks": {1: bad}})

    for query in ("@me", "#buy", "due:week", "is:stale", "is:new", "age:3", "has:links", "okafor", "by:ana"):
        assert found(query, board) == []


def test_plain_text_has_no_signs() -> None:
    """Text that is searched as it is may look like a term."""
    assert Search().containing(shop(), '24" MONITOR 10:30') == {12}
    assert Search().containing(shop(), "is:blocked") == frozenset()


def test_every_field_that_is_asked_for_exists() -> None:
    """What stands behind `has:` are fields of a task, but for its comments."""
    from store.filters.states import PARTS

    assert set(PARTS.values()) - {"comments"} <= set(Task.names())
