"""The kanban board, drawn line by line."""

from __future__ import annotations

from widgets.board.view import BoardView

__all__ = ["BoardView"]
