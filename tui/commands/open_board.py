"""`tagwerk open`, which is also what `tagwerk` does without a verb."""

from __future__ import annotations

from store.errors import NotFound, Refused
from store.log.layout import Format, data_folder
from tui.commands.answer import Said
from tui.commands.call import Call


def run(call: Call) -> Said:
    """Open the board.

    Raises:
        NotFound: there is no folder, or no team in it.
        Refused: there is no terminal.
        StorageError: the folder does not answer.
    """
    folder, person = call.folder, call.person
    if not folder.is_dir():
        raise NotFound(
            f"There is no folder {folder}; is the drive connected? “tagwerk init” makes a new team."
        )
    # Asked before Textual is loaded and takes over the screen.
    Format.read(call.world.disk, data_folder(folder))
    if not call.world.is_terminal:
        raise Refused("The board needs a terminal; for scripts there are verbs like “tagwerk list”.")
    return Said((), status=call.world.open_app(folder, person, call.login or person))
