"""The demo: an online shop for outdoor gear, four weeks into its work with Tagwerk."""

from __future__ import annotations

from store.demo.building import Demo, demo_team
from store.demo.shop import VIEWER as DEMO_VIEWER

__all__ = ["DEMO_VIEWER", "Demo", "demo_team"]
