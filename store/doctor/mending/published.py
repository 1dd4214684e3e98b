"""team.json when it is not what was published last."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from store.doctor.mending.mend import Mend
from store.doctor.patient import Patient
from store.log.folder import FolderLog
from store.log.layout import data_folder, team_file
from store.publish import Publisher, Sight
from store.repository import Shared, open_team

_WHAT = {
    Sight.MISSING: "which is not there",
    Sight.EMPTY: "which is empty",
    Sight.BROKEN: "which is damaged; what is there is kept beside it",
    Sight.STRANGE: "which is another program's; what is there is kept beside it",
    Sight.CHANGED: "and take in what another program wrote into it",
}
_ROUNDS = 3
_REST = 3.5
"""Seconds after which a file that is torn is not one that is being written."""


def published(patient: Patient) -> Iterator[Mend]:
    """Write team.json anew from the log, as whoever works would do in a moment."""
    layout = patient.layout
    found = Publisher(team_file(layout.data), layout.root, patient.disk).look()
    if found.sight is not Sight.OURS:
        why = _WHAT[found.sight]
    else:
        log = FolderLog(data_folder(patient.folder), "doctor", patient.disk)
        newest = Shared(log, patient.now).state.number
        if newest == found.number:
            return
        why = "which is behind the log" if found.number < newest else "which is ahead of the log"
    yield Mend(
        "team.json",
        f"Write team.json anew from the log, {why}.",
        "Wrote team.json anew from the log.",
        partial(_publish, patient),
    )


def _publish(patient: Patient) -> str | None:
    said: list[str] = []
    for _ in range(_ROUNDS):
        repository = open_team(
            patient.folder, local=patient.local, login="doctor", disk=patient.disk, now=patient.now
        )
        repository.close()
        said += repository.reports
        layout = patient.layout
        if Publisher(team_file(layout.data), layout.root, patient.disk).look().sight is Sight.OURS:
            return " ".join(said) or None
        # A file that changes right now is left alone until it rests.
        patient.disk.pause(_REST)
    return "team.json is written by another program all the time; it is mended when somebody works."
