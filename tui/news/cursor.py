"""Keys that go from post to post, and through one."""

from __future__ import annotations

from store.errors import Refused
from tui.keys import NEWS, key_for
from tui.news.bench import Bench
from tui.screens.doing.list_cursor import ListCursor

_LINE = 2
"""Lines that stay in view when one scrolls by a page."""


class CursorCommands(ListCursor):
    """Up and down, to the next unread post, and on in the one that is open."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.view)
        self._bench = bench
        self._sheet = bench.sheet

    def do_next_unread(self) -> None:
        bench = self._bench
        unread = bench.place.reading.marks.unread
        here = bench.post
        if here is not None and here.id in unread:
            # Who asks for the next one has read this one.
            bench.read(here.id)
            unread = bench.place.reading.marks.unread
        posts = [post.id for post in bench.posts]
        after = [*posts[self._view.at + 1 :], *posts[: self._view.at + 1]]
        following = next((post for post in after if post in unread), None)
        if following is not None:
            self._view.select(following)
        elif unread:
            shown = key_for(NEWS, "clear")
            raise Refused(f"What you have not read is not among these posts; {shown} shows all.")
        else:
            raise Refused("You have read everything.")

    def do_read_on(self) -> None:
        if self._sheet.is_at_end:
            self.do_next_unread()
        else:
            self._sheet.scroll_by(max(1, self._sheet.size.height - _LINE))

    def do_read_back(self) -> None:
        self._sheet.scroll_by(-max(1, self._sheet.size.height - _LINE))
