"""`tagwerk as-of`: the team as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from store.errors import Refused
from store.instants import Instant
from store.log.disk import explain
from store.log.record import Commit, decode
from store.log.state import State
from store.past import number_at, state_after
from store.phrases import counted
from store.publish import render
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.list_tasks import Listing, chosen
from tui.commands.past_log import commit_shape, when
from tui.commands.session import Session, session
from tui.commands.values import Past


def run(call: Call, *, time: Past, archived: bool, export: str | None) -> Then:
    """The cards that were on the board at a time, or the whole team as a TinyDB file.

    Raises:
        NotFound: there is no such commit.
        Refused: the file is there already.
        StorageError: the folder does not answer, or the file cannot be written.
    """
    with session(call) as opened:
        asked = time(opened.now, opened.zone)
        state = state_at(opened, asked)
        last = _last(opened, state.number)
    path = Path(export).expanduser() if export else None
    if path is not None:
        _export(path, state)
    cards = chosen(state.team, archived=archived)
    today = state.team.today(last.change.at if last else asked.last)
    return Then(Listing(state.team, tuple(cards), today), state.number, last, opened.zone, path)


def state_at(opened: Session, asked: Instant) -> State:
    """The state after the commit that was asked for, or the last one at that time.

    Raises:
        NotFound: there is no such commit.
        StorageError: the folder does not answer.
    """
    log, newest = opened.repository.log, opened.repository.number
    number = number_at(log, newest, asked.last) if asked.commit is None else asked.commit
    return state_after(log, number)


def _last(opened: Session, number: int) -> Commit | None:
    record = next(opened.repository.log.before(number + 1), None)
    return None if record is None else decode(record)


def _export(path: Path, state: State) -> None:
    try:
        # Like any file of the person's: what the team's folder lets others do does not hold elsewhere.
        with path.open("xb") as file:
            file.write(render(state))
    except FileExistsError:
        raise Refused(f"{path} is there already; choose another name.") from None
    except OSError as error:
        raise explain(error, path) from error


@dataclass(frozen=True)
class Then:
    """The team as it was after one commit."""

    listing: Listing
    number: int
    """The commit; 0 is before the first one."""
    last: Commit | None
    zone: ZoneInfo
    """The reader's time zone."""
    exported: Path | None
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """When that was, and the cards as `tagwerk list` shows them."""
        yield self._head()
        if self.exported is None:
            yield ""
            yield from self.listing.lines(width)
        else:
            tables = self.listing.team.tables.values()
            yield f"{counted(sum(map(len, tables)), 'document')} written to {self.exported}."

    def document(self) -> Json:
        """`{"number", "commit": the last one, "exported": the file, "tasks"}`."""
        return {
            "number": self.number,
            "commit": commit_shape(self.last) if self.last else None,
            "exported": str(self.exported) if self.exported else None,
            **self.listing.document(),
        }

    def _head(self) -> str:
        if self.last is None:
            return "Before the first commit:"
        change = self.last.change
        who = self.listing.team.name_of(change.by)
        return f"After commit @{self.number} ({when(change.at, self.zone)}, {who} {change.label}):"
