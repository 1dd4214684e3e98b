"""Whatever a board holds: every card arrives, and the second import adds nothing."""

from __future__ import annotations

import time

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.exchange import read_csv, read_trello
from store.models import Task
from tests.builders import team
from tests.store.exchange.committing import brought, committed, planned

_texts = st.text(max_size=40)
_times = st.sampled_from([None, "", "2025-05-02T08:12:00.000Z", "2031-01-01T00:00:00.000Z"])
_positions = st.floats(allow_nan=False, allow_infinity=False)
_members = st.sampled_from(["m1", "m2", "gone"])
_cards = st.fixed_dictionaries(
    {
        "name": _texts,
        "desc": st.none() | _texts,
        "idList": st.sampled_from(["l1", "l2", "l3", "nowhere"]),
        "closed": st.booleans(),
        "pos": _positions,
        "due": _times,
        "dueComplete": st.booleans(),
        "idMembers": st.lists(_members, max_size=3),
        "labels": st.lists(st.fixed_dictionaries({"name": _texts, "color": st.none() | _texts}), max_size=3),
    }
)
_boards = st.fixed_dictionaries(
    {
        "name": _texts,
        "lists": st.tuples(_texts, _texts, _texts, st.booleans()).map(
            lambda t: [{"id": f"l{n + 1}", "name": t[n], "closed": t[3] and n == 2} for n in range(3)]
        ),
        "cards": st.lists(_cards, max_size=6).map(
            lambda cards: [{"id": f"{n:024x}", **card} for n, card in enumerate(cards)]
        ),
        "members": st.tuples(_texts, _texts).map(
            lambda names: [
                {"id": f"m{n + 1}", "fullName": name, "username": name} for n, name in enumerate(names)
            ]
        ),
    }
)


@settings(max_examples=60, deadline=None)
@given(_boards, st.sampled_from(["columns", "roles"]))
def test_every_card_arrives_once(board: dict[str, object], lists_as: str) -> None:
    """Whatever its text, dates and people; the documents pass all checks of a commit."""
    mode = "roles" if lists_as == "roles" else "columns"
    imported = read_trello(orjson.dumps(board))
    result = brought(imported, team(), mode)

    assert {c.source for c in imported.cards} == {t.source for t in result.all(Task) if t.source}
    assert planned(result, imported, mode).parts == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(
            st.text(alphabet=st.characters(exclude_characters="\0"), max_size=12), min_size=4, max_size=4
        ),
        max_size=8,
    )
)
def test_every_row_arrives_once(rows: list[list[str]]) -> None:
    """Whatever is in its cells."""
    quoted = [
        ",".join('"' + cell.replace('"', '""') + '"' for cell in ["T" + row[0], *row[1:]]) for row in rows
    ]
    content = "\n".join(["title,status,assignee,tags", *quoted]).encode("utf-8", "replace")
    imported = read_csv(content)
    result = brought(imported, team())

    assert len(imported.cards) == len(rows)
    assert {c.source for c in imported.cards} == {t.source for t in result.all(Task) if t.source}
    assert planned(result, imported).parts == ()


@pytest.mark.parametrize("form", ["json", "csv"])
def test_ten_thousand_cards_take_seconds(form: str) -> None:
    """Reading, planning and applying; the bound is generous, for slow machines."""
    begun = time.process_time()
    if form == "json":
        cards = [
            {"id": f"{n:024x}", "name": f"Card {n}", "idList": "l", "pos": n, "desc": "x" * 200}
            for n in range(10_000)
        ]
        imported = read_trello(orjson.dumps({"lists": [{"id": "l", "name": "Backlog"}], "cards": cards}))
    else:
        imported = read_csv(
            "\n".join(["title,status", *(f"Card {n},Backlog" for n in range(10_000))]).encode()
        )
    plan = planned(team(), imported)

    assert plan.summary.cards == 10_000
    assert len(plan.parts) == 50
    assert time.process_time() - begun < 8
    assert len(list(committed(team(), plan).tables["tasks"])) == 10_008
