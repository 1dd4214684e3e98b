"""The kanban board, drawn line by line."""

from __future__ import annotations

from widgets.board.grouping import Grouping, LaneKey
from widgets.board.layout import Density
from widgets.board.view import BoardView

__all__ = ["BoardView", "Density", "Grouping", "LaneKey"]
