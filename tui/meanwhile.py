"""What others did to a card while somebody had it open."""

from __future__ import annotations

from store.models import Task
from store.rules.valid import called
from store.rules.words import listed

_KEPT = {"id", "unknown", "position", "column_since", "started_at", "finished_at", "archived_at"}
"""Fields that follow from others, or are told in words of their own."""


def changed_since(before: Task, now: Task | None) -> str:
    """What is different now, as a sentence without its full stop; empty where nothing is."""
    if now is None:
        return "The card was taken back meanwhile"
    if now.archived_at and not before.archived_at:
        return "The card was put away meanwhile"
    old = dict(before.items())
    fields = [called(name) for name, value in now.items() if name not in _KEPT and value != old.get(name)]
    return f"Changed meanwhile: {listed(fields)}" if fields else ""
