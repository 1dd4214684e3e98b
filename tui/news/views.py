"""Keys that choose which posts are shown, and how much of the screen the open one has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from store.errors import Refused
from store.models import Goal, Post, PostKind, Task
from store.news.browsing import Wanted
from store.rules import lookup
from store.rules.words import quoted
from tui.news.bench import VIEWS, Bench
from tui.screens.asking import Choice
from tui.screens.completing import ask_name, names_of_people, names_of_roles

_KINDS: Sequence[tuple[str, PostKind]] = (
    ("n", PostKind.NEWS),
    ("a", PostKind.ANNOUNCEMENT),
    ("q", PostKind.QUESTION),
    ("c", PostKind.CELEBRATION),
    ("i", PostKind.INCIDENT),
)
"""Keys of the kinds."""
_DIGITS = "123456789"
"""Keys of the things that a post is about."""


class ViewCommands:
    """Views, filters, and the things that a post is about."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._place = bench.place

    def do_open(self) -> None:
        bench = self._bench
        if not bench.is_whole:
            bench.read(bench.here().id)
        bench.opened(not bench.is_whole)

    def do_next_view(self) -> None:
        self._turn(1)

    def do_previous_view(self) -> None:
        self._turn(-1)

    def do_clear(self) -> None:
        bench = self._bench
        if bench.is_whole:
            bench.opened(False)
        elif bench.wanted != Wanted():
            bench.want(Wanted())
        elif bench.chosen:
            bench.turn_to(0)

    def do_filter(self) -> None:
        before = self._bench.wanted
        self._bench.asking.line(
            "Search",
            self._search,
            changed=self._search,
            cancelled=partial(self._bench.want, before),
            text=before.words,
            hint="words in title, text or author",
            may_be_empty=True,
        )

    def do_narrow(self) -> None:
        """One key for each thing to choose by."""
        kinds = [Choice(key, kind.value, partial(self._want, kind=kind)) for key, kind in _KINDS]
        asking, people, roles = (
            self._bench.asking,
            names_of_people(self._place.team),
            names_of_roles(self._place.team),
        )
        self._bench.asking.keys(
            "Only",
            [
                *kinds,
                Choice("o", "of one author", partial(ask_name, asking, "Whose posts?", people, self._of)),
                Choice("r", "for a role", partial(ask_name, asking, "For which role?", roles, self._for)),
                Choice("x", "archived", partial(self._want, archived=True)),
            ],
        )

    def do_go_to(self) -> None:
        things = self._things(self._bench.here())
        if not things:
            raise Refused("This post is about no card and no goal.")
        if len(things) == 1:
            things[0][1]()
            return
        keyed = [Choice(key, label, go) for key, (label, go) in zip(_DIGITS, things, strict=False)]
        self._bench.asking.keys("Go to", keyed)

    def _things(self, post: Post) -> list[tuple[str, Callable[[], None]]]:
        """The cards and goals that a post is about, and what opens each."""
        team = self._place.team
        cards = [task for number in post.tasks if (task := team.find(Task, number))]
        goals = [goal for number in post.goals if (goal := team.find(Goal, number))]
        return [
            *((f"#{card.id} {quoted(card.title, 24)}", partial(self._open_card, card.id)) for card in cards),
            *((f"goal {g.id} {quoted(g.title, 24)}", partial(self._open_goal, g.id)) for g in goals),
        ]

    def _turn(self, step: int) -> None:
        self._bench.turn_to((self._bench.chosen + step) % len(VIEWS))

    def _want(
        self,
        *,
        kind: PostKind | None = None,
        author: str = "",
        role: int | None = None,
        archived: bool = False,
    ) -> None:
        now = self._bench.wanted
        self._bench.want(
            replace(
                now,
                kind=kind or now.kind,
                author=author or now.author,
                role=role or now.role,
                archived=archived or now.archived,
            )
        )

    def _search(self, words: str) -> None:
        self._bench.want(replace(self._bench.wanted, words=words.strip()))

    def _of(self, name: str) -> None:
        self._want(author=lookup.member_named(self._place.team, name).login)

    def _for(self, name: str) -> None:
        self._want(role=lookup.role_named(self._place.team, name).id)

    def _open_card(self, number: int) -> None:
        # Imported when one is opened.
        from tui.dialogs.card import CardDialog

        self._place.ask(CardDialog(self._place, number))

    def _open_goal(self, number: int) -> None:
        from tui.dialogs.goal import open_goal

        open_goal(self._place, number)


def narrowed(bench: Bench) -> str:
    """What the filter asks for, in words; empty when it asks for nothing."""
    wanted, team = bench.wanted, bench.place.team
    parts = []
    if wanted.kind is not None:
        parts.append(f"only {wanted.kind.value}")
    if wanted.author:
        parts.append(f"by {team.name_of(wanted.author)}")
    if wanted.role is not None:
        parts.append(f"for {team.role(wanted.role).name}")
    if wanted.archived:
        parts.append("archived")
    if wanted.words:
        parts.append(quoted(wanted.words))
    return ", ".join(parts)
