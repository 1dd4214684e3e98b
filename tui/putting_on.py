"""Makes a person's settings hold in the running app: theme, mouse, keys."""

from __future__ import annotations

from textual.app import App

from tui.keymap import by_command, sound
from tui.keys import rebind
from tui.mouse import switch_mouse
from tui.preferences import Preferences
from tui.themes import shown_theme
from tui.themes.palettes import begin_with


class Wardrobe:
    """Knows what the app has on, and changes only what is another one now."""

    def __init__(self, app: App[None], first: Preferences) -> None:
        """Let an app begin with a person's settings."""
        self._app, self._on = app, first
        begin_with(app, shown_theme(first.theme))
        keys, self.complaints = sound(first.keys)
        """A sentence for each own key that cannot be."""
        rebind(by_command(keys))

    def put_on(self, wanted: Preferences) -> bool:
        """Change what differs; whether commands have other keys now."""
        before, self._on = self._on, wanted
        if wanted.theme != before.theme:
            self._app.theme = shown_theme(wanted.theme)
        if wanted.mouse != before.mouse:
            switch_mouse(self._app, wanted.mouse)
        if wanted.keys == before.keys:
            return False
        rebind(by_command(sound(wanted.keys)[0]))
        return True
