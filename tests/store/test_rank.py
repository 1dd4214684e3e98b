"""There is always a rank between two others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import rank

RANKS = st.from_regex(r"[0-9A-Za-z]{0,8}[1-9A-Za-z]", fullmatch=True)


@given(RANKS, RANKS)
def test_a_rank_between_two_is_strictly_between(one: str, other: str) -> None:
    """A rank between two different ones sorts after the first and before the second."""
    low, high = sorted((one, other))
    if low < high:
        assert low < rank.between(low, high) < high


@given(RANKS)
def test_there_is_room_at_both_ends(old: str) -> None:
    """Any rank has one before it and one after it."""
    assert rank.between(None, old) < old < rank.between(old, None)


@given(RANKS, RANKS)
def test_no_rank_ends_in_0(one: str, other: str) -> None:
    """No rank ends in 0: nothing would fit before it."""
    low, high = sorted((one, other))
    made = [rank.between(None, low), rank.between(high, None)]
    made += [rank.between(low, high)] if low < high else []

    assert [r for r in made if r.endswith("0")] == []


@given(st.lists(st.integers(0, 1000), max_size=80))
def test_inserting_anywhere_keeps_the_order(places: list[int]) -> None:
    """However things are put between each other, their ranks sort in their order."""
    ranks: list[str] = []
    for place in places:
        at = place % (len(ranks) + 1)
        low = ranks[at - 1] if at else None
        ranks.insert(at, rank.between(low, ranks[at] if at < len(ranks) else None))

    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize("at_the_end", [True, False])
def test_ranks_at_the_ends_stay_short(at_the_end: bool) -> None:
    """After 20,000 things put at one end, a rank still has at most six digits."""
    last: str | None = None
    longest = 0
    for _ in range(20_000):
        last = rank.between(last, None) if at_the_end else rank.between(None, last)
        longest = max(longest, len(last))

    assert longest <= 6


@given(st.integers(0, 300))
def test_spread_ranks_are_in_order(count: int) -> None:
    """`spread` gives as many different ranks as it was asked for, in order."""
    ranks = rank.spread(count)

    assert (len(ranks), ranks) == (count, sorted(set(ranks)))


@pytest.mark.parametrize(("low", "high"), [("B", "A"), ("A", "A")])
def test_ranks_in_the_wrong_order_are_refused(low: str, high: str) -> None:
    """Between a rank and one that is not after it, there is none."""
    with pytest.raises(ValueError, match="not before"):
        rank.between(low, high)
