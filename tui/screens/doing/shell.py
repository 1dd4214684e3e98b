"""Keys that every screen has: finding anything, help, leaving."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from store.errors import Refused
from tui.palette.named import Named, NamedSource
from tui.palette.opening import open_palette
from tui.palette.source import Find
from tui.screens.base import TeamScreen
from tui.themes import next_theme, theme_sentence
from tui.workplace import Workplace

_THANK, _LEAST = "thank", 3
"""What one writes to find whom to thank, and how many letters of it at least."""


class OnScreen(Protocol):
    """What these keys need of a screen's tools."""

    @property
    def place(self) -> Workplace:
        """The app."""

    @property
    def screen(self) -> TeamScreen:
        """The screen whose keys these are."""


@dataclass(frozen=True, slots=True)
class Tools:
    """These two and no more, for a screen without a bench of its own."""

    place: Workplace
    screen: TeamScreen


class _Thanks(NamedSource):
    """`Thank Ana Lima`, for who begins to write that: else everybody would be found twice."""

    def __init__(self, place: Workplace) -> None:
        super().__init__("thanks", self._everybody, self._thank)
        self._place = place

    def find(self, query: str, limit: int) -> Sequence[tuple[int, Find]]:
        """Those whose names are written behind the word."""
        begun = query.casefold().strip()[: len(_THANK)]
        return super().find(query, limit) if len(begun) >= _LEAST and _THANK.startswith(begun) else ()

    def _everybody(self) -> Iterable[Named]:
        place = self._place
        # Who only looks on thanks nobody.
        members = place.team.members if place.person in place.team.members else {}
        others = (one for login, one in members.items() if login != place.person)
        return (Named(one.login, f"Thank {one.display_name}", one.login) for one in others)

    def _thank(self, found: Named) -> None:
        from tui.culture.thanking import thank

        thank(self._place, str(found.key))


class ShellCommands:
    """The app around a screen."""

    def __init__(self, bench: OnScreen) -> None:
        self._place = bench.place
        self._screen = bench.screen

    def do_palette(self) -> None:
        screen, place = self._screen, self._place
        commands = [command for _, group in screen.groups for command in group]
        open_palette(
            place,
            [*commands, *place.screens.commands],
            screen.do,
            lambda found: screen.carry_out(found.choose),
            [*screen.sources(), place.screens.answers, _Thanks(place)],
        )

    def do_help(self) -> None:
        from tui.dialogs.help import HelpDialog

        screen = self._screen
        self._place.ask(HelpDialog(self._place, screen.groups, screen.about, screen.SIGNS))

    def do_preferences(self) -> None:
        from tui.dialogs.preferences import PreferencesDialog

        self._place.ask(PreferencesDialog(self._place))

    def do_team_settings(self) -> None:
        # Imported when it is opened: forms are what makes a start-up slow.
        from tui.dialogs.team_settings import TeamSettingsDialog

        self._place.ask(TeamSettingsDialog(self._place))

    def do_next_theme(self) -> None:
        name = next_theme(self._place.preferences.theme)
        self._place.prefer(theme=name)
        self._place.tell(theme_sentence(name))

    def do_thank(self) -> None:
        from tui.culture.thanking import thank

        thank(self._place)

    def do_inbox(self) -> None:
        # Imported when it is opened, like all dialogs.
        from tui.dialogs.inbox import InboxDialog

        inbox = InboxDialog(self._place)

        def closed(_: None) -> None:
            if (thing := inbox.goes_to) is not None:
                self._screen.carry_out(lambda: self._go_to(*thing))

        self._place.ask(inbox, closed)

    def _go_to(self, table: str, number: int) -> None:
        """Show what was opened in the inbox, where that is a screen's."""
        if table == "pulse_questions":
            from tui.culture.answering import answer_pulse

            answer_pulse(self._place, self._screen)
        else:
            self._place.screens.show("culture" if table == "kudos" else "news", at=number)

    def do_settle(self) -> None:
        waiting = self._place.deciding.waiting
        if not waiting:
            raise Refused("Nothing of yours waits for your decision.")
        # Imported when there is something to decide.
        from tui.dialogs.clashes import ClashesDialog, decide_on

        if len(waiting) > 1:
            self._place.ask(ClashesDialog(self._place))
        else:
            decide_on(self._place, waiting[0])

    def do_who(self) -> None:
        from tui.dialogs.who import WhoDialog

        self._place.ask(WhoDialog(self._place))

    def do_quit(self) -> None:
        self._place.leave()
