"""The names of the files: a sign of life that is seen in a listing, without a file being opened.

`<client>.<version>.<beat>`: another version means that the file says something else, another beat that its
program still runs. A network drive shows others a new name at once, but a file that was replaced under its
old name up to a minute late; and no clock is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NAME = re.compile(r"([0-9a-z]{4,32})\.([0-9]{1,9})\.([0-9]{1,9})")


@dataclass(frozen=True, slots=True, order=True)
class Sign:
    """A name, taken apart. Of two of one program the larger is the newer."""

    client: str
    version: int = 0
    beat: int = 0

    @classmethod
    def read(cls, name: str) -> Sign | None:
        """The sign of a file's name; `None` when it is none of ours."""
        found = _NAME.fullmatch(name)
        return cls(found[1], int(found[2]), int(found[3])) if found else None

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.client}.{self.version}.{self.beat}"

    @property
    def alive(self) -> Sign:
        """The next sign of life."""
        return Sign(self.client, self.version, self.beat + 1)


def signs(names: Iterable[str]) -> list[Sign]:
    """The signs among names, oldest first for each program."""
    return sorted(sign for name in names if (sign := Sign.read(name)) is not None)
