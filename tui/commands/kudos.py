"""`tagwerk kudos`: thanking people, and who was thanked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from store.culture import kudos as known
from store.days import spoken
from store.errors import NotFound, Refused
from store.models import Kudos, Value
from store.rules import kudos as rules
from store.rules import lookup
from store.rules.membership import refuse_unless_lead
from store.rules.words import counted
from store.team import Team
from store.text import whole_number
from tui.commands import finding
from tui.commands.answer import Answer, Json
from tui.commands.call import Call
from tui.commands.changing import Grid, done
from tui.commands.culture_shapes import kudos_shape
from tui.commands.session import Session, session
from tui.commands.texts import text_or_input


def run(
    call: Call, *, words: list[str], roles: list[str], value: str | None, post: bool, weeks: int | None
) -> Answer:
    """Thank somebody; without words the wall of the last weeks, and what the first word asks for.

    Raises:
        NotFound: somebody or something that is named does not exist.
        Refused: nobody would be thanked, or the person may not see or do it.
        StorageError: the folder cannot be read or written.
    """
    with session(call) as opened:
        if not words and not roles:
            return _wall(opened, value, weeks or known.WEEKS)
        if len(words) <= 2 and words and words[0] in _ASKED and not roles:
            return _asked(opened, words)
        people, said = _addressed(opened.team, words, roles)
        team = opened.team
        found = [finding.role(team, role) for role in roles]
        shown = finding.value(team, value) if value is not None else None
        change = rules.give(
            team,
            text_or_input(call, said),
            opened.person,
            opened.now,
            people=people,
            roles=[role.id for role in found if role],
            value=shown.id if shown else None,
            tell=post,
        )
        return done(opened, change, lambda numbers: _content(opened.team, numbers["kudos", -1]))


@dataclass(frozen=True)
class Wall:
    """Kudos, each with its words below it."""

    team: Team
    parts: Sequence[tuple[str, Sequence[Kudos]]]
    """A heading, which may be empty, and what stands below it."""
    content: Json
    nothing: str
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """Who thanks whom, then what for."""
        if not any(found for _, found in self.parts):
            yield self.nothing
            return
        from textwrap import wrap

        for title, found in self.parts:
            if title and found:
                yield title
            for one in found:
                yield self._head(one)
                for line in one.words.splitlines():
                    yield from (f"  {part}" for part in (wrap(line, (width or 100) - 2) or [""]))

    def _head(self, one: Kudos) -> str:
        team = self.team
        shows = team.find(Value, one.value) if one.value is not None else None
        day = team.today(one.at)
        ending = f" · {shows.name}" if shows else ""
        return f"{one.id}  {spoken(day, day)}  {team.name_of(one.giver)} → {known.to_whom(team, one)}{ending}"

    def document(self) -> Json:
        """See `culture_shapes`."""
        return self.content


def _wall(opened: Session, value: str | None, weeks: int) -> Wall:
    team = opened.team
    shown = finding.value(team, value) if value is not None else None
    found = known.wall(team, opened.now - timedelta(weeks=weeks), shown.id if shown else None)
    since = f"Nobody was thanked in the last {counted(weeks, 'week')}"
    nothing = f"{since}; “tagwerk kudos PERSON WORDS” thanks somebody."
    content = {"kudos": [kudos_shape(team, one) for one in found]}
    return Wall(team, [("", found)], content, nothing)


def _asked(opened: Session, words: list[str]) -> Answer:
    word, *more = words
    if word == "take-back":
        number = whole_number(more[0].removeprefix("#")) if more else None
        if number is None:
            raise Refused(
                "Say which: “tagwerk kudos take-back NUMBER”; “tagwerk kudos mine” shows the numbers."
            )
        change = rules.take_back(opened.team, number, opened.person, opened.now)
        return done(opened, change, lambda _: _content(opened.team, number))
    if more:
        raise Refused(
            f"“tagwerk kudos {word}” takes no more words. To thank somebody of that login, write @{word}."
        )
    return _mine(opened) if word == "mine" else _quiet(opened)


def _mine(opened: Session) -> Wall:
    team = opened.team
    own = known.mine(team, opened.member)
    content = {
        "came_in": [kudos_shape(team, one) for one in own.came_in],
        "went_out": [kudos_shape(team, one) for one in own.went_out],
    }
    parts = [("You were thanked", own.came_in), ("You thanked", own.went_out)]
    return Wall(team, parts, content, "Nothing came in or went out yet.")


def _quiet(opened: Session) -> Grid:
    team = opened.team
    refuse_unless_lead(team, opened.person, "sees who was not thanked for long")
    found = known.quiet(team, opened.today)
    rows = [
        [team.name_of(one.person), f"{one.days} days" if one.days is not None else "not yet"] for one in found
    ]
    people = [{"login": one.person, "days": one.days} for one in found]
    nothing = f"Everybody was thanked in the last {known.QUIET} days."
    return Grid(rows, (12, 0), {"days": known.QUIET, "people": people}, nothing)


def _addressed(team: Team, words: list[str], roles: list[str]) -> tuple[list[str], str]:
    """The logins that the first word names, with commas between, and the words behind it.

    Beside a role the first word may be part of what is said.
    """
    if not words:
        return [], ""
    try:
        people = [lookup.member_named(team, part).login for part in words[0].split(",") if part.strip()]
    except NotFound:
        if not roles:
            return [words[0]], " ".join(words[1:])
        return [], " ".join(words)
    if roles and len(words) == 1:
        return [], words[0]
    return people, " ".join(words[1:])


def _content(team: Team, number: int) -> Json:
    return {"kudos": kudos_shape(team, rules.kudos_numbered(team, number))}


_ASKED = ("mine", "quiet", "take-back")
"""First words that are no person."""
