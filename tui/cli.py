"""The command line: finds the verb, runs it, and turns every error into a sentence and an exit status.

Neither this module nor the table of verbs imports anything heavy; `tagwerk --help` is there at once.
"""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from store.errors import StorageError, TagwerkError, Unsuitable
from store.log.disk import explain
from tui.commands.answer import Answer
from tui.commands.call import Call
from tui.commands.parser import Usage, parse
from tui.commands.printing import answer, show, show_json, tell
from tui.commands.verbs import Verb
from tui.commands.world import World

OK, REFUSED, USAGE, NO_STORAGE = 0, 1, 2, 3
INTERRUPTED, BROKEN_PIPE = 130, 141


def program() -> int:
    """`tagwerk` as a program of its own: `main`, tuned for a quick start."""
    # What a start makes is needed to its end; looking for garbage in it costs a tenth of the time. The app
    # turns it on again once the board is there.
    gc.disable()
    # There are no pydantic plugins here; looking for them reads the metadata of all that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    return main()


def main(arguments: Sequence[str] | None = None, world: World | None = None) -> int:
    """Run `tagwerk`.

    Args:
        arguments: behind the program's name; by default those it was started with.
        world: what it reads and writes; for tests.

    Returns the exit status.
    """
    world = world or World()
    asked: Namespace | None = None
    try:
        asked = parse(arguments)
        return _run(asked, world)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _leave_pipe(world)
    except TagwerkError as error:
        return _refuse(error, world, asked, arguments)
    except OSError as error:
        # Not the team's folder, whose errors are explained where they come up: a home that cannot be written.
        place = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else Path()
        return _refuse(explain(error, place), world, asked, arguments)


def _run(asked: Namespace, world: World) -> int:
    given = dict(vars(asked))
    verb: Verb = given.pop("verb")
    as_json = bool(given.pop("json", False))
    options = {name: given.pop(name, "") for name in ("folder_option", "person_option")}
    call = Call(world, **options, wants_json=as_json)
    module, _, name = verb.module.partition(":")
    run: Callable[..., Answer] = getattr(import_module(f"tui.commands.{module}"), name or "run")
    answered = run(call, **given)
    answer(world, answered, as_json=as_json)
    return answered.status


def _refuse(
    error: TagwerkError, world: World, asked: Namespace | None, arguments: Sequence[str] | None
) -> int:
    """Say what is wrong: as JSON on stdout where JSON was asked for, else as a sentence on stderr."""
    notes: list[str] = getattr(error, "__notes__", [])
    sentence = " ".join([str(error), *notes])
    as_json = (
        bool(getattr(asked, "json", False))
        if asked
        else "--json" in (sys.argv if arguments is None else arguments)
    )
    if as_json:
        content = {"error": sentence, "kind": type(error).__name__, "waiting": bool(notes)}
        show_json(world.stdout, content)
    else:
        show(world.stderr, error.usage.splitlines() if isinstance(error, Usage) else [])
        tell(world.stderr, f"tagwerk: {sentence}")
    return _status(error)


def _status(error: TagwerkError) -> int:
    if isinstance(error, Usage):
        return USAGE
    return NO_STORAGE if isinstance(error, StorageError) and not isinstance(error, Unsuitable) else REFUSED


def _leave_pipe(world: World) -> int:
    """Whoever read our output has gone; what is still in the buffer must not complain on the way out."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, world.stdout.fileno())
    except OSError:
        # Not a real file (a test's buffer): there is nothing that could complain.
        return BROKEN_PIPE
    return BROKEN_PIPE
