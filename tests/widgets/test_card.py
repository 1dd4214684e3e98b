"""The sheet of one card."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from store.models import Activity
from store.team import Team
from tests.widgets.host import screen_text
from tests.widgets.teams import TODAY, card, shop
from widgets.card import CardSheet

STEPS = [{"id": str(n), "text": f"Step {n}", "done": n < 2} for n in range(5)]


class SheetApp(App[None]):
    """One sheet, its keys, and what it asked for."""

    BINDINGS = [(key, f"sheet('{action}')", "") for key, action in (("j", "cursor_down"), ("k", "cursor_up"))]
    BINDINGS += [("space", "sheet('tick')", "")]

    def __init__(self, team: Team) -> None:
        super().__init__()
        self.team = team
        self.sheet = CardSheet()
        self.ticked: list[tuple[int, str]] = []

    def compose(self) -> ComposeResult:
        yield self.sheet

    def on_mount(self) -> None:
        self.sheet.update(self.team, self.team.task(1), TODAY)

    async def action_sheet(self, action: str) -> None:
        await self.sheet.run_action(action)

    def on_card_sheet_checklist_ticked(self, message: CardSheet.ChecklistTicked) -> None:
        self.ticked.append((message.task, message.item))


def team(**fields: object) -> Team:
    """A team with one card that has these fields, and two others."""
    tasks = {1: card("Photograph the range", 3, 7, "0011", **fields), 2: card("Buy lamps", 1, 8, "0021")}
    comments = {1: {"task": 1, "author": "ben", "text": "[b]Not[/b] yet.", "at": "2026-03-12T08:30:00Z"}}
    return Team({**shop(0).tables, "tasks": tasks, "comments": comments})


@asynccontextmanager
async def showing(shown: Team, height: int = 60) -> AsyncIterator[tuple[SheetApp, Pilot[None]]]:
    """The sheet on a screen."""
    app = SheetApp(shown)
    async with app.run_test(size=(80, height)) as pilot:
        await pilot.pause()
        await pilot.pause()
        yield app, pilot


async def test_the_sheet_tells_everything_about_its_card() -> None:
    """Facts, description, checklist, dependencies and comments are all there."""
    shown = team(
        description="Two *backgrounds*.",
        checklist=STEPS,
        depends_on=[2],
        due="2026-03-09",
        assignees=["ana"],
        priority="urgent",
        blocked="No lamps",
    )
    async with showing(shown) as (app, _):
        text = "\n".join(line.strip() for line in screen_text(app))

    for words in (
        "#1 Photograph the range",
        "Doing · Warehouse",
        "Ana Lima",
        "▲ urgent",
        "!9 Mar, 3 days overdue",
        "⊘ No lamps",
        "Two backgrounds.",
        "Checklist  2/5",
        "[✓] Step 1",
        "[ ] #2 Buy lamps  Ideas",
        "Comments  1",
        "Ben Okoro  today 08:30",
        "[b]Not[/b] yet.",
    ):
        assert words in text


async def test_what_is_empty_has_no_heading() -> None:
    """A card with nothing but a title shows no empty sections."""
    async with showing(team()) as (app, _):
        text = "\n".join(screen_text(app))

        assert "Description" not in text
        assert "Checklist" not in text


async def test_links_and_actions_in_a_description_are_dead() -> None:
    """An address stands there in full, no text becomes an action, an entity stays as it was written."""
    async with showing(team(description="[go](http://x.y) [@click=app.quit]z[/] &#27;[31m ![i](y)")) as (
        app,
        _,
    ):
        text = "\n".join(screen_text(app))
        metas = [
            segment.style.meta
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style._meta
        ]

    assert "[go](http://x.y) [@click=app.quit]z[/] &#27;[31m" in text
    assert not any("@click" in meta for meta in metas)


async def test_a_huge_description_is_shown_as_it_was_written() -> None:
    """Beyond twenty thousand characters the text is not laid out."""
    async with showing(team(description="**x** " * 4000)) as (app, _):
        assert any("**x** **x**" in line for line in screen_text(app))


async def test_space_ticks_the_step_under_the_cursor() -> None:
    """The wish names the card and the step."""
    async with showing(team(checklist=STEPS)) as (app, pilot):
        await pilot.press("j", "j", "k", "space")
        await pilot.pause()

        assert app.ticked == [(1, "1")]


async def test_the_cursor_stays_on_its_step_when_the_list_changes() -> None:
    """A step that somebody put in above does not move the cursor to another one."""
    async with showing(team(checklist=STEPS)) as (app, pilot):
        await pilot.press("j", "j")
        newer = team(checklist=[{"id": "new", "text": "First of all", "done": False}, *STEPS])
        app.sheet.update(newer, newer.task(1), TODAY)
        await pilot.press("space")
        await pilot.pause()

        assert app.ticked == [(1, "2")]


async def test_down_scrolls_where_there_are_no_steps() -> None:
    """A long sheet can be read to its end with one key."""
    shown = team(description="\n\n".join(f"Paragraph {n}" for n in range(20)))
    async with showing(shown, height=12) as (app, pilot):
        await pilot.press(*["j"] * 25)
        await pilot.pause()

        assert any("History" in line for line in screen_text(app))


async def test_history_comes_later() -> None:
    """Until it is there the sheet says so, then the newest comes first."""
    async with showing(team()) as (app, pilot):
        assert any("Loading…" in line for line in screen_text(app))
        at = datetime(2026, 3, 12, 9, 5, tzinfo=UTC)
        app.sheet.show_history(
            [Activity(4, at, "ana", "added #1"), Activity(5, at, "ben", "moved #1 to Doing")]
        )
        await pilot.pause()
        lines = [line.strip() for line in screen_text(app)]

    assert lines.index("today 09:05   Ben Okoro moved #1 to Doing") + 1 == lines.index(
        "today 09:05   Ana Lima added #1"
    )


async def test_long_texts_stand_beside_their_labels() -> None:
    """Why a card is blocked, and what was done to it, go on below their first letter, at every width."""
    reason = "Waiting for the supplier, who has moved to another town and does not answer the telephone"
    done = Activity(1, datetime(2026, 3, 12, 8, 30, tzinfo=UTC), "ben", f"blocked #1: {reason}")
    async with showing(team(blocked=reason)) as (app, pilot):
        app.sheet.show_history([done])
        for width in (80, 50):
            await pilot.resize_terminal(width, 60)
            await pilot.pause()
            await pilot.pause()
            lines = screen_text(app)
            first = next(i for i, line in enumerate(lines) if "Blocked" in line)
            at = lines[first].index("⊘")
            assert lines[first + 1][:at].strip() == ""
            assert lines[first + 1][at] != " "
            first = next(i for i, line in enumerate(lines) if "blocked #1" in line)
            at = lines[first].index("Ben")
            assert lines[first + 1][:at].strip() == ""
            assert lines[first + 1][at] != " "
