"""What lies where in the folder beside team.json.

    format                          {"format": 1, "epoch": "3f2a9c1b", "claim": "link"}
    3f2a9c1b/log/000000/000000123   commit 123
    3f2a9c1b/checkpoint/000012      the state after commit 12 × 500; old ones are cut down to their name
    3f2a9c1b/history/000012         commits 5501 to 6000 in one file, once their records were trimmed
    3f2a9c1b/history/000000         the state before commit 1, once its checkpoint was cut down
    3f2a9c1b/tmp/                   leftovers of writers that crashed
    3f2a9c1b/here/CLIENT.7.4        who has the team open now; no part of the history, and may go
    3f2a9c1b/pulse/2026-11-30/000003 answers to the pulse of a week that are not in the log yet

Everything lies under the epoch: a folder that was wiped and made anew has another one, so nothing of the old
history can be written into it. Records lie in blocks of a thousand, so that no folder grows without end.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import orjson

from store.errors import Damaged, NotFound, TooNew
from store.log.disk import Disk
from store.log.entries import CLAIMS, read_whole
from store.log.record import FORMAT

_BLOCK = 1000


TEAM_FILE = "team.json"
"""The name of the published file."""


def data_folder(folder: Path, name: str = TEAM_FILE) -> Path:
    """The log's folder of a team's folder."""
    return folder / f"{name}.d"


def team_file(data: Path) -> Path:
    """The published TinyDB file beside a log's folder."""
    return data.with_suffix("")


class Layout:
    """Where everything is."""

    def __init__(self, data: Path, epoch: str) -> None:
        self.data = data
        """The folder beside team.json."""
        self.epoch = epoch
        self.format = data / "format"
        """What the folder is, and which history in it holds."""
        self.root = data / epoch
        """The folder of this history."""
        self.log = self.root / "log"
        """The folder of the blocks of records."""
        self.checkpoints = self.root / "checkpoint"
        """The folder of the checkpoints."""
        self.history = self.root / "history"
        """The folder of the compacted records."""
        self.scratch = self.root / "tmp"
        """The folder for temporary names."""
        # Records are read one after the other, and putting a path together takes as long as opening it.
        self._block = -1, self.log

    @property
    def here(self) -> Path:
        """The folder of who is here now; see `store.presence`."""
        return self.root / "here"

    @property
    def pulse(self) -> Path:
        """The folder of the answers that wait; see `store.pulse`."""
        return self.root / "pulse"

    def block(self, number: int) -> Path:
        """The folder of a record."""
        index = number // _BLOCK
        known, block = self._block
        if known != index:
            block = self.log / f"{index:06d}"
            self._block = index, block
        return block

    def record(self, number: int) -> Path:
        """A record's name."""
        return self.block(number) / f"{number:09d}"

    def checkpoint(self, index: int) -> Path:
        """The name of the checkpoint after commit `index × CHECKPOINT_EVERY`."""
        return self.checkpoints / f"{index:06d}"

    def compacted(self, index: int) -> Path:
        """The name of the compacted records up to commit `index × CHECKPOINT_EVERY`."""
        return self.history / f"{index:06d}"

    @property
    def first_state(self) -> Path:
        """Where the state before the first commit is kept when its checkpoint goes."""
        return self.history / "000000"


@dataclass(frozen=True, slots=True)
class Format:
    """What `format` says."""

    epoch: str
    claim: str

    @classmethod
    def read(cls, disk: Disk, data: Path) -> Format:
        """The format of a team's folder.

        Raises:
            NotFound: there is no team.
            TooNew: a newer program made it.
            Damaged, StorageError: it cannot be read.
        """
        # Claimed like everything else: a link onto `format`, or a folder of that name with the file in it.
        content = _read(disk, data / "format")
        if content is None:
            raise NotFound(f"There is no team in {data.parent}. “tagwerk init” makes one.")
        raw = orjson.loads(content)
        number, epoch, claim = raw["format"], raw["epoch"], raw["claim"]
        if number > FORMAT:
            raise TooNew(f"{data.parent} was made by a newer Tagwerk (format {number}); please update yours.")
        if claim not in CLAIMS or not epoch.isalnum():
            raise Damaged(f"{data / 'format'} is damaged; restore it from a backup.")
        return cls(epoch, claim)

    def to_bytes(self) -> bytes:
        """As `read` reads it."""
        return orjson.dumps({"format": FORMAT, "epoch": self.epoch, "claim": self.claim}) + b"\n"


def _read(disk: Disk, file: Path) -> bytes | None:
    for claim in CLAIMS.values():
        content = read_whole(disk, claim(disk).file(file), _says_format)
        if content is not None:
            return content
    return None


def _says_format(content: bytes) -> bool:
    try:
        raw = orjson.loads(content)
    except orjson.JSONDecodeError:
        return False
    if not isinstance(raw, dict):
        return False
    kinds = {"format": int, "epoch": str, "claim": str}
    return all(isinstance(raw.get(name), kind) for name, kind in kinds.items())
