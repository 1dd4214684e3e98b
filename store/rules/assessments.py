"""How well people can do things: they estimate themselves, and who leads a role confirms it."""

from __future__ import annotations

from datetime import date, datetime

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Assessment, Skill
from store.rules.board import free_number, refuse_strangers
from store.rules.membership import leads, refuse_outsider, refuse_unless_lead
from store.rules.skills import live_skill
from store.rules.valid import changed, valid
from store.rules.words import listed, quoted
from store.team import Team


def assess(
    team: Team,
    person: str,
    skill_id: int,
    level: int,
    by: str,
    now: datetime,
    *,
    day: date | str | None = None,
    evidence: str = "",
    expires: date | str | None = None,
    item: int | None = None,
    id: int = -1,
) -> Change:
    """Say how well somebody can do something: of oneself it is an estimate, of others it is confirmed by it.

    Args:
        team: the snapshot.
        person: login of whom it is about.
        skill_id: number of the skill.
        level: 0 to 4.
        by: login of who says so.
        now: when.
        day: the day that it tells of; `None`: today.
        evidence: what shows it.
        expires: the last day on which its certificate holds; `None`: it does not expire.
        item: number of the learning item that led to it; `None`: none did.
        id: the negative number that stands for it until the commit.

    Raises:
        NotFound: there is no such skill, or the person is not in the team.
        Refused: somebody who leads no role assesses another, the day is still to come, the certificate has
            expired before it, or a value does not fit its field.
    """
    refuse_outsider(team, by)
    skill = live_skill(team, skill_id)
    refuse_strangers(team, [person] if team.members else [])
    if person != by:
        refuse_unless_lead(team, by, "says how well others can do something")
    today = team.today(now)
    number = free_number(team, "assessments", id)
    stamps = {"id": number, "author": by, "at": now, "item": item}
    stamps |= {"confirmed_by": by, "confirmed_at": now} if person != by else {}
    said = {"person": person, "skill": skill.id, "level": level, "evidence": evidence, "expires": expires}
    new = valid(Assessment, {**said, **stamps, "day": today if day is None else day})
    if new.day > today:
        raise Refused(f"{new.day} is still to come; say how well it goes today.")
    if new.expires and new.expires < new.day:
        raise Refused(f"The certificate would expire on {new.expires}, before the day that it tells of.")
    what = "estimated level" if person == by else f"set {team.name_of(person)} to level"
    label = f"{what} {new.level} in {quoted(skill.name)}"
    return Change.insert("assessments", new, label, number).signed(by, now)


def confirm(team: Team, assessment_id: int, by: str, now: datetime) -> Change:
    """Confirm what somebody has estimated.

    Raises:
        NotFound: there is no such assessment.
        Refused: the person leads no role, it is confirmed or taken back already, or it is about the person
            herself while others lead.
    """
    old = assessment_numbered(team, assessment_id)
    refuse_unless_lead(team, by, "confirms levels")
    what = f"level {old.level} of {team.name_of(old.person)} in {_name(team, old)}"
    _refuse_taken_back(old, what)
    if old.confirmed_by:
        raise Refused(f"{team.name_of(old.confirmed_by)} has confirmed {what} already.")
    others = [login for login in leads(team) if login != by]
    if old.person == by and others:
        names = listed(map(team.name_of, others[:6]), "or")
        raise Refused(f"Nobody confirms her own level while others lead; ask {names}.")
    return changed(old, f"confirmed {what}", {"confirmed_by": by, "confirmed_at": now}).signed(by, now)


def take_back(team: Team, assessment_id: int, by: str, now: datetime) -> Change:
    """Take an assessment back; the one before it counts again.

    Raises:
        NotFound: there is no such assessment.
        Refused: it is taken back already, or it is neither one's own nor is one somebody who leads a role; a
            confirmed one is taken back only by who leads a role.
    """
    refuse_outsider(team, by)
    old = assessment_numbered(team, assessment_id)
    what = f"level {old.level} of {team.name_of(old.person)} in {_name(team, old)}"
    _refuse_taken_back(old, what)
    if old.confirmed_by or by != old.author:
        refuse_unless_lead(team, by, "takes back what is confirmed, or what others said")
    return changed(old, f"took back {what}", {"archived_at": now}).signed(by, now)


def give_back(team: Team, assessment_id: int, by: str, now: datetime) -> Change:
    """Let an assessment count that was taken back.

    Raises:
        NotFound: there is no such assessment.
        Refused: it counts, or it is neither one's own nor is one somebody who leads a role.
    """
    refuse_outsider(team, by)
    old = assessment_numbered(team, assessment_id)
    what = f"level {old.level} of {team.name_of(old.person)} in {_name(team, old)}"
    if not old.archived_at:
        raise Refused(f"The {what} was not taken back.")
    if old.confirmed_by or by != old.author:
        refuse_unless_lead(team, by, "brings back what is confirmed, or what others said")
    return changed(old, f"brought back {what}", {"archived_at": None}).signed(by, now)


def assessment_numbered(team: Team, id: int) -> Assessment:
    """An assessment by its number.

    Raises:
        NotFound: there is none.
    """
    found = team.find(Assessment, id)
    if found is None:
        raise NotFound(f"There is no assessment {id}; “tagwerk level list” shows those that count.")
    return found


def _name(team: Team, assessment: Assessment) -> str:
    skill = team.find(Skill, assessment.skill)
    return quoted(skill.name) if skill else "a skill that is gone"


def _refuse_taken_back(assessment: Assessment, what: str) -> None:
    if assessment.archived_at:
        raise Refused(f"The {what} was taken back.")
