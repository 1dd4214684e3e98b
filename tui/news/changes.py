"""Keys that write, change and put away posts."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from store import days
from store.change import Change
from store.errors import Refused
from store.rules import posts
from store.rules.words import quoted
from tui.news.bench import Bench

_PINNED = timedelta(days=7)
"""How long a post is pinned where nobody says otherwise."""


class ChangeCommands:
    """What a post says, and where it stands."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_write(self) -> None:
        # Imported when a form is opened: it takes Textual's fields.
        from tui.dialogs.post_form import write_post

        write_post(self._place, self._bench.wrote)

    def do_edit(self) -> None:
        from tui.dialogs.post_form import edit_post

        edit_post(self._place, self._bench.here())

    def do_pin(self) -> None:
        post, today = self._bench.here(), self._place.today
        if post.pinned_until is not None and post.pinned_until >= today:
            self._pin(post.id, "")
            return
        posts.refuse_unless_pinning(self._place.team, self._place.person)
        until = days.spoken(today + _PINNED, today)
        self._bench.asking.line(
            "Pin until",
            partial(self._pin, post.id),
            text=(today + _PINNED).isoformat(),
            hint=f"a day, such as {until}, +2w or eom",
        )

    def do_close(self) -> None:
        place, post = self._place, self._bench.here()
        if post.closed_at is not None:
            question = f"{quoted(post.title)} is over; does it go on, for everybody?"
            self._bench.asking.yes_or_no(question, partial(self._reopen, post.id))
            return
        posts.refuse_unless_closing(place.team, post, place.person)
        hint = "what was broken, and what was done"
        self._bench.asking.line(
            f"How did {quoted(post.title, 24)} end?",
            partial(self._end, post.id),
            text=post.outcome,
            hint=hint,
        )

    def do_archive(self) -> None:
        place, post = self._place, self._bench.here()
        rule = posts.restore if post.archived_at else posts.archive
        change = rule(place.team, post.id, place.person, place.now())
        if post.author == place.person or post.archived_at:
            self._do(change)
            return
        question = (
            f"{place.team.name_of(post.author)} wrote {quoted(post.title, 24)}; put it away for everybody?"
        )
        self._bench.asking.yes_or_no(question, partial(self._do, change))

    def do_mark_all(self) -> None:
        reading = self._place.reading
        if not reading.marks.posts and not reading.marks.replies:
            raise Refused("You have read everything.")
        reading.saw_all()

    def _do(self, change: Change) -> None:
        self._place.act(change)
        self._place.tell(f"You {change.label}.")

    def _reopen(self, post: int) -> None:
        place = self._place
        place.act(posts.reopen(place.team, post, place.person, place.now()))

    def _pin(self, post: int, until: str) -> None:
        place = self._place
        day = days.day(until, place.today) if until.strip() else None
        place.act(posts.pin(place.team, post, day, place.person, place.now()))

    def _end(self, post: int, outcome: str) -> None:
        place = self._place
        place.act(posts.close(place.team, post, outcome, place.person, place.now()))
