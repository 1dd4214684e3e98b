"""Answering the pulse: a number from a list, then a sentence if one likes."""

from __future__ import annotations

from functools import partial

from store.culture.pulse import FIRST, why_not_asked
from store.errors import Refused
from store.models import PulseQuestion
from store.rules.membership import refuse_outsider
from tui.palette.named import Named
from tui.screens.base import TeamScreen
from tui.workplace import Workplace
from widgets.culture.pulse import choices


def answer_pulse(place: Workplace, screen: TeamScreen) -> None:
    """Ask for the person's answer to this week's question.

    Raises:
        Refused: she has answered, nothing is asked, or the folder has not told yet what is.
    """
    from tui.dialogs.choosing import choose

    refuse_outsider(place.team, place.person)
    if reason := why_not_asked(place.team, place.person):
        raise Refused(reason)
    desk = place.pulse
    if desk.question is None:
        raise Refused(
            "Nothing is asked this week as far as is known by now; who leads a role adds questions on the "
            "tab Pulse."
        )
    question = desk.open_question
    if question is None:
        raise Refused("You have answered this week; there is another question on Monday.")
    first = FIRST if desk.is_first else ""
    things = [Named(score, f"{score}  {words}") for score, words in choices(question)]
    choose(
        place,
        screen,
        question.text,
        things,
        lambda found: _ask_sentence(place, question, int(found.key), first),
    )


def _ask_sentence(place: Workplace, question: PulseQuestion, score: int, first: str) -> None:
    from tui.dialogs.sentence import SentenceDialog

    done = partial(place.pulse.answer, score)
    place.ask(SentenceDialog(place, question.text, score, done, first))
