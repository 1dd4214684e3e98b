"""`tagwerk standup`: one's own update, everybody's, and who takes part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from store.errors import Refused
from store.log.answering import refuse_silence
from store.models import Question
from store.past import done_by
from store.rules.standup import write_update
from store.rules.words import quoted
from store.standup.drafting import draft, since
from store.standup.owing import missing
from store.standup.participation import participation
from store.standup.questions import asked_on
from store.standup.rounds import rounds_on
from store.standup.updates import late_updates, update_of, updates_on
from tui.commands.answer import Answer
from tui.commands.call import Call
from tui.commands.questions import Questions
from tui.commands.session import Session, session
from tui.commands.standup_sheets import Everybody, Mine, TakingPart, texts_of
from tui.commands.texts import text_or_input
from tui.commands.values import Day

_MOST_WEEKS = 52


def run(
    call: Call,
    *,
    post: bool = False,
    done: str | None = None,
    now: str | None = None,
    blockers: str | None = None,
    answers: list[tuple[int, str]] | None = None,
    show: bool = False,
    day: Day | None = None,
    share: bool = False,
    weeks: int = 4,
) -> Answer:
    """Show one's draft and post it where that is wanted; or show everybody's updates, or who takes part.

    Raises:
        NotFound: there is no such question.
        Refused: nothing is said, the day has passed, or the person is not in the team.
        StorageError: the folder cannot be read or written.
    """
    refuse_silence(call.folder_or_here(None), call.world.disk)
    with session(call) as opened:
        wanted = day(opened.today) if day else opened.today
        if share:
            return _participation(opened, weeks)
        if show:
            return _everybody(opened, wanted)
        given = {"done": done, "now": now, "blockers": blockers}
        parts = _parts(call, given)
        mine = _mine(opened, wanted, parts)
        return _posted(call, opened, mine, dict(answers or ()), is_asked=post, is_partly=bool(parts))


def _parts(call: Call, given: Mapping[str, str | None]) -> dict[str, str]:
    """The parts that were given; for `-` what the input says."""
    if sum(text == "-" for text in given.values()) > 1:
        raise Refused("Only one part can be read from the input; write the others behind their options.")
    return {name: text_or_input(call, text) for name, text in given.items() if text is not None}


def _mine(opened: Session, day: date, parts: Mapping[str, str]) -> Mine:
    team, person, now = opened.team, opened.person, opened.now
    begin = since(team, person, now, day)
    changes = done_by(opened.repository.log, opened.repository.number, person, begin)
    drafted = draft(team, person, changes, now, day)
    update = update_of(team, person, day)
    # Who changes a part of what is posted keeps the other parts.
    texts = texts_of(update) if update and parts else drafted.texts()
    texts = {**texts, **parts}
    questions = asked_on(team, day)
    return Mine(team, day, opened.today, begin, opened.zone, drafted, texts, update, questions)


def _posted(
    call: Call, opened: Session, mine: Mine, answers: dict[int, str], *, is_asked: bool, is_partly: bool
) -> Answer:
    """The draft, posted where that was asked for or agreed to."""
    speaks = is_asked or is_partly
    if not is_asked and not answers:
        if not call.world.is_terminal or call.wants_json:
            return mine
        if not _agreed(call, mine, "no" if mine.update and not is_partly else "yes"):
            return replace(mine, said="Nothing was posted.")
        speaks, answers = True, _answers(call, mine)
    # To answer a question is no reason to post a draft that nobody asked for.
    texts = mine.texts if speaks else {}
    change = write_update(
        opened.team,
        opened.member,
        opened.now,
        day=mine.day,
        done=texts.get("done"),
        now=texts.get("now"),
        blockers=texts.get("blockers"),
        answers=answers,
    )
    if change:
        opened.commit(change)
    said = f"You {change.label}." if change else "Nothing changed."
    return replace(mine, team=opened.team, update=update_of(opened.team, opened.person, mine.day), said=said)


def _agreed(call: Call, mine: Mine, default: str) -> bool:
    asking = Questions(call.world)
    asking.say(*mine.shown())
    question = "Post this instead?" if mine.update else "Post it?"
    return asking.ask(question, default, _yes)


def _yes(typed: str) -> bool:
    word = typed.casefold()
    if word not in ("y", "yes", "n", "no"):
        raise Refused(f"{quoted(typed)} is neither yes nor no.")
    return word.startswith("y")


def _answers(call: Call, mine: Mine) -> dict[int, str]:
    """What the person answers to the team's questions; what she leaves empty stays as it is."""
    known = {one.id for one in (mine.update.answers if mine.update else ())}
    open_ones: list[Question] = [one for one in mine.questions if str(one.id) not in known]
    found: dict[int, str] = {}
    try:
        for one in open_ones:
            found[one.id] = Questions(call.world).ask(one.text, "", str)
    except Refused:
        # No more input: she has agreed to the draft, and leaves the questions open.
        pass
    return {number: text for number, text in found.items() if text}


def _everybody(opened: Session, day: date) -> Everybody:
    team = opened.team
    # Late is who came after the first round of the day had begun.
    late = {one.author for held in rounds_on(team, day)[:1] for one in late_updates(team, held)}
    return Everybody(
        team,
        day,
        opened.today,
        opened.zone,
        updates_on(team, day),
        frozenset(late),
        tuple(missing(team, day)),
        tuple(team.all(Question)),
    )


def _participation(opened: Session, weeks: int) -> TakingPart:
    if not 1 <= weeks <= _MOST_WEEKS:
        raise Refused(f"{weeks} weeks are not possible; choose 1 to {_MOST_WEEKS}.")
    return TakingPart(opened.team, opened.today, weeks, participation(opened.team, opened.today, weeks))
