"""`tagwerk add`: a new task."""

from __future__ import annotations

from store.models import Fields
from store.rules import tasks
from store.rules.moving import KEEP
from store.rules.quick import Quick, read
from store.rules.words import quoted
from store.skills.hints import given, said
from tui.commands import finding
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.session import Session, session
from tui.commands.shapes import Places, task_shape
from tui.commands.texts import text_or_input
from tui.commands.values import Day


def run(
    call: Call,
    *,
    title: list[str],
    plain: bool,
    role: str | None,
    column: str | None,
    assign: list[str],
    priority: str | None,
    due: Day | None,
    tags: list[str],
    estimate: float | None,
    description: str | None,
    over_limit: bool,
) -> Said:
    """Add a task. The title may say more about it in the quick syntax; what an option says holds instead.

    Raises:
        NeedsConsent: a limit is reached and `over_limit` is not given.
        Refused: the person is not in the team, a value does not fit, or the title names something unknown.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team = opened.team
        quick = _read(opened, " ".join(title), plain=plain)
        options: Fields = {
            "assignees": [finding.login(team, login) for login in assign],
            "tags": tags,
            "priority": priority,
            "due": due(opened.today) if due else None,
            "estimate": estimate,
            "description": text_or_input(call, description) if description else None,
        }
        change = tasks.create(
            team,
            quick.title,
            opened.member,
            opened.now,
            column=finding.column(team, column).id if column else quick.column,
            role=_role(opened, role) if role else None if quick.role is KEEP else quick.role,
            override=over_limit,
            **quick.fields | {name: value for name, value in options.items() if value},
        )
        number = opened.commit(change)["tasks", -1]
        task = opened.team.task(number)
        places = Places(opened.team)
        where = ", ".join(filter(None, (places.column(task)[0], places.role(task))))
        sentence = f"Added #{number} {quoted(task.title)} to {where}."
        understood = quick.understood(team)
        sentences = (sentence, f"Understood: {understood}.") if understood else (sentence,)
        hint = said(opened.team, given(opened.team, change))
        sentences = (*sentences, hint) if hint else sentences
        return Said(sentences, {"task": task_shape(opened.team, task, opened.today), "hint": hint or None})


def _read(opened: Session, text: str, *, plain: bool) -> Quick:
    # Without a title, the rule for new tasks says what is wrong.
    if plain or not text.strip():
        return Quick(text)
    return read(opened.team, text, opened.person, opened.today)


def _role(opened: Session, typed: str) -> int | None:
    found = finding.role(opened.team, typed)
    return found.id if found else None
