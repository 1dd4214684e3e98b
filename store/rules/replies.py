"""What people say and do below a post: replies, reactions, acknowledgements, reminders."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from store.change import Change, combine
from store.days import spoken
from store.errors import NotFound, Refused
from store.models import Acknowledgement, Fields, Post, Reaction, Reply, Sign
from store.news.audience import has_acknowledged, is_for, roster
from store.rules.board import free_number
from store.rules.comments import own_words, said
from store.rules.membership import refuse_outsider
from store.rules.posts import live_post, may_lead
from store.rules.valid import changed, valid
from store.rules.words import counted, listed, quoted
from store.team import Team


def reply(team: Team, post_id: int, text: str, by: str, now: datetime, id: int = -1) -> Change:
    """Say something below a post; people named with @ are mentioned.

    Raises:
        NotFound: there is no such post.
        Refused: there is no text, none beside a quotation, or too much of it, the post is archived, or the
            person is not in the team.
    """
    refuse_outsider(team, by)
    post = live_post(team, post_id)
    return _below(team, post, _said(team, text), f"replied to {quoted(post.title)}", by, now, id)


def edit_reply(team: Team, reply_id: int, text: str, by: str, now: datetime) -> Change:
    """Change what one has said.

    Raises:
        NotFound: there is no such reply.
        Refused: somebody else wrote it, its post is archived, there is no text, none beside a quotation, or
            too much of it, or the person is not in the team.
    """
    refuse_outsider(team, by)
    old = team.find(Reply, reply_id)
    if old is None:
        raise NotFound(f"There is no reply {reply_id}.")
    if old.author != by:
        raise Refused(f"{team.name_of(old.author)} wrote this reply; write one of your own.")
    words = _said(team, text)
    if words["text"] == old.text:
        return Change().signed(by, now)
    label = f"edited a reply to {quoted(live_post(team, old.post).title)}"
    return changed(old, label, {**words, "edited_at": now}).signed(by, now)


def quoting(reply_or_post: str) -> str:
    """A text as it is quoted: each line behind `> `, and room for an answer below."""
    return "".join(f"> {line}\n" for line in reply_or_post.splitlines()) + "\n"


def react(
    team: Team, post_id: int, sign: str, by: str, now: datetime, *, reply: int | None = None, id: int = -1
) -> Change:
    """React to a post or a reply with a sign, or take it back.

    Raises:
        NotFound: there is no such post or reply.
        Refused: the sign is not one of `Sign`, the post is archived, or the person is not in the team.
    """
    refuse_outsider(team, by)
    post = live_post(team, post_id)
    if sign not in {*Sign}:
        raise Refused(f"{quoted(sign)} is no reaction; there are {listed(Sign)}.")
    if reply is not None and getattr(team.find(Reply, reply), "post", None) != post.id:
        raise NotFound(f"There is no reply {reply} to {quoted(post.title)}.")
    mine = [
        one for one in team.belonging(Reaction, "post", post.id) if (one.author, one.reply) == (by, reply)
    ]
    if not mine:
        number = free_number(team, "reactions", id)
        new = Reaction(id=number, post=post.id, reply=reply, author=by, signs=[sign])
        return Change.insert("reactions", new, _reacted(post, sign), number).signed(by, now)
    has_it = any(sign in one.signs for one in mine)
    label = f"took back “{sign}” from {quoted(post.title)}" if has_it else _reacted(post, sign)
    # Two hosts may each have begun one for the same person; what is taken back goes from all of them.
    steps = [
        changed(one, label, {"signs": [s for s in one.signs if s != sign] if has_it else [*one.signs, sign]})
        for one in (mine if has_it else mine[:1])
    ]
    return combine(steps, label).signed(by, now)


def acknowledge(team: Team, post_id: int, by: str, now: datetime, id: int = -1) -> Change:
    """Say that one knows what a post says.

    Raises:
        NotFound: there is no such post.
        Refused: it asks for none, was acknowledged already, is archived or not for this person, or the person
            is not in the team.
    """
    refuse_outsider(team, by)
    post = live_post(team, post_id)
    if post.acknowledge_by is None:
        raise Refused(f"{quoted(post.title)} does not have to be acknowledged.")
    member = team.members.get(by)
    if post.author == by or (member and not is_for(post, member)):
        raise Refused(f"{quoted(post.title)} asks others to acknowledge it, not you.")
    if has_acknowledged(team, post.id, by):
        raise Refused(f"You have acknowledged {quoted(post.title)} already.")
    number = free_number(team, "acknowledgements", id)
    new = Acknowledgement(id=number, post=post.id, author=by, at=now)
    label = f"acknowledged {quoted(post.title)}"
    return Change.insert("acknowledgements", new, label, number).signed(by, now)


def remind(team: Team, post_id: int, by: str, now: datetime, id: int = -1) -> Change:
    """Mention everyone who has not acknowledged a post yet, in a reply below it.

    Raises:
        NotFound: there is no such post.
        Refused: everyone has, they were reminded today already, it asks for none, or it is neither the
            person's own nor hers to remind of as somebody who leads a role.
    """
    post = live_post(team, post_id)
    refuse_outsider(team, by)
    if post.acknowledge_by is None:
        raise Refused(f"{quoted(post.title)} does not have to be acknowledged.")
    if by != post.author and not may_lead(team, by):
        raise Refused(f"Only {team.name_of(post.author)} and who leads a role reminds others of it.")
    owing = roster(team, post).owing
    if not owing:
        raise Refused(f"Everyone has acknowledged {quoted(post.title)}.")
    _refuse_second_reminder(team, post, now)
    names = " ".join(f"@{member.login}" for member in owing)
    by_day = spoken(post.acknowledge_by, team.today(now))
    fields = {**said(team, f"Please acknowledge this by {by_day}: {names}"), "is_reminder": True}
    label = f"reminded {counted(len(owing), 'person', 'people')} of {quoted(post.title)}"
    return _below(team, post, fields, label, by, now, id)


def _said(team: Team, text: str) -> Fields:
    """What somebody said below a post, and whom it mentions."""
    words = said(team, text, "reply")
    if not own_words(str(words["text"])):
        raise Refused("There is nothing but the quotation; write your words below it.")
    return words


def _below(team: Team, post: Post, words: Fields, label: str, by: str, now: datetime, id: int) -> Change:
    """A new reply with what was said."""
    number = free_number(team, "replies", id)
    fields = {"id": number, "post": post.id, "author": by, "at": now, **words}
    return Change.insert("replies", valid(Reply, fields), label, number).signed(by, now)


def _refuse_second_reminder(team: Team, post: Post, now: datetime) -> None:
    """Whoever is called every hour listens no more."""
    today = team.today(now)
    for one in team.belonging(Reply, "post", post.id):
        if one.is_reminder and team.today(one.at) == today:
            at = one.at.astimezone(ZoneInfo(team.settings.time_zone))
            name = team.name_of(one.author)
            raise Refused(f"{name} reminded them today at {at:%H:%M} already; wait until tomorrow.")


def _reacted(post: Post, sign: str) -> str:
    return f"reacted to {quoted(post.title)} with “{sign}”"
