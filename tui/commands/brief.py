"""`tagwerk brief`: what waits for a person today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from store.absences.away import away_on, stands_in, told
from store.absences.handed import due_back
from store.absences.open_things import summed_up, things_in
from store.days import spoken
from store.dropped.place import Stuck, stuck_in
from store.goals.owing import owed_by
from store.goals.pace import Pace
from store.goals.saying import outlook, percent
from store.goals.standing import Standings
from store.log.answering import refuse_silence
from store.models import Absence, ColumnKind, Comment, Goal, GoalState, Handover, Priority, Task
from store.rules.membership import is_lead, leads
from store.rules.words import counted
from store.standup.owing import owes_update
from store.team import Team
from tui.commands.absence_shapes import handover_shape
from tui.commands.answer import Json
from tui.commands.brief_culture import Culture
from tui.commands.brief_figures import Figures
from tui.commands.brief_news import News
from tui.commands.brief_training import Training
from tui.commands.call import Call
from tui.commands.goal_shapes import goal_shape
from tui.commands.session import session
from tui.commands.shapes import Places, comment_shape
from widgets.cells import cut

_MOST = 6
"""Things of one kind that are told."""
_SOON = 7
"""Days ahead that are looked at."""
_NEWS = timedelta(days=3)
"""How far back comments that mention the person are told."""
_NO_UPDATE = "You have written no update today; “tagwerk standup” shows a draft and posts it."
_TROUBLE = (Pace.OFF_TRACK, Pace.AT_RISK)


def run(call: Call) -> Brief:
    """What is broken, late, due, blocked and in work, who asked for the person, and what needs her.

    Raises:
        StorageError: the folder does not answer.
    """
    # It stands in the profile of many shells, and a login must not wait for a drive that is gone.
    refuse_silence(call.folder_or_here(None), call.world.disk)
    with session(call) as opened:
        team, person, today = opened.team, opened.person, opened.today
        culture = Culture(call, opened)
        stuck = stuck_in(call.folder, call.world.disk) if is_lead(team, person) else ()
        return Brief(team, person, today, _of(team, person, today, opened.now), culture, stuck)


class Division(Protocol):
    """What is wrong with how the work is divided, in a line."""

    def lines(self) -> list[str]:
        """How many findings there are, and the gravest; empty: there are none."""

    def document(self) -> Json:
        """The same as data; see `shapes`."""


@dataclass(frozen=True)
class _Waiting:
    """Everything by its kind; a card stands in the first one that it belongs to."""

    overdue: Sequence[Task]
    due: Sequence[Task]
    blocked: Sequence[Task]
    in_work: Sequence[Task]
    mentions: Sequence[Comment]
    owed: Sequence[Goal]
    troubled: Sequence[Goal]
    owes_update: bool
    """Whether the team holds stand-ups and the person has written no update today."""
    standings: Standings
    news: News
    division: Division | None
    """What is wrong with how the work is divided; `None` for who leads no role."""
    training: Training
    figures: Figures


@dataclass(frozen=True)
class Brief:
    """One person's day."""

    team: Team
    person: str
    today: date
    waiting: _Waiting
    culture: Culture
    stuck: tuple[Stuck, ...] = ()
    """Files in the watched folder that could not be read; for who leads a role."""
    status: int = 0

    def lines(self, width: int | None) -> Iterator[str]:
        """A heading, then a part for each kind of thing that there is."""
        yield f"{self.team.name_of(self.person)}, {spoken(self.today, self.today)}"
        if away := self._away():
            line = f"Away today: {away}"
            yield cut(line, width) if width else line
        for line in _some(self.culture.today()):
            yield cut(f"Today: {line}", width) if width else f"Today: {line}"
        parts = [(title, lines) for title, lines in self._parts() if lines]
        if not parts:
            yield "Nothing waits for you."
        for title, lines in parts:
            yield ""
            yield title
            for line in _some(lines):
                yield cut(f"  {line}", width) if width else f"  {line}"

    def document(self) -> Json:
        """The same as data; see `shapes`."""
        waiting, places = self.waiting, Places(self.team)
        cards = {"overdue": waiting.overdue, "due": waiting.due}
        cards |= {"blocked": waiting.blocked, "in_work": waiting.in_work}
        goals = {"check_ins_owed": waiting.owed, "goals_in_trouble": waiting.troubled}
        return {
            "person": self.person,
            "day": self.today.isoformat(),
            **{name: [places.task(task, self.today) for task in found] for name, found in cards.items()},
            "away": [
                {"login": login, "until": absence.end.isoformat(), "cover": self._cover(login) or None}
                for login, absence in self._others().items()
            ],
            "to_take_back": [handover_shape(self.team, one) for one in self._due_back()],
            "update_owed": waiting.owes_update,
            "mentions": [comment_shape(comment) for comment in waiting.mentions],
            **{
                name: [goal_shape(self.team, waiting.standings, goal) for goal in found]
                for name, found in goals.items()
            },
            **waiting.training.document(),
            **waiting.figures.document(),
            **waiting.news.document(),
            **self.culture.document(),
            "files_not_read": [{"file": one.name, "why": one.why} for one in self.stuck],
            "findings": waiting.division.document() if waiting.division else None,
        }

    def _parts(self) -> Iterator[tuple[str, list[str]]]:
        waiting, news = self.waiting, self.waiting.news
        yield "Something is broken", news.broken()
        yield "Overdue", [f"{_card(t)}, since {self._day(t.due)}" for t in waiting.overdue]
        yield f"Due within {counted(_SOON, 'day')}", [f"{_card(t)}, {self._day(t.due)}" for t in waiting.due]
        yield "Blocked", [f"{_card(task)}: {task.blocked}" for task in waiting.blocked]
        yield "In work", [_card(task) for task in waiting.in_work]
        yield "You are mentioned", self._mentions()
        yield "Handed over, and you are back", self._to_take_back()
        yield "Acknowledgements that you owe", news.acknowledgements()
        yield "Stand-up", [_NO_UPDATE] if waiting.owes_update else []
        yield "Check-ins that you owe", [self._goal(goal) for goal in waiting.owed]
        yield "Goals that are behind", [self._goal(goal) for goal in waiting.troubled]
        yield from waiting.training.parts()
        yield from waiting.figures.parts()
        yield from self.culture.parts()
        yield "Files that cannot be read", [f"{one.name}: {one.why}" for one in self.stuck]
        yield f"Unread news: {counted(news.unread, 'post')}", news.titles()
        yield "How the work is divided", waiting.division.lines() if waiting.division else []

    def _due_back(self) -> list[Handover]:
        """What the person has handed over and should have back by now."""
        return [one for one in due_back(self.team, self.today) if one.giver == self.person]

    def _to_take_back(self) -> list[str]:
        return [
            f"{summed_up(things_in(one))} with {self.team.name_of(one.receiver)}; "
            f"“tagwerk handover back {one.id}” takes it back"
            for one in self._due_back()
        ]

    def _others(self) -> Mapping[str, Absence]:
        """The others who are away today, by login."""
        away = away_on(self.team, self.today)
        return {login: absence for login, absence in away.items() if login != self.person}

    def _cover(self, login: str) -> str:
        return stands_in(self.team, login, self.today)

    def _away(self) -> str:
        """Who is away, in one line: first those for whom the person stands in."""
        found = sorted(self._others().items(), key=lambda one: self._cover(one[0]) != self.person)
        named = [f"{self.team.name_of(login)} ({self._until(login, one)})" for login, one in found]
        return ", ".join(_some(named))

    def _until(self, login: str, absence: Absence) -> str:
        cover = self._cover(login)
        if cover == self.person:
            return f"{told(self.team, absence, self.today).removeprefix('away ')}, you cover"
        return told(self.team, absence, self.today, cover).removeprefix("away ")

    def _day(self, day: date | None) -> str:
        return spoken(day, self.today) if day else ""

    def _mentions(self) -> list[str]:
        on_cards = [(comment.at, self._mention(comment)) for comment in self.waiting.mentions]
        found = sorted([*on_cards, *self.waiting.news.mentions()], key=lambda one: one[0], reverse=True)
        return [line for _, line in found]

    def _mention(self, comment: Comment) -> str:
        words = " ".join(comment.text.split())
        return f"#{comment.task} {self.team.name_of(comment.author)}: {words}"

    def _goal(self, goal: Goal) -> str:
        standing = self.waiting.standings.of(goal)
        share = f"{percent(standing.share)}, " if standing.share is not None else ""
        return f"goal {goal.id} {goal.title}: {share}{outlook(standing, standing.forecast())}"


def _of(team: Team, person: str, today: date, now: datetime) -> _Waiting:
    mine = [task for task in _open(team) if person in task.assignees]
    active = {column.id for column in team.columns if column.kind is ColumnKind.ACTIVE}
    seen: set[int] = set()

    def those(found: Sequence[Task]) -> Sequence[Task]:
        new = [task for task in found if task.id not in seen]
        seen.update(task.id for task in new)
        return sorted(new, key=_order)

    standings = Standings(team, today)
    own = [goal for goal in team.all(Goal) if goal.owner == person and not goal.archived_at]
    behind = [g for g in own if g.state is GoalState.ACTIVE and standings.of(g).pace in _TROUBLE]
    soon = today + timedelta(days=_SOON)
    return _Waiting(
        overdue=those([task for task in mine if task.is_overdue(today)]),
        due=those([task for task in mine if task.due and task.due <= soon]),
        blocked=those([task for task in mine if task.blocked]),
        in_work=those([task for task in mine if task.column in active]),
        mentions=_mentions(team, person, now),
        owed=owed_by(team, person, today, standings),
        troubled=sorted(behind, key=lambda goal: (goal.due or date.max, goal.id)),
        owes_update=owes_update(team, person, today),
        standings=standings,
        news=News(team, person, today),
        division=_division(team, today) if person in leads(team) else None,
        training=Training(team, person, today),
        figures=Figures(team, person, today),
    )


def _division(team: Team, today: date) -> Division:
    # Only who leads a role waits for what it brings along.
    from tui.commands.brief_findings import BriefFindings

    return BriefFindings(team, today)


def _open(team: Team) -> Iterator[Task]:
    """Cards that are not finished; only those that somebody is on are built."""
    for id, raw in team.tables.get("tasks", {}).items():
        if raw.get("assignees") and not raw.get("archived_at") and not raw.get("finished_at"):
            task = team.find(Task, id)
            if task is not None:
                yield task


def _mentions(team: Team, person: str, now: datetime) -> list[Comment]:
    """What others said to the person lately, the newest first."""
    raws = team.tables.get("comments", {})
    named = [id for id, raw in raws.items() if person in (raw.get("mentions") or ())]
    found = [comment for id in named if (comment := team.find(Comment, id))]
    new = [comment for comment in found if comment.author != person and now - comment.at <= _NEWS]
    return sorted(new, key=lambda comment: comment.at, reverse=True)


def _some(lines: list[str]) -> list[str]:
    """The first of many, and how many more there are: it is one screen, at every login."""
    more = len(lines) - _MOST
    return [*lines[:_MOST], f"and {more} more"] if more > 1 else lines


def _order(task: Task) -> tuple[date, int, int]:
    return task.due or date.max, list(Priority).index(task.priority), task.id


def _card(task: Task) -> str:
    return f"#{task.id} {task.title}"
