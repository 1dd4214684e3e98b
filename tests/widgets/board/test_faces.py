"""How cards and headings look, line by line."""

from __future__ import annotations

from collections import defaultdict

import pytest
from rich.style import Style

from store.models import Task
from tests.widgets.teams import TODAY, shop
from widgets.board.card_face import face
from widgets.board.heads import lane_head
from widgets.board.rows import LaneHead, Look
from widgets.signs import UNICODE

STYLES: defaultdict[str, Style] = defaultdict(Style.null)


def lines_of(task: Task, width: int, lines: int) -> list[str]:
    """A card's lines as text."""
    strips = face(task, shop(0), TODAY, width, lines, Look.PLAIN, STYLES, UNICODE)
    return [strip.text.rstrip() for strip in strips]


def heading(name: str, load: int, limit: int | None, count: int, width: int = 19) -> str:
    """A lane's heading as text."""
    row = LaneHead(name, "green", load, limit, count)
    return lane_head(row, width, STYLES, UNICODE).text


def task(title: str, tags: tuple[str, ...] = ()) -> Task:
    """Card 7."""
    return Task(id=7, title=title, column=1, role=1, tags=list(tags))


def test_the_lines_below_the_first_one_stand_back() -> None:
    """One sees where a card begins, without a line between cards."""
    shown = lines_of(task("Write the texts for the spring range and ask", tags=("spring",)), 36, 3)

    assert shown == ["  #7 Write the texts for the spring", "    range and ask", "    #spring"]


def test_in_a_narrow_column_no_cell_is_given_to_the_look() -> None:
    """Where there is little room, the second line begins below the number."""
    assert lines_of(task("Write the texts for the spring range"), 20, 3)[1].startswith("  texts")


def test_with_two_lines_the_title_has_one() -> None:
    """What does not fit is cut; what else there is to tell stays in view."""
    title = "Answers for the winter sale: delivery, returns and vouchers"
    shown = lines_of(task(title, tags=("sale",)), 50, 2)

    assert shown == ["  #7 Answers for the winter sale: delivery, retu…", "    #sale"]
    assert lines_of(task("Call the carrier"), 50, 2) == ["  #7 Call the carrier", ""]


def test_a_lanes_name_has_all_the_room_there_is() -> None:
    """The line behind it gives way before a letter of the name does."""
    assert heading("Catalogue", 3, 4, 3) == " ● Catalogue 3/4 3 "
    assert heading("Shop development", 3, 4, 12) == " ● Shop de… 3/4 12 "
    assert heading("Photo and content", 0, None, 0) == " ● Photo and con… ─"


@pytest.mark.parametrize("width", range(17, 24))
def test_between_two_numbers_nothing_looks_like_a_minus(width: int) -> None:
    """A lane's load and the count of its cell have a blank or a real line between them."""
    shown = heading("Finance", 2, 3, 2, width)

    assert len(shown) == width
    assert shown.endswith(" 2 ")
    assert " ─ " not in shown
    assert " ── " not in shown
