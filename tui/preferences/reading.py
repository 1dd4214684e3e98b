"""From what stands in a file to preferences; whatever is wrong in it costs only itself."""

from __future__ import annotations

from collections.abc import Mapping

from store.errors import Refused
from store.text import whole_number
from tui.preferences.model import Preferences, Raw, Wishes
from tui.preferences.settings import SETTINGS, Setting


def read_own(raw: Raw) -> tuple[Preferences, list[str]]:
    """The settings that hold everywhere, and a sentence for each value that is left out."""
    found, sentences = Preferences(), []
    for setting in SETTINGS:
        if setting.name in raw:
            try:
                found = found.changed(**_read(setting, raw[setting.name]))
            except Refused as error:
                sentences.append(f"Your setting {setting.name} is left out: {error}")
    keys: dict[str, tuple[str, ...]] = {}
    given = raw.get("keys", {})
    for name, words in given.items() if isinstance(given, Mapping) else ():
        if isinstance(name, str) and isinstance(words, list) and all(isinstance(word, str) for word in words):
            keys[name] = tuple(words)
        else:
            sentences.append(f'Your keys for {name} are left out: they are a list, like ["L", "f3"].')
    return found.changed(keys=keys), sentences


def read_team(own: Preferences, raw: Raw) -> Preferences:
    """The same with how this team's board was left; what does not fit is taken for not there."""
    folded, last_filter, seen = raw.get("folded"), raw.get("last_filter"), raw.get("seen")
    if isinstance(folded, list):
        own = own.changed(folded=tuple(lane for lane in folded if isinstance(lane, str)))
    if isinstance(last_filter, str):
        own = own.changed(last_filter=last_filter)
    if isinstance(seen, Mapping | list):
        numbers = (whole_number(str(number)) for number in seen)
        own = own.changed(seen=tuple(sorted(number for number in numbers if number is not None)))
    looked = raw.get("looked")
    if isinstance(looked, int) and looked > 0:
        own = own.changed(looked=looked)
    return own.changed(ticked=_ticked(raw.get("ticked")), drafts=_drafts(raw.get("drafts")))


def _read(setting: Setting, value: object) -> Wishes:
    if isinstance(value, bool):
        value = "on" if value else "off"
    return setting.read(value if isinstance(value, str) else str(value))


def _ticked(value: object) -> dict[str, int]:
    """What was seen in the inbox; only things with a number, to a number, are taken."""
    things = value.items() if isinstance(value, Mapping) else ()
    return {
        str(name): up_to
        for name, up_to in things
        if isinstance(up_to, int) and whole_number(str(name).partition("/")[2]) is not None
    }


def _drafts(value: object) -> dict[str, dict[str, str]]:
    """What was written in forms; only texts are taken."""
    forms = value.items() if isinstance(value, Mapping) else ()
    found = {
        str(name): {str(field): text for field, text in fields.items() if isinstance(text, str)}
        for name, fields in forms
        if isinstance(fields, Mapping)
    }
    return {name: fields for name, fields in found.items() if fields}
