"""A search that remembers finds what one finds that does not."""

from __future__ import annotations

from threading import Thread

from hypothesis import given
from hypothesis import strategies as st

from store.change import Change
from store.filters import Search, describe, refuse_unclear
from store.rules.comments import comment, edit_comment
from store.rules.setup import edit_member, edit_role
from store.rules.tasks import edit
from store.team import Team
from tests.builders import NOW, PHOTO, crowded, team
from tests.store.filters.shop import TODAY, found, shop

PIECES = [
    "paper",
    "the",
    "spring",
    "-the",
    "@ana",
    "-@me",
    "#buy",
    "is:open",
    "is:blo",
    "due:",
    "due:week",
    "!h",
]
PIECES += [
    "role:photo",
    '"the spring"',
    "-",
    '"',
    "col:d",
    "has:c",
    "x y",
    "goal:7",
    "age:>2",
    "#1",
    "by:b",
    ":",
]
QUERIES = st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join)


def ask(search: Search, board: Team, query: str, person: str = "ana") -> list[int] | None:
    """What a search finds that has been used before."""
    tasks = search.matching(board, query, person=person, today=TODAY).tasks
    return None if tasks is None else sorted(tasks)


@given(QUERIES)
def test_typing_finds_what_asking_at_once_finds(query: str) -> None:
    """Key by key, and back again, the search that narrows gives the same as a fresh one."""
    search, board = Search(), shop()
    ends = [*range(len(query) + 1), *reversed(range(len(query)))]

    for end in ends:
        assert ask(search, board, query[:end]) == found(query[:end], board)


@given(st.lists(QUERIES, min_size=2, max_size=4))
def test_one_query_after_another(queries: list[str]) -> None:
    """What was asked before makes no difference."""
    search, board = Search(), shop()

    for query in queries:
        for person in ("ana", "ben"):
            assert ask(search, board, query, person) == found(query, board, person)


@given(st.text())
def test_any_text_is_a_query(query: str) -> None:
    """Whatever is typed, there is an answer, and what is wrong is told in a sentence."""
    answer = Search().matching(shop(), query, person="ana", today=TODAY)

    assert answer.problem == "" or answer.problem.endswith(".")
    assert not (answer.problem and answer.tasks)


def test_changes_are_seen() -> None:
    """New texts of cards and comments, and new names of people and roles, are found at once."""
    search, board = Search(), shop()
    assert ask(search, board, "giraffe") == []

    def after(change: Change) -> Team:
        changed = board.apply(change.renumbered({("comments", -1): 9}))
        assert ask(search, changed, "giraffe") != []
        return changed

    after(edit(board, 1, "ana", NOW, title="Buy a giraffe"))
    after(edit_role(board, PHOTO, "ana", NOW, name="Giraffe pictures"))
    after(edit_member(board, "ben", "ana", NOW, name="Ben Giraffe"))
    said = after(comment(board, 1, "A giraffe!", "ana", NOW))
    said = said.apply(edit_comment(said, 9, "A zebra.", "ana", NOW))

    assert (ask(search, said, "giraffe"), ask(search, said, "zebra")) == ([], [1])
    assert ask(search, board, "giraffe") == []


EDITS = st.tuples(
    st.integers(1, 8),
    st.sampled_from(
        [
            {"title": "Buy paper"},
            {"priority": "high"},
            {"assignees": ["ana"]},
            {"tags": ["buy"]},
            {"due": TODAY},
        ]
    ),
)


@given(QUERIES, st.lists(EDITS, min_size=1, max_size=3))
def test_where_few_cards_changed_only_those_are_looked_at(
    query: str, edits: list[tuple[int, dict[str, object]]]
) -> None:
    """After each change of a card, told which, the search gives the same as a fresh one."""
    search, board = Search(), shop()
    search.matching(board, query, person="ana", today=TODAY)

    for id, fields in edits:
        if id not in board.tables["tasks"]:
            continue
        change = Change.update("tasks", board.task(id), **fields)
        board = board.apply(change)
        changed = {number for _, number in change.touched()}
        answer = search.matching(board, query, person="ana", today=TODAY, changed=changed).tasks
        assert (None if answer is None else sorted(answer)) == found(query, board)


def test_reading_beforehand_in_threads_changes_nothing() -> None:
    """Several threads may prepare different snapshots while another one searches."""
    search, old = Search(), crowded(2000)
    new = old.apply(edit(old, 1, "ana", NOW, title="Giraffe"))
    threads = [Thread(target=search.prepare, args=[board]) for board in (old, new) * 3]
    for thread in threads:
        thread.start()
    answers = [ask(search, board, "giraffe") for board in (old, new) * 20]
    for thread in threads:
        thread.join()

    assert answers == [[], [1]] * 20
    assert [ask(search, board, "giraffe") for board in (old, new)] == [[], [1]]


def test_the_description_is_true() -> None:
    """Every term in the table of the syntax can be asked."""
    board = team()

    for terms, meaning in describe():
        assert meaning
        for term in [terms] if '"' in terms else terms.split():
            refuse_unclear(board, term, person="ana", today=TODAY)
