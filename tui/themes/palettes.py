"""The themes' colours. Tests look at each: what is written can be read, what differs can be told apart."""

from __future__ import annotations

from textual.app import App
from textual.theme import Theme

from tui.themes.names import TERMINAL
from tui.themes.palette import Palette
from widgets.board.palette import VARIABLES

_DARK = Palette(
    name="tagwerk-dark",
    dark=True,
    background="#14171c",
    surface="#1b1f26",
    panel="#252b35",
    foreground="#dce1ea",
    muted="#98a2b3",
    rule="#3d4654",
    primary="#82aaff",
    accent="#ffb86b",
    success="#7fce8a",
    warning="#f2c14e",
    error="#ff7f77",
    cursor="#2f5d9e",
    on_cursor="#ffffff",
    lanes=("#82aaff", "#7fce8a", "#f0dc64", "#ff7f77", "#e58fd8", "#5fd0d6", "#f5a35c", "#a9b3c2"),
)

_LIGHT = Palette(
    name="tagwerk-light",
    dark=False,
    background="#fbfaf7",
    surface="#f4f2ec",
    panel="#e8e6de",
    foreground="#1f2328",
    muted="#565d67",
    rule="#bdbab0",
    primary="#0b54a8",
    accent="#8a4100",
    success="#1a652c",
    warning="#785000",
    error="#ab1f1c",
    cursor="#0b54a8",
    on_cursor="#ffffff",
    lanes=("#0b54a8", "#1a652c", "#6a5f00", "#ab1f1c", "#8d2479", "#00636e", "#9a4300", "#565d67"),
)

_CONTRAST = Palette(
    name="tagwerk-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    foreground="#ffffff",
    muted="#d4d4d4",
    rule="#9a9a9a",
    primary="#9fd0ff",
    accent="#ffe066",
    success="#8dff9b",
    warning="#ffe066",
    error="#ffa8a0",
    cursor="#ffff00",
    on_cursor="#000000",
    lanes=("#9fd0ff", "#8dff9b", "#ffff66", "#ffa8a0", "#ffb3f2", "#7ffcff", "#ffc27a", "#d4d4d4"),
)

# After Okabe and Ito, "Color Universal Design" (2008), https://jfly.uni-koeln.de/color/, with the colours
# moved apart until each can be read on its background and told from the others by every kind of eye.
_SAFE = Palette(
    name="tagwerk-colour-safe",
    dark=True,
    background="#14171c",
    surface="#1b1f26",
    panel="#232a31",
    foreground="#e2e6ec",
    muted="#9ba5b4",
    rule="#3d4654",
    primary="#56b4e9",
    accent="#fbb92e",
    success="#56b4e9",
    warning="#f0e442",
    error="#fe6a30",
    cursor="#00659e",
    on_cursor="#ffffff",
    lanes=("#0eaffe", "#4ea16c", "#eaf36e", "#fe591a", "#e275c0", "#8fdfff", "#fbb92e", "#c4cdac"),
)

_SAFE_LIGHT = Palette(
    name="tagwerk-colour-safe-light",
    dark=False,
    background="#fbfaf7",
    surface="#f4f3ef",
    panel="#e6e8e5",
    foreground="#1c1f24",
    muted="#555c66",
    rule="#b9bcb8",
    primary="#005f95",
    accent="#7a3f00",
    success="#005f95",
    warning="#6b4a00",
    error="#b0185a",
    cursor="#005f95",
    on_cursor="#ffffff",
    lanes=("#2f218b", "#085850", "#5b6c48", "#cc1000", "#923589", "#1062c6", "#602502", "#211e3c"),
)

PALETTES = (_DARK, _LIGHT, _CONTRAST, _SAFE, _SAFE_LIGHT)

_OWN = "ansi_default"
_FORGOTTEN = ("ansi-background", "ansi-foreground", "surface-active", "foreground-disabled")
"""Variables of Textual's own widgets that it makes for every theme but those of 16 colours."""
# Nothing is known of the background, so text has the terminal's own colour, and of the others only those are
# used for it that can be read on black and on white.
_TERMINAL = Theme(
    name=TERMINAL,
    ansi=True,
    primary=_OWN,
    secondary=_OWN,
    accent=_OWN,
    success=_OWN,
    warning="ansi_magenta",
    error="ansi_red",
    foreground=_OWN,
    background=_OWN,
    surface=_OWN,
    panel=_OWN,
    boost=_OWN,
    variables={
        **dict.fromkeys((*VARIABLES, *_FORGOTTEN), _OWN),
        "lane-red": "ansi_red",
        "lane-magenta": "ansi_magenta",
        "text-muted": _OWN,
        "text-disabled": _OWN,
        "block-cursor-foreground": _OWN,
        "block-cursor-background": _OWN,
        "block-cursor-text-style": "bold reverse",
        "border": _OWN,
        "border-blurred": _OWN,
        "input-selection-foreground": _OWN,
        "input-selection-background": _OWN,
        "input-cursor-text-style": "reverse",
        "scrollbar": _OWN,
        "scrollbar-background": _OWN,
    },
)

ALL = (*(palette.theme() for palette in PALETTES), _TERMINAL)


def begin_with(app: App[None], name: str) -> None:
    """Give an app the themes and let it begin with one, before it has read any style."""
    for theme in ALL:
        app.register_theme(theme)
    # Set by the usual way, everything would be styled for the default theme first and once more after that.
    app.set_reactive(App.theme, name)
    app.stylesheet.set_variables(app.get_css_variables())
    # Made for the default theme, it would turn the terminal's own colours of the first frame into fixed ones.
    app._refresh_truecolor_filter(app.ansi_theme)
