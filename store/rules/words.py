"""Phrases for labels and refusals: how a rule names things to a person."""

from __future__ import annotations

from store.models import Task
from store.phrases import LONGEST_QUOTE, counted, listed, quoted

__all__ = ["LONGEST_QUOTE", "counted", "listed", "named", "quoted"]


def named(task: Task) -> str:
    """A task as people call it: its number, or its title while the number is not given yet."""
    return f"#{task.id}" if task.id > 0 else quoted(task.title)
