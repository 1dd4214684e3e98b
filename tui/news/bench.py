"""What the commands of the news screen share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from store.errors import Refused
from store.models import Post
from store.news.audience import roster
from store.news.browsing import Wanted, browse
from store.rules.posts import may_lead, post_numbered
from tui.keys import NEWS, key_for
from tui.screens.asking import Asking
from tui.screens.base import TeamScreen
from tui.workplace import Workplace
from widgets.listing import Listing
from widgets.listing_row import Key, Row
from widgets.news.row import post_row
from widgets.news.sheet import PostSheet
from widgets.news.text import Shown
from widgets.signs import Signs

VIEWS: Sequence[tuple[str, Wanted]] = (
    ("All", Wanted()),
    ("Unread", Wanted(unread=True)),
    ("To acknowledge", Wanted(owed=True)),
    ("Mentions", Wanted(mentions=True)),
)
"""What the tabs are called, and what they show."""


@dataclass
class Bench:
    """The posts that are shown, and the way to everything around them."""

    place: Workplace
    screen: TeamScreen
    view: Listing
    sheet: PostSheet
    asking: Asking
    signs: Signs
    shown: Callable[[], None]
    """To be called when other posts are wanted."""
    opened: Callable[[bool], None]
    """To be called to give the open post the whole screen, or the list its place again."""
    chosen: int = 0
    """Place of the view among `VIEWS`."""
    wanted: Wanted = field(default_factory=Wanted)
    """What is asked for in addition to the view."""
    is_whole: bool = False
    """Whether the open post has the whole screen."""
    posts: Sequence[Post] = ()

    def look(self) -> None:
        """Find what is wanted in the newest snapshot.

        In a view of what waits, the post under the cursor stays until one goes on: what has just been read
        or done would be swept away from under one's eyes.
        """
        place, view = self.place, VIEWS[self.chosen][1]
        asked = replace(
            self.wanted, unread=view.unread, owed=view.owed, mentions=self.wanted.mentions or view.mentions
        )
        found = browse(place.team, asked, place.person, place.today, place.reading.marks)
        self.posts = kept(found, self.post if self.chosen else None, self.posts)

    def row(self, key: Key) -> Row:
        """What the line of a post says."""
        assert isinstance(key, int)
        place, post = self.place, post_numbered(self.place.team, key)
        return post_row(place.team, place.reading.marks, post, place.today, self.owed(post), self.signs)

    @property
    def post(self) -> Post | None:
        """The post under the cursor."""
        key = self.view.key
        return self.place.team.find(Post, key) if isinstance(key, int) else None

    def here(self) -> Post:
        """The post that a command is for.

        Raises:
            Refused: there is none under the cursor.
        """
        post = self.post
        if post is None:
            raise Refused(f"There is no post here; {key_for(NEWS, 'write')} writes one.")
        return post

    def owed(self, post: Post) -> date | None:
        """The day by which the person still has to acknowledge a post."""
        is_owed = any(one.id == post.id for one in self.place.reading.owed)
        return post.acknowledge_by if is_owed else None

    def to_read(self, post: Post) -> Shown:
        """A post with everything that this person is to see of it."""
        place = self.place
        may_know = post.author == place.person or may_lead(place.team, place.person)
        known = roster(place.team, post) if post.acknowledge_by and may_know else None
        return Shown(post, place.team, place.reading.marks, place.today, known, self.owed(post))

    def read(self, post: int) -> None:
        """The person has read a post, with what was said below it."""
        self.place.reading.saw(post)

    def want(self, wanted: Wanted) -> None:
        """Show other posts."""
        if wanted != self.wanted:
            self.wanted, self.posts = wanted, ()
            self.shown()

    def turn_to(self, view: int) -> None:
        """Show another view, by its place among `VIEWS`."""
        self.chosen, self.posts = view, ()
        self.shown()

    def wrote(self, post: int) -> None:
        """A post was written: go to it, wherever one was."""
        self.wanted = Wanted()
        self.turn_to(0)
        self.view.select(post)
        self.shown()


def kept(found: Sequence[Post], stays: Post | None, before: Sequence[Post]) -> Sequence[Post]:
    """The posts that were found, and one that was among those before, where it stood."""
    at = next((at for at, post in enumerate(before) if stays and post.id == stays.id), None)
    if stays is None or at is None or any(post.id == stays.id for post in found):
        return found
    below = {post.id for post in before[at + 1 :]}
    place = next((place for place, post in enumerate(found) if post.id in below), len(found))
    return [*found[:place], stays, *found[place:]]
