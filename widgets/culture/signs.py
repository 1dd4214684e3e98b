"""The signs of thanks, values, answers and days, in Unicode and in plain ASCII."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.models import COLOURS
from widgets.signs import ASCII, Signs


@dataclass(frozen=True)
class CultureSigns:
    """One set of signs; each is one cell wide."""

    thanks: str
    """Stands before thanks."""
    mine: str
    """The same where the person herself is thanked."""
    to: str
    """Between who thanks and who is thanked."""
    point: str
    """Before each of several sentences."""
    full: str
    """A cell of a bar."""
    empty: str
    """The rest of a bar."""
    up: str
    down: str
    same: str
    values: Mapping[str, str]
    """Colour name to the sign of a value that has this colour."""


_UNICODE = CultureSigns(
    thanks="♡",
    mine="♥",
    to="→",
    point="•",
    full="█",
    empty="·",
    up="▴",
    down="▾",
    same="=",
    values=dict(zip(COLOURS, "■●▲◆★▼◀○", strict=True)),
)

_ASCII = CultureSigns(
    thanks="-",
    mine="*",
    to=">",
    point="-",
    full="#",
    empty=".",
    up="^",
    down="v",
    same="=",
    values=dict(zip(COLOURS, "#o^+*v<.", strict=True)),
)


def culture_signs(signs: Signs) -> CultureSigns:
    """The set that goes with a set of the board's signs."""
    return _ASCII if signs is ASCII else _UNICODE


def colour_of(number: int) -> str:
    """The colour of a value, by its number; a sign and its name always stand with it."""
    return COLOURS[number % len(COLOURS)]
