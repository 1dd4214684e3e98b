"""What has to be known to make a team: from options, from questions, or by default."""

from __future__ import annotations

import contextlib
import pwd
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from store.errors import Refused
from store.models import Role
from store.rules.words import listed, quoted
from store.templates import Newcomer, role_templates
from store.text import clean_line, whole_number
from tui.commands.questions import Questions


@dataclass(frozen=True)
class Founding:
    """Everything that `init` has to know."""

    name: str
    roles: tuple[Role, ...]
    people: tuple[Newcomer, ...]
    time_zone: str


@dataclass(frozen=True)
class Wishes:
    """What the options say; `None` where they say nothing."""

    name: str | None
    roles: str | None
    members: tuple[str, ...]
    time_zone: str | None


def by_default(wishes: Wishes, folder: Path, login: str, environ: Mapping[str, str]) -> Founding:
    """What is wished, and the defaults for the rest.

    Raises:
        Refused: a role is not in the template, or somebody is named twice.
    """
    roles = read_roles(wishes.roles or "all")
    people = [read_member(text, roles) for text in wishes.members]
    if all(person.login.casefold() != login.casefold() for person in people):
        people.insert(0, Newcomer(login, full_name(login)))
    _refuse_twins(people)
    return Founding(
        wishes.name or name_for(folder), roles, tuple(people), wishes.time_zone or local_zone(environ)
    )


def by_asking(
    questions: Questions, wishes: Wishes, folder: Path, login: str, environ: Mapping[str, str]
) -> Founding:
    """What is wished, asking for the rest.

    Raises:
        Refused: there is no more input, or what is wished cannot be.
    """
    start = by_default(wishes, folder, login, environ)
    name, roles, zone = start.name, start.roles, start.time_zone
    if wishes.name is None:
        name = questions.ask("What is the team called?", name, clean_line)
    if wishes.roles is None:
        questions.say("Roles of an online shop:", *_menu(roles))
        roles = questions.ask("Which ones do you have? (all, none, or numbers like 2,5,7)", "all", read_roles)
    if wishes.time_zone is None:
        zone = questions.ask("In which time zone do you work?", zone, read_zone)
    people = list(start.people)
    if not wishes.members:
        people = [_ask_oneself(questions, people[0], roles), *_ask_others(questions, login, roles)]
    _refuse_twins(people)
    return Founding(name, roles, tuple(people), zone)


def read_roles(text: str) -> tuple[Role, ...]:
    """Roles of the template: `all`, `none`, or names and numbers with commas between.

    Raises:
        Refused: one of them is not in it.
    """
    templates = role_templates()
    if text.strip().casefold() == "all":
        return templates
    if text.strip().casefold() in ("none", ""):
        return ()
    chosen = [_role(part, templates) for part in text.split(",") if part.strip()]
    return tuple(role for role in templates if role in chosen)


def read_member(text: str, roles: Sequence[Role]) -> Newcomer:
    """A person written as `login:Full Name:role,role`; only the login must be there.

    Raises:
        Refused: there is no login, or the team does not have such a role.
    """
    login, _, rest = text.partition(":")
    name, _, does = rest.partition(":")
    if not login.strip():
        raise Refused(f"{quoted(text)} names nobody; write it like “ben:Ben Okafor:warehouse,finance”.")
    names = dict.fromkeys(_role(part, roles).name for part in does.split(",") if part.strip())
    return Newcomer(login.strip(), clean_line(name), tuple(names))


def read_zone(text: str) -> str:
    """A time zone.

    Raises:
        Refused: it is not known.
    """
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError) as error:
        raise Refused(f"{quoted(text)} is not a time zone; write it like Europe/Berlin.") from error
    return text


def name_for(folder: Path) -> str:
    """A team's name after its folder's."""
    words = clean_line(folder.resolve().name.replace("_", " ").replace("-", " "))
    return f"{words[:1].upper()}{words[1:]}" or "Team"


def local_zone(environ: Mapping[str, str]) -> str:
    """The time zone of this computer; UTC where it does not say."""
    found = [environ.get("TZ", "").lstrip(":")]
    with contextlib.suppress(OSError, UnicodeDecodeError):
        found.append(Path("/etc/timezone").read_text(encoding="utf-8").strip())
    with contextlib.suppress(OSError):
        found.append(str(Path("/etc/localtime").resolve()).partition("/zoneinfo/")[2])
    for name in filter(None, found):
        with contextlib.suppress(Refused):
            return read_zone(name)
    return "UTC"


def full_name(login: str) -> str:
    """The name that this computer knows for a login; empty when it knows none."""
    with contextlib.suppress(KeyError):
        return clean_line(pwd.getpwnam(login).pw_gecos.split(",")[0])
    return ""


def _ask_oneself(questions: Questions, person: Newcomer, roles: Sequence[Role]) -> Newcomer:
    name = questions.ask(
        f"What is your name? (your login is {person.login})", person.name or person.login, clean_line
    )
    does: tuple[str, ...] = ()
    if roles:
        if len(roles) < len(role_templates()):
            questions.say(*_menu(roles))
        does = questions.ask(
            "What do you do yourself? (numbers or names, main one first; empty: none)",
            "",
            lambda text: read_member(f"{person.login}::{_names(text, roles)}", roles).roles,
        )
    return Newcomer(person.login, name, does)


def _ask_others(questions: Questions, login: str, roles: Sequence[Role]) -> list[Newcomer]:
    people: list[Newcomer] = []
    question = "Who else? (like ben:Ben Okafor:warehouse; empty when that is all)"
    while True:
        person = questions.ask(question, "", lambda text: read_member(text, roles) if text else None)
        if person is None:
            return people
        if person.login.casefold() in {login.casefold(), *(p.login.casefold() for p in people)}:
            questions.say(f"{person.login} is in already.")
        else:
            people.append(person)


def _menu(roles: Sequence[Role]) -> list[str]:
    width = max((len(role.name) for role in roles), default=0)
    return [f"  {number}  {role.name.ljust(width)}  {role.mission}" for number, role in enumerate(roles, 1)]


def _names(text: str, roles: Sequence[Role]) -> str:
    return ",".join(_role(part, roles).name for part in text.split(",") if part.strip())


def _role(text: str, roles: Sequence[Role]) -> Role:
    """A role by its number in the menu, its name, or how it begins."""
    typed = clean_line(text).casefold()
    if 1 <= (whole_number(typed) or 0) <= len(roles):
        return roles[int(typed) - 1]
    found = [role for role in roles if role.name.casefold() == typed] or [
        role for role in roles if typed and role.name.casefold().startswith(typed)
    ]
    if len(found) != 1:
        names = listed((role.name for role in roles), "or")
        raise Refused(f"{quoted(text)} is not one of the roles; choose {names}.")
    return found[0]


def _refuse_twins(people: Sequence[Newcomer]) -> None:
    logins = [person.login.casefold() for person in people]
    for login in logins:
        if logins.count(login) > 1:
            raise Refused(f"{quoted(login)} is named twice; everybody has a login of their own.")
