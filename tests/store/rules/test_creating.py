"""New tasks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from store.errors import NeedsConsent, NotFound, Refused
from store.models import Column, ColumnKind, Task
from store.rules.tasks import create
from store.team import Team
from tests.builders import (
    BACKLOG,
    DOING,
    DONE,
    MAIL,
    NOW,
    READY,
    SHOP,
    numbers,
    task,
    team,
)


def created(before: Team, title: str = "Buy paper", **fields: Any) -> Task:
    """The new task in the team after its creation."""
    return before.apply(create(before, title, "ana", NOW, **fields)).task(-1)


def test_a_new_task_waits_in_the_first_queue() -> None:
    """Without a column, a task goes to the end of the first queue column, in nobody's lane."""
    before = team()

    after = before.apply(create(before, "Buy paper", "ana", NOW))

    assert numbers(after, BACKLOG, None) == [3, -1]


def test_a_new_task_knows_its_beginning() -> None:
    """Who made it and when is kept; it has not been begun."""
    new = created(team())

    assert (new.created_by, new.created_at, new.column_since) == ("ana", NOW, NOW)
    assert (new.started_at, new.finished_at) == (None, None)


@pytest.mark.parametrize(("column", "finished"), [(DOING, None), (DONE, NOW)])
def test_a_task_made_in_a_later_column_has_its_times(column: int, finished: object) -> None:
    """A task that is made where work is going on has been begun, and in done it is finished."""
    new = created(team(), column=column)

    assert (new.started_at, new.finished_at) == (NOW, finished)


def test_below_a_card_means_in_its_cell() -> None:
    """A task that is made below another is in the same column and lane, right under it."""
    before = team()

    after = before.apply(create(before, "Buy paper", "ana", NOW, below=1))

    assert numbers(after, BACKLOG, SHOP) == [1, -1, 2]


def test_below_a_card_of_another_column_is_refused() -> None:
    """Column and neighbour have to fit."""
    with pytest.raises(Refused, match="#1 is not in Ready, Shop"):
        create(team(), "Buy paper", "ana", NOW, column=READY, below=1)


def test_a_new_task_takes_all_plain_fields() -> None:
    """What is given with the title is kept."""
    new = created(team(), role=MAIL, due="2026-12-01", tags=["paper"], assignees=["ben"], depends_on=[5])

    assert (new.role, new.due, new.tags) == (MAIL, date(2026, 12, 1), ["paper"])
    assert (new.assignees, new.depends_on) == (["ben"], [5])


def test_a_second_new_task_does_not_replace_the_first() -> None:
    """Two tasks that wait for their numbers are two tasks."""
    board = team()
    for title in ("one", "two"):
        board = board.apply(create(board, title, "ana", NOW))

    assert [board.task(id).title for id in (-1, -2)] == ["one", "two"]


def test_creating_names_title_and_column() -> None:
    """The label has the title, shortened, and the column; the change is signed."""
    change = create(team(), "Buy " + "very " * 20 + "much paper", "ana", NOW)

    assert change.label == "added “Buy very very very very very very very…” to Backlog"
    assert (change.by, change.at) == ("ana", NOW)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": "  "}, "The title must not be empty."),
        ({"title": "x" * 301}, f"The title “{'x' * 39}…” is too long: 301 characters, and 300 is the most."),
        ({"due": "tomorow"}, "The due date “tomorow” is not a date; write it like 2026-11-27."),
        ({"start": 5.5}, "The start date “5.5” is not a date; write it like 2026-11-27."),
        ({"estimate": "long"}, "The estimate “long” is not a number."),
        ({"estimate": float("nan")}, "The estimate “nan” is not a number."),
        ({"estimate": -1}, "The estimate “-1” is too small: 0 is the least."),
        ({"estimate": 1e9}, "The estimate “1000000000.0” is too large: 100,000 is the most."),
        ({"priority": "soon"}, "The priority “soon” is not a priority; choose urgent, high, normal or low."),
        ({"tags": "red"}, "The tags “red” must be a list."),
        ({"goal": "many"}, "The goal “many” is not a whole number."),
        ({"goal": 10**30}, f"The goal “{10**30}” is too large."),
        ({"position": "V"}, "A new task cannot be given its position; move the card up or down afterwards."),
        ({"due": "\x1b[31m\nred"}, "The due date “red” is not a date; write it like 2026-11-27."),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused_in_a_sentence(fields: dict[str, Any], sentence: str) -> None:
    """The sentence names the field and the value, and says what would fit."""
    with pytest.raises(Refused) as refused:
        create(team(), **{"title": "x", "by": "ana", "now": NOW, **fields})

    assert str(refused.value) == sentence


def test_an_unknown_field_is_refused() -> None:
    """A field that a task does not have is not kept unchecked."""
    with pytest.raises(
        Refused, match="There is no field “colour” in a task; there are archived_at, assignees"
    ):
        create(team(), "x", "ana", NOW, colour="red")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"assignees": ["zoe"]}, "Nobody in the team is called “zoe”; there are ana, ben and cem."),
        ({"depends_on": [99]}, "There is no task #99"),
        ({"column": 99}, "There is no column 99"),
        ({"role": 99}, "There is no role 99"),
        ({"below": 99}, "There is no task #99"),
    ],
    ids=str,
)
def test_what_a_new_task_names_has_to_exist(fields: dict[str, Any], sentence: str) -> None:
    """People, tasks, columns and roles that do not exist are refused."""
    with pytest.raises(NotFound, match=sentence):
        create(team(), "x", "ana", NOW, **fields)


def test_a_new_task_asks_a_full_column() -> None:
    """Making a card counts like moving one there; with consent the label records it."""
    before = team(task(20, column=DOING))

    with pytest.raises(NeedsConsent, match="Doing has 3 cards and a limit of 3"):
        create(before, "x", "ana", NOW, column=DOING)
    change = create(before, "x", "ana", NOW, column=DOING, override=True)
    assert change.label == "added “x” to Doing, over its limit of 3"


def test_without_columns_nothing_is_made() -> None:
    """A board without columns has no place for a task."""
    with pytest.raises(Refused, match="no columns yet; add one first"):
        create(Team(), "x", "ana", NOW)


def test_without_a_queue_work_begins_in_the_first_column() -> None:
    """Where no column is a queue, a task goes to the first."""
    board = Team({"columns": {1: Column(name="Doing", kind=ColumnKind.ACTIVE).raw()}})

    assert created(board).column == 1
