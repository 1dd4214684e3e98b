"""One goal with all that is known about it, to be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.goals.standing import Standings
from store.models import Activity, Goal
from store.team import Team
from widgets import card_text
from widgets.goals import text
from widgets.goals.chart import ASCII_INKS, UNICODE_INKS
from widgets.goals.signs import goal_signs
from widgets.signs import ASCII, UNICODE, Signs

_PARTS = {
    "chart": "How it goes",
    "results": "Made of",
    "milestones": "Milestones",
    "cards": "Cards",
    "said": "Check-ins",
    "letters": "SMART",
    "texts": "What is meant",
    "remarks": "Comments",
    "history": "History",
}
"""Sections from top to bottom."""
_LEAST_HEIGHT, _HIGHEST = 8, 18
"""Lines of the chart."""


@dataclass(frozen=True)
class _Shown:
    """What the sheet is about."""

    goal: Goal
    team: Team
    standings: Standings

    @property
    def today(self) -> date:
        """The day in the team's time zone."""
        return self.standings.today


class GoalSheet(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows one goal. It binds no keys: the screen scrolls it. Empty sections are not shown."""

    DEFAULT_CSS = """
    GoalSheet {
        background: $surface; color: $foreground; padding: 0 2; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        Static { width: 1fr; height: auto; }
        #heading, #progress { margin: 0 0 1 0; }
        .section { margin: 1 0 0 0; display: none; }
        .section.-filled { display: block; height: auto; }
    }
    GoalSheet:ansi { background: ansi_default; }
    """

    def __init__(self, *, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._signs = signs
        self._shown: _Shown | None = None
        self._history: Sequence[Activity] | None = None
        self._heading, self._progress, self._facts = Static(id="heading"), Static(id="progress"), Static()
        self._titles = {part: Static() for part in _PARTS}
        self._texts = {part: Static() for part in _PARTS}

    def update(self, team: Team, goal: Goal, standings: Standings) -> None:
        """Show a goal, or its newer state; the sheet stays scrolled where it is."""
        self._shown = _Shown(goal, team, standings)
        self._fill()

    def show_history(self, activities: Sequence[Activity]) -> None:
        """What was done to the goal."""
        self._history = activities
        self._fill()

    def scroll_by(self, lines: int) -> None:
        """Scroll; of several keys in one packet each counts."""
        self.scroll_relative(y=lines, animate=False, immediate=True)

    # --- life --------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Heading, progress, facts, and a section for each part."""
        yield self._heading
        yield self._progress
        yield self._facts
        for part in _PARTS:
            yield Vertical(self._titles[part], self._texts[part], id=part, classes="section")

    def on_mount(self) -> None:
        """Show what was given before there was a screen."""
        self._fill()

    def _on_resize(self, event: events.Resize) -> None:
        # Behind the layout: only then is it known how wide the parts are, and where their lines break.
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        if self._shown is None or not self.is_mounted or not self._facts.size.width:
            return
        shown, width = self._shown, self._facts.size.width
        standing = shown.standings.of(shown.goal)
        ahead, signs = standing.forecast(), goal_signs(self._signs)
        _put(self._heading, text.heading(shown.goal))
        _put(self._progress, text.progress(standing, ahead, signs, width))
        _put(self._facts, text.facts(shown.team, shown.standings, shown.goal, width))
        for part, title in _PARTS.items():
            self._section(part, title, self._bodies[part](shown, width))

    @property
    def _bodies(self) -> dict[str, Callable[[_Shown, int], Content]]:
        goals = goal_signs(self._signs)
        return {
            "letters": lambda s, width: text.letters(s.team, s.goal, goals, width),
            "texts": lambda s, width: text.texts(s.goal, width),
            "chart": self._chart,
            "results": lambda s, width: text.results(s.team, s.standings, s.goal, goals, width),
            "milestones": lambda s, width: text.milestones(
                s.standings.of(s.goal).measured, s.today, self._signs, width
            ),
            "cards": lambda s, width: text.cards(s.team, s.standings, s.goal, self._signs, width),
            "said": lambda s, width: text.check_ins(s.team, s.goal, s.today, width),
            "remarks": lambda s, width: text.remarks(s.team, s.goal, s.today, width),
            "history": self._past,
        }

    def _chart(self, shown: _Shown, width: int) -> Content:
        standing = shown.standings.of(shown.goal)
        height = min(max(self.size.height // 2, _LEAST_HEIGHT), _HIGHEST)
        inks = ASCII_INKS if self._signs is ASCII else UNICODE_INKS
        return text.drawn(standing, standing.forecast(), inks, width, height)

    def _past(self, shown: _Shown, width: int) -> Content:
        if self._history is None:
            return Content("Loading" + self._signs.ellipsis)
        if not self._history:
            return Content("Nothing yet")
        return card_text.history(self._history, shown.team, shown.today, width)

    def _section(self, part: str, title: str, body: Content) -> None:
        is_filled = bool(body.plain)
        self.query_one(f"#{part}").set_class(is_filled, "-filled")
        if is_filled:
            _put(self._titles[part], card_text.section(title))
            _put(self._texts[part], body)


def _put(static: Static, content: Content) -> None:
    """Show it, unless it is there already: the same again would be drawn again."""
    if static.content != content:
        static.update(content)
