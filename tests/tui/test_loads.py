"""The load of a large team is worked out beside the keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from queue import Queue

from store.change import Change
from tests import builders
from tui.team.loads import Loads

TODAY = date(2026, 11, 23)
PATIENCE = 30.0


class Waiting:
    """An app whose thread does what it is called for when it is asked to."""

    def __init__(self) -> None:
        self.calls: Queue[tuple[Callable[..., object], tuple[object, ...]]] = Queue()

    def call_later(self, callback: Callable[..., object], *args: object) -> bool:
        self.calls.put((callback, args))
        return True

    def do_next(self) -> None:
        """Wait for a call, and do it."""
        callback, args = self.calls.get(timeout=PATIENCE)
        callback(*args)


def test_the_older_load_is_shown_until_the_newer_one_is_known() -> None:
    """Of several snapshots in a row only the newest one is worked out."""
    app, told, loads = Waiting(), list[str](), Loads(1)
    first = builders.crowded(1200)
    second = first.apply(Change.update("tasks", first.task(1), assignees=["ana"], estimate=3.0))
    third = second.apply(Change.update("tasks", first.task(2), assignees=["ana"], estimate=4.0))
    loads.look(app, first, TODAY, lambda: told.append("first"))
    assert loads.found is None
    loads.look(app, second, TODAY, lambda: told.append("second"))
    loads.look(app, third, TODAY, lambda: told.append("third"))
    app.do_next()
    # It is on its way already.
    loads.look(app, third, TODAY, lambda: told.append("fourth"))
    assert loads.found is not None
    assert (loads.found.has["ana"], told) == (0, [])
    app.do_next()
    assert loads.found.has["ana"] == 2
    assert told == ["first"]
    loads.look(app, third, TODAY, lambda: told.append("again"))
    assert (app.calls.empty(), told) == (True, ["first"])


def test_the_load_of_a_small_team_is_known_at_once() -> None:
    """Nobody waits for a thread."""
    app, loads = Waiting(), Loads(1)
    loads.look(app, builders.team(), TODAY, lambda: None)
    assert loads.found is not None
    assert app.calls.empty()
