"""States that follow commits, one by one and many at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.change import Change, Edit
from store.log.record import Commit
from store.log.state import State
from tests.builders import NOW


def _noted(number: int, client: str, sequence: int) -> Commit:
    edit = Edit("notes", number, None, {"text": f"{client}:{sequence}"})
    return Commit(number, client, sequence, Change((edit,), "noted", client, NOW), {})


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 4)), min_size=1, max_size=12), st.integers(0, 12)
)
def test_many_commits_at_once_give_what_one_by_one_gives(ids: list[tuple[str, int]], cut: int) -> None:
    """Whatever is a repetition of what: the state is the same to the byte."""
    commits = [_noted(number, client, sequence) for number, (client, sequence) in enumerate(ids, 1)]
    one_by_one = State("abc")
    for commit in commits:
        one_by_one = one_by_one.advance(commit)
    at_once = State("abc")
    for some in (commits[:cut], commits[cut:]):
        at_once = at_once.advance(*some) if some else at_once

    assert at_once.to_bytes() == one_by_one.to_bytes()
