"""Keys with which one writes: a comment, a description, what is to change; and one that copies."""

from __future__ import annotations

from functools import partial

from store.change import Change
from store.errors import Refused
from store.rules import comments, tasks
from store.rules.bulk import bulk
from store.rules.quick import apply_quick, read
from store.rules.words import counted, named
from store.team import Team
from tui.screens.doing.bench import Bench, called


class WritingCommands:
    """What people write on the board."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_comment(self) -> None:
        cards = self._bench.chosen()
        ids = [task.id for task in cards]
        self._bench.asking.line(
            f"Comment on {called(cards)}",
            lambda words: self._comment(ids, words),
            hint="@name tells somebody",
        )

    def do_change(self) -> None:
        cards = self._bench.chosen()
        self._ask_for_change([task.id for task in cards])

    def _ask_for_change(self, cards: list[int], text: str = "") -> None:
        self._bench.asking.line(
            f"Change {self._bench.called(cards)}",
            partial(self._change, cards),
            changed=partial(self._bench.note_meaning, is_new=False),
            text=text,
            hint="@ana, -@ben, !high, #tag, -#tag, due:fri, est:2h, ~Role, in:Column",
        )

    def do_copy_number(self) -> None:
        cards = self._bench.chosen()
        if any(task.id < 0 for task in cards):
            raise Refused("The new card has no number yet; try again in a moment.")
        numbers = " ".join(f"#{task.id}" for task in cards)
        self._place.copy(numbers)
        self._place.tell(f"{numbers} is in the clipboard, if your terminal lets programs write to it.")

    def do_edit_outside(self) -> None:
        task, team = self._bench.task(), self._place.team
        # Against what the person saw when the editor opened: what others write meanwhile is merged.
        text = self._place.edit_outside(task.description, named(task), task.id)
        if text is None or text.rstrip() == task.description.rstrip():
            self._place.tell(f"The description of {named(task)} is as it was.")
            return
        try:
            change = tasks.edit(team, task.id, self._place.person, self._place.now(), description=text)
            self._bench.act(change)
        except Refused as error:
            raise Refused(f"{error} What you wrote is in {self._kept(text)}.") from error
        self._place.tell(f"The description of {named(task)} is changed.")

    def _kept(self, text: str) -> str:
        """Where a text is that could not be saved."""
        try:
            return str(self._place.keep_text(text))
        except OSError:
            # Not even this machine can keep it: then the terminal may.
            self._place.copy(text)
            return "the clipboard, if your terminal lets programs write to it"

    # --- how ---------------------------------------------------------------------------------------------

    def _change(self, cards: list[int], text: str) -> None:
        place = self._place
        quick = read(place.team, text, place.person, place.today, title_needed=False)

        def rule(override: bool) -> Change:
            ids = [place.number_of(card) for card in cards]
            return apply_quick(place.team, ids, quick, place.person, place.now(), override)

        self._bench.with_consent(
            rule,
            then=lambda: place.tell(f"Changed {self._bench.called(cards)}."),
            no=lambda: self._ask_for_change(cards, text),
        )

    def _comment(self, cards: list[int], words: str) -> None:
        place = self._place
        ids = [place.number_of(card) for card in cards]

        def say(team: Team, card: int) -> Change:
            return comments.comment(team, card, words, place.person, place.now())

        if len(ids) == 1:
            change = say(place.team, ids[0])
        else:
            label = f"commented on {counted(len(ids), 'card')}"
            change = bulk(place.team, ids, say, label, place.person, place.now())
        self._bench.act(change)
        away = any(place.team.task(place.number_of(id)).archived_at for id in ids)
        where = ", which was put away meanwhile" if away and len(ids) == 1 else ""
        place.tell(f"Your comment is on {self._bench.called(ids)}{where}.")
