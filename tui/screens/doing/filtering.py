"""Keys that show only some cards: the filter, and the filters that the team keeps."""

from __future__ import annotations

from functools import partial

from store.errors import Refused
from store.filters import completed, suggestions
from store.models import SavedFilter
from store.rules import filters
from store.rules.words import quoted
from tui.keys import BOARD, key_for
from tui.screens.asking import Choice
from tui.screens.doing.bench import Bench

_FREE = "123456789"
"""Keys that are given to kept filters, in this order."""
_SAVE, _FORGET = filters.RESERVED


class FilterCommands:
    """Writing a filter, and choosing one of the team's."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_filter(self) -> None:
        bench = self._bench
        before = bench.query
        bench.asking.line(
            "Filter",
            bench.filter,
            changed=self._write,
            cancelled=lambda: bench.filter(before),
            first=self._complete,
            text=before,
            hint="words, @me, #tag, is:blocked, due:week, role:, -not",
            may_be_empty=True,
        )

    def do_filters(self) -> None:
        """One key for each filter of the team, and for keeping or forgetting one."""
        kept = [saved for saved in self._place.team.filters if saved.key]
        choices = [Choice(saved.key, saved.name, partial(self._show, saved)) for saved in kept]
        choices.append(Choice(_SAVE, "keep this one", self._save))
        choices.append(Choice(_FORGET, "forget one", self._forget))
        self._bench.asking.keys("Filter", choices)

    def do_clear(self) -> None:
        """One thing at a time: what is dragged, what is selected, then the filter."""
        view = self._bench.view
        if view.cancel_drag():
            return
        if view.selected:
            view.clear_selection()
        else:
            self._bench.filter("")

    # --- writing -----------------------------------------------------------------------------------------

    def _write(self, query: str) -> None:
        self._bench.filter(query)
        self._note()

    def _note(self) -> None:
        """What the word that is being written may become, or what is wrong with the filter."""
        asking = self._bench.asking
        if self._bench.problem:
            asking.note(("!", self._bench.problem))
            return
        if not asking.text:
            asking.note()
            return
        team = self._place.team
        all_cards = sum(team.count(column.id) for column in team.columns)
        words = suggestions(asking.text, asking.cursor, team)
        found = (f"{self._bench.found} of {all_cards}", "cards")
        asking.note(found, *([("tab", "  ".join(words[:6]))] if words else []))

    def _complete(self, key: str, query: str) -> bool:
        """Tab writes the first suggestion out."""
        if key != "tab":
            return False
        asking = self._bench.asking
        words = suggestions(query, asking.cursor, self._place.team)
        if words:
            asking.rewrite(*completed(query, asking.cursor, words[0]))
        return True

    # --- the team's --------------------------------------------------------------------------------------

    def _show(self, saved: SavedFilter) -> None:
        self._bench.filter(saved.query)

    def _save(self) -> None:
        query = self._bench.query
        if not query.strip():
            self._place.drop_typed()
            raise Refused(f"There is no filter on to be kept; {key_for(BOARD, 'filter')} writes one.")
        self._bench.asking.line(f"Keep {quoted(query)} for the team as", partial(self._keep, query))

    def _keep(self, query: str, name: str) -> None:
        place = self._place
        taken = {saved.key for saved in place.team.filters}
        key = next((free for free in _FREE if free not in taken), "")
        self._bench.act(
            filters.save(place.team, name, query, place.person, place.now(), key=key, id=place.new_id())
        )
        shown_by = f"{key_for(BOARD, 'filters')} {key}" if key else key_for(BOARD, "palette")
        place.tell(f"Kept as {quoted(name)} for everybody: {shown_by} shows it.")

    def _forget(self) -> None:
        if not self._place.team.filters:
            # Offered all the same: the name that is typed behind the key must not become commands.
            self._place.drop_typed()
            raise Refused(f"The team keeps no filter yet; {key_for(BOARD, 'filters')} {_SAVE} keeps one.")
        self._bench.asking.line("Forget which filter? Its name", self._remove)

    def _remove(self, name: str) -> None:
        place = self._place
        found = filters.named(place.team, name)
        self._bench.act(filters.remove(place.team, found.id, place.person, place.now()))
        place.tell(f"The filter {quoted(found.name)} is gone; {key_for(BOARD, 'undo')} brings it back.")
