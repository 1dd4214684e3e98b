"""Who has reacted how."""

from __future__ import annotations

from store.models import Reaction, Sign
from store.news.reactions import tallies, tally
from tests import builders


def reaction(id: int, author: str, *signs: str, post: int = 1, reply: int | None = None) -> Reaction:
    """How one person has reacted."""
    return Reaction(id=id, post=post, reply=reply, author=author, signs=[*signs])


def test_each_sign_has_those_who_gave_it() -> None:
    """In the order of the signs and of the reactions; each person once, also where two hosts began one."""
    team = builders.team(
        reaction(1, "ben", "heart", "yes"),
        reaction(2, "ana", "yes"),
        reaction(3, "cem"),
        reaction(4, "ben", "yes"),
        reaction(5, "ana", "no", post=2),
    )

    assert list(tally(team, 1).items()) == [(Sign.YES, ("ben", "ana")), (Sign.HEART, ("ben",))]
    assert tally(team, 3) == {}


def test_a_reply_has_reactions_of_its_own() -> None:
    """Those of the post are not among them, nor the other way round."""
    team = builders.team(reaction(1, "ben", "yes"), reaction(2, "ana", "no", reply=7))

    assert tally(team, 1) == {Sign.YES: ("ben",)}
    assert tally(team, 1, 7) == {Sign.NO: ("ana",)}


def test_all_below_a_post_is_told_at_once() -> None:
    """The same as one by one; who has taken back everything gave nothing."""
    team = builders.team(
        reaction(1, "ben", "yes"),
        reaction(2, "ana", "no", reply=7),
        reaction(3, "cem", reply=8),
        reaction(4, "cem", "no", "heart", reply=7),
        reaction(5, "ana", "yes", post=2, reply=9),
    )
    found = tallies(team, 1)

    assert found == {None: tally(team, 1), 7: tally(team, 1, 7)}
    assert found[7] == {Sign.NO: ("ana", "cem"), Sign.HEART: ("cem",)}
    assert tallies(team, 3) == {}


def test_a_sign_of_a_newer_version_is_left_out() -> None:
    """The others of the same person stay."""
    team = builders.team(reaction(1, "ben", "dance", "cheers"))

    assert tally(team, 1) == {Sign.CHEERS: ("ben",)}
