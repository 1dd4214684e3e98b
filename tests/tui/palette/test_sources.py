"""What each source finds, and how their finds become one list."""

from __future__ import annotations

from store.change import Change
from store.team import Team
from tests import builders
from tests.builders import DONE, LATER
from tui.keys import CARDS, Command
from tui.palette.cards import CardSource
from tui.palette.commands import CommandSource
from tui.palette.finder import LIMIT, Finder
from tui.palette.match import EXACT, INSIDE, START, WORDS
from tui.palette.named import Named, NamedSource
from tui.palette.recent import Recent


class Desk:
    """Has a newer snapshot from time to time."""

    def __init__(self, team: Team) -> None:
        self.team = team
        self.went: list[int] = []
        self.cards = CardSource(lambda: self.team, self.went.append)

    def find(self, query: str, limit: int = LIMIT) -> list[tuple[int, str]]:
        return [(rank, found.label) for rank, found in self.cards.find(query, limit)]


def test_cards_by_number_beginning_words_and_anything() -> None:
    """The card with the number comes first, then titles that begin so, then words, then parts of words."""
    team = builders.team(
        tasks=[
            builders.task(3, "Count 12 boxes"),
            builders.task(12, "Sweep"),
            builders.task(4, "12 labels"),
            builders.task(5, "Print 3120"),
        ]
    )
    found = [(EXACT, "#12 Sweep"), (START, "#4 12 labels"), (WORDS, "#3 Count 12 boxes")]

    assert Desk(team).find("12") == [*found, (INSIDE, "#5 Print 3120")]
    assert Desk(team).find("#12") == [(EXACT, "#12 Sweep")]
    assert Desk(team).find("") == []
    assert Desk(team).find("99") == []
    assert Desk(team).find("9" * 5000) == []


def test_open_cards_come_first_and_the_newest_of_them() -> None:
    """Of equals, what is done and what was put away comes last."""
    team = builders.team(
        tasks=[
            builders.task(1, "Sweep one", DONE),
            builders.task(2, "Sweep two"),
            builders.task(3, "Sweep three", archived_at=LATER),
            builders.task(4, "Sweep four"),
        ]
    )

    assert [label for _, label in Desk(team).find("sweep")] == [
        "#4 Sweep four",
        "#2 Sweep two",
        "#3 Sweep three",
        "#1 Sweep one",
    ]


def test_no_more_cards_than_there_is_room_for() -> None:
    """A letter that all of a thousand cards have brings as many as were asked for."""
    assert len(Desk(builders.crowded(1000)).find("t", 50)) == 50


def test_a_newer_snapshot_is_searched() -> None:
    """A title that has changed is found by its new words and not by the old ones."""
    desk = Desk(builders.team())
    assert desk.find("wrapping")
    task = desk.team.task(1)
    desk.team = desk.team.apply(Change.update("tasks", task, "renamed", title="Buy tape"))
    desk.cards.follow({1})

    assert desk.find("wrapping") == []
    assert desk.find("tape") == [(WORDS, "#1 Buy tape")]


def test_snapshots_are_followed_card_by_card() -> None:
    """After many snapshots, some read beforehand, all cards are found that are there, and no other."""
    desk = Desk(builders.team(tasks=[builders.task(n, f"Sweep {n}") for n in range(1, 9)]))
    assert len(desk.find("sweep")) == 8
    for step in range(1200):
        number = step % 8 + 1
        old = desk.team.find(builders.Task, number)
        change = (
            Change.insert("tasks", builders.task(number, f"Sweep {step}"), id=number)
            if old is None
            else Change.insert("tasks", old, id=number).inverse()
        )
        desk.team = desk.team.apply(change)
        desk.cards.follow({number})
        if step % 300 == 7:
            desk.cards.prepare()
    there = {f"#{id} {raw['title']}" for id, raw in desk.team.tables["tasks"].items()}

    assert {label for _, label in desk.find("sweep")} == there
    desk.team = builders.team()
    desk.cards.follow(None)
    assert desk.find("sweep") == []


def test_a_card_says_where_it_is_and_leads_there() -> None:
    """Column, role and people stand behind the title; choosing it goes to its number."""
    desk = Desk(builders.team())
    ((_, found),) = desk.cards.find("stock", LIMIT)
    found.choose()

    assert found.detail == "Ready · Shop · Ana Lima"
    assert desk.went == [4]


def test_a_card_that_is_not_there_any_more_is_not_found_again() -> None:
    """Neither by a number that never was."""
    desk = Desk(builders.team())

    assert desk.cards.again(4) is not None
    assert desk.cards.again(99) is None
    assert desk.cards.again("4") is None


def commands(done: list[str]) -> CommandSource:
    return CommandSource(CARDS, lambda command: done.append(command.name))


def test_commands_are_found_by_name_help_and_key() -> None:
    """`move r`, a word of the sentence, and the key itself."""
    done: list[str] = []
    source = commands(done)
    for query in ("move r", "nothing is deleted", "ctrl+r"):
        source.find(query, LIMIT)[0][1].choose()

    assert done == ["move_right", "archive", "redo"]


def test_a_command_without_a_key_is_found() -> None:
    """It stands in the list with nothing at the right."""
    source = CommandSource([Command("next_theme", (), "next theme", "Take the next theme")], lambda _: None)

    assert source.find("theme", LIMIT)[0][1].hint == ""


def finder(recent: Recent | None = None) -> Finder:
    goals = NamedSource("goal", lambda: [Named(1, "Move house"), Named(2, "Add shelves")], lambda _: None)
    return Finder([commands([]), goals], recent or Recent())


def test_the_best_of_all_sources_comes_first() -> None:
    """What begins with it, whatever its kind, before what only contains it; of equals the first source."""
    assert [found.label for found in finder().find("add")][:2] == ["add", "Add shelves"]
    assert [found.label for found in finder().find(" move ho ")] == ["Move house"]


def test_of_equals_what_was_chosen_lately_comes_first() -> None:
    """`move` brings the goal first after it was chosen."""
    recent = Recent()
    once = finder(recent)
    assert once.find("move")[0].label != "Move house"
    once.chosen(next(found for found in once.find("move") if found.label == "Move house"))

    assert finder(recent).find("move")[0].label == "Move house"


def test_nothing_typed_shows_the_last_choices_once() -> None:
    """The newest first, and not a second time further down."""
    recent = Recent()
    once = finder(recent)
    for label in ("undo", "Add shelves", "undo"):
        once.chosen(next(found for found in once.find(label) if found.label == label))
    labels = [found.label for found in finder(recent).find("")]

    assert labels[:2] == ["undo", "Add shelves"]
    assert len(labels) == len(set(labels))


def test_a_choice_of_another_screen_is_left_out() -> None:
    """What this screen's sources do not know is not shown as a last choice."""
    recent = Recent()
    finder(recent).chosen(finder().find("move house")[0])
    alone = Finder([commands([])], recent)

    assert "Move house" not in [found.label for found in alone.find("")]
