"""Showing what would be done, and asking before it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from store.errors import Refused
from tui.commands.answer import Answer, Json, Said
from tui.commands.call import Call
from tui.commands.grid import aligned
from tui.commands.printing import width
from tui.commands.questions import Questions


@dataclass(frozen=True)
class Preview:
    """A headline, rows, and what is to be said below them."""

    title: str
    rows: Sequence[Sequence[str]]
    least: tuple[int, ...]
    below: tuple[str, ...]
    content: Json
    status: int = 0
    above: tuple[str, ...] = ()
    """What is to be said above the rows."""

    def lines(self, cells: int | None) -> Iterable[str]:
        """The rows, indented below the headline."""
        yield self.title
        yield from self.above
        if self.rows:
            room = None if cells is None else cells - 2
            yield from (f"  {line}" for line in aligned(self.rows, room, self.least))
        yield from self.below

    def document(self) -> Json:
        """See `shapes`."""
        return self.content


def unless_agreed(call: Call, preview: Preview, question: str, *, yes: bool) -> Answer | None:
    """What to answer where nothing is to be done; `None`: it was said, or the person who is asked says so.

    Where nobody can be asked, nothing is done, and the preview is all of the answer.
    """
    if yes:
        return None
    if not call.world.is_terminal or call.wants_json:
        return replace(preview, below=(*preview.below, "Nothing was done; --yes does it."))
    asking = Questions(call.world)
    asking.say(*preview.lines(width(call.world)))
    return None if asking.ask(question, "no", yes_or_no) else Said(("Nothing was done.",), preview.content)


def yes_or_no(text: str) -> bool:
    """What `yes` and `no` mean.

    Raises:
        Refused: it is neither.
    """
    word = text.strip().lower()
    if word in ("y", "yes", "n", "no"):
        return word[0] == "y"
    raise Refused("Answer yes or no.")
