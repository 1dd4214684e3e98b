"""Who has reacted how."""

from __future__ import annotations

from collections.abc import Mapping

from store.models import Reaction, Sign
from store.team import Team


def tally(team: Team, post: int, reply: int | None = None) -> Mapping[Sign, tuple[str, ...]]:
    """The signs below a post or a reply, each with the logins of those who gave it, the first one first."""
    found: dict[Sign, dict[str, None]] = {sign: {} for sign in Sign}
    for reaction in team.belonging(Reaction, "post", post):
        # What a newer version reacts with has no name here.
        for sign in {*Sign}.intersection(reaction.signs) if reaction.reply == reply else ():
            found[Sign(sign)][reaction.author] = None
    return {sign: tuple(people) for sign, people in found.items() if people}
