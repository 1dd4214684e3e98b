"""The form of a post."""

from __future__ import annotations

from collections.abc import Callable

from textual.containers import Vertical

from store.errors import Refused
from store.models import Post
from store.repository.shared import Touched
from store.rules.words import quoted
from tui.dialogs.writing import WritingDialog
from tui.meanwhile import changed_since
from tui.news.form import new_post_form, post_form
from tui.workplace import Workplace


class PostFormDialog(WritingDialog):
    """A new post, or what one says."""

    def __init__(self, place: Workplace, post: Post | None, written: Callable[[int], object]) -> None:
        """`post` is what is changed; `None`: a new one, of which `written` is told when it is saved."""
        # What the person saw when she began: against this her changes are merged.
        self._post = post
        self._written = written
        self._number = post.id if post else place.new_id()
        if post is None:
            form = new_post_form(place.team, place.person, place.today, self._number)
        else:
            form = post_form(place.team, post, place.person, place.today)
        super().__init__(place, form, f"post {post.id}" if post else "post")

    def save(self) -> None:
        """Save what was changed, or a new post.

        Raises:
            TagwerkError: it cannot be.
        """
        super().save()
        self._written(self._number)

    def show(self, touched: Touched | None) -> None:
        """The fields stay as they were opened; what others changed meanwhile is told."""
        if self._post is not None:
            now = self._workplace.team.find(Post, self._post.id)
            self.say_in_frame(self.query_one(Vertical), changed_since(self._post, now))


def write_post(place: Workplace, written: Callable[[int], object]) -> None:
    """Ask for a new post; `written` gets the number that it has until the commit."""
    place.ask(PostFormDialog(place, None, written))


def edit_post(place: Workplace, post: Post) -> None:
    """Ask for what a post says.

    Raises:
        Refused: somebody else wrote it.
    """
    if post.author != place.person:
        author = place.team.name_of(post.author)
        raise Refused(f"{author} wrote {quoted(post.title)}; reply to it instead.")
    place.ask(PostFormDialog(place, post, lambda number: None))
