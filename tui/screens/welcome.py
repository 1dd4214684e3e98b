"""What to do first where there is nothing yet."""

from __future__ import annotations

from shlex import quote

from store.team import Team


def first_steps(team: Team, person: str) -> list[str]:
    """Sentences for a board without cards, the most needed first; none when it has cards."""
    if any(team.index.cells.values()):
        return []
    joining = f"“tagwerk member add {quote(person)}”"
    if team.members and person not in team.members:
        return [f"You can only read; a colleague lets you in: {joining}."]
    steps = ["No cards yet: a adds the first one, ? shows all keys."]
    if not team.columns:
        steps = ["No columns yet, so there is no place for cards: T adds some."]
    if not team.members:
        steps.append(f"Nobody is in the team yet: {joining}.")
    return steps
