"""The line at the top: which team, which screen, who, and whether changes reach the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from widgets.cells import cut
from widgets.lean_strip import LeanStrip
from widgets.signs import UNICODE, Signs

_LEAST_TEAM = 6
"""Cells of the team's name that stay while the person's name is there."""


class Link(StrEnum):
    """How well the team's folder can be reached."""

    LIVE = "live"
    OPENING = "opening"
    """Nothing has been read yet."""
    WAITING = "waiting"
    """Changes are on their way."""
    OFFLINE = "offline"
    READ_ONLY = "read only"
    """The folder can be read, but not written."""
    FULL = "drive full"
    """The same, for want of room."""
    STOPPED = "stopped"
    """Nothing can be saved any more until the app is started again."""


@dataclass(frozen=True)
class Connection:
    """The state of the connection to the team's folder."""

    link: Link = Link.LIVE
    waiting: int = 0
    """Changes that the others do not have yet."""
    since: datetime | None = None
    """When it was lost, in the person's own time zone; `None`: not known, or not lost."""

    def words(self, signs: Signs) -> str:
        """The state as a sign and words."""
        if self.link is Link.STOPPED:
            return f"{signs.blocked} nothing is saved"
        waiting = f", {self.waiting} waiting" if self.waiting else ""
        if self.link is Link.OFFLINE:
            since = f" since {self.since:%H:%M}" if self.since else ""
            return f"{signs.offline} offline{since}{waiting}"
        if self.link is Link.OPENING:
            return f"{signs.waiting} opening"
        if self.link in (Link.READ_ONLY, Link.FULL):
            return f"{signs.blocked} {self.link.value}{waiting}"
        if self.link is Link.WAITING or self.waiting:
            return f"{signs.waiting} {self.waiting} waiting"
        return f"{signs.live} live"


class TeamHeader(Widget):
    """One line. Where it is narrow, the state of the connection stays longest."""

    DEFAULT_CSS = """
    TeamHeader {
        dock: top; height: 1; background: $panel; color: $foreground;
        .header--app { color: $text-primary; text-style: bold; }
        .header--team { text-style: bold; }
        .header--quiet { color: $text-muted; }
        .header--live { color: $text-success; }
        .header--unread { color: $text-accent; text-style: bold; }
        .header--waiting { color: $text-warning; text-style: bold; }
        .header--offline, .header--stopped { color: $text-error; text-style: bold; }
    }
    TeamHeader:ansi, TeamHeader:nocolor {
        background: ansi_default;
        .header--quiet { color: ansi_default; }
        .header--offline, .header--stopped { text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES = {
        f"header--{part}"
        for part in ("app", "team", "quiet", "unread", "live", "waiting", "offline", "stopped")
    }
    ALLOW_SELECT = False

    team: reactive[str] = reactive("")
    """The team's name."""
    place: reactive[str] = reactive("")
    """The screen's name."""
    person: reactive[str] = reactive("")
    """The person's name."""
    mentions: reactive[int] = reactive(0)
    """Comments that name the person and that she has not seen."""
    news: reactive[int] = reactive(0)
    """Posts that she has not read."""
    owed: reactive[int] = reactive(0)
    """Posts that she still has to acknowledge."""
    to_decide: reactive[str] = reactive("")
    """How many changes of hers wait for her decision and which key shows them; empty: none."""
    here: reactive[int] = reactive(0)
    """How many others have the app open."""
    connection: reactive[Connection] = reactive(Connection())
    """Whether changes reach the others."""

    def __init__(self, *, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._signs = signs

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        link = Link.WAITING if self.connection.waiting and self._is_live else self.connection.link
        state = cut(self.connection.words(self._signs), max(0, width - 2), self._signs.ellipsis)
        right = [(f" {state} ", self._style(_LOOKS.get(link, link.value)))]
        dot = f" {self._signs.between}"
        left = self._left(dot, self.team)
        counts = self._unread(width - _cells(right), is_short=False)
        if _cells(left) + _cells(counts) + _cells(right) + cell_len(f" {self.person}{dot}") > width:
            counts = self._unread(width - _cells(right), is_short=True)
        right[:0] = counts
        room = width - _cells(right)
        # The name of the team gives way first: one sees by the cards which one it is.
        excess = _cells(left) + cell_len(f" {self.person}{dot}") - room
        if self.person and excess > 0 and cell_len(self.team) - excess >= _LEAST_TEAM:
            left = self._left(dot, cut(self.team, cell_len(self.team) - excess, self._signs.ellipsis))
        here = f"{dot} +{self.here} here" if self.here > 0 else ""
        for person in (f" {self.person}{here}{dot}", f" {self.person}{dot}"):
            if self.person and _cells(left) + cell_len(person) <= room:
                right.insert(0, (person, self._style("quiet")))
                room -= cell_len(person)
                break
        fitted = self._cropped(left, room)
        fill = (" " * (room - _cells(fitted)), self.rich_style)
        return LeanStrip([Segment(text, style) for text, style in (*fitted, fill, *right) if text], width)

    def _left(self, dot: str, team: str) -> list[tuple[str, Style]]:
        return [
            (" Tagwerk", self._style("app")),
            (dot, self._style("quiet")),
            (f" {team}", self._style("team")),
            (f"   {self.place}", self.rich_style),
        ]

    def _unread(self, room: int, *, is_short: bool) -> list[tuple[str, Style]]:
        """What there is to look at, as far as there is room."""
        owed, news = ("!{}", "{} new") if is_short else ("{} to acknowledge", "{} unread")
        counts = [f" {self.to_decide} "] if self.to_decide else []
        counts += [f" @{self.mentions} "] if self.mentions else []
        counts += [f" {owed.format(self.owed)} "] if self.owed else []
        counts += [f" {news.format(self.news)} "] if self.news else []
        runs: list[tuple[str, Style]] = []
        for text in counts:
            if cell_len(text) <= room:
                runs.append((text, self._style("unread")))
                room -= cell_len(text)
        return runs

    @property
    def _is_live(self) -> bool:
        return self.connection.link is Link.LIVE

    def _cropped(self, runs: list[tuple[str, Style]], room: int) -> list[tuple[str, Style]]:
        fitted: list[tuple[str, Style]] = []
        for text, style in runs:
            short = cut(text, room, self._signs.ellipsis)
            fitted.append((short, style))
            room -= cell_len(short)
            if short != text:
                break
        return fitted

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"header--{part}")


_LOOKS = {Link.OPENING: "quiet", Link.READ_ONLY: "offline", Link.FULL: "offline"}
"""Links that look like another one."""


def _cells(runs: list[tuple[str, Style]]) -> int:
    return sum(cell_len(text) for text, _ in runs)
