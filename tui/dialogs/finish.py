"""The end of something that somebody has learned: the new level, what it brought, and telling the others."""

from __future__ import annotations

from textual import on
from textual.css.query import NoMatches
from textual.widgets import Select, TextArea

from store.errors import NeedsConsent, Refused
from store.models import LearningItem
from store.rules.learned_post import proposed
from store.rules.learning import live_item, refuse_unless_agreed, refuse_unless_concerned
from tui.dialogs.form import FormDialog
from tui.training.finish_form import finish_form
from tui.workplace import Workplace

_NOTHING_TO_TELL = (
    "“Learned” is empty, so the team is told nothing: "
    "write a sentence there, or save once more without a post."
)


class FinishDialog(FormDialog):
    """A form whose post follows what was learned, until somebody changes the post by hand."""

    DEFAULT_CSS = """
    FinishDialog > Vertical { width: 84; }
    FinishDialog #body { height: 6; }
    """

    def __init__(self, place: Workplace, item: LearningItem) -> None:
        self._item, self._number = item, item.id
        self._numbers = place.new_id(), place.new_id()
        self._goes_over = False
        """Whether the person was told of a limit of the board."""
        self._tells_nobody = False
        """Whether the person was told that there is nothing to tell the team."""
        super().__init__(place, finish_form(place.team, item, place.person, *self._numbers))
        self._body = next(field.value for field in self._form.fields if field.name == "body")
        """What the post was proposed to say last."""

    def save(self) -> None:
        """Finish it; where the board is full, or nothing is written for the team, the second time does it.

        Raises:
            TagwerkError: it cannot be.
        """
        place = self._workplace
        # What was typed in one packet with the key that saves has not been told of yet.
        self._follow()
        silent = self._shares() and not self.query_one("#body", TextArea).text.strip()
        if silent and not self._tells_nobody:
            self._tells_nobody = True
            raise Refused(_NOTHING_TO_TELL)
        self._form = finish_form(
            place.team,
            live_item(place.team, self._number),
            place.person,
            *self._numbers,
            override=self._goes_over,
        )
        try:
            change = self._change()
        except NeedsConsent as question:
            self._goes_over = True
            raise Refused(f"{question} Save once more to do it all the same.") from question
        place.act(change)
        said = "; nothing was posted, as there is nothing to tell" if silent else ""
        place.tell(f"You {change.label}{said}.")

    def renumber(self, table: str, old: int, new: int) -> None:
        """The item has got its real number."""
        if table == "learning_items" and self._number == old:
            self._number = new

    @on(TextArea.Changed, "#learned")
    @on(Select.Changed, "#level")
    def _learned_changed(self) -> None:
        self._follow()

    def _shares(self) -> bool:
        """Whether the team is to be told."""
        return self.query_one("#share", Select).value == "yes"

    def _follow(self) -> None:
        """Let the post say what was learned, as long as nobody has written into it."""
        try:
            body = self.query_one("#body", TextArea)
            learned = self.query_one("#learned", TextArea).text
        except NoMatches:
            return
        if body.text != self._body:
            return
        chosen = self.query("#level").results(Select)
        level = next((str(choice.value) for choice in chosen), "")
        _, text = proposed(
            self._workplace.team, self._item, int(level) if level else None, learned, self._workplace.person
        )
        self._body = body.text = text


def finish_item(place: Workplace, item: LearningItem) -> None:
    """Ask how something ended.

    Raises:
        Refused: it is somebody else's, nobody has agreed to it, or it is done.
    """
    refuse_unless_concerned(place.team, item, place.person)
    refuse_unless_agreed(place.team, item)
    place.ask(FinishDialog(place, item))
