"""Terms without a sign: words that stand somewhere on a card."""

from __future__ import annotations

from store.filters.ground import Ground, Test


def standing(ground: Ground, values: tuple[str, ...]) -> Test:
    """Whether a word is in title, tags, people, number, description, role, reason of a block or comments."""
    (word,) = values
    team = ground.team
    roles = {role.id for role in team.roles if word in role.name.casefold()}
    people = {login for login, member in team.members.items() if word in member.display_name.casefold()}
    return ground.texts.containing(word, team, roles, people)
