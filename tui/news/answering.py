"""Keys that answer to a post: reply, react, acknowledge, remind."""

from __future__ import annotations

from functools import partial

from store.change import Change
from store.errors import Refused
from store.models import Reply
from store.news.audience import roster
from store.rules import replies
from store.rules.posts import post_numbered
from store.rules.words import counted, quoted
from tui.news.bench import Bench
from tui.news.reacting import choices_of_replies
from tui.screens.asking import Choice


class AnswerCommands:
    """What one says and does below a post."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_reply(self) -> None:
        post = self._bench.here()
        label = f"Reply to {quoted(post.title, 24)}"
        self._bench.asking.line(label, partial(self._reply, post.id), hint="@name tells somebody")

    def do_quote(self) -> None:
        post = self._bench.here()
        said = choices_of_replies(self._place, post, lambda one: partial(self._answer, post.id, one.text))
        if not said:
            self._answer(post.id, post.body or post.title)
            return
        itself = Choice("p", "the post", partial(self._answer, post.id, post.body or post.title))
        self._bench.asking.keys("Quote", [*said, itself])

    def do_edit_reply(self) -> None:
        from tui.dialogs.reply_form import edit_reply

        place, post = self._place, self._bench.here()
        mine = [one for one in place.team.belonging(Reply, "post", post.id) if one.author == place.person]
        if not mine:
            raise Refused("You have not replied to this post.")
        edit_reply(place, post, mine[-1], self._bench.sheet.show_end)

    def do_acknowledge(self) -> None:
        place, post = self._place, self._bench.here()
        place.act(replies.acknowledge(place.team, post.id, place.person, place.now(), id=place.new_id()))
        self._bench.read(post.id)

    def do_remind(self) -> None:
        place, post = self._place, self._bench.here()
        change = replies.remind(place.team, post.id, place.person, place.now(), id=place.new_id())
        people = counted(len(roster(place.team, post).owing), "person", "people")
        self._bench.asking.yes_or_no(
            f"Mention {people} who have not acknowledged it?", partial(self._do, change)
        )

    def _do(self, change: Change) -> None:
        self._place.act(change)
        self._place.tell(f"You {change.label}.")
        self._bench.sheet.show_end()

    def _answer(self, post: int, words: str) -> None:
        # Imported when it is opened: it takes Textual's fields.
        from tui.dialogs.reply_form import answer

        place = self._place
        answer(place, post_numbered(place.team, post), words, self._bench.sheet.show_end)

    def _reply(self, post: int, words: str) -> None:
        place = self._place
        place.act(replies.reply(place.team, post, words, place.person, place.now(), id=place.new_id()))
        self._bench.sheet.show_end()
