"""The shapes of `--json` for playbooks, runs, freezes and routines; see `shapes`.

playbook  {"playbooks": [playbook]}; of `show` and its other verbs {"playbook": playbook and "about",
          "steps": [step], "changed"}, where a playbook is {"number", "name", "kind", "role", "steps": how
          many, "freeze": {"tags", "from", "until"} or null, "archived_at"}, and a step {"number": its
          place, "id" which stays, "text", "details", "due", "start", "role", "missing_role": the
          one that it is for and that the team does not have, or null, "doer", "estimate", "priority",
          "tags"}; days are counted from the playbook's day
playbook ready  {"ready": [{"name", "kind", "about", "steps": how many, "taken": whether there is one}]};
          with a name like `playbook`
playbook start  {"started": whether it was, "plan": plan, "run": run or null}, where a plan is {"playbook",
          "name", "day", "person", "goal", "cards": [{"step", "title", "role", "missing_role",
          "assignees", "start", "due", "estimate", "priority", "tags", "odd": [phrase]}],
          "freeze": {"tags", "start", "end"} or null, "odd": [sentence]}
playbook runs   {"runs": [run]}, where it is {"number", "playbook", "name", "day", "person", "goal",
          "tasks", "done", "of", "next_due", "started_at", "started_by", "archived_at"}
playbook postpone  {"postponed": whether it was, "run": run, "moves": [{"task", "title", "start", "due",
          "new_start", "new_due"}]}
freeze    {"freezes": [freeze]}; of its other verbs {"freeze": freeze, "changed"}, where it is {"number",
          "name", "tags", "start", "end", "reason", "run", "holds": today, "archived_at"}
routine   {"routines": [routine]}; of its other verbs {"routine": routine, "changed"}, where it is
          {"number", "title", "rule", "in_words", "first", "shift", "ahead", "next", "role", "assignees",
          "estimate", "priority", "tags", "made_up_to", "last_task", "paused", "archived_at"}
routine run   {"made": [{"routine", "task"}]}
routine next  {"rule", "in_words", "days": [day]}
    member    of `add` and `join` also "playbooks": [playbook] for joining, and "started": [name]; of `leave`
              the same for leaving, and "without_owner": [{"kind", "name"}]
"""

from __future__ import annotations

from datetime import date

from store.models import Freeze, Playbook, PlaybookRun, Role, Step
from store.playbooks.plan import Moved, Plan, PlannedCard, progress
from store.playbooks.ready import READY, Ready
from store.team import Team
from tui.commands.answer import Json
from tui.commands.shapes import moment


def playbook_shape(team: Team, book: Playbook) -> dict[str, object]:
    """A playbook as one of many."""
    frozen = {"tags": list(book.freeze_tags), "from": book.freeze_from, "until": book.freeze_until}
    return {
        "number": book.id,
        "name": book.name,
        "kind": book.kind.value,
        "role": role_name(team, book.role),
        "steps": len(book.steps),
        "freeze": frozen if book.freeze_tags else None,
        "archived_at": moment(book.archived_at),
    }


def whole_playbook_shape(team: Team, book: Playbook) -> dict[str, object]:
    """A playbook with its steps."""
    steps = [_step_shape(team, number, step) for number, step in enumerate(book.steps, 1)]
    return {**playbook_shape(team, book), "about": book.about, "steps": steps}


def _step_shape(team: Team, number: int, step: Step) -> Json:
    return {
        "number": number,
        "id": step.id,
        "text": step.text,
        "details": step.details,
        "due": step.due,
        "start": step.start,
        "role": role_name(team, step.role),
        "missing_role": step.missing or None,
        "doer": step.doer.value,
        "estimate": step.estimate,
        "priority": step.priority.value,
        "tags": list(step.tags),
    }


def ready_shape(taken: bool, ready: Ready, steps: int) -> Json:
    """A ready-made playbook."""
    kind = ready.kind.value
    return {"name": ready.name, "kind": kind, "about": ready.about, "steps": steps, "taken": taken}


def plan_shape(team: Team, whole: Plan) -> Json:
    """What a run would create."""
    frozen = whole.freeze
    return {
        "playbook": whole.playbook.id,
        "name": whole.name,
        "day": whole.day.isoformat(),
        "person": whole.person or None,
        "goal": whole.goal,
        "cards": [_card_shape(team, card) for card in whole.cards],
        "freeze": {"tags": list(frozen.tags), "start": day(frozen.start), "end": day(frozen.end)}
        if frozen
        else None,
        "odd": list(whole.odd),
    }


def _card_shape(team: Team, card: PlannedCard) -> Json:
    return {
        "step": card.step,
        "title": card.title,
        "role": role_name(team, card.role),
        "missing_role": card.missing or None,
        "assignees": list(card.assignees),
        "start": day(card.start),
        "due": day(card.due),
        "estimate": card.estimate,
        "priority": card.priority.value,
        "tags": list(card.tags),
        "odd": list(card.odd),
    }


def run_shape(team: Team, run: PlaybookRun) -> Json:
    """A playbook that was started."""
    stands = progress(team, run)
    return {
        "number": run.id,
        "playbook": run.playbook,
        "name": run.name,
        "day": run.day.isoformat(),
        "person": run.person or None,
        "goal": run.goal,
        "tasks": list(run.tasks),
        "done": stands.done,
        "of": stands.of,
        "next_due": day(stands.next.due) if stands.next else None,
        "started_at": moment(run.started_at),
        "started_by": run.started_by or None,
        "archived_at": moment(run.archived_at),
    }


def move_shape(moved: Moved) -> Json:
    """A card whose dates move."""
    return {
        "task": moved.task,
        "title": moved.title,
        "start": day(moved.start),
        "due": day(moved.due),
        "new_start": day(moved.new_start),
        "new_due": day(moved.new_due),
    }


def freeze_shape(freeze: Freeze, today: date) -> Json:
    """A time in which some cards should not move."""
    return {
        "number": freeze.id,
        "name": freeze.name,
        "tags": list(freeze.tags),
        "start": freeze.start.isoformat(),
        "end": freeze.end.isoformat(),
        "reason": freeze.reason,
        "run": freeze.run,
        "holds": freeze.holds(today),
        "archived_at": moment(freeze.archived_at),
    }


def ready_named(text: str) -> list[Ready]:
    """The ready-made playbooks that are meant: by name, or by how it begins."""
    low = text.strip().casefold()
    exact = [ready for ready in READY if ready.name.casefold() == low]
    return exact or [ready for ready in READY if low and low in ready.name.casefold()]


def role_name(team: Team, role: int | None) -> str | None:
    """A role's name; `None` for none."""
    found = team.find(Role, role) if role is not None else None
    return found.name if found else None


def day(when: date | None) -> str | None:
    """A day as JSON has it."""
    return when.isoformat() if when else None
