"""Which of the things that others did concern one person, and which of them she has seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from store.culture.kudos import thanked
from store.inbox.happenings import Happening, What
from store.models import Absence, Comment, Document, Goal, Handover, Kudos, Post, Remark, Reply, Task
from store.models.raws import number_in
from store.news.audience import addresses
from store.news.marks import Marks
from store.team import Team

Thing = tuple[str, int]
"""Table and number of the card, goal or post that something is about."""


class Kind(StrEnum):
    """Why something is in the inbox, in the order in which it stands there."""

    CLASH = "clash"
    ACKNOWLEDGE = "acknowledge"
    CHECK_IN = "check in"
    READING = "reading"
    REVIEW = "review"
    CONFIRM = "confirm"
    CERTIFICATE = "certificate"
    LEARN = "learn"
    PULSE = "pulse"
    FILE = "file"
    MENTION = "mention"
    ASSIGNED = "assigned"
    GIVEN = "handover"
    GIVEN_BACK = "given back"
    COVER = "cover"
    HANDED_OVER = "handed over"
    REPLY = "reply"
    COMMENT = "comment"
    KUDOS = "kudos"
    INCIDENT = "incident"

    @property
    def is_owed(self) -> bool:
        """Whether the person has to do something, and only that takes it away."""
        return self in _OWED


_OWED = (
    *(Kind.CLASH, Kind.ACKNOWLEDGE, Kind.CHECK_IN, Kind.READING, Kind.REVIEW),
    *(Kind.CONFIRM, Kind.CERTIFICATE, Kind.LEARN, Kind.PULSE, Kind.FILE),
)


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that somebody else did, and why it concerns the person."""

    thing: Thing
    kind: Kind
    happening: Happening


@dataclass(frozen=True)
class Seen:
    """What a person has seen."""

    marks: Marks
    """Which posts and replies she has not read."""
    up_to: int = 0
    """All commits up to this number."""
    things: Mapping[Thing, int] = field(default_factory=dict)
    """Things of which she has seen everything up to the number of a commit."""
    comments: frozenset[int] = frozenset()
    """Numbers of comments that name her and that she has seen."""

    def has(self, concern: Concern) -> bool:
        """Whether she has seen it, in the inbox or elsewhere. A mention waits as long as it is counted."""
        done = concern.happening
        is_counted = concern.kind is Kind.MENTION and done.table != "remarks"
        if not is_counted and done.number <= max(self.up_to, self.things.get(concern.thing, 0)):
            return True
        if done.table == "comments":
            return done.id in self.comments
        if done.table == "posts" and done.what is not What.BROKEN_AGAIN:
            return done.id not in self.marks.posts
        if done.table == "replies":
            return done.id not in self.marks.replies.get(concern.thing[1], ())
        return False


def concerns(team: Team, person: str, happenings: Iterable[Happening], marks: Marks) -> list[Concern]:
    """What of all that happened concerns a person and still holds in this snapshot."""
    found = []
    for happening in happenings:
        # One's own doings are no news, from whichever window.
        reason = _reason(team, person, happening, marks) if happening.by != person else None
        if reason is not None:
            found.append(Concern(*reason, happening))
    return found


def thing_of(team: Team, done: Happening) -> Thing:
    """What something is about, from the fields as they are kept: quicker than asking whom it concerns."""
    field, table = _OWNED.get(done.table, ("", done.table))
    if not field:
        return table, done.id
    return table, number_in(team.tables.get(done.table, {}).get(done.id, {}).get(field))


def older_mentions(
    team: Team, comments: Iterable[int], marks: Marks, known: Iterable[Concern]
) -> list[Concern]:
    """Mentions that a person has not seen and that are too old for the history that was read.

    Args:
        team: the snapshot.
        comments: numbers of the comments that name her and that she has not seen.
        marks: what she has not read of the news.
        known: what is in that history.
    """
    there = {(one.happening.table, one.happening.id) for one in known if one.kind is Kind.MENTION}
    waiting = [*(("comments", number) for number in comments), *marks.naming]
    found = []
    for table, number in waiting:
        said = team.find(_SAID[table], number) if (table, number) not in there else None
        thing = _about(said)
        if isinstance(said, Comment | Post | Reply) and thing is not None and _is_there(team, thing):
            done = Happening(0, said.author, said.at, What.SAID, table, number)
            found.append(Concern(thing, Kind.MENTION, done))
    return found


def _reason(team: Team, person: str, done: Happening, marks: Marks) -> tuple[Thing, Kind] | None:
    if done.table == "tasks":
        return _card(team, person, done)
    if done.table == "kudos":
        kudos = team.find(Kudos, done.id)
        is_hers = kudos is not None and not kudos.archived_at and person in thanked(team, kudos)
        return (("kudos", done.id), Kind.KUDOS) if is_hers else None
    if done.table in ("absences", "handovers"):
        return _absence(team, person, done) if done.table == "absences" else _handover(team, person, done)
    if done.what in (What.BROKEN, What.BROKEN_AGAIN):
        post = team.find(Post, done.id)
        if post is None or not post.is_open_incident or not _is_for(team, post, person):
            return None
        return ("posts", post.id), Kind.INCIDENT
    said = team.find(_SAID[done.table], done.id)
    thing = _about(said)
    if said is None or thing is None or not _is_there(team, thing):
        return None
    if person in done.names and person in getattr(said, "mentions", ()):
        return thing, Kind.MENTION
    if done.what is not What.SAID:
        return None
    if isinstance(said, Reply):
        return (thing, Kind.REPLY) if marks.concerns(said.post) else None
    return (thing, Kind.COMMENT) if _is_on(team, person, said) else None


def _card(team: Team, person: str, done: Happening) -> tuple[Thing, Kind] | None:
    """A card that was given to the person or to a role of hers, and was not taken away again."""
    card, member = team.find(Task, done.id), team.members.get(person)
    if card is None or card.archived_at or member is None:
        return None
    if done.what is What.ASSIGNED:
        is_mine = person in done.names and person in card.assignees
        return (("tasks", card.id), Kind.ASSIGNED) if is_mine else None
    is_ours = done.role in member.roles and card.role == done.role
    return (("tasks", card.id), Kind.HANDED_OVER) if is_ours else None


def _absence(team: Team, person: str, done: Happening) -> tuple[Thing, Kind] | None:
    """An absence for which the person was named as the cover, and still is."""
    absence = team.find(Absence, done.id)
    if absence is None or absence.archived_at or absence.cover != person or person not in done.names:
        return None
    return ("absences", absence.id), Kind.COVER


def _handover(team: Team, person: str, done: Happening) -> tuple[Thing, Kind] | None:
    """What somebody handed over to the person, or gave back to her."""
    handover = team.find(Handover, done.id)
    if handover is None:
        return None
    thing = "handovers", handover.id
    if done.what is What.BACK:
        return (thing, Kind.GIVEN_BACK) if handover.giver == person and handover.back_at else None
    return (thing, Kind.GIVEN) if handover.receiver == person and not handover.back_at else None


def _about(said: Document | None) -> Thing | None:
    if isinstance(said, Comment):
        return "tasks", said.task
    if isinstance(said, Remark):
        return "goals", said.goal
    if isinstance(said, Reply):
        return "posts", said.post
    return ("posts", said.id) if isinstance(said, Post) else None


def _is_there(team: Team, thing: Thing) -> bool:
    raw = team.tables.get(thing[0], {}).get(thing[1])
    return raw is not None and not raw.get("archived_at")


def _is_for(team: Team, post: Post, person: str) -> bool:
    member = team.members.get(person)
    return addresses(post.raw(), person, frozenset(member.roles if member else ()))


def _is_on(team: Team, person: str, said: Document) -> bool:
    """Whether a person works on the card, or answers for the goal, or has said something there."""
    if isinstance(said, Comment):
        card = team.find(Task, said.task)
        is_hers = card is not None and person in card.assignees
        return is_hers or any(comment.author == person for comment in team.comments(said.task))
    if isinstance(said, Remark):
        goal = team.find(Goal, said.goal)
        is_hers = goal is not None and goal.owner == person
        remarks = team.belonging(Remark, "goal", said.goal)
        return is_hers or any(remark.author == person for remark in remarks)
    return False


_OWNED = {"comments": ("task", "tasks"), "remarks": ("goal", "goals"), "replies": ("post", "posts")}
"""Tables of what is said about something: the field that names it, and its table."""
_SAID: Mapping[str, type[Document]] = {
    "comments": Comment,
    "remarks": Remark,
    "posts": Post,
    "replies": Reply,
}
