"""What can be found on the board, besides commands."""

from __future__ import annotations

from collections.abc import Iterable

from store.models import Goal
from tui.palette.cards import CardSource
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.doing.bench import Bench
from tui.screens.doing.going import go_to, show_filter, show_goal, show_person, show_role


def card_source(bench: Bench) -> CardSource:
    """All cards; choosing one goes there."""
    return CardSource(lambda: bench.place.team, lambda number: go_to(bench, number))


def board_sources(bench: Bench) -> tuple[Source, ...]:
    """People, roles, goals and the team's filters; choosing one shows it on the board."""

    def people() -> Iterable[Named]:
        members = bench.place.team.members.values()
        return (Named(m.login, m.display_name, f"@{m.login} · show this person's cards") for m in members)

    def roles() -> Iterable[Named]:
        return (Named(role.id, role.name, "show this lane alone") for role in bench.place.team.roles)

    def goals() -> Iterable[Named]:
        live = (goal for goal in bench.place.team.all(Goal) if not goal.archived_at)
        return (Named(goal.id, goal.title, f"goal {goal.id}, {goal.state} · show its cards") for goal in live)

    def kept() -> Iterable[Named]:
        return (Named(saved.id, saved.name, saved.query) for saved in bench.place.team.filters)

    return (
        NamedSource("person", people, lambda person: show_person(bench, str(person.key))),
        NamedSource("role", roles, lambda role: show_role(bench, int(role.key))),
        NamedSource("goal", goals, lambda goal: show_goal(bench, int(goal.key))),
        NamedSource("filter", kept, lambda found: show_filter(bench, int(found.key))),
    )
