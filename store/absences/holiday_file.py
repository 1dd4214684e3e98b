"""What was found out about a calendar's year, kept on this machine: to ask the library takes 0.2 s.

Nothing depends on the file: where it cannot be read or written, the library is asked again. So it is after
some months, as days that depend on the moon are announced late.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import platformdirs

_KEEP = timedelta(days=60)
_MOST = 400
"""Years of calendars in the file; with more it begins anew."""

Days = Mapping[date, str]


def kept(name: str, year: int) -> Days | None:
    """The holidays of a calendar's year as they were found out lately; `None`: they were not."""
    entry = _read().get(_key(name, year))
    try:
        if not isinstance(entry, dict) or date.fromisoformat(entry["at"]) < _today() - _KEEP:
            return None
        return {date.fromisoformat(day): str(what) for day, what in entry["days"].items()}
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def keep(name: str, year: int, days: Days) -> None:
    """Keep what was found out."""
    entries = _read()
    if len(entries) >= _MOST:
        entries = {}
    found = {day.isoformat(): what for day, what in days.items()}
    entries[_key(name, year)] = {"at": _today().isoformat(), "days": found}
    try:
        _write(entries)
    except OSError:
        # A home that is full or read-only: the next program asks the library again.
        return


def _read() -> dict[str, object]:
    try:
        found = json.loads(_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(entries: Mapping[str, object]) -> None:
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True)
    fd, temporary = tempfile.mkstemp(prefix=".holidays.", dir=file.parent)
    try:
        with os.fdopen(fd, "w", encoding="utf-8") as stream:
            json.dump(entries, stream)
        Path(temporary).replace(file)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _file() -> Path:
    return platformdirs.user_cache_path("tagwerk") / "holidays.json"


def _key(name: str, year: int) -> str:
    return f"{name.strip().casefold()} {year}"


def _today() -> date:
    return datetime.now(UTC).date()
