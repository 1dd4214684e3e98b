"""Runs all that is tested on real network drives: `python -m tests.netdrive`, or `make test-netdrive`.

Two labs at once, one for each processor of a small machine, each with two drives.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_HERE = Path(__file__).parent
_LAB = _HERE / "lab"
_ROOT = _HERE.parent.parent
_LABS = (("nfs4", "smb"), ("nfs3", "sshfs"))
_SECONDS = 4200
"""After which a lab is stopped, and has failed."""
_MISSING = 3
"""Status of `lab/setup` where something cannot be had."""
_ON_THE_DRIVE = (
    "tests/store/log/test_contract.py",
    "tests/store/log/test_entries.py",
    "tests/store/log/test_trimming.py",
)
"""Tests that elsewhere run on a local disk; here their folders lie on the drive."""
_MODES = ("tests/store/log/test_permissions.py",)
"""Users and modes, which only NFS has for each user: SMB and sshfs act as one user for a whole mount."""
_ROWS = {
    "commits": ("commits acknowledged", "{:.0f}"),
    "median": ("commit, median", "{:.3f} s"),
    "p95": ("commit, p95", "{:.3f} s"),
    "times_a_file": ("commit, as a multiple of a synced 1 kB file", "{:.1f}"),
    "seen_median": ("seen by another host, median", "{:.3f} s"),
    "seen_most": ("seen by another host, at most", "{:.3f} s"),
    "bytes_commit": ("bytes for a commit", "{:.0f}"),
    "bytes_idle": ("bytes for a look without news", "{:.0f}"),
}


def main() -> int:
    """Run the labs; 0 when all is well, or when they cannot run here."""
    ready = subprocess.run([_LAB / "setup"], capture_output=True, text=True)
    if ready.returncode == _MISSING:
        _skipped(ready.stdout.strip())
        return 0
    chosen = os.environ.get("TAGWERK_DRIVES")
    labs = [tuple(chosen.split())] if chosen else list(_LABS)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        begun = time.monotonic()
        running = {drives: _started(drives, place) for drives in labs}
        ends = {drives: _ended(process, begun) for drives, process in running.items()}
        for drives, status in ends.items():
            log = _log(place, drives).read_text(errors="replace")
            if status == _MISSING:
                _skipped(log.strip().splitlines()[-1])
                continue
            print(f"=== {', '.join(drives)}: {'well' if status == 0 else f'FAILED ({status})'}")
            print(log)
        _print_figures(place)
        print(f"{time.monotonic() - begun:.0f} s")
    # A lab that was killed has a negative status.
    return int(any(status not in (0, _MISSING) for status in ends.values()))


def _skipped(reason: str) -> None:
    print(f"\n*** SKIPPED: tests on network drives did not run; {reason} ***\n", flush=True)


def _started(drives: tuple[str, ...], place: Path) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "TAGWERK_DRIVES": " ".join(drives),
        "TAGWERK_FIGURES": str(place / f"{drives[0]}.json"),
        "PY_COLORS": "0",
        "PYTHONUNBUFFERED": "1",
    }
    python = f"{sys.executable} -m pytest -q -p no:cacheprovider --durations=0 --durations-min=20"
    steps = [f"{python} tests/netdrive"]
    for drive in drives:
        on_it: dict[str, tuple[str, ...]] = {"log": _ON_THE_DRIVE}
        on_it |= {"modes": _MODES} if drive.startswith("nfs") else {}
        steps += [
            f"{python} {' '.join(some)} --basetemp=/run/lab/a/{drive}/{name}" for name, some in on_it.items()
        ]
    script = "failed=0; " + " ".join(f"{step} || failed=1;" for step in steps) + " exit $failed"
    return subprocess.Popen(
        [_LAB / "lab", "--seconds", str(_SECONDS), "bash", "-c", script],
        cwd=_ROOT,
        env=environment,
        stdout=_log(place, drives).open("wb"),
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def _ended(process: subprocess.Popen[bytes], begun: float) -> int:
    """The status of a lab; one that does not end is ended, with everything that it has started."""
    try:
        return process.wait(_SECONDS + 60 - (time.monotonic() - begun))
    except subprocess.TimeoutExpired:
        return 124
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _log(place: Path, drives: tuple[str, ...]) -> Path:
    return place / f"{'-'.join(drives)}.log"


def _print_figures(place: Path) -> None:
    """The table of `docs/reliability.md`."""
    known: dict[str, Mapping[str, float]] = {}
    for path in sorted(place.glob("*.json")):
        known |= json.loads(path.read_text())
    if not known:
        return
    print(f"| | {' | '.join(known)} |\n|---|{'---|' * len(known)}")
    for name, (title, form) in _ROWS.items():
        cells = (form.format(found[name]) if name in found else "" for found in known.values())
        print(f"| {title} | {' | '.join(cells)} |")


if __name__ == "__main__":
    sys.exit(main())
