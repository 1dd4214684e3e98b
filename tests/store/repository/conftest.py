"""The shop team in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.repository.clock import Place, placed


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """The shop team, published, with nobody running."""
    return placed(tmp_path)
