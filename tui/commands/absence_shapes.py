"""The shapes of `--json` for absences, workload and handovers; see `shapes`."""

from __future__ import annotations

from store.models import Absence
from tui.commands.answer import Json
from tui.commands.shapes import moment


def absence_shape(absence: Absence) -> Json:
    """Days on which somebody is away."""
    return {
        "number": absence.id,
        "person": absence.person,
        "start": absence.start.isoformat(),
        "end": absence.end.isoformat(),
        "kind": absence.kind.value,
        "cover": absence.cover or None,
        "note": absence.note,
        "created_by": absence.created_by or None,
        "archived_at": moment(absence.archived_at),
    }
