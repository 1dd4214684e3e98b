"""A person's own settings. They live with that person and never in the team's folder."""

from __future__ import annotations

from tui.preferences.keeper import Keeper
from tui.preferences.model import Preferences, Wishes
from tui.preferences.places import open_preferences, own_file

__all__ = ["Keeper", "Preferences", "Wishes", "open_preferences", "own_file"]
