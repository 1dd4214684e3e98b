"""One line of a draft."""

from __future__ import annotations

from dataclasses import dataclass

from store.models import Task


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is told."""

    text: str
    """On one line; cards are named with their numbers."""
    task: int | None = None
    """Number of the card that it is about; `None`: about none."""


def called(task: Task) -> str:
    """`#12 Photograph boots`; while a card has no number yet, its title."""
    return f"#{task.id} {task.title}" if task.id > 0 else task.title
