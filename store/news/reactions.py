"""Who has reacted how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.models import Reaction, Sign
from store.team import Team

Tally = Mapping[Sign, tuple[str, ...]]
"""Each sign that was given, with the logins of those who gave it, the first one first."""


def tally(team: Team, post: int, reply: int | None = None) -> Tally:
    """The signs below a post or a reply; `tallies` where more than one of them is asked for."""
    return _counted(one for one in team.belonging(Reaction, "post", post) if one.reply == reply)


def tallies(team: Team, post: int) -> Mapping[int | None, Tally]:
    """The signs below a post (`None`) and below each of its replies; without those that have none."""
    reactions: dict[int | None, list[Reaction]] = {}
    for one in team.belonging(Reaction, "post", post):
        reactions.setdefault(one.reply, []).append(one)
    return {reply: found for reply, given in reactions.items() if (found := _counted(given))}


def _counted(reactions: Iterable[Reaction]) -> Tally:
    found: dict[Sign, dict[str, None]] = {sign: {} for sign in Sign}
    for reaction in reactions:
        # What a newer version reacts with has no name here.
        for sign in {*Sign}.intersection(reaction.signs):
            found[Sign(sign)][reaction.author] = None
    return {sign: tuple(people) for sign, people in found.items() if people}
