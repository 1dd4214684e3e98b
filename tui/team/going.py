"""From the team's screen to what is meant elsewhere."""

from __future__ import annotations

from store.models import ColumnKind, Role
from store.team import Team
from tui.screens.tab import TabDesk
from tui.workplace import Workplace


def to_cards(place: Workplace, role: Role, card: int | None = None) -> None:
    """Show a role's cards on the board, with the cursor on one of them."""
    number = card if card is not None else _first(place.team, role)
    # A quotation mark would end the name; how the name begins is enough.
    place.screens.show("board", only=f'role:"{role.name.split(chr(34))[0]}"')
    if number is not None:
        place.screens.show("board", at=number)


def to_person(desk: TabDesk, login: str) -> None:
    """Show a person among the others; her cards, as long as there is no such tab."""
    if desk.tabs.has("People"):
        desk.tabs.look_at("People", login)
    else:
        desk.place.screens.show("board", only=f"@{login}")


def to_training(place: Workplace, skill: int) -> None:
    """Show a skill with who has it, from where somebody is let learn it."""
    place.screens.show("training", at=skill)


def _first(team: Team, role: Role) -> int | None:
    """The first card of a role, rather one that is in work."""
    columns = sorted(team.columns, key=lambda column: column.kind is not ColumnKind.ACTIVE)
    return next((id for column in columns for _, id in team.cell(column.id, role.id)), None)
