"""What a report is made of, before it is Markdown or HTML: plain texts, lists, tables and charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from store.charts.svg import Chart
from store.goals.pace import Pace
from store.kpis.standing import Light


class Mark(StrEnum):
    """How something is; each has a sign and a word, and in HTML a colour too."""

    GOOD = "good"
    WATCH = "watch"
    ALARM = "alarm"
    PLAIN = "plain"

    @property
    def sign(self) -> str:
        """What stands before it."""
        return _SIGNS[self]


_SIGNS = {Mark.GOOD: "●", Mark.WATCH: "◆", Mark.ALARM: "▼", Mark.PLAIN: "○"}
"""As on the screen, so that one has to learn them once only."""
LIGHTS = {
    Light.GOOD: Mark.GOOD,
    Light.WATCH: Mark.WATCH,
    Light.ALARM: Mark.ALARM,
    Light.UNKNOWN: Mark.PLAIN,
}
"""How the value of a KPI is."""
PACES = {
    Pace.AHEAD: Mark.GOOD,
    Pace.ON_TRACK: Mark.GOOD,
    Pace.AT_RISK: Mark.WATCH,
    Pace.OFF_TRACK: Mark.ALARM,
}
"""How a goal is doing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table."""

    text: str
    mark: Mark | None = None
    chart: Chart | None = None
    """Stands there in HTML; in Markdown the text does."""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    text: str
    is_note: bool = False
    """Whether it only says how something is meant."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    text: str
    below: tuple[str, ...] = ()
    """What is said of it, each on a line of its own."""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, with a title of its own where it has one."""

    items: Sequence[Item]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first cell says what the row is about."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with what it shows in words, which is all that plain text has."""

    chart: Chart
    text: str


Block = Para | Bullets | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a title."""

    title: str
    blocks: Sequence[Block]
    name: str
    """By which other pages can link to it, and programs find it."""


@dataclass(frozen=True, slots=True)
class Report:
    """All of it."""

    title: str
    about: str
    """Of what time it tells, in words."""
    sections: Sequence[Section]
    foot: str
    """When and by what it was made."""
