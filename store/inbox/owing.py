"""What a person owes the others, as lines of the inbox."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from store import days
from store.culture.asking import monday_of
from store.goals import owing
from store.goals.standing import Standings
from store.inbox.concerns import Kind
from store.inbox.items import Item
from store.kpis.owing import late, to_review
from store.kpis.periods import next_first, titled
from store.kpis.saying import how_many
from store.models import PulseQuestion, Skill
from store.news import audience
from store.phrases import quoted
from store.skills.certificates import certificates
from store.skills.confirming import waiting_for
from store.skills.owing import due_for
from store.team import Team


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change of the person's that stands against somebody else's."""

    name: str
    """What tells it from the others."""
    label: str
    """What she did, as a phrase that follows her name."""
    at: datetime


def owed(
    team: Team,
    person: str,
    today: date,
    clashes: Iterable[Waiting] = (),
    question: PulseQuestion | None = None,
) -> list[Item]:
    """What a person has to do: decide, acknowledge, say how goals and figures go, confirm levels, learn.

    `question` is the pulse's, where it is known that she has not answered it.
    """
    zone = ZoneInfo(team.settings.time_zone)
    found = [
        Item(Kind.CLASH, ("clashes", one.name), f"you {one.label}", "", one.at, False) for one in clashes
    ]
    for post in audience.owed_by(team, person):
        until = days.spoken(post.acknowledge_by, today) if post.acknowledge_by else ""
        sentence = f"{quoted(post.title)} by {until}"
        found.append(Item(Kind.ACKNOWLEDGE, ("posts", post.id), sentence, post.author, post.at, False))
    standings = Standings(team, today)
    for goal in owing.owed_by(team, person, today, standings):
        at = datetime.combine(standings.next_check_in(goal) or today, time(), zone)
        sentence = f"{quoted(goal.title)}: how does it go?"
        found.append(Item(Kind.CHECK_IN, ("goals", goal.id), sentence, "", at, False))
    found += _of_figures(team, person, today, zone)
    found += _of_skills(team, person, today, zone)
    if question is not None:
        at = datetime.combine(monday_of(today), time(), zone)
        sentence = f"{quoted(question.text)}: how is it? Nobody sees who said what"
        found.append(Item(Kind.PULSE, ("pulse_questions", question.id), sentence, "", at, False))
    return found


def _of_figures(team: Team, person: str, today: date, zone: ZoneInfo) -> Iterator[Item]:
    """Readings that are late, and adjustments whose review day has come."""
    for one in late(team, person, today):
        kpi, gaps = one.kpi, one.missing
        what = titled(gaps[-1], kpi.cadence)
        more = f" and {how_many(gaps, 1)} before" if len(gaps) > 1 else ""
        # Since when somebody waits for it: the day behind the period.
        at = datetime.combine(next_first(gaps[0], kpi.cadence), time(), zone)
        yield Item(Kind.READING, ("kpis", kpi.id), f"{quoted(kpi.name)} in {what}{more}", "", at, False)
    for adjustment in to_review(team, person, today):
        at = datetime.combine(adjustment.review_on, time(), zone)
        sentence = f"{quoted(adjustment.title)}: has it helped?"
        yield Item(Kind.REVIEW, ("adjustments", adjustment.id), sentence, "", at, False)


def _of_skills(team: Team, person: str, today: date, zone: ZoneInfo) -> Iterator[Item]:
    """Levels to be confirmed, certificates that expire, and what is to be learned soon."""
    for said in waiting_for(team, person):
        skill = team.find(Skill, said.skill)
        what = f"{said.level} ({skill.meaning(said.level)}) in {quoted(skill.name)}" if skill else said.level
        key = ("assessments", said.id)
        yield Item(Kind.CONFIRM, key, f"level {what} to be confirmed", said.person, said.at, False)
    for one in certificates(team, today, person=person):
        holds = "expired on" if one.expires < today else "expires on"
        sentence = f"your certificate in {quoted(one.skill.name)} {holds} {days.spoken(one.expires, today)}"
        at = datetime.combine(one.expires, time(), zone)
        yield Item(Kind.CERTIFICATE, ("assessments", one.level.assessment), sentence, "", at, False)
    for due in due_for(team, person, today):
        item = due.item
        by = f" by {days.spoken(item.due, today)}" if item.due else ""
        sentence = f"{quoted(item.title)}{by}"
        if due.is_card_finished:
            sentence = f"{quoted(item.title)}: its card is finished; what did you learn?"
        at = datetime.combine(item.due or today, time(), zone)
        yield Item(Kind.LEARN, ("learning_items", item.id), sentence, "", at, False)
