"""`tagwerk findings`: what is wrong with how the work is divided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.findings import Finding, FindingKind, Gravity, Wanted, browse, findings
from store.models import Role
from store.phrases import counted
from store.rules import lookup
from store.team import Team
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.session import session
from widgets.cells import paragraphs

_PAGE = 80
"""Cells after which a sentence goes on below, where the output is no terminal."""


def run(call: Call, *, kind: str | None, person: str | None, role: str | None) -> Findings:
    """The findings that are asked for, the gravest first.

    Raises:
        NotFound: there is no such person or role.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        whose = opened.person if person == "me" else person and lookup.member_named(team, person).login
        wanted = Wanted(
            kind=FindingKind(kind) if kind else None,
            person=whose or "",
            role=lookup.role_named(team, role).id if role else None,
        )
        found = findings(team, opened.today)
        return Findings(team, browse(found, wanted), len(found))


@dataclass(frozen=True)
class Findings:
    """What is wrong, and what to do about it."""

    team: Team
    shown: Sequence[Finding]
    found: int
    """How many there are in all."""
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """A part for each gravity; each finding with what to do about it below."""
        if not self.shown:
            yield (
                "No finding is like that." if self.found else "Nothing is wrong with how the work is divided."
            )
        for at, gravity in enumerate(dict.fromkeys(one.gravity for one in self.shown)):
            own = [one for one in self.shown if one.gravity is gravity]
            if at:
                yield ""
            yield f"{counted(len(own), gravity)}, {_MEANINGS[gravity]}"
            for one in own:
                yield from _indented(one.sentence, 2, width or _PAGE)
                yield from _indented(f"{one.advice} ({one.kind})", 4, width or _PAGE)

    def document(self) -> Json:
        """See `shapes`."""
        return {"findings": [finding_shape(self.team, one) for one in self.shown], "found": self.found}


_MEANINGS = {
    Gravity.GAP: "where nobody does something now or soon",
    Gravity.RISK: "where two may not agree, or one may be missing",
    Gravity.HINT: "worth a look when there is time",
}


def finding_shape(team: Team, one: Finding) -> Json:
    """A finding; see `shapes`."""
    roles = [role.name for number in one.roles if (role := team.find(Role, number))]
    return {
        "kind": one.kind.value,
        "gravity": one.gravity.value,
        "about": {"table": one.table, "number": one.number, "person": one.login or None},
        "sentence": one.sentence,
        "advice": one.advice,
        "mend": one.mend.value,
        "people": list(one.people),
        "roles": roles,
        "cards": list(one.cards),
    }


def _indented(text: str, by: int, width: int) -> Iterator[str]:
    yield from (" " * by + line for line in paragraphs(text, max(width - by, 1)))
