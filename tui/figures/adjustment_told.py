"""What is told of an adjustment beside the list: why, what, and what was seen afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from store.days import spoken
from store.kpis.adjusting import Stage, stage
from store.kpis.comparing import CAVEAT, about, near_to, side_by_side
from store.kpis.effect import Compared, Verdict
from store.kpis.owing import reviewer
from store.models import Adjustment
from store.team import Team
from tui.commands.grid import aligned
from widgets.card_text import beside, joined
from widgets.kpis.signs import KpiSigns

_QUIET, _STRONG = "dim", "bold"
_INDENT = 2


def told(
    team: Team,
    one: Adjustment,
    found: Compared | None,
    today: date,
    signs: KpiSigns,
    width: int,
    *,
    review: str,
) -> Content:
    """What we saw, change and expect; before and after; what came of it.

    `review` is the key that says whether it helped; empty: it is not the person's to say.
    """
    lines = [*_lines(team, one, found, today, signs, width)]
    if stage(one, today) is Stage.TO_REVIEW and review:
        asked = beside(f"Has it helped? {review} writes it down.", 0, width)
        lines += [Content(""), Content.assemble((asked, _STRONG))]
    return joined(lines)


def _lines(
    team: Team, one: Adjustment, found: Compared | None, today: date, signs: KpiSigns, width: int
) -> Iterator[Content]:
    yield Content.assemble((beside(one.title, 0, width), _STRONG))
    now = stage(one, today)
    said = str(one.outcome) if one.outcome is not None else str(now)
    who = team.name_of(reviewer(team, one)) if reviewer(team, one) else "nobody"
    days = f"from {spoken(one.made_on, today)}, review {spoken(one.review_on, today)}"
    yield Content(beside(f"{signs.outcomes[one.outcome]} {said} · {days} · {who}", 0, width))
    if what := about(team, one):
        yield Content.assemble(("about ", _QUIET), beside(what, 6, width))
    if one.outcome is not None or one.learned:
        yield from _part("What came of it", "\n".join(filter(None, (said, one.learned))), width)
    for title, text in (("What we saw", one.seen), ("What we expect", one.expected)):
        if text:
            yield from _part(title, text, width)
    yield Content("")
    yield Content.assemble(("Before and after", _STRONG))
    yield from _compared(team, one, found, width)


def _part(title: str, text: str, width: int) -> Iterator[Content]:
    yield Content("")
    yield Content.assemble((title, _STRONG))
    yield Content(f"{' ' * _INDENT}{beside(text, _INDENT, width)}")


def _compared(team: Team, one: Adjustment, found: Compared | None, width: int) -> Iterator[Content]:
    if found is None:
        said = "It is about no KPI and no figure of the flow of work, so nothing can be laid side by side."
        yield Content(f"{' ' * _INDENT}{beside(said, _INDENT, width)}")
        return
    rows = side_by_side(found)
    rows[0][0] = found.kpi.name
    for line in aligned(rows, width - _INDENT, (0, 0, 0)):
        yield Content(f"{' ' * _INDENT}{line}")
    yield Content("")
    yield Content.assemble((f"{' ' * _INDENT}{beside(found.sentence, _INDENT, width)}", _STRONG))
    for other in near_to(team, one):
        near = f"In the same time this was changed, too: {other.title} ({other.made_on})."
        yield Content(f"{' ' * _INDENT}{beside(near, _INDENT, width)}")
    if found.verdict is not Verdict.TOO_FEW:
        yield Content.assemble((f"{' ' * _INDENT}{beside(CAVEAT, _INDENT, width)}", _QUIET))
