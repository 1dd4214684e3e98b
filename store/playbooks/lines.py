"""The steps of a playbook as lines of text, and back again.

    -21..-14  Marketing: Book the ads #ads 4h !high
        What belongs to it, in lines that begin with blanks.
    0  Mila starts, {name}! @lead

First the days from the playbook's day: by when, and before them from when on. Then the role with a colon, or
none; the title; and behind it, in any order, tags, hours, a priority, and who does it: `@person` for the one
who joins or leaves, `@lead` for the lead of the role. A title that ends in such a sign is followed by ` --`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from store.days import hours
from store.errors import Refused
from store.models import Doer, Priority, Role, Step
from store.phrases import listed, quoted
from store.team import Team
from store.text import clean, clean_line

_INDENT = "    "
_DAYS = re.compile(r"([+-]?\d{1,4})(?:\.\.([+-]?\d{1,4}))?")
_HOURS = re.compile(r"\d+(?:[.,]\d+)?(?:h|m)", re.IGNORECASE)
_TAG = re.compile(r"#[^\s#,]+")
_STOP = "--"
_NOBODY = "nobody"
_DOERS = {"@person": Doer.PERSON, "@lead": Doer.LEAD}
_MOST_DAYS = 3650
_MOST_STEPS = 500


@dataclass
class _Signs:
    """What stands behind a title."""

    title: list[str]
    tags: list[str] = field(default_factory=list)
    estimate: float | None = None
    priority: Priority = Priority.NORMAL
    doer: Doer = Doer.NOBODY


def written(team: Team, steps: Iterable[Step]) -> str:
    """The steps as text, which `read` takes back exactly."""
    lines = []
    for step in steps:
        lines.append(line(team, step))
        lines += [f"{_INDENT}{detail}".rstrip() for detail in step.details.splitlines()]
    return "\n".join(lines)


def line(team: Team, step: Step) -> str:
    """A step as one line, without its details."""
    title = clean_line(step.text)
    words = title.split()
    if words and (words[-1] == _STOP or is_sign(words[-1])):
        title += f" {_STOP}"
    signs = [f"#{tag}" for tag in step.tags]
    signs += [f"{step.estimate:g}h"] if step.estimate is not None else []
    signs += [f"!{step.priority.value}"] if step.priority is not Priority.NORMAL else []
    signs += [sign for sign, doer in _DOERS.items() if doer is step.doer]
    return " ".join([f"{_days(step)} ", f"{_role(team, step)}{title}", *signs]).rstrip()


def read(team: Team, text: str, old: Sequence[Step], new_id: Callable[[], str]) -> list[Step]:
    """The steps that a text means.

    A line that is as it was keeps its step; one that was changed keeps the step of the same title, else that
    of its place, so that two people can change different steps at once.

    Args:
        team: the snapshot, for the roles.
        text: as `written` gives it.
        old: the steps that were there.
        new_id: gives the id of a new step.

    Raises:
        Refused: a line cannot be understood; the sentence names it.
    """
    roles: dict[str, int | None] = {role.name.casefold(): role.id for role in team.roles}
    for step in old:
        if step.role is not None and (name := _role(team, step)):
            roles.setdefault(name.removesuffix(": ").casefold(), step.role)
        if step.role is None and step.missing:
            roles.setdefault(step.missing.casefold(), None)
    found = read_lines(text, roles)
    return _with_ids(team, found, old, new_id)


def read_lines(text: str, roles: Mapping[str, int | None]) -> list[Step]:
    """The steps in a text, numbered from 1; `roles` gives each role's number by its name in small letters.

    Where it gives `None`, the step keeps the name: the team may get such a role later.

    Raises:
        Refused: a line cannot be understood; the sentence names it.
    """
    steps: list[Step] = []
    details: list[str] = []
    for number, raw in enumerate(clean(text).split("\n"), 1):
        if raw[:1].isspace() or not raw.strip():
            details.append(raw.removeprefix(_INDENT) if raw.startswith(_INDENT) else raw.strip())
            if raw.strip() and not steps:
                raise Refused(f"Line {number} begins with blanks, but there is no step above it.")
            continue
        _end(steps, details)
        steps.append(replace(_read_line(number, raw, roles), id=str(len(steps) + 1)))
    _end(steps, details)
    if len(steps) > _MOST_STEPS:
        raise Refused(f"{len(steps)} steps are too many; {_MOST_STEPS} is the most.")
    return steps


def _end(steps: list[Step], details: list[str]) -> None:
    """Give the lines that were gathered to the step above them."""
    text = "\n".join(details).strip("\n").rstrip()
    if text and steps:
        steps[-1] = replace(steps[-1], details=text)
    details.clear()


def _read_line(number: int, raw: str, roles: Mapping[str, int | None]) -> Step:
    first, _, rest = clean_line(raw).partition(" ")
    match = _DAYS.fullmatch(first)
    if match is None or (match[2] is None and "." in first):
        raise Refused(f"Line {number} does not begin with days, like -14 or -21..-14: {quoted(raw)}.")
    start, due = (int(match[1]), int(match[2])) if match[2] else (None, int(match[1]))
    if max(abs(due), abs(start or 0)) > _MOST_DAYS:
        raise Refused(f"Line {number} is more than {_MOST_DAYS:,} days away: {quoted(raw)}.")
    if start is not None and start > due:
        raise Refused(f"Line {number} begins after it is due: {quoted(raw)}.")
    role, missing, words = _role_in(number, rest, roles)
    signs = _signs(words.split())
    if not signs.title:
        raise Refused(f"Line {number} does not say what is to be done: {quoted(raw)}.")
    return Step(
        id=str(number),
        text=" ".join(signs.title),
        due=due,
        start=start,
        role=role,
        missing=missing,
        doer=signs.doer,
        estimate=signs.estimate,
        priority=signs.priority,
        tags=list(dict.fromkeys(signs.tags)),
    )


def _role_in(number: int, text: str, roles: Mapping[str, int | None]) -> tuple[int | None, str, str]:
    """Number of the role, its name where the team has none, and the rest of the text."""
    name, colon, rest = text.partition(": ")
    if not colon:
        return None, "", text
    known = name.strip().casefold()
    if known in roles:
        role = roles[known]
        return role, "" if role is not None else f"{known[:1].upper()}{known[1:]}", rest
    # A role's own name may have a colon in it.
    for longer, role in roles.items():
        if ": " in longer and text.casefold().startswith(f"{longer}: "):
            return role, longer.capitalize() if role is None else "", text[len(longer) + 2 :]
    if known == _NOBODY:
        return None, "", rest
    names = listed(sorted(quoted(role) for role in roles), "or") if roles else "none yet"
    raise Refused(
        f"Line {number} names no role of the team before its colon: {quoted(name)}. The roles are {names}; "
        f"a title with a colon in it begins with “{_NOBODY}: ”."
    )


def is_sign(word: str) -> bool:
    """Whether a word behind a title is a sign, and not a part of it."""
    low = word.lower()
    return bool(
        low in _DOERS
        or _HOURS.fullmatch(low)
        or _TAG.fullmatch(word)
        or (low[:1] == "!" and low[1:] in set(Priority))
    )


def _signs(words: list[str]) -> _Signs:
    """Title and signs: from the end on, as far as there are any."""
    found = _Signs(words)
    while words and is_sign(words[-1]):
        word = words.pop()
        if word.startswith("#"):
            found.tags.insert(0, word[1:])
        elif word.startswith("!"):
            found.priority = Priority(word[1:].lower())
        elif word.lower() in _DOERS:
            found.doer = _DOERS[word.lower()]
        else:
            found.estimate = hours(word)
    if words and words[-1] == _STOP:
        words.pop()
    return found


def _days(step: Step) -> str:
    due = f"{step.due:+d}" if step.due else "0"
    if step.start is None:
        return due
    return f"{step.start:+d}..{due}" if step.start else f"0..{due}"


def _role(team: Team, step: Step) -> str:
    """The role before its colon; also one that was archived or is gone."""
    if step.role is None and step.missing:
        return f"{clean_line(step.missing)}: "
    if step.role is None:
        return f"{_NOBODY}: " if ": " in step.text else ""
    role = team.find(Role, step.role)
    return f"{clean_line(role.name)}: " if role else f"role {step.role}: "


def _with_ids(team: Team, found: list[Step], old: Sequence[Step], new_id: Callable[[], str]) -> list[Step]:
    """The steps with the ids of those that they were."""
    left = list(old)
    kept: dict[int, Step] = {}

    def take(at: int, was: Step) -> None:
        left.remove(was)
        same = line(team, was) == line(team, found[at]) and _same_text(was.details, found[at].details)
        kept[at] = was if same else replace(found[at], id=was.id, unknown=was.unknown)

    names: tuple[Callable[[Step], str], ...] = (partial(line, team), lambda step: clean_line(step.text))
    for name_of in names:
        for at, step in enumerate(found):
            if at not in kept:
                was = next((one for one in left if name_of(one) == name_of(step)), None)
                if was is not None:
                    take(at, was)
    for at in range(len(found)):
        # A step whose words were changed stands where it stood.
        if at not in kept and at < len(old) and old[at] in left:
            take(at, old[at])
    return [kept.get(at) or replace(step, id=new_id()) for at, step in enumerate(found)]


def _same_text(one: str, other: str) -> bool:
    return [part.rstrip() for part in one.strip().splitlines()] == [
        part.rstrip() for part in other.strip().splitlines()
    ]
