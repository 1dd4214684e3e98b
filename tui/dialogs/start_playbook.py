"""All cards of a run before they are made: each can be left out."""

from __future__ import annotations

from functools import partial

from rich.text import Text
from textual.widget import Widget
from textual.widgets import Static

from store.days import spoken
from store.errors import NeedsConsent, Refused
from store.models import Role
from store.playbooks.plan import Plan, PlannedCard, oddities, plan
from store.repository.shared import Touched
from store.rules import playbook_runs
from store.rules.playbooks import playbook_numbered
from store.rules.words import counted, listed, quoted
from store.team import Team
from tui.consent import what_it_goes_over
from tui.dialogs.listed import ListDialog
from tui.keys import STARTING, key_for
from tui.team.playbooks_runs import Wish
from tui.workplace import Workplace
from widgets.listing_row import Key, Row

_HEADS = ("", "Due", "Card", "Whose", "")
_LEAST = (0, 0, 34, 10, 24)
"""What is odd about a card goes where there is little room: it is marked, and said below the list."""
_LOW = 20
"""Lines of a terminal below which one sentence above the list is enough."""


class StartDialog(ListDialog):
    """What a playbook would create; space leaves a card out, enter creates the others."""

    DEFAULT_CSS = """
    StartDialog .odd { height: auto; max-height: 4; padding: 0 1; color: $text-warning; }
    """
    KEYS = STARTING
    OPENS = "toggle"

    def __init__(self, place: Workplace, wish: Wish) -> None:
        super().__init__(place)
        self._wish = wish
        self._without: set[str] = set()
        """Ids of the steps of which no card is made."""
        self._plan = self._made_plan()
        self._above = Static(classes="odd", markup=False)

    def above(self) -> tuple[Widget, ...]:
        """What is odd about the whole, in words."""
        return (self._above,)

    def heading(self) -> str:
        """What is started, and for which day."""
        return f"{self._wish.name}, {spoken(self._wish.day, self._workplace.today)}"

    def detail(self) -> str:
        """What is odd about the card under the cursor, and what would be made."""
        card = self._card()
        parts = [f"{self._signs.over} {'; '.join(card.odd)}"] if card and card.odd else []
        parts.append(counted(len(self._plan.without(self._without).cards), "card"))
        if self._plan.freeze:
            tags = " ".join(f"#{tag}" for tag in self._plan.freeze.tags)
            start, end = (spoken(d, self._wish.day) for d in (self._plan.freeze.start, self._plan.freeze.end))
            parts.append(f"{tags} frozen {start} – {end}")
        if self._wish.new_goal:
            parts.append(f"with the goal {quoted(self._wish.new_goal)}")
        if card and card.start:
            parts.append(f"begins {spoken(card.start, self._wish.day)}")
        return f" {self._signs.between} ".join(parts)

    def nothing(self) -> str:
        """Why there is nothing."""
        return "The playbook has no steps."

    def show(self, touched: Touched | None) -> None:
        """Show what would be made now; the cursor stays on its card."""
        try:
            self._plan = self._made_plan()
        except Refused:
            # It was taken back for good.
            self.dismiss()
            return
        self._show_odd()
        keys = [card.step for card in self._plan.cards]
        self._listing.show(keys, self._described, _HEADS, _LEAST, self.nothing())
        self._show_detail()

    def do_toggle(self) -> None:
        self._without ^= {str(self._row().key)}
        self._listing.move(1)
        self.show(None)

    def do_do_it(self) -> None:
        whole = self._plan.without(self._without)
        if not whole.cards:
            raise Refused(f"All cards are left out; {key_for(STARTING, 'toggle')} takes the one here in.")
        today = self._workplace.today
        dues = [card.due for card in whole.cards]
        odd = sum(bool(card.odd) for card in whole.cards)
        note = f" ({counted(odd, 'card')} with something odd)" if odd else ""
        first, last = spoken(min(dues), today), spoken(max(dues), today)
        question = f"Create {counted(len(dues), 'card')}, due {first} to {last}{note}?"
        self._asking.yes_or_no(question, partial(self._create, override=False))

    def _show_odd(self) -> None:
        odd = oddities(self._workplace.team, self._plan.without(self._without)) if self._plan.cards else ()
        if self.app.size.height < _LOW:
            odd = odd[:1]
        self._above.display = bool(odd)
        self._above.update(Text("\n".join(f"{self._signs.over} {sentence}" for sentence in odd)))

    def _create(self, *, override: bool) -> None:
        place, wish = self._workplace, self._wish
        try:
            change = playbook_runs.start(
                place.team,
                wish.playbook.id,
                wish.name,
                wish.day,
                place.person,
                place.now(),
                person=wish.person,
                goal=wish.goal,
                new_goal=wish.new_goal,
                without=self._without,
                override=override,
            )
        except NeedsConsent as question:
            again = partial(self._create, override=True)
            self._asking.yes_or_no(f"{what_it_goes_over(question)}; go over it?", again)
            return
        place.act(change)
        place.tell(f"You {change.label}.")
        self.dismiss()

    def _made_plan(self) -> Plan:
        place, wish = self._workplace, self._wish
        book = playbook_numbered(place.team, wish.playbook.id)
        return plan(place.team, book, wish.name, wish.day, wish.person, wish.goal, place.today)

    def _card(self) -> PlannedCard | None:
        row = self._listing.row
        found = (card for card in self._plan.cards if row is not None and card.step == row.key)
        return next(found, None)

    def _described(self, key: Key) -> Row:
        card = next(card for card in self._plan.cards if card.step == key)
        team = self._workplace.team
        role = team.find(Role, card.role) if card.role is not None else None
        is_out = card.step in self._without
        sign, mark = self._signs.open if is_out else self._signs.ticked, self._signs.over
        cells = (
            f"{sign} {mark}" if card.odd else sign,
            spoken(card.due, self._wish.day),
            card.title,
            _whose(team, card, role),
            "; ".join(card.odd),
        )
        return Row(key, cells, is_quiet=is_out)


def _whose(team: Team, card: PlannedCard, role: Role | None) -> str:
    """Who does it, and for which role."""
    people = listed(map(team.name_of, card.assignees)) if card.assignees else ""
    missing = f"no {card.missing}" if card.missing else "nobody"
    return f"{people}, {role.name}" if people and role else people or (role.name if role else missing)
