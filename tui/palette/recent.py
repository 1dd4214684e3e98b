"""What was chosen lately, so that it stands at the top the next time."""

from __future__ import annotations

from collections.abc import Iterator

from tui.palette.source import Find

_KEPT = 20


class Recent:
    """The latest choices of one run of the app, the newest first."""

    def __init__(self) -> None:
        self._chosen: list[tuple[str, str | int]] = []

    def __iter__(self) -> Iterator[tuple[str, str | int]]:
        return iter(self._chosen)

    def add(self, find: Find) -> None:
        """Something has been chosen."""
        name = find.kind, find.key
        self._chosen = [name, *(chosen for chosen in self._chosen if chosen != name)][:_KEPT]
