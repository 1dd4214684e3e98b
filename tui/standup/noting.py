"""Keys that keep what comes of a round: decisions, topics for afterwards, and cards made of them."""

from __future__ import annotations

import secrets
from datetime import timedelta
from functools import partial

from store.errors import NeedsConsent, Refused
from store.models import Note, NoteKind
from store.rules import round_notes
from store.rules.comments import mentions
from store.rules.words import quoted
from store.standup.rounds import rounds_between
from tui.screens.asking import Choice
from tui.standup.bench import Bench

_KEYS = "123456789"
"""Keys of the notes that a card can be made of, those of the last round first."""
_LATELY = timedelta(days=7)
"""For how long a card can be made of a note."""


class NoteCommands:
    """The notes of a round."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_decide(self) -> None:
        self._ask("Decided", NoteKind.DECISION)

    def do_park(self) -> None:
        self._ask("Park", NoteKind.PARKED)

    def do_to_card(self) -> None:
        place = self._place
        lately = rounds_between(place.team, place.today - _LATELY, place.today)
        notes = [(held.id, note) for held in reversed(lately) for note in held.notes if note.task is None]
        if not notes:
            raise Refused("There is no decision or topic of the last week that is not a card already.")
        if len(notes) == 1:
            self._make_card(*notes[0])
            return
        choices = [
            Choice(key, quoted(note.text, 24), partial(self._make_card, held, note))
            for key, (held, note) in zip(_KEYS, notes, strict=False)
        ]
        self._bench.asking.keys("Make a card of", choices)

    def do_participation(self) -> None:
        # Imported when it is opened.
        from tui.dialogs.participation import ParticipationDialog

        self._place.ask(ParticipationDialog(self._place))

    def _number(self, held: int) -> int:
        """A round's number, also when it has got its real one while somebody was writing."""
        running = self._bench.running
        return running.id if held < 0 and running is not None else held

    def _ask(self, label: str, kind: NoteKind) -> None:
        held = self._bench.going()
        self._bench.asking.line(label, partial(self._note, held.id, kind), hint="@name says whom it takes")

    def _note(self, held: int, kind: NoteKind, words: str) -> None:
        place = self._place
        people = mentions(words, place.team.members)
        change = round_notes.note(
            place.team,
            self._number(held),
            kind,
            words,
            place.person,
            place.now(),
            note_id=secrets.token_hex(6),
            people=people,
        )
        place.act(change)
        place.tell(f"You {change.label}.")

    def _make_card(self, held: int, note: Note, *, override: bool = False) -> None:
        place = self._place
        try:
            change = round_notes.note_to_task(
                place.team,
                held,
                note.id,
                place.person,
                place.now(),
                id=place.new_id(),
                override=override,
            )
        except NeedsConsent as question:
            again = partial(self._make_card, held, note, override=True)
            self._bench.asking.yes_or_no(f"{question} Go on?", again)
            return
        place.act(change)
        place.tell(f"You {change.label}.")
