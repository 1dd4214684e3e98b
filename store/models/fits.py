"""What a value has to be to fit its field, said once for both who read documents and who check them."""

from __future__ import annotations

from collections.abc import Callable
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints


class Fits(NamedTuple):
    """Stands in a field's `Annotated[…]`; of several, the last one that says something counts."""

    before: Callable[[object], object] | None = None
    """Makes the value clean before it is looked at; passes on what it knows nothing about."""
    shortest: int | None = None
    """Characters."""
    longest: int | None = None
    """Characters."""
    pattern: str | None = None
    """Regular expression that the whole text has to match."""
    least: float | None = None
    most: float | None = None
    after: Callable[[Any], object] | None = None
    """Brings a value that fits into the one form in which it is kept.

    Raises:
        ValueError: it does not fit after all.
    """


class Shape(NamedTuple):
    """What a field holds."""

    kind: type
    """`list`, or the class of its value."""
    fits: Fits = Fits()
    may_be_none: bool = False
    items: Shape | None = None
    """Of a list: what each of its items is."""


def shapes(kind: type) -> dict[str, Shape]:
    """The name of each field of a document or a part of one, and what it holds."""
    return {name: _shape(hint) for name, hint in get_type_hints(kind, include_extras=True).items()}


def _shape(hint: Any) -> Shape:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        shape = _shape(arguments[0])
        for fits in arguments[1:]:
            said = {name: value for name, value in fits._asdict().items() if value is not None}
            shape = shape._replace(fits=shape.fits._replace(**said))
        return shape
    if origin in (Union, UnionType):
        (inner,) = (argument for argument in arguments if argument is not NoneType)
        return _shape(inner)._replace(may_be_none=True)
    if origin is list:
        return Shape(list, items=_shape(arguments[0]))
    return Shape(hint)
