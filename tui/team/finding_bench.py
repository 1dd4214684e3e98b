"""What the commands of the tab of findings share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from store.errors import Refused
from store.findings import Finding, FindingKind, Wanted
from store.phrases import quoted
from tui.keys import FINDINGS, key_for
from tui.screens.base import TeamScreen
from tui.screens.tab import TabDesk
from tui.team.seeking import Seeker
from tui.workplace import Workplace
from widgets.listing import Listing
from widgets.listing_row import Key

KINDS: Mapping[FindingKind, tuple[str, str]] = {
    FindingKind.EMPTY: ("e", "roles without people"),
    FindingKind.UNANSWERED: ("n", "nobody answers"),
    FindingKind.UNDONE: ("w", "nobody does the work"),
    FindingKind.STRANDED: ("c", "cards without anybody"),
    FindingKind.UNCOVERED: ("v", "absences without cover"),
    FindingKind.LEADERLESS: ("l", "roles without lead"),
    FindingKind.DISPUTED: ("2", "several answer"),
    FindingKind.OVERLOADED: ("t", "too much for one"),
    FindingKind.HOMELESS: ("r", "of no role"),
    FindingKind.OUTSIDE: ("o", "done by others"),
    FindingKind.UNDEPUTISED: ("d", "roles without deputy"),
    FindingKind.ALONE: ("1", "one alone"),
    FindingKind.ROLELESS: ("p", "people without role"),
}
"""Key and words of each kind."""


@dataclass
class FindingBench:
    """The findings that are shown, and the way to everything around them."""

    desk: TabDesk
    view: Listing
    seeker: Seeker
    looked_at: Callable[[], None]
    """To be called when another finding is under the cursor."""
    wants: Callable[[], None]
    """To be called when other findings are to be shown."""
    wanted: Wanted = field(default_factory=Wanted)
    shown: Mapping[Key, Finding] = field(default_factory=dict)

    @property
    def place(self) -> Workplace:
        """The app."""
        return self.desk.place

    @property
    def screen(self) -> TeamScreen:
        """The screen that the tab is in."""
        return self.desk.screen

    @property
    def finding(self) -> Finding | None:
        """The finding under the cursor; `None`: there is none."""
        return self.shown.get(self.view.key) if self.view.key is not None else None

    def here(self) -> Finding:
        """The finding that a command is for.

        Raises:
            Refused: there is none.
        """
        if self.finding is None:
            more = f"; {key_for(FINDINGS, 'clear')} shows all" if self.wanted.is_narrow else ""
            raise Refused(f"There is no finding here{more}.")
        return self.finding

    def want(self, wanted: Wanted) -> None:
        """Show other findings."""
        self.wanted = wanted
        self.wants()

    @property
    def narrowed(self) -> str:
        """Which findings are shown, in words; empty: all."""
        wanted, parts = self.wanted, []
        if wanted.person:
            parts.append("mine")
        if wanted.kind is not None:
            parts.append(KINDS[wanted.kind][1])
        if wanted.words:
            parts.append(quoted(wanted.words))
        return f"only {', '.join(parts)}" if parts else ""
