"""The folder of a team of twelve."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.culture.circle import Shared, team


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Shared]:
    """The team's folder."""
    made = Shared(tmp_path, team())
    yield made
    made.close()
