"""Scenes for the tests, and what stands on them."""

from __future__ import annotations

from store.change import Change
from store.team import Team
from tests.widgets.teams import TODAY, card, shop
from widgets.board.rows import LaneHead, Row
from widgets.board.scene import Scene


def scene(team: Team, width: int = 120, height: int = 30) -> Scene:
    """A scene that shows a team."""
    shown = Scene()
    shown.resize(width, height)
    shown.update(team, TODAY, None, follow=True)
    return shown


def people(*cards: tuple[int, tuple[str, ...]], columns: int = 3) -> Team:
    """A team with one card in each of these columns, done by these people, in this order."""
    tasks = {
        i: {**card(f"Card {i}", column, 1, f"{i:03}1"), "assignees": list(logins)}
        for i, (column, logins) in enumerate(cards, 1)
    }
    return Team({**shop(0, columns, 1).tables, "tasks": tasks})


def small(*cells: tuple[int, int | None], columns: int = 3, roles: int = 2) -> Team:
    """A team with one card in each of these cells, in this order."""
    team = shop(0, columns, roles)
    tasks = {i: card(f"Card {i}", c, r, f"{i:03}1") for i, (c, r) in enumerate(cells, 1)}
    return Team({**team.tables, "tasks": tasks})


def moved(team: Team, task: int, **fields: object) -> Team:
    """The team after a card has changed."""
    return team.apply(Change.update("tasks", team.task(task), **fields))


def show(shown: Scene, team: Team, *changed: int, follow: bool = True) -> None:
    """Show what somebody else made of the team."""
    shown.update(team, TODAY, frozenset(changed), follow)


def lines(shown: Scene) -> list[Row]:
    """All lines of all columns in view."""
    view = shown.view("hint")
    return [row for slot in range(view.slots) for row in view.rows(slot)]


def headings(shown: Scene) -> list[str]:
    """The lanes in view by name."""
    return [row.name for row in shown.view().rows(0) if isinstance(row, LaneHead)]
