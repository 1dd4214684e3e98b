"""`tagwerk log`: who changed what, from the complete history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from store.change import Edit
from store.errors import Damaged, NotFound, Refused
from store.log.record import Commit
from store.models import Fields, Raw
from store.models.kinds import kind_of, table_in
from store.past import Wanted, concerning, found, sayings
from store.phrases import quoted
from store.team import Team
from store.text import clean_line, whole_number
from tui.commands import finding
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.grid import aligned
from tui.commands.session import session
from tui.commands.shapes import moment
from tui.commands.values import Past
from widgets.cells import cut

NO_HISTORY = 3
"""Exit status when a part of the history cannot be read, as for a folder that does not answer."""
_LEAST = (16, 2, 6, 24)
"""Cells that time, commit, person and deed keep on a narrow terminal."""


def run(
    call: Call,
    *,
    what: list[str],
    by: str | None,
    since: Past | None,
    until: Past | None,
    text: str | None,
    most: int,
    changes: bool,
) -> Told:
    """The newest commits that fit everything that is asked for; 0 of them are all.

    Raises:
        NotFound: there is no such document.
        Refused: what is asked for cannot be understood.
        StorageError: the folder does not answer.

    What is damaged ends the history; what is younger is told all the same.
    """
    with session(call) as opened:
        team, repository, zone = opened.team, opened.repository, opened.zone
        key = document(team, " ".join(what)) if what else None
        wanted = Wanted(
            by=finding.login(team, by) if by else "",
            documents=concerning(team, *key) if key else frozenset(),
            since=since(opened.now, zone).first if since else None,
            until=until(opened.now, zone).last if until else None,
            words=tuple((text or "").split()),
        )
        commits: list[Commit] = []
        status = 0
        try:
            commits.extend(islice(found(repository.log, repository.number, wanted), most or None))
        except Damaged as error:
            # What is younger than the damage is still worth knowing.
            call.tell(f"The history ends here: {error}")
            status = NO_HISTORY
        return Told(team, tuple(commits), zone, changes, status)


def document(team: Team, typed: str) -> tuple[str, int]:
    """Table and number of a document: `#12`, `12`, `goal 3`, `role Buying`, `member ana`.

    Raises:
        NotFound: there is none.
        Refused: this names no document.
    """
    table, rest = table_in(typed.strip())
    table = table or "tasks"
    number = whole_number(rest.strip().removeprefix("#"))
    if number is None and table == "tasks":
        raise Refused(
            f"{quoted(typed)} names nothing; write a task like #12, or like “goal 3” or “role Buying”."
        )
    raws = team.tables.get(table, {})
    named = next((id for id, raw in raws.items() if _is_called(raw, rest)), 0)
    id = named if number is None else number
    if id not in raws:
        raise NotFound(f"There is no {kind_of(table)} {quoted(rest)}, and there never was one.")
    return table, id


def _is_called(raw: Raw, name: str) -> bool:
    wanted = clean_line(name).casefold()
    return any(str(raw.get(field, "")).casefold() == wanted for field in ("login", "name", "title"))


@dataclass(frozen=True)
class Told:
    """Commits for reading, one per line, or for programs."""

    team: Team
    commits: tuple[Commit, ...]
    """Newest first."""
    zone: ZoneInfo
    """The reader's time zone."""
    with_changes: bool = False
    """Whether lines also tell each field before and after."""
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """Time, number, person and deed."""
        if not self.commits:
            yield "Nothing fits."
            return
        rows = [self._row(commit) for commit in self.commits]
        for line, commit in zip(aligned(rows, width, _LEAST), self.commits, strict=True):
            yield line
            if self.with_changes:
                yield from (cut(said, width) if width else said for said in self._changes(commit))

    def document(self) -> Json:
        """`{"commits": [{"number", "at", "by", "login", "label", "changes": […]}]}`; see `shapes`."""
        return {"commits": [commit_shape(commit) for commit in self.commits]}

    def _row(self, commit: Commit) -> list[str]:
        change = commit.change
        return [
            when(change.at, self.zone),
            f"@{commit.number}",
            self.team.name_of(change.by),
            clean_line(change.label),
        ]

    def _changes(self, commit: Commit) -> Iterator[str]:
        for edit in commit.change.edits:
            yield from (f"    {saying}" for saying in sayings(self.team, edit))


def commit_shape(commit: Commit) -> Json:
    """One commit."""
    change = commit.change
    return {
        "number": commit.number,
        "at": moment(change.at),
        "by": clean_line(change.by),
        "login": clean_line(commit.login or change.by),
        "label": clean_line(change.label),
        "changes": [_edit_shape(edit) for edit in change.edits],
    }


def _edit_shape(edit: Edit) -> dict[str, object]:
    def fields(raw: Raw | None) -> Fields | None:
        return None if raw is None else dict(raw)

    return {
        "table": edit.table,
        "number": edit.id,
        "before": fields(edit.before),
        "after": fields(edit.after),
    }


def when(at: datetime, zone: ZoneInfo) -> str:
    """A moment for reading."""
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
