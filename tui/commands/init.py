"""`tagwerk init`: make a team in a folder."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from store.errors import Refused
from store.log.disk import Disk
from store.models import Settings
from store.rules.words import counted, quoted
from store.setup import create_team, refuse_existing, refuse_synced
from store.team import Team
from store.templates import new_team
from tui.commands import takeover
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.founding import Wishes, by_asking, by_default
from tui.commands.questions import Questions
from tui.commands.shapes import member_shape


def run(
    call: Call,
    *,
    folder: str | None,
    name: str | None,
    roles: str | None,
    members: list[str],
    time_zone: str | None,
    yes: bool,
) -> Said:
    """Make a team, asking on a terminal for what the options do not say.

    Raises:
        Refused: there is a team already, or what is asked for cannot be.
        Unsuitable: the folder cannot keep data safe.
        StorageError: it cannot be written.
    """
    world, place = call.world, call.folder_or_here(folder).absolute()
    found = _looked_at(place, world.disk)
    wishes = Wishes(name, roles, tuple(members), time_zone)
    if world.is_terminal and not yes and not call.wants_json:
        start = by_asking(Questions(world), wishes, place, call.person, world.environ)
    else:
        start = by_default(wishes, place, call.person, world.environ)
    tables = new_team(start.name, start.roles, start.people, time_zone=start.time_zone)
    notes: list[str] = []
    if found is not None:
        tables, notes = takeover.merged(found, tables, start.people, start.time_zone)
    create_team(place, tables, disk=world.disk)
    if found is not None and (kept := found.kept()):
        notes.insert(0, f"The old team.json is kept as {kept}.")
    team = Team(tables)
    return Said((*_sentences(place, team), *notes, "", *_next(place)), _content(place, team))


def _looked_at(place: Path, disk: Disk) -> takeover.Found | None:
    """Refuse what cannot become a team before anybody is asked anything; what is in the folder already.

    Raises:
        Refused, Unsuitable: it cannot become a team.
        StorageError: it does not answer.
    """
    if place.exists() and not place.is_dir():
        raise Refused(f"{place} is a file; a team needs a folder.")
    refuse_existing(place, disk)
    refuse_synced(place)
    return takeover.find(place, disk)


def _sentences(place: Path, team: Team) -> tuple[str, ...]:
    roles, people = counted(len(team.roles), "role"), len(team.members)
    who = "1 person" if people == 1 else f"{people} people"
    tasks = sum(len(cards) for cards in team.index.cells.values())
    has = f"{roles}, {who}" + (f", {counted(tasks, 'task')}" if tasks else "")
    return (f"The team {quoted(team.settings.name)} is in {place}: {has}.",)


def _next(place: Path) -> tuple[str, ...]:
    path = quote(str(place))
    # The commands come last in their lines: where the path is long, they go on below and nothing else does.
    return (
        "What to do next:",
        f"  open the board           tagwerk --folder {path}",
        f"  with “tagwerk” alone     export TAGWERK_FOLDER={path}",
        f'  let somebody in          tagwerk --folder {path} member add LOGIN --name "Full Name"',
        f"  look who can read it     tagwerk doctor {path}",
    )


def _content(place: Path, team: Team) -> dict[str, object]:
    settings = next(team.all(Settings))
    return {
        "folder": str(place),
        "team": settings.name,
        "time_zone": settings.time_zone,
        "roles": [role.name for role in team.roles],
        "columns": [column.name for column in team.columns],
        "members": [member_shape(team, member) for member in team.members.values()],
        "tasks": len(team.tables.get("tasks", {})),
    }
