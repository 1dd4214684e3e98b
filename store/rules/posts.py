"""Writing posts, changing what they say, and putting them away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Goal, Post, PostKind
from store.rules.board import free_number, live_role, refuse_strangers
from store.rules.comments import mentions
from store.rules.membership import leads, refuse_outsider
from store.rules.valid import called, changed, refuse_unknown, valid
from store.rules.words import listed, quoted
from store.team import Team
from store.text import clean

_WRITTEN = ("kind", "title", "body", "roles", "people", "acknowledge_by", "tasks", "goals")
"""Fields that the author writes; all others have rules of their own."""
_OF_LEADS = ("pinned_until", "acknowledge_by")
"""Fields that ask something of everybody."""


def post_numbered(team: Team, id: int) -> Post:
    """A post by its number.

    Raises:
        NotFound: there is none.
    """
    post = team.find(Post, id)
    if post is None:
        raise NotFound(f"There is no post {id}; “tagwerk news” shows those there are.")
    return post


def live_post(team: Team, id: int) -> Post:
    """A post that is not put away.

    Raises:
        NotFound: there is none with this number.
        Refused: it is archived.
    """
    post = post_numbered(team, id)
    if post.archived_at:
        raise Refused(f"The post {quoted(post.title)} is archived; restore it first.")
    return post


def write(team: Team, title: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """A new post; people named with @ in it are mentioned.

    Raises:
        NotFound: a person, role, task or goal that is named does not exist.
        Refused: it needs somebody who leads a role, a day has passed, a value does not fit its field, or the
            person is not in the team.
    """
    refuse_outsider(team, by)
    refuse_unknown(Post, fields)
    _refuse_others(fields, (*_WRITTEN, "pinned_until"))
    number = free_number(team, "posts", id)
    stamps = {"id": number, "author": by, "at": now}
    post = valid(Post, {**fields, **stamps, "title": title})
    _refuse_unfit(team, by, team.today(now), post.raw())
    named = mentions(f"{post.title}\n{post.body}", team.members)
    post = replace(post, mentions=named)
    return Change.insert("posts", post, f"posted {quoted(post.title)}", number).signed(by, now)


def edit(team: Team, post_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change what one has posted; readers see that it was edited.

    Raises:
        NotFound: there is no such post, or something that is named does not exist.
        Refused: somebody else wrote it, it is archived, it needs somebody who leads a role, a day has passed,
            a value does not fit its field, or an incident would be none any more.
    """
    refuse_outsider(team, by)
    post = live_post(team, post_id)
    if post.author != by:
        raise Refused(f"{team.name_of(post.author)} wrote {quoted(post.title)}; reply to it instead.")
    refuse_unknown(Post, fields)
    _refuse_others(fields, _WRITTEN)
    new = changed(post, "", fields)
    if not new:
        return new.signed(by, now)
    after = valid(Post, {**post.raw(), **fields, "id": post.id})
    names = [name for one in new.edits for name in one.after or ()]
    _refuse_other_kind(post, after.kind)
    _refuse_unfit(team, by, team.today(now), {name: after.raw().get(name) for name in names}, post)
    named = mentions(f"{after.title}\n{after.body}", team.members)
    label = f"changed the {listed(map(called, names))} of the post {quoted(post.title)}"
    return changed(post, label, {**fields, "mentions": named, "edited_at": now}).signed(by, now)


def pin(team: Team, post_id: int, until: date | str | None, by: str, now: datetime) -> Change:
    """Let a post stand above the others up to a day; `None`: no longer.

    Raises:
        NotFound: there is no such post.
        Refused: the person leads no role, the post is archived, or the day has passed.
    """
    post = live_post(team, post_id)
    refuse_unless_pinning(team, by)
    verb = "unpinned" if until is None else "pinned"
    change = changed(post, f"{verb} {quoted(post.title)}", {"pinned_until": until})
    for one in change.edits:
        _refuse_past(one.after or {}, team.today(now))
    return change.signed(by, now)


def close(team: Team, post_id: int, outcome: str, by: str, now: datetime) -> Change:
    """An incident is over: its banner goes, and its outcome is told.

    Raises:
        NotFound: there is no such post.
        Refused: it is no incident, is over already or archived, has no outcome, or is neither the person's
            own nor hers to close as somebody who leads a role.
    """
    post = live_post(team, post_id)
    refuse_unless_closing(team, post, by)
    if not clean(outcome).strip():
        raise Refused("Say how it ended: what was broken, and what was done.")
    fields = {"outcome": outcome, "closed_at": now, "closed_by": by}
    return changed(post, f"closed the incident {quoted(post.title)}", fields).signed(by, now)


def refuse_unless_closing(team: Team, post: Post, by: str) -> None:
    """Refuse to close what is no incident, is over, or is somebody else's.

    Raises:
        Refused: it is.
    """
    _refuse_unless_own(team, post, by)
    if post.kind is not PostKind.INCIDENT:
        raise Refused(f"{quoted(post.title)} is no incident, so there is nothing to close.")
    if post.closed_at:
        raise Refused(f"The incident {quoted(post.title)} is over already.")


def refuse_unless_pinning(team: Team, by: str) -> None:
    """Refuse to pin a post, where others lead.

    Raises:
        Refused: the person leads no role, or is not in the team.
    """
    _refuse_unless_lead(team, by, "pins a post")


def reopen(team: Team, post_id: int, by: str, now: datetime) -> Change:
    """An incident is not over after all; what was said about its end stays until it is closed again.

    Raises:
        NotFound: there is no such post.
        Refused: it is no incident, not over, archived, or not the person's to open again.
    """
    post = live_post(team, post_id)
    _refuse_unless_own(team, post, by)
    if post.kind is not PostKind.INCIDENT or not post.closed_at:
        raise Refused(f"{quoted(post.title)} is no incident that is over.")
    fields = {"closed_at": None, "closed_by": ""}
    return changed(post, f"opened the incident {quoted(post.title)} again", fields).signed(by, now)


def archive(team: Team, post_id: int, by: str, now: datetime) -> Change:
    """Put a post away; nothing of it is lost.

    Raises:
        NotFound: there is no such post.
        Refused: it is archived already, an incident that is not over, or neither the person's own nor hers to
            put away as somebody who leads a role.
    """
    post = live_post(team, post_id)
    _refuse_unless_own(team, post, by)
    if post.is_open_incident:
        raise Refused(f"The incident {quoted(post.title)} is not over; close it first.")
    return changed(post, f"archived the post {quoted(post.title)}", {"archived_at": now}).signed(by, now)


def restore(team: Team, post_id: int, by: str, now: datetime) -> Change:
    """Bring an archived post back.

    Raises:
        NotFound: there is no such post.
        Refused: it is not archived, or not the person's to bring back.
    """
    post = post_numbered(team, post_id)
    _refuse_unless_own(team, post, by)
    if not post.archived_at:
        raise Refused(f"The post {quoted(post.title)} is not archived.")
    return changed(post, f"brought back the post {quoted(post.title)}", {"archived_at": None}).signed(by, now)


def may_lead(team: Team, login: str) -> bool:
    """Whether a person may ask something of everybody: she leads a role, or nobody does."""
    may = leads(team)
    return login in may or (not may and (login in team.members or not team.members))


def _refuse_other_kind(post: Post, kind: PostKind) -> None:
    """An incident stays one: its banner, or how it ended, would be hidden without a word."""
    if post.kind is not PostKind.INCIDENT or kind is PostKind.INCIDENT:
        return
    if post.is_open_incident:
        raise Refused(f"The incident {quoted(post.title)} is not over; close it first.")
    raise Refused(
        f"{quoted(post.title)} was an incident, and how it ended stands below it; write a new post instead."
    )


def _refuse_others(fields: Mapping[str, object], written: tuple[str, ...]) -> None:
    for name in fields:
        if name not in written:
            raise Refused(
                f"The field {quoted(called(name))} of a post is kept by Tagwerk and cannot be edited."
            )


def _refuse_unfit(
    team: Team, by: str, today: date, fields: Mapping[str, Any], old: Post | None = None
) -> None:
    """Refuse what the fields ask of people or name that is not there; what the old post names may be gone."""
    before = old.raw() if old else {}

    def named(name: str) -> list[Any]:
        return [value for value in fields.get(name) or () if value not in before.get(name, ())]

    if fields.get("kind") == PostKind.ANNOUNCEMENT:
        _refuse_unless_lead(team, by, "announces something")
    if fields.get("acknowledge_by"):
        _refuse_unless_lead(team, by, "asks everyone to acknowledge a post")
    if fields.get("pinned_until"):
        refuse_unless_pinning(team, by)
    _refuse_past(fields, today)
    for role in named("roles"):
        live_role(team, role)
    refuse_strangers(team, named("people"))
    for task in named("tasks"):
        team.task(task)
    for goal in named("goals"):
        if team.find(Goal, goal) is None:
            raise NotFound(f"There is no goal {goal}; “tagwerk goals” shows those there are.")


def _refuse_past(fields: Mapping[str, Any], today: date) -> None:
    for name in _OF_LEADS:
        day = fields.get(name)
        if day and str(day) < today.isoformat():
            raise Refused(f"{day} has passed; choose today or a later day.")


def _refuse_unless_lead(team: Team, by: str, what: str) -> None:
    refuse_outsider(team, by)
    if not may_lead(team, by):
        names = listed(map(team.name_of, leads(team)[:6]), "or")
        raise Refused(f"Only who leads a role {what}; ask {names}.")


def _refuse_unless_own(team: Team, post: Post, by: str) -> None:
    refuse_outsider(team, by)
    if post.author in team.members and by != post.author and not may_lead(team, by):
        author = team.name_of(post.author)
        raise Refused(f"{author} wrote {quoted(post.title)}; ask {author}, or who leads a role.")
