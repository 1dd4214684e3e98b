"""All of one person, to be read by everybody."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from widgets.parts_sheet import PartsSheet
from widgets.signs import UNICODE, Signs
from widgets.team import person_text
from widgets.team.person_text import PersonView


class PersonSheet(PartsSheet[PersonView], can_focus=False, inherit_bindings=False):
    """Shows one person."""

    def __init__(self, *, signs: Signs = UNICODE, classes: str = "") -> None:
        super().__init__((Static(), Static()), signs=signs, classes=classes)

    def is_same(self, old: PersonView, new: PersonView) -> bool:
        """Whether both are one person."""
        return old.member.login == new.member.login

    def texts(self, view: PersonView, width: int) -> Sequence[Content]:
        """The name, and what there is to say."""
        return person_text.heading(view), person_text.said(view, self.signs, width)
