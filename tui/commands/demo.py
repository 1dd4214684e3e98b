"""`tagwerk demo`: a made-up team to try everything with."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from shlex import quote

from store.demo import demo_team
from store.errors import TagwerkError
from store.models import Settings
from store.setup import create_team, refuse_existing
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.printing import show


def run(call: Call, *, tasks: int | None, seed: int | None, no_open: bool) -> Said:
    """Make the demo team, in a temporary folder unless `--folder` names one, and open it.

    Raises:
        Refused: there is a team in the folder already.
        StorageError: it cannot be written.
    """
    world = call.world
    if call.folder_option:
        folder = Path(call.folder_option).expanduser().absolute()
        refuse_existing(folder, world.disk)
    else:
        folder = Path(tempfile.mkdtemp(prefix="tagwerk-demo-"))
    options = {name: value for name, value in (("tasks", tasks), ("seed", seed)) if value is not None}
    demo = demo_team(call.now, **options)
    try:
        state = create_team(folder, demo.genesis, demo.history, disk=world.disk)
    except TagwerkError:
        if not call.folder_option:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    person = call.person_option or demo.viewer
    name = next(state.team.all(Settings)).name
    content = {
        "folder": str(folder),
        "team": name,
        "person": person,
        "tasks": sum(len(cards) for cards in state.team.index.cells.values()),
    }
    sentences = (
        f"The demo team “{name}” is in {folder}.",
        f"Open it in another terminal, as somebody else: tagwerk --folder {quote(str(folder))} --as noa",
    )
    if no_open or call.wants_json or not world.is_terminal:
        return Said((*sentences, *_how_to_open(folder, person)), content)
    show(world.stdout, sentences)
    return Said((), content, world.open_app(folder, person, call.login or person))


def _how_to_open(folder: Path, person: str) -> tuple[str, ...]:
    return (f"Open it: tagwerk --folder {quote(str(folder))} --as {person}",)
