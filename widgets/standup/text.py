"""What one person says in the stand-up, as content: people's words are put in as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from textual.content import Content

from store.models import Goal, Note, NoteKind, Question, Round, Update
from store.phrases import listed
from store.standup.cards import lines_of
from store.team import Team
from widgets.card_text import beside, joined, moment
from widgets.signs import Signs

_QUIET, _STRONG, _ALARM = "dim", "bold", "bold $text-warning"
_TITLES = {"done": "Done", "now": "Now", "blockers": "In the way"}


@dataclass(frozen=True)
class Turn:
    """What there is to say of one person."""

    team: Team
    login: str
    today: date
    update: Update | None
    """What she wrote for today; `None`: nothing yet."""
    drafted: Mapping[str, str]
    """What Tagwerk would write for her, by the name of the part; used while she has not written."""
    questions: Sequence[Question]
    """The team's own questions of today."""
    owed: Sequence[Goal]
    """Goals on which she owes a check-in."""
    held: Round | None
    """The round of today; `None`: there is none."""


def heading(turn: Turn) -> Content:
    """The name, and whether what follows is hers or Tagwerk's."""
    team, update = turn.team, turn.update
    if update is None:
        wrote = "has not written yet; this is what the board tells"
    else:
        zone = ZoneInfo(team.settings.time_zone)
        wrote = f"wrote {moment(update.posted_at, zone, turn.today)}"
        wrote += f", changed {moment(update.edited_at, zone, turn.today)}" if update.edited_at else ""
    return Content.assemble((team.name_of(turn.login), _STRONG), (f"  {wrote}", _QUIET))


def said(turn: Turn, signs: Signs, width: int) -> Content:
    """Done, now, in the way, the team's own questions, and check-ins owed; what is empty is left out."""
    return Content("\n\n").join(_parts(turn, signs, width))


def notes(held: Round | None, team: Team, signs: Signs, width: int) -> Content:
    """Decisions and parked topics of the round."""
    if held is None:
        return Content("")
    parts = []
    for kind, title in ((NoteKind.DECISION, "Decided"), (NoteKind.PARKED, "Parked for afterwards")):
        found = [note for note in held.notes if note.kind is kind]
        if found:
            lines = (_line(_note(note, team), signs, width) for note in found)
            parts.append(joined([Content.assemble((title, _STRONG)), *lines]))
    return Content("\n\n").join(parts)


def _parts(turn: Turn, signs: Signs, width: int) -> Iterator[Content]:
    for name, title in _TITLES.items():
        text = getattr(turn.update, name) if turn.update else turn.drafted.get(name, "")
        style = _ALARM if name == "blockers" else _STRONG
        yield from _section(title, style, lines_of(text), signs, width, is_drafted=turn.update is None)
    answers = {answer.id: answer.text for answer in turn.update.answers} if turn.update else {}
    for question in turn.questions:
        lines = lines_of(answers.get(str(question.id), ""))
        yield from _section(question.text, _STRONG, lines, signs, width)
    owed = [f"goal {goal.id} {goal.title}" for goal in turn.owed]
    yield from _section("Check-ins owed", _ALARM, owed, signs, width)


def _section(
    title: str, style: str, lines: Sequence[str], signs: Signs, width: int, *, is_drafted: bool = False
) -> Iterable[Content]:
    if not lines:
        return
    look = _QUIET if is_drafted else ""
    yield joined([Content.assemble((title, style)), *(_line(line, signs, width, look) for line in lines)])


def _line(text: str, signs: Signs, width: int, look: str = "") -> Content:
    return Content.assemble((f"  {signs.between} {beside(text, 4, width)}", look))


def _note(note: Note, team: Team) -> str:
    text = " ".join(lines_of(note.text))
    who = f" ({listed(map(team.name_of, note.people))})" if note.people else ""
    return f"{text}{who}{f', now #{note.task}' if note.task and note.task > 0 else ''}"
