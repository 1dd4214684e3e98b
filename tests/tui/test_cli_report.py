"""`tagwerk report`, `export` and `chart`: files for people without a terminal."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from store.repository import open_team
from store.rules import tasks
from tests.store.report.shop import NOW, shop
from tests.tui.command_line import CommandLine


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """The small shop with a week behind it, on a Friday."""
    line = CommandLine(tmp_path, seconds=NOW.timestamp())
    line.make_team(shop())
    return line


def test_a_report_is_printed_or_written(tagwerk: CommandLine, tmp_path: Path) -> None:
    """The ending of the file tells the form; a report may be written over, and it is said where it is."""
    printed = tagwerk("report")
    assert printed.out.startswith("# Corner Shop: week 48 of 2026\n")
    assert "beyond the limit" in printed.out

    file = tmp_path / "week.html"
    for _ in range(2):
        assert tagwerk("report", "--week", "last", "-o", str(file)).out == f"The report is in {file}.\n"
    text = file.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "Corner Shop: week 47 of 2026" in text
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")] == []

    told = tagwerk(
        "report", "--month", "nov", "--department", "sales", "-o", str(tmp_path / "m.md"), "--json"
    ).json
    assert told == {
        "file": str(tmp_path / "m.md"),
        "from": "2026-11-01",
        "until": "2026-11-30",
        "department": "Sales",
        "format": "md",
    }
    days = tagwerk("report", "--from", "2026-11-02", "--until", "2026-11-15", "--json").json
    assert (days["from"], days["until"], days["text"][:14]) == ("2026-11-02", "2026-11-15", "# Corner Shop:")


def test_the_report_tells_since_when_a_card_is_blocked(tagwerk: CommandLine) -> None:
    """From the history."""
    repository = open_team(tagwerk.folder, local=tagwerk.place / "app", login="ana")
    repository.commit(tasks.block(repository.team, 2, "no ink", "ana", NOW))
    repository.close()
    said = tagwerk("report").out
    assert "- ▼ #2 Print labels (Ben Okafor), since Fri 27 Nov: no ink" in said
    assert "- ▼ #1 Wait for paper (Ben Okafor), since before Mon 7 Sep: no paper" in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("report", "--week", "soon"), "“soon” is not a week"),
        (("report", "--week", "2027-W10"), "Week 10 of 2027 has not begun yet."),
        (("report", "--until", "2026-11-20"), "add --from DAY"),
        (("report", "--department", "x"), "there are Content and Sales"),
        (("export", "kpis", "--kpi", "conv"), "Only readings are of one KPI"),
        (("export", "goals", "--from", "2026-11-02"), "leave out --from"),
        (("export", "kpis", "--format", "json", "--excel"), "JSON has no form for Excel"),
        (("export", "readings", "--kpi", "nothing"), "nothing"),
        (("chart",), "Say which KPI"),
        (("chart", "conv", "--flow", "weeks"), "Say which KPI"),
        (("chart", "--flow", "weeks", "--by", "week"), "leave out --by"),
        (("chart", "--flow", "weeks", "--last", "500"), "500 weeks are not looked at"),
        (("chart", "conv", "--last", "0"), "one value at least"),
    ],
)
def test_what_does_not_go_is_refused(tagwerk: CommandLine, arguments: tuple[str, ...], sentence: str) -> None:
    """In a sentence that says what does."""
    ran = tagwerk(*arguments)
    assert ran.status == 1
    assert sentence in ran.err


def test_nothing_else_is_written_over(tagwerk: CommandLine, tmp_path: Path) -> None:
    """Somebody's own file stays as it is, whatever it is called; with --force it does not."""
    own = tmp_path / "README.md"
    own.write_text("# Mine\n", encoding="utf-8")
    for name, verb in (
        ("README.md", ["report"]),
        ("README.md", ["export", "kpis"]),
        ("README.md", ["chart", "conv"]),
    ):
        ran = tagwerk(*verb, "-o", str(tmp_path / name))
        assert ran.status == 1
        assert "write over it with --force" in ran.err
    assert own.read_text(encoding="utf-8") == "# Mine\n"
    assert "is a folder; name a file in one" in tagwerk("report", "-o", str(tmp_path)).err
    assert "There is no folder" in tagwerk("report", "-o", str(tmp_path / "no" / "r.md")).err
    assert "is not a folder" in tagwerk("report", "-o", str(own / "r.md")).err
    team = tagwerk.folder / "team.json"
    assert tagwerk("export", "kpis", "-o", str(team)).status == 1

    link = tmp_path / "link.md"
    link.symlink_to(own)
    own.chmod(0o640)
    assert tagwerk("report", "-o", str(link), "--force").status == 0
    assert link.is_symlink()
    assert own.read_text(encoding="utf-8").startswith("# Corner Shop")
    assert own.stat().st_mode & 0o777 == 0o640
    empty = tmp_path / "empty.docx"
    empty.touch()
    assert tagwerk("report", "-o", str(empty)).status == 0


def test_figures_are_exported(tagwerk: CommandLine, tmp_path: Path) -> None:
    """As rows that a spreadsheet reads, or as JSON; a table may be written over by another of its kind."""
    rows = [*csv.reader(tagwerk("export", "kpis").out.splitlines())]
    assert rows[1][:2] == ["1", "Conversion"]
    file = tmp_path / "readings.csv"
    assert tagwerk("export", "readings", "-o", str(file)).out == f"The table is in {file}.\n"
    told = tagwerk("export", "readings", "--kpi", "conv", "--excel", "-o", str(file), "--json").json
    assert told == {"file": str(file), "rows": 8, "format": "csv"}
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfnumber;kpi;")
    assert b";2,6;" in content
    assert tagwerk("export", "flow", "-o", str(file)).status == 1
    as_json = tmp_path / "goals.json"
    for _ in range(2):
        assert tagwerk("export", "goals", "-o", str(as_json)).status == 0
    assert json.loads(as_json.read_text(encoding="utf-8"))["goals"][0]["title"] == "Ship on the same day"
    assert tagwerk("export", "adjustments", "--json").json["adjustments"][0]["kpi"] == "Conversion"


@pytest.mark.parametrize(
    "arguments",
    [
        ("conversion", "--by", "month", "--last", "3", "--compare"),
        ("revenue", "--by", "week"),
        ("--flow", "weeks", "--last", "4"),
        ("--flow", "times"),
        ("--flow", "cumulative"),
    ],
)
def test_charts_are_drawn(tagwerk: CommandLine, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """As SVG that is well-formed and tells what is to be seen."""
    file = tmp_path / "chart.svg"
    told = tagwerk("chart", *arguments, "-o", str(file), "--json").json
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    assert root[1].text == told["about"]
    assert len(told["about"]) > 20
    assert tagwerk("chart", *arguments).out == file.read_text(encoding="utf-8")
