"""The pulse on one real folder: everybody's answer once, nobody's alone, and a log that does not tell."""

from __future__ import annotations

import errno
import random
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from store.culture.asking import question_of
from store.culture.pulse import Answers, result_of, results
from store.errors import Damaged, Refused
from store.log.disk import Disk
from store.log.layout import Layout
from store.models import PulseBatch, PulseQuestion
from store.pulse import PulseBox
from store.rules import pulse_questions, values
from tests.store.culture.circle import MONDAY, NAMES, NOW, Shared, after, batches, team

WEEK = timedelta(days=7)


def test_five_answers_are_shown_in_sum_on_monday(shared: Shared) -> None:
    """All wait unseen until then; Monday brings numbers, the mean, and sentences in the alphabet's order."""
    pulse = shared.enter()
    for login, score, words in [
        ("eli", 2, "Too much post"),
        ("ana", 4, ""),
        ("ben", 4, "all fine"),
        ("dia", 5, ""),
        ("cem", 1, " A\x1b[31m bell "),
        ("fay", 1, "\u200b \u00a0"),
    ]:
        pulse.answer(login, score, words)
    shared.today = MONDAY + WEEK - timedelta(days=1)
    assert pulse.look().answered == set(NAMES[:6])
    assert results(shared.team) == []
    with pytest.raises(Refused, match="You have answered this week"):
        pulse.answer("ana", 1)
    shared.end_week()
    result = result_of(shared.team, MONDAY)
    assert result is not None
    assert (result.counts, result.mean, result.too_few) == ((2, 1, 0, 2, 1), 17 / 6, 0)
    assert [words.casefold()[:3] for words in result.sentences] == ["a b", "all", "too"]
    assert shared.box == [b"tagwerk-cut 2 %d\n" % number for number in range(1, 7)]


def test_what_is_no_answer_is_refused(shared: Shared) -> None:
    """A number that there is not, a novel, a stranger: nothing is left of it in the folder."""
    pulse = shared.enter()
    for person, score, words, told in [
        ("ana", 6, "", "“6” is no answer"),
        ("ana", 3, "x" * 301, "301 characters, and 300 is the most"),
        ("zoe", 3, "", "not in the team"),
    ]:
        with pytest.raises(Refused, match=told):
            pulse.answer(person, score, words)
    assert shared.box == []


def test_the_order_of_the_log_says_nothing(tmp_path: Path) -> None:
    """Whoever answers first or last: what waits, and what is committed, is the same to the byte."""
    first = [("ana", 1, "zebra"), ("ben", 5, ""), ("cem", 3, "apple"), ("dia", 3, "Mango")]
    boxes, kept, dice = set(), set(), random.Random(8)
    for turn in range(4):
        place = tmp_path / str(turn)
        place.mkdir()
        shared = Shared(place, team())
        pulse = shared.enter()
        for login, score, words in dice.sample(first, len(first)):
            pulse.answer(login, score, words)
        boxes.add(shared.box[-1])
        pulse.answer("eli", 2)
        shared.end_week()
        (batch,) = batches(shared)
        kept.add((tuple(batch.counts), tuple(batch.sentences), tuple(batch.people)))
        commit = next(one for one in shared.repository.commits() if one.change.by == "tagwerk")
        assert (commit.login, commit.change.at.hour, commit.change.label) == (
            "",
            0,
            "put answers to the pulse together",
        )
        assert not any(name in commit.client for name in (*NAMES, "os"))
        shared.close()
    assert len(boxes) == 1
    assert kept == {((1, 1, 2, 0, 1), ("apple", "Mango", "zebra"), ("ana", "ben", "cem", "dia", "eli"))}


def test_a_place_in_a_sum_does_not_depend_on_the_turn() -> None:
    """Over many shuffled turns, who answered first stands in each place as often as who answered last."""
    dice, first, last = random.Random(3), 0, 0
    for _ in range(400):
        turn = dice.sample(NAMES, len(NAMES))
        answers = Answers(1)
        for login in turn:
            answers = answers.added(login, 3, login[::-1])
        assert answers == Answers(1, (0, 0, 12, 0, 0), tuple(sorted(name[::-1] for name in NAMES)), NAMES)
        first += answers.people.index(turn[0])
        last += answers.people.index(turn[-1])
    # Mean place 5.5, standard error 0.17: four of them.
    assert abs(first / 400 - 5.5) < 0.7
    assert abs(last / 400 - 5.5) < 0.7


def test_all_answer_at_once_and_each_counts_once(tmp_path: Path) -> None:
    """Twelve programs on one folder, each with its own thread: twelve answers, none twice, none lost."""
    shared = Shared(tmp_path, team())
    keepers = {login: shared.enter() for login in NAMES}
    begin = threading.Barrier(len(NAMES))

    def act(login: str) -> None:
        begin.wait()
        keepers[login].answer(login, 1 + len(login) % 5, login)
        keepers[login].look()

    threads = [threading.Thread(target=act, args=(login,)) for login in NAMES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for keeper in keepers.values():
        keeper.look()
    shared.today = MONDAY + WEEK
    keepers["ana"].look()
    made = batches(shared)
    people = [login for batch in made for login in batch.people]
    result = result_of(shared.team, MONDAY)
    assert sorted(people) == list(NAMES)
    assert result is not None
    assert (result.count, result.too_few, result.sentences) == (12, 0, NAMES)
    shared.close()


class Killed(Exception):
    """The program ends in the middle of a step."""


class KillsAtCut(Disk):
    """Ends the program when it is about to cut something down."""

    def rename(self, source: Path, target: Path) -> None:
        if "pulse" in target.parts:
            raise Killed
        super().rename(source, target)


def test_killed_between_the_commit_and_the_tidying(shared: Shared) -> None:
    """The answers are in the log already: whoever comes next tidies up, and counts nobody twice."""
    patient, doomed = shared.enter(), shared.enter(KillsAtCut())
    for login in NAMES[:4]:
        patient.answer(login, 4)
    with pytest.raises(Killed):
        doomed.answer("eli", 4)
    # It was ended before it could cut down the fourth sum, which the next look does.
    patient.look()
    assert [content.startswith(b"tagwerk-cut") for content in shared.box] == [True] * 4 + [False]
    shared.today = MONDAY + WEEK
    again = shared.enter(KillsAtCut())
    with pytest.raises(Killed):
        again.look()
    assert [batch.people for batch in batches(shared)] == [list(NAMES[:5])]
    for _ in range(2):
        patient.look()
    assert [batch.people for batch in batches(shared)] == [list(NAMES[:5])]
    assert all(content.startswith(b"tagwerk-cut") for content in shared.box)


def test_who_answers_while_others_are_put_together_is_not_lost(shared: Shared) -> None:
    """Her sum has theirs in it; what they said is taken away from it, and hers waits on."""
    waiting = Answers(1)
    for login in NAMES[:5]:
        waiting = waiting.added(login, 2, "same")
    batch = PulseBatch(
        week=MONDAY, question=1, counts=[0, 5, 0, 0, 0], sentences=["same"], people=list(NAMES[:5])
    )
    assert waiting.added("gus", 5, "mine").without(batch) == Answers(1, (0, 0, 0, 0, 1), ("mine",), ("gus",))
    assert waiting.without(PulseBatch(week=MONDAY, question=1, counts=[5], people=["zoe"])) == waiting


def test_few_are_not_shown_but_counted(shared: Shared) -> None:
    """What four have said is thrown away on Monday, and the result says that there were four."""
    pulse = shared.enter()
    for login in NAMES[:4]:
        pulse.answer(login, 3, f"by {login}")
    shared.end_week()
    result = result_of(shared.team, MONDAY)
    assert result is not None
    assert (result.count, result.too_few, result.sentences) == (0, 4, ())
    assert [(batch.counts, batch.sentences) for batch in batches(shared)] == [([], [])]
    shared.end_week(2)
    assert shared.box == []


def test_who_answers_in_the_moment_of_the_end_is_counted(shared: Shared) -> None:
    """The batch is in the log and her sum in the box: that she answered is kept, what she said is not."""
    pulse = shared.enter()
    for login in NAMES[:5]:
        pulse.answer(login, 3)
    file, whole = shared.files[-1], shared.box[-1]
    shared.end_week()
    late = Answers(1, (0, 0, 5, 0, 0), (), NAMES[:5]).added("fay", 1, "late")
    file.write_bytes(whole)
    box = shared.repository.pulse
    assert box is not None
    assert box.put(MONDAY, 6, late)
    shared.end_week()
    result = result_of(shared.team, MONDAY)
    assert result is not None
    assert (result.counts, result.sentences, result.too_few) == ((0, 0, 5, 0, 0), (), 1)
    assert all(content.startswith(b"tagwerk-cut") for content in shared.box)


def test_below_five_nobody_is_asked(tmp_path: Path) -> None:
    """Four would answer for nothing; it says so, and nothing is kept."""
    shared = Shared(tmp_path, team(people=NAMES[:4]))
    pulse = shared.enter()
    assert pulse.look().question is None
    with pytest.raises(Refused, match="begins with 5 people"):
        pulse.answer("ana", 3)
    assert shared.box == []
    shared.close()


class Hasty(Disk):
    """Waits for nothing to heal."""

    def pause(self, seconds: float) -> None:
        """See `Disk`."""


class Full(Disk):
    """A drive without room."""

    def write_new(self, path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "full", str(path))


def test_an_answer_that_cannot_be_written_is_nowhere(shared: Shared) -> None:
    """It is told, and she can answer when there is room again."""
    with pytest.raises(Exception, match="full"):
        shared.enter(Full()).answer("ana", 3)
    assert shared.enter().answer("ana", 3).answered == {"ana"}


def test_ending_a_week_keeps_nothing_of_the_others_work_back(shared: Shared) -> None:
    """What others changed meanwhile is still told afterwards, and so is the batch."""
    pulse, other = shared.enter(), shared.enter()
    mine = shared.repository
    for login in NAMES[:5]:
        other.answer(login, 3)
    other_repository = shared.opened[1]
    other_repository.commit(values.edit(other_repository.team, 1, "ana", NOW, about="They pay."))
    shared.today = MONDAY + WEEK
    pulse.look()
    assert mine.refresh() == {("values", 1), ("pulse_batches", 1)}


def test_it_works_where_there_are_no_hard_links(shared: Shared) -> None:
    """On drives where names are claimed by renaming folders: put, read, cut down, taken away."""
    shared.enter()
    (root,) = [path for path in (shared.folder / "team.json.d").iterdir() if path.is_dir()]
    box = PulseBox(Layout(root.parent, root.name), "rename")
    first, second = Answers(1).added("ana", 2, "x"), Answers(1).added("ana", 2, "x").added("ben", 3, "")
    assert box.put(MONDAY, 1, first)
    assert not box.put(MONDAY, 1, second)
    assert box.put(MONDAY, 2, second)
    assert (box.newest(MONDAY), box.read(MONDAY, 1), box.read(MONDAY, 2)) == (2, None, second)
    assert {int(path.stat().st_mtime) for path in root.glob("pulse/*/*/record")} == {1795392000}
    box.cut(MONDAY, 2)
    assert (box.newest(MONDAY), box.read(MONDAY, 2)) == (2, None)
    box.remove(MONDAY)
    assert box.weeks() == []


def test_a_damaged_box_is_told_and_not_written_over(shared: Shared) -> None:
    """Who answers hears that it cannot be read; who only looks goes on with everything else."""
    pulse = shared.enter(Hasty())
    pulse.answer("ana", 3)
    (file,) = shared.files
    file.write_bytes(file.read_bytes()[:-9])
    again = shared.enter(Hasty())
    assert again.look().answered == set()
    with pytest.raises(Damaged):
        again.answer("ben", 3)
    assert shared.files == [file]


def test_the_questions_take_turns_and_a_week_keeps_its_own() -> None:
    """Whatever leads do meanwhile, the running week asks what it asked; the next one goes on behind it."""
    known = team()
    asked = question_of(known, MONDAY)
    assert asked is not None
    known = after(known, pulse_questions.move(known, asked.id, 2, "ana", NOW))
    known = after(known, pulse_questions.archive(known, asked.id, "ana", NOW))
    known = after(known, pulse_questions.add(known, "New?", "ana", NOW, low="no", high="yes"))
    assert question_of(known, MONDAY) == known.find(PulseQuestion, asked.id)
    turn = [question_of(known, MONDAY + number * WEEK) for number in range(1, 5)]
    assert len({one.id for one in turn[:3] if one}) == 3
    assert turn[3] == turn[0]
    known = after(known, pulse_questions.restore(known, asked.id, "ana", NOW))
    assert question_of(known, MONDAY) == known.find(PulseQuestion, asked.id)
    with pytest.raises(Refused, match="may have been answered"):
        pulse_questions.edit(known, asked.id, "ana", NOW, text="Another?")
    with pytest.raises(Refused, match="asks “new"):
        pulse_questions.add(known, "new?", "ana", NOW)
    other = next(one for one in turn if one and one.id != asked.id)
    known = after(known, pulse_questions.edit(known, other.id, "ana", NOW, text="Well?"))
    assert known.find(PulseQuestion, other.id).text == "Well?"  # type: ignore[union-attr]
