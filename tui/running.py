"""One run of the app, from the folder to the exit status."""

from __future__ import annotations

import os
from pathlib import Path

from store.presence import presence_in
from store.repository import open_team
from store.repository.reader import HistoryReader
from store.rules.membership import known_as
from tui.app import TagwerkApp
from tui.preferences import open_preferences
from tui.terminal import prepare


def run(folder: Path, person: str, login: str) -> int:
    """Open a team's folder in the terminal; the exit status.

    Raises:
        TagwerkError: the folder cannot be opened.
    """
    prepare()
    repository = open_team(folder, login=login)
    preferences = open_preferences(os.environ, repository.epoch, person)
    presence = presence_in(folder, repository.epoch, repository.client, known_as(repository.team, person))
    app = TagwerkApp(
        repository, person, history=HistoryReader(folder), preferences=preferences, presence=presence
    )
    app.run(mouse=app.preferences.mouse)
    if not app.finish():
        print("The team's folder does not answer. Your last changes wait here and are sent next time.")
    return app.return_code or 0
