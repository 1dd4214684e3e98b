"""The form of a post."""

from __future__ import annotations

from collections.abc import Callable

from textual.containers import Vertical

from store.errors import Refused
from store.models import Goal, Post, PostKind
from store.repository.shared import Touched
from store.rules.posts import live_post
from store.rules.words import quoted
from tui.dialogs.writing import WritingDialog
from tui.meanwhile import changed_since
from tui.news.form import new_post_form, post_form
from tui.settings.form import Typed
from tui.workplace import Workplace


class PostFormDialog(WritingDialog):
    """A new post, or what one says."""

    def __init__(
        self,
        place: Workplace,
        post: Post | None,
        written: Callable[[int], object],
        *,
        draft: str = "post",
        begun: Typed | None = None,
    ) -> None:
        """Ask for a post.

        Args:
            place: The app.
            post: What is changed; `None`: a new one.
            written: Told of the post's number when it is saved.
            draft: Name under which a new one is kept while it is written.
            begun: What a new one is proposed to say, by field.
        """
        # What the person saw when she began: against this her changes are merged.
        self._post = post
        self._written = written
        self._number = post.id if post else place.new_id()
        if post is None:
            form = new_post_form(place.team, place.person, self._number)
        else:
            form = post_form(place.team, post, place.person)
        super().__init__(place, form, f"post {post.id}" if post else draft, begun)

    def save(self) -> None:
        """Save what was changed, or a new post.

        Raises:
            TagwerkError: it cannot be.
        """
        if self._post is not None:
            # What is put away meanwhile is not changed behind everybody's back.
            live_post(self._workplace.team, self._post.id)
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


def celebrate(place: Workplace, goal: Goal) -> None:
    """Ask for a post that tells of a goal that was reached."""
    begun = {
        "kind": PostKind.CELEBRATION.value,
        "title": f"Reached: {goal.title}",
        "body": goal.lesson,
        "goals": str(goal.id),
    }
    draft = f"goal {goal.id}"
    place.ask(PostFormDialog(place, None, lambda number: None, draft=draft, begun=begun))


def edit_post(place: Workplace, post: Post) -> None:
    """Ask for what a post says.

    Raises:
        Refused: somebody else wrote it.
    """
    if post.author != place.person:
        author = place.team.name_of(post.author)
        raise Refused(f"{author} wrote {quoted(post.title)}; reply to it instead.")
    place.ask(PostFormDialog(place, post, lambda number: None))
