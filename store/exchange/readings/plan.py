"""What a file with readings says, what of it is new, and what has to be asked before it can be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from store.change import Change
from store.errors import Refused
from store.exchange.readings.dates import Order
from store.exchange.readings.numbers import Decimal
from store.models import Kpi
from store.rules.readings import Entry, take_in
from store.team import Team


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person has said about a file; what the file tells by itself needs no answer."""

    dates: Order | None = None
    """In which order dates between slashes stand."""
    decimal: Decimal | None = None
    """The decimal mark."""
    kpi: str = ""
    """The KPI of a file that has only a date and a value."""
    are_percent: bool = False
    """Whether small values of KPIs in percent are percent already, and no shares of one."""


class State(StrEnum):
    """What a value is to the team."""

    NEW = "new"
    CORRECTION = "correction"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Planned:
    """One value."""

    line: int
    kpi: Kpi
    day: date
    """As the file has it; the first day of a week, month or quarter."""
    value: float
    state: State
    before: float | None = None
    """What stood there for the period, in the KPI's unit; `None`: nothing."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a column was taken for."""

    name: str
    meaning: str
    """Like `dates, the day first`, `“Revenue”, decimal comma`."""
    example: str = ""
    """A cell and what was read of it: `“1.234,50 €” → 1234.5`; empty: there is none."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A row of which something could not be read."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What reading a file would do."""

    name: str
    """Of the file, without its folder."""
    checksum: str
    """SHA-256 of its bytes, in hexadecimal digits."""
    form: str
    """Like `a column for each KPI; semicolon, UTF-8`."""
    columns: tuple[Understood, ...]
    entries: tuple[Planned, ...]
    unread: tuple[Unread, ...]
    """Rows that could not be read."""
    left_out: tuple[str, ...]
    """Sentences about what is not read and need not be: unknown columns, totals, days to come."""
    questions: tuple[str, ...]
    """Sentences about what the file leaves open; nothing can be written while there is one."""

    @property
    def is_clear(self) -> bool:
        """Whether all of it could be read without a question."""
        return not self.questions and not self.unread

    def count(self, state: State) -> int:
        """How many values are new, corrections, or known."""
        return sum(entry.state is state for entry in self.entries)

    def change(self, team: Team, by: str, now: datetime, *, id: int = -1) -> Change:
        """Write it down, all of it or nothing.

        Args:
            team: the newest snapshot.
            by: login of the person.
            now: when.
            id: the negative number that stands for the first reading until the commit.

        Raises:
            Refused: something is still open, the file was read before, or the person is not in the team.
        """
        if self.questions:
            raise Refused(self.questions[0])
        entries = [Entry(one.kpi.id, one.day, one.value, one.note) for one in self.entries]
        return take_in(team, entries, self.name, self.checksum, by, now, id=id)
