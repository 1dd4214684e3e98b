"""What can be done in the tabs that are not shown, of this screen and of the others that have tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.keys import SCREENS
from tui.palette.elsewhere import There
from tui.screens.tab import Tab


def commands_there(screen: str, shown: type[Tab]) -> Iterator[There]:
    """The commands of all tabs but the one that is shown.

    Args:
        screen: Title of the screen, as its header calls it.
        shown: The tab in which one can do all of its own already.
    """
    here = {(command.label, command.help) for command in shown.KEYS}
    for name, title, parts in _tabbed():
        for part in parts:
            if title == screen and part is shown:
                continue
            for command in part.KEYS:
                if (command.label, command.help) not in here:
                    yield There(name, part.TITLE, command)


def _tabbed() -> Iterator[tuple[str, str, Sequence[type[Tab]]]]:
    # Imported when the palette of one of them opens; the screens themselves import this module.
    from tui.screens.people import PeopleScreen
    from tui.screens.training import TrainingScreen

    names = {command.name for command in SCREENS}
    for name, kind in (("team", PeopleScreen), ("training", TrainingScreen)):
        assert name in names
        yield name, kind.NAME, kind.PARTS
