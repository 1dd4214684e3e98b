"""Every theme, looked at as it is drawn: what is written can be read, and what differs can be told apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from rich.color import Color as RichColor

from tests.tui.conftest import Office, board, until
from tui.app import TagwerkApp
from tui.dialogs.edit import EditDialog
from tui.dialogs.team_settings import TeamSettingsDialog
from tui.preferences import Keeper
from tui.screens.board import BoardScreen
from tui.settings.sections import SECTIONS
from tui.themes import THEMES, next_theme
from tui.themes.palette import Palette
from tui.themes.palettes import ALL, PALETTES

NAMES = [name for name, _ in THEMES]
COLOURED = [palette.name for palette in PALETTES]
_DRAWN = set(" │─┃━║═╭╮╰╯┌┐└┘├┤┬┴┼▌▐█▎▊▔▁▂▏▕╸╺")
"""Lines, blanks and bars, which nobody has to read."""
Linear = tuple[float, float, float]
"""Red, green and blue as light, 0.0 to 1.0."""


def chosen(theme: str) -> Keeper:
    """Preferences with a theme."""
    keeper = Keeper()
    keeper.prefer(theme=theme)
    return keeper


def light(hex: str) -> Linear:
    """A colour as light; IEC 61966-2-1."""
    values = [int(hex[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1.0 to 21.0; WCAG 2.2."""

    def luminance(colour: str) -> float:
        red, green, blue = light(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


KINDS = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What an eye makes of light; Machado, Oliveira and Fernandes (2009), severity 1.0."""


def seen(hex: str, kind: str) -> Linear:
    """A colour as an eye sees it."""
    colour = light(hex)
    red, green, blue = (
        min(1.0, max(0.0, sum(part * value for part, value in zip(row, colour, strict=True))))
        for row in KINDS[kind]
    )
    return red, green, blue


def difference(one: Linear, other: Linear) -> float:
    """How different two colours look, 0.02 being just noticed; Oklab, Ottosson (2020)."""

    def lab(colour: Linear) -> Linear:
        r, g, b = colour
        long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
        middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
        short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
        return (
            0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
            1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
            0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
        )

    return sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5


def hex_of(colour: RichColor | None) -> str:
    assert colour is not None, "a part of the screen has no colour"
    assert colour.triplet is not None, f"{colour} is not a colour of the theme"
    return colour.triplet.hex


def unreadable(app: TagwerkApp, least: float) -> list[tuple[float, str]]:
    """Words whose contrast is too low, with their contrast; of a dialog, what is in its box."""
    screen, found = app.screen, []
    # What lies dimmed behind a dialog need not be read.
    box = screen.region if isinstance(screen, BoardScreen) else screen.children[-1].region
    for strip in screen._compositor.render_strips()[box.y : box.bottom]:
        for text, style, _ in strip.crop(box.x, box.right):
            if style is None or not set(text) - _DRAWN:
                continue
            ratio = contrast(hex_of(style.color), hex_of(style.bgcolor))
            if ratio < least:
                found.append((round(ratio, 2), text.strip()))
    return found


@pytest.mark.parametrize("theme", COLOURED)
async def test_everything_written_can_be_read(office: Office, theme: str) -> None:
    """Board, card, form, help and settings have WCAG's contrast: 4.5 to 1, and 7 to 1 in the strong theme."""
    least = 7.0 if theme == "tagwerk-contrast" else 4.5
    async with office.app(size=(100, 30), preferences=chosen(theme)) as pilot:
        app = pilot.app
        assert isinstance(app, TagwerkApp)
        board(pilot).select_task(2)
        found = {"board": unreadable(app, least)}
        await pilot.press("L", "/", "x")
        found["filter"] = unreadable(app, least)
        await pilot.press("escape")
        for key, way_back in (("?", "q"), (",", "q"), ("enter", "q"), ("e", "escape")):
            await pilot.press(key)
            await until(pilot, lambda: not isinstance(app.screen, BoardScreen))
            await pilot.pause()
            found[key] = unreadable(app, least)
            await pilot.press(way_back)
            await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        await pilot.press("T")
        await until(pilot, lambda: isinstance(app.screen, TeamSettingsDialog))
        for section in SECTIONS:
            await pilot.pause()
            found[section.title] = unreadable(app, least)
            await pilot.press("l")

    assert {place: words for place, words in found.items() if words} == {}


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
def test_every_text_colour_can_be_read_on_every_background(palette: Palette) -> None:
    """Also the colours that this screen does not show just now."""
    least = 7.0 if palette.name == "tagwerk-contrast" else 4.5
    texts = (palette.foreground, palette.muted, palette.primary, palette.accent, palette.success)
    for back in (palette.background, palette.surface, palette.panel):
        for text in (*texts, palette.warning, palette.error, *palette.lanes):
            assert contrast(text, back) >= least, (text, back)
    assert contrast(palette.on_cursor, palette.cursor) >= least


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("palette", [p for p in PALETTES if "safe" in p.name], ids=lambda p: p.name)
def test_safe_colours_are_told_apart_by_every_eye(palette: Palette, kind: str) -> None:
    """No two lanes look alike, nor do good, doubtful and bad; their signs differ anyway."""
    for group in (palette.lanes, (palette.success, palette.warning, palette.error)):
        for one, other in combinations(group, 2):
            assert difference(seen(one, kind), seen(other, kind)) >= 0.06, (one, other)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda p: p.name)
def test_usual_lanes_are_told_apart_by_usual_eyes(palette: Palette) -> None:
    """Eight lanes are eight colours in every theme."""
    for one, other in combinations(palette.lanes, 2):
        assert difference(light(one), light(other)) >= 0.03, (one, other)


def test_the_themes_are_those_that_are_offered() -> None:
    """Each name that can be chosen is a theme, and every theme can be chosen."""
    assert [theme.name for theme in ALL] == NAMES


def test_walking_the_themes_comes_back() -> None:
    """Behind the last theme comes the first."""
    seen = [NAMES[0]]
    while (name := next_theme(seen[-1])) != seen[0]:
        seen.append(name)

    assert seen == NAMES


async def test_a_theme_can_be_changed_at_any_time(office: Office) -> None:
    """From colours to the terminal's own and back, the board is drawn in what was chosen last."""
    async with office.app() as pilot:
        app = pilot.app
        assert isinstance(app, TagwerkApp)
        for theme in ("tagwerk-light", "terminal", "tagwerk-contrast"):
            app.prefer(theme=theme)
            await pilot.pause()
            await pilot.pause()
            strips = app.screen._compositor.render_strips()
            colours = {s.style.bgcolor.triplet for x in strips for s in x if s.style and s.style.bgcolor}
            is_own = colours <= {None}
            assert is_own == (theme == "terminal"), theme


async def test_the_board_begins_in_the_chosen_theme(office: Office) -> None:
    """Nothing of another theme is on the first screen."""
    async with office.app(preferences=chosen("tagwerk-light")) as pilot:
        strips = pilot.app.screen._compositor.render_strips()
        last = next(s.style.bgcolor for s in strips[-1] if s.style)

        assert hex_of(last) == next(p.panel for p in PALETTES if p.name == "tagwerk-light")


async def test_without_colours_a_theme_is_kept_for_later(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under NO_COLOR the terminal's own theme stays on, whatever is chosen."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with office.app(preferences=chosen("tagwerk-light")) as pilot:
        app = pilot.app
        assert isinstance(app, TagwerkApp)
        assert app.theme == "terminal"
        app.prefer(theme="tagwerk-contrast")

        assert (app.theme, app.preferences.theme) == ("terminal", "tagwerk-contrast")


async def test_in_the_terminals_own_colours_one_sees_where_one_writes(office: Office) -> None:
    """The cursor of a field is what it stands on, reversed: on black and on white."""
    async with office.app(preferences=chosen("terminal")) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditDialog) and pilot.app.focused)
        cursor = pilot.app.screen.query_one("#title").get_component_rich_style("input--cursor")

        assert cursor.reverse
        assert {colour.name for colour in (cursor.color, cursor.bgcolor) if colour} <= {"default"}
