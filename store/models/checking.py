"""Documents from what people and other programs wrote: every value looked at, by pydantic.

The only place where the store's documents meet pydantic. It is imported when the first document is to be
checked, and the model of a kind is made when it is needed first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields
from functools import partial
from operator import getitem
from types import GenericAlias
from typing import Annotated, Any, Optional, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    create_model,
)
from pydantic_core import ErrorDetails

from store.models.fits import Fits, Shape, shapes
from store.models.part import Part, Raw
from store.models.unfit import Problem, Unfit

P = TypeVar("P", bound=Part)

_CONFIG = ConfigDict(frozen=True, extra="allow", validate_default=False, allow_inf_nan=False)


def checked(kind: type[P], values: Raw) -> P:
    """The document from its fields.

    Raises:
        Unfit: a required field is missing, or a value does not fit its field.
    """
    try:
        return _made(kind, model(kind).model_validate(dict(values)))
    except ValidationError as error:
        raise Unfit(map(_problem, error.errors(include_url=False))) from error


def salvaged(kind: type[P], values: Raw) -> P:
    """The document from those of its fields that can be read.

    Raises:
        Unfit: a required field is missing or unreadable.
    """
    try:
        return checked(kind, values)
    except Unfit as error:
        bad = {problem.path[0] for problem in error.problems if problem.path}
        return checked(kind, {name: value for name, value in values.items() if name not in bad})


_MODELS: dict[type[Part], type[BaseModel]] = {}


def model(kind: type[Part]) -> type[BaseModel]:
    """The pydantic model that checks a kind of document."""
    made = _MODELS.get(kind)
    if made is None:
        made = _MODELS[kind] = _new_model(kind)
    return made


def _new_model(kind: type[Part]) -> type[BaseModel]:
    known = shapes(kind)
    definitions: dict[str, Any] = {}
    for field in fields(kind):
        if field.name in kind.names():
            required = field.default is MISSING and field.default_factory is MISSING
            definitions[field.name] = (_type(known[field.name]), ... if required else None)
    return create_model(kind.__name__, __config__=_CONFIG, **definitions)


def _type(shape: Shape) -> Any:
    """What a field holds, as pydantic wants it to be said."""
    if shape.items is not None:
        inner: Any = GenericAlias(list, (_type(shape.items),))
    elif issubclass(shape.kind, Part):
        made = AfterValidator(partial(_made, shape.kind))
        inner = getitem(Annotated, (model(shape.kind), BeforeValidator(_as_fields), made))
    else:
        inner = shape.kind
    steps = tuple(_steps(shape.fits))
    if steps:
        inner = getitem(Annotated, (inner, *steps))
    return getitem(Optional, inner) if shape.may_be_none else inner


def _steps(fits: Fits) -> Iterator[Any]:
    limits = {
        "min_length": fits.shortest,
        "max_length": fits.longest,
        "pattern": fits.pattern,
        "ge": fits.least,
        "le": fits.most,
    }
    said: dict[str, Any] = {name: value for name, value in limits.items() if value is not None}
    # Innermost, so that what is said about a value is true of it as it was cleaned.
    if said:
        yield Field(**said)
    if fits.before is not None:
        yield BeforeValidator(fits.before)
    if fits.after is not None:
        yield AfterValidator(fits.after)


def _as_fields(value: object) -> object:
    # A part that was made before may be wrong: its constructor takes everything.
    return value.raw() if isinstance(value, Part) else value


def _made(kind: type[P], found: BaseModel) -> P:
    given: dict[str, Any] = {name: getattr(found, name) for name in found.model_fields_set & kind.names()}
    return kind(**given, unknown=found.model_extra or None)


def _problem(error: ErrorDetails) -> Problem:
    return Problem(error["loc"], error["type"], error["input"], error.get("ctx", {}), error["msg"])
