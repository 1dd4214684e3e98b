"""What is open now: the screens, and the dialogs over them."""

from __future__ import annotations

from typing import Any

from textual.app import App

from store.repository import News
from store.repository.shared import Touched
from store.text import clean
from tui.dialogs.base import Dialog
from tui.screens.screens import Screens
from tui.toasts import Toasts


class OnShow:
    """Tells everything that is open, for the thread of the screens."""

    def __init__(self, app: App[None], screens: Screens) -> None:
        self._app = app
        self._screens = screens
        self.toasts = Toasts(app)

    @property
    def screen(self) -> str:
        """What the screen on top is called, apart from dialogs."""
        return self._screens.current.NAME

    @property
    def dialogs(self) -> list[Dialog[Any]]:
        """Those that are open, the lowest first."""
        return [screen for screen in self._app.screen_stack if isinstance(screen, Dialog)]

    @property
    def is_free(self) -> bool:
        """Whether neither a dialog nor a question is open."""
        current = self._screens.current
        return self._app.screen is current and not current.is_asking

    def take_snapshot(self, touched: Touched | None) -> None:
        """There is a new snapshot; only what was touched may look different, `None`: anything."""
        self._screens.take_snapshot(touched)
        for dialog in self.dialogs:
            dialog.show(touched)

    def renumber(self, table: str, old: int, new: int) -> None:
        """A new document has got its real number."""
        self._screens.renumber(table, old, new)
        for dialog in self.dialogs:
            dialog.renumber(table, old, new)

    def expect(self, news: tuple[News, ...]) -> None:
        """The next snapshot has what others did."""
        self._screens.expect(news)

    def hear(self, news: tuple[News, ...]) -> None:
        """The snapshot with what others did has been shown."""
        self._screens.hear(news)

    def show_status(self) -> None:
        """It stands differently with the folder now."""
        self._screens.show_status()

    def show_people(self) -> None:
        """Somebody has come or gone."""
        self._screens.show_people()
        for dialog in self.dialogs:
            dialog.show_here()

    def say(self, sentence: str, *, warning: bool) -> None:
        """In the screen's own line where it can be read there: a toast hides cards and costs kilobytes."""
        sentence = clean(sentence)
        top = self._app.screen
        is_said = isinstance(top, Dialog) and top.say_below(sentence, warning=warning)
        is_said = is_said or (self.is_free and self._screens.current.say(sentence, warning=warning))
        if not is_said:
            self.toasts.show(sentence, "warning" if warning else "information")

    def report(self, sentence: str) -> None:
        """Tell what was found in the folder, for long enough to read all of it."""
        self.toasts.show(clean(sentence), "warning", at_least=20.0)

    def alarm(self, sentence: str) -> None:
        """Tell that something is wrong with the folder."""
        self.toasts.show(clean(sentence), "error")

    def calm(self, sentence: str) -> None:
        """What was wrong with the folder is right again."""
        self.toasts.take_away(clean(sentence))
