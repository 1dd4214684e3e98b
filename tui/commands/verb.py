"""What a verb of the command line is. No heavy imports: it is needed to tell wrong usage."""

from __future__ import annotations

from argparse import SUPPRESS
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Argument:
    """One argument, as `ArgumentParser.add_argument` takes it."""

    names: tuple[str, ...]
    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class OneOf:
    """Arguments of which only one may be given."""

    options: tuple[Argument, ...]


@dataclass(frozen=True)
class Verb:
    """Something that `tagwerk` does."""

    name: str
    """One word to three. Where its first words are a verb of their own, that one comes first."""
    help: str
    """What it does, for the list of verbs."""
    module: str
    """The module in `tui.commands`, with the function's name behind a colon where it is not `run`."""
    arguments: tuple[Argument | OneOf, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its name."""
        return tuple(self.name.split())


def arg(*names: str, **settings: Any) -> Argument:
    """One argument."""
    return Argument(names, settings)


def flag(name: str, help: str) -> Argument:
    """An option without a value."""
    return arg(name, action="store_true", help=help)


# Without a default: a verb and those that begin with it may both have it.
JSON = arg("--json", action="store_true", default=SUPPRESS, help="answer with one JSON object")
OVER = arg(
    "--over-limit",
    "--anyway",
    action="store_true",
    help="go over a limit on cards in work, or move a frozen card; that is recorded",
)
