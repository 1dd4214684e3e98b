"""`tagwerk member leave`: somebody goes, and what is left behind is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from shlex import quote

from store.days import spoken
from store.errors import Refused
from store.models import Member, Playbook, PlaybookKind
from store.playbooks.leaving import Left, left_without_owner, summed_up
from store.rules import leaving, lookup
from store.rules.words import quoted
from store.team import Team
from tui.commands import joining
from tui.commands.agreeing import Preview, unless_agreed
from tui.commands.answer import Answer, Said
from tui.commands.call import Call
from tui.commands.member_change import member_in
from tui.commands.session import Session, session
from tui.commands.shapes import member_shape
from tui.commands.values import Day

_KIND = PlaybookKind.LEAVING


def leave(
    call: Call, *, login: str, on: Day | None, to: str | None, playbooks: list[str], dry_run: bool, yes: bool
) -> Answer:
    """Take somebody out of the team; what they did stays under their name.

    What has no owner afterwards is listed, and handed over where somebody is named. On a day to come only
    that and the playbooks are done.

    Raises:
        NotFound: a playbook that is named is not there.
        Refused: the person who asks may not, or there is no such person in the team.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, today = opened.team, opened.today
        member = member_in(team, login)
        if member.left_at:
            back = f"“tagwerk member back {quote(member.login)}” brings this person back"
            raise Refused(f"{quoted(member.login)} has left the team already; {back}.")
        leaving.refuse_unless_own_leave(team, member.login, opened.person)
        receiver = lookup.member_named(team, to).login if to else ""
        left = left_without_owner(team, member.login, today)
        shown = _preview(team, member, left, receiver)
        if dry_run:
            return shown
        # A script means what it says, unless it takes out who runs it: then nobody could bring her back.
        is_script = not call.world.is_terminal or call.wants_json
        is_sure = yes or (is_script and member.login != opened.person)
        question = f"Take {member.display_name} out of the team?"
        if (answer := unless_agreed(call, shown, question, yes=is_sure)) is not None:
            return answer
        day = on(today) if on else today
        started = joining.wanted(call, team, _KIND, member.roles, playbooks, day, today)
        numbers = [one.id for one in started]
        change = leaving.leave(
            team, member.login, opened.person, opened.now, to=receiver, day=day, playbooks=numbers
        )
        opened.commit(change)
        given = (
            f"Handed over to {team.name_of(receiver)}: {summed_up(team, left)}." if receiver and left else ""
        )
        done = [f"{change.label[:1].upper()}{change.label[1:]}.", *filter(None, [given])]
        return _told(opened, member, done, day, started)


def _told(
    opened: Session, member: Member, done: Sequence[str], day: date, started: Sequence[Playbook]
) -> Said:
    team, today = opened.team, opened.today
    offered = joining.offered(team, _KIND, member.roles)
    after = left_without_owner(team, member.login, today)
    rows = [f"  {kind}: {what}" for kind, what in joining.left_rows(team, after)]
    head = "Without an owner now:" if day <= today else "Without an owner then:"
    sentences = (
        *done,
        *(f"Started {quoted(one.name)} for {spoken(day, today)}." for one in started),
        *([head, *rows] if rows else []),
        *joining.hint(offered, started),
    )
    content = {
        "member": member_shape(team, member_in(team, member.login)),
        "without_owner": joining.left_shape(team, after),
        **joining.shapes(team, offered, started),
        "changed": True,
    }
    return Said(sentences, content)


def _preview(team: Team, member: Member, left: Left, receiver: str) -> Preview:
    rows = joining.left_rows(team, left)
    name = member.display_name
    title = f"{name} leaves nothing without an owner."
    if rows and receiver:
        title = f"What {name} has goes to {team.name_of(receiver)}:"
    elif rows:
        title = f"What {name} has, and nobody has afterwards; --to LOGIN hands it over:"
    content = {
        "member": member_shape(team, member),
        "without_owner": joining.left_shape(team, left),
        **joining.shapes(team, joining.offered(team, _KIND, member.roles), []),
        "changed": False,
    }
    return Preview(title, rows, (0, 20), (), content)
