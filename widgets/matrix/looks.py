"""How the parts of a matrix look."""

from __future__ import annotations

from store.models import COLOURS
from widgets.matrix.parts import LOOKS

PARTS = (
    *(look for look in LOOKS if look != "plain"),
    *("head", "group", "empty", "cursor", "here", "above", *COLOURS),
)
"""What has a look of its own: `cursor` is the cell under it, `here` the head of its row, `above` that of its
column."""

# Who sees no colours sees the signs, and the cursor and its heads in reverse.
CSS = """
Matrix {
    height: 1fr; background: $background; color: $foreground;
    .matrix--head { background: $panel; color: $foreground; }
    .matrix--group { text-style: bold; }
    .matrix--quiet, .matrix--empty { color: $text-muted; }
    .matrix--strong { color: $text-accent; }
    .matrix--good { color: $text-success; }
    .matrix--warning { color: $text-warning; }
    .matrix--bad { color: $text-error; }
    .matrix--cursor {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
    }
    .matrix--here { background: $block-cursor-background; color: $block-cursor-foreground; }
    .matrix--above { background: $panel; color: $foreground; text-style: bold reverse; }
    .matrix--blue { color: $lane-blue; }
    .matrix--green { color: $lane-green; }
    .matrix--yellow { color: $lane-yellow; }
    .matrix--red { color: $lane-red; }
    .matrix--magenta { color: $lane-magenta; }
    .matrix--cyan { color: $lane-cyan; }
    .matrix--orange { color: $lane-orange; }
    .matrix--grey { color: $lane-grey; }
}
Matrix:ansi, Matrix:nocolor {
    background: ansi_default;
    .matrix--head { background: ansi_default; color: ansi_default; }
    .matrix--quiet, .matrix--empty, .matrix--grey { color: ansi_default; text-style: dim; }
    .matrix--strong { text-style: bold; }
    .matrix--cursor { background: ansi_default; color: ansi_default; text-style: bold reverse; }
    .matrix--here, .matrix--above {
        background: ansi_default; color: ansi_default; text-style: bold reverse;
    }
}
"""
