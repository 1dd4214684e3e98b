"""Which freezes hold: times in which cards with certain tags should not move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from store.days import spoken
from store.models import Freeze, Raw
from store.phrases import listed, quoted
from store.playbooks.known import freezes
from store.team import Team

Frozen = Mapping[str, Freeze]
"""Tag, as `str.casefold` gives it, to the freeze that holds for it longest."""


NOTHING: Frozen = MappingProxyType({})
"""What is frozen in most teams on most days."""


def in_force(team: Team, today: date) -> Frozen:
    """The tags that are frozen today, and by what; the same object as long as it is the same."""
    table = team.tables.get("freezes")
    if not table:
        return NOTHING
    # The board asks at every change of anything, and goes by whether it is the same.
    known = _LAST.get("known")
    if known is not None and known[0] is table and known[1] == today:
        return known[2]
    found = _in_force(team, today) or NOTHING
    _LAST["known"] = table, today, found
    return found


_LAST: dict[str, tuple[Mapping[int, Raw], date, Frozen]] = {}
"""The table that was asked last, the day, and the answer."""


def _in_force(team: Team, today: date) -> Frozen:
    found: dict[str, Freeze] = {}
    for freeze in freezes(team):
        if not freeze.holds(today):
            continue
        for tag in freeze.tags:
            other = found.get(tag.casefold())
            if other is None or other.end < freeze.end:
                found[tag.casefold()] = freeze
    return found


def holding(frozen: Frozen, tags: Iterable[str]) -> dict[str, Freeze]:
    """Those of a card's tags that are frozen."""
    if not frozen:
        return {}
    return {tag: frozen[tag.casefold()] for tag in tags if tag.casefold() in frozen}


def said(held: Mapping[str, Freeze], today: date) -> str:
    """What holds a card, for a sentence: `#checkout is frozen until Mon 30 Nov (“Black Friday”)`."""
    each = []
    for freeze in {freeze.id: freeze for freeze in held.values()}.values():
        tags = listed(f"#{tag}" for tag, one in held.items() if one.id == freeze.id)
        is_one = sum(one.id == freeze.id for one in held.values()) == 1
        until = spoken(freeze.end, today)
        each.append(f"{tags} {'is' if is_one else 'are'} frozen until {until} ({quoted(freeze.name)})")
    return listed(each)
