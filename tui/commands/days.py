"""`tagwerk days`: what the coming days bring."""

from __future__ import annotations

from store.culture.days import AHEAD, coming
from store.days import spoken
from store.rules.words import counted
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.changing import Grid
from tui.commands.session import session


def run(call: Call, *, weeks: int | None) -> Grid:
    """Birthdays, anniversaries, first days, holidays and absences.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        ahead = AHEAD if weeks is None else min(weeks, 104) * 7
        found = coming(opened.team, opened.today, ahead)
        rows = [[spoken(one.day, opened.today), one.sentence] for one in found]
        days: list[Json] = [
            {
                "day": one.day.isoformat(),
                "what": one.what.value,
                "people": list(one.people),
                "sentence": one.sentence,
            }
            for one in found
        ]
        nothing = (
            f"Nothing is known of the coming {counted(ahead, 'day')}; "
            "“tagwerk member edit LOGIN --birthday 03-21” and “tagwerk settings set holidays=DE” say more."
        )
        return Grid(rows, (10, 20), {"days": days}, nothing)
