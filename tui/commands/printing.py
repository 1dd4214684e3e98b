"""Writing to the terminal or a pipe: nothing that people wrote can become a command to a terminal."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from typing import TextIO

from store.text import clean, whole_number
from tui.commands.answer import Answer, Json
from tui.commands.world import World
from tui.encoding import encodable, is_unicode


def answer(world: World, given: Answer, *, as_json: bool) -> None:
    """Print what a verb has answered."""
    if as_json:
        show_json(world.stdout, given.document())
    else:
        show(world.stdout, given.lines(width(world)))


def width(world: World) -> int | None:
    """Cells in a line; `None` for a pipe or a file, where nothing is cut."""
    if world.stdout.isatty():
        return max(20, shutil.get_terminal_size().columns)
    columns = whole_number(world.environ.get("COLUMNS", ""))
    return None if columns is None else max(20, columns)


def show(stream: TextIO, lines: Iterable[str]) -> None:
    """Write lines, in whatever encoding the stream has."""
    text = "".join(f"{clean(line)}\n" for line in lines)
    stream.write(encodable(text, stream.encoding or "utf-8"))
    stream.flush()


def tell(stream: TextIO, sentence: str) -> None:
    """Write a sentence; a terminal would break its lines within words."""
    lines = [sentence]
    if stream.isatty():
        # Imported where there is something to say: most verbs have nothing.
        from textwrap import wrap

        cells = max(20, shutil.get_terminal_size().columns)
        lines = wrap(sentence, cells, break_long_words=False, break_on_hyphens=False)
    show(stream, lines)


def show_json(stream: TextIO, document: Json) -> None:
    """Write one JSON object on one line."""
    text = json.dumps(document, ensure_ascii=not is_unicode(stream.encoding or "utf-8"), default=list)
    stream.write(f"{text}\n")
    stream.flush()
