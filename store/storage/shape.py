"""From what TinyDB hands to a storage to the log's tables, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import orjson

from store.errors import Refused
from store.log.record import to_json
from store.log.state import META_TABLE
from store.models import Raw
from store.team import Team

Data = dict[str, Any]
"""As TinyDB knows it: table to document number, as text, to document; or any other dictionary."""
Tables = dict[str, dict[int, Raw]]

_VALUES = "_values"
"""The table that keeps what is not a table: a storage of TinyDB takes any dictionary."""
_DIGITS = 20
"""No number that the log can keep has more."""


def data_of(team: Team) -> Data:
    """Everything, as copies that may be changed in place."""
    tables = {name: documents for name, documents in team.tables.items() if documents}
    data: Data = orjson.loads(orjson.dumps(tables, option=orjson.OPT_NON_STR_KEYS))
    for _, value in sorted(data.pop(_VALUES, {}).items(), key=lambda entry: int(entry[0])):
        if value["name"] not in tables:
            data[value["name"]] = value["value"]
    return data


def tables_of(data: Mapping[str, Any], base: Mapping[str, Mapping[int, Raw]]) -> Tables:
    """What was written, as JSON values; what is as in `base` is not copied.

    Raises:
        TypeError, ValueError: a value cannot be kept as JSON.
        Refused: a table has a name that Tagwerk needs itself.
    """
    tables: Tables = {}
    values: dict[int, Raw] = {}
    known = {value["name"]: id for id, value in base.get(_VALUES, {}).items()}
    following = max(known.values(), default=0)
    for name, value in data.items():
        if name in (_VALUES, META_TABLE):
            raise Refused(f"“{name}” is the name of a table that Tagwerk needs itself; choose another.")
        if _is_table(value):
            old = base.get(name, {})
            tables[name] = {int(id): _plain(document, old.get(int(id))) for id, document in value.items()}
            continue
        id = known.get(name)
        if id is None:
            id = following = following + 1
        values[id] = _plain({"name": name, "value": value}, base.get(_VALUES, {}).get(id))
    return {**tables, _VALUES: values} if values else tables


def _is_table(value: object) -> bool:
    """Whether a value is a TinyDB table with documents in it."""
    return (
        isinstance(value, Mapping)
        and bool(value)
        and all(_is_id(str(id)) for id in value)
        and all(isinstance(document, Mapping) for document in value.values())
    )


def _is_id(text: str) -> bool:
    # `int` fails at thousands of digits.
    return text.isdecimal() and len(text) <= _DIGITS and str(int(text)) == text and int(text) > 0


def _plain(document: Mapping[str, Any], old: Raw | None) -> Raw:
    # The log's own way of writing first: it refuses numbers that the log cannot keep.
    content = to_json(dict(document))
    if old is not None and content == to_json(old):
        return old
    plain: Raw = json.loads(json.dumps(dict(document), allow_nan=False))
    return plain
