"""What departments may spend on learning, as bars with their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from store.goals.saying import amount, percent
from store.skills.money import Account
from widgets.card_text import joined
from widgets.cells import fit
from widgets.signs import Signs
from widgets.training.signs import TrainingSigns

_QUIET, _STRONG, _ALARM = "dim", "bold", "bold $text-error"
_NO_NAME = "No department"
_LEAST_BAR, _WIDEST_BAR = 8, 40
_WIDEST_NAME = 20


def bars(
    accounts: Sequence[Account], currency: str, most: int, width: int, signs: Signs, marks: TrainingSigns
) -> Content:
    """One line for each of the first departments."""
    shown = accounts[:most]
    names = min(_WIDEST_NAME, max((cell_len(one.department or _NO_NAME) for one in shown), default=0))
    room = width - names - 2 - _LEAST_BAR - 2
    ways = ([_numbers(one, currency, signs, shares=shares) for one in shown] for shares in (True, False))
    texts = next((found for found in ways if max(map(cell_len, found), default=0) <= room), None)
    texts = texts or [fit(_numbers(one, "", signs, shares=False), room, signs.ellipsis) for one in shown]
    room += _LEAST_BAR - max(map(cell_len, texts), default=0)
    cells = max(_LEAST_BAR, min(_WIDEST_BAR, room))
    return joined(
        Content.assemble(
            (fit(one.department or _NO_NAME, names, signs.ellipsis), _STRONG),
            "  ",
            *_bar(one, cells, marks),
            "  ",
            (text, _ALARM if one.left is not None and one.left < 0 else ""),
        )
        for one, text in zip(shown, texts, strict=True)
    )


def legend(marks: TrainingSigns) -> str:
    """What the signs of the bars are."""
    return f"{marks.spent} paid  {marks.planned} planned  {marks.left} left"


def _bar(one: Account, cells: int, marks: TrainingSigns) -> list[tuple[str, str]]:
    total = one.budget if one.budget else one.spent + one.planned
    if not total:
        return [(marks.left * cells, _QUIET)]
    spent = min(cells, _cells(one.spent / total, cells))
    planned = min(cells - spent, _cells((one.spent + one.planned) / total, cells) - spent)
    rest = cells - spent - planned
    is_over = one.spent + one.planned > total
    planned_bar = marks.planned * max(0, planned - (is_over and planned > 0))
    return [
        (marks.spent * spent, "$lane-green"),
        (planned_bar, "$lane-yellow"),
        (marks.over if is_over and planned > 0 else "", _ALARM),
        (marks.left * rest, _QUIET),
    ]


def _cells(share: float, cells: int) -> int:
    """Cells of a share; what is more than nothing takes one at least."""
    return max(1, round(share * cells)) if share > 0 else 0


def _numbers(one: Account, currency: str, signs: Signs, *, shares: bool) -> str:
    """What is paid, planned and left, with shares of the budget where there is room."""

    def part(value: float, word: str) -> str:
        share = f" {percent(value / one.budget)}" if one.budget and shares else ""
        return f"{amount(value)} {word}{share}"

    parts = [part(one.spent, "paid"), part(one.planned, "planned")]
    if one.left is None:
        parts.append("no budget")
    elif one.left < 0:
        parts.append(f"{signs.over} {amount(-one.left)} too much")
    else:
        parts.append(f"{amount(one.left, currency)} left")
    return f" {signs.between} ".join(parts)
