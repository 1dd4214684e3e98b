"""The inbox: all that concerns the person, and the way to each thing."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from store.errors import Refused
from store.inbox.concerns import Kind, Thing
from store.inbox.items import Item
from store.kpis.owing import is_open
from store.models import Absence, Adjustment, Handover
from store.repository.shared import Touched
from tui.dialogs.listed import ListDialog
from tui.keys import INBOX
from tui.workplace import Workplace
from widgets.listing_row import Key, Row
from widgets.words import day

_HEADS = ("Why", "What", "Who", "When")
_LEAST = (0, 20, 8, 0)
"""Cells that each column keeps."""

_WAYS = {
    Kind.CONFIRM: "“tagwerk level confirm {}” confirms it.",
    Kind.CERTIFICATE: "“tagwerk level set” says until when the new one holds.",
    Kind.FILE: "Mend “{}” and save it there again, or say what it means: “tagwerk kpi import”.",
    Kind.LEARN: "“tagwerk learn show {0}” shows it, “learn finish {0}” ends it.",
}
"""How to go on with what has no dialog of its own."""


class InboxDialog(ListDialog):
    """What is owed, then what is new. What is ticked off stays in its place until the inbox is closed."""

    KEYS = INBOX
    OPENS = "open"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._inbox = place.inbox
        self._shown: dict[str, Item] = {}
        self.goes_to: Thing | None = None
        """Table and number of what is to be shown when this has closed; `None`: nothing."""

    def heading(self) -> str:
        """What this is."""
        return "Inbox"

    def detail(self) -> str:
        """All of what the line under the cursor says; some of it may be cut above."""
        item = self._here
        told = ""
        if item is not None:
            name = self._workplace.team.name_of(item.by) if item.by else ""
            told = f"{name}: {item.sentence}" if name else item.sentence
            told = self._seen_since(item) or told
        return " · ".join(filter(None, (told, self._still_looking() if self._shown else "")))

    def _seen_since(self, item: Item) -> str:
        """What the readings say of an adjustment that is to be reviewed; empty for everything else."""
        if item.kind is not Kind.REVIEW or not isinstance(item.key[1], int):
            return ""
        from store.kpis.adjusting import compared

        one = self._workplace.team.find(Adjustment, item.key[1])
        found = compared(self._workplace.team, one) if one is not None else None
        return f"{found.kpi.name}: {found.sentence}" if found else ""

    def nothing(self) -> str:
        """Why there is no line."""
        return "Nothing waits for you."

    def on_mount(self) -> None:
        """Show what is known, and find out what happened since the person last looked."""
        self._inbox.look(self._looked)
        super().on_mount()

    def show(self, touched: Touched | None) -> None:
        """Show how it is now; the cursor stays on its line."""
        if not self._inbox.is_out_of_reach:
            self._inbox.look(self._looked)
        items = {_name(item): item for item in self._inbox.items()}
        self._shown = {
            name: item
            for name, item in items.items()
            if item.is_new or item.kind.is_owed or name in self._shown
        }
        empty = self._still_looking() or "All is done, and all is seen."
        self._listing.show([*self._shown], self._described, _HEADS, _LEAST, empty)
        self._show_detail()

    def on_screen_resume(self) -> None:
        """One may have been opened, and done or seen."""
        if self.is_mounted:
            self.show(None)

    def do_open(self) -> None:
        item = self._item()
        table, number = item.key
        if item.kind is Kind.FILE:
            raise Refused(_WAYS[item.kind].format(number))
        if isinstance(number, str):
            self._decide(number)
        elif table == "tasks":
            # Imported when it is opened, as on the board.
            from tui.dialogs.card import CardDialog

            self._workplace.ask(CardDialog(self._workplace, number))
        elif item.kind in _WAYS:
            raise Refused(_WAYS[item.kind].format(number))
        elif table == "goals":
            from tui.dialogs.goal import open_goal

            open_goal(self._workplace, number)
        elif table == "kpis":
            self._record(number)
        elif table == "adjustments":
            self._review(number)
        elif table in ("absences", "handovers"):
            from tui.dialogs.person import PersonDialog
            from tui.team.person_view import person_view

            self._inbox.tick([(table, number)])
            login = self._whose(table, number)
            self._workplace.ask(PersonDialog(self._workplace, lambda: person_view(self._workplace, login)))
        else:
            self._inbox.tick([(table, number)])
            self.goes_to = table, number
            # What is typed behind it is meant for what is shown then.
            self._hold()
            self.dismiss()

    def do_tick(self) -> None:
        item = self._item()
        if item.kind.is_owed:
            raise Refused("This goes when it is done; enter opens it.")
        self._tick([item])
        self._move(1)

    def do_tick_all(self) -> None:
        fresh = [item for item in self._shown.values() if item.is_new]
        if not fresh:
            raise Refused("You have seen all that others did.")
        self._tick(fresh)

    def _whose(self, table: str, number: int) -> str:
        """Login of the person that an absence or a handover is to be read with."""
        team = self._workplace.team
        if table == "absences":
            absence = team.find(Absence, number)
            return absence.person if absence else ""
        handover = team.find(Handover, number)
        if handover is None:
            return ""
        return handover.receiver if handover.back_at else handover.giver

    def _tick(self, items: list[Item]) -> None:
        things: list[Thing] = [(item.key[0], item.key[1]) for item in items if isinstance(item.key[1], int)]
        self._inbox.tick(things)
        self.show(None)

    def _decide(self, name: str) -> None:
        # Imported when there is something to decide.
        from tui.dialogs.clashes import decide_on

        outcome = self._inbox.clash(name)
        if outcome is None:
            raise Refused("This does not wait for your decision any more.")
        decide_on(self._workplace, outcome)
        self.show(None)

    def _record(self, number: int) -> None:
        """Ask for the newest of the readings that are missing: people remember that one best."""
        from store.kpis.owing import late
        from tui.figures.recording import ask_reading

        place = self._workplace
        owed = next(
            (one for one in late(place.team, place.person, place.today) if one.kpi.id == number), None
        )
        if owed is None:
            raise Refused("This reading is there by now.")
        ask_reading(self._asking, place, owed.kpi, owed.missing[-1])

    def _review(self, number: int) -> None:
        from tui.figures.reviewing import ask_review

        one = self._workplace.team.find(Adjustment, number)
        if one is None or not is_open(one):
            raise Refused("Somebody has said by now whether it helped.")
        ask_review(self._asking, self._workplace, one)

    def _looked(self) -> None:
        if self.is_attached:
            self.show(None)

    def _still_looking(self) -> str:
        """Why it may not be all."""
        if self._inbox.is_out_of_reach:
            return "What others did cannot be read now."
        return "" if self._inbox.is_known else "Looking up what others did…"

    @property
    def _here(self) -> Item | None:
        return self._shown.get(str(self._listing.key))

    def _item(self) -> Item:
        return self._shown[str(self._row().key)]

    def _described(self, key: Key) -> Row:
        item, place = self._shown[str(key)], self._workplace
        mark = self._signs.live if item.is_new else self._signs.overdue if item.kind.is_owed else " "
        name = place.team.name_of(item.by) if item.by else ""
        when = _moment(item.at.astimezone(ZoneInfo(place.team.settings.time_zone)), place.today)
        is_seen = not item.is_new and not item.kind.is_owed
        return Row(key, (f"{mark} {item.kind}", item.sentence, name, when), is_quiet=is_seen)


def _moment(at: datetime, today: date) -> str:
    """The time of today, or the day; what is due has no time."""
    is_timed = at.date() == today and at.time() != time()
    return f"{at:%H:%M}" if is_timed else day(at.date(), today)


def _name(item: Item) -> str:
    """What tells a line from the others; one post may be owed and new at once."""
    table, number = item.key
    return f"{table}/{number}/owed" if item.kind.is_owed else f"{table}/{number}"
