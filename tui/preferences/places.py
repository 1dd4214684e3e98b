"""Where a person's settings are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import platformdirs

from tui.preferences.file import SettingsFile
from tui.preferences.keeper import Keeper

CONFIG_VARIABLE = "TAGWERK_CONFIG"
"""A folder for settings, instead of the usual ones of the operating system."""


def own_file(environ: Mapping[str, str]) -> SettingsFile:
    """What holds for every team: `preferences.json` in the person's folder for settings."""
    return SettingsFile(_place(environ, platformdirs.user_config_path("tagwerk")) / "preferences.json")


def team_file(environ: Mapping[str, str], epoch: str, person: str) -> SettingsFile:
    """How a person left one team's board: a file for each team and login, which nobody has to edit."""
    place = _place(environ, platformdirs.user_state_path("tagwerk")) / "views"
    return SettingsFile(place / epoch / f"{quote(person, safe='')[:200]}.json")


def open_preferences(environ: Mapping[str, str], epoch: str, person: str) -> Keeper:
    """A person's settings for a team."""
    return Keeper(own_file(environ), team_file(environ, epoch, person))


def _place(environ: Mapping[str, str], usual: Path) -> Path:
    named = environ.get(CONFIG_VARIABLE, "")
    return Path(named).expanduser() if named else usual
