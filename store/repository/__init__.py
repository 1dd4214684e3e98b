"""The only door to a team's data: open, commit, undo, watch."""

from store.repository.news import News
from store.repository.opening import open_team
from store.repository.outcome import Committed, Flushed, Parked
from store.repository.repository import Repository
from store.repository.shared import Shared
from store.repository.undo import UndoStack

__all__ = ["Committed", "Flushed", "News", "Parked", "Repository", "Shared", "UndoStack", "open_team"]
