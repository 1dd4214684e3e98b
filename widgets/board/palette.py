"""The parts of the board that have a look of their own, and their looks."""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style

from store.models import COLOURS

PREFIX = "board--"
PARTS = (
    *("title", "number", "meta", "who", "moved", "soon", "late", "blocked", "stale", "urgent", "high", "low"),
    *("tag", "selected", "carried", "target"),
    *("cursor", "cursor-sign", "vacant", "more", "rule", "head", "head-side", "head-over"),
    *("lane-count", "lane-over", "divider", *(f"lane-{colour}" for colour in COLOURS)),
)
"""Names without the prefix; each is a component class of the board."""

VARIABLES = {
    "lane-blue": "ansi_blue",
    "lane-green": "ansi_green",
    "lane-yellow": "ansi_bright_yellow",
    "lane-red": "ansi_red",
    "lane-magenta": "ansi_magenta",
    "lane-cyan": "ansi_cyan",
    "lane-orange": "ansi_yellow",
    "lane-grey": "ansi_default",
    "board-rule": "ansi_default",
}
"""Colours that the board takes from the theme beside Textual's; these for themes that do not have them."""

CSS = """
BoardView {
    layout: horizontal; width: 1fr; height: 1fr; overflow: hidden;
    background: $background; color: $foreground;

    & > ColumnView { width: 1fr; height: 1fr; margin: 0 1 0 0; }
    & > ColumnView.-last { margin: 0; }

    .board--number, .board--meta, .board--more, .board--low, .board--tag { color: $text-muted; }
    .board--who { color: $text-primary; }
    .board--moved { color: $text-accent; text-style: bold; }
    .board--soon { color: $text-warning; text-style: bold; }
    .board--late, .board--blocked { color: $text-error; text-style: bold; }
    .board--stale { color: $text-warning; }
    .board--urgent { color: $text-error; text-style: bold; }
    .board--high { color: $text-warning; text-style: bold; }
    .board--cursor, .board--cursor-sign {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
    }
    .board--selected { background: $primary 25%; text-style: bold; }
    .board--carried { color: $text-muted; text-style: italic; }
    .board--target { background: $secondary 35%; text-style: bold; }
    .board--vacant { background: $surface; color: $text-muted; text-style: italic; }
    .board--rule, .board--divider { color: $board-rule; }
    .board--head, .board--head-side, .board--head-over { background: $panel; }
    .board--head { text-style: bold; }
    .board--head-side { color: $text-muted; }
    .board--head-over { color: $text-error; text-style: bold; }
    .board--lane-count { color: $text-muted; }
    .board--lane-over { color: $text-error; text-style: bold; }
    .board--lane-blue { color: $lane-blue; text-style: bold; }
    .board--lane-green { color: $lane-green; text-style: bold; }
    .board--lane-yellow { color: $lane-yellow; text-style: bold; }
    .board--lane-red { color: $lane-red; text-style: bold; }
    .board--lane-magenta { color: $lane-magenta; text-style: bold; }
    .board--lane-cyan { color: $lane-cyan; text-style: bold; }
    .board--lane-orange { color: $lane-orange; text-style: bold; }
    .board--lane-grey { color: $lane-grey; text-style: bold; }
}
BoardView:ansi, BoardView:nocolor {
    .board--selected, .board--carried, .board--target, .board--tag {
        background: ansi_default; color: ansi_default;
    }
    .board--selected { text-style: bold underline; }
    .board--carried { text-style: dim; }
    .board--target { text-style: reverse; }
    .board--cursor, .board--cursor-sign, .board--vacant, .board--head, .board--head-side, .board--head-over {
        background: ansi_default; color: ansi_default;
    }
    .board--cursor, .board--cursor-sign { text-style: bold reverse; }
    .board--vacant { text-style: reverse; }
    .board--head { text-style: bold underline; }
    .board--head-side { text-style: underline; }
    .board--head-over { text-style: bold reverse; }
    .board--number, .board--meta, .board--more, .board--low, .board--lane-count { color: ansi_default; }
    .board--rule, .board--divider { color: ansi_default; text-style: dim; }
    .board--lane-grey { color: ansi_default; }
}
"""

_NOT_BOLD = Style(bold=False)


def all_styles(styles: Mapping[str, Style]) -> dict[str, Style]:
    """The styles of all parts, with those of tags: a tag has the colour of a lane, and less weight."""
    return {**styles, **{f"tag-{colour}": styles[f"lane-{colour}"] + _NOT_BOLD for colour in COLOURS}}
