"""`tagwerk config`: a person's own settings, which hold for every team."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from store.errors import Refused, StorageError
from tui.commands.answer import Json, Said
from tui.commands.call import Call
from tui.commands.grid import aligned
from tui.keymap import check, keys_as_typed, named, sound
from tui.keys import shown
from tui.preferences import Preferences, own_file
from tui.preferences.reading import read_own
from tui.preferences.settings import SETTINGS, setting

_KEYS = "keys."
_LATER = "An app that is open takes it at its next start."


def everything(call: Call) -> Settings:
    """Every setting and every key that is not the usual one.

    Raises:
        StorageError: the file cannot be read.
    """
    file = own_file(call.world.environ)
    return Settings(_read(call), str(file.path))


def get(call: Call, *, name: str) -> Said:
    """One setting.

    Raises:
        Refused: there is none of that name.
        StorageError: the file cannot be read.
    """
    own = _read(call)
    if name.startswith(_KEYS):
        command = name.removeprefix(_KEYS)
        keys = own.keys.get(command, named(command).usual_keys)
        return Said((_written(keys),), {"name": name, "value": list(keys)})
    value = setting(name).value(own)
    return Said((value,), {"name": name, "value": value})


def put(call: Call, *, name: str, value: list[str]) -> Said:
    """Change one setting; apps that run take it at their next start.

    Raises:
        Refused: there is none of that name, or the value does not fit.
        StorageError: the file cannot be written.
    """
    file, own, typed = own_file(call.world.environ), _read(call), " ".join(value)
    if name.startswith(_KEYS):
        command, keys = name.removeprefix(_KEYS), keys_as_typed(typed)
        if not keys:
            raise Refused(f"No key was given; “tagwerk config reset {name}” brings the usual ones back.")
        check(command, keys, sound(own.keys)[0])
        file.merge({("keys", command): list(keys)})
        return Said((f"{name} is {_written(keys)} now.", _LATER), {"name": name, "value": list(keys)})
    known = setting(name)
    changed = own.changed(**known.read(typed))
    file.merge({(name,): getattr(changed, name)})
    chosen = known.value(changed)
    sentence = f"{name} is {chosen} now: {known.meaning(chosen)}."
    return Said((sentence, _LATER), {"name": name, "value": chosen})


def reset(call: Call, *, name: str) -> Said:
    """Take the usual value, or a command's usual keys; `keys` stands for all of them.

    Raises:
        Refused: there is none of that name, or another command has one of its usual keys now.
        StorageError: the file cannot be written.
    """
    file = own_file(call.world.environ)
    if name == "keys":
        file.merge({("keys",): None})
        return Said(("Every command has its usual keys again.", _LATER), {"name": name, "value": None})
    if name.startswith(_KEYS):
        command = name.removeprefix(_KEYS)
        keys, own = named(command).usual_keys, _read(call).keys
        if command in own:
            check(command, keys, {other: its for other, its in sound(own)[0].items() if other != command})
            file.merge({("keys", command): None})
        return Said((f"{name} is {_written(keys)} again.", _LATER), {"name": name, "value": list(keys)})
    value = setting(name).value(Preferences())
    file.merge({(name,): None})
    return Said((f"{name} is {value} again.", _LATER), {"name": name, "value": value})


@dataclass(frozen=True)
class Settings:
    """All that is set."""

    own: Preferences
    file: str
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """A line for each setting, and one for each command with own keys."""
        rows = [[s.name, s.value(self.own), s.meaning(s.value(self.own))] for s in SETTINGS]
        rows += [[_KEYS + name, _written(keys), ""] for name, keys in sorted(self.own.keys.items())]
        return [
            *aligned(rows, width, (0, 0, 12)),
            f"They are kept in {self.file}; an app that is open takes them at its next start.",
        ]

    def document(self) -> Json:
        """By name; of the keys only a person's own."""
        settings = {known.name: known.value(self.own) for known in SETTINGS}
        return {
            "file": self.file,
            "settings": settings,
            "keys": {name: list(keys) for name, keys in sorted(self.own.keys.items())},
        }


def _read(call: Call) -> Preferences:
    try:
        raw = own_file(call.world.environ).read()
    except StorageError as error:
        raise StorageError(f"{error}; mend it or put it elsewhere.") from error
    own, sentences = read_own(raw)
    for sentence in [*sentences, *sound(own.keys)[1]]:
        call.tell(sentence)
    return own


def _written(keys: Iterable[str]) -> str:
    return " ".join(shown(key) for key in keys) or "(none)"
