"""Who is who: the persons of a file and the members of the team."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from store.exchange.imported import Imported, Person
from store.exchange.summary import Reason, Tally
from store.models import Comment, Document, Member, Task
from store.rules.comments import mentions
from store.team import Team
from store.text import clean_line

_STRANGERS = Reason("comment", "comments", "kept under the name of somebody who is not a member of the board")
_GONE = Reason("person", "persons", "has left the team, and is kept on the cards")


@dataclass(frozen=True, slots=True)
class Roster:
    """The login of every person in a file, and the members that have to be added for it."""

    logins: Mapping[str, str]
    """By the person's key in the file."""
    handles: Mapping[str, str]
    """By what the file calls the person in `@mentions`."""
    added: tuple[Member, ...]
    strangers: Mapping[str, str]
    """Login to name of those who only wrote comments and are not added."""

    def login(self, key: str) -> str:
        """The login of a person; empty when the file does not say who it is."""
        return self.logins.get(key, "")

    def mentions(self, text: str) -> list[str]:
        """Logins of those whom a text names with `@`."""
        return [self.handles[handle] for handle in mentions(text, self.handles)]


def match_people(
    team: Team, imported: Imported, needed: Collection[str], ids: Iterator[int], *, is_first: bool
) -> Roster:
    """Find the members of the team among the persons of a file, by login or else by name.

    Members of the file whom the team does not have are added: all of them when the file is new, later only
    those whom new cards need.
    """
    known = _known(team)
    logins: dict[str, str] = {}
    added: dict[str, Member] = {}
    strangers: dict[str, str] = {}
    for person in imported.people:
        login = to_login(person.login)
        match = known.get(login.casefold()) or known.get(f" {clean_line(person.name).casefold()}")
        logins[person.key] = match or login
        if match:
            continue
        if not person.is_member:
            strangers[login] = clean_line(person.name)
        elif is_first or person.key in needed:
            added[login] = _member(team, person, login, next(ids))
            known[login.casefold()] = login
    handles = {clean_line(p.login): logins[p.key] for p in imported.people if logins[p.key] not in strangers}
    return Roster(logins, handles, tuple(added.values()), strangers)


def note_people(team: Team, roster: Roster, new: Iterable[Document], tally: Tally) -> None:
    """Note the authors who are nobody here, and the assignees who have left."""
    members = team.members.keys() | {member.login for member in roster.added}
    gone: dict[str, None] = {}
    for document in new:
        if isinstance(document, Comment) and document.author in roster.strangers:
            tally.add(_STRANGERS, roster.strangers[document.author] or document.author)
        elif isinstance(document, Task):
            gone.update(dict.fromkeys(login for login in document.assignees if login not in members))
    tally.add(_GONE, *gone, count=len(gone))


def to_login(text: str) -> str:
    """A text as a login: without blanks, commas and `@`."""
    return re.sub(r"[\s@,]+", "-", clean_line(text)).strip("-")[:64] or "unknown"


def _known(team: Team) -> dict[str, str]:
    """Login of everybody by login, and by name where only one has it (with a blank before it)."""
    people = sorted(team.all(Member), key=lambda m: (m.left_at is not None, m.id))
    known: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for member in people:
        known.setdefault(member.login.casefold(), member.login)
        names.setdefault(f" {member.name.casefold()}", []).append(member.login)
    return known | {name: found[0] for name, found in names.items() if len(found) == 1 and name != " "}


def _member(team: Team, person: Person, login: str, id: int) -> Member:
    return Member.checked(
        {
            "id": id,
            "login": login,
            "name": clean_line(person.name)[:1000],
            "initials": clean_line(person.initials)[:4],
            "time_zone": team.settings.time_zone,
        }
    )
