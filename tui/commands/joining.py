"""What joining and leaving begin: the playbooks for it, and what has no owner afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.days import spoken
from store.errors import NotFound
from store.models import Playbook, PlaybookKind
from store.playbooks.known import person_in, playbooks_for
from store.playbooks.leaving import LEARNS, STAYS, Left, told
from store.playbooks.plan import plan
from store.rules.playbooks import playbook_named
from store.rules.words import counted, listed, quoted
from store.team import Team
from tui.commands.agreeing import yes_or_no
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.playbook_shapes import playbook_shape
from tui.commands.questions import Questions


def offered(team: Team, kind: PlaybookKind, roles: Sequence[int]) -> list[Playbook]:
    """The playbooks for everybody and for these roles."""
    return playbooks_for(team, kind, list(roles))


def wanted(
    call: Call,
    team: Team,
    kind: PlaybookKind,
    roles: Sequence[int],
    typed: Sequence[str],
    day: date,
    today: date,
) -> list[Playbook]:
    """The playbooks that are to be started: those that are named, else those that a person agrees to.

    Raises:
        NotFound: one that is named is not there.
    """
    found = offered(team, kind, roles)
    if [word.casefold() for word in typed] == ["all"]:
        return found
    if typed:
        named = [playbook_named(team, word) for word in typed]
        for one in named:
            if one.kind is not kind:
                raise NotFound(f"{quoted(one.name)} is not a playbook for {kind.value}; choose another.")
        return named
    if not found or not call.world.is_terminal or call.wants_json:
        return []
    asking = Questions(call.world)
    chosen = []
    for one in found:
        cards = counted(len(plan(team, one, one.name, day, "", None, today).cards), "card")
        question = f"Start {quoted(one.name)} for {spoken(day, today)}: {cards}?"
        if asking.ask(question, "yes", yes_or_no):
            chosen.append(one)
    return chosen


def hint(found: Sequence[Playbook], started: Sequence[Playbook]) -> tuple[str, ...]:
    """Which playbooks could be started, as a sentence; none where some were, or there are none."""
    if not found or started:
        return ()
    are = "is a playbook" if len(found) == 1 else "are playbooks"
    return (f"There {are} for it: {listed(quoted(one.name) for one in found)}; --playbook starts it.",)


def shapes(team: Team, found: Sequence[Playbook], started: Sequence[Playbook]) -> dict[str, object]:
    """The same for `--json`."""
    return {
        "playbooks": [playbook_shape(team, one) for one in found],
        "started": [one.name for one in started],
    }


def left_rows(team: Team, left: Left) -> list[list[str]]:
    """What has no owner afterwards, as rows."""
    return [[kind, f"{name}, {STAYS[kind]}" if kind == LEARNS else name] for kind, name in told(team, left)]


def left_shape(team: Team, left: Left) -> list[Json]:
    """The same for `--json`."""
    return [{"kind": kind, "name": name} for kind, name in told(team, left)]


def roles_of(team: Team, login: str) -> list[int]:
    """Numbers of a person's roles."""
    member = person_in(team, login)
    return list(member.roles) if member else []
