"""`tagwerk learn`: what people learn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from store.models import LearningItem, LearningState, Skill
from store.rules import learning as rules
from store.rules import lookup
from store.skills.saying import amount
from store.team import Team
from tui.commands import finding
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.changing import Grid
from tui.commands.session import session
from tui.commands.skill_shapes import item_shape
from widgets.cells import cut


def everything(call: Call) -> Grid:
    """What is open.

    Raises:
        StorageError: the folder does not answer.
    """
    return some(call, person=None, state=None, skill=None, all_of_them=False, archived=False)


def some(
    call: Call, *, person: str | None, state: str | None, skill: str | None, all_of_them: bool, archived: bool
) -> Grid:
    """What is asked for, the earliest due first; without a state only what is open.

    Raises:
        NotFound: there is no such person or skill.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        found = [item for item in team.all(LearningItem) if bool(item.archived_at) == archived]
        if person is not None:
            login = opened.person if person == "me" else lookup.member_named(team, person).login
            found = [item for item in found if item.person == login]
        if skill is not None:
            number = finding.skill(team, skill).id
            found = [item for item in found if item.skill == number]
        if state is not None:
            found = [item for item in found if item.state is LearningState(state.replace("-", " "))]
        elif not all_of_them and not archived:
            found = [item for item in found if item.state in rules.OPEN]
        found.sort(key=lambda item: (item.due is None, item.due, item.id))
        rows = [_row(team, item, opened.today) for item in found]
        content = {"items": [item_shape(team, item, opened.today) for item in found]}
        nothing = "Nothing like that is learned; “tagwerk learn wish TITLE” writes down a wish."
        return Grid(rows, (0, 20, 10, 0, 0, 0), content, nothing)


def show(call: Call, *, number: int) -> Sheet:
    """All of a learning item.

    Raises:
        NotFound: there is no such item.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        return Sheet(opened.team, rules.item_numbered(opened.team, number), opened.today)


@dataclass(frozen=True)
class Sheet:
    """All of a learning item."""

    team: Team
    item: LearningItem
    today: date
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """The title, then a line for all that is known."""
        item = self.item
        yield f"{item.id} {item.title}"
        for name, value in self._facts():
            if value:
                line = f"  {name:9} {value}"
                yield cut(line, width) if width else line
        for heading, text in (("Why", item.why), ("Learned", item.learned)):
            if text:
                yield ""
                yield heading
                yield from (f"  {line}" for line in text.splitlines())

    def document(self) -> Json:
        """See `skill_shapes`."""
        return {"item": item_shape(self.team, self.item, self.today)}

    def _facts(self) -> Iterator[tuple[str, str]]:
        item, team = self.item, self.team
        skill = team.find(Skill, item.skill) if item.skill is not None else None
        yield "Person", team.name_of(item.person)
        yield "State", f"{item.state}{', archived' if item.archived_at else ''}"
        yield "Kind", f"{item.kind}{f', by {team.name_of(item.provider)}' if item.provider else ''}"
        leads = f", to level {item.level} ({skill.meaning(item.level)})" if skill and item.level else ""
        yield "Skill", f"{skill.name}{leads}" if skill else ""
        yield "Cost", amount(team, item.cost) if item.cost else ""
        on = f" on {item.paid_on}" if item.paid_on else ""
        yield "Paid", f"{amount(team, item.paid)}{on}" if item.paid is not None else ""
        yield "Hours", f"{item.hours:g}" if item.hours else ""
        yield "Due", item.due.isoformat() if item.due else ""
        yield "Finished", item.finished_on.isoformat() if item.finished_on else ""
        yield "Card", f"#{item.task}" if item.task is not None else ""
        yield "Post", f"post {item.post}" if item.post is not None else ""
        yield "Link", item.link


def _row(team: Team, item: LearningItem, today: date) -> list[str]:
    is_late = item.due is not None and item.due < today and item.state in rules.OPEN
    return [
        str(item.id),
        item.title,
        team.name_of(item.person),
        item.state,
        f"{item.due.isoformat()}{' late' if is_late else ''}" if item.due else "",
        amount(team, item.cost) if item.cost else "",
    ]
