"""A finding on one line, and all of it below."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from store.findings import Finding, Gravity
from store.models import Priority, Role, Task
from store.phrases import listed
from store.team import Team
from widgets.card_text import beside, joined
from widgets.listing_row import Row
from widgets.signs import Signs

HEADS = ("", "What is wrong", "Kind")
"""Headings of the cells."""
_COLOURS = {Gravity.GAP: "red", Gravity.RISK: "yellow", Gravity.HINT: ""}
_QUIET, _STRONG = "dim", "bold"
_LABEL = 12
"""Cells for a label."""
_CARDS = 20
"""Cards that are told by their titles."""


def least(width: int) -> tuple[int, int, int]:
    """The cells that each keeps in a terminal: the sentence stays, before its kind goes it is not cut."""
    return 6, max(10, min(70, width - 14)), 10


def sign_of(gravity: Gravity, signs: Signs) -> str:
    """The sign of a gravity; its word stands beside it."""
    return {
        Gravity.GAP: signs.priorities[Priority.URGENT],
        Gravity.RISK: signs.priorities[Priority.HIGH],
        Gravity.HINT: signs.between,
    }[gravity]


def finding_row(one: Finding, signs: Signs) -> Row:
    """How grave it is, and what is wrong."""
    cells = (f"{sign_of(one.gravity, signs)} {one.gravity}", one.sentence, one.kind.value)
    return Row(one.key, cells, one.advice, colour=_COLOURS[one.gravity])


def finding_text(one: Finding, team: Team, key: str, width: int) -> Content:
    """What is wrong, what to do, which key starts it, and what else is known."""
    return joined(_lines(one, team, key, width))


def _lines(one: Finding, team: Team, key: str, width: int) -> Iterator[Content]:
    yield Content.assemble((beside(one.sentence, 0, width), _STRONG))
    yield Content(beside(one.advice, 0, width))
    yield Content.assemble((f"{key} ", "bold $text-accent"), (one.mend.value, ""))
    facts = [("Role", listed(_roles(one, team))), ("Whose", listed(map(team.name_of, one.people)))]
    for label, value in facts:
        if value != "nothing":
            yield Content.assemble((label.ljust(_LABEL), _QUIET), beside(value, _LABEL, width))
    for number in one.cards[:_CARDS]:
        if task := team.find(Task, number):
            yield Content(beside(f"#{number} {task.title}", 4, width))


def _roles(one: Finding, team: Team) -> list[str]:
    return [role.name for number in one.roles if (role := team.find(Role, number))]
