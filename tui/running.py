"""One run of the app, from the folder to the exit status."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from store.presence import presence_in
from store.repository import open_team
from store.repository.reader import HistoryReader
from store.rules.membership import known_as
from tui.app import TagwerkApp
from tui.preferences import open_preferences


def run(folder: Path, person: str, login: str, begin: Callable[[], None]) -> int:
    """Open a team's folder in the terminal, which is prepared; the exit status.

    Args:
        folder: The team's folder.
        person: Login of the person who acts.
        login: That of the operating system.
        begin: Called when the app is about to take the screen.

    Raises:
        TagwerkError: the folder cannot be opened.
    """
    repository = open_team(folder, login=login)
    preferences = open_preferences(os.environ, repository.epoch, person)
    presence = presence_in(folder, repository.epoch, repository.client, known_as(repository.team, person))
    app = TagwerkApp(
        repository, person, history=HistoryReader(folder), preferences=preferences, presence=presence
    )
    begin()
    app.run(mouse=app.preferences.mouse)
    if not app.finish():
        print("The team's folder does not answer. Your last changes wait here and are sent next time.")
    return app.return_code or 0
