"""`tagwerk whois`: who answers for a thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from store.duties.asking import whom
from store.duties.standing_in import presences
from store.duties.whois import Found, Whois
from store.phrases import quoted
from store.team import Team
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.session import session

_SHOWN = 5
_NEAREST = 3


def run(call: Call, *, question: list[str]) -> Answers:
    """Look for it in responsibilities, decisions, figures and roles.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        asked = " ".join(question)
        whois = Whois(opened.team)
        found = [one for one in whois.find(asked, _SHOWN) if one.is_near]
        nearest = [] if found else whois.nearest(asked, _NEAREST)
        return Answers(opened.team, opened.today, asked, found, nearest)


@dataclass(frozen=True)
class Answers:
    """What was found, best first, or else what comes nearest."""

    team: Team
    today: date
    question: str
    found: Sequence[Found]
    nearest: Sequence[Found]

    @property
    def status(self) -> int:
        """0 where something answers the question, 1 where nobody does."""
        return 0 if self.found else 1

    def lines(self, width: int | None) -> Iterator[str]:
        """A line for each thing, and below it whom to ask, and why it was found."""
        if not self.found:
            yield f"Nobody answers for {quoted(self.question)}, as far as it is written down."
            if self.nearest:
                yield "What comes nearest:"
        for one in self.found or self.nearest:
            thing = one.thing
            number = f"{thing.responsibility.id} " if thing.responsibility else ""
            role = f", {thing.role.name}" if thing.role and thing.name != thing.role.name else ""
            yield f"{number}{thing.name} ({thing.kind.value}{role})"
            yield f"  {whom(self.team, thing, self.today)}"
            yield f"  found by {one.why}"

    def document(self) -> Json:
        """See `shapes`."""
        return {
            "question": self.question,
            "found": [self._shape(one) for one in self.found],
            "nearest": [self._shape(one) for one in self.nearest],
        }

    def _shape(self, one: Found) -> Json:
        thing = one.thing
        return {
            "kind": thing.kind.value,
            "name": thing.name,
            "number": thing.responsibility.id if thing.responsibility else None,
            "role": thing.role.name if thing.role else None,
            "fit": one.fit,
            "why": one.why,
            "accountable": self._people(thing.accountable),
            "responsible": self._people(thing.responsible),
            "otherwise": self._people(thing.otherwise),
        }

    def _people(self, logins: Iterable[str]) -> list[Json]:
        return [
            {
                "login": one.login,
                "away_until": one.until.isoformat() if one.until else None,
                "covered_by": one.covers or None,
            }
            for one in presences(self.team, logins, self.today)
        ]
