"""An empty room."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.presence.room import Room


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """A history in which nobody has been yet."""
    return Room(tmp_path)
