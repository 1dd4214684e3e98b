"""Whether the log is whole (checksums, gaps, a state can be made of it), and what team.json is to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from store.doctor.finding import Finding, note, ok, problem
from store.doctor.patient import Patient
from store.errors import Damaged
from store.log.entries import CUT
from store.log.layout import team_file
from store.log.protocol import CHECKPOINT_EVERY
from store.log.record import decode, split, unframed
from store.log.state import State
from store.publish import Publisher, Sight
from store.rules.words import counted

_RESTORE = (
    "Restore what is named from a copy of the folder. Where there is none and the team cannot be opened any "
    "more, “tagwerk init NEW” and “tagwerk --folder NEW restore --from BACKUP --exactly --yes” begin anew "
    "with a file of team.json.backups."
)
_ODD = {
    Sight.MISSING: ("team.json is not there.", "It is written again when somebody works."),
    Sight.CHANGED: ("team.json was edited by another program.", "The edit is taken in when somebody works."),
    Sight.STRANGE: (
        "team.json is a TinyDB file that this team has not published.",
        "It is kept under another name when somebody works.",
    ),
}


@dataclass
class _Reading:
    """What reading the log brings to light."""

    patient: Patient
    damaged: list[str] = field(default_factory=list)
    """A sentence for each file that is not as it was written."""
    records: dict[int, bytes] = field(default_factory=dict)
    checkpoints: dict[int, bytes] = field(default_factory=dict)
    """Number of commits in it to each checkpoint that was not cut down."""
    compacted: set[int] = field(default_factory=set)
    """Numbers of commits that are kept in one file with others."""

    def read(self) -> None:
        """Read every file of the log once."""
        layout = self.patient.layout
        for index in self._numbers(layout.checkpoints):
            self._keep(layout.checkpoint(index), self._checkpoint, index * CHECKPOINT_EVERY)
        for index in self._numbers(layout.history):
            keep = self._compacted if index else self._first_state
            self._keep(layout.compacted(index), keep, index * CHECKPOINT_EVERY)
        for block in self._numbers(layout.log):
            for number in self._numbers(layout.block(block * 1000)):
                self._keep(layout.record(number), self._record, number)

    def state(self) -> State | None:
        """The newest state, if there is a checkpoint to begin with."""
        for number in sorted(self.checkpoints, reverse=True):
            try:
                state = State.from_bytes(self.checkpoints[number])
                while (record := self.records.get(state.number + 1)) is not None:
                    state = state.advance(decode(record))
            except Damaged as error:
                self.damaged.append(f"The state after commit {number:,} cannot be built: {error}")
            else:
                return state
        return None

    def gaps(self) -> list[int]:
        """Commits that are missing although later ones are there."""
        there = self.records.keys() | self.compacted
        return [number for number in range(1, max(there, default=0)) if number not in there]

    def _keep(self, path: Path, keep: Callable[[int, bytes], None], number: int) -> None:
        try:
            content = self.patient.entries.get(path)
            if content is not None:
                keep(number, content)
        except Damaged as error:
            self.damaged.append(str(error))

    def _checkpoint(self, number: int, content: bytes) -> None:
        if not content.startswith(CUT):
            self.checkpoints[number] = content

    def _record(self, number: int, content: bytes) -> None:
        raw = orjson.loads(unframed(content))
        if decode(content).number != number or raw.get("epoch") != self.patient.layout.epoch:
            raise Damaged(f"The file of commit {number:,} holds something else.")
        self.records[number] = content

    def _first_state(self, number: int, content: bytes) -> None:
        if State.from_bytes(content).number != number:
            raise Damaged("The file with the state before the first commit holds something else.")

    def _compacted(self, until: int, content: bytes) -> None:
        self.compacted |= {decode(record).number for record in split(content)}
        if until not in self.compacted:
            raise Damaged(f"The file with the commits up to {until:,} does not hold them all.")

    def _numbers(self, folder: Path) -> list[int]:
        return sorted(int(name) for name in self.patient.disk.names(folder) if name.isdecimal())


def history(patient: Patient) -> Iterator[Finding]:
    """Whether every commit can be read, and what team.json has of them."""
    reading = _Reading(patient)
    reading.read()
    state = reading.state()
    for sentence in reading.damaged:
        yield problem("history", sentence, _RESTORE)
    if gaps := reading.gaps():
        numbers = (
            f"Commit {gaps[0]:,} is" if len(gaps) == 1 else f"{len(gaps):,} commits from {gaps[0]:,} on are"
        )
        yield problem("history", f"{numbers} missing in the log.", _RESTORE)
    if state is None:
        yield problem("history", "The log has no state to begin with.", _RESTORE)
    elif not reading.damaged and not gaps:
        yield ok("history", f"All {state.number:,} commits are there and whole.")
    yield _published(patient, state)


def _published(patient: Patient, state: State | None) -> Finding:
    found = Publisher(team_file(patient.layout.data), patient.layout.root, patient.disk).look()
    behind = state.number - found.number if state else 0
    if found.sight is Sight.BROKEN:
        advice = "It is kept aside and written again when somebody works; nothing is lost."
        return problem("team.json", "team.json is not a TinyDB file.", advice)
    if found.sight is Sight.OURS and behind <= 0:
        return ok("team.json", "team.json is as it was published.")
    if found.sight is Sight.OURS:
        sentence = f"team.json is {counted(behind, 'commit')} behind the log."
        return note("team.json", sentence, "It is written again when somebody works.")
    return note("team.json", *_ODD[found.sight])
