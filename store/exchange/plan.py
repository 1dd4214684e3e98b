"""What an import would do: the changes, and a summary to show before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Literal

from store.change import Change
from store.exchange.imported import Imported
from store.exchange.parts import New, cut
from store.exchange.places import Places, match_places
from store.exchange.placing import Placing
from store.exchange.roster import Roster, match_people, note_people
from store.exchange.summary import Note, Reason, Summary, Tally, counted
from store.models import Column, Comment, Member, Role, Task
from store.rules.words import quoted
from store.team import Team

_RENAMED = Reason("card", "cards", "here under another title than in the file; left as it is")


@dataclass(frozen=True)
class Plan:
    """An import, ready to be committed part by part.

    New documents carry negative numbers that are unique over all parts, and later parts refer to
    documents of earlier ones. So each part is committed before the next, with the numbers that the
    repository has given by then: `carry_out` does it.
    """

    parts: tuple[Change, ...]
    """Changes of moderate size, in order; none when everything is here already."""
    summary: Summary

    def carry_out(
        self, commit: Callable[[Change], Mapping[tuple[str, int], int]]
    ) -> dict[tuple[str, int], int]:
        """Commit all parts; `commit` answers with the numbers given to new documents.

        When it stops on the way, importing the same file again goes on from there.
        """
        numbers: dict[tuple[str, int], int] = {}
        for part in self.parts:
            numbers.update(commit(part.renumbered(numbers)))
        return numbers


def plan(
    team: Team,
    imported: Imported,
    *,
    lists_as: Literal["columns", "roles"],
    by: str,
    now: datetime,
    known: Collection[str] = frozenset(),
) -> Plan:
    """Plan how to bring a file into the team. Cards that are here already are left as they are.

    Args:
        team: the snapshot.
        imported: the file.
        lists_as: whether its lists become columns or roles.
        by: login of the person who imports.
        now: aware.
        known: sources of tasks and comments that an earlier import brought and that are not in the
            snapshot any more, because they went to the archive.

    Raises:
        Refused: the cards have no place, as neither team nor file has columns, or lists shall be roles
            although the file names the roles itself.
    """
    here = _sources(team, "tasks")
    fresh = [card for card in imported.cards if card.source not in here and card.source not in known]
    is_first = len(fresh) == len(imported.cards)
    lists = {card.list or "" for card in fresh} | {li.key for li in imported.lists if is_first}
    people = {key for card in fresh for key in (*card.people, card.author)}
    tally, ids = Tally(), count(-1, -1)
    places = match_places(
        team, replace(imported, cards=tuple(fresh)), lists, ids, tally, as_columns=lists_as == "columns"
    )
    roster = match_people(team, imported, people, ids, is_first=is_first)
    placing = Placing(team, places, roster, now, ids, {*_sources(team, "comments"), *known}, tally)
    new = _foundations(places, roster)
    for card in imported.cards:
        if card.source in here:
            new += placing.remarks(card, here[card.source])
        elif card.source not in known:
            new += placing.card(card)
    placing.note_limits()
    note_people(team, roster, [document for _, document in new], tally)
    notes = (*imported.notes, *tally.notes()) if fresh else ()
    summary = _summary(
        imported, new, len(imported.cards) - len(fresh), (*notes, *_renamed(team, imported, here))
    )
    name = f"{imported.origin} {quoted(imported.name)}" if imported.name else imported.origin
    return Plan(cut(new, f"imported {counted(summary.cards, 'card')} from {name}", by, now), summary)


def _sources(team: Team, table: str) -> dict[str, int]:
    """Number of every imported document by its source."""
    return {str(raw["source"]): id for id, raw in team.tables.get(table, {}).items() if raw.get("source")}


def _foundations(places: Places, roster: Roster) -> list[New]:
    """What the new cards stand on."""
    return [
        *(("columns", column) for column in places.new_columns),
        *(("roles", role) for role in places.new_roles),
        *(("members", member) for member in roster.added),
    ]


def _renamed(team: Team, imported: Imported, here: Mapping[str, int]) -> tuple[Note, ...]:
    """Cards that are here under another title: renamed since, or another card with the same key."""
    tally = Tally()
    for card in imported.cards:
        id = here.get(card.source)
        title = team.tables["tasks"][id].get("title") if id is not None else card.title
        if title != card.title:
            tally.add(_RENAMED, f"#{id} {quoted(title)}, in the file {quoted(card.title)}")
    return tally.notes()


def _summary(imported: Imported, new: list[New], known: int, notes: tuple[Note, ...]) -> Summary:
    tasks = [document for _, document in new if isinstance(document, Task)]
    return Summary(
        origin=imported.origin,
        cards=len(tasks),
        known=known,
        archived=sum(task.archived_at is not None for task in tasks),
        lists=len(imported.lists),
        labels=len({tag for task in tasks for tag in task.tags}),
        comments=sum(isinstance(document, Comment) for _, document in new),
        checklists=imported.checklists if tasks else 0,
        steps=sum(len(task.checklist) for task in tasks),
        columns=tuple(document.name for _, document in new if isinstance(document, Column)),
        roles=tuple(document.name for _, document in new if isinstance(document, Role)),
        members=tuple(document.login for _, document in new if isinstance(document, Member)),
        notes=notes,
    )
