"""Readings of KPIs from files, as shops export them."""

from __future__ import annotations

from store.exchange.readings.plan import Answers, Plan, Planned, State, Understood, Unread
from store.exchange.readings.reading import understand

__all__ = ["Answers", "Plan", "Planned", "State", "Understood", "Unread", "understand"]
