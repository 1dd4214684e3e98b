"""Rows that are older than the snapshot: a column that is being taken away still has some."""

from __future__ import annotations

from rich.style import Style

from tests.widgets.teams import TODAY, shop
from widgets.board.looks import Look
from widgets.board.painter import Painter
from widgets.board.palette import PARTS
from widgets.board.rows import CardLine
from widgets.signs import UNICODE


def test_a_row_of_what_is_gone_is_drawn_empty() -> None:
    """A line that lower cards do not have, and a card that has gone, are blank and stop nobody."""
    painter = Painter(dict.fromkeys(PARTS, Style()), UNICODE)
    team = shop(8, 4)
    painter.look_at(team, TODAY, 1)
    card = next(iter(team.tables["tasks"]))

    assert painter.strip(CardLine(card, 0, Look.PLAIN), 20).text.strip()
    assert painter.strip(CardLine(card, 2, Look.PLAIN), 20).text == " " * 20
    assert painter.strip(CardLine(99_999, 0, Look.PLAIN), 20).text == " " * 20
