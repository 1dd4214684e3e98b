"""One call of the command line: where, as whom and when."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from store.errors import NotFound, Refused
from tui.commands.world import World

FOLDER_VARIABLE = "TAGWERK_FOLDER"
PERSON_VARIABLE = "TAGWERK_USER"


@dataclass(frozen=True)
class Call:
    """What every verb is given beside its own arguments."""

    world: World
    folder_option: str = ""
    """As given with `--folder`; empty when it was not."""
    person_option: str = ""
    """As given with `--as`; empty when it was not."""
    wants_json: bool = False

    @property
    def folder(self) -> Path:
        """The team's folder: `--folder`, TAGWERK_FOLDER, or the current folder if there is a team in it.

        Raises:
            NotFound: none of them names one.
        """
        named = self.folder_option or self.world.environ.get(FOLDER_VARIABLE, "")
        if named:
            return Path(named).expanduser()
        here = Path.cwd()
        if (here / "team.json.d" / "format").exists():
            return here
        raise NotFound(
            "There is no team in this folder. “tagwerk init” makes one here, “tagwerk demo” shows one, "
            f"and “tagwerk --folder PATH” (or {FOLDER_VARIABLE}) opens one that is elsewhere."
        )

    def folder_or_here(self, argument: str | None) -> Path:
        """The folder for verbs that do not need a team: their argument comes first, the current one last."""
        named = argument or self.folder_option or self.world.environ.get(FOLDER_VARIABLE, "")
        return Path(named).expanduser() if named else Path.cwd()

    @property
    def login(self) -> str:
        """The operating system's login; empty where it has none for this user.

        It goes into the record of every change, whoever `--as` says it is.
        """
        try:
            return getpass.getuser()
        except (KeyError, OSError):
            return ""

    @property
    def person(self) -> str:
        """Who acts: `--as`, TAGWERK_USER, or the operating system's login.

        Raises:
            Refused: none of them says it.
        """
        person = self.person_option or self.world.environ.get(PERSON_VARIABLE, "") or self.login
        if not person.strip():
            raise Refused(f"This computer does not say who you are; add --as NAME or set {PERSON_VARIABLE}.")
        return person.strip()

    @property
    def now(self) -> datetime:
        """The time (aware, UTC)."""
        return datetime.fromtimestamp(self.world.now(), UTC)

    def tell(self, sentence: str) -> None:
        """Say something that is not the answer, where it does not disturb a pipe."""
        # Only now: what cleans the text is not needed by a call that goes well.
        from tui.commands.printing import show

        show(self.world.stderr, [f"tagwerk: {sentence}"])
