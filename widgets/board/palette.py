"""The parts of the board that have a look of their own, and their looks."""

from __future__ import annotations

from store.models import COLOURS

PREFIX = "board--"
PARTS = (
    *("title", "number", "meta", "who", "moved", "soon", "late", "blocked", "stale", "urgent", "high", "low"),
    *("cursor", "cursor-sign", "vacant", "more", "rule", "head", "head-side", "head-over"),
    *("lane-count", "lane-over", "divider", *(f"lane-{colour}" for colour in COLOURS)),
)
"""Names without the prefix; each is a component class of the board."""

# Roles are told apart by the terminal's own colours: themes name no eight different ones.
CSS = """
BoardView {
    layout: horizontal; width: 1fr; height: 1fr; overflow: hidden;
    background: $background; color: $foreground;

    & > ColumnView { width: 1fr; height: 1fr; margin: 0 1 0 0; }
    & > ColumnView.-last { margin: 0; }

    .board--number, .board--meta, .board--more, .board--low { color: $text-muted; }
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
    .board--vacant { background: $surface; color: $text-muted; text-style: italic; }
    .board--rule, .board--divider { color: $foreground 25%; }
    .board--head, .board--head-side, .board--head-over { background: $panel; }
    .board--head { text-style: bold; }
    .board--head-side { color: $text-muted; }
    .board--head-over { color: $text-error; text-style: bold; }
    .board--lane-count { color: $text-muted; }
    .board--lane-over { color: $text-error; text-style: bold; }
    .board--lane-blue { color: $text-primary; text-style: bold; }
    .board--lane-green { color: ansi_green; text-style: bold; }
    .board--lane-yellow { color: ansi_bright_yellow; text-style: bold; }
    .board--lane-red { color: $text-error; text-style: bold; }
    .board--lane-magenta { color: ansi_magenta; text-style: bold; }
    .board--lane-cyan { color: ansi_cyan; text-style: bold; }
    .board--lane-orange { color: ansi_yellow; text-style: bold; }
    .board--lane-grey { color: $text-muted; text-style: bold; }
}
BoardView:ansi, BoardView:nocolor {
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
