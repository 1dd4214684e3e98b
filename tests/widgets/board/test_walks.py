"""Whatever is pressed on whatever board: nothing breaks, and the cursor can be seen."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from store.change import Change, Edit
from store.models import Raw
from store.team import Team
from tests.widgets.teams import PEOPLE, TODAY, card, shop
from widgets.board.grouping import Grouping
from widgets.board.hits import hit
from widgets.board.layout import Density
from widgets.board.rows import CardLine, DraftLine, LaneHead, Look, Vacant
from widgets.board.scene import Scene

LOGINS = [name.split()[0].lower() for name in PEOPLE] + ["gone"]
_CURSOR = (Look.CURRENT, Look.BOTH)


@st.composite
def boards(draw: st.DrawFn) -> Team:
    """A team with one to nine columns and roles and some cards, spread as it comes."""
    columns, roles = draw(st.integers(1, 5)), draw(st.integers(0, 9))
    team = shop(0, columns, roles)
    cards: dict[int, Raw] = {}
    for i in range(1, draw(st.integers(0, 40)) + 1):
        role = draw(st.none() | st.integers(1, max(1, roles)))
        fields = card(f"Card {i}", draw(st.integers(1, columns)), role, f"{draw(st.integers(1, 9))}1")
        fields["assignees"] = draw(st.lists(st.sampled_from(LOGINS), max_size=3, unique=True))
        fields["goal"] = draw(st.none() | st.integers(1, 3))
        fields["priority"] = draw(st.sampled_from(["urgent", "high", "normal", "low"]))
        cards[i] = fields
    return Team({**team.tables, "tasks": cards})


def _change(shown: Scene, seed: int) -> None:
    """Somebody moves a card, puts it away, gives it to others, or adds one."""
    cards = shown.team.tables.get("tasks", {})
    if not cards:
        return
    id = sorted(cards)[seed % len(cards)]
    column = 1 + seed % len(shown.team.columns)
    edits: list[dict[str, object]] = [
        {"column": column},
        {"archived_at": "2026-03-01T00:00:00Z"},
        {"assignees": [LOGINS[seed % 5]], "priority": "high", "goal": 2},
        {"position": "11", "role": None},
    ]
    change = Change.update("tasks", shown.team.task(id), **edits[seed % 4])
    if seed % 5 == 4:
        id = max(cards) + 1
        change = Change((Edit("tasks", id, None, card("New", column, 1, "01")),))
    shown.update(shown.team.apply(change), TODAY, frozenset({id}), follow=bool(seed % 2))


def _filter(shown: Scene, seed: int) -> None:
    ids = frozenset(id for id in shown.team.tables["tasks"] if id % 3 == seed % 3)
    shown.show_only(None if seed % 2 else ids)


def _drag(shown: Scene, seed: int) -> None:
    if (card := shown.card_at(shown.place)) is not None:
        shown.lift(*card)
    view = shown.view()
    assert shown.drag is None or shown.drag.tasks
    shown.carry(hit(view, seed % view.slots, seed % 30))
    shown.view().rows(0)
    shown.put_down()


KEYS: dict[str, Callable[[Scene, int], object]] = {
    "h": lambda shown, _: shown.sideways(-1),
    "l": lambda shown, _: shown.sideways(1),
    "k": lambda shown, _: shown.vertical(-1),
    "j": lambda shown, _: shown.vertical(1),
    "page down": lambda shown, _: shown.page(1),
    "page up": lambda shown, _: shown.page(-1),
    "home": lambda shown, _: shown.edge(down=False),
    "end": lambda shown, _: shown.edge(down=True),
    "tab": lambda shown, _: shown.walk_lanes(1),
    "0": lambda shown, _: shown.show_lane(None),
    "z": lambda shown, _: shown.fold(),
    "Z": lambda shown, seed: shown.fold_all(bool(seed % 2)),
    "space": lambda shown, _: shown.toggle_selected(),
    "v": lambda shown, _: shown.select_cell(),
    "group": lambda shown, seed: shown.group_by(list(Grouping)[seed % 5]),
    "density": lambda shown, seed: shown.set_density(list(Density)[seed % 3]),
    "size": lambda shown, seed: shown.resize((20, 40, 80, 200)[seed % 4], (5, 12, 24, 50)[seed % 4]),
    "jump": lambda shown, seed: shown.select(seed),
    "filter": _filter,
    "others": _change,
    "drag": _drag,
    "a": lambda shown, _: shown.begin_draft(),
    "esc": lambda shown, _: shown.end_draft(),
}
walks = st.lists(st.tuples(st.sampled_from(sorted(KEYS)), st.integers(0, 59)), max_size=30)


def cursors(shown: Scene) -> int:
    """How many things on the screen carry the cursor."""
    view = shown.view("hint")
    found = 0
    for slot in range(view.slots):
        for row in view.rows(slot):
            if isinstance(row, CardLine):
                found += row.line == 0 and row.look in _CURSOR
            elif isinstance(row, LaneHead | Vacant):
                found += row.look in _CURSOR
            else:
                found += isinstance(row, DraftLine)
    return found


@settings(max_examples=150, deadline=None)
@given(boards(), walks)
def test_the_cursor_can_be_seen_after_every_key(team: Team, walk: list[tuple[str, int]]) -> None:
    """One thing carries the cursor: a card, an empty cell, a folded lane, or what is being written."""
    shown = Scene()
    shown.resize(80, 24)
    shown.update(team, TODAY, None, follow=True)
    for key, seed in walk:
        KEYS[key](shown, seed)
        assert cursors(shown) == 1, key
        assert all(len(rows) == shown.view().layout.viewport + 1 for rows in map(shown.view().rows, range(1)))


@settings(max_examples=100, deadline=None)
@given(boards(), walks)
def test_the_column_beside_and_back_is_where_one_came_from(team: Team, walk: list[tuple[str, int]]) -> None:
    """Right and then left leads back to the same card, and left and then right too."""
    shown = Scene()
    shown.update(team, TODAY, None, follow=True)
    for key, seed in walk:
        KEYS[key](shown, seed)
        shown.end_draft()
        before = shown.place
        for step in (1, -1):
            shown.sideways(step)
            if shown.place != before:
                shown.sideways(-step)
            assert shown.place == before


@settings(max_examples=100, deadline=None)
@given(boards(), walks)
def test_what_is_kept_up_to_date_is_what_one_would_build(team: Team, walk: list[tuple[str, int]]) -> None:
    """After others' changes, every grouping has the same cells as if it had been chosen only now."""
    shown = Scene()
    shown.update(team, TODAY, None, follow=True)
    for key, seed in walk:
        KEYS[key](shown, seed)
    fresh = Scene()
    fresh.update(shown.team, TODAY, None, follow=True)
    fresh.group_by(shown.grouping)

    assert counts(shown) == counts(fresh)


def counts(shown: Scene) -> dict[tuple[int, str], tuple[int, ...]]:
    """The cards of every cell, whatever is folded, filtered or shown alone."""
    cells = shown._shown.every(shown.team)
    return {
        (column, str(shown.key(lane))): tuple(id for _, id in cards)
        for (column, lane), cards in cells.items()
        if cards
    }
