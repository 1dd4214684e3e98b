"""The form in which one says thank you, with the thanks below it as the others will see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import on
from textual.content import Content
from textual.css.query import NoMatches
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, Select, Static, TextArea

from store.errors import TagwerkError
from store.models import Kudos
from tui.culture.thanking import names_to_thank
from tui.dialogs.written import WrittenDialog
from tui.settings.form import Form
from tui.terminal import known_signs
from tui.workplace import Workplace
from widgets.card_text import beside, joined
from widgets.culture.kudos import value_line, who_and_whom
from widgets.culture.signs import culture_signs


class ThankDialog(WrittenDialog):
    """Shows while one writes what will stand on the wall, or what is still missing."""

    DEFAULT_CSS = """
    ThankDialog #words { height: 5; }
    ThankDialog #preview {
        height: auto; max-height: 7; margin: 1 0 0 0; border-top: solid $panel; color: $foreground;
    }
    """

    def __init__(self, place: Workplace, form: Form, written: Callable[[], None]) -> None:
        super().__init__(place, form, written)
        self._marks = culture_signs(known_signs())

    def below(self) -> Iterable[Widget]:
        """The preview."""
        yield Static("", id="preview")

    def on_mount(self) -> None:
        """Names may be written out one after the other."""
        names = names_to_thank(self._workplace.team, self._workplace.person)
        self.query_one("#to", Input).suggester = _AfterComma(names)
        super().on_mount()
        self._preview()

    def save(self) -> None:
        """Say it.

        Raises:
            TagwerkError: nobody is named, or nothing is said.
        """
        super().save()
        self._workplace.tell("You said thank you.")

    def say(self, sentence: str) -> None:
        """A sentence in the form; the same is not said above it as well."""
        super().say(sentence)
        self.query_one("#preview", Static).update("")

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def _something_changed(self) -> None:
        self._preview()

    def _preview(self) -> None:
        try:
            preview = self.query_one("#preview", Static)
            width = preview.size.width or 70
            preview.update(self._shown(width))
        except NoMatches:
            # The form is being taken apart.
            return

    def _shown(self, width: int) -> Content:
        try:
            change = self._change()
        except TagwerkError as error:
            return Content.assemble((beside(str(error), 0, width), "dim"))
        raw = next((edit.after for edit in change.edits if edit.table == "kudos" and edit.after), {})
        one, team, me = Kudos.checked({**raw, "id": 0}), self._workplace.team, self._workplace.person
        lines = [
            Content.assemble((beside(who_and_whom(team, one, me, self._marks), 2, width), "bold")),
            Content(f"  {beside(one.words.strip(), 2, width)}"),
        ]
        value = value_line(team, one.value, self._marks)
        return joined([*lines, Content.assemble((f"  {value}", "dim"))] if value else lines)


class _AfterComma(Suggester):
    """Writes out the name behind the last comma."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(case_sensitive=True)
        self._names = [*names]

    async def get_suggestion(self, value: str) -> str | None:
        """All of the line with the last name written out; `None`: nothing begins like that."""
        before, comma, last = value.rpartition(",")
        begun = last.lstrip()
        if not begun:
            return None
        start = f"{before}{comma}{last[: len(last) - len(begun)]}"
        fits = (name for name in self._names if name.casefold().startswith(begun.casefold()))
        found = next(fits, None)
        return f"{start}{begun}{found[len(begun) :]}" if found else None
