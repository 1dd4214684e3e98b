"""The signs that stand for what a colour alone must never say, in Unicode and in plain ASCII."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.models import COLOURS, ColumnKind, Priority


@dataclass(frozen=True)
class Signs:
    """One set of signs. Every sign that stands in a column of its own is one cell wide."""

    cursor: str
    selected: str
    """Marks one of the cards that the next command is for."""
    both: str
    """The same where the cursor is on it."""
    carried: str
    """Marks a card that is being dragged away."""
    target: str
    """Marks what a dragged card would stand under."""
    folded: str
    """Marks a lane that shows its heading only."""
    goal: str
    """Stands before a goal's number."""
    ellipsis: str
    rule: str
    """Fills the rest of a lane's heading."""
    divider: str
    """Stands between two columns."""
    priorities: Mapping[Priority, str]
    kinds: Mapping[ColumnKind, str]
    colours: Mapping[str, str]
    """Colour name to the sign that a lane of this colour carries."""
    blocked: str
    frozen: str
    """Marks a card that should not move now."""
    overdue: str
    checklist: str
    comments: str
    stale: str
    above: str
    below: str
    left: str
    right: str
    over: str
    """Marks a count that is over its limit."""
    ticked: str
    open: str
    live: str
    waiting: str
    offline: str
    between: str
    """Separates two phrases on one line."""


UNICODE = Signs(
    cursor="▌",
    selected="◆",
    both="◈",
    carried="»",
    target="▼",
    folded="▸",
    goal="◎",
    ellipsis="…",
    rule="─",
    divider="│",
    priorities={Priority.URGENT: "▲", Priority.HIGH: "△", Priority.NORMAL: " ", Priority.LOW: "▽"},
    kinds={ColumnKind.QUEUE: "○", ColumnKind.ACTIVE: "◐", ColumnKind.DONE: "●"},
    colours=dict(zip(COLOURS, "■●▲◆★▼◀○", strict=True)),
    blocked="⊘",
    frozen="❆",
    overdue="!",
    checklist="✓",
    comments="❝",
    stale="~",
    above="▴",
    below="▾",
    left="‹",
    right="›",
    over="!",
    ticked="[✓]",
    open="[ ]",
    live="●",
    waiting="◐",
    offline="○",
    between="·",
)

ASCII = Signs(
    cursor=">",
    selected="*",
    both="@",
    carried="%",
    target="v",
    folded="+",
    goal="G",
    ellipsis="~",
    rule="-",
    divider="|",
    priorities={Priority.URGENT: "!", Priority.HIGH: "+", Priority.NORMAL: " ", Priority.LOW: "-"},
    kinds={ColumnKind.QUEUE: "o", ColumnKind.ACTIVE: "*", ColumnKind.DONE: "x"},
    colours=dict(zip(COLOURS, "#o^+*v<.", strict=True)),
    blocked="X",
    frozen="=",
    overdue="!",
    checklist="",
    comments='"',
    stale="",
    above="^",
    below="v",
    left="<",
    right=">",
    over="!",
    ticked="[x]",
    open="[ ]",
    live="*",
    waiting="+",
    offline="-",
    between="-",
)
