"""More than one screen: a second one that only these tests know."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from store.change import Change
from store.errors import Refused
from store.repository import open_team
from store.repository.shared import Touched
from store.rules import tasks
from tests import builders
from tests.builders import READY
from tests.tui.conftest import Office, board, packet, saved, screen_text, task, until
from tests.tui.marks import presses
from tui.app import TagwerkApp
from tui.dialogs.clash import ClashDialog
from tui.dialogs.help import HelpDialog
from tui.keys import SHELL, Command
from tui.palette.named import Named, NamedSource
from tui.screens.base import TeamScreen
from tui.screens.board import BoardScreen
from tui.screens.doing.shell import ShellCommands, Tools
from tui.screens.registry import REGISTRY, Entry
from tui.workplace import Workplace
from widgets.prompt import Prompt

COUNTING = (
    Command("count", ("c",), "count", "Say how many cards there are", footer=True),
    Command("stumble", ("x",), "stumble", "Refuse to do it"),
    Command("rename", ("e",), "rename", "Ask for a name", changes=True),
)


class CountScreen(TeamScreen):
    """Counts cards; about what the simplest screen needs."""

    NAME = "Count"
    KEYS = (*COUNTING, *SHELL)
    GROUPS = (("Counting", COUNTING), ("Everywhere", SHELL))

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.team_place = place
        self.renumbered: list[tuple[int, int]] = []
        self.shows = 0
        self._text = Static()
        self._shell = ShellCommands(Tools(place, self))
        self._goals = NamedSource(
            "goal", lambda: [Named(1, "Ship faster")], lambda goal: place.tell(goal.name)
        )

    def body(self) -> Iterable[Widget]:
        yield self._text

    def run(self, name: str) -> None:
        owner = self if hasattr(self, f"do_{name}") else self._shell
        getattr(owner, f"do_{name}")()

    def sources(self) -> tuple[NamedSource, ...]:
        return (self._goals,)

    def show(self, touched: Touched | None) -> None:
        self.shows += 1
        self._text.update(f"{len(self.team_place.team.tables['tasks'])} cards in all")

    def renumber(self, table: str, old: int, new: int) -> None:
        self.renumbered.append((old, new))

    def do_count(self) -> None:
        self.team_place.tell(f"There are {len(self.team_place.team.tables['tasks'])}.")

    def do_stumble(self) -> None:
        raise Refused("It cannot be done.")

    def do_rename(self) -> None:
        self._asking.line("Name", lambda name: self.team_place.tell(f"It is {name} now."))


SCREENS = (*REGISTRY, Entry(Command("count_screen", ("9",), "count", "Show the count"), CountScreen))


@asynccontextmanager
async def opened(
    office: Office, person: str = "ana", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The app with two screens."""
    repository = open_team(office.folder, local=office.local / person, login=person)
    app = TagwerkApp(repository, person, now=lambda: builders.LATER, screens=SCREENS)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot
    assert app.finish()


def line(pilot: Pilot[None]) -> str:
    """What the line of the screen on top says."""
    return pilot.app.screen.query_one(Prompt).status.strip()


@presses("screen.board")
async def test_a_screen_is_built_when_it_is_first_looked_at(office: Office) -> None:
    """At the start there is the board alone; 9 builds the other one, 1 and 9 only bring them back."""
    async with opened(office) as pilot:
        app = pilot.app
        assert isinstance(app, TagwerkApp)
        assert [type(screen) for screen in app.screens.built] == [BoardScreen]
        first = app.screen
        await pilot.press("9")
        second = app.screen
        assert isinstance(second, CountScreen)
        await pilot.press("1", "9", "1")

        assert app.screen is first
        assert app.screens.built == (first, second)
        assert second.shows == 1


async def test_keys_behind_the_number_are_for_the_other_screen(office: Office) -> None:
    """9, c, 1 and L in one packet: the other screen counts, and the board's card moves."""
    async with opened(office) as pilot:
        board(pilot).select_task(1)
        await packet(pilot, *"9cx1L")
        await until(
            pilot, lambda: isinstance(pilot.app.screen, BoardScreen) and task(pilot, 1).column == READY
        )
        await packet(pilot, *"9c")

        assert line(pilot) == "There are 8."
        assert pilot.app.team.comments(1) == ()


async def test_the_screens_stay_as_they_were_left(office: Office) -> None:
    """Cursor and filter of the board are as before, also in a window of another size."""
    async with opened(office) as pilot:
        await packet(pilot, *"/spring", "enter")
        under = board(pilot).cursor_task
        await pilot.press("9")
        await pilot.resize_terminal(120, 40)
        await pilot.press("1")

        assert "Filter “spring”" in line(pilot)
        assert pilot.app.screen.query_one("BoardView").cursor_task == under
        assert len(screen_text(pilot).splitlines()) == 40


async def test_header_and_footer_are_the_screens(office: Office) -> None:
    """The header names the screen that is on top, and the footer has its keys."""
    async with opened(office) as pilot:
        assert "Board" in screen_text(pilot).splitlines()[0]
        await pilot.press("9")
        top, *_, bottom = screen_text(pilot).splitlines()

        assert "Count" in top
        assert "Ana Lima" in top
        assert "c count" in bottom
        assert "? help" in bottom
        assert "L move" not in bottom


async def test_both_hear_of_changes(office: Office) -> None:
    """What a colleague adds is on the screen that is not on top when one comes back."""
    async with opened(office) as pilot:
        await pilot.press("9")
        ben = office.colleague("ben")
        ben.commit(Change.insert("tasks", builders.task(-1, "Sweep"), "added").signed("ben", builders.LATER))
        await until(pilot, lambda: "9 cards in all" in screen_text(pilot), "Ben's card")
        await pilot.press("1")

        assert "Sweep" in screen_text(pilot)


async def test_both_hear_of_real_numbers(office: Office) -> None:
    """A card that was added on the board gets its number on every screen that was looked at."""
    async with opened(office) as pilot:
        await pilot.press("9", "1")
        await packet(pilot, *"aTape", "enter")
        await saved(pilot)
        await pilot.press("9")

        ((old, new),) = pilot.app.screen.renumbered
        assert old < 0
        assert new == 9


async def test_refusals_and_questions_are_on_the_screen_on_top(office: Office) -> None:
    """A refusal is said there, and a question takes digits instead of changing screens."""
    async with opened(office) as pilot:
        await packet(pilot, *"9x")
        assert line(pilot) == "It cannot be done."
        await packet(pilot, *"e12", "enter")

        assert isinstance(pilot.app.screen, CountScreen)
        assert line(pilot) == "It is 12 now."


async def test_outsiders_are_refused_on_every_screen(office: Office) -> None:
    """Commands that change something are refused at the key."""
    async with opened(office, person="zoe", size=(200, 50)) as pilot:
        await packet(pilot, *"9e")

        assert "can only read" in line(pilot)
        assert "reads only" in screen_text(pilot).splitlines()[0]


async def test_the_palette_finds_what_the_screen_has(office: Office) -> None:
    """Its own commands and goals, the way to the other screens, and not the board's commands."""
    async with opened(office) as pilot:
        await packet(pilot, *"9:ship f", "enter")
        assert line(pilot) == "Ship faster"
        await packet(pilot, *":move right")
        assert "Move the card" not in screen_text(pilot)
        await packet(pilot, "ctrl+u", *"show the board", "enter", *"ggL")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen))
        await until(pilot, lambda: task(pilot, 1).column == READY, "the move")


async def test_the_palette_leads_to_a_screen_that_was_never_looked_at(office: Office) -> None:
    """Keys behind it wait until it is there."""
    async with opened(office) as pilot:
        await packet(pilot, *":show the count", "enter", "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CountScreen))
        await until(pilot, lambda: line(pilot) == "There are 8.", "counting")


async def test_the_help_begins_with_the_screens_own_keys(office: Office) -> None:
    """On the other screen its group stands first; the board's stand below."""
    async with opened(office, size=(80, 100)) as pilot:
        await packet(pilot, *"9?")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))
        text = screen_text(pilot)

        assert text.index("Counting") < text.index("Moving the cursor")


async def test_a_clash_is_asked_about_on_any_screen(office: Office) -> None:
    """What stands against somebody's work is asked about whichever screen is on top."""
    async with opened(office) as pilot:
        app = pilot.app
        assert isinstance(app, TagwerkApp)
        await pilot.press("9")
        change = tasks.edit(app.team, 1, "ana", builders.LATER, title="Mine")
        ben = office.colleague("ben")
        ben.commit(tasks.edit(ben.team, 1, "ben", builders.LATER, title="Theirs"))
        app.act(change)
        await until(pilot, lambda: app.deciding.waiting, "the mark")
        await pilot.press("C")
        await until(pilot, lambda: isinstance(app.screen, ClashDialog) and not app._gate._closed, "asking")
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, CountScreen), "closing")
        await saved(pilot)

        assert task(pilot, 1).title == "Theirs"
