"""What every document has in common."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from store.text import clean, clean_line

Fields = dict[str, Any]
"""Fields that are being put together: the mutable form of `Raw`."""
Raw = Mapping[str, Any]
"""A document as TinyDB keeps it: JSON values by field name, without its number. Never changed in place."""


def is_empty(value: object) -> bool:
    """Whether a field with this value is left out of the file: `None`, no text, no items."""
    return value is None or value == "" or value == [] or value == {}


def _utc(moment: datetime) -> datetime:
    # A time without a zone can only come from foreign hands; UTC is the one reading that all hosts share.
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _unique(values: list[str]) -> list[str]:
    return list(dict.fromkeys(v for v in values if v))


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"“{name}” is not a time zone; write it like Europe/Berlin") from error
    return name


def _strings(value: object) -> object:
    # Not only lists: pydantic takes a tuple or a set for a list too, and none may pass uncleaned.
    if not isinstance(value, list | tuple | set | frozenset):
        return value
    return [clean_line(v) if isinstance(v, str) else v for v in value]


def _line(value: object) -> object:
    return clean_line(value) if isinstance(value, str) else value


def _text(value: object) -> object:
    return clean(value).rstrip() if isinstance(value, str) else value


Line = Annotated[str, BeforeValidator(_line), Field(max_length=1000)]
"""One line of text from a person, without control characters; at most 1,000 characters."""
Text = Annotated[str, BeforeValidator(_text), Field(max_length=100_000)]
"""Text of any number of lines, without control characters; at most 100,000 characters."""
Words = Annotated[list[str], BeforeValidator(_strings), AfterValidator(_unique)]
"""Distinct one-line strings, in order."""
Moment = Annotated[datetime, AfterValidator(_utc)]
"""A point in time (aware, UTC)."""
ZoneName = Annotated[str, AfterValidator(_known_zone)]
"""IANA name of a time zone that this host knows."""


class Document(BaseModel):
    """A frozen document with its number. Fields that a newer version wrote are kept."""

    model_config = ConfigDict(frozen=True, extra="allow", validate_default=False)

    id: int = Field(0, exclude=True)
    """The number that people see and TinyDB's document id; negative until it is committed."""

    @classmethod
    def build(cls, id: int, raw: Raw) -> Self:
        """The document from its fields.

        A field that cannot be read takes its default, so that one bad value does not hide the rest.

        Raises:
            ValidationError: a required field is missing or unreadable.
        """
        try:
            return cls.model_validate({**raw, "id": id})
        except ValidationError as error:
            bad = {str(problem["loc"][0]) for problem in error.errors() if problem["loc"]}
            return cls.model_validate({k: v for k, v in raw.items() if k not in bad} | {"id": id})

    def raw(self) -> Fields:
        """The fields as JSON values; empty ones are left out."""
        return {k: v for k, v in self.model_dump(mode="json").items() if not is_empty(v)}
