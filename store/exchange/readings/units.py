"""Percent and currencies, by the signs and codes that stand beside numbers."""

from __future__ import annotations

import re

_SIGNS = {
    "%": "%",
    "€": "EUR",
    "US$": "USD",
    "C$": "CAD",
    "A$": "AUD",
    "$": "$",
    "£": "GBP",
    "¥": "¥",
    "₺": "TRY",
    "₹": "INR",
    "₴": "UAH",
    "zł": "PLN",
    "Kč": "CZK",
    "Ft": "HUF",
    "lei": "RON",
    "kr.": "kr",
    "kr": "kr",
    "Fr.": "CHF",
    "SFr.": "CHF",
    "Euro": "EUR",
}
_CODES = frozenset(
    {"EUR", "USD", "GBP", "CHF", "PLN", "CZK", "HUF", "RON", "BGN", "SEK", "NOK", "DKK", "ISK", "TRY", "UAH"}
    | {"CAD", "AUD", "NZD", "JPY", "CNY", "HKD", "SGD", "INR", "BRL", "MXN", "ZAR", "AED", "ILS", "KRW"}
)
_SAME = {"$": {"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN"}, "¥": {"JPY", "CNY"}}
_SAME["kr"] = {"SEK", "NOK", "DKK", "ISK"}
_BY_NAME = {name.casefold(): code for name, code in _SIGNS.items()} | {c.casefold(): c for c in _CODES}


def code_of(text: str) -> str:
    """The code of a sign, a code or a name; anything else as it is."""
    return _BY_NAME.get(text.strip().casefold(), text)


def is_known(text: str) -> bool:
    """Whether it is percent or a currency."""
    return text.strip().casefold() in _BY_NAME


def fit(sign: str, unit: str) -> bool:
    """Whether a number with this sign can be one of a figure in this unit."""
    if not sign or not unit:
        return True
    mine = code_of(unit)
    return sign == mine or mine in _SAME.get(sign, ()) or sign in _SAME.get(mine, ())


def sign_pattern() -> str:
    """What can stand before or behind a number, longest first."""
    names = sorted([*_SIGNS, *_CODES], key=len, reverse=True)
    return rf"\s*(?:{'|'.join(map(re.escape, names))})\s*"
