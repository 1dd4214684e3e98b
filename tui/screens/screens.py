"""The screens of one run of the app: built when they are first looked at, and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from store.repository import News
from store.repository.shared import Touched
from tui.keys import Command
from tui.palette.recent import Recent
from tui.palette.source import Source
from tui.screens.base import TeamScreen
from tui.screens.registry import Entry
from tui.workplace import Workplace

_MATRIX = "team"
"""Name of the screen with the matrix of responsibilities."""


class Screens:
    """Knows which screens there are and which of them have been looked at."""

    def __init__(
        self, place: Workplace, entries: Sequence[Entry], bring_up: Callable[[TeamScreen, str], None]
    ) -> None:
        self._place = place
        self._entries = {entry.command.name: entry for entry in entries}
        self._bring_up = bring_up
        self._built: dict[str, TeamScreen] = {}
        self._name = entries[0].command.name
        self.recent = Recent()
        """What was chosen from any screen's palette."""
        self._answers: Source | None = None

    @property
    def current(self) -> TeamScreen:
        """The screen on top, apart from dialogs."""
        return self.get(self._name)

    @property
    def commands(self) -> tuple[Command, ...]:
        """One for each screen, in the order of their keys."""
        return tuple(entry.command for entry in self._entries.values())

    @property
    def answers(self) -> Source:
        """Finds who answers for a thing, on every screen."""
        if self._answers is None:
            # Imported when the palette opens first.
            from tui.palette.answers import AnswerSource

            place = self._place
            self._answers = AnswerSource(lambda: place.team, lambda: place.today, self._show_answer)
        return self._answers

    @property
    def built(self) -> tuple[TeamScreen, ...]:
        """Those that somebody has looked at."""
        return tuple(self._built.values())

    def show(self, name: str, at: int | None = None, only: str = "") -> None:
        """Go to a screen, by the name of its command; it is as it was left.

        With `at` the cursor goes to the document of that number there; with `only` it shows just what that
        finds.
        """
        wanted = self.get(name)
        if only:
            wanted.look_for(only)
        if at is not None:
            wanted.go_to(at)
        if wanted is not self.current:
            self._name = name
            self._bring_up(wanted, self._entries[name].command.keys[0])

    def _show_answer(self, number: int | None, sentence: str) -> None:
        """Go to a responsibility in the matrix; where there is nothing to go to, say whom to ask."""
        if number is not None and _MATRIX in self._entries:
            self.show(_MATRIX, at=number)
        else:
            self._place.tell(sentence)

    def take_snapshot(self, touched: Touched | None) -> None:
        """There is a new snapshot, for those that are not on top as well."""
        for screen in self.built:
            if screen.is_mounted:
                screen.show_header(touched)
                screen.show(touched)

    def show_headers(self) -> None:
        """What the headers count is different now."""
        for screen in self.built:
            screen.show_header(frozenset())

    def news_was_read(self) -> None:
        """What is unread is different now."""
        self.take_snapshot(frozenset({("read_states", 0)}))

    def renumber(self, table: str, old: int, new: int) -> None:
        """A new document has got its real number."""
        for screen in self.built:
            screen.renumber(table, old, new)

    def show_status(self) -> None:
        """It stands differently with the folder now."""
        for screen in self.built:
            screen.show_status()

    def preferences_changed(self, *, has_other_keys: bool) -> None:
        """The person has other settings now."""
        for screen in self.built:
            screen.preferences_changed()
            if has_other_keys:
                screen.show_keys()

    def show_people(self) -> None:
        """Somebody has come or gone."""
        for screen in self.built:
            screen.show_people()

    def expect(self, news: tuple[News, ...]) -> None:
        """The next snapshot has what others did."""
        for screen in self.built:
            screen.expect(news)

    def hear(self, news: tuple[News, ...]) -> None:
        """The snapshot with what others did has been shown."""
        for screen in self.built:
            screen.hear(news)

    def day_may_have_changed(self) -> None:
        """A minute has passed, perhaps the last one of a day."""
        for screen in self.built:
            screen.day_may_have_changed()

    def get(self, name: str) -> TeamScreen:
        """A screen by the name of its command."""
        if name not in self._built:
            self._built[name] = self._entries[name].build(self._place)
        return self._built[name]
