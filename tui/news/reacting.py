"""Keys that react with a sign, to a post or to a reply below it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from store.errors import Refused
from store.models import Post, Reaction, Reply, Sign
from store.rules import replies
from store.rules.words import quoted
from tui.news.bench import Bench
from tui.screens.asking import Choice
from tui.workplace import Workplace

_DIGITS = "123456789"
"""Keys of the replies, the newest first."""


class ReactionCommands:
    """Signs instead of words."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_react(self) -> None:
        self._ask_sign(self._bench.here().id, None)

    def do_react_reply(self) -> None:
        post = self._bench.here()
        said = choices_of_replies(self._place, post, lambda one: partial(self._ask_sign, post.id, one.id))
        if not said:
            raise Refused("Nobody has replied to this post yet.")
        self._bench.asking.keys("React to", said)

    def _ask_sign(self, post: int, reply: int | None) -> None:
        mine = self._mine(post, reply)
        choices = [
            Choice(
                sign.value[0],
                f"{sign.value} (take back)" if sign.value in mine else sign.value,
                partial(self._react, post, reply, sign),
            )
            for sign in Sign
        ]
        self._bench.asking.keys("React with", choices)

    def _react(self, post: int, reply: int | None, sign: Sign) -> None:
        place = self._place
        by, now, id = place.person, place.now(), place.new_id()
        place.act(replies.react(place.team, post, sign.value, by, now, reply=reply, id=id))

    def _mine(self, post: int, reply: int | None) -> set[str]:
        """The signs that the person has given it."""
        given = self._place.team.belonging(Reaction, "post", post)
        own = (one for one in given if one.reply == reply and one.author == self._place.person)
        return {sign for one in own for sign in one.signs}


def choices_of_replies(
    place: Workplace, post: Post, chosen: Callable[[Reply], Callable[[], None]]
) -> list[Choice]:
    """The last replies below a post, the newest first, each with a key of its own."""
    said = list(place.team.belonging(Reply, "post", post.id))[-len(_DIGITS) :]
    return [
        Choice(key, f"{place.team.name_of(one.author)}: {quoted(one.text, 16)}", chosen(one))
        for key, one in zip(_DIGITS, reversed(said), strict=False)
    ]
