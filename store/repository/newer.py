"""A team that a newer program has taken over: it can still be looked at, as team.json has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson

from store.errors import Refused, TooNew
from store.log.disk import Disk, explain
from store.log.layout import team_file
from store.log.memory import MemoryLog
from store.log.protocol import Claim
from store.log.state import META_TABLE, State
from store.publish import read_tables
from store.publish.file import MAX_BYTES
from store.team import Team


class NewerLog(MemoryLog):
    """What a newer program has published. Whatever is asked beyond that is answered with why it cannot be."""

    def __init__(self, state: State, reason: TooNew) -> None:
        super().__init__(state.epoch, state.to_bytes())
        self._reason = reason
        self._is_loaded = False

    def read_after(self, number: int) -> Iterator[bytes]:
        """See `Log`."""
        if self._is_loaded:
            raise self._reason
        self._is_loaded = True
        return iter(())

    def append(self, number: int, record: bytes) -> Claim:
        """See `Log`."""
        raise self._reason

    def history(self, until: int) -> Iterator[bytes]:
        """See `Log`."""
        raise self._reason

    def before(self, number: int) -> Iterator[bytes]:
        """See `Log`."""
        raise self._reason

    def since(self, number: int) -> Iterator[bytes]:
        """See `Log`."""
        raise self._reason


def published_log(data: Path, disk: Disk, error: TooNew) -> tuple[NewerLog, TooNew]:
    """The published state as a log that takes nothing, and the sentence for people.

    Raises:
        TooNew: what is published cannot be read either.
    """
    reason = TooNew(f"{error} Until then it can only be looked at, as team.json has it.")
    file = team_file(data)
    try:
        if disk.signature(file)[1] > MAX_BYTES:
            raise error
        content = disk.read(file)
        notes = orjson.loads(content)[META_TABLE]["1"]
        state = State(str(notes["epoch"]), int(notes["number"]), Team(read_tables(content)))
    except OSError as problem:
        raise explain(problem, file) from error
    except (orjson.JSONDecodeError, LookupError, TypeError, ValueError, Refused):
        raise error from None
    return NewerLog(state, reason), reason
