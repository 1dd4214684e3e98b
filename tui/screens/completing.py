"""A question for a name, with tab to write it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from store.team import Team
from tui.screens.asking import Asking

_SHOWN = 6
"""Names that are shown below the line."""


def ask_name(asking: Asking, question: str, names: Sequence[str], chosen: Callable[[str], None]) -> None:
    """Ask for a name; tab writes the first one out that begins like this."""

    def beginning(typed: str) -> list[str]:
        return [name for name in names if name.casefold().startswith(typed.strip().casefold())]

    def changed(typed: str) -> None:
        found = beginning(typed)[:_SHOWN]
        asking.note(*([("tab", "  ".join(found))] if found else []))

    def complete(key: str, typed: str) -> bool:
        if key != "tab":
            return False
        if found := beginning(typed):
            asking.rewrite(found[0], len(found[0]))
        return True

    asking.line(question, chosen, changed=changed, first=complete)
    changed("")


def names_of_people(team: Team) -> list[str]:
    """Logins and names, for `ask_name`."""
    members = team.members
    return sorted({*members, *(member.display_name for member in members.values())}, key=str.casefold)


def names_of_roles(team: Team) -> list[str]:
    """The roles in their order, for `ask_name`."""
    return [role.name for role in team.roles]
