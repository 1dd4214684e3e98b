"""Readings and reviews that a person owes: told at the start, done in the inbox."""

from __future__ import annotations

from pathlib import Path

from store.models import Adjustment, Goal, Kpi, Outcome, Reading, Source
from tests.builders import NOW
from tests.tui.conftest import Office, packet, saved, screen_text, until
from tests.tui.goals import app_of, goal
from tests.tui.inbox import line, listed, opened
from tests.tui.marks import presses
from tui.dialogs.goal_form import GoalFormDialog


def figures() -> list[Kpi | Reading | Adjustment]:
    """A KPI of Ana's without a reading for a week, and something that she has to say whether it helped."""
    known = {"id": 1, "title": "Free returns", "owner": "ana", "kpi": 1}
    return [
        Kpi.checked({"id": 1, "name": "Conversion", "unit": "%", "owner": "ana", "target": 2.5}),
        Reading.checked({"id": 1, "kpi": 1, "day": "2026-11-02", "value": 2, "author": "ana", "at": NOW}),
        Adjustment.checked({**known, "made_on": "2026-10-01", "review_on": "2026-11-20"}),
    ]


@presses("inbox.open")
async def test_a_reading_and_a_review_are_done_where_they_are_asked_for(tmp_path: Path) -> None:
    """The start tells of both; enter asks for the value, then for the outcome and what was learned."""
    office = Office(tmp_path / "team", tmp_path / "local", *figures())
    async with office.app(size=(110, 24)) as pilot:
        await until(
            pilot, lambda: "You owe 1 reading and 1 review: ctrl+n shows what waits." in screen_text(pilot)
        )
        await opened(pilot)
        assert listed(pilot) == ["kpis/1/owed", "adjustments/1/owed"]
        assert "! reading  “Conversion” in week 46 of 2026" in screen_text(pilot)

        await packet(pilot, "enter", *"many")
        assert "Conversion in week 46 of 2026 (was 2.0 %):" in screen_text(pilot)
        await packet(pilot, "enter")
        assert "“many” is not a number" in screen_text(pilot)
        await packet(pilot, "ctrl+u", *"2,6 %; new photos", "enter")
        await saved(pilot)
        assert listed(pilot) == ["adjustments/1/owed"]
        written = [one for one in app_of(pilot).team.all(Reading) if one.id > 1]
        assert [(one.value, one.note, f"{one.day}") for one in written] == [(2.6, "new photos", "2026-11-09")]

        assert line(pilot).startswith("Conversion: Too few readings to tell: 0 before and 2 after.")
        await packet(pilot, "enter")
        assert "Has “Free returns” helped?" in screen_text(pilot)
        await packet(pilot, "u", *"Too early.", "enter")
        await saved(pilot)
        (one,) = app_of(pilot).team.all(Adjustment)
        assert (one.outcome, one.learned, listed(pilot)) == (Outcome.UNCLEAR, "Too early.", [])
    office.close()


async def test_a_goal_is_given_a_kpi_in_its_form(tmp_path: Path) -> None:
    """The name is enough: the value comes from it, and the letters follow."""
    office = Office(tmp_path / "team", tmp_path / "local", goal(9, "Sell more"), *figures())
    async with office.app(size=(110, 40)) as pilot:
        await packet(pilot, "2", "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalFormDialog))
        await packet(pilot, *["tab"] * 9, *"Conv", "f2")
        await saved(pilot)
        (one,) = app_of(pilot).team.all(Goal)
        assert (one.source, one.kpi) == (Source.KPI, 1)
        await packet(pilot, "enter")
        await until(pilot, lambda: "the KPI Conversion" in screen_text(pilot))
        assert "now 2 %" in screen_text(pilot)
    office.close()
