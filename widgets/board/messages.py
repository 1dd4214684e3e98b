"""What the board tells whoever put it up."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from widgets.board.grouping import LaneKey


@dataclass
class CursorMoved(Message, namespace="board_view"):
    """Another card is under the cursor, or none."""

    task: int | None


@dataclass
class Opened(Message, namespace="board_view"):
    """The person wants to see this card."""

    task: int


@dataclass
class FoldingChanged(Message, namespace="board_view"):
    """The person has folded lanes or opened them."""

    folded: frozenset[LaneKey]
    """All that are folded now, of every grouping."""


@dataclass
class SelectionChanged(Message, namespace="board_view"):
    """Other cards are selected."""

    count: int
    """How many."""


@dataclass
class Dropped(Message, namespace="board_view"):
    """The person has dragged cards somewhere."""

    tasks: tuple[int, ...]
    """Their numbers, in the order in which they stood on the board."""
    column: int
    """Number of the column that they were put into."""
    lane: LaneKey
    below: int | None
    """The card that they were put under; `None`: on top."""
    source: LaneKey
    """The lane that they were taken from: a card of several people stands in more than one."""
