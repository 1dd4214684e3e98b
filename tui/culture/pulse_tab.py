"""The pulse: this week's question, and what the last weeks' brought."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from textual.content import Content

from store.culture.asking import monday_of, question_of, questions
from store.culture.pulse import results, why_not_asked
from store.culture.ready import QUESTIONS as READY
from store.models import PulseQuestion
from store.phrases import counted
from store.rules import pulse_questions
from store.team import Team
from tui.culture.answering import answer_pulse
from tui.keys import PULSE, key_for
from tui.keys.culture import PULSE_CURSOR, PULSE_DOING
from tui.screens.tab import TabDesk
from tui.training.list_tab import ListTab
from widgets.culture.pulse import Week, week_row, week_told
from widgets.culture.signs import culture_signs
from widgets.listing_row import Key, Row


class PulseTab(ListTab[Week]):
    """Weeks, the running one first; beside them the bars and the sentences of one."""

    TITLE = "Pulse"
    ABOUT = (
        "How everybody is: one question a week, a number from 1 to 5, and a sentence if you like. Nobody is "
        "asked for a name; a week's results are shown on Monday, from five answers on, and only in sum."
    )
    KEYS = PULSE
    GROUPS = (("Pulse", PULSE_DOING), ("From week to week", PULSE_CURSOR))
    TABLES = frozenset({"pulse_questions", "pulse_batches", "members", "roles", "settings"})
    HEADS = ("Week", "Question", "How it is", "Change", "Answers")
    LEAST = (9, 20, 12, 0, 0)
    # Textual asks each class anew: scoped rules would not see how wide the screen is.
    SCOPED_CSS = False
    DEFAULT_CSS = "PulseTab .side { height: 60%; } .-beside PulseTab .side { height: 1fr; width: 50%; }"

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self._looks = culture_signs(desk.signs)

    def on_mount(self) -> None:
        """Follow what is known of the answers that wait."""
        self.place.pulse.on_change = self._heard

    def finder(self, team: Team, today: date) -> Callable[[], Sequence[Week]]:
        """The running week, and all weeks with answers."""
        week = monday_of(today)
        desk = self.place.pulse
        asked = desk.question or question_of(team, week)
        has = desk.open_question is None if desk.question is not None else None
        told = desk.told, desk.is_first, why_not_asked(team, self.place.person)
        has = None if told[-1] else has

        def find() -> Sequence[Week]:
            found = results(team)
            weeks = []
            for at, one in enumerate(found):
                before = tuple(other for other in found[at + 1 :] if other.question == one.question)
                question = team.find(PulseQuestion, one.question)
                is_now = one.week == week
                weeks.append(
                    Week(
                        one.week,
                        question,
                        one,
                        before,
                        is_now,
                        has if is_now else None,
                        *(told if is_now else ()),
                    )
                )
            if asked is not None and not any(one.is_now for one in weeks):
                before = tuple(other for other in found if other.question == asked.id)
                weeks.insert(0, Week(week, asked, None, before, True, has, *told))
            return weeks

        return find

    def key_of(self, one: Week) -> Key:
        """Its Monday."""
        return one.monday.isoformat()

    def row(self, one: Week) -> Row:
        """When, what, and how it is."""
        return week_row(one, self.today, self._looks)

    def texts(self, one: Week) -> Iterable[str]:
        """All that was asked and said."""
        return *self.row(one).cells, *(one.result.sentences if one.result else ())

    def told(self, one: Week, width: int) -> Content:
        """The result, or the question with what is hidden and what is not."""
        how = f"{key_for(PULSE, 'open')} answers it: a number, and a sentence if you like."
        return week_told(one, self.today, self._looks, width, how)

    def line(self, one: Week) -> str:
        """What comes next."""
        if one.is_now and one.answered is False:
            return f"{key_for(PULSE, 'open')} answers this week's question"
        return one.question.text if one.question else ""

    def about(self) -> list[str]:
        """How many questions are asked in turn."""
        count = len(questions(self.team))
        return [f"{counted(count, 'question')} in turn"] if count else []

    def empty(self) -> str:
        """What begins it."""
        ready, own = key_for(PULSE, "ready"), key_for(PULSE, "questions")
        return (
            f"Nothing is asked yet. {ready} takes {len(READY)} ready-made questions, such as "
            f"“{READY[0].text}” {own} adds your own. Who leads a role may do that."
        )

    def do_open(self) -> None:
        if (one := self.here()).is_now and one.answered is False:
            self.do_add()
        else:
            self.toggle_class("-whole")

    def do_add(self) -> None:
        answer_pulse(self.place, self.desk.screen)

    def do_questions(self) -> None:
        from tui.culture.pulse_questions import PulseQuestions
        from tui.dialogs.sections import SectionsDialog

        self.place.ask(SectionsDialog(self.place, "Questions of the pulse", [PulseQuestions()]))

    def do_ready(self) -> None:
        place = self.place
        change = pulse_questions.take_ready(place.team, place.person, place.now())
        place.act(change)
        place.tell(f"You {change.label}.")

    def _heard(self) -> None:
        """Something else is known of the answers that wait."""
        self.is_old = True
        if self.desk.screen.is_current and self.display:
            self.is_old = False
            self.look()
