"""`tagwerk whohelps`: who can help with something."""

from __future__ import annotations

from store.rules.words import quoted
from store.skills.experts import who_can_help
from tui.commands.call import Call
from tui.commands.changing import Grid
from tui.commands.session import session


def run(call: Call, *, words: list[str]) -> Grid:
    """The people who know most about it, those who are there today first.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team, asked = opened.team, " ".join(words)
        found = who_can_help(team, asked, opened.today)
        rows = [
            [
                team.name_of(one.person),
                one.skill.name,
                f"{one.level.level} {one.skill.meaning(one.level.level)}",
                "" if one.level.is_confirmed else "estimate",
                "away today" if one.is_away else "",
            ]
            for one in found
        ]
        shapes = [
            {
                "person": one.person,
                "skill": one.skill.name,
                "level": one.level.level,
                "confirmed": one.level.is_confirmed,
                "away": one.is_away,
            }
            for one in found
        ]
        nothing = (
            f"Nobody is known who could help with {quoted(asked)}; “tagwerk skill list” shows all skills."
        )
        return Grid(rows, (12, 12, 10, 0, 0), {"helpers": shapes}, nothing)
