"""Files that are dropped into the watched folder on a real drive, which three hosts have open."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from tests.faults import ended, forked
from tests.netdrive.conftest import HOSTS, Drive
from tests.store.test_dropped import Place, Program

_FILES = 12


def test_three_hosts_read_every_dropped_file_once(drive: Drive, tmp_path: Path) -> None:
    """Whatever their caches say of names: all readings are there once, and all files are put away."""
    place = Place(drive.on("a"), local=tmp_path)
    programs = [forked(partial(_read, drive, host, tmp_path)) for host in HOSTS]
    for number in range(1, _FILES + 1):
        place.drop(f"day {number % 4}-{number}.csv", f"Datum;Bestellungen\n{number:02d}.11.2026;{number}\n")
        time.sleep(0.5)

    assert [ended(program, 180) for program in programs] == [0] * len(HOSTS)
    assert place.values() == [(f"2026-11-{number:02d}", float(number)) for number in range(1, _FILES + 1)]
    inbox = drive.on_server / "team" / "inbox"
    found = sorted(str(path.relative_to(inbox)) for path in inbox.rglob("*") if path.is_file())
    assert found == sorted(f"read/day {number % 4}-{number}.csv" for number in range(1, _FILES + 1))


def _read(drive: Drive, host: str, local: Path) -> None:
    """Read until everything was read; as patient as a drive's caches ask for."""
    place = Place(drive.on(host), local=local, is_new=False)
    program = Program(place, host)
    until = time.monotonic() + 150
    while time.monotonic() < until and len(program.repository.team.tables.get("intakes", {})) < _FILES:
        program.look(1)
        time.sleep(0.3)
    # What one that was stopped left on its way is put away after two minutes of its own clock.
    for _ in range(5):
        program.look(1)
        time.sleep(0.3)
    program.repository.close()
