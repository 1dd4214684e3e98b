"""Writing what the screen of figures shows into files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.conftest import Office, packet, toasts, until
from tests.tui.figures import figures_screen, of_shop, said
from tests.tui.marks import presses


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


@presses(*(f"{tab}.export" for tab in ("kpis", "flow", "attainment", "adjustments", "overview")))
async def test_what_is_shown_is_written_into_files(
    shop: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drawings, tables, the report; a file of another kind is not written over."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "adjustments.csv").write_text("mine", encoding="utf-8")
    async with shop.app() as pilot:
        await packet(pilot, "7", "/", *"return", "enter", "x", "c", "enter")
        chart = tmp_path / "return-rate.svg"
        await until(pilot, chart.exists)
        assert chart.read_text(encoding="utf-8").endswith("</svg>\n")
        await packet(pilot, "x", "t", "enter")
        await until(pilot, (tmp_path / "kpis.csv").exists)
        assert "Return rate" in (tmp_path / "kpis.csv").read_text(encoding="utf-8")
        figures_screen(pilot).look_at("Flow")
        await until(pilot, lambda: figures_screen(pilot).tab.status() == "o: times")
        await packet(pilot, "o", "o", "x", "c", "enter")
        await until(pilot, (tmp_path / "cumulative.svg").exists)
        figures_screen(pilot).look_at("Goals")
        await packet(pilot, "x", "enter")
        await until(pilot, (tmp_path / "goals.csv").exists)
        figures_screen(pilot).look_at("Adjustments")
        await packet(pilot, "x", "enter")
        await until(pilot, lambda: any("not a table that Tagwerk made" in one for one in toasts(pilot)))
        figures_screen(pilot).look_at("Overview")
        await packet(pilot, "x", "h", "enter")
        report = tmp_path / "report-2026-W48.html"
        await until(pilot, report.exists)
        await until(pilot, lambda: any(str(report) in one for one in (*toasts(pilot), said(pilot))))
