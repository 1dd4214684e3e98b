"""What this computer keeps for the team."""

from __future__ import annotations

import os
from collections.abc import Iterator

from store.doctor.finding import Finding, note, ok, problem
from store.doctor.patient import Patient
from store.rules.words import counted


def machine(patient: Patient) -> Iterator[Finding]:
    """Whether changes wait here, for the folder or for a person, and whether they could."""
    outboxes = patient.local / patient.layout.epoch
    # Looked at without opening them: an outbox that is opened is taken over.
    waiting = len(list(outboxes.glob("*/[0-9]*.json")))
    parked = len(list(outboxes.glob("*/parked/*.json")))
    place = next(path for path in (outboxes, *outboxes.parents) if path.exists())
    if not os.access(place, os.W_OK | os.X_OK):
        yield problem(
            "this computer",
            f"{place} cannot be written, so this computer can keep no changes while the folder is away.",
            "Make it writable for you, or set XDG_STATE_HOME to a place that is.",
        )
    if waiting:
        yield note(
            "this computer",
            f"{counted(waiting, 'change')} of yours on this computer did not reach the folder yet.",
            "They are committed as soon as tagwerk runs and reaches it.",
        )
    if parked:
        yield problem(
            "this computer",
            f"{counted(parked, 'change')} of yours could not be put together with somebody else's work.",
            "Open the board on this computer and decide.",
        )
    if not waiting and not parked:
        yield ok("this computer", "Nothing waits on this computer.")
