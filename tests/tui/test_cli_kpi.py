"""`tagwerk kpi`: figures that the team watches, in the shell and from scripts."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from store.models import Kpi, Reading
from tests import builders
from tests.builders import NOW, SHOP
from tests.tui.command_line import CommandLine
from tui.commands.kpi_list import KpiList
from tui.commands.kpi_sheet import KpiSheet
from widgets.kpis.signs import kpi_signs
from widgets.signs import ASCII, UNICODE

WEEK = timedelta(weeks=1)
MONDAY = date(2026, 11, 16)
"""The first day of the last week that is over."""


def kpi(id: int, name: str, **fields: Any) -> Kpi:
    return Kpi.checked({"id": id, "name": name, **fields})


def readings(kpi: int, *values: float, until: date = MONDAY) -> list[Reading]:
    """A reading a week, the last one for the week that begins on a day."""
    first = until - (len(values) - 1) * WEEK
    return [
        Reading(
            id=100 * kpi + at, kpi=kpi, day=first + at * WEEK, value=value, author="ana", at=NOW - 3 * WEEK
        )
        for at, value in enumerate(values)
    ]


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A shop with a KPI that is off target, one that is late, and one that nobody is asked for."""
    line = CommandLine(tmp_path)
    line.make_team(
        builders.team(
            kpi(
                1,
                "Conversion",
                department="Sales",
                unit="%",
                decimals=2,
                target=2.5,
                limit=2,
                owner="ben",
                about="Visits with an order, of all visits.",
                columns=["Conversion rate"],
            ),
            kpi(2, "Return rate", role=SHOP, unit="%", direction="less", target=12, position="b"),
            kpi(3, "Ticket backlog", department="service", decimals=0, position="c"),
            kpi(4, "Old one", archived_at=NOW),
            *readings(1, 2.6, 2.7, 2.4, 2.3),
            *readings(2, 15, 13, 11, until=MONDAY - 2 * WEEK),
        )
    )
    return line


def test_kpis_stand_by_department(tagwerk: CommandLine) -> None:
    """With sign and word, value, change, target, how they have been going, and what they ask for."""
    assert tagwerk("kpi").out.splitlines() == [
        "The whole team",
        "  ● on target   Return rate     11.0 %  ▼ 2.0 better  ≤ 12.0  █▅▁",
        "      late: week 46 of 2026, Ana Lima is asked for it; the last is of Mon 2 Nov (--on 2026-W46)",
        "",
        "Sales",
        "  ◆ off target  Conversion      2.30 %  ▼ 0.10 worse  ≥ 2.50  ▆█▃▁",
        "      off target since week 46 of 2026, 2 readings in a row",
        "      what do you change? “tagwerk adjustment add TITLE --kpi NAME --expected TEXT” notes it",
        "",
        "service",
        "  ○ no reading  Ticket backlog",
    ]
    tagwerk("adjustment", "add", "Free returns", "--expected", "more", "--kpi", "conv")
    assert "something is being changed because of it" in tagwerk("kpi", "list").out


def test_a_program_reads_the_same(tagwerk: CommandLine) -> None:
    """Numbers as numbers, days as days, and whether an adjustment is suggested."""
    found = {one["name"]: one for one in tagwerk("kpi", "--json").json["kpis"]}
    one = found["Conversion"]
    assert (one["value"], one["day"], one["light"], one["since"]) == (
        2.3,
        "2026-11-16",
        "off target",
        "2026-11-09",
    )
    assert (one["better"], one["adjust"], one["late"], one["asked"]) == (False, True, [], "ben")
    assert round(one["change"], 6) == -0.1
    assert one["recent"] == [2.6, 2.7, 2.4, 2.3]
    assert found["Return rate"]["late"] == ["2026-11-09"]
    assert found["Ticket backlog"]["asked"] is None


def test_one_kpi_is_shown_whole(tagwerk: CommandLine) -> None:
    """What it is, its values with what was changed at the time, and its readings by number."""
    tagwerk(
        *("adjustment", "add", "Free returns", "--expected", "more", "--kpi", "conv", "--made", "2026-11-11"),
        *("--review", "mon"),
    )
    said = tagwerk("kpi", "show", "conversion").out
    for words in (
        "KPI 1 Conversion",
        "2.30 % in week 47 of 2026, ▼ 0.10 worse, off target since week 46 of 2026",
        "Visits with an order",
        "Department Sales",
        "Owner      Ben Okafor",
        "Should be  at least 2.50 %",
        "Alarm      below 2.00 %",
        "In files   Conversion rate",
        "◇ week 46 of 2026        2.40 %",
        "◇ Wed 11 Nov: Free returns (adjustment 1, not reviewed yet)",
        "103  2026-11-16  2.30 % · Ana Lima",
    ):
        assert words in said, words
    shown = tagwerk("kpi", "show", "1", "--by", "month", "--last", "1", "--json").json
    assert (shown["by"], len(shown["values"]), len(shown["readings"])) == ("month", 1, 1)
    assert round(shown["values"][0]["value"], 6) == 2.466667, "the mean of the weeks that begin in November"
    assert shown["adjustments"][0]["title"] == "Free returns"
    assert "No reading yet" in tagwerk("kpi", "show", "backlog").out
    assert tagwerk("kpi", "show", "old").status == 1


def test_a_reading_is_written_down_corrected_and_taken_back(tagwerk: CommandLine) -> None:
    """The answer says for which period, what it was before, how that is, and what is still missing."""
    asked = tagwerk("kpi", "record", "return", "1.250", "--on", "2026-W47")
    assert (asked.status, "write 1250, or 1.2500" in asked.err) == (1, True)
    ran = tagwerk("kpi", "record", "return", "12,5 %", "--on", "2026-W47", "--note", "sale", "--json").json
    (one,) = ran["readings"]
    assert (one["kpi"], one["day"], one["value"], one["note"]) == (2, "2026-11-16", 12.5, "sale")
    assert tagwerk("kpi", "record", "Return rate", "11", "--on", "2026-11-18", "--source", "till").out == (
        "Return rate: 11.0 % for week 47 of 2026, instead of 12.5 %; "
        "on target: it should be at most 12.0 %.\n"
        "Return rate has no reading for week 46 of 2026 yet; --on 2026-W46 writes it.\n"
    )
    number = tagwerk("kpi", "show", "return", "--json").json["readings"][-1]["number"]
    assert tagwerk("kpi", "take-back", f"{number}").out == (
        "Took back a reading of “Return rate” of week 47 of 2026; week 47 of 2026 is 12.5 % again.\n"
    )
    assert "is taken back already" in tagwerk("kpi", "take-back", f"{number}").err
    assert "There is no reading 999" in tagwerk("kpi", "take-back", "999").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("return", "many"), "For “Return rate”: “many” is not a number"),
        (("return", "1", "--on", "2026-12-24"), "2026-12-24 is still to come"),
        (("return", "1", "--on", "2026-W60"), "“2026-W60” is not a day"),
        (("return",), "Say what “return” was"),
        (("old", "1"), "There is no KPI “old”"),
    ],
)
def test_what_is_no_reading_is_refused(tagwerk: CommandLine, arguments: tuple[str, ...], said: str) -> None:
    """In a sentence."""
    ran = tagwerk("kpi", "record", *arguments)
    assert ran.status in (1, 2)
    assert said in ran.err


def test_several_readings_come_by_lines(tagwerk: CommandLine) -> None:
    """All of them or none; a line that cannot be understood is named."""
    lines = (
        "\ufeffConversion;2,6;2026-11-16\n\n# from the till\nTicket backlog;14\nReturn rate;11.5 %;20.11.\n"
    )
    ran = tagwerk("kpi", "record", "-", "--source", "till", "--json", stdin=lines)
    assert [(one["kpi"], one["day"], one["value"]) for one in ran.json["readings"]] == [
        (1, "2026-11-16", 2.6),
        (3, "2026-11-23", 14),
        (2, "2026-11-20", 11.5),
    ]
    assert {one["source"] for one in ran.json["readings"]} == {"till"}
    before = tagwerk("log", "--json").json["commits"][0]["number"]
    for wrong, said in (
        (
            "Conversion;1\nReturn rate;x\n",
            "Line 2: For “Return rate”: “x” is not a number; write it like 1240, 6.5 or -3. Nothing "
            "was written.",
        ),
        ("Conversion;1\nNothing;1\n", "Line 2: There is no KPI “Nothing”"),
        ("Conversion\n", "Line 1: “Conversion” is not “KPI;VALUE” or “KPI;VALUE;DAY”. Nothing was written."),
        ("# nothing\n", "There is no line"),
    ):
        assert said in tagwerk("kpi", "record", "-", stdin=wrong).err
    assert tagwerk("log", "--json").json["commits"][0]["number"] == before


def test_a_kpi_is_added_changed_moved_and_put_away(tagwerk: CommandLine) -> None:
    """By who leads a role; “none” takes away what can be empty."""
    made = tagwerk(
        *(
            "kpi",
            "add",
            "Pack",
            "time",
            "--unit",
            "min",
            "--direction",
            "less",
            "--target",
            "5,5",
            "--limit",
            "8 min",
        ),
        *("--role", "photo", "--cadence", "day", "--combine", "mean", "--decimals", "1", "--owner", "Ben"),
        *("--column", "Packing", "--column", "Packzeit", "--about", "a", "--source", "scanner", "--json"),
    ).json["kpi"]
    assert (made["name"], made["target"], made["limit"], made["role"]) == ("Pack time", 5.5, 8, "Photography")
    assert (made["owner"], made["columns"], made["cadence"]) == ("ben", ["Packing", "Packzeit"], "day")
    one = tagwerk(
        "kpi", "edit", "pack", "--limit", "none", "--owner", "none", "--role", "none", "--json"
    ).json["kpi"]
    assert (one["limit"], one["owner"], one["role"]) == (None, None, None)
    assert "has to lie above the target" in tagwerk("kpi", "edit", "pack", "--limit", "3").err
    assert tagwerk("kpi", "move", "pack", "up").out == "Moved the KPI “Pack time”.\n"
    names = [kpi["name"] for kpi in tagwerk("kpi", "--json").json["kpis"]]
    assert names == ["Pack time", "Return rate", "Conversion", "Ticket backlog"]
    assert tagwerk("kpi", "archive", "pack").out == "Archived the KPI “Pack time”.\n"
    assert tagwerk("kpi", "restore", "pack").out == "Brought back the KPI “Pack time”.\n"
    for arguments in (
        ("add", "X"),
        ("edit", "pack", "--unit", "h"),
        ("move", "pack", "up"),
        ("archive", "pack"),
    ):
        assert "Only who leads a role" in tagwerk("kpi", *arguments, person="cem").err
    assert "is not in the team" in tagwerk("kpi", "edit", "pack", "--owner", "eve").err


def test_ready_made_kpis_are_listed_and_taken(tagwerk: CommandLine) -> None:
    """What is there already is left alone, and told."""
    assert "Conversion in %, every week, more is better  (there already)" in tagwerk("kpi", "ready").out
    assert len(tagwerk("kpi", "ready", "--json").json["sets"]["sales"]) == 4
    ran = tagwerk("kpi", "ready", "shop")
    assert ran.out.startswith("Added 9 KPIs:\n  Revenue, Sales\n")
    assert "watches all of these already" in tagwerk("kpi", "ready", "shop").err


@pytest.mark.parametrize("width", [80, 50])
def test_it_fits_a_narrow_terminal(width: int) -> None:
    """Long names give way; sparklines are shorter; also in plain ASCII."""
    long = kpi(1, "First response time of the service", unit="h", target=3, owner="ben")
    daily = kpi(2, "Revenue", unit="EUR", decimals=0, target=12_500, cadence="day", owner="ana")
    team = builders.team(long, daily, *readings(1, *range(1, 13)), *readings(2, 9000, 13_000, 11_111))
    for signs in (UNICODE, ASCII):
        said = [*KpiList(team, date(2026, 11, 23), kpi_signs(signs)).lines(width)]
        assert max(map(cell_len, said)) <= width
        assert any("on target" in line for line in said)
    assert any("> 3.0" in line for line in said) is (width == 80)
    sheet = KpiSheet(team, long, date(2026, 11, 23), long.cadence, 12, kpi_signs(ASCII))
    assert max(map(cell_len, sheet.lines(width))) <= width
