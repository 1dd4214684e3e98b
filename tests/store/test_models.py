"""What a document takes in, and how it is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.models import (
    PART_REFERENCES,
    REFERENCES,
    TABLES,
    ChecklistItem,
    Column,
    Document,
    Member,
    Settings,
    Task,
    Unfit,
)
from store.models.checking import salvaged
from store.team import Team
from tests.builders import NOW, columns, members, roles, settings, task, tasks

ODD = st.one_of(
    st.none() | st.booleans() | st.integers(-3, 3) | st.just(10**30) | st.floats(),
    st.sampled_from(["", "5", "HIGH", "low", "A0", "A1\n", "x" * 301, "\u202eabc", " a  b ", "a\x1b[31mb"]),
    st.sampled_from(["2026-11-27", "20261127", "2026-W48-5", "2026-11-27T00:00:00", "2026-02-30"]),
    st.sampled_from(["2026-11-27T09:30:00Z", "2026-11-27 09:30:00Z", "2026-11-27T09:30:00.5+02:00"]),
    st.lists(st.integers(0, 3) | st.sampled_from(["a", " a ", "b", ""]) | st.none(), max_size=3),
    st.sampled_from(
        [[{"id": "a"}], [{"id": ""}], [{"text": "x"}], [{"id": "a", "done": "yes", "mood": 1}], {}]
    ),
)
"""Values that fit some fields and not others."""
EVERYTHING: list[Document] = [settings(), *columns(), *roles(), *members(), *tasks()]


@pytest.mark.parametrize("document", EVERYTHING, ids=lambda d: f"{type(d).__name__}-{d.id}")
def test_a_document_survives_being_kept(document: Document) -> None:
    """A document that is built from its own fields is equal to it."""
    assert type(document).build(document.id, document.raw()) == document


def test_fields_of_a_newer_version_are_kept() -> None:
    """A field that this version does not know is written back as it was."""
    raw = {**task(1).raw(), "mood": "sunny"}

    assert Task.build(1, raw).raw()["mood"] == "sunny"


@given(st.dictionaries(st.sampled_from(sorted(Task.names() | {"mood"})), ODD, max_size=5))
def test_what_is_kept_is_read_as_it_is_checked(odd: dict[str, object]) -> None:
    """Reading quickly gives the very task that checking every value gives, whatever the values are."""
    raw = {"title": "x", "column": 1, **odd, "id": 1}
    try:
        expected: Task | None = salvaged(Task, raw)
    except Unfit:
        expected = None

    assert Team({"tasks": {1: raw}}).find(Task, 1) == expected


def test_a_moment_is_written_in_utc() -> None:
    """A time of another zone is written as that of Greenwich."""
    summer = datetime(2026, 6, 1, 12, 0, 0, 5, tzinfo=timezone(timedelta(hours=2)))

    assert Task(title="x", column=1, created_at=summer).raw()["created_at"] == "2026-06-01T10:00:00.000005Z"


def test_a_part_that_was_made_unchecked_is_checked_with_its_document() -> None:
    """A step with too long a text does not pass because it is a step already."""
    step = ChecklistItem(id="a", text="x" * 1001)

    with pytest.raises(Unfit):
        Task.checked({"title": "x", "column": 1, "checklist": [step]})


def test_fields_of_a_newer_version_are_kept_inside_of_a_field() -> None:
    """A step keeps what this version does not know about it."""
    steps = [{"id": "a", "text": "x", "done": False, "mood": "sunny"}]

    assert Task.build(1, {"title": "x", "column": 1, "checklist": steps}).raw()["checklist"] == steps


def test_a_missing_field_is_named() -> None:
    """Whoever catches what does not fit can tell which field it is."""
    with pytest.raises(Unfit) as caught:
        Task.build(1, {"column": 1})

    assert [problem.path for problem in caught.value.problems] == [("title",)]


def test_empty_fields_are_left_out() -> None:
    """No text, no items and `None` take no room in the file; 0 and `False` stay."""
    raw = task(1, estimate=0, description="", tags=[], due=None).raw()

    assert raw.keys() & {"description", "tags", "due"} == set()
    assert raw["estimate"] == 0


@given(st.text(max_size=40))
def test_a_title_is_clean_or_refused(title: str) -> None:
    """No title has a control character in it, and none is empty."""
    try:
        taken = Task.checked({"title": title, "column": 1}).title
    except Unfit:
        return
    assert taken.strip()
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in taken)


@pytest.mark.parametrize("many", [list, tuple, set])
def test_words_are_cleaned_however_they_come(many: type) -> None:
    """Tags in a list, a tuple or a set lose their escape sequences."""
    assert Task.checked({"title": "x", "column": 1, "tags": many(["\x1b[31mred"])}).tags == ["red"]


def test_words_are_distinct_in_their_order() -> None:
    """A tag that is given twice is there once; empty ones are not there."""
    assert task(1, tags=["b", "a", " b ", ""]).tags == ["b", "a"]


def test_dependencies_are_distinct_and_ascending() -> None:
    """Numbers that are given twice are there once, in order."""
    assert task(1, depends_on=[9, 2, 9]).depends_on == [2, 9]


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 23, 9, 30),  # noqa: DTZ001 - without a zone it is tried
        datetime(2026, 11, 23, 11, 30, tzinfo=timezone(timedelta(hours=2))),
    ],
    ids=["without a zone", "of another zone"],
)
def test_moments_are_kept_in_utc(moment: datetime) -> None:
    """A time of any zone is kept in UTC; one without a zone is taken for UTC."""
    created = task(1, created_at=moment).created_at

    assert created == NOW
    assert created.tzinfo is UTC


@pytest.mark.parametrize(
    "fields",
    [
        {"title": " \t "},
        {"title": "x" * 301},
        {"estimate": -1},
        {"estimate": float("nan")},
        {"estimate": float("inf")},
        {"position": "A0"},
        {"position": "ä"},
        {"priority": "soon"},
        {"due": "tomorow"},
        {"checklist": [{"text": "no id"}]},
    ],
    ids=str,
)
def test_what_does_not_fit_a_task_is_refused(fields: dict[str, object]) -> None:
    """A value that makes no sense is not taken."""
    with pytest.raises(Unfit):
        Task.checked({"title": "x", "column": 1, **fields})


@pytest.mark.parametrize("login", ["", "a b", "a@b", "a,b"])
def test_a_login_has_no_blank_comma_or_at(login: str) -> None:
    """What could not be written as @login is no login."""
    with pytest.raises(Unfit):
        Member.checked({"login": login})


@pytest.mark.parametrize("kind", [Member, Settings])
@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd", "Europe"])
def test_a_time_zone_is_one_that_exists(kind: type[Document], zone: str) -> None:
    """Neither a member nor the team can have a time zone that does not exist."""
    with pytest.raises(Unfit):
        kind.checked({"login": "ana", "time_zone": zone})


@pytest.mark.parametrize(
    "fields", [{"working_days": [7]}, {"stale_after": 0}, {"stale_after": 10**12}], ids=str
)
def test_what_does_not_fit_the_settings_is_refused(fields: dict[str, object]) -> None:
    """A week has seven days, and staleness is counted in days one can add to a date."""
    with pytest.raises(Unfit):
        Settings.checked(fields)


def test_a_limit_is_at_least_one() -> None:
    """A column that may hold nothing makes no sense."""
    with pytest.raises(Unfit):
        Column.checked({"name": "Doing", "wip_limit": 0})


@pytest.mark.parametrize(
    ("login", "name", "initials", "short"),
    [
        ("ana", "Ana Lima", "", "AL"),
        ("ana", "Ana Maria de Lima", "", "AM"),
        ("ana", "Ana", "", "An"),
        ("ana-lima", "", "", "AL"),
        ("x", "", "", "X"),
        ("ana", "Ana Lima", "ALi", "ALi"),
    ],
)
def test_initials_are_as_set_or_made_from_the_name(login: str, name: str, initials: str, short: str) -> None:
    """A card always has something to show for a person."""
    assert Member(login=login, name=name, initials=initials).short == short


@pytest.mark.parametrize("login", ["-", "--", "-a-"])
def test_a_login_of_dashes_has_initials_too(login: str) -> None:
    """A login without letters does not break the board."""
    assert Member(login=login).short


def test_a_task_is_overdue_from_the_day_after_its_due_date() -> None:
    """On its due date it is in time still."""
    card = task(1, due="2026-11-27")

    assert not card.is_overdue(date(2026, 11, 27))
    assert card.is_overdue(date(2026, 11, 28))


def test_a_finished_task_is_not_overdue() -> None:
    """What is finished cannot be late any more."""
    assert not task(1, due="2026-11-27", finished_at=NOW).is_overdue(date(2026, 12, 1))


def test_ticked_steps_are_counted() -> None:
    """The number of steps done is that of the ticks."""
    steps = [{"id": "a", "text": "x", "done": True}, {"id": "b", "text": "y"}]

    assert task(1, checklist=steps).steps_done == 1


def test_references_name_tables_and_fields_that_exist() -> None:
    """Every field in the table of references is one of that document, and so is its target."""
    for table, fields in REFERENCES.items():
        assert fields.keys() <= TABLES[table].names()
        assert set(fields.values()) <= TABLES.keys()
    for table, parts in PART_REFERENCES.items():
        assert parts.keys() <= TABLES[table].names()
        assert {target for targets in parts.values() for target in targets.values()} <= TABLES.keys()
