"""Holidays that were looked up are kept on this machine."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from store.absences import holiday_file

DAYS = {date(2026, 1, 1): "New Year's Day", date(2026, 12, 25): "Weihnachten – ✶"}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "tagwerk" / "holidays.json"


def test_what_is_kept_is_found_again() -> None:
    """In any case of letters; another year and another calendar are not."""
    holiday_file.keep("DE-HH", 2026, DAYS)
    holiday_file.keep("IN", 2026, {})
    assert holiday_file.kept("de-hh ", 2026) == DAYS
    assert holiday_file.kept("IN", 2026) == {}
    assert holiday_file.kept("DE-HH", 2027) is None


@pytest.mark.parametrize("damage", ["", "[", "[1]", '{"de 2026": 3}', '{"de 2026": {"at": "x", "days": {}}}'])
def test_a_damaged_file_is_nothing_and_is_written_anew(cache: Path, damage: str) -> None:
    """Whatever stands there."""
    cache.parent.mkdir()
    cache.write_text(damage)
    assert holiday_file.kept("DE", 2026) is None
    holiday_file.keep("DE", 2026, DAYS)
    assert holiday_file.kept("DE", 2026) == DAYS


def test_old_entries_are_asked_for_again(cache: Path) -> None:
    """After two months."""
    holiday_file.keep("DE", 2026, DAYS)
    entries = json.loads(cache.read_text())
    entries["de 2026"]["at"] = "2020-01-01"
    cache.write_text(json.dumps(entries))
    assert holiday_file.kept("DE", 2026) is None


def test_a_place_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """It is a file where a folder should be."""
    (tmp_path / "tagwerk").write_text("")
    holiday_file.keep("DE", 2026, DAYS)
    assert holiday_file.kept("DE", 2026) is None
