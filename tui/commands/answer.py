"""What a verb answers: lines for a person, or a document for a program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

Json = Mapping[str, object]
"""A JSON object."""


class Answer(Protocol):
    """Computed only as far as it is wanted."""

    @property
    def status(self) -> int:
        """The exit status."""

    def lines(self, width: int | None) -> Iterable[str]:
        """For a person, not wider than `width` cells; `None`: as wide as it gets."""

    def document(self) -> Json:
        """For `--json`."""


@dataclass(frozen=True)
class Said:
    """A few sentences, and the same as a document."""

    sentences: tuple[str, ...]
    content: Json = field(default_factory=dict)
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """The sentences, one per line."""
        return self.sentences

    def document(self) -> Json:
        """What they say."""
        return self.content
