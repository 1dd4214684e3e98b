"""One thing that is wrong with how the work is divided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """What is wrong; in the order in which they are told where they are equally grave."""

    EMPTY = "empty"
    """A role without anybody in it."""
    UNANSWERED = "unanswered"
    """A responsibility without anybody accountable."""
    UNDONE = "undone"
    """A responsibility in which nobody does the work."""
    STRANDED = "stranded"
    """Cards whose role has nobody there today."""
    UNCOVERED = "uncovered"
    """An absence without cover, or with one who is away too."""
    LEADERLESS = "no-lead"
    """A role without lead."""
    DISPUTED = "disputed"
    """A responsibility for which several answer."""
    OVERLOADED = "overloaded"
    """Somebody who answers for too much."""
    HOMELESS = "homeless"
    """A responsibility of a role that is not there any more."""
    OUTSIDE = "outside"
    """Cards of a role that people outside it keep doing."""
    UNDEPUTISED = "no-deputy"
    """A role in which nobody stands in for the lead."""
    ALONE = "alone"
    """Something that only one person can do."""
    ROLELESS = "no-role"
    """Somebody who has no role."""


class Gravity(StrEnum):
    """How much a finding matters."""

    GAP = "gap"
    """Something is done by nobody, now or soon."""
    RISK = "risk"
    """It is done, until two do not agree or one is not there."""
    HINT = "hint"
    """Worth a look when there is time."""


class Mend(StrEnum):
    """What mends it; what it is done to is what the finding is about."""

    CHOOSE_ACCOUNTABLE = "choose who answers"
    CHOOSE_RESPONSIBLE = "choose who does the work"
    CHOOSE_LEAD = "choose the lead"
    CHOOSE_DEPUTY = "choose the deputy"
    CHOOSE_COVER = "choose who covers"
    CHOOSE_ROLE = "choose another role"
    """For a responsibility."""
    HAND_OVER = "hand something over"
    """Of what a person answers for."""
    ADD_TO_ROLE = "add somebody to the role"
    GIVE_ROLE = "give a role"
    """To a person."""
    GO_TO_CARDS = "go to the cards"
    LEARN = "let somebody learn it"
    """A skill."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What is wrong with one thing, and the way out."""

    kind: FindingKind
    gravity: Gravity
    table: str
    """Of the document that it is about."""
    number: int
    """Of that document."""
    login: str = ""
    """The person whom it is about, too; empty: nobody in particular."""
    sentence: str
    """What is wrong; names the thing."""
    advice: str
    """What to do about it."""
    mend: Mend
    people: tuple[str, ...] = ()
    """Logins of those whose business it is: who is in it, and who leads the role."""
    roles: tuple[int, ...] = ()
    """Numbers of the roles that it belongs to."""
    candidates: tuple[str, ...] = ()
    """Logins of those who come first when somebody is to be chosen."""
    level: int = 0
    """The level in a skill that only one person has; 0: it is about no skill."""
    cards: tuple[int, ...] = ()
    """Numbers of the cards that it is about."""

    @property
    def key(self) -> str:
        """Stays the same from one snapshot to the next."""
        return f"{self.kind}:{self.table}:{self.number}:{self.login}"
