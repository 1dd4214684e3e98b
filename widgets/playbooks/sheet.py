"""All of a playbook, run, routine or freeze, to be read by everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content
from textual.widgets import Static

from store.team import Team
from widgets.parts_sheet import PartsSheet
from widgets.playbooks import text
from widgets.playbooks.text import Document
from widgets.signs import UNICODE, Signs


@dataclass(frozen=True)
class View:
    """One of them in a snapshot."""

    team: Team
    one: Document
    today: date


class PlaybookSheet(PartsSheet[View], can_focus=False, inherit_bindings=False):
    """Shows one of them."""

    DEFAULT_CSS = "PlaybookSheet { #told { margin: 1 0 0 0; } }"

    def __init__(self, *, signs: Signs = UNICODE, classes: str = "") -> None:
        super().__init__((Static(), Static(id="told")), signs=signs, classes=classes)

    def is_same(self, old: View, new: View) -> bool:
        """Whether both are one playbook, run, routine or freeze."""
        return (type(old.one), old.one.id) == (type(new.one), new.one.id)

    def texts(self, view: View, width: int) -> Sequence[Content]:
        """The name, and what there is to say."""
        told = text.told(view.team, view.one, view.today, self.signs, width)
        return text.heading(view.one, view.today), told
