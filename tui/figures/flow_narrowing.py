"""Keys that say of which cards the figures of the flow of work are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from store.errors import Refused
from store.flow.spans import Which
from store.models import Goal
from store.models.raws import words_in
from tui.palette.named import Named
from tui.screens.tab import TabDesk
from tui.team.options import people, roles

_ALL = Named("", "All", "whatever it is")


class OnFlow(Protocol):
    """What these keys need of the tab."""

    desk: TabDesk
    which: Which

    def want(self, which: Which) -> None:
        """Look at other cards."""


class FlowNarrowing:
    """A role, a person, a goal and a tag, each by itself or together."""

    def __init__(self, tab: OnFlow) -> None:
        self._tab = tab
        self._place = tab.desk.place

    def do_role(self) -> None:
        def chosen(found: Named) -> None:
            role = found.key if isinstance(found.key, int) else None
            self._tab.want(replace(self._tab.which, role=role))

        self._choose("Cards of which role?", roles(self._place.team), chosen)

    def do_person(self) -> None:
        def chosen(found: Named) -> None:
            self._tab.want(replace(self._tab.which, person=str(found.key)))

        place = self._place
        self._choose("Cards of whom?", people(place.team, place.today, [place.person]), chosen)

    def do_goal(self) -> None:
        def chosen(found: Named) -> None:
            goal = found.key if isinstance(found.key, int) else None
            self._tab.want(replace(self._tab.which, goal=goal))

        goals = [Named(g.id, g.title, str(g.state)) for g in self._place.team.all(Goal) if not g.archived_at]
        if not goals:
            raise Refused("There is no goal that cards could serve.")
        self._choose("Cards of which goal?", goals, chosen)

    def do_tag(self) -> None:
        def chosen(found: Named) -> None:
            self._tab.want(replace(self._tab.which, tag=str(found.key)))

        tags: dict[str, str] = {}
        for raw in self._place.team.tables.get("tasks", {}).values():
            for tag in words_in(raw.get("tags")):
                tags.setdefault(tag.casefold(), tag)
        if not tags:
            raise Refused("No card has a tag.")
        names = sorted(tags.values(), key=str.casefold)
        self._choose("Cards with which tag?", [Named(tag, tag, "") for tag in names], chosen)

    def _choose(self, title: str, things: Sequence[Named], chosen: Callable[[Named], None]) -> None:
        from tui.dialogs.choosing import choose

        choose(self._place, self._tab.desk.screen, title, [_ALL, *things], chosen)
