"""A value as a line, and as a sheet with what shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from store.models import Goal, Kudos, Value
from store.phrases import counted
from store.team import Team
from widgets.card_text import beside, joined
from widgets.culture.kudos import when, who_and_whom
from widgets.culture.signs import CultureSigns, colour_of
from widgets.listing_row import Row

_QUIET, _STRONG = "dim", "bold"
_LATEST = 5
"""Thanks that are shown with a value."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a value is seen."""

    thanks: Sequence[Kudos] = ()
    """Newest first."""
    goals: Sequence[Goal] = ()
    """Those that are not closed."""


def value_row(value: Value, shown: Sequence[Kudos], marks: CultureSigns) -> Row:
    """Sign and name, what it looks like, and how often thanks have named it."""
    first = next((line for line in (*value.practice, value.about.partition("\n")[0]) if line), "")
    colour = colour_of(value.id)
    return Row(
        key=value.id,
        cells=(f"{marks.values[colour]} {value.name}", first, str(len(shown) or "")),
        colour=colour,
    )


def value_told(
    team: Team, value: Value, seen: Seen, me: str, today: date, marks: CultureSigns, width: int
) -> Content:
    """Why it matters, what it looks like on an ordinary day, and the latest thanks that show it."""
    return joined(_told(team, value, seen, me, today, marks, width))


def _told(
    team: Team, value: Value, seen: Seen, me: str, today: date, marks: CultureSigns, width: int
) -> Iterator[Content]:
    yield Content.assemble((beside(f"{marks.values[colour_of(value.id)]} {value.name}", 2, width), _STRONG))
    if value.about.strip():
        yield Content(beside(value.about.strip(), 0, width))
    if value.practice:
        yield Content("")
        yield Content.assemble(("On an ordinary day", _QUIET))
        for line in value.practice:
            yield Content(f"{marks.point} {beside(line, 2, width)}")
    if seen.goals:
        yield Content("")
        yield Content.assemble(("Goals that serve it", _QUIET))
        yield from (Content(f"{marks.point} {beside(goal.title, 2, width)}") for goal in seen.goals)
    yield Content("")
    shown = seen.thanks
    if not shown:
        yield Content.assemble((beside("Nobody was thanked for it yet.", 0, width), _QUIET))
        return
    yield Content.assemble((f"Seen {counted(len(shown), 'time')}", _QUIET))
    for one in shown[:_LATEST]:
        head = f"{who_and_whom(team, one, me, marks)}, {when(one, team, today)}"
        yield Content.assemble((beside(head, 2, width), _STRONG))
        yield Content(f"  {beside(one.words.strip(), 2, width)}")
