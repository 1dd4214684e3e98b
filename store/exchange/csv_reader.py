"""Reading a CSV file with a header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from hashlib import sha256
from pathlib import Path

import orjson

from store.errors import Refused
from store.exchange.csv_header import recognise
from store.exchange.csv_table import Table, read_table
from store.exchange.csv_values import has_time, to_date, to_hours, to_priority, to_words, to_yes
from store.exchange.delimited import Row
from store.exchange.imported import Card, CardList, Imported, Person, fit_text, fit_words
from store.exchange.summary import Reason, Tally
from store.models import Priority
from store.text import clean_line

_COLUMNS = Reason(
    "column of the file", "columns of the file", "not imported, as it is not known what they mean"
)
_TIMES = Reason("date", "dates", "the day is kept, the time of day is not")
_PRIORITY = Reason("priority", "priorities", "not known; the card has the normal one")
_ESTIMATE = Reason("estimate", "estimates", "left out, as it is no number of hours or days")
_FLAG = Reason("mark", "marks", "neither yes nor no; taken as no")


def read_csv(source: Path | str | bytes) -> Imported:
    """A CSV file with a header, from a file (a path) or its bytes.

    Raises:
        Refused: it cannot be read as one; with line, column and reason.
    """
    tally = Tally()
    table = read_table(source, tally)
    fields = recognise(table.header)
    if "title" not in fields:
        raise Refused(
            f"Line 1: no column is named “title” (there are: {', '.join(table.header)[:200]})."
            " Nothing was imported."
        )
    _note_unknown(table, fields, tally)
    reader = _Reader(table.header, fields, tally)
    cards = tuple(reader.card(row) for row in table.rows)
    return Imported(
        origin="CSV",
        name="" if isinstance(source, bytes) else Path(source).stem,
        people=tuple(reader.people.values()),
        lists=tuple(CardList(name, name) for name in reader.lists.values()),
        cards=cards,
        checklists=0,
        notes=tally.notes(),
    )


def _note_unknown(table: Table, fields: Mapping[str, int], tally: Tally) -> None:
    for index, name in enumerate(table.header):
        if index not in fields.values() and any(row.cells[index].strip() for row in table.rows):
            tally.add(_COLUMNS, name or f"column {index + 1}")


@dataclass(slots=True)
class _Reader:
    """Turns rows into cards and collects whom and what they name."""

    header: tuple[str, ...]
    fields: Mapping[str, int]
    tally: Tally
    people: dict[str, Person] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    """Name of each list by itself in small letters."""
    _lines: dict[str, int] = field(default_factory=dict)
    """Line of each key."""
    _twins: Counter[str] = field(default_factory=Counter)
    """Rows by their fingerprint."""

    def card(self, row: Row) -> Card:
        """The card in one row."""
        raw_title = self._cell(row, "title")
        if not clean_line(raw_title):
            raise self._refusal(row, "title", "the title is missing")
        title, description = fit_words(raw_title, self._cell(row, "description"), self.tally)
        done, done_on = self._done(row)
        created = self._date(row, "created")
        return Card(
            source=self._source(row),
            title=title,
            description=description,
            list=self._list(row),
            role=clean_line(self._cell(row, "role")),
            people=tuple(self._person(name) for name in to_words(self._cell(row, "people"))),
            priority=self._priority(row),
            due=self._date(row, "due"),
            start=self._date(row, "start"),
            estimate=self._estimate(row),
            tags=to_words(self._cell(row, "tags")),
            blocked=fit_text(self._cell(row, "blocked"), title, self.tally),
            links=tuple(clean_line(self._cell(row, "links")).split()),
            is_done=done,
            is_archived=self._flag(row, "archived"),
            created_at=_midnight(created),
            done_at=_midnight(done_on),
        )

    def _cell(self, row: Row, name: str) -> str:
        return row.cells[self.fields[name]].strip() if name in self.fields else ""

    def _refusal(self, row: Row, name: str, reason: str) -> Refused:
        index = self.fields[name]
        where = f"Line {row.line:,}, column {index + 1} “{self.header[index]}”"
        return Refused(f"{where}: {reason}. Nothing was imported.")

    def _source(self, row: Row) -> str:
        """What recognises the row again: its key, else its content and how many such rows came before."""
        key = clean_line(self._cell(row, "key"))[:200]
        if key:
            if key in self._lines:
                raise self._refusal(row, "key", f"“{key}” is on line {self._lines[key]:,} already")
            self._lines[key] = row.line
            return f"csv:{key}"
        names = {index: name for name, index in self.fields.items()}
        # Not the order of columns, the delimiter or the encoding: another program may save the same file.
        content = sorted(
            (names.get(i, self.header[i]), c.strip()) for i, c in enumerate(row.cells) if c.strip()
        )
        fingerprint = sha256(orjson.dumps(content)).hexdigest()[:20]
        self._twins[fingerprint] += 1
        twin = self._twins[fingerprint]
        return f"csv:row {fingerprint}" + (f" {twin}" if twin > 1 else "")

    def _list(self, row: Row) -> str | None:
        name = clean_line(self._cell(row, "list"))
        return self.lists.setdefault(name.casefold(), name) if name else None

    def _person(self, text: str) -> str:
        text = clean_line(text).lstrip("@")
        key = text.casefold()
        login = text.partition("@")[0] if "@" in text else ".".join(key.split())
        self.people.setdefault(key, Person(key, login, text if " " in text else ""))
        return key

    def _date(self, row: Row, name: str) -> date | None:
        text = self._cell(row, name)
        if not text:
            return None
        try:
            day = to_date(text)
        except ValueError as error:
            reason = f"“{text[:40]}” is not a date; write it like 2026-03-01 or 01.03.2026"
            raise self._refusal(row, name, reason) from error
        self.tally.add(_TIMES, count=has_time(text))
        return day

    def _priority(self, row: Row) -> Priority:
        text = self._cell(row, "priority")
        priority = to_priority(text) if text else Priority.NORMAL
        if priority is None:
            self.tally.add(_PRIORITY, text)
        return priority or Priority.NORMAL

    def _estimate(self, row: Row) -> float | None:
        text = self._cell(row, "estimate")
        hours = to_hours(text) if text else None
        if text and hours is None:
            self.tally.add(_ESTIMATE, text)
        return hours

    def _flag(self, row: Row, name: str) -> bool:
        text = self._cell(row, name)
        flag = to_yes(text)
        if flag is None:
            self.tally.add(_FLAG, text)
        return bool(flag)

    def _done(self, row: Row) -> tuple[bool, date | None]:
        """Whether it is done, and the day when the cell says so."""
        try:
            return True, to_date(self._cell(row, "done"))
        except ValueError:
            return self._flag(row, "done"), None


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), UTC) if day else None
