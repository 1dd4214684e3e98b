"""Cards that a text names with their numbers."""

from __future__ import annotations

import re

from store.team import Team

_NUMBER = re.compile(r"(?<![\w&])#([0-9]{1,15})\b")


def cards_in(team: Team, text: str) -> list[int]:
    """The numbers of the cards that a text names like `#12`, each once, in order."""
    tasks = team.tables.get("tasks", {})
    return list(dict.fromkeys(n for n in map(int, _NUMBER.findall(text)) if n in tasks))


def lines_of(text: str) -> list[str]:
    """The things that a text says, one a line, without what makes a list of them."""
    lines = (line.strip().removeprefix("- ").removeprefix("* ").strip() for line in text.splitlines())
    return [line for line in lines if line]
