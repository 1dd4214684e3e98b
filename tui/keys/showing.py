"""Keys as people read them: in sentences, footer, help screen and handbook."""

from __future__ import annotations

from tui.keys.command import Command
from tui.keys.tables import GROUPS

_SHOWN = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    " ": "space",
    "escape": "esc",
    "pageup": "page up",
    "pagedown": "page down",
}


def shown(key: str) -> str:
    """A key as people read it."""
    modifiers, _, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    return "+".join(part for part in (modifiers, _SHOWN.get(last, last)) if part)


def keys_of(command: Command, *, usual: bool = False) -> list[str]:
    """All keys of a command as people read them, with the one that has to be pressed before.

    With `usual` those that it has for everybody who has given it no others.
    """
    first = command.after
    before = (first.usual_keys if usual else first.keys) if first is not None else ()
    keys = command.usual_keys if usual else command.keys
    return [" ".join(shown(k) for k in (*before[:1], key)) for key in keys]


def key_for(commands: tuple[Command, ...], name: str) -> str:
    """The key of a command for a sentence, as people read it; where it has none, where else it is."""
    keys = next(command.keys for command in commands if command.name == name)
    return shown(keys[0]) if keys else "the palette"


def footer(commands: tuple[Command, ...]) -> list[tuple[str, str]]:
    """Key and label of the commands that the footer shows."""
    return [
        (shown(command.keys[0]), command.label) for command in commands if command.footer and command.keys
    ]


def essential(commands: tuple[Command, ...]) -> frozenset[str]:
    """Keys that the footer shows also where there is little room."""
    return frozenset(shown(command.keys[0]) for command in commands if command.essential and command.keys)


def as_markdown() -> str:
    """The table for `docs/keys.md`."""
    lines: list[str] = []
    for title, commands in GROUPS:
        lines += [f"**{title}**", "", "| key | what it does |", "|---|---|"]
        lines += [f"| {_keys(command)} | {command.help} |" for command in commands]
        lines.append("")
    return "\n".join(lines)


def _keys(command: Command) -> str:
    return " ".join(f"`{key}`" for key in keys_of(command, usual=True)) or "in the palette"
