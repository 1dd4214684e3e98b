"""Lists of the flow of work, with bars: cards in work, reasons, ways between roles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime

from rich.cells import cell_len
from textual.content import Content

from store.flow.events import History, by_reason
from store.flow.forecast import Forecast
from store.flow.page import Page
from store.flow.times import Times
from store.models import Role, Task
from store.phrases import counted
from store.team import Team
from widgets.card_text import beside
from widgets.cells import fit
from widgets.signs import ASCII, Signs
from widgets.words import day as short

_QUIET, _STRONG = "dim", "bold"
Said = Callable[[float], str]
"""How a number is written."""
_BAR, _NAME = 24, 40
"""Cells of the longest bar, and of a name before it."""
_SHARES = (50, 70, 85, 95)
"""Of a hundred runs."""


def aging(
    page: Page, cycle: Times | None, late: Collection[int], team: Team, width: int, height: int, signs: Signs
) -> Iterator[Content]:
    """The cards in work, the oldest first, with a mark where they are late."""
    if not page.aging:
        yield Content("No card is in work.")
        return
    rows = [
        (f"{signs.overdue if one.task in late else ' '} #{one.task} {_title(team, one.task)}", one.days)
        for one in page.aging[: max(1, height - 3)]
    ]
    yield from _bars(rows, width, signs, lambda days: f"{days:.1f} days")
    left = len(page.aging) - len(rows)
    if left > 0:
        yield Content.assemble((f"and {counted(left, 'younger card')}", _QUIET))
    if cycle is not None:
        most = f"{cycle.p85:.1f} days"
        said = f"{signs.overdue} older than 85 of 100 finished cards were when they were done: {most}"
        yield Content.assemble((beside(said, 0, width), _QUIET))


def blocked(
    found: History, now: datetime, page: Page, width: int, height: int, signs: Signs
) -> Iterator[Content]:
    """What cards waited for, by the days that it has cost; and what waits now."""
    reasons = by_reason(found.blocks, now)
    if not reasons:
        yield Content("No card was blocked in this time.")
        return
    most = max(1, (height - 4) // 2)
    rows = [(f"{reason} ({counted(count, 'time')})", days) for reason, count, days in reasons[:most]]
    yield from _bars(rows, width, signs, lambda days: f"{days:.1f} days")
    still = [block for block in found.blocks if block.end is None]
    if still:
        yield Content("")
        yield Content.assemble((f"{counted(len(still), 'card')} cannot go on now", _STRONG))
    for block in still[:most]:
        head = f"#{block.task} since {short(block.start.date(), page.until)}: "
        yield Content.assemble(
            (head, _QUIET), fit(block.reason, max(1, width - cell_len(head)), signs.ellipsis)
        )


def handed(found: History, team: Team, width: int, height: int, signs: Signs) -> Iterator[Content]:
    """How many cards went from which role to which."""
    if not found.passed and not found.changed_hands:
        yield Content("No card went from one role or person to another in this time.")
        return
    rows = [
        (f"{_role(team, one.giver)} {signs.right} {_role(team, one.receiver)}", float(one.cards))
        for one in found.passed[: max(1, height - 3)]
    ]
    yield from _bars(rows, width, signs, lambda cards: counted(round(cards), "card"))
    if found.changed_hands:
        if rows:
            yield Content("")
        yield Content(f"{counted(found.changed_hands, 'time')} somebody took a card that another person had.")


def foretold(found: Forecast | None, page: Page, width: int, height: int, signs: Signs) -> Iterator[Content]:
    """When the open cards will be finished, how likely, and what that rests on."""
    if found is None:
        few = "cards were finished on fewer than five days"
        said = f"When {counted(page.open, 'card')} will be finished nobody can tell yet: {few}."
        yield Content(beside(said if page.open else "No card is open.", 0, width))
        return
    those = "this card" if found.cards == 1 else f"these {found.cards:,} cards"
    said = f"{those[:1].upper()}{those[1:]}: 85 % of the runs were done by {short(found.by(85), page.until)}."
    yield Content.assemble((beside(said, 0, width), _STRONG))
    yield Content("")
    for percent in _SHARES:
        yield Content(f"{percent:>3} of 100 runs by {short(found.by(percent), page.until)}")
    yield Content("")
    last = found.days[min(len(found.days) - 1, round(len(found.days) * 0.99))]
    steps = max(2, min(12, height - 12))
    span = max(1, (last - found.days[0]) // steps + 1)
    rows = []
    for start in range(found.days[0], last + 1, span):
        share = sum(start <= days < start + span for days in found.days) / len(found.days) * 100
        first = short(found.today.fromordinal(found.today.toordinal() + start), page.until)
        rows.append((f"from {first}" if span > 1 else first, share))
    yield from _bars(rows, width, signs, lambda share: f"{share:.0f} %")
    yield Content("")
    rests = (
        f"Drawn from {counted(found.finished, 'card')} finished in {found.sample // 7} weeks, 5,000 runs. It "
        "assumes that it goes on like that, that cards are of the usual size, and that none are added."
    )
    yield Content.assemble((beside(rests, 0, width), _QUIET))


def _bars(rows: Sequence[tuple[str, float]], width: int, signs: Signs, said: Said) -> Iterator[Content]:
    """Names, bars, numbers; the longest bar is that of the largest. Nothing where there are no rows."""
    if not rows:
        return
    top = max((value for _, value in rows), default=0.0) or 1.0
    texts = [said(value) for _, value in rows]
    number = max(map(cell_len, texts))
    name = min(_NAME, max(cell_len(text) for text, _ in rows))
    room = max(4, min(_BAR, width - name - number - 4))
    name = max(8, min(name, width - room - number - 4))
    full = "#" if signs is ASCII else "█"
    for (text, value), told in zip(rows, texts, strict=True):
        bar = full * max(1 if value > 0 else 0, round(room * value / top))
        yield Content.assemble(
            fit(text, name, signs.ellipsis), "  ", (bar.ljust(room), "$lane-cyan"), f"  {told:>{number}}"
        )


def _title(team: Team, number: int) -> str:
    """A card's title; it may be gone since the page was worked out."""
    card = team.find(Task, number)
    return card.title if card is not None else ""


def _role(team: Team, number: int | None) -> str:
    role = team.find(Role, number) if number is not None else None
    return role.name if role else "nobody"
