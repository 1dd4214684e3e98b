"""One person and one skill: the levels with what they mean, and everything that was said."""

from __future__ import annotations

from functools import partial

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.change import Change
from store.models import Assessment, Skill
from store.repository.shared import Touched
from store.rules import assessments
from store.rules.assessments import assessment_numbered
from store.rules.skills import live_skill, skill_numbered
from store.skills.grid import needed_for
from store.skills.levels import HIGHEST, Levels
from store.skills.said import said_of
from store.text import clean_line
from tui.dialogs.listed import ListDialog
from tui.keys import ASSESSED, key_for
from tui.screens.forms import open_form
from tui.workplace import Workplace
from widgets.listing_row import Key, Row
from widgets.training.signs import training_signs
from widgets.words import day

_HEADS = ("", "Day", "Level", "Says", "Confirmed", "Until", "Shown by")
_LEAST = (1, 0, 1, 6, 6, 0, 8)


class AssessedDialog(ListDialog):
    """The newest one counts; the number keys write another one."""

    DEFAULT_CSS = """
    AssessedDialog > Vertical { width: 100; height: auto; max-height: 100%; }
    AssessedDialog #meanings { height: auto; padding: 0 1; border-bottom: solid $panel; }
    AssessedDialog Listing { height: 10; }
    """
    KEYS = ASSESSED
    OPENS = "evidence"

    def __init__(self, place: Workplace, person: str, skill: int) -> None:
        super().__init__(place)
        self._person, self._skill = person, skill
        self._marks = training_signs(self._signs)
        self._meanings = Static(id="meanings")
        self._said: dict[Key, Assessment] = {}

    def heading(self) -> str:
        """Who and what."""
        team = self._workplace.team
        return f"{team.name_of(self._person)}: {self._the_skill().name}"

    def above(self) -> tuple[Widget, ...]:
        """What the levels mean."""
        return (self._meanings,)

    def detail(self) -> str:
        """What shows the level under the cursor."""
        said = self._said.get(self._listing.key) if self._listing.key is not None else None
        if said is None:
            return self.nothing()
        return clean_line(said.evidence) or f"0 to {HIGHEST} sets another level"

    def nothing(self) -> str:
        """What to do while nobody has said anything."""
        evidence = key_for(ASSESSED, "evidence")
        return f"Nobody has said a level yet: 0 to {HIGHEST} sets it, {evidence} with evidence."

    def show(self, touched: Touched | None) -> None:
        """Show how it is now."""
        team = self._workplace.team
        if touched is not None and not any(
            t in ("assessments", "skills", "members", "roles") for t, _ in touched
        ):
            return
        self._said = {one.id: one for one in said_of(team, self._person, self._skill)}
        self._listing.show([*self._said], self._row_of, _HEADS, _LEAST, self.nothing())
        self._meanings.update(self._means())
        # What was said of a key stays until the next one.
        if touched is None:
            self._show_detail()

    def renumber(self, table: str, old: int, new: int) -> None:
        """A new skill, or what was said, has got its real number."""
        if table == "skills" and self._skill == old:
            self._skill = new

    def do_level_0(self) -> None:
        self._assess(0)

    def do_level_1(self) -> None:
        self._assess(1)

    def do_level_2(self) -> None:
        self._assess(2)

    def do_level_3(self) -> None:
        self._assess(3)

    def do_level_4(self) -> None:
        self._assess(4)

    def do_evidence(self) -> None:
        from tui.training.level_form import level_form

        place = self._workplace
        skill = live_skill(place.team, self._skill)
        open_form(place, level_form(place.team, self._person, skill, place.today, place.new_id()))

    def do_confirm(self) -> None:
        place = self._workplace
        self._act(assessments.confirm(place.team, self._number(), place.person, place.now()))

    def do_take_back(self) -> None:
        place, number = self._workplace, self._number()
        is_back = assessment_numbered(place.team, number).archived_at is not None
        rule = assessments.give_back if is_back else assessments.take_back
        self._act(rule(place.team, number, place.person, place.now()))

    def _number(self) -> int:
        key = self._row().key
        assert isinstance(key, int)
        return key

    def _assess(self, level: int) -> None:
        place = self._workplace
        rule = partial(assessments.assess, place.team, self._person, self._skill, level)
        number = place.new_id()
        self._act(rule(place.person, place.now(), id=number))
        self._listing.move_to(0)

    def _act(self, change: Change) -> None:
        self._workplace.act(change)
        self._say(f"You {change.label}.")

    def _the_skill(self) -> Skill:
        return skill_numbered(self._workplace.team, self._skill)

    def _row_of(self, key: Key) -> Row:
        one, team, today = self._said[key], self._workplace.team, self._workplace.today
        level = Levels.of(team).get(self._person, self._skill)
        counts = level is not None and level.assessment == one.id
        by = "an estimate" if not one.confirmed_by else team.name_of(one.confirmed_by)
        return Row(
            key=one.id,
            cells=(
                self._signs.live if counts else "x" if one.archived_at else " ",
                day(one.day, today),
                str(one.level),
                team.name_of(one.author),
                "taken back" if one.archived_at else by,
                day(one.expires, today) if one.expires else "",
                clean_line(one.evidence),
            ),
            is_quiet=not counts,
        )

    def _means(self) -> Content:
        team, skill = self._workplace.team, self._the_skill()
        has = Levels.of(team).get(self._person, self._skill)
        target, role = needed_for(team, self._person, self._skill)
        lines = []
        for level in range(HIGHEST + 1):
            is_here = has is not None and has.level == level
            sign = self._signs.cursor if is_here else " "
            needed = f"  {self._marks.below} {role.name} needs this" if role and level == target else ""
            style = "bold" if is_here else ""
            lines.append(
                Content.assemble((f"{sign}{level} {skill.meaning(level)}", style), (needed, "$text-accent"))
            )
        return Content("\n").join(lines)
