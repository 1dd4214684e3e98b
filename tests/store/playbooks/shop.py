"""Playbooks of the builders' shop."""

from __future__ import annotations

from typing import Any

from store.models import Doer, Playbook, PlaybookKind, Priority, Step
from tests.builders import MAIL, PHOTO, SHOP

PEAK, WELCOME = 1, 2
"""Numbers of the playbooks."""


def peak(**fields: Any) -> Playbook:
    """Four steps around the day, and a freeze."""
    known: dict[str, Any] = {
        "id": PEAK,
        "name": "Peak",
        "position": "V",
        "steps": [
            Step(id="a", text="Book the ads for {name}", due=-14, start=-21, role=MAIL, tags=["ads"]),
            Step(id="b", text="Photograph", due=-7, role=PHOTO, doer=Doer.LEAD, estimate=4),
            Step(id="c", text="Watch the checkout", role=SHOP, priority=Priority.URGENT),
            Step(id="d", text="Look back", due=10, details="What went well?\nWhat did not?"),
        ],
        "freeze_tags": ["checkout"],
        "freeze_from": -2,
        "freeze_until": 3,
    }
    return Playbook(**{**known, **fields})


def welcome(**fields: Any) -> Playbook:
    """For who joins: one step for the person, one for the lead of her main role."""
    known: dict[str, Any] = {
        "id": WELCOME,
        "name": "Joining",
        "kind": PlaybookKind.JOINING,
        "position": "W",
        "steps": [
            Step(id="a", text="Desk for {name}", due=-1, doer=Doer.LEAD),
            Step(id="b", text="Read the playbooks", due=1, doer=Doer.PERSON),
        ],
    }
    return Playbook(**{**known, **fields})
