"""The board: the first screen, and the heart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date

from textual import events, on
from textual.widget import Widget

from store.errors import Refused
from store.models import Column, Comment, Task
from store.repository import News
from store.repository.shared import Touched
from store.rules.membership import refuse_outsider
from tui.hearing import moved_by, sentence
from tui.keys import BOARD, BOARD_GROUPS, Command, called, key_for
from tui.palette.source import Source
from tui.screens import card_line
from tui.screens.base import TeamScreen
from tui.screens.board_tools import BoardTools, GoalsAbove
from tui.screens.doing.bench import Bench
from tui.screens.welcome import first_step
from tui.workplace import Workplace
from widgets.board import BoardView
from widgets.board.grouping import Grouping, LaneKey
from widgets.board.layout import Density
from widgets.board.messages import Dropped, FoldingChanged


class BoardScreen(TeamScreen):
    """The board; the line below it tells of the card under the cursor."""

    DEFAULT_CSS = """
    BoardScreen BoardView { height: 1fr; }
    """
    NAME = "Board"
    KEYS = BOARD
    GROUPS = BOARD_GROUPS
    AUTO_FOCUS = "BoardView"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._view = BoardView(signs=self._signs)
        self._bench = Bench(place, self, self._view, self._asking, self._filter, self._adding)
        self._loaded: BoardTools | None = None
        self._added: frozenset[int] = frozenset()
        self._day: date | None = None
        self._has_begun = False
        self._heard = ""
        self._moved: Mapping[int, str] = {}
        self._goals: GoalsAbove | None = None
        """The goals above the board; `None`: they are not shown."""
        self._before_news: int | None = None
        """The card that was under the cursor before others' work was shown."""

    def body(self) -> Iterable[Widget]:
        """The board."""
        yield self._view

    def on_mount(self) -> None:
        """As the board was left; Textual then calls `TeamScreen.on_mount` by itself."""
        own = self._place.preferences
        self.preferences_changed()
        self._view.set_folded(frozenset(_lanes(own.folded)))
        if own.start_filter == "last":
            self._bench.query = own.last_filter

    def get_ready(self) -> None:
        """Read all texts, so that the first key of a filter or of the palette need not wait for it."""
        team, place = self._place.team, self._place
        self._tools.prepare(team)
        # Imported when all else is done: it takes the rules of goals.
        from store.goals.owing import owed_by
        from store.kpis.owing import late, to_review
        from tui.goals.owing import sentences

        person, today = place.person, place.today
        goals = owed_by(team, person, today)
        if owed := sentences(goals, late(team, person, today), to_review(team, person, today)):
            self.call_later(self._remind, owed)

    def _remind(self, owed: Sequence[str]) -> None:
        """Say what the person owes, in the words there is room for, where nothing else is to be said."""
        if self.is_active and not (self._asking.is_open or self._said or self._heard):
            any(self.say(words, warning=False) for words in owed)

    def preferences_changed(self) -> None:
        """Lanes and cards as the person wants them."""
        own = self._place.preferences
        if self._view.grouping != own.grouping:
            self._view.group_by(Grouping(own.grouping))
            if self.is_mounted:
                self.show_keys()
        if self._view.density != own.density:
            self._view.set_density(Density(own.density))
        if own.goals is not (self._goals is not None):
            self._show_goals(shown=own.goals)

    def take_key(self, event: events.Key) -> bool:
        """A key; what others did has been seen then.

        Raises:
            Refused: the command cannot be done.
        """
        if not self._asking.is_open:
            self._forget()
        return super().take_key(event)

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._tools.run(name)

    def go_to(self, number: int) -> None:
        """Put the cursor on a card, whatever hides it."""
        # Imported when somebody comes from another screen.
        from tui.screens.doing.going import go_to

        go_to(self._bench, number)

    def look_for(self, query: str) -> None:
        """Show only the cards that the filter finds."""
        self._bench.filter(query)

    def sources(self) -> Sequence[Source]:
        """Cards, people and roles."""
        return self._tools.sources

    def expect(self, news: tuple[News, ...]) -> None:
        """Until the next key, the cards that others have moved are marked."""
        self._before_news = self._view.cursor_task
        self._moved = {**self._moved, **moved_by(news, self._place.team, self._place.person)}

    def hear(self, news: tuple[News, ...]) -> None:
        """Say until the next key what others did to the card that was under the cursor, or to the person."""
        if said := sentence(news, self._place.team, self._before_news, self._place.person):
            self._heard, self._said = said, False
            self._turned()

    def show(self, touched: Touched | None) -> None:
        """Show the workplace's snapshot; only what was touched may look different, `None`: anything."""
        if self._place.status.loading:
            self._view.is_loading = True
            return
        team = self._place.team
        if self._loaded is not None:
            self._loaded.follow(
                None if touched is None else {id for table, id in touched if table == "tasks"}
            )
        changed = self._touched_tasks(touched)
        if self._bench.query and changed != frozenset():
            self._show_found(changed)
        today = self._place.today
        if today != self._day:
            self._day, changed = today, None
        self._view.update(team, today, changed, self._bench.follow, team.tag_colours, self._moved)
        if self._goals is not None:
            self._goals.show(touched)
        if not self._has_begun:
            self._has_begun = True
            self._begin()
        self._turned()

    def renumber(self, table: str, old: int, new: int) -> None:
        """A new card has got its real number."""
        if table != "tasks":
            return
        self._view.renumber(old, new)
        if old in self._added:
            # Under both: the board still shows the old one when it is told what the filter finds.
            self._added |= {new}

    def show_keys(self) -> None:
        """Show the keys that the commands have for this person."""
        super().show_keys()
        self._view.HINT_EMPTY = "" if self.reads_only else f"{key_for(BOARD, 'add')} adds a card"

    def useful(self) -> tuple[Command, ...]:
        """Walking through the lanes is called by what they stand for, and nothing where there are none."""
        grouping, useful = self._view.grouping, super().useful()
        if grouping is Grouping.NONE:
            return tuple(command for command in useful if command.name != "next_lane")
        return tuple(
            called(command, grouping.value) if command.name == "next_lane" else command for command in useful
        )

    @property
    def writes_at(self) -> int | None:
        """The line of the card that is being written, or of the question."""
        line = self._view.draft_line
        return super().writes_at if line is None else self._view.region.y + line

    def day_may_have_changed(self) -> None:
        """At midnight what is due becomes overdue."""
        if self._place.today != self._day:
            self.show(None)

    @on(BoardView.CursorMoved)
    def _cursor_moved(self) -> None:
        self._turned()

    @on(BoardView.Opened)
    def _opened(self) -> None:
        self._tools.run("open")

    @on(BoardView.SelectionChanged)
    def _selected(self) -> None:
        self._turned()

    @on(BoardView.FoldingChanged)
    def _folded(self, message: FoldingChanged) -> None:
        self._place.prefer(folded=tuple(sorted(map(str, message.folded))))

    def on_goal_strip_clicked(self) -> None:
        """To the goals, of which this shows a few."""
        self._place.screens.show("goals")

    @on(BoardView.Dropped)
    def _dropped(self, message: Dropped) -> None:
        try:
            refuse_outsider(self._place.team, self._place.person)
            self._tools.drop(message)
        except Refused as error:
            self._place.refuse(error)

    @property
    def _tools(self) -> BoardTools:
        """What keys need; the first frame needs none of it."""
        if self._loaded is None:
            from tui.screens.doing.tools import Tools

            self._loaded = Tools(self._bench)
        return self._loaded

    def _filter(self, query: str) -> None:
        self._added = frozenset()
        self._show_found()
        self._place.prefer(last_filter=query)
        self._turned()

    def _adding(self, number: int) -> None:
        self._added |= {number}

    def _show_goals(self, *, shown: bool) -> None:
        if not shown and self._goals is not None:
            self._goals.strip.remove()
            self._goals = None
        elif shown:
            # Not with the module: the first frame of who does not want them needs none of it.
            from tui.goals.strip import StripKeeper

            self._goals = keeper = StripKeeper(self._place)
            self.mount(keeper.strip, before=self._view)
            self.call_after_refresh(keeper.show, None)

    def _begin(self) -> None:
        """Put the cursor where the person's own work is: on the first card of her first role."""
        team = self._place.team
        member = team.members.get(self._place.person)
        cards = (
            card
            for role in (member.roles if member else ())
            for column in team.columns
            for _, card in team.cell(column.id, role)
        )
        if (first := next(cards, None)) is not None and self._view.grouping is Grouping.ROLE:
            # Not where a filter hides it: the next lane of hers is no better than the first one shown.
            self._view.select_task(first)

    def _forget(self) -> None:
        """What others did has been seen."""
        self._heard = ""
        if self._moved:
            self._moved = {}
            self._view.mark_moved(self._moved)

    def _show_found(self, changed: frozenset[int] | None = None) -> None:
        """Show only what the filter finds; `changed` are the cards that may be different, `None`: any."""
        place, query = self._place, self._bench.query
        found, self._bench.problem = self._tools.find(
            place.team, query, person=place.person, today=place.today, changed=changed
        )
        # A card that is added under a filter stays in view although it need not match.
        shown = None if found is None else found | self._added
        tasks = place.team.tables.get("tasks", {})
        self._bench.found = sum(not tasks[id].get("archived_at") for id in shown or () if id in tasks)
        self._view.show_only(shown)

    def show_status_line(self) -> None:
        """What others did, what is chosen, and the card under the cursor."""
        if self._heard:
            self._prompt.status = f" {self._heard}"
            return
        if self._place.status.loading:
            return
        team, bench, parts = self._place.team, self._bench, []
        if selected := len(self._view.selected):
            parts.append(card_line.of_selection(selected))
        if bench.query:
            parts.append(card_line.of_filter(bench.query, self._bench.found, bench.problem))
        if self._view.only_lane is not None:
            parts.append(card_line.of_lane(self._view.lane_name))
        number = self._view.cursor_task
        task = team.find(Task, number) if number is not None else None
        if task is not None:
            shows_role = self._view.grouping is not Grouping.ROLE
            parts.append(card_line.of_card(task, team, self._place.today, shows_role=shows_role))
        elif step := first_step(team, self._place.person):
            parts.append(step)
        elif column := team.find(Column, self._view.cursor_column):
            lane, is_folded = self._view.lane_name, self._view.cursor_lane in self._view.folded
            parts.append(card_line.of_place(column.name, lane, is_folded))
        self._prompt.status = " " + "  |  ".join(parts)

    def _touched_tasks(self, touched: Touched | None) -> frozenset[int] | None:
        """Numbers of the cards that may look different; `None`: any."""
        if touched is None:
            return None
        cards = set()
        for table, number in touched:
            if table == "tasks":
                cards.add(number)
            elif table == "comments":
                comment = self._place.team.find(Comment, number)
                if comment is None:
                    return None
                cards.add(comment.task)
            else:
                return None
        return frozenset(cards)


def _lanes(kept: Iterable[str]) -> Iterator[LaneKey]:
    """Lanes as they were kept; what names none is left out."""
    for text in kept:
        with suppress(ValueError):
            yield LaneKey.parse(text)
