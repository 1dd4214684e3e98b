"""JSON from foreign hands: what is wrong with it is said with its line and column."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NoReturn

from store.errors import Refused
from store.exchange.reading import place


def parse_json(text: str) -> object:
    """The value that the text stands for.

    Raises:
        Refused: it is not JSON, or nested too deep.
    """
    try:
        value: object = json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        where = f"Line {error.lineno:,}, column {error.colno:,}"
        raise Refused(f"{where}: this is not complete JSON ({error.msg}). Nothing was imported.") from error
    except RecursionError as error:
        raise Refused("The file is nested too deep to be a board. Nothing was imported.") from error
    except ValueError as error:
        raise Refused(f"The file holds a number that cannot be: {error}. Nothing was imported.") from error
    return value


def locate(text: str, path: Sequence[str | int]) -> str:
    """Line and column of the value at a path of keys and indexes, in JSON that can be parsed."""
    offset = _skip_blanks(text, 0)
    for step in path:
        inner = _find(text, offset, step)
        if inner is None:
            break
        offset = inner
    return place(text, offset)


def _find(text: str, offset: int, step: str | int) -> int | None:
    """Where a member of the object or list at `offset` begins; `None` when there is no such member."""
    decoder = json.JSONDecoder()
    is_object = text[offset] == "{"
    if text[offset] not in "{[":
        return None
    at, index = _skip_blanks(text, offset + 1), 0
    while text[at] not in "}]":
        key: object = index
        if is_object:
            key, at = decoder.raw_decode(text, at)
            at = _skip_blanks(text, _skip_blanks(text, at) + 1)
        if key == step:
            return at
        _, at = decoder.raw_decode(text, at)
        at = _skip_blanks(text, at)
        if text[at] == ",":
            at = _skip_blanks(text, at + 1)
        index += 1
    return None


def _skip_blanks(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in " \t\n\r":
        offset += 1
    return offset


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
