"""A person's own settings, and the keys."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from store.errors import Refused
from tui.dialogs.base import Dialog, ScrollingDialog
from tui.keymap import all_names, check, is_fixed, sound
from tui.keys import CONTEXTS, GROUPS, Command, essential, footer, name_of, shown
from tui.preferences import Preferences
from tui.preferences.settings import SETTINGS, Setting
from tui.terminal import known_signs
from tui.themes import theme_sentence, wants_no_colour
from tui.workplace import Workplace
from widgets.keys_line import KeysLine
from widgets.rows_list import ListRow, RowsList


@dataclass(frozen=True)
class _Keys:
    """A command whose keys can be chosen."""

    name: str
    command: Command


_TITLES = {id(commands): title for title, commands in GROUPS}
_Entry = Setting | _Keys | str
"""What a row stands for; a text is a heading."""


def _entries() -> tuple[_Entry, ...]:
    entries: list[_Entry] = ["Settings", *SETTINGS]
    heading = ""
    for name, command in all_names():
        context = name.partition(".")[0]
        title = f"Keys: {_TITLES.get(id(CONTEXTS[context]), context).lower()}"
        if title != heading:
            heading = title
            entries.append(title)
        entries.append(_Keys(name, command))
    return tuple(entries)


class PreferencesDialog(Dialog[None]):
    """Every setting holds as soon as it is changed, so the theme is seen behind the list."""

    DEFAULT_CSS = """
    PreferencesDialog { align: center middle; }
    PreferencesDialog > Vertical {
        width: 76; max-width: 100%; height: 90%; min-height: 12; max-height: 100%;
        border: round $primary; background: $surface;
    }
    PreferencesDialog Static { height: 2; padding: 0 1; color: $foreground; }
    PreferencesDialog KeysLine { background: $surface; }
    """
    KEYS = (
        *ScrollingDialog.KEYS,
        Command("next", ("enter", " ", "l", "right"), "change", "Take the next value, or another key"),
        Command("previous", ("left", "h"), "value before", "Take the value before"),
        Command("one_more", ("a",), "one more key", "Add a key"),
        Command("reset", ("r", "delete", "backspace"), "as usual", "Take the usual value or keys"),
        Command("reset_all", ("R",), "all keys as usual", "Give every command its usual keys"),
        Command("close", ("q", "escape", ","), "back", "Back; everything is kept"),
    )
    AUTO_FOCUS = ""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._workplace = place
        self._signs = known_signs()
        self._entries = _entries()
        self._list = RowsList(self._rows(), signs=self._signs)
        self._hint = Static("")
        self._keys = KeysLine()
        self._adds: bool | None = None
        """While a key is waited for: whether it is one more; `None`: none is waited for."""

    def compose(self) -> ComposeResult:
        """The list, a sentence on what is under the cursor, and the keys."""
        with Vertical() as box:
            box.border_title = "Your settings"
            yield self._list
            yield self._hint
            yield self._keys

    def on_mount(self) -> None:
        """Explain the first setting."""
        self._explain()
        super().on_mount()

    def take_key(self, event: events.Key) -> bool:
        """A command, or the key that a command shall have."""
        if self._adds is None:
            return super().take_key(event)
        self._take_new_key(name_of(event))
        return True

    def do_up(self) -> None:
        self._list.move(-1)
        self._explain()

    def do_down(self) -> None:
        self._list.move(1)
        self._explain()

    def do_page_up(self) -> None:
        self._list.page(-1)
        self._explain()

    def do_page_down(self) -> None:
        self._list.page(1)
        self._explain()

    def do_next(self) -> None:
        self._change(1)

    def do_previous(self) -> None:
        self._change(-1)

    def do_one_more(self) -> None:
        if isinstance(self._entry, _Keys):
            self._listen(adds=True)

    def do_reset(self) -> None:
        entry, own = self._entry, self._workplace.preferences
        if isinstance(entry, Setting):
            self._workplace.prefer(**entry.wish(entry.value(Preferences())))
        elif isinstance(entry, _Keys):
            # The usual keys may be another command's by now.
            without = {name: keys for name, keys in sound(own.keys)[0].items() if name != entry.name}
            try:
                if entry.name in own.keys:
                    check(entry.name, entry.command.usual_keys, without)
            except Refused as error:
                self._say(str(error))
                return
            self._workplace.prefer(keys={n: keys for n, keys in own.keys.items() if n != entry.name})
        self._refresh()

    def do_reset_all(self) -> None:
        self._workplace.prefer(keys={})
        self._refresh()
        self._say("Every command has its usual keys again.")

    def do_close(self) -> None:
        self.dismiss()

    # --- what is under the cursor ------------------------------------------------------------------------

    @property
    def _entry(self) -> _Entry:
        return self._entries[self._list.cursor]

    def _change(self, step: int) -> None:
        entry = self._entry
        if isinstance(entry, _Keys):
            if step > 0:
                self._listen(adds=False)
        elif isinstance(entry, Setting):
            self._workplace.prefer(**entry.wish(entry.after(self._workplace.preferences, step)))
            self._refresh()

    def _listen(self, *, adds: bool) -> None:
        entry = self._entry
        assert isinstance(entry, _Keys)
        if is_fixed(entry.name):
            self._say(f"The keys of “{entry.command.label}” stay as they are, so that it is always found.")
            return
        self._adds = adds
        self._say(f"Press the {'other' if adds else 'new'} key for “{entry.command.label}”; esc keeps it.")

    def _take_new_key(self, key: str) -> None:
        entry, adds, self._adds = self._entry, self._adds, None
        if key == "escape" or not isinstance(entry, _Keys):
            self._explain()
            return
        wanted = sound(self._workplace.preferences.keys)[0]
        keys = tuple(dict.fromkeys((*entry.command.keys, key))) if adds else (key,)
        try:
            check(entry.name, keys, wanted)
        except Refused as error:
            self._say(str(error))
            return
        self._workplace.prefer(keys={**self._workplace.preferences.keys, entry.name: keys})
        self._refresh()
        self._say(f"{shown(key)} is “{entry.command.label}” from now on.")

    # --- showing -----------------------------------------------------------------------------------------

    def _rows(self) -> list[ListRow]:
        return [self._row(entry) for entry in self._entries]

    def _row(self, entry: _Entry) -> ListRow:
        if isinstance(entry, str):
            return ListRow(entry, heading=True)
        if isinstance(entry, Setting):
            value = entry.value(self._workplace.preferences)
            return ListRow(entry.label, f"{self._signs.left} {value} {self._signs.right}")
        keys = " ".join(shown(key) for key in entry.command.keys) or "palette"
        return ListRow(entry.command.help, keys)

    def _refresh(self) -> None:
        self._list.update(self._rows())
        self._explain()

    def _explain(self) -> None:
        entry = self._entry
        if isinstance(entry, Setting):
            value = entry.value(self._workplace.preferences)
            is_without = entry.name == "theme" and wants_no_colour()
            meaning = theme_sentence(value) if is_without else f"{value}: {entry.meaning(value)}."
            self._say(meaning if is_without else f"{entry.help} {meaning}")
        elif isinstance(entry, _Keys):
            usual = " ".join(shown(key) for key in entry.command.usual_keys)
            is_own = entry.command.keys != entry.command.usual_keys
            self._say(f"{entry.command.help}.{f' Usually {usual}.' if is_own and usual else ''}")
        self._show_keys()

    def _say(self, sentence: str) -> None:
        self._hint.update(Text(sentence))

    def _show_keys(self) -> None:
        named = (
            "next",
            "close",
            "reset",
            *(("one_more", "reset_all") if self._is_at_keys else ("previous",)),
        )
        shows = tuple(
            Command(c.name, c.keys, c.label, c.help, footer=True, essential=c.name in ("next", "close"))
            for c in self.KEYS
            if c.name in named
        )
        self._keys.keys, self._keys.essential = footer(shows), essential(shows)

    @property
    def _is_at_keys(self) -> bool:
        return isinstance(self._entry, _Keys)
