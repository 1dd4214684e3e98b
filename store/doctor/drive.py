"""What the drive can do: claim names, keep what is written, tell the time, take more."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator

from store.doctor.finding import Finding, note, ok, problem
from store.doctor.patient import Patient
from store.errors import StorageError, Unsuitable
from store.log.disk import explain

_SLOW = 1.0
"""Seconds for one small file beyond which people wait."""
_OFF, _FAR_OFF = 5.0, 120.0
"""Seconds between two clocks that are worth a word, and that make histories wrong."""
_LITTLE, _TOO_LITTLE = 200_000_000, 20_000_000
"""Bytes of free space."""
_HOW = {
    "link": "by hard links",
    "rename": "by renaming folders, as it cannot link",
}


def one_winner(patient: Patient) -> Iterator[Finding]:
    """Whether two people never get the same number here."""
    try:
        claim = patient.suitable(patient.folder, patient.disk)
    except Unsuitable as error:
        yield problem("drive", str(error))
        return
    except StorageError as error:
        yield problem("drive", str(error), "People can read here; their changes wait on their computers.")
        return
    if patient.form and patient.form.claim == "link" and claim != "link":
        yield problem(
            "drive",
            "The team was made where files can be linked, but from this computer they cannot be.",
            "Mount the drive in another way (SMB: with “unix” extensions; NFS and sshfs can link).",
        )
        return
    yield ok("drive", f"The drive gives every number to one person only ({_HOW[claim]}).")


def clock_and_writing(patient: Patient) -> Iterator[Finding]:
    """Whether what is written stays, how long it takes, and what time the server thinks it is."""
    disk, folder = patient.disk, patient.folder
    probe = folder / f".tagwerk-probe-{secrets.token_hex(4)}"
    began = patient.now()
    try:
        disk.write_new(probe, b"Tagwerk looks whether it can write here.\n")
        server = disk.modified(probe)
        disk.sync_folder(folder)
        ended = patient.now()
    except OSError as error:
        yield problem("writing", str(explain(error, folder)))
        return
    finally:
        with contextlib.suppress(OSError):
            disk.remove(probe)
    took = ended - began
    sentence = f"A small file is safely on the drive (fsync) in {max(1, round(took * 1000))} ms."
    yield (
        note("writing", sentence, "That is slow: look at the network.")
        if took > _SLOW
        else ok("writing", sentence)
    )
    yield _clock(server - (began + ended) / 2, took)


def free_space(patient: Patient) -> Iterator[Finding]:
    """Whether there is room for more."""
    free = patient.free(patient.folder)
    sentence = f"{free / 1e9:,.1f} GB are free." if free >= 1e9 else f"{free / 1e6:,.0f} MB are free."
    advice = "Free some space: on a full drive, changes wait on everybody's own computer."
    if free < _TOO_LITTLE:
        yield problem("space", sentence, advice)
    elif free < _LITTLE:
        yield note("space", sentence, advice)
    else:
        yield ok("space", sentence)


def _clock(ahead: float, took: float) -> Finding:
    """What to say about a server whose clock is `ahead` of ours by so many seconds."""
    off = max(0.0, abs(ahead) - took)
    if off <= _OFF:
        return ok("clock", "This computer and the file server agree on the time.")
    how_far = f"{off:,.0f} s" if off < 600 else f"{off / 60:,.0f} min"
    sentence = (
        f"This computer's clock is {how_far} {'behind' if ahead > 0 else 'ahead of'} the file server's."
    )
    advice = "Let both set their clocks from the network: “timedatectl set-ntp true”."
    return problem("clock", sentence, advice) if off > _FAR_OFF else note("clock", sentence, advice)
