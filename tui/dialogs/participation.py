"""How the team took part in its stand-ups lately: whom to ask to speak, and what to mend."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from store.days import spoken
from store.phrases import counted, listed
from store.repository.shared import Touched
from store.standup.participation import Participation, participation
from store.team import Team
from tui.dialogs.base import ScrollingDialog
from tui.keys import Command
from tui.workplace import Workplace


class ParticipationDialog(ScrollingDialog[None]):
    """Everybody by name, without a ranking; then what comes back as a blocker again and again."""

    DEFAULT_CSS = """
    ParticipationDialog { align: center middle; }
    ParticipationDialog > VerticalScroll {
        width: 76; max-width: 96%; height: auto; max-height: 90%;
        border: round $primary; background: $surface; padding: 0 1;
    }
    ParticipationDialog Static { height: auto; }
    """
    KEYS = (*ScrollingDialog.KEYS, Command("close", ("q", "escape", "enter", "P"), "back", "Back"))

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._workplace = place
        self._people, self._blockers = Static(), Static()

    def compose(self) -> ComposeResult:
        """A line for each person, and for each blocker that recurs."""
        with VerticalScroll(can_focus=False) as scroll:
            scroll.border_title = "Who took part"
            scroll.border_subtitle = "esc back"
            yield self._people
            yield self._blockers

    def on_mount(self) -> None:
        """How it is now."""
        self.show(None)
        super().on_mount()

    def show(self, touched: Touched | None) -> None:
        """Show how it is now."""
        team, today = self._workplace.team, self._workplace.today
        found = participation(team, today)
        self._people.update(_people(team, found))
        since = spoken(found.first, today)
        title = f"Who took part: {counted(found.rounds, 'round')} since {since}"
        self.query_one(VerticalScroll).border_title = Text(title).plain
        self._blockers.update(_blockers(team, found))

    def do_close(self) -> None:
        self.dismiss()


def _people(team: Team, found: Participation) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for head in ("Who", "Turns", "Updates", ""):
        table.add_column(head)
    for part in found.parts:
        unheard = "no chance to speak in two weeks" if part.is_unheard else ""
        turns = f"{part.turns} of {part.rounds}" if part.rounds else ""
        table.add_row(Text(team.name_of(part.login)), turns, str(part.updates or ""), unheard)
    return table


def _blockers(team: Team, found: Participation) -> Text:
    lines = []
    for one in found.recurring:
        people = listed(map(team.name_of, one.people))
        lines.append(f"  #{one.task} {one.title}: {counted(one.updates, 'update')} of {people}")
    return Text("\n".join(["", "In the way again and again", *lines])) if lines else Text("")
