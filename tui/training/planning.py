"""Asking what somebody learns; from a gap the form is filled in already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from store.models import LearningItem, LearningKind, LearningState, Skill
from store.phrases import quoted
from store.rules.posts import may_lead
from store.skills.proposing import propose
from tui.screens.forms import open_form
from tui.workplace import Workplace

Written = Callable[[int], object]
"""Told of the number of a new item when it is saved."""


def plan_item(place: Workplace, state: LearningState, written: Written) -> None:
    """Ask for something to learn, of one's own."""
    _ask(place, LearningItem(title="", person=place.person, state=state), written)


def plan_gap(
    place: Workplace, person: str, skill: int, written: Written, *, teacher: str = "", level: int = 0
) -> None:
    """Ask how somebody gets on in a skill.

    Args:
        place: The app.
        person: Login of who learns.
        skill: Number of the skill.
        written: Told of the item's number.
        teacher: Login of whom to work beside; empty: whoever fits.
        level: The level that it should lead to at least; 0: just what is proposed.
    """
    item = propose(place.team, person, skill)
    if teacher and teacher != item.provider:
        known = place.team.find(Skill, skill)
        title = f"Work beside {place.team.name_of(teacher)}: {known.name if known else skill}"
        item = replace(item, title=title, kind=LearningKind.SHADOWING, provider=teacher)
    item = replace(item, level=max(item.level or 0, level) or None)
    is_agreed = may_lead(place.team, place.person) or person == place.person
    _ask(place, replace(item, state=LearningState.PLANNED if is_agreed else LearningState.WISH), written)


def plan_renewal(place: Workplace, person: str, skill: Skill, written: Written) -> None:
    """Ask how a certificate is renewed."""
    item = propose(place.team, person, skill.id)
    item = replace(
        item,
        title=f"Renew the certificate: {skill.name}",
        kind=LearningKind.COURSE,
        provider="",
        why="",
        state=LearningState.PLANNED,
    )
    _ask(place, item, written)


def planned(place: Workplace, follow: Callable[[int], object]) -> Written:
    """Say that something was planned, where the list is on another tab."""

    def written(number: int) -> None:
        item = place.team.find(LearningItem, number)
        if item is not None:
            verb = "wish for" if item.state is LearningState.WISH else "planned"
            place.tell(f"You {verb} {quoted(item.title)}; the tab Learning has it.")
        follow(number)

    return written


def _ask(place: Workplace, blank: LearningItem, written: Written) -> None:
    from tui.training.learning_form import new_item_form

    number = place.new_id()

    def saved() -> None:
        written(number)

    form = new_item_form(place.team, blank, number, place.person, place.today)
    open_form(place, form, saved)
