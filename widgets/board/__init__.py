"""The kanban board, drawn line by line."""
