"""What the team has agreed on for one column."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.errors import NotFound
from store.repository.shared import Touched
from store.rules.words import counted
from store.team import Team
from store.text import clean
from tui.dialogs.base import ScrollingDialog
from tui.keys import Command
from tui.settings.looks import KINDS
from tui.workplace import Workplace


class PolicyDialog(ScrollingDialog[None]):
    """A column's policy, kind, count and limit, in full."""

    DEFAULT_CSS = """
    PolicyDialog { align: center middle; }
    PolicyDialog > VerticalScroll {
        width: 70; max-width: 96%; height: auto; max-height: 90%;
        border: round $primary; background: $surface; padding: 0 1;
    }
    PolicyDialog Static { height: auto; }
    """
    KEYS = (*ScrollingDialog.KEYS, Command("close", ("q", "escape", "enter", "p"), "back", "Back"))
    AUTO_FOCUS = ""

    def __init__(self, place: Workplace, column: int) -> None:
        super().__init__(place)
        self._workplace = place
        self._column = column
        self._text = Static()

    def compose(self) -> ComposeResult:
        """The facts, then the policy."""
        with VerticalScroll() as scroll:
            scroll.can_focus = False
            scroll.border_subtitle = "esc back"
            yield self._text

    def on_mount(self) -> None:
        """Show it."""
        self.show(None)
        super().on_mount()

    def show(self, touched: Touched | None) -> None:
        """Show how it is now."""
        team = self._workplace.team
        try:
            column = team.column(self._column)
        except NotFound:
            return  # taken back by who made it; what was agreed on stays readable until esc
        self.query_one(VerticalScroll).border_title = Content(column.name)
        policy = clean(column.policy) or "No policy is written down yet; T, Columns, e writes one."
        self._text.update(Text(f"{facts(team, self._column)}\n\n{policy}"))

    def do_close(self) -> None:
        self.dismiss()


def facts(team: Team, column_id: int) -> str:
    """`being worked on · 3 cards, limit 5`."""
    column, count = team.column(column_id), team.count(column_id)
    limit = f"limit {column.wip_limit}" if column.wip_limit else "no limit"
    over = ", over it" if column.wip_limit and count > column.wip_limit else ""
    return f"{KINDS[column.kind]} · {counted(count, 'card')}, {limit}{over}"


def in_one_line(team: Team, column_id: int) -> str:
    """All of it as one line; empty when the policy has several."""
    column = team.column(column_id)
    policy = clean(column.policy) or "no policy is written down yet"
    return "" if "\n" in policy else f"{column.name}: {facts(team, column_id)} · {policy}"
