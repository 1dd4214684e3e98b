"""Commits as bytes: one header line with a checksum, then JSON.

`tagwerk <format> <checksum> <length>` and a line break, then `<length>` bytes. The checksum is the first half
of the SHA-256 of those bytes, in hex.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import orjson

from store.change import Change, Edit
from store.errors import Damaged, TooNew

FORMAT = 2
"""The newest format of folder, records and checkpoints that this program knows."""
_MAGIC = b"tagwerk"
_DIGITS = 20
"""Digits of a number in a header; more of them are damage."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A change with its place in history."""

    number: int
    client: str
    """Which running program made it."""
    sequence: int
    """The client's own count; with `client` it says whether two records are the same commit."""
    change: Change
    """With real document numbers."""
    numbers: Mapping[tuple[str, int], int] = field(default_factory=dict)
    """The number that each new document's negative one became."""
    login: str = ""
    """The operating system's login, where it is not the person's; empty: the same."""
    found: tuple[Edit, ...] = ()
    """Of an edit that another program made in team.json: as it stood there, before it was merged."""
    format: int = FORMAT
    """In which it is written. A program that does not know it stops here, and writes nothing behind it."""

    @property
    def id(self) -> str:
        """`client:sequence`."""
        return f"{self.client}:{self.sequence}"


def encode(commit: Commit, epoch: str) -> bytes:
    """A commit as a record."""
    change = commit.change
    document: dict[str, Any] = {
        "n": commit.number,
        "epoch": epoch,
        "client": commit.client,
        "seq": commit.sequence,
        "by": change.by,
        "at": change.at.astimezone(UTC).isoformat(),
        "label": change.label,
        "edits": _listed(change.edits),
    }
    if commit.found:
        document["found"] = _listed(commit.found)
    if commit.numbers:
        document["new"] = [[table, old, new] for (table, old), new in commit.numbers.items()]
    if commit.login and commit.login != change.by:
        document["login"] = commit.login
    return framed(to_json(document), commit.format)


def decode(record: bytes) -> Commit:
    """A record as a commit.

    Raises:
        Damaged: it does not match its checksum or is not a commit.
        TooNew: a newer program wrote it.
    """
    try:
        raw = orjson.loads(unframed(record))
        return Commit(
            number=raw["n"],
            client=raw["client"],
            sequence=raw["seq"],
            change=decode_change(raw),
            numbers=_numbers(raw),
            login=raw.get("login", ""),
            found=_edits(raw.get("found", ())),
            format=format_of(record),
        )
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise Damaged(f"A record of the log cannot be read: {error}.") from error


def decode_change(raw: Mapping[str, Any]) -> Change:
    """The change inside a record's or a waiting entry's JSON."""
    at = datetime.fromisoformat(raw["at"])
    return Change(_edits(raw["edits"]), raw["label"], raw["by"], at)


def encode_change(change: Change) -> dict[str, Any]:
    """A change as JSON values, as `decode_change` reads them."""
    return {
        "by": change.by,
        "at": change.at.astimezone(UTC).isoformat(),
        "label": change.label,
        "edits": _listed(change.edits),
    }


def framed(payload: bytes, format: int = FORMAT) -> bytes:
    """The payload under a header with its checksum."""
    return b"%s %d %s %d\n%s" % (_MAGIC, format, checksum(payload), len(payload), payload)


def format_of(content: bytes) -> int:
    """The format that a header names; the content is known to be whole."""
    return int(content[: content.index(b"\n")].split(b" ")[1])


def unframed(content: bytes) -> bytes:
    """The payload, checked against its header.

    Raises:
        Damaged: it is not whole.
        TooNew: a newer program wrote it.
    """
    payload, rest = _take(content)
    if rest:
        raise Damaged("There is more in the file than its header says.")
    return payload


def joined(records: Iterable[bytes]) -> bytes:
    """Records one after the other as one file, as `split` reads it; whoever can read them can read it."""
    kept = list(records)
    return framed(b"".join(kept), max(map(format_of, kept), default=FORMAT))


def split(content: bytes) -> Iterator[bytes]:
    """The records of a compacted file.

    Raises:
        Damaged: it or a record in it is not whole.
    """
    first, rest = _take(content)
    # The first programs put no header around all of them.
    content = content if rest else first
    while content:
        _, rest = _take(content)
        yield content[: len(content) - len(rest)]
        content = rest


def is_whole(content: bytes) -> bool:
    """Whether the content matches its header; a network cache can serve a part of it for a moment."""
    try:
        rest = content
        while rest or not content:
            _, rest = _take(rest)
    except Damaged:
        return False
    except TooNew:
        return True
    return True


def checksum(payload: bytes) -> bytes:
    """The first half of the SHA-256, in hex."""
    return sha256(payload).hexdigest()[:32].encode()


def to_json(document: object) -> bytes:
    """JSON with sorted keys: the same document gives the same bytes everywhere."""
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)


def _take(content: bytes) -> tuple[bytes, bytes]:
    header, newline, rest = content.partition(b"\n")
    words = header.split(b" ")
    if not newline or len(words) != 4 or words[0] != _MAGIC or not _are_numbers(words[1], words[3]):
        raise Damaged("The file does not begin with Tagwerk's header.")
    if int(words[1]) > FORMAT:
        raise TooNew(f"This was written by a newer Tagwerk (format {int(words[1])}); please update yours.")
    length = int(words[3])
    payload = rest[:length]
    if len(payload) != length or checksum(payload) != words[2]:
        raise Damaged("The content does not match its checksum.")
    return payload, rest[length:]


def _are_numbers(*words: bytes) -> bool:
    return all(word.isdigit() and len(word) <= _DIGITS for word in words)


def _numbers(raw: Mapping[str, Any]) -> dict[tuple[str, int], int]:
    return {(table, int(old)): int(new) for table, old, new in raw.get("new", [])}


def _listed(edits: Iterable[Edit]) -> list[list[Any]]:
    return [[e.table, e.id, e.before, e.after] for e in edits]


def _edits(listed: Iterable[Any]) -> tuple[Edit, ...]:
    return tuple(Edit(table, int(id), before, after) for table, id, before, after in listed)
