"""Textual parses its style sheets anew for each app; here each is parsed once for all tests of a process."""

from __future__ import annotations

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parse = Stylesheet._parse_rules
_known: dict[tuple[Any, ...], list[RuleSet]] = {}
"""What was parsed, by the text, by where it stands, and by the variables."""


def parse_once() -> None:
    """Keep what is parsed from now on. Rules are never changed once they are read, only looked up."""
    setattr(Stylesheet, _parse.__name__, _parse_rules)


def _parse_rules(sheet: Stylesheet, css: str, *args: Any, **more: Any) -> list[RuleSet]:
    key = (frozenset(sheet._variables.items()), css, args, *sorted(more.items()))
    if key not in _known:
        _known[key] = _parse(sheet, css, *args, **more)
    return _known[key]
