"""Names of CSV columns, in English and German, and the fields they stand for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from store.text import clean_line

_NAMES = {
    "key": "id, key, nr, no, number, nummer, card id, task id, issue key, schlüssel, ticket",
    "title": "title, titel, task, aufgabe, name, task name, card name, card title, summary, subject, betreff,"
    " zusammenfassung, vorgang",
    "description": "description, beschreibung, card description, details, notes, notizen, notiz, text",
    "list": "column, spalte, status, list, liste, list name, section, state, stage, phase",
    "role": "role, rolle, department, abteilung, bereich, team, area",
    "people": "assignee, assignees, assigned to, zuständig, zuständige, zuständige r, zugewiesen,"
    " zugewiesen an, members, mitglieder, owner, verantwortlich, responsible, bearbeiter, bearbeiterin,"
    " person, personen",
    "priority": "priority, priorität, prioritaet, prio, wichtigkeit",
    "due": "due, due date, fällig, fällig am, fälligkeit, fälligkeitsdatum, faellig, deadline, termin,"
    " frist, bis",
    "start": "start, start date, beginn, startdatum, anfang, ab",
    "estimate": "estimate, aufwand, effort, schätzung, hours, stunden",
    "tags": "tags, tag, labels, label, schlagwörter, schlagworte, stichwörter, etiketten, category,"
    " kategorie",
    "done": "done, erledigt, completed, complete, fertig, abgeschlossen, finished, completed at, finished at,"
    " erledigt am, abgeschlossen am",
    "archived": "archived, archiviert",
    "blocked": "blocked, blocked reason, blockiert, hindernis",
    "links": "links, link, url, card url",
    "created": "created, created at, creation date, erstellt, erstellt am, angelegt, angelegt am",
}
"""Field to the names that stand for it, the surest first."""


def recognise(header: Sequence[str]) -> dict[str, int]:
    """The fields that a header has, each with the index of its column; the surest name wins."""
    plain = [_plain(name) for name in header]
    found: dict[str, int] = {}
    for field, names in _NAMES.items():
        index = next((plain.index(name) for name in names.split(", ") if name in plain), None)
        if index is not None:
            found[field] = index
    return found


def _plain(name: str) -> str:
    """`Due-Date (UTC)*` as `due date`."""
    name = unicodedata.normalize("NFC", clean_line(name)).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", re.sub(r"\([^)]*\)|\[[^]]*\]", " ", name)).split())
