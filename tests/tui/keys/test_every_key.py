"""Every command of the key table has a test that presses its key and sees what it does."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import tests.tui
from tests.tui.shown import SHOWN
from tui.dialogs.clash import ClashDialog
from tui.dialogs.policy import PolicyDialog
from tui.dialogs.preferences import PreferencesDialog
from tui.dialogs.who import WhoDialog
from tui.keys import CONTEXTS

GROUPS = {
    **CONTEXTS,
    "preferences": PreferencesDialog.KEYS,
    "who": WhoDialog.KEYS,
    "policy": PolicyDialog.KEYS,
    "clash": ClashDialog.KEYS,
}
"""Those of the table, and those of dialogs with a few keys of their own."""
EVERY = [f"{group}.{command.name}" for group, commands in GROUPS.items() for command in commands]


@pytest.fixture(scope="module", autouse=True)
def _all_marked() -> None:
    """Marks are made when a file of tests is read; here also those that are not run this time."""
    for module in pkgutil.walk_packages(tests.tui.__path__, "tests.tui."):
        if module.name.rpartition(".")[2].startswith("test_"):
            importlib.import_module(module.name)


@pytest.mark.parametrize("command", EVERY)
def test_every_command_has_a_test_with_its_key(command: str) -> None:
    """Some test is marked with `@shows` for it."""
    assert command in SHOWN, f"no test shows what {command} does; mark one with @shows({command!r})"


def test_no_mark_is_for_a_command_that_is_gone() -> None:
    """What tests are marked with is in the table, word for word."""
    assert sorted(set(SHOWN) - set(EVERY)) == []
