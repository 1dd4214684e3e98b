"""The matrix of people and skills."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from store.errors import Refused
from store.models import Assessment, Role, Skill
from store.phrases import counted
from store.skills.confirming import waiting_for
from store.skills.grid import Grid, Order, Wanted, grid, needed_for
from store.skills.levels import Level
from store.team import Team
from store.text import clean_line
from tui.keys import SKILLS, SKILLS_GROUPS, key_for
from tui.palette.named import Named, NamedSource
from tui.palette.source import Source
from tui.screens.doing.grouped import Grouped
from tui.screens.doing.shell import ShellCommands
from tui.screens.doing.undoing import UndoCommands
from tui.screens.tab import Tab, TabDesk
from tui.screens.working import Working
from tui.training.level_keys import LevelKeys
from tui.training.skill_keys import SkillKeys
from tui.training.skills_views import SkillsCursor, SkillsViews
from tui.training.working import is_large
from widgets.card_text import beside
from widgets.listing_row import Key
from widgets.matrix.matrix import Matrix
from widgets.matrix.parts import EMPTY, MatrixCell, MatrixRow
from widgets.training.heads import LINES, person_columns
from widgets.training.level import WIDEST, in_words, level_cell
from widgets.training.sheet import Sheet
from widgets.training.signs import training_signs
from widgets.words import day

_NO_CATEGORY = "Without a category"


@dataclass(frozen=True)
class _Found:
    """What is shown of a snapshot."""

    team: Team
    grid: Grid
    waiting: Sequence[Assessment]
    """What waits for the person to confirm it."""


class SkillsTab(Tab):
    """Skills from top to bottom, people from left to right; the line below tells of one cell."""

    TITLE = "Skills"
    ABOUT = (
        "What everybody can do, and what the roles need. Each cell is a level from 0 to 4; behind it stands "
        "whether it is enough, and whether somebody has confirmed it. The line below says it in words."
    )
    KEYS = SKILLS
    GROUPS = SKILLS_GROUPS
    TABLES = frozenset({"skills", "assessments", "members", "roles", "settings"})
    DEFAULT_CSS = """
    SkillsTab { layout: vertical; }
    SkillsTab Matrix { height: 1fr; width: 1fr; }
    SkillsTab Sheet { display: none; }
    SkillsTab.-bare Matrix { display: none; }
    SkillsTab.-bare Sheet { display: block; }
    """

    def __init__(self, desk: TabDesk) -> None:
        super().__init__(desk)
        self.signs, self.marks = desk.signs, training_signs(desk.signs)
        self.matrix = Matrix(signs=desk.signs)
        self._sheet = Sheet(signs=desk.signs)
        self.wanted = Wanted()
        self._found: _Found | None = None
        self._follows: tuple[Key | None, Key | None] | None = None
        """The cell that the cursor goes to when it is there."""
        self._working: Working[_Found] = Working(lambda: self.app)
        groups = [SkillsCursor(self), SkillsViews(self), LevelKeys(self), SkillKeys(self)]
        self._commands = Grouped([*groups, UndoCommands(desk), ShellCommands(desk)])
        self._skills = NamedSource("skill", self._named, lambda found: self.follow(found.key, None))

    # --- what commands need ------------------------------------------------------------------------------

    @property
    def skill(self) -> Skill | None:
        """The skill under the cursor."""
        key = self.matrix.row
        return self.place.team.find(Skill, key) if isinstance(key, int) else None

    @property
    def login(self) -> str | None:
        """Login of the person under the cursor."""
        key = self.matrix.column
        return key if isinstance(key, str) else None

    @property
    def level(self) -> Level | None:
        """The level under the cursor; `None`: nobody has said anything."""
        if self._found is None or self.login is None or self.skill is None:
            return None
        return self._found.grid.levels.get(self.login, self.skill.id)

    @property
    def waiting(self) -> Sequence[Assessment]:
        """What waits for the person to confirm it."""
        return self._found.waiting if self._found else ()

    def here(self) -> tuple[str, Skill]:
        """The person and the skill that a command is for.

        Raises:
            Refused: there is none under the cursor.
        """
        if self.login is None or self.skill is None:
            raise Refused(self._nothing())
        return self.login, self.skill

    def want(self, wanted: Wanted) -> None:
        """Show another part of the matrix."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.look()

    def look(self) -> None:
        """Show what is wanted of the newest snapshot; beside the keys where that takes long."""
        work = _finder(self.place.team, self.wanted, self.place.person, self.place.today)
        if is_large(self.place.team):
            self._working.work_out(work, self._put)
            self.desk.turned()
        else:
            self._put(work())

    def follow(self, skill: Key | None, login: Key | None) -> None:
        """Put the cursor on a cell, as soon as it is there."""
        if not self.matrix.select(skill, login):
            self._follows = skill, login
            if self.wanted.is_narrow:
                self.want(replace(Wanted(), order=self.wanted.order))
        self.desk.turned()

    # --- what the screen asks ----------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The matrix, or what it is for while there are no skills."""
        yield self.matrix
        yield self._sheet

    @property
    def main(self) -> Widget:
        """The matrix."""
        return self.matrix

    def run(self, name: str) -> None:
        """Do what a command says.

        Raises:
            Refused: it cannot be done.
        """
        self._commands.run(name)

    def show_snapshot(self) -> None:
        """The newest snapshot."""
        self.look()

    def go_to(self, key: int | str) -> None:
        """A skill by its number, or `7 ana`: a skill and a person."""
        number, _, login = str(key).partition(" ")
        if number.isascii() and number.isdecimal():
            self.follow(int(number), login or None)
        else:
            self.follow(None, str(key))

    def renumber(self, table: str, old: int, new: int) -> None:
        """The cursor goes with a new skill that has got its real number."""
        if table == "skills" and self.matrix.row == old:
            self._follows = new, None

    def status(self) -> str:
        """Who, what, how well, what is needed, and what shows it."""
        team, today, skill, login = self.place.team, self.place.today, self.skill, self.login
        if skill is None or login is None:
            return ""
        level = self.level
        parts = [team.name_of(login), f"{skill.name}: {in_words(skill, level, today)}"]
        target, role = needed_for(team, login, skill.id)
        parts += [f"{role.name} needs {target} {skill.meaning(target)}"] if role else []
        found = team.find(Assessment, level.assessment) if level else None
        if found is not None:
            parts += [clean_line(found.evidence)] if found.evidence else []
            parts.append(f"said {day(found.day, today)}")
        lacks = self._found.grid.below.get(skill.id, 0) if self._found else 0
        if lacks and self._found:
            missing = counted(self._found.grid.missing[skill.id], "level")
            parts.append(f"{missing} missing, of {counted(lacks, 'person', 'people')}")
        return f" {self.signs.between} ".join(parts)

    def note(self) -> str:
        """What is shown, and what waits for the person."""
        if self._working.is_on:
            return f"looking{self.signs.ellipsis}"
        wanted, between = self.wanted, f" {self.signs.between} "
        role = self.place.team.find(Role, wanted.role) if wanted.role is not None else None
        key = key_for(SKILLS, "next_estimate")
        parts = [f"{key}: {counted(len(self.waiting), 'level')} to confirm"] if self.waiting else []
        parts += [role.name] if role else []
        parts += [f"“{wanted.words}”"] if wanted.words else []
        parts += ["gaps only"] if wanted.only_gaps else []
        parts += [f"{key_for(SKILLS, 'clear')}: all"] if wanted.is_narrow else []
        return between.join([*parts, f"by {wanted.order}"])

    def sources(self) -> Sequence[Source]:
        """The skills."""
        return (self._skills,)

    @on(Matrix.CursorMoved)
    def _cursor_moved(self) -> None:
        self.desk.turned()

    @on(Matrix.Opened)
    def _opened(self) -> None:
        self.desk.screen.do(next(command for command in SKILLS if command.name == "open"))

    # --- drawing -----------------------------------------------------------------------------------------

    def _put(self, found: _Found) -> None:
        if self._found is None and self._follows is None and self.place.person in found.team.members:
            # Everybody begins in her own column.
            self._follows = None, self.place.person
        self._found = found
        shown = found.grid
        is_bare = not shown.skills and not self.wanted.is_narrow
        self.set_class(is_bare, "-bare")
        self._sheet.tell(None, self._bare)
        rows, columns = self._rows(shown), person_columns(shown.people)
        self.matrix.show(
            rows, columns, self._cell, widest=WIDEST + 1, most_lines=LINES, empty=self._nothing()
        )
        if self._follows is not None and self.matrix.select(*self._follows):
            self._follows = None
        self.desk.turned()

    def _rows(self, shown: Grid) -> list[MatrixRow]:
        rows: list[MatrixRow] = []
        category = None
        for skill in shown.skills:
            name = skill.category or _NO_CATEGORY
            if self.wanted.order is Order.CATEGORY and name.casefold() != category:
                category = name.casefold()
                rows.append(MatrixRow(f"category {category}", name, is_group=True))
            # What it is sorted by; the line below says of how many people.
            lacking = shown.missing.get(skill.id, 0)
            note = f"{lacking}{self.marks.below}" if lacking else ""
            rows.append(MatrixRow(skill.id, skill.name, note=note, look="warning" if lacking else "plain"))
        return rows

    def _cell(self, row: Key, column: Key) -> MatrixCell:
        if self._found is None or not isinstance(row, int) or not isinstance(column, str):
            return EMPTY
        shown = self._found.grid
        level = shown.levels.get(column, row)
        return level_cell(level, shown.target(column, row), self.place.today, self.marks)

    def _bare(self, width: int) -> Content:
        about = Content.assemble(("\n" + beside(self.ABOUT, 0, width) + "\n\n", "dim"))
        return Content.assemble(about, (beside(self._nothing(), 0, width), "bold"))

    def _nothing(self) -> str:
        if self.wanted.is_narrow:
            return f"Nothing is like that; {key_for(SKILLS, 'clear')} shows all."
        if self._found is not None and self._found.grid.skills:
            return "Nobody is in the team yet."
        return f"No skills yet: {key_for(SKILLS, 'add')} adds the first one, ? shows all keys."

    def _named(self) -> Iterable[Named]:
        shown = self._found.grid.skills if self._found else ()
        return (Named(skill.id, skill.name, skill.category) for skill in shown)


def _finder(team: Team, wanted: Wanted, person: str, today: date) -> Callable[[], _Found]:
    return lambda: _Found(team, grid(team, wanted, today), waiting_for(team, person))
