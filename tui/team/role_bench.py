"""What the commands of the tab of roles share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from store.errors import Refused
from store.models import Role
from tui.keys import ROLES, key_for
from tui.screens.base import TeamScreen
from tui.screens.tab import TabDesk
from tui.workplace import Workplace
from widgets.duties.text_sheet import TextSheet
from widgets.listing import Listing


@dataclass
class RoleBench:
    """The roles that are shown, and the way to everything around them."""

    desk: TabDesk
    view: Listing
    sheet: TextSheet
    looked_at: Callable[[], None]
    """To be called when another role is under the cursor."""
    wanted: Callable[[], None]
    """To be called when other roles are to be shown."""
    zoomed: Callable[[], None]
    """To be called when the role gets the whole screen, or the list its place again."""
    words: str = ""
    """What the roles that are shown have in their names; empty: all are shown."""
    is_whole: bool = False
    """Whether the role has the whole screen."""

    @property
    def place(self) -> Workplace:
        """The app."""
        return self.desk.place

    @property
    def screen(self) -> TeamScreen:
        """The screen that the tab is in."""
        return self.desk.screen

    @property
    def role(self) -> Role | None:
        """The role under the cursor; `None`: there is none."""
        key = self.view.key
        role = self.place.team.find(Role, key) if isinstance(key, int) else None
        return role if role and not role.archived_at else None

    def here(self) -> Role:
        """The role that a command is for.

        Raises:
            Refused: there is none.
        """
        if self.role is None:
            raise Refused(f"There is no role here; {key_for(ROLES, 'add')} adds one.")
        return self.role

    def want(self, words: str) -> None:
        """Show only roles with these words."""
        self.words = words.strip()
        self.wanted()

    def zoom(self, *, whole: bool) -> None:
        """Give the role the whole screen, or the list its place again."""
        self.is_whole = whole
        self.zoomed()
