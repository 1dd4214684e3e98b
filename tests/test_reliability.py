"""The table of what may go wrong names tests that there are."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs/reliability.md").read_text(encoding="utf-8"))


def test_every_row_names_a_test() -> None:
    """A fault without one would be a claim."""
    text = (ROOT / "docs/reliability.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| fault |")]
    faults = [row for row in rows if row.count(" | ") == 3]

    assert len(faults) >= 30
    assert all("::test_" in row for row in faults)


@pytest.mark.parametrize(("file", "name"), sorted(set(NAMED)))
def test_what_is_named_is_there(file: str, name: str) -> None:
    """Word for word."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))

    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
