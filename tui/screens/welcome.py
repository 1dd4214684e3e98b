"""What to do first where there is nothing yet."""

from __future__ import annotations

from shlex import quote

from store.team import Team
from tui.keys import BOARD, key_for


def first_step(team: Team, person: str) -> str:
    """A sentence for a board without cards: what is needed first; empty when it has cards."""
    if any(team.index.cells.values()):
        return ""
    joining = f"“tagwerk member add {quote(person)}”"
    if team.members and person not in team.members:
        return f"You can only read; a colleague lets you in: {joining}."
    if not team.columns:
        return f"No columns yet, so there is no place for cards: {key_for(BOARD, 'team_settings')} adds some."
    if not team.members:
        return f"No cards yet: {key_for(BOARD, 'add')} adds one; {joining} makes you a member."
    return f"No cards yet: {key_for(BOARD, 'add')} adds the first one, ? shows all keys."
