"""What all tests share."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Derandomized: a test that fails does so for everybody, and a run that passes will pass again.
settings.register_profile(
    "tagwerk",
    deadline=None,
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tagwerk")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Takes pytest's own links off a drive of the lab: it would read them, which sshfs does not allow."""
    if "TAGWERK_LAB" in os.environ and (folder := session.config.option.basetemp):
        for path in Path(folder).iterdir():
            if path.is_symlink():
                path.unlink()


# Looking for garbage costs a tenth of the time, and a process of tests ends before it needs the room.
gc.set_threshold(100_000, 20, 100)


def pytest_collection_finish() -> None:
    """What is there before the first test stays: there is no garbage to look for in it."""
    gc.collect()
    gc.freeze()
