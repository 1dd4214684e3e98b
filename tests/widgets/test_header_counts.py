"""What the header counts for a person."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from widgets.header import TeamHeader


class Host(App[None]):
    def compose(self) -> ComposeResult:
        header = TeamHeader()
        header.team, header.place, header.person = "Corner Shop", "Board", "Ana Lima"
        yield header


@pytest.mark.parametrize(
    ("width", "mentions", "news", "end"),
    [
        (80, 0, 0, " Ana Lima · ● live"),
        (80, 3, 0, " Ana Lima · @3  ● live"),
        (80, 3, 2, " Ana Lima · @3  2 unread  ● live"),
        (14, 3, 2, "@3  ● live"),
        (9, 3, 2, "● live"),
    ],
)
async def test_counts_stand_beside_the_connection(width: int, mentions: int, news: int, end: str) -> None:
    """Only what there is is counted; where it is narrow the connection stays, and then the mentions."""
    async with Host().run_test(size=(width, 3)) as pilot:
        header = pilot.app.query_one(TeamHeader)
        header.mentions, header.news = mentions, news
        line = header.render_line(0)

        assert "".join(segment.text for segment in line).rstrip().endswith(end)
        assert line.cell_length == width


async def test_counts_are_short_where_there_is_little_room() -> None:
    """Before the team's name gives way."""
    async with Host().run_test(size=(80, 3)) as pilot:
        header = pilot.app.query_one(TeamHeader)
        header.mentions, header.owed, header.news = 3, 2, 5
        header.team = "A team with a long name"
        line = "".join(segment.text for segment in header.render_line(0))

        assert line.endswith("@3  !2  5 new  ● live ")
        assert "A team with a long name" in line
