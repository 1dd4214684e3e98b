"""Keys that hold the round: start it, give the word on, leave out who is not there, end it."""

from __future__ import annotations

from store.change import combine
from store.rules import rounds
from store.rules.words import counted
from store.standup.rounds import speaking
from tui.keys import SCREENS, STANDUP, key_for
from tui.standup.bench import Bench


class RoundCommands:
    """The way of a round."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_go_on(self) -> None:
        held = self._bench.running
        if held is None:
            people = counted(len(self._bench.logins()), "person", "people")
            again = "another" if self._bench.held else "the"
            self._bench.asking.yes_or_no(f"Start {again} stand-up with {people}?", self._start)
            return
        place = self._place
        place.act(rounds.go_on(place.team, held.id, place.person, place.now()))
        self._followed()

    def do_give_word(self) -> None:
        place, held, login = self._place, self._bench.going(), self._bench.person()
        place.act(rounds.go_on(place.team, held.id, place.person, place.now(), login))
        self._followed()

    def do_absent(self) -> None:
        place, held, login = self._place, self._bench.going(), self._bench.person()
        rule = rounds.come_back if login in held.skipped else rounds.skip
        change = rule(place.team, held.id, login, place.person, place.now())
        place.act(change)
        place.tell(f"You {change.label}.")
        if speaking(held) == login:
            self._followed()

    def do_end(self) -> None:
        self._bench.going()
        self._bench.asking.yes_or_no("End the stand-up and tell the news how it was?", self._end)

    def _start(self) -> None:
        place = self._place
        number = place.new_id()
        begun = rounds.start(place.team, place.person, place.now(), id=number)
        # The first one has the word at once: the same key then gives it to the next one.
        word = rounds.go_on(place.team.apply(begun), number, place.person, place.now())
        place.act(combine([begun, word], begun.label))
        self._followed()

    def _end(self) -> None:
        place, held = self._place, self._bench.going()
        place.act(rounds.end(place.team, held.id, place.person, place.now(), post=place.new_id()))
        shows, cards = key_for(SCREENS, "news"), key_for(STANDUP, "to_card")
        place.tell(f"The round is over: {shows} tells of it, {cards} makes cards of what was parked.")

    def _followed(self) -> None:
        self._bench.follow(self._bench.running)
        self._bench.shown()
