"""What has parts with rows: the team's settings, and what a goal is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.widget import Widget

from store.change import Change
from store.repository.shared import Touched
from tui.dialogs.listed import ListDialog
from tui.keys import TEAM, Command, key_for
from tui.settings.form import Form
from tui.settings.section import Section
from tui.workplace import Workplace
from widgets.listing_row import Key
from widgets.tabs_line import TabsLine


class SectionsDialog(ListDialog):
    """Sections with rows; each row opens in a small form."""

    KEYS = TEAM
    OPENS = "edit"

    def __init__(self, place: Workplace, title: str, sections: Sequence[Section]) -> None:
        super().__init__(place)
        self._title = title
        self._sections = sections
        self._at = 0
        self._left_at: dict[str, Key] = {}
        """Section to the row that the cursor was on when it was left."""
        self._tabs = TabsLine([section.title for section in sections], signs=self._signs)

    @property
    def section(self) -> Section:
        """The one that is shown."""
        return self._sections[self._at]

    def heading(self) -> str:
        """What this is."""
        return self._title

    def above(self) -> tuple[Widget, ...]:
        """The sections."""
        return (self._tabs,)

    def useful(self) -> tuple[Command, ...]:
        """Those that the section's rows have no use for are left out."""
        return tuple(command for command in TEAM if command.name not in self.section.useless)

    def detail(self) -> str:
        """What there is no room for on the row under the cursor."""
        row = self._listing.row
        return row.detail if row is not None else ""

    def nothing(self) -> str:
        """How the section gets its first row."""
        return self.section.empty

    def show(self, touched: Touched | None) -> None:
        """Show how it is now; the cursor stays on its row."""
        section = self.section
        if touched is not None and section.tables.isdisjoint(table for table, _ in touched):
            return
        rows = {row.key: row for row in section.rows(self._workplace.team, self._signs)}
        self._listing.show(list(rows), rows.__getitem__, section.heads, section.least, section.empty)

    def do_next_section(self) -> None:
        self._go_to(self._at + 1)

    def do_previous_section(self) -> None:
        self._go_to(self._at - 1)

    def do_edit(self) -> None:
        place, key = self._workplace, self._row().key
        self.section.refuse(place.team, place.person, key)
        self._open(self.section.form(place.team, key, self._signs))

    def do_add(self) -> None:
        place = self._workplace
        self.section.refuse(place.team, place.person, None)
        self._open(self.section.new_form(place.team, place.new_id(), self._signs))

    def do_lower(self) -> None:
        self._reorder(1)

    def do_higher(self) -> None:
        self._reorder(-1)

    def do_archive(self) -> None:
        section, place = self.section, self._workplace
        self._act(self._row().key, lambda key: section.archived(place.team, key, place.person, place.now()))

    def do_merge(self) -> None:
        section, place, key = self.section, self._workplace, self._row().key
        section.refuse(place.team, place.person, key)

        def merge(into: str) -> None:
            self._act(key, lambda _: section.merged(place.team, key, into, place.person, place.now()))

        self._asking.line(section.merge_question(place.team, key), merge)

    def _go_to(self, at: int) -> None:
        if self._listing.row is not None:
            self._left_at[self.section.title] = self._listing.row.key
        self._at = self._tabs.chosen = at % len(self._sections)
        self.show(None)
        self._show_keys()
        if not self._listing.select(self._left_at.get(self.section.title, "")):
            self._listing.move_to(0)
        self._show_detail()

    def _reorder(self, offset: int) -> None:
        section, place, key = self.section, self._workplace, self._row().key
        section.refuse(place.team, place.person, key)
        place.act(section.moved(place.team, key, offset, place.person, place.now()))

    def _act(self, key: Key, rule: Callable[[Key], Change]) -> None:
        place = self._workplace
        self.section.refuse(place.team, place.person, key)
        change = rule(key)
        place.act(change)
        if change:
            self._say(f"You {change.label}; {key_for(TEAM, 'undo')} takes it back.")

    def _open(self, form: Form) -> None:
        # Imported when it is opened: forms are what makes a start-up slow.
        from tui.dialogs.form import FormDialog

        self._workplace.ask(FormDialog(self._workplace, form))
