"""Taking back what one has done, among others who go on."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from store.change import Change
from store.errors import Refused
from store.repository import Repository, UndoStack
from store.rules.moving import move
from store.rules.tasks import archive, edit
from tests.builders import DOING, LATER, NOW, READY
from tests.store.repository.clock import Place, new_task, retitled, titles_of


@dataclass
class Person:
    """Somebody at a screen."""

    repository: Repository
    stack: UndoStack = field(default_factory=UndoStack)

    def do(self, change: Change) -> None:
        commit = self.repository.commit(change)
        assert commit is not None
        self.stack.did(commit.change)

    def undo(self) -> None:
        self.repository.refresh()
        self.repository.commit(self.stack.undo(self.repository.team, LATER))

    def redo(self) -> None:
        self.repository.refresh()
        self.repository.commit(self.stack.redo(self.repository.team, LATER))


@pytest.fixture
def ana(place: Place) -> Person:
    return Person(place.open())


@pytest.fixture
def ben(place: Place) -> Person:
    return Person(place.open())


def test_undo_takes_back_the_last_step_first(ana: Person) -> None:
    """Each undo takes back one step; redo does them again in their order."""
    before = ana.repository.team.tables
    ana.do(retitled(ana.repository, 1, "Once"))
    ana.do(retitled(ana.repository, 1, "Twice"))
    after = ana.repository.team.tables

    ana.undo()
    assert titles_of(ana.repository)[0] == "Once"
    ana.undo()
    assert ana.repository.team.tables == before
    ana.redo()
    ana.redo()
    assert ana.repository.team.tables == after


def test_undo_of_a_move_restores_everything_about_it(ana: Person) -> None:
    """Column, rank and stamps are as before."""
    before = ana.repository.team.tables["tasks"][4]
    ana.do(move(ana.repository.team, 4, DOING, "ana", LATER))
    assert ana.repository.team.task(4).column == DOING
    ana.undo()

    assert ana.repository.team.tables["tasks"][4] == before
    assert ana.repository.team.task(4).column == READY


def test_undo_leaves_what_others_did_to_other_fields(ana: Person, ben: Person) -> None:
    """My title goes back, their priority stays."""
    ana.do(retitled(ana.repository, 1, "Mine"))
    ben.repository.refresh()
    ben.do(edit(ben.repository.team, 1, "ben", NOW, priority="urgent"))
    ana.undo()

    task = ana.repository.team.task(1)
    assert (task.title, task.priority) == ("Order wrapping paper", "urgent")


def test_undo_is_refused_when_somebody_changed_the_same(ana: Person, ben: Person) -> None:
    """The sentence names the step and the field, nothing is written, and the step can be asked for again."""
    ana.do(retitled(ana.repository, 1, "Mine"))
    ben.repository.refresh()
    ben.do(retitled(ben.repository, 1, "Theirs"))

    for _ in range(2):
        with pytest.raises(Refused, match=r"somebody else changed the same since \(title of #1\)"):
            ana.undo()
    assert titles_of(ana.repository)[0] == "Theirs"
    ben.undo()
    ana.undo()
    assert titles_of(ana.repository)[0] == "Order wrapping paper"


def test_redo_is_refused_when_somebody_changed_the_same(ana: Person, ben: Person) -> None:
    """What was taken back is not done again over others' work."""
    ana.do(retitled(ana.repository, 1, "Mine"))
    ana.undo()
    ben.repository.refresh()
    ben.do(retitled(ben.repository, 1, "Theirs"))

    with pytest.raises(Refused, match="changed the same"):
        ana.redo()


def test_undo_of_a_new_task_is_refused_once_others_use_it(ana: Person, ben: Person) -> None:
    """A task that somebody worked on is not taken away under them; an untouched one is."""
    ana.do(new_task(ana.repository, "Brand new"))
    ben.repository.refresh()
    number = max(ben.repository.team.tables["tasks"])
    ben.do(retitled(ben.repository, number, "Adopted"))

    with pytest.raises(Refused):
        ana.undo()
    ben.undo()
    ana.undo()
    assert number not in ana.repository.team.tables["tasks"]
    ana.redo()
    assert ana.repository.team.task(number).title == "Brand new"


def test_undo_of_archiving_brings_the_task_back(ana: Person) -> None:
    """What was put away by mistake is on the board again, where it was."""
    before = ana.repository.team.tables["tasks"][5]
    ana.do(archive(ana.repository.team, 5, "ana", NOW))
    ana.undo()

    assert ana.repository.team.tables["tasks"][5] == before


def test_there_is_not_always_something_to_undo(ana: Person) -> None:
    """An empty stack says so; a new step forgets what was taken back."""
    with pytest.raises(Refused, match="nothing to undo"):
        ana.undo()
    with pytest.raises(Refused, match="nothing to redo"):
        ana.redo()
    ana.do(retitled(ana.repository, 1, "One"))
    ana.undo()
    ana.do(retitled(ana.repository, 2, "Two"))
    with pytest.raises(Refused, match="nothing to redo"):
        ana.redo()


def test_undo_knows_new_documents_by_their_real_numbers(ana: Person) -> None:
    """A step remembered with a negative number is taken back under the real one."""
    change = new_task(ana.repository, "Brand new")
    ana.stack.did(change)
    commit = ana.repository.commit(change)
    assert commit is not None
    ana.stack.renumber(commit.numbers)

    ana.undo()
    assert "Brand new" not in titles_of(ana.repository)


def test_a_step_that_was_refused_is_forgotten(ana: Person) -> None:
    """What never happened cannot be taken back."""
    change = retitled(ana.repository, 1, "Never")
    ana.stack.did(change)
    ana.stack.drop(change)

    with pytest.raises(Refused, match="nothing to undo"):
        ana.undo()
