"""`tagwerk restore`: bring back one task from the archive, or what was at a time or in a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from store.backup import read_file
from store.change import Change
from store.errors import NotFound, Refused
from store.instants import instant
from store.models.kinds import how_many
from store.past import Key, Restoring, Tables, bring_back, concerning, sayings
from store.phrases import listed, quoted
from store.team import Team
from tui.commands import archive
from tui.commands.answer import Answer, Json
from tui.commands.as_of import state_at
from tui.commands.backup import shelf_of
from tui.commands.call import Call
from tui.commands.past_log import document
from tui.commands.session import Session, session
from widgets.cells import cut

_SHOWN = 30
"""Lines of a preview; `--json` has all of them."""
_ANYBODYS = {"tasks", "comments"}
"""Tables in which every member may bring something back; the rest is for who leads a role."""


def run(
    call: Call,
    *,
    number: int | None,
    over_limit: bool,
    source: str | None,
    only: list[str],
    exactly: bool,
    yes: bool,
) -> Answer:
    """Bring an archived task back to the board, or say what `--from` would change; with `--yes` do it.

    Raises:
        NotFound: there is no such task, file, backup or commit.
        Refused: what is asked for cannot be understood or is against a rule.
        StorageError: the folder does not answer.
    """
    if source is None:
        if number is None or only or exactly or yes:
            raise Refused(
                "Say what to bring back: “tagwerk restore 12” for an archived task, or "
                "“tagwerk restore --from yesterday” for the team as it was."
            )
        return archive.restore(call, number=number, over_limit=over_limit)
    wanted = [*only, *([f"#{number}"] if number else [])]
    with session(call) as opened:
        then, called_then = _then(call, opened, source)
        keys = _documents(opened.team, Team(then), wanted) if wanted else None
        found = bring_back(opened.team, then, opened.now, only=keys, exactly=exactly)
        what = listed(wanted) if wanted else "the team"
        change = found.change.signed(opened.person, opened.now, f"brought {what} back to {called_then}")
        if yes and change:
            # Who may not write is told so before anything is.
            _ = opened.member if keys and all(table in _ANYBODYS for table, _ in keys) else opened.lead
            before = opened.repository.number
            opened.commit(change)
        else:
            before = None
        return Preview(Team(then), opened.team, replace(found, change=change), called_then, exactly, before)


def _then(call: Call, opened: Session, source: str) -> tuple[Tables, str]:
    """The documents of a file, of a backup or of a time, and what to call it."""
    typed = Path(source).expanduser()
    shelf = shelf_of(call)
    for path in (typed, shelf.folder / typed.name):
        if path.is_file():
            return read_file(call.world.disk, path), path.name
    if typed.suffix in (".json", ".gz"):
        raise NotFound(f"There is no file {quoted(source)}; “tagwerk backup list” shows the backups.")
    asked = instant(source, opened.now, opened.zone)
    state = state_at(opened, asked)
    return state.team.tables, source.strip()


def _documents(now: Team, then: Team, wanted: Collection[str]) -> frozenset[Key]:
    """What is named, where it was or is, with what belongs to it."""
    keys: set[Key] = set()
    for typed in wanted:
        try:
            table, id = document(then, typed)
        except NotFound:
            raise NotFound(f"{quoted(typed)} was not there then, so it cannot be brought back.") from None
        keys |= concerning(then, table, id) | ({(table, id)} if id in now.tables.get(table, {}) else set())
    return frozenset(keys)


@dataclass(frozen=True)
class Preview:
    """What bringing back changes, or has changed."""

    then: Team
    now: Team
    found: Restoring
    called_then: str
    exactly: bool
    before: int | None
    """The newest commit before it was done; `None`: nothing was done."""
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """A sentence on the whole, a line for each thing, and what to do next."""
        change = self.found.change
        if not change:
            yield f"Nothing differs from {self.called_then}, so there is nothing to bring back."
        else:
            done = "Brought back" if self.before is not None else "This would be brought back"
            yield f"{done} from {self.called_then}: {_summary(change)}."
            said = [saying for edit in change.edits for saying in sayings(self._named, edit)]
            yield from (cut(f"  {line}", width) if width else f"  {line}" for line in said[:_SHOWN])
            if len(said) > _SHOWN:
                yield f"  and {len(said) - _SHOWN:,} more"
        yield from self.found.problems
        yield from self._newer()
        yield from self._next(change)

    def document(self) -> Json:
        """See `shapes`."""
        return {
            "from": self.called_then,
            "done": self.before is not None,
            "before": self.before,
            "changes": [
                {"table": edit.table, "number": edit.id, "before": edit.before, "after": edit.after}
                for edit in self.found.change.edits
            ],
            "newer": [{"table": table, "number": id} for table, id in self.found.newer],
            "problems": list(self.found.problems),
        }

    @property
    def _named(self) -> Team:
        """Knows the names of what was and of what is."""
        tables = {*self.then.tables, *self.now.tables}
        return Team({t: {**self.then.tables.get(t, {}), **self.now.tables.get(t, {})} for t in tables})

    def _newer(self) -> Iterator[str]:
        if not self.found.newer:
            return
        if self.exactly:
            yield f"What came since is put away where that is possible: {_tables(self.found.newer)}."
            return
        yield f"What came since stays: {_tables(self.found.newer)}; --exactly puts it away as well."

    def _next(self, change: Change) -> Iterator[str]:
        if self.before is not None:
            yield f"To take this back: tagwerk restore --from @{self.before} --yes"
        elif change:
            yield "Nothing is changed yet; add --yes to do it."


def _summary(change: Change) -> str:
    return _tables([(edit.table, edit.id) for edit in change.edits])


def _tables(keys: Collection[Key]) -> str:
    counts = Counter(table for table, _ in keys)
    return listed(how_many(count, table) for table, count in counts.items())
