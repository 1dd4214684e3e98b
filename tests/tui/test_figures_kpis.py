"""The tab of KPIs, and their chart over the whole screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from store.models import Adjustment, Kpi, Reading
from tests.tui.conftest import Office, packet, saved, screen_text, toasts, until
from tests.tui.figures import (
    CONVERSION,
    DELIVERY,
    RETURNS,
    REVENUE,
    figures_screen,
    here,
    lines,
    newest,
    note,
    of_shop,
    said,
)
from tests.tui.goals import app_of
from tests.tui.marks import ahead, presses
from tui.dialogs.help import HelpDialog
from tui.dialogs.kpi_chart import KpiChartDialog
from tui.dialogs.written import WrittenDialog


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Office]:
    office = of_shop(tmp_path / "team", tmp_path / "local")
    yield office
    office.close()


@presses(
    "screen.figures",
    *(f"kpis.{name}" for name in ("down", "up", "first", "last", "page_down", "page_up", "text_down")),
    *(f"kpis.{name}" for name in ("text_up", "department", "order", "filter", "clear")),
)
async def test_kpis_stand_by_department_with_a_sign_and_a_word(shop: Office) -> None:
    """One department after the other, the worst first, or those with some words."""
    async with shop.app() as pilot:
        await packet(pilot, "7")
        assert lines(pilot) == [
            "── The whole team",
            "○ Delivery time | no reading",
            "── Sales",
            "● Conversion | 2.70 % | at least 2.50 % | ▲ 0.10 better | ▆▇▅▃▂▁▄▆▇█ | on target",
            "○ Revenue | 12,900 EUR | ▼ 200 worse | ▁▄█▇ | 1 late | no target",
            "── Warehouse",
            "▼ Return rate | 11.2 % | at most 8.0 % | ▲ 0.4 worse | ▁▂▃▅▇█ | alarm | week 44 of 2026",
            "● Ticket backlog | 14.0 | 5.0 to 15.0 | ▲ 3.0 | ▅▁▄█ | on target",
        ]
        assert here(pilot) == DELIVERY
        assert note(pilot) == "●2 · ▼1 · ○2 · 1 late"
        await packet(pilot, "o")
        assert [line.split(" | ")[0] for line in lines(pilot)][:2] == ["▼ Return rate", "○ Revenue"]
        await packet(pilot, "home")
        assert here(pilot) == RETURNS
        assert said(pilot).endswith("4 readings off target: A says what you change")
        await packet(pilot, "o", "d", "d")
        assert note(pilot) == "Sales · ●1 · ○1 · 1 late"
        await packet(pilot, "escape", "/", *"late", "enter")
        assert lines(pilot)[0] == "── Sales"
        assert here(pilot) == REVENUE
        await packet(pilot, "escape", "end", "home", "pagedown", "pageup", "shift+down", "shift+up", "k", "j")
        await until(pilot, lambda: "─ The whole team" in screen_text(pilot))


@presses("kpis.record", "kpis.undo", "kpis.redo")
async def test_a_late_reading_is_written_in_one_line(shop: Office) -> None:
    """The period that is missing is proposed; a day and a note may stand behind the value."""
    async with shop.app("cem") as pilot:
        await packet(pilot, "7", "/", *"revenue", "enter", "r")
        assert "Revenue in week 46 of 2026 (was 12,900 EUR):   12900 on fri; note" in screen_text(pilot)
        await packet(pilot, *"13.250", "enter")
        assert any("13.250" in toast and "13250" in toast for toast in toasts(pilot))
        await packet(pilot, "ctrl+u", *"€ 13.250,00 ; Singles' Day", "enter")
        await saved(pilot)
        new = newest(pilot, Reading)
        assert (new.kpi, new.day, new.value) == (REVENUE, date(2026, 11, 9), 13250.0)
        assert (new.author, new.note) == ("cem", "Singles' Day")
        assert said(pilot) == "You wrote down “Revenue”: 13,250 EUR."
        await packet(pilot, "u")
        await saved(pilot)
        assert "1 late" in note(pilot)
        await packet(pilot, "ctrl+r", "r", *"12500 on 2026-11-04", "enter")
        assert "Change 12,900 to 12,500 EUR in week 45 of 2026? y/n" in screen_text(pilot)
        await packet(pilot, "n")
        assert newest(pilot, Reading).value == 13250
        assert said(pilot) == "Nothing was written; the reading stays as it was."
        await packet(pilot, "r", *"12500 on 2026-11-04", "enter", "y")
        await saved(pilot)
        assert newest(pilot, Reading).day == date(2026, 11, 4)
        await packet(pilot, "r", *"much")
        assert "is not a number" not in screen_text(pilot)
        await packet(pilot, "enter")
        assert any("is not a number" in toast for toast in toasts(pilot))


@ahead("KpiChartDialog")
@presses(
    "kpis.open",
    *(f"kpi_chart.by_{name}" for name in ("day", "week", "month", "quarter")),
    *(f"kpi_chart.{name}" for name in ("compare", "smooth", "before", "after", "more", "less")),
    *(f"kpi_chart.{name}" for name in ("down", "up", "help", "close")),
)
async def test_the_chart_is_looked_at_from_all_sides(shop: Office) -> None:
    """Longer periods, means, another time, the next KPI; what cannot be shown is said in a sentence."""
    async with shop.app() as pilot:
        await packet(pilot, "7", "/", *"conversion", "enter", "escape", "enter")
        await until(pilot, lambda: "A 12 Oct  A shorter checkout (not reviewed yet)" in screen_text(pilot))
        chart = pilot.app.screen
        assert isinstance(chart, KpiChartDialog)
        text = screen_text(pilot)
        assert text.startswith(" Conversion  ● on target, 2.70 %")
        assert " ● each week   ─ at least 2.50 %   ╌ alarm below 2.00 %" in text
        assert "week 36 of 2026 to week 48 of 2026: 2.00 to 2.70, on average 2.43 %" in text
        await packet(pilot, "d")
        assert "nothing shorter is known" in screen_text(pilot)
        await packet(pilot, "s", "c")
        assert "◆ mean of 4   nothing is known of a year before" in screen_text(pilot)
        await packet(pilot, "-", "h")
        assert (chart.asked.count, chart.asked.back) == (6, 3)
        await packet(pilot, "+", "l", "l")
        assert (chart.asked.count, chart.asked.back) == (12, 0)
        await packet(pilot, "l")
        assert "nobody knows what comes" in screen_text(pilot)
        assert "d day  w week  m month  t 3 months" in screen_text(pilot)
        await packet(pilot, "m", "t", "w", "j", "j")
        assert screen_text(pilot).startswith(" Return rate  ▼ alarm, 11.2 %")
        await packet(pilot, "?")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        await until(pilot, lambda: "Chart of a KPI" in screen_text(pilot))
        assert "A value for each quarter" in screen_text(pilot)
        await packet(pilot, "escape", "k", "?", "escape", "j", "q", "j", "k")
        await until(pilot, lambda: pilot.app.screen is figures_screen(pilot))
        assert here(pilot) == RETURNS


async def test_a_narrow_terminal_keeps_what_matters_most(shop: Office) -> None:
    """At 40 cells the list still has names and values, and the chart the name of its KPI."""
    async with shop.app(size=(40, 12)) as pilot:
        await packet(pilot, "7", "/", *"conversion", "enter")
        await until(pilot, lambda: "2.70 %" in screen_text(pilot))
        assert "● Conversion" in screen_text(pilot)
        await packet(pilot, "enter")
        await until(pilot, lambda: screen_text(pilot).startswith(" Conversion  ● on target, 2.70 %"))


@presses("kpis.adjust")
async def test_an_adjustment_knows_what_was_seen(shop: Office) -> None:
    """The form names the KPI, and says how it stands."""
    async with shop.app() as pilot:
        await packet(pilot, "7", "o", "home", "A", *"Sizes in centimetres", "f2")
        assert "Say what is expected of “Sizes in centimetres”" in screen_text(pilot)
        await packet(pilot, "tab", "tab", *"Below 8 %.", "f2")
        await saved(pilot)
        made = newest(pilot, Adjustment)
        assert (made.title, made.kpi, made.owner) == ("Sizes in centimetres", RETURNS, "ana")
        assert made.seen == (
            "Return rate is beyond the limit since week 44 of 2026: 11.2 %; it should be at most 8.0 %."
        )
        assert (made.made_on, made.review_on) == (date(2026, 11, 23), date(2027, 1, 18))


@presses(*(f"kpis.{name}" for name in ("add", "edit", "lower", "higher", "archive", "restore")))
async def test_who_leads_says_what_is_watched(shop: Office) -> None:
    """A new one goes to the department that is looked at; others are refused at the key."""
    async with shop.app() as pilot:
        await packet(pilot, "7", "j", "j", "a", *"Orders", "f2")
        await saved(pilot)
        new = newest(pilot, Kpi)
        assert (new.name, new.department, here(pilot)) == ("Orders", "Sales", new.id)
        await packet(pilot, "K", "K")
        await saved(pilot)
        assert [line.split(" | ")[0] for line in lines(pilot)][3] == "○ Orders"
        await packet(pilot, "J", "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, WrittenDialog))
        await packet(pilot, *["tab"] * 4, *"1,200", "f2")
        await saved(pilot)
        assert newest(pilot, Kpi).target == 1200
        await packet(pilot, "X")
        await saved(pilot)
        assert "Orders" not in "".join(lines(pilot))
        await packet(pilot, "B", *"ord", "tab", "enter")
        await saved(pilot)
        assert here(pilot) == new.id
        await packet(pilot, "o", "J")
        assert "moved where they stand by department" in said(pilot)
    async with shop.app("cem") as pilot:
        await packet(pilot, "7", "a")
        assert "says what is watched" in said(pilot) + "".join(toasts(pilot))


@presses("kpis.ready")
async def test_a_team_without_kpis_takes_ready_made_ones(office: Office) -> None:
    """One key and one more; none of them has a target."""
    async with office.app() as pilot:
        await packet(pilot, "7")
        await until(pilot, lambda: "R takes ready-made ones of an online shop" in screen_text(pilot))
        await packet(pilot, "R", "w")
        await saved(pilot)
        found = [*app_of(pilot).team.all(Kpi)]
        assert [kpi.name for kpi in found] == ["Return rate", "Delivery time", "Stock-outs"]
        assert all(kpi.target is None for kpi in found)
        assert said(pilot) == "3 KPIs added: e sets a target, r writes the first reading down."
        assert here(pilot) is not None


async def test_who_only_reads_is_offered_nothing(shop: Office) -> None:
    """How things stand is told without the keys that others have for it."""
    async with shop.app("zoe") as pilot:
        await packet(pilot, "7", "o", "home")
        assert said(pilot).endswith("alarm")
        assert "Nothing is being changed because of it yet." in screen_text(pilot)
        await packet(pilot, "j")
        assert said(pilot).endswith("no target, 1 late")
        await packet(pilot, "[", "[")
        await until(pilot, lambda: "A shorter checkout" in said(pilot))
        await packet(pilot, "enter")
        assert "Has it helped?" not in screen_text(pilot)


async def test_palette_finds_a_kpi(shop: Office) -> None:
    """Its name in the palette puts the cursor on it."""
    async with shop.app() as pilot:
        await packet(pilot, "7", ":", *"conversion", "enter")
        await until(pilot, lambda: here(pilot) == CONVERSION)
