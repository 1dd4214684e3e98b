"""A person's own keys: which may be given to which command, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.errors import Refused
from tui.keys import CONTEXTS, Command, shown

Keys = tuple[str, ...]
Wanted = Mapping[str, Keys]
"""Names like `board.move_right` to keys; without any key a command stands in the palette only."""

_NAMED = {
    *("enter", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"),
    *("left", "right", "up", "down"),
    *(f"f{number}" for number in range(1, 25)),
}
_WITH_CTRL = {*"abcdefghijklmnopqrstuvwxyz", "left", "right", "up", "down", "home", "end", "delete"}
_WITH_CTRL |= {"pageup", "pagedown"}
_WITH_SHIFT = {"tab", "left", "right", "up", "down", "home", "end", "delete", "pageup", "pagedown"}
_WITH_SHIFT |= {f"f{number}" for number in range(1, 13)}
_TAKEN = {f"ctrl+{letter}" for letter in "abhijmqsz"}
"""What a terminal, screen or tmux keeps for itself, or what is enter, tab or backspace there."""
_WRITTEN = {"space": " ", "esc": "escape", "page up": "pageup", "page down": "pagedown", "page_up": "pageup"}
_WRITTEN |= {"page_down": "pagedown", "return": "enter", "del": "delete", "ins": "insert", "comma": ","}
_ARROWS = str.maketrans({"←": "left", "→": "right", "↑": "up", "↓": "down"})
_FIXED = ("help", "quit")
_WRITING = ("form", "line")
"""Contexts in which letters are written."""


def named(name: str) -> Command:
    """The command that is called so: `board.move_right`.

    Raises:
        Refused: there is none.
    """
    context, _, short = name.partition(".")
    for command in CONTEXTS.get(context, ()):
        if command.name == short:
            return command
    raise Refused(f"There is no command “{name}”; names are like board.move_right, card.tick or form.save.")


def all_names() -> Iterator[tuple[str, Command]]:
    """Every command with the name under which it can have keys of a person's own."""
    for context, commands in CONTEXTS.items():
        for command in commands:
            yield f"{context}.{command.name}", command


def is_fixed(name: str) -> bool:
    """Whether its keys stay as they are: help and the ways out are always where people look for them."""
    context, _, _ = name.partition(".")
    command = named(name)
    return context == "line" or command.name in _FIXED or "escape" in command.usual_keys


def key_as_typed(word: str) -> str:
    """A key as the table names it, from how people write it: `L`, `f3`, `space`, `ctrl+t`.

    Raises:
        Refused: it is no key, or one that never arrives.
    """
    if len(word) == 1 and word.isprintable() and word not in "←→↑↓":
        return word
    modifiers, _, last = word.strip().lower().translate(_ARROWS).rpartition("+")
    key = f"{modifiers}+{last}" if modifiers else _WRITTEN.get(last, last)
    if key in _TAKEN:
        raise Refused(f"{shown(key)} is kept by terminals for themselves; another key will do.")
    if key.startswith("alt+"):
        raise Refused("Keys with alt do not arrive in every terminal; another key will do.")
    fits = {"": {*_NAMED, " ", ",", "escape"}, "ctrl": _WITH_CTRL, "shift": _WITH_SHIFT}.get(modifiers, ())
    if (last if modifiers else key) not in fits:
        raise Refused(f"“{word}” is no key; write one like L, f3, space, ctrl+t or shift+left.")
    return key


def keys_as_typed(text: str) -> Keys:
    """Several keys, with blanks between them.

    Raises:
        Refused: one of them is no key.
    """
    return tuple(dict.fromkeys(key_as_typed(word) for word in text.split()))


def check(name: str, keys: Keys, wanted: Wanted) -> None:
    """See whether a command can have these keys beside what else is wanted.

    Raises:
        Refused: there is no such command, its keys are fixed, or another command has one of them.
    """
    command = named(name)
    if is_fixed(name):
        raise Refused(f"The keys of “{command.label}” stay as they are, so that it is always found.")
    context = name.partition(".")[0]
    for key in keys:
        if key_as_typed(key) in ("escape", "ctrl+c"):
            raise Refused(f"{shown(key)} always leads back or out; another key will do.")
        if context in _WRITING and len(key) == 1:
            raise Refused(f"In forms, {shown(key)} is written; take a function key or one with ctrl.")
        owner = _owner(context, key, name, wanted)
        if owner is not None:
            raise Refused(f"{shown(key)} is “{owner.label}” already; give that another key first.")


def sound(wanted: Wanted) -> tuple[dict[str, Keys], list[str]]:
    """What of a person's own keys holds, and a sentence for each entry that is left out."""
    good: dict[str, Keys] = {}
    sentences: list[str] = []
    # Conflicts are looked for among all of them at the end: two commands may have changed places.
    alone = {other: () for other, _ in all_names()}
    for name, keys in sorted(wanted.items()):
        try:
            check(name, keys, alone)
        except Refused as error:
            sentences.append(f"Your keys for {name} are left out: {error}")
        else:
            good[name] = tuple(key_as_typed(key) for key in keys)
    while (clash := next(_clashes(good), None)) is not None:
        name, refusal = clash
        del good[name]
        sentences.append(f"Your keys for {name} are left out: {refusal}")
    return good, sentences


def by_command(good: Wanted) -> dict[Command, Keys]:
    """What `tui.keys.rebind` takes."""
    return {named(name): keys for name, keys in good.items()}


def _clashes(wanted: Wanted) -> Iterator[tuple[str, Refused]]:
    for name, keys in sorted(wanted.items(), reverse=True):
        try:
            check(name, keys, wanted)
        except Refused as error:
            yield name, error


def _owner(context: str, key: str, name: str, wanted: Wanted) -> Command | None:
    """Which other command of the context has a key, once what is wanted holds."""
    for command in CONTEXTS[context]:
        other = f"{context}.{command.name}"
        has = command.usual_keys if is_fixed(other) else wanted.get(other, command.usual_keys)
        if other != name and key in has:
            return command
    return None
