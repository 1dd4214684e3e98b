"""The demo's stand-ups as they are written down: what somebody said, and how a round was."""

from __future__ import annotations

from dataclasses import dataclass

from store.models import NoteKind

DECISION, PARKED = NoteKind.DECISION, NoteKind.PARKED


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody wrote beside the cards that moved, one thing a line.

    `[key]` stands for a card's number, see `standup_words.CARDS`; a smaller board leaves it out.
    """

    done: str = ""
    now: str = ""
    blockers: str = ""


@dataclass(frozen=True, slots=True)
class NoteStory:
    """A decision, or a topic that was parked."""

    by: str
    text: str
    kind: NoteKind = DECISION
    people: str = ""
    """Logins of those whom it takes, with blanks between."""
    card: str = ""
    """Title of the story of the card that it became later; empty: none."""


@dataclass(frozen=True, slots=True)
class RoundStory:
    """A round that was held."""

    by: str
    """Login of who started it and gave the word."""
    absent: str = ""
    """Logins of those who were not there, beside the one who never is, with blanks between."""
    notes: tuple[NoteStory, ...] = ()
