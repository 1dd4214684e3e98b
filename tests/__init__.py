"""Tests, in the shape of what they test: store, widgets, tui."""
