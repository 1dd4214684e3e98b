"""Which findings are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.findings.finding import Finding, FindingKind


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are asked for; what is `None` or empty asks for nothing."""

    kind: FindingKind | None = None
    person: str = ""
    """Login of somebody whose business they are."""
    role: int | None = None
    """Number of a role that they belong to."""
    words: str = ""
    """Each must be in what a finding says."""

    @property
    def is_narrow(self) -> bool:
        """Whether anything is asked for."""
        return self != Wanted()


def browse(found: Sequence[Finding], wanted: Wanted) -> tuple[Finding, ...]:
    """Those of the findings that are wanted, in their order."""
    words = wanted.words.casefold().split()
    return tuple(
        one
        for one in found
        if (wanted.kind is None or one.kind is wanted.kind)
        and (not wanted.person or wanted.person in one.people)
        and (wanted.role is None or wanted.role in one.roles)
        and all(word in one.sentence.casefold() for word in words)
    )
