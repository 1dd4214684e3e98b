"""How everything looks: the themes, and which one the app begins with."""

from __future__ import annotations

from tui.themes.names import DEFAULT, THEMES, next_theme, shown_theme, theme_sentence, wants_no_colour

__all__ = ["DEFAULT", "THEMES", "next_theme", "shown_theme", "theme_sentence", "wants_no_colour"]
