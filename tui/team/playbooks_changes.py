"""Keys that write playbooks, routines and freezes, and put them away."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.change import Change
from store.errors import Refused
from store.models import Freeze, Playbook, PlaybookRun, Routine
from store.playbooks.known import playbooks
from store.rules import freezes, playbook_runs, routines
from store.rules import playbooks as book_rules
from store.rules.membership import refuse_unless_lead
from store.rules.words import counted
from tui.keys import PLAYBOOKS, key_for
from tui.palette.named import Named, NamedSource
from tui.palette.source import Find
from tui.screens.asking import Choice
from tui.settings.form import Form
from tui.team.playbooks_bench import PlaybooksBench


class PlaybooksChanges:
    """What the team has agreed on."""

    def __init__(self, bench: PlaybooksBench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_add(self) -> None:
        refuse_unless_lead(self._place.team, self._place.person, "changes playbooks")
        choices = [
            Choice("m", "ready-made playbook", self._add_ready),
            Choice("p", "playbook", self._add_playbook),
            Choice("r", "routine", self._add_routine),
            Choice("f", "freeze", self._add_freeze),
        ]
        self._bench.asking.keys("Add", choices)

    def do_edit(self) -> None:
        from tui.team import playbook_forms as forms

        place, one = self._place, self._bench.chosen()
        if isinstance(one, PlaybookRun):
            key = key_for(PLAYBOOKS, "postpone")
            raise Refused(
                f"A run is not edited: {key} puts it on another day, its cards are edited themselves."
            )
        refuse_unless_lead(place.team, place.person, "changes them")
        if isinstance(one, Playbook):
            self._open(forms.playbook_form(place.team, one), is_wide=True)
        elif isinstance(one, Routine):
            self._open(forms.routine_form(place.team, one, place.today))
        else:
            self._open(forms.freeze_form(place.team, one, place.today))

    def do_pause(self) -> None:
        one, place = self._bench.chosen_as(Routine), self._place
        rule = routines.go_on if one.paused else routines.pause
        self._act(rule(place.team, one.id, place.person, place.now()))

    def do_archive(self) -> None:
        one, place = self._bench.chosen(), self._place
        if isinstance(one, Playbook):
            change = book_rules.archive(place.team, one.id, place.person, place.now())
        elif isinstance(one, PlaybookRun):
            change = playbook_runs.archive(place.team, one.id, place.person, place.now())
        elif isinstance(one, Routine):
            change = routines.archive(place.team, one.id, place.person, place.now())
        else:
            assert isinstance(one, Freeze)
            change = freezes.archive(place.team, one.id, place.person, place.now())
        self._act(change)

    def _add_playbook(self) -> None:
        from tui.team.playbook_forms import new_playbook

        self._open(new_playbook(self._place.team, self._place.new_id()), is_wide=True)

    def _add_routine(self) -> None:
        from tui.team.playbook_forms import new_routine

        self._open(new_routine(self._place.team, self._place.new_id(), self._place.today))

    def _add_freeze(self) -> None:
        from tui.team.playbook_forms import new_freeze

        self._open(new_freeze(self._place.team, self._place.new_id(), self._place.today))

    def _add_ready(self) -> None:
        """Let one be chosen that the team has not taken in."""
        # Imported when it is opened, like all dialogs.
        from store.playbooks.ready import READY
        from tui.dialogs.palette import PaletteDialog
        from tui.palette.finder import Finder
        from tui.palette.recent import Recent

        place = self._place

        def offered() -> Iterable[Named]:
            taken = {one.name.casefold() for one in playbooks(place.team)}
            for one in READY:
                if one.name.casefold() not in taken:
                    steps = counted(len(one.lines.splitlines()), "line")
                    yield Named(one.name, one.name, f"{one.kind.value}, {steps}")

        def chosen(found: Named) -> None:
            ready = next(one for one in READY if one.name == found.key)
            self._act(book_rules.take_in(place.team, ready, place.person, place.now(), id=place.new_id()))

        def closed(found: Find | None) -> None:
            if found is not None:
                self._bench.desk.screen.carry_out(found.choose)

        finder = Finder([NamedSource("playbook", offered, chosen)], Recent())
        place.ask(PaletteDialog(place, finder, "Which one?", "a name or some letters"), closed)

    def _act(self, change: Change) -> None:
        self._place.act(change)
        if change:
            self._place.tell(f"You {change.label}; {key_for(PLAYBOOKS, 'undo')} takes it back.")

    def _open(self, form: Form, *, is_wide: bool = False) -> None:
        # Imported when it is opened: forms are what makes a start-up slow.
        from tui.dialogs.form import FormDialog
        from tui.dialogs.playbook_form import PlaybookFormDialog

        dialog: Callable[..., FormDialog] = PlaybookFormDialog if is_wide else FormDialog
        self._place.ask(dialog(self._place, form))
