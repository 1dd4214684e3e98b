"""Widgets for work that comes again."""
