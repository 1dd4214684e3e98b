"""`tagwerk training`: how it stands with what people can and learn."""

from __future__ import annotations

from store.rules import lookup
from store.rules.words import counted
from store.skills.catalogue import Catalogue
from store.skills.certificates import certificates
from store.skills.confirming import unconfirmed
from store.skills.experts import alone, nobody
from store.skills.gaps import gaps, gaps_of, role_gaps
from store.skills.levels import Levels
from store.skills.saying import figure
from store.skills.trends import levels_over_time, spending
from tui.commands import budget, finding
from tui.commands.answer import Answer, Said
from tui.commands.call import Call
from tui.commands.changing import Grid
from tui.commands.session import Session, session


def run(
    call: Call,
    *,
    gaps: bool,
    alone: bool,
    certificates: bool,
    plan: bool,
    trends: bool,
    role: str | None,
    person: str | None,
    skill: str | None,
    department: str | None,
    days: int,
    year: int | None,
    by_role: bool,
) -> Answer:
    """What is asked for; without anything, how much there is of each.

    Raises:
        NotFound: there is no such role, person or skill.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        whose = lookup.role_named(team, role).id if role else None
        login = _login(opened, person) if person else None
        about = finding.skill(team, skill).id if skill else None
        if gaps or by_role:
            return _role_gaps(opened, whose) if by_role else _gaps(opened, whose, login, about)
        if alone:
            return _alone(opened)
        if certificates:
            return _certificates(opened, days, login)
        if plan:
            return budget.sheet(team, year or opened.today.year, department)
        return _trends(opened, whose, about, department) if trends else _summary(opened, days)


def _login(opened: Session, typed: str) -> str:
    return opened.person if typed == "me" else lookup.member_named(opened.team, typed).login


def _gaps(opened: Session, role: int | None, login: str | None, skill: int | None) -> Grid:
    team, known = opened.team, Catalogue.of(opened.team)
    found = gaps(team, opened.today) if login is None else gaps_of(team, login, opened.today)
    if role is not None:
        needs = known.of_role(role)
        crew = {one for one, member in team.members.items() if role in member.roles}
        found = [gap for gap in found if gap.person in crew and gap.skill in needs]
        levels, today = Levels.of(team), opened.today
        found = [gap for gap in found if levels.lacks(gap.person, gap.skill, needs[gap.skill], today)]
    if skill is not None:
        found = [gap for gap in found if gap.skill == skill]
    rows = [
        [
            known.by_id[gap.skill].name,
            team.name_of(gap.person),
            f"{gap.level} {known.by_id[gap.skill].meaning(gap.level)}",
            f"of {gap.target}",
            "expired" if gap.is_expired else f"{gap.size} missing",
        ]
        for gap in found
    ]
    shapes = [
        {
            "person": gap.person,
            "skill": known.by_id[gap.skill].name,
            "level": gap.level,
            "target": gap.target,
            "missing": gap.size,
            "expired": gap.is_expired,
        }
        for gap in found
    ]
    return Grid(
        rows, (12, 12, 10, 0, 0), {"gaps": shapes}, _none(known, "Everybody can do what the roles need.")
    )


def _none(known: Catalogue, met: str) -> str:
    """What is said where there are no gaps: that all is met, or that nothing is needed yet."""
    if any(known.needs.values()):
        return met
    return "No role needs anything yet; “tagwerk skill target SKILL ROLE LEVEL” says what one needs."


def _role_gaps(opened: Session, role: int | None) -> Grid:
    team, known = opened.team, Catalogue.of(opened.team)
    names = {one.id: one.name for one in team.roles}
    found = role_gaps(team, opened.today, role)
    rows = [
        [
            names[gap.role],
            known.by_id[gap.skill].name,
            f"{gap.below} of {gap.people} below {gap.target}",
            f"{gap.missing} missing",
        ]
        for gap in found
    ]
    shapes = [
        {
            "role": names[gap.role],
            "skill": known.by_id[gap.skill].name,
            "target": gap.target,
            "people": gap.people,
            "below": gap.below,
            "missing": gap.missing,
        }
        for gap in found
    ]
    return Grid(rows, (12, 12, 0, 0), {"gaps": shapes}, _none(known, "Every role can do what it needs."))


def _alone(opened: Session) -> Grid:
    team = opened.team
    found, lacking = alone(team), nobody(team)
    rows = [
        [
            one.skill.name,
            f"only {team.name_of(one.person)} ({one.level})",
            "next: " + ", ".join(f"{team.name_of(n.person)} ({n.level})" for n in one.next)
            if one.next
            else "",
        ]
        for one in found
    ]
    rows += [[skill.name, "nobody", ""] for skill in lacking]
    shapes = [
        {
            "skill": one.skill.name,
            "person": one.person,
            "level": one.level,
            "next": [
                {"person": n.person, "level": n.level, "same_role": n.is_same_role, "cards": n.cards}
                for n in one.next
            ],
        }
        for one in found
    ]
    content = {"alone": shapes, "nobody": [skill.name for skill in lacking]}
    return Grid(rows, (12, 14, 16), content, "No skill hangs on one person only.")


def _certificates(opened: Session, days: int, login: str | None) -> Grid:
    team, today = opened.team, opened.today
    found = certificates(team, today, days, login)
    rows = [
        [
            one.expires.isoformat(),
            _left(one.days_left(today)),
            one.skill.name,
            team.name_of(one.person),
            f"{one.level.level} {one.skill.meaning(one.level.level)}",
        ]
        for one in found
    ]
    shapes = [
        {
            "person": one.person,
            "skill": one.skill.name,
            "level": one.level.level,
            "expires": one.expires.isoformat(),
            "days_left": one.days_left(today),
        }
        for one in found
    ]
    nothing = f"No certificate expires within {counted(days, 'day')}."
    return Grid(rows, (0, 0, 12, 12, 8), {"certificates": shapes}, nothing)


def _left(days: int) -> str:
    if days < 0:
        return f"expired {counted(-days, 'day')} ago"
    return f"in {counted(days, 'day')}" if days else "today"


def _trends(opened: Session, role: int | None, skill: int | None, department: str | None) -> Grid:
    team, today = opened.team, opened.today
    levels = levels_over_time(team, today, skill=skill, role=role, department=department)
    spent = spending(team, today, department=department)
    rows = [["month", "mean level", "at 3 or more", "known", "hours", team.settings.currency, "per head"]]
    rows += [
        [
            point.period.name,
            "-" if point.mean is None else f"{point.mean:.2f}",
            str(point.able),
            str(point.known),
            f"{cost.hours:g}",
            figure(cost.money),
            figure(cost.money_per_head),
        ]
        for point, cost in zip(levels, spent, strict=True)
    ]
    content = {
        "levels": [
            {"month": p.period.first.isoformat()[:7], "mean": p.mean, "able": p.able, "known": p.known}
            for p in levels
        ],
        "spending": [
            {
                "month": s.period.first.isoformat()[:7],
                "money": s.money,
                "hours": s.hours,
                "heads": s.heads,
                "money_per_head": s.money_per_head,
                "hours_per_head": s.hours_per_head,
            }
            for s in spent
        ],
    }
    return Grid(rows, (0,) * 7, content, "")


def _summary(opened: Session, days: int) -> Said:
    team, today = opened.team, opened.today
    counts = {
        "gaps": len(gaps(team, opened.today)),
        "alone": len(alone(team)),
        "nobody": len(nobody(team)),
        "certificates": len(certificates(team, today, days)),
        "to_confirm": len(unconfirmed(team)),
    }
    few, certified = counted(counts["alone"], "skill"), counted(counts["certificates"], "certificate")
    sentences = (
        f"{counted(counts['gaps'], 'gap')} between what people can and what their roles need (--gaps).",
        f"{few} that only one person has, {counts['nobody']} that nobody has (--alone).",
        f"{certified} to renew in {counted(days, 'day')} (--certificates).",
        f"{counted(counts['to_confirm'], 'level')} to be confirmed (“tagwerk level open --all”).",
    )
    return Said(sentences, counts)
