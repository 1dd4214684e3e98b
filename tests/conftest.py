"""What all tests share."""

from __future__ import annotations

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
