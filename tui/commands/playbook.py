"""`tagwerk playbook`: templates of cards by role, and their steps."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from typing import Any

from store.change import Change
from store.errors import NotFound, Refused
from store.models import Fields, Playbook, Step
from store.playbooks import lines
from store.playbooks.known import playbooks
from store.playbooks.plan import relative
from store.playbooks.ready import READY, steps_for
from store.rules import playbooks as rules
from store.rules.words import counted, listed, quoted
from store.team import Team
from store.text import clean
from tui.commands import finding
from tui.commands.agreeing import Preview
from tui.commands.answer import Answer, Said
from tui.commands.call import Call
from tui.commands.changing import Grid, done
from tui.commands.playbook_shapes import (
    playbook_shape,
    ready_named,
    ready_shape,
    role_name,
    whole_playbook_shape,
)
from tui.commands.session import Session, session
from tui.commands.texts import text_or_input
from tui.commands.values import Move

_NONE = "There are no playbooks yet; “tagwerk playbook ready” shows some that are ready-made."
_DAYS = re.compile(r"([+-]?\d{1,4})(?:\.\.([+-]?\d{1,4}))?")


def everything(call: Call) -> Grid:
    """The playbooks in their order.

    Raises:
        StorageError: the folder does not answer.
    """
    return all_of_them(call, archived=False)


def all_of_them(call: Call, *, archived: bool) -> Grid:
    """The playbooks in their order.

    Raises:
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team = opened.team
        found = playbooks(team, archived=archived)
        rows = [
            [str(one.id), one.name, one.kind.value, role_name(team, one.role) or "", _size(one)]
            for one in found
        ]
        return Grid(
            rows, (0, 12, 0, 8, 0), {"playbooks": [playbook_shape(team, one) for one in found]}, _NONE
        )


def show(call: Call, *, playbook: str) -> Preview:
    """All of a playbook: what it is for, and its steps.

    Raises:
        NotFound: there is no such playbook.
        StorageError: the folder does not answer.
    """
    with session(call) as opened:
        team, book = opened.team, _any(opened.team, playbook)
        rows = [_row(team, number, step) for number, step in enumerate(book.steps, 1)]
        tags = " ".join(f"#{tag}" for tag in book.freeze_tags)
        between = f"from {relative(book.freeze_from)} until {relative(book.freeze_until)}"
        frozen = (f"Frozen {between}: {tags}",) if tags else ()
        about = tuple(clean(book.about).splitlines())
        title = f"{book.name} ({book.kind.value}, {_size(book)})"
        content = {"playbook": whole_playbook_shape(team, book), "changed": False}
        return Preview(title, rows, (0, 0, 8, 20, 0), (*frozen, *about), content)


def add(call: Call, *, name: list[str], steps: str | None, freeze_days: str | None, **given: Any) -> Said:
    """Write a playbook.

    Raises:
        Refused: the person leads no role, the name is taken, or a value or a line does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        fields = _fields(call, opened, freeze_days, given)
        if steps is not None:
            fields["steps"] = _steps(opened.team, text_or_input(call, steps), [])
        change = rules.add(opened.team, " ".join(name), opened.person, opened.now, **fields)
        return _added(opened, change)


def edit(
    call: Call, *, playbook: str, name: str | None, steps: str | None, freeze_days: str | None, **given: Any
) -> Said:
    """Change a playbook; with `steps` all of its steps.

    Raises:
        NotFound: there is no such playbook.
        Refused: the person leads no role, or a value or a line does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        book = rules.playbook_named(opened.team, playbook)
        fields = _fields(call, opened, freeze_days, given) | ({"name": name} if name is not None else {})
        if steps is not None:
            fields["steps"] = _steps(opened.team, text_or_input(call, steps), book.steps)
        change = rules.edit(opened.team, book.id, opened.person, opened.now, **fields)
        return _done(opened, book.id, change)


def archive(call: Call, *, playbook: str) -> Said:
    """Put a playbook away.

    Raises:
        NotFound: there is no such playbook.
        Refused: the person leads no role.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        book = rules.playbook_named(opened.team, playbook)
        return _done(opened, book.id, rules.archive(opened.team, book.id, opened.person, opened.now))


def restore(call: Call, *, playbook: str) -> Said:
    """Bring a playbook back.

    Raises:
        NotFound: there is no such playbook.
        Refused: the person leads no role, it is not archived, or its name is taken.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        book = _any(opened.team, playbook, archived=True)
        return _done(opened, book.id, rules.restore(opened.team, book.id, opened.person, opened.now))


def ready(call: Call, *, name: list[str]) -> Answer:
    """List the ready-made playbooks, or make one the team's own.

    Raises:
        NotFound: there is none like that.
        Refused: the person leads no role, or the team has one of this name.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        typed = " ".join(name)
        if not typed:
            return _offered(opened.team)
        found = ready_named(typed)
        if len(found) != 1:
            names = listed((quoted(one.name) for one in found or READY), "or")
            raise NotFound(f"{quoted(typed)} is not one ready-made playbook; choose {names}.")
        return _added(opened, rules.take_in(opened.team, found[0], opened.person, opened.now))


def add_step(call: Call, *, playbook: str, line: list[str], details: str | None) -> Said:
    """Add a step, written as one line.

    Raises:
        NotFound: there is no such playbook.
        Refused: the person leads no role, or the line cannot be understood.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        book = rules.playbook_named(opened.team, playbook)
        fields = _line(call, opened.team, line, details)
        text, id = str(fields.pop("text")), secrets.token_hex(4)
        change = rules.add_step(opened.team, book.id, text, opened.person, opened.now, step_id=id, **fields)
        return _done(opened, book.id, change)


def edit_step(call: Call, *, playbook: str, step: int, line: list[str], details: str | None) -> Said:
    """Change a step: its line, its details, or both.

    Raises:
        NotFound: there is no such playbook or step.
        Refused: the person leads no role, or the line cannot be understood.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        book = rules.playbook_named(opened.team, playbook)
        old = _numbered(book, step)
        fields: Fields = _line(call, opened.team, line, None) if line else {}
        fields["details"] = old.details if details is None else text_or_input(call, details)
        change = rules.edit_step(opened.team, book.id, old.id, opened.person, opened.now, **fields)
        return _done(opened, book.id, change)


def move_step(call: Call, *, playbook: str, step: int, where: Move) -> Said:
    """Move a step among the others.

    Raises:
        NotFound: there is no such playbook or step.
        Refused: the person leads no role.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        book = rules.playbook_named(opened.team, playbook)
        old = _numbered(book, step)
        by = where(step - 1, len(book.steps) - 1)
        return _done(
            opened, book.id, rules.move_step(opened.team, book.id, old.id, by, opened.person, opened.now)
        )


def remove_step(call: Call, *, playbook: str, step: int) -> Said:
    """Take a step out.

    Raises:
        NotFound: there is no such playbook or step.
        Refused: the person leads no role.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        book = rules.playbook_named(opened.team, playbook)
        id = _numbered(book, step).id
        return _done(opened, book.id, rules.remove_step(opened.team, book.id, id, opened.person, opened.now))


def _fields(call: Call, opened: Session, days: str | None, given: Mapping[str, Any]) -> Fields:
    fields: Fields = {name: value for name, value in given.items() if value is not None}
    if "about" in fields:
        fields["about"] = text_or_input(call, fields["about"])
    if "role" in fields:
        role = finding.role(opened.team, fields["role"])
        fields["role"] = role.id if role else None
    if days is not None:
        match = _DAYS.fullmatch(days.strip())
        if match is None:
            raise Refused(
                f"{quoted(days)} are not the days of a freeze; write them like --freeze-days=-4..3."
            )
        fields["freeze_from"] = int(match[1])
        fields["freeze_until"] = int(match[2] or match[1])
    if [tag.casefold() for tag in fields.get("freeze_tags", ())] == ["none"]:
        fields["freeze_tags"] = []
    if "freeze_tags" in fields:
        fields["freeze_tags"] = [tag.removeprefix("#") for tag in fields["freeze_tags"]]
    return fields


def _steps(team: Team, text: str, old: list[Step]) -> list[Fields]:
    return [step.raw() for step in lines.read(team, text, old, lambda: secrets.token_hex(4))]


def _line(call: Call, team: Team, words: list[str], details: str | None) -> Fields:
    found = lines.read(team, " ".join(words), [], lambda: "")
    fields = found[0].raw() if found else {}
    fields.pop("id", None)
    fields.pop("unknown", None)
    if details is not None:
        fields["details"] = text_or_input(call, details)
    return fields


def _numbered(book: Playbook, step: int) -> Step:
    if not 1 <= step <= len(book.steps):
        raise NotFound(f"The playbook {quoted(book.name)} has no step {step}; it has {len(book.steps)}.")
    return book.steps[step - 1]


def _any(team: Team, typed: str, *, archived: bool = False) -> Playbook:
    """A playbook by number or name, also one that is archived; those wanted come first."""
    low = typed.strip().removeprefix("#").casefold()
    for away in (archived, not archived):
        for one in playbooks(team, archived=away):
            if low in (str(one.id), one.name.casefold()):
                return one
    return rules.playbook_named(team, typed)


def _offered(team: Team) -> Grid:
    taken = {one.name.casefold() for one in playbooks(team)}
    rows, shapes = [], []
    for one in READY:
        count, is_taken = len(steps_for(team, one)), one.name.casefold() in taken
        rows.append([one.name, counted(count, "step"), one.about.split("\n")[0], "taken" if is_taken else ""])
        shapes.append(ready_shape(is_taken, one, count))
    return Grid(rows, (0, 0, 20, 0), {"ready": shapes}, "")


def _row(team: Team, number: int, step: Step) -> list[str]:
    start = f"{relative(step.start)} – " if step.start is not None else ""
    signs = lines.line(team, step).split()
    return [
        str(number),
        f"{start}{relative(step.due)}",
        role_name(team, step.role) or "",
        step.text,
        _signs(signs),
    ]


def _signs(words: list[str]) -> str:
    """The signs that stand behind a title, as they are written."""
    found: list[str] = []
    while words and lines.is_sign(words[-1]):
        found.insert(0, words.pop())
    return " ".join(found)


def _size(book: Playbook) -> str:
    return counted(len(book.steps), "step")


def _added(opened: Session, change: Change) -> Said:
    new = change.edits[0].id

    def content(numbers: Mapping[tuple[str, int], int]) -> dict[str, object]:
        return _content(opened.team, numbers.get(("playbooks", new), new))

    return done(opened, change, content)


def _done(opened: Session, id: int, change: Change) -> Said:
    return done(opened, change, lambda _: _content(opened.team, id))


def _content(team: Team, id: int) -> dict[str, object]:
    return {"playbook": whole_playbook_shape(team, rules.playbook_numbered(team, id))}
