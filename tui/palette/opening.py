"""Opening the palette over a screen or a card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tui.keys import Command
from tui.palette.commands import CommandSource
from tui.palette.finder import Finder
from tui.palette.source import Find, Source
from tui.workplace import Workplace


def open_palette(
    place: Workplace,
    commands: Iterable[Command],
    do: Callable[[Command], None],
    chosen: Callable[[Find], None],
    sources: Sequence[Source] = (),
) -> None:
    """Let a person find something and choose it.

    Args:
        place: The app.
        commands: What can be done where it is opened.
        do: Does one of them.
        chosen: Is told what was chosen, once the palette is closed; keys wait until it releases them.
        sources: What else can be found.
    """
    # Imported when it is opened, like all dialogs.
    from tui.dialogs.palette import PaletteDialog

    source = CommandSource([command for command in commands if command.name != "palette"], do)
    finder = Finder([source, *sources], place.screens.recent)

    def closed(found: Find | None) -> None:
        if found is not None:
            chosen(found)

    place.ask(PaletteDialog(place, finder), closed)
