"""The key that writes one's own update."""

from __future__ import annotations

from datetime import datetime

from store.change import Change
from store.errors import Refused
from store.models import Update
from store.rules.standup import write_update
from store.standup.questions import asked_on
from store.standup.updates import update_of
from tui.settings.form import Field, Form, Kind, Typed
from tui.standup.bench import Bench

_PARTS = (
    ("done", "Done", "What did you do since the last time? One thing a line."),
    ("now", "Now", "What are you on? #12 promises a card."),
    ("blockers", "In the way", "What do you wait for?"),
)
_QUESTION = "question-"
"""What the name of a question's field begins with."""


class WriteCommands:
    """One's own update."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_write(self) -> None:
        bench, place = self._bench, self._place
        bench.view.select(place.person)
        bench.shown()
        # What is typed meanwhile is for the form, which waits for what the history tells.
        place.hold_keys()
        bench.look_up(place.person, self._open)

    def _open(self) -> None:
        # Imported when it is opened: it takes Textual's fields.
        from tui.dialogs.update_form import UpdateDialog

        place = self._place
        mine = update_of(place.team, place.person, place.today)
        place.ask(UpdateDialog(place, update_form(self._bench, mine), f"stand-up {place.today}"))


def update_form(bench: Bench, mine: Update | None) -> Form:
    """What a person says for today; what she has not written is drafted."""
    place, number, day = bench.place, bench.place.new_id(), bench.place.today
    texts = {name: getattr(mine, name) for name, _, _ in _PARTS} if mine else bench.drafted(place.person)
    answers = {answer.id: answer.text for answer in mine.answers} if mine else {}
    questions = asked_on(place.team, place.today)
    fields = [Field(name, label, texts.get(name, ""), hint, Kind.TEXT) for name, label, hint in _PARTS]
    fields += [
        Field(f"{_QUESTION}{one.id}", one.text, answers.get(str(one.id), ""), "", Kind.TEXT)
        for one in questions
    ]
    begun = {field.name: field.value for field in fields}

    def change(typed: Typed, by: str, now: datetime) -> Change:
        if mine is None and update_of(place.team, by, day) is not None:
            raise Refused("You have posted your update elsewhere meanwhile; leave this and open it again.")
        # Of what was posted already only what was changed is written, so that nothing else is lost.
        said = {**begun, **typed} if mine is None else typed
        given = {one.id: said[name] for one in questions if (name := f"{_QUESTION}{one.id}") in said}
        return write_update(
            place.team,
            by,
            now,
            day=day,
            done=said.get("done"),
            now=said.get("now"),
            blockers=said.get("blockers"),
            answers={number: text for number, text in given.items() if text or str(number) in answers},
            id=number,
        )

    return Form("Your update for today", tuple(fields), change, is_new=mine is None)
