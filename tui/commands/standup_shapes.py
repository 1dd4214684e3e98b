"""The shapes of `--json` for the stand-up; see `shapes`."""

from __future__ import annotations

from store.models import Note, Question, Round, Update
from store.standup.drafting import Draft
from store.standup.item import Item
from store.standup.participation import Participation
from store.standup.rounds import absent, speaking, waiting
from store.team import Team
from store.text import whole_number
from tui.commands.answer import Json
from tui.commands.shapes import moment
from tui.settings.looks import DAYS


def update_shape(update: Update, *, is_late: bool) -> Json:
    """What one member said for a day."""
    return {
        "number": update.id,
        "day": update.day.isoformat(),
        "author": update.author,
        "done": update.done,
        "now": update.now,
        "blockers": update.blockers,
        "promised": list(update.promised),
        "answers": [{"question": whole_number(one.id), "text": one.text} for one in update.answers],
        "posted_at": moment(update.posted_at),
        "edited_at": moment(update.edited_at),
        "late": is_late,
    }


def draft_shape(draft: Draft) -> Json:
    """What somebody might say."""
    parts = (("done", draft.done), ("now", draft.now), ("blockers", draft.blockers))
    return {name: [_item(item) for item in items] for name, items in parts}


def question_shape(question: Question) -> Json:
    """Something that the team asks; without weekdays every day."""
    return {
        "number": question.id,
        "text": question.text,
        "weekdays": [DAYS[day] for day in sorted(set(question.weekdays))],
        "archived_at": moment(question.archived_at),
    }


def round_shape(team: Team, held: Round) -> Json:
    """A stand-up that is held, or was."""
    return {
        "number": held.id,
        "day": held.day.isoformat(),
        "started_at": moment(held.started_at),
        "started_by": held.started_by,
        "speaking": speaking(held) or None,
        "since": moment(held.since),
        "waiting": waiting(team, held),
        "spoken": list(held.spoken),
        "absent": absent(held),
        "notes": [_note(place, note) for place, note in enumerate(held.notes, 1)],
        "ended_at": moment(held.ended_at),
        "summary": held.summary,
    }


def _note(place: int, note: Note) -> Json:
    return {
        "number": place,
        "id": note.id,
        "kind": note.kind.value,
        "text": note.text,
        "people": list(note.people),
        "author": note.author,
        "at": moment(note.at),
        "task": note.task,
    }


def participation_shape(found: Participation, weeks: int) -> Json:
    """Who took part."""
    return {
        "since": found.first.isoformat(),
        "weeks": weeks,
        "rounds": found.rounds,
        "members": [
            {
                "login": part.login,
                "rounds": part.rounds,
                "turns": part.turns,
                "updates": part.updates,
                "unheard": part.is_unheard,
            }
            for part in found.parts
        ],
        "recurring": [
            {"task": one.task, "title": one.title, "people": list(one.people), "updates": one.updates}
            for one in found.recurring
        ],
    }


def _item(item: Item) -> Json:
    return {"text": item.text, "task": item.task}
