"""Every command of the key table has a test that presses its key and sees what it does."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import TypeVar

import pytest

import tests.tui
import tui.dialogs
from tests.tui.marks import AHEAD, PRESSED
from tui.dialogs.asking import AskingDialog
from tui.dialogs.base import Dialog, ScrollingDialog
from tui.dialogs.clash import ClashDialog
from tui.dialogs.clashes import ClashesDialog
from tui.dialogs.edit import EditDialog
from tui.dialogs.fields import FieldsDialog
from tui.dialogs.listed import FilteredDialog, ListDialog
from tui.dialogs.participation import ParticipationDialog
from tui.dialogs.person import PersonDialog
from tui.dialogs.policy import PolicyDialog
from tui.dialogs.preferences import PreferencesDialog
from tui.dialogs.refused import RefusedDialog
from tui.dialogs.responsibility import ResponsibilityDialog
from tui.dialogs.who import WhoDialog
from tui.dialogs.writing import WritingDialog
from tui.keys import CONTEXTS, Command

R = TypeVar("R")

BASES = (AskingDialog, FieldsDialog, FilteredDialog, ListDialog, ScrollingDialog, WritingDialog)
"""What dialogs are made of, and nobody opens."""


def _own(dialog: type[ScrollingDialog[R]]) -> tuple[Command, ...]:
    """What only this dialog has; how it is scrolled is the same in all of them."""
    return tuple(command for command in dialog.KEYS if command not in ScrollingDialog.KEYS)


GROUPS = {
    **CONTEXTS,
    "scrolling": ScrollingDialog.KEYS,
    "preferences": PreferencesDialog.KEYS,
    "who": _own(WhoDialog),
    "policy": _own(PolicyDialog),
    "participation": _own(ParticipationDialog),
    "person": _own(PersonDialog),
    "clash": _own(ClashDialog),
    "clashes": ClashesDialog.KEYS,
    "edit": tuple(command for command in EditDialog.KEYS if command not in FieldsDialog.KEYS),
    "refused": _own(RefusedDialog),
    "responsibility": _own(ResponsibilityDialog),
}
"""Those of the table, and those of dialogs with a few keys of their own."""
EVERY = [f"{group}.{command.name}" for group, commands in GROUPS.items() for command in commands]


@pytest.fixture(scope="module", autouse=True)
def _all_marked() -> None:
    """Marks are made when a file of tests is read; here also those that are not run this time."""
    for module in pkgutil.walk_packages(tests.tui.__path__, "tests.tui."):
        if module.name.rpartition(".")[2].startswith("test_"):
            importlib.import_module(module.name)


def dialogs(kind: type) -> Iterator[str]:
    """The names of all dialogs that there are."""
    for dialog in kind.__subclasses__():
        if dialog.__module__.startswith("tui.") and dialog not in BASES:
            yield dialog.__name__
        yield from dialogs(dialog)


@pytest.mark.parametrize("command", EVERY)
def test_every_command_has_a_test_with_its_key(command: str) -> None:
    """Some test is marked with `@presses` for it."""
    assert command in PRESSED, f"no test presses the key of {command}; mark one with @presses({command!r})"


def test_no_mark_is_for_a_command_that_is_gone() -> None:
    """What tests are marked with is in the table, word for word."""
    assert sorted(set(PRESSED) - set(EVERY)) == []


def test_every_dialog_has_a_test_that_types_ahead() -> None:
    """Some test opens it, acts, closes it and goes on in one packet, and is marked with `@ahead`."""
    for module in pkgutil.walk_packages(tui.dialogs.__path__, "tui.dialogs."):
        importlib.import_module(module.name)
    every = set(dialogs(Dialog))

    assert len(every) > 10
    assert sorted(every - set(AHEAD)) == []
