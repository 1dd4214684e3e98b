"""Amounts of money and hours for reading."""

from __future__ import annotations

from store.team import Team


def amount(team: Team, money: float) -> str:
    """`1,250 EUR`; cents only where there are some."""
    return f"{figure(money)} {team.settings.currency}".rstrip()


def figure(money: float) -> str:
    """The same without the currency."""
    return f"{money:,.0f}" if abs(money - round(money)) < 0.005 else f"{money:,.2f}"
