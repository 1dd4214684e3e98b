"""Documents from what Tagwerk itself has kept: quick, and without pydantic.

Whatever is not in the form in which documents are written is left to `store.models.checking`, so that there
is one opinion only on what can be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields
from functools import partial
from typing import Any, NoReturn, TypeVar

from store.models.fits import shapes
from store.models.part import Part, Raw
from store.models.readers import Odd, Reader, reader
from store.models.unfit import Problem, Unfit

P = TypeVar("P", bound=Part)
Step = tuple[str, Reader, Callable[[Part, object], None], object, Callable[[], object] | None]
"""Of one field: its name, what reads it, what sets it, its default, and what makes the default each time."""


def read(kind: type[P], raw: Raw) -> P:
    """A document, or a part of one, from its fields; one that cannot be read takes its default.

    Raises:
        Unfit: a required field is missing or unreadable.
    """
    try:
        return _made(kind, raw)
    except Unfit:
        raise
    except ValueError:
        # Not before it is needed: importing pydantic takes longer than to draw the board.
        from store.models.checking import salvaged

        return salvaged(kind, raw)


def _made(kind: type[P], raw: Raw) -> P:
    # Not by the constructor: that of a frozen class takes twice as long, and thousands are made at a time.
    made = object.__new__(kind)
    found = 0
    for name, read_value, put, default, factory in _steps(kind):
        if name in raw:
            put(made, read_value(raw[name]))
            found += 1
        else:
            put(made, default if factory is None else factory())
    unknown = None if found == len(raw) else {n: v for n, v in raw.items() if n not in kind.names()}
    object.__setattr__(made, "unknown", unknown)
    return made


_KNOWN: dict[type[Part], tuple[Step, ...]] = {}


def _steps(kind: type[Part]) -> tuple[Step, ...]:
    steps = _KNOWN.get(kind)
    if steps is None:
        steps = _KNOWN[kind] = tuple(_new_steps(kind))
    return steps


def _new_steps(kind: type[Part]) -> Iterator[Step]:
    known = shapes(kind)
    for field in fields(kind):
        if field.name not in kind.names():
            continue
        factory = None if field.default_factory is MISSING else field.default_factory
        if field.default is MISSING and factory is None:
            factory = partial(_missing, field.name)
        put = getattr(kind, field.name).__set__
        yield field.name, reader(known[field.name], _part), put, field.default, factory


def _missing(name: str) -> NoReturn:
    raise Unfit([Problem((name,), "missing", words="Field required")])


def _part(kind: type[Part]) -> Reader:
    def part(value: Any) -> Part:
        if type(value) is not dict:
            raise Odd
        try:
            return _made(kind, value)
        except Unfit as error:
            raise Odd from error

    return part
