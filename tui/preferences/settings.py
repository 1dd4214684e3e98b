"""The one table of settings that a person chooses: dialog and command line come from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from store.errors import Refused
from tui.preferences.model import Preferences, Wishes
from tui.themes.names import THEMES


@dataclass(frozen=True)
class Setting:
    """One setting with a few values to choose from."""

    name: str
    """A field of `Preferences`."""
    label: str
    """One or two words."""
    help: str
    """A sentence."""
    choices: tuple[tuple[str, str], ...]
    """Each value as it is written, and what it means."""
    value: Callable[[Preferences], str]
    """How it is set, as it is written."""
    wish: Callable[[str], Wishes]
    """The change that sets a value of the choices."""
    other: Callable[[str], str] | None = None
    """Reads what is none of the choices, as it is kept; raises `Refused`. `None`: there is nothing else."""

    @property
    def values(self) -> tuple[str, ...]:
        """The values to choose from, as they are written."""
        return tuple(value for value, _ in self.choices)

    def read(self, text: str) -> Wishes:
        """The change that sets what was typed.

        Raises:
            Refused: it is none of the choices.
        """
        wanted = text.strip().lower()
        if wanted not in self.values and self.other is not None:
            return self.wish(self.other(text))
        if wanted not in self.values:
            raise Refused(f"“{text}” is no {self.label.lower()}; choose {_listed(self.values)}.")
        return self.wish(wanted)

    def meaning(self, value: str) -> str:
        """What a value means."""
        return dict(self.choices).get(value, value if self.other is not None else "")

    def after(self, own: Preferences, step: int) -> str:
        """The value so many places behind that which is set, in a circle."""
        value = self.value(own)
        values = self.values if value in self.values else (*self.values, value)
        return values[(values.index(value) + step) % len(values)]


def setting(name: str) -> Setting:
    """The setting of a name.

    Raises:
        Refused: there is none.
    """
    for known in SETTINGS:
        if known.name == name:
            return known
    names = _listed(known.name for known in SETTINGS)
    raise Refused(f"There is no setting “{name}”; there are {names}, and keys.board.move_right and the like.")


def _listed(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}"


def _quiet_hours(text: str) -> str:
    from tui.alerts.quiet import hours

    return hours(text)


SETTINGS = (
    Setting(
        "theme",
        "Theme",
        "The colours of everything.",
        THEMES,
        lambda own: own.theme,
        lambda value: Wishes(theme=value),
    ),
    Setting(
        "density",
        "Density",
        "Room for a card.",
        (
            ("auto", "as many lines as there is room for"),
            ("compact", "one line for each card"),
            ("roomy", "three lines for each card"),
        ),
        lambda own: own.density,
        lambda value: Wishes(density=value),
    ),
    Setting(
        "grouping",
        "Lanes",
        "What the board's lanes stand for.",
        (
            ("role", "a lane for each role"),
            ("person", "a lane for each person"),
            ("goal", "a lane for each goal"),
            ("priority", "a lane for each priority"),
            ("none", "no lanes"),
        ),
        lambda own: own.grouping,
        lambda value: Wishes(grouping=value),
    ),
    Setting(
        "start_filter",
        "Start filter",
        "What the board begins with.",
        (("none", "all cards"), ("last", "what the filter found last")),
        lambda own: own.start_filter,
        lambda value: Wishes(start_filter=value),
    ),
    Setting(
        "mouse",
        "Mouse",
        "Whether the app takes the mouse.",
        (("on", "click, drag and wheel work"), ("off", "the terminal selects text with it")),
        lambda own: "on" if own.mouse else "off",
        lambda value: Wishes(mouse=value == "on"),
    ),
    Setting(
        "goals",
        "Goals strip",
        "The goals that are most behind, above the board.",
        (("off", "not shown"), ("on", "shown")),
        lambda own: "on" if own.goals else "off",
        lambda value: Wishes(goals=value == "on"),
    ),
    Setting(
        "bell",
        "Bell",
        "Tells of mentions, cards that you are given, replies to you, and incidents.",
        (("off", "silent"), ("on", "once a minute at most")),
        lambda own: "on" if own.bell else "off",
        lambda value: Wishes(bell=value == "on"),
    ),
    Setting(
        "notify",
        "Notifications",
        "Tells the same as a notification of your desktop, where the terminal can.",
        (
            ("none", "not shown"),
            ("osc9", "as iTerm2, WezTerm and Ghostty know it"),
            ("osc777", "as urxvt, foot and WezTerm know it"),
            ("osc99", "as kitty and foot know it"),
        ),
        lambda own: own.notify,
        lambda value: Wishes(notify=value),
    ),
    Setting(
        "quiet",
        "Quiet hours",
        "When neither the bell rings nor a notification is shown, by your own time zone.",
        (
            ("none", "at no time"),
            ("outside hours", "outside of your working hours, on days off, and while you are away"),
            ("18:00-08:00", "from the evening on"),
            ("20:00-07:00", "in the night"),
        ),
        lambda own: own.quiet,
        lambda value: Wishes(quiet=value),
        _quiet_hours,
    ),
    Setting(
        "values",
        "Values",
        "One of the team's values when the app begins, until a key is pressed.",
        (("on", "shown"), ("off", "not shown")),
        lambda own: "on" if own.values else "off",
        lambda value: Wishes(values=value == "on"),
    ),
)
"""In the order in which they are shown."""
