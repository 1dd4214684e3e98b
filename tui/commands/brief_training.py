"""What a person has to do today for what she and others learn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.days import spoken
from store.models import Assessment, Skill
from store.skills.certificates import AHEAD, Certificate, certificates
from store.skills.confirming import waiting_for
from store.skills.owing import Due, due_for
from store.team import Team
from tui.commands.answer import Json


class Training:
    """Levels that wait for her to confirm, her certificates that expire, what she has to learn soon."""

    # No dataclass: making one takes longer than all that is asked of it here.
    def __init__(self, team: Team, person: str, today: date) -> None:
        self._team, self._today = team, today
        self._waiting = waiting_for(team, person)
        self._certificates = certificates(team, today, person=person)
        self._due = due_for(team, person, today)

    def parts(self) -> Iterator[tuple[str, list[str]]]:
        """A title and its lines for each kind of thing."""
        yield "Levels for you to confirm", [self._level(said) for said in self._waiting]
        title = f"Your certificates that expire within {AHEAD} days"
        yield title, [self._certificate(one) for one in self._certificates]
        yield "What you learn", [self._item(due) for due in self._due]

    def document(self) -> Json:
        """The same as data; see `shapes`."""
        from tui.commands.skill_shapes import item_shape, level_shape

        team, today = self._team, self._today
        waiting = [(said, team.find(Skill, said.skill)) for said in self._waiting]
        return {
            "levels_to_confirm": [
                level_shape(team, one.person, skill, today) for one, skill in waiting if skill
            ],
            "certificates": [level_shape(team, one.person, one.skill, today) for one in self._certificates],
            "learning_due": [item_shape(team, due.item, today) for due in self._due],
        }

    def _level(self, said: Assessment) -> str:
        skill = self._team.find(Skill, said.skill)
        where = f"{skill.name}: {said.level} ({skill.meaning(said.level)})" if skill else str(said.level)
        return f"level {said.id} {self._team.name_of(said.person)}, {where}"

    def _certificate(self, one: Certificate) -> str:
        holds = "expired" if one.expires < self._today else "until"
        return f"{one.skill.name}, {holds} {self._day(one.expires)}"

    def _item(self, due: Due) -> str:
        item = due.item
        late = "since" if due.is_overdue(self._today) else "by"
        day = f", {late} {self._day(item.due)}" if item.due else ""
        done = "; its card is finished, so say what you learned" if due.is_card_finished else ""
        return f"learn {item.id} {item.title}{day}{done}"

    def _day(self, day: date) -> str:
        return spoken(day, self._today)
