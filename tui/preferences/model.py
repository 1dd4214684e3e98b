"""What a person has set: plain values, with the usual ones where nothing is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypedDict, Unpack

from tui.themes.names import DEFAULT

Json = object
"""What JSON can say."""
Raw = Mapping[str, Json]


class Wishes(TypedDict, total=False):
    """Settings to be changed, by name; see `Preferences`."""

    theme: str
    density: str
    grouping: str
    mouse: bool
    goals: bool
    bell: bool
    notify: str
    quiet: str
    values: bool
    start_filter: str
    keys: Mapping[str, tuple[str, ...]]
    folded: tuple[str, ...]
    last_filter: str
    seen: tuple[int, ...]
    looked: int
    ticked: Mapping[str, int]
    drafts: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Preferences:
    """A person's settings, and how this team's board was left."""

    theme: str = DEFAULT
    """One of `tui.themes.names.THEMES`."""
    density: str = "auto"
    """`auto`, `compact` (a line per card) or `roomy` (three)."""
    grouping: str = "role"
    """What makes a lane: `role`, `person`, `goal`, `priority` or `none`."""
    mouse: bool = True
    """Whether the terminal reports the mouse; without, it selects text as usual."""
    goals: bool = False
    """Whether the goals that are most behind stand above the board."""
    bell: bool = False
    """Whether the terminal's bell tells of what concerns the person."""
    notify: str = "none"
    """How the terminal is asked for a notification of it: `none`, `osc9`, `osc777` or `osc99`."""
    quiet: str = "none"
    """When neither rings nor is shown: `none`, `outside hours`, or like `20:00-07:00`, by her time zone."""
    values: bool = True
    """Whether the app begins with one of the team's values."""
    start_filter: str = "none"
    """What the board begins with: `none`, or the `last` filter."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Own keys by command, like `board.move_right`; the others have their usual ones."""
    folded: tuple[str, ...] = ()
    """Lanes that are folded, as the board names them. Of this team."""
    last_filter: str = ""
    """The filter that was on; empty for none. Of this team."""
    seen: tuple[int, ...] = ()
    """Numbers of the comments that name the person and that she has seen. Of this team."""
    looked: int = 0
    """Number of the commit up to which she has seen all that the inbox shows; 0: never. Of this team."""
    ticked: Mapping[str, int] = field(default_factory=dict)
    """Of what came later: things like `tasks/12`, to the commit up to which she has seen it. Of this team."""
    drafts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What stands in forms that were neither saved nor left, by the form and the field. Of this team."""

    def changed(self, **wishes: Unpack[Wishes]) -> Preferences:
        """The same with some settings changed."""
        return replace(self, **wishes)


OF_THE_TEAM = ("folded", "last_filter", "seen", "looked", "ticked", "drafts")
"""Fields that are kept for each team by itself."""
