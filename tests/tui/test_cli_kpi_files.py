"""`tagwerk kpi import` and `kpi inbox`: files with readings in the shell."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.log.disk import Disk
from tests.store.exchange.readings.shop import EXPORTS, shop
from tests.tui.command_line import CommandLine

SHOPWARE = str(EXPORTS / "shopware_umsatz.csv")


class Impatient(Disk):
    """A disk that needs no time to settle."""

    def pause(self, seconds: float) -> None:
        """Goes on at once."""


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    line = CommandLine(tmp_path)
    line.make_team(shop())
    return line


def test_a_file_is_shown_then_written_then_refused(tagwerk: CommandLine) -> None:
    """Without --yes nothing is changed; a file that was read already is refused, by whom and when."""
    shown = tagwerk("kpi", "import", SHOPWARE)
    assert shown.status == 0
    assert "shopware_umsatz.csv: a column for each KPI; semicolon, UTF-8" in shown.out
    assert "“Revenue”, decimal comma" in shown.out
    assert "“2.140,30 €” → 2140.3" in shown.out
    assert "Left out: 1 row of totals (line 5)." in shown.out
    assert shown.out.endswith("Nothing was changed; --yes writes it down.\n")

    said = tagwerk("kpi", "import", SHOPWARE, "--yes", "--json").json
    assert (said["written"], len(said["entries"]), said["questions"]) == (True, 8, [])
    assert said["entries"][0] == {
        "line": 2,
        "kpi": 2,
        "name": "Orders",
        "day": "2026-11-16",
        "value": 35.0,
        "state": "new",
        "before": None,
        "note": "",
    }
    again = tagwerk("kpi", "import", SHOPWARE, "--yes", person="ben")
    assert again.status == 1
    assert "was read already, by Ana Lima on 23 Nov 2026 as “shopware_umsatz.csv”" in again.err


def test_on_a_terminal_it_is_asked(tagwerk: CommandLine) -> None:
    """No is the answer that nothing needs; corrections are shown with what stood there."""
    where = ("--folder", str(tagwerk.folder), "--as", "ana", "kpi", "import", SHOPWARE)

    assert tagwerk.bare(*where, stdin="\n", terminal=True).out.endswith("Nothing was changed.\n")
    said = tagwerk.bare(*where, stdin="yes\n", terminal=True).out
    assert said.endswith("Wrote down 8 readings from shopware_umsatz.csv.\n")
    text = "Datum;Bestellungen\n16.11.2026;36\n17.11.2026;41\n"
    assert "Correction of “Orders”, 16 Nov 2026: 35 → 36" in tagwerk("kpi", "import", "-", stdin=text).out


def test_what_is_open_is_asked_for_and_told(tagwerk: CommandLine) -> None:
    """Dates, decimals and the KPI of a file of two columns, read from the input."""
    text = "Date;Visits\n03/11/2026;1.204\n04/11/2026;1.250\n"
    asked = tagwerk("kpi", "import", "-", "--kpi", "orders", stdin=text)
    assert asked.status == 1
    assert "say --dates dmy or --dates mdy." in asked.out
    assert "say --decimal , or --decimal ." in asked.out
    refused = tagwerk("kpi", "import", "-", "--kpi", "orders", "--yes", stdin=text)
    assert (refused.status, "can be 3 Nov 2026 or 11 Mar 2026" in refused.err) == (1, True)

    told = ("--dates", "dmy", "--decimal", ",", "--kpi", "orders", "--yes", "--json")
    entries = tagwerk("kpi", "import", "-", *told, stdin=text).json["entries"]
    assert [(one["day"], one["value"]) for one in entries] == [("2026-11-03", 1204), ("2026-11-04", 1250)]


def test_a_file_with_rows_that_cannot_be_read_is_not_written_by_itself(tagwerk: CommandLine) -> None:
    """Unless somebody says so; what was left is told."""
    text = "Date;Orders\n2026-11-16;35\n2026-11-17;many\n2026-11-18;41\n"
    shown = tagwerk("kpi", "import", "-", stdin=text)
    assert shown.out.endswith("1 row could not be read; --partly with --yes writes the rest.\n")
    said = tagwerk("kpi", "import", "-", "--yes", stdin=text)
    assert (shown.status, said.status) == (1, 1)
    assert said.out.endswith("Nothing was changed: 1 row could not be read; --partly writes the rest.\n")
    written = tagwerk("kpi", "import", "-", "--yes", "--partly", stdin=text)
    assert written.status == 0
    assert written.out.endswith(
        "Wrote down 2 readings from standard input, without 1 row that could not be read.\n"
    )
    file = tagwerk.place / "orders.csv"
    file.write_text(text.replace("35", "36"))
    where = ("--folder", str(tagwerk.folder), "--as", "ana", "kpi", "import", str(file))
    agreed = tagwerk.bare(*where, stdin="yes\n", terminal=True)
    assert ("Write the rest down? [no]" in agreed.out, agreed.status) == (True, 0)


def test_a_file_that_is_far_too_large_is_refused_unread(tagwerk: CommandLine) -> None:
    huge = tagwerk.place / "huge.csv"
    with huge.open("wb") as file:
        os.truncate(file.fileno(), 100 * 1024 * 1024)

    said = tagwerk("kpi", "import", str(huge))
    assert (said.status, "has 100 MB; 20 MB are the most" in said.err) == (1, True)
    assert "There is no file" in tagwerk("kpi", "import", "nowhere.csv").err


def test_the_folder_is_made_watched_and_told_about(tagwerk: CommandLine) -> None:
    """What can be read is read and put away; what cannot is told, also by the brief."""
    disk = Impatient()
    assert "“tagwerk kpi inbox --make” makes it" in tagwerk("kpi", "inbox").out
    tagwerk.folder.chmod(0o2770)
    Disk._modes.clear()
    assert "Nothing waits in" in tagwerk("kpi", "inbox", "--make", disk=disk).out
    inbox = tagwerk.folder / "inbox"
    assert inbox.stat().st_mode & 0o7777 == (inbox / "read").stat().st_mode & 0o7777 == 0o2770

    (inbox / "shop.csv").write_bytes(Path(SHOPWARE).read_bytes())
    (inbox / "odd.csv").write_text("Datum;Klicks\n16.11.2026;7\n")
    said = tagwerk("kpi", "inbox", disk=disk)
    assert said.status == 1
    assert "“shop.csv”: wrote down 8 readings." in said.out
    assert "“odd.csv” cannot be read: No column is called like a KPI" in said.out
    told = tagwerk("kpi", "inbox", "--json", disk=disk).json
    assert [one["file"] for one in told["problems"]] == ["odd.csv"]
    assert (told["read"], told["waiting"]) == ([], [])
    assert "odd.csv: No column is called like a KPI" in tagwerk("brief").out
    assert "odd.csv" not in tagwerk("brief", person="cem").out
    (inbox / "old exports").mkdir()
    (inbox / "link.csv").symlink_to(SHOPWARE)
    said = tagwerk("kpi", "inbox", disk=disk)
    assert "“old exports” is no plain file and is left alone; put the file itself here." in said.out
    assert "“link.csv” is no plain file" in said.out
    assert "still being written" not in said.out
    assert tagwerk("kpi", "inbox", "--json", disk=disk).json["left_alone"] == ["link.csv", "old exports"]
    outsider = tagwerk("kpi", "inbox", disk=disk, person="zoe")
    assert (outsider.status, "not in the team" in outsider.err) == (1, True)
