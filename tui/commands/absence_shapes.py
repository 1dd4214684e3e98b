"""The shapes of `--json` for absences, workload and handovers; see `shapes`."""

from __future__ import annotations

from store.absences.open_things import Thing, named, things_in
from store.absences.workload import Load
from store.models import Absence, Handover
from store.team import Team
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


def load_shape(load: Load) -> Json:
    """What one person or role has to do in a week; hours with two decimals."""
    return {
        "hours": round(load.demand, 2),
        "capacity": round(load.capacity, 2),
        "away": load.away,
        "over": load.is_over,
        "guessed": round(load.guessed, 2),
        "cards": [{"number": number, "hours": round(hours, 2)} for number, hours in load.cards.items()],
    }


def thing_shape(team: Team, thing: Thing) -> Json:
    """Something that a person has."""
    return {"has": thing.has.value, "number": thing.number, "name": named(team, thing)}


def handover_shape(team: Team, handover: Handover) -> Json:
    """What went from one person to another."""
    return {
        "number": handover.id,
        "giver": handover.giver,
        "receiver": handover.receiver,
        "absence": handover.absence,
        "things": [thing_shape(team, thing) for thing in things_in(handover)],
        "at": moment(handover.at),
        "by": handover.by or None,
        "back_at": moment(handover.back_at),
    }
