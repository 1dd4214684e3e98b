"""What is wrong with how the work is divided, as the brief tells it to who leads a role."""

from __future__ import annotations

from datetime import date

from store.findings import findings
from store.phrases import counted
from store.team import Team
from tui.commands.answer import Json
from tui.commands.findings import finding_shape


class BriefFindings:
    """One line, and never an alarm."""

    def __init__(self, team: Team, today: date) -> None:
        self._team = team
        self._found = findings(team, today)

    def lines(self) -> list[str]:
        """How many findings there are, and the gravest; empty: there are none."""
        if not self._found:
            return []
        count = counted(len(self._found), "finding")
        return [f"{count}; “tagwerk findings” lists them. {self._found[0].sentence}"]

    def document(self) -> Json:
        """The same as data; see `shapes`."""
        gravest = finding_shape(self._team, self._found[0]) if self._found else None
        return {"count": len(self._found), "gravest": gravest}
