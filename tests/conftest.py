"""What all tests share."""

from __future__ import annotations

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
