"""What was changed because of a figure, and whether it helped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.days import spoken
from store.flow.effect import Effects
from store.kpis.adjusting import adjustments, kpi_of
from store.kpis.listing import department_of
from store.kpis.saying import shown
from store.models import Adjustment, Goal, Outcome
from store.report.parts import Block, Bullets, Item, Mark, Para, Section
from store.report.period import Period
from store.report.scope import Scope
from store.report.words import brief
from store.team import Team

_MARKS = {
    Outcome.HELPED: Mark.GOOD,
    Outcome.NO_EFFECT: Mark.PLAIN,
    Outcome.HARMED: Mark.ALARM,
    Outcome.UNCLEAR: Mark.PLAIN,
}
_CAVEAT = (
    "The figures before and after are laid side by side; that one follows the other does not say that it is "
    "because of it: other things change in the same time."
)


def adjustment_section(team: Team, period: Period, today: date, scope: Scope) -> Section:
    """Those that were made or reviewed in this time, and those that are under way."""
    last, effects = period.until(today), Effects(team, today)
    found = [one for one in adjustments(team) if one.made_on <= last and _is_of(team, one, scope)]
    found.sort(key=lambda one: (one.made_on, one.id), reverse=True)
    groups = {
        "Reviewed": [one for one in found if _reviewed(team, one, period)],
        "Made": [one for one in found if period.holds(one.made_on) and not _reviewed(team, one, period)],
        "Under way": [
            one
            for one in found
            if one.made_on < period.first
            and not _reviewed(team, one, period)
            and was_under_way(team, one, period)
        ],
    }
    blocks: list[Block] = [
        Bullets([_item(team, effects, one, last, today) for one in those], name)
        for name, those in groups.items()
        if those
    ]
    if not blocks:
        return Section("Adjustments", [Para("Nothing was changed because of a figure.")], "adjustments")
    return Section("Adjustments", [*blocks, Para(_CAVEAT, is_note=True)], "adjustments")


def was_under_way(team: Team, one: Adjustment, period: Period) -> bool:
    """Whether it held in this time, and had not been reviewed before."""
    if one.made_on > period.last:
        return False
    if one.outcome is None:
        return True
    return one.reviewed_at is not None and team.today(one.reviewed_at) >= period.first


def _reviewed(team: Team, one: Adjustment, period: Period) -> bool:
    return one.reviewed_at is not None and period.holds(team.today(one.reviewed_at))


def _is_of(team: Team, one: Adjustment, scope: Scope) -> bool:
    if scope.department is None:
        return True
    kpi = kpi_of(team, one)
    if kpi is not None:
        return department_of(team, kpi).casefold() == scope.department.casefold()
    goal = team.find(Goal, one.goal) if one.goal is not None else None
    return scope.has_goal(team, goal) if goal is not None else scope.has_person(one.owner)


def _item(team: Team, effects: Effects, one: Adjustment, last: date, today: date) -> Item:
    about = _about(team, one)
    who = f", {team.name_of(one.owner)}" if one.owner else ""
    text = f"{one.title}{f' ({about})' if about else ''}, since {spoken(one.made_on, last)}{who}"
    said_on = team.today(one.reviewed_at) if one.reviewed_at else last
    # A report of a time that is over tells what came of it all the same.
    later = f", said on {spoken(said_on, today)}" if said_on > last else ""
    outcome = f": {one.outcome}{later}" if one.outcome else ""
    return Item(
        f"{text}{outcome}", tuple(_below(effects, one, last)), _MARKS[one.outcome] if one.outcome else None
    )


def _below(effects: Effects, one: Adjustment, today: date) -> Iterator[str]:
    if one.outcome is None and one.expected:
        yield f"expected: {brief(one.expected)}"
    found = effects.of(one)
    if found is not None:
        kpi, effect = found.kpi, found.effect
        if effect.median_before is not None and effect.median_after is not None:
            before, after = shown(kpi, effect.median_before), shown(kpi, effect.median_after)
            yield f"{kpi.name}: {before} before, {after} since (medians; {found.counts})"
        yield found.sentence
    if one.learned:
        yield f"learned: {brief(one.learned)}"
    if one.outcome is None:
        due = "is due" if one.review_on <= today else "comes"
        yield f"a review {due} on {spoken(one.review_on, today)}"


def _about(team: Team, one: Adjustment) -> str:
    kpi = kpi_of(team, one)
    goal = team.find(Goal, one.goal) if one.goal is not None else None
    return (kpi.name if kpi else "") or (goal.title if goal else "") or one.figure
