"""One theme's colours, each named for what it is used for, and the Textual theme that is made of them."""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme

from widgets.board.palette import VARIABLES


@dataclass(frozen=True)
class Palette:
    """The colours of a theme; every text colour can be read on each of the three backgrounds."""

    name: str
    dark: bool
    background: str
    surface: str
    """Behind dialogs and lines that are written in."""
    panel: str
    """Behind headings, the header and the keys."""
    foreground: str
    muted: str
    """Text that may stand back."""
    rule: str
    """Lines that separate; no text."""
    primary: str
    """Borders and the app's own name."""
    accent: str
    """Keys."""
    success: str
    warning: str
    error: str
    cursor: str
    """Background of what is selected."""
    on_cursor: str
    lanes: tuple[str, str, str, str, str, str, str, str]
    """Blue, green, yellow, red, magenta, cyan, orange and grey lanes."""

    def theme(self) -> Theme:
        """The theme as Textual takes it."""
        return Theme(
            name=self.name,
            dark=self.dark,
            primary=self.primary,
            secondary=self.primary,
            accent=self.accent,
            success=self.success,
            warning=self.warning,
            error=self.error,
            foreground=self.foreground,
            background=self.background,
            surface=self.surface,
            panel=self.panel,
            variables=self._variables(),
        )

    def _variables(self) -> dict[str, str]:
        """Where Textual would mix colours of its own, which nobody has looked at."""
        return {
            **dict(zip(VARIABLES, (*self.lanes, self.rule), strict=True)),
            "text": self.foreground,
            "text-muted": self.muted,
            "text-disabled": self.muted,
            "text-primary": self.primary,
            "text-secondary": self.primary,
            "text-accent": self.accent,
            "text-success": self.success,
            "text-warning": self.warning,
            "text-error": self.error,
            "block-cursor-background": self.cursor,
            "block-cursor-foreground": self.on_cursor,
            "block-cursor-blurred-background": self.panel,
            "block-cursor-blurred-foreground": self.foreground,
            "block-hover-background": self.panel,
            "input-cursor-background": self.foreground,
            "input-cursor-foreground": self.background,
            "input-selection-background": self.cursor,
            "input-selection-foreground": self.on_cursor,
            "screen-selection-background": self.cursor,
            "screen-selection-foreground": self.on_cursor,
            "border": self.primary,
            "border-blurred": self.rule,
            "scrollbar": self.muted,
            "scrollbar-hover": self.primary,
            "scrollbar-active": self.primary,
            "scrollbar-background": self.surface,
        }
