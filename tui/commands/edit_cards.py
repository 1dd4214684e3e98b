"""`tagwerk edit`: what cards say, one or several at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from store.change import Change, combine
from store.errors import Refused
from store.models import Fields, Task
from store.rules import goals, lookup, tasks
from store.rules.board import on_board
from store.rules.bulk import bulk
from store.rules.quick import Quick, apply_quick, read
from store.rules.words import counted, quoted
from store.team import Team
from tui.commands import finding
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.on_cards import called, did_to_all, numbers_and_words
from tui.commands.serving import served_before
from tui.commands.session import Session, session
from tui.commands.texts import text_or_input
from tui.commands.values import MaybeDay


@dataclass(frozen=True)
class _Wanted:
    """All that is to change on each card."""

    quick: Quick
    """What the board's line of changes can say."""
    own: Fields = field(default_factory=dict)
    """Title and description, where they are given."""
    links: tuple[str, ...] = ()
    links_off: tuple[str, ...] = ()

    def told(self, team: Team) -> str:
        """On one line; empty where nothing is wanted."""
        return " · ".join(filter(None, [*self._texts(), self.quick.understood(team), *self._links()]))

    def on(self, team: Team, id: int, by: str, opened: Session, *, override: bool) -> Change:
        """The change of one card."""
        task, now = on_board(team, id), opened.now
        # Both start from the same snapshot: they are about different fields.
        changes = [tasks.edit(team, id, by, now, **self.own, **self._addresses(task))]
        if self.quick:
            changes.append(apply_quick(team, [id], self.quick, by, now, override))
        return combine(changes, "")

    def _addresses(self, task: Task) -> Fields:
        if not (self.links or self.links_off):
            return {}
        kept = dict.fromkeys((*task.links, *self.links))
        return {"links": [address for address in kept if address not in self.links_off]}

    def _texts(self) -> Iterator[str]:
        if "title" in self.own:
            yield f"title {quoted(self.own['title'])}"
        if "description" in self.own:
            yield "description"

    def _links(self) -> Iterator[str]:
        yield from self.links
        yield from (f"without {address}" for address in self.links_off)


def run(
    call: Call,
    *,
    number: int,
    changes: list[str],
    title: str | None,
    description: str | None,
    due: MaybeDay | None,
    start: MaybeDay | None,
    estimate: float | None,
    priority: str | None,
    tags: list[str],
    tags_off: list[str],
    links: list[str],
    links_off: list[str],
    goal: str | None,
    over_limit: bool,
) -> Said:
    """Change cards, all of them or none. What an option says holds instead of what the changes say.

    Raises:
        NeedsConsent: a card is frozen or a limit is reached, and `over_limit` is not given.
        NotFound: there is no such card, goal, person, role or column.
        Refused: the person is not in the team, nothing is said, or a value does not fit.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        by, today = opened.member, opened.today
        numbers, signs = numbers_and_words(number, changes)
        texts = {
            "title": title,
            "description": text_or_input(call, description) if description else description,
        }
        options: Fields = {
            **({"due": due(today)} if due else {}),
            **({"start": start(today)} if start else {}),
            **({"estimate": None if estimate < 0 else estimate} if estimate is not None else {}),
            **({"priority": priority} if priority else {}),
            **({"goal": _goal(opened.team, goal)} if goal is not None else {}),
        }
        wanted = _Wanted(
            _quick(opened, signs, options, tags, tags_off),
            {name: text for name, text in texts.items() if text is not None},
            tuple(links),
            tuple(links_off),
        )
        return _done(opened, numbers, wanted, by, override=over_limit)


def _done(opened: Session, numbers: list[int], wanted: _Wanted, by: str, *, override: bool) -> Said:
    team = opened.team
    cards, told = called(team, numbers), wanted.told(team)
    if not told:
        raise Refused(
            f"Say what to change of {cards}: behind the number like “@ben !low due:none”, or with an option "
            "like --title; “tagwerk edit --help” lists them."
        )
    if "title" in wanted.own and len(numbers) > 1:
        raise Refused(f"{counted(len(numbers), 'card')} would all get the same title; name one card only.")
    served: list[str] = []
    if serves := wanted.quick.fields.get("goal"):
        served = served_before(team, numbers, goals.live_goal(team, serves))
    change = bulk(
        team,
        numbers,
        lambda snapshot, id: wanted.on(snapshot, id, by, opened, override=override),
        f"changed {cards}: {told}",
        by,
        opened.now,
    )
    return did_to_all(opened, numbers, change, *served)


def _quick(opened: Session, signs: list[str], options: Fields, tags: list[str], tags_off: list[str]) -> Quick:
    team, line = opened.team, " ".join(signs)
    quick = Quick("", today=opened.today)
    if line.strip():
        quick = read(team, line, opened.person, opened.today, title_needed=False)
    known = {tag.casefold(): tag for tag in sorted(team.words, reverse=True)}
    bare = [tag.strip().removeprefix("#") for tag in tags]
    on = [*quick.fields.get("tags", ()), *(known.get(tag.casefold(), tag) for tag in bare)]
    off = [tag.strip().removeprefix("#") for tag in tags_off]
    fields = {**quick.fields, **options, **({"tags": list(dict.fromkeys(on))} if on else {})}
    return replace(quick, fields=fields, tags_off=(*quick.tags_off, *off))


def _goal(team: Team, typed: str) -> int | None:
    return None if typed.strip().casefold() in finding.NOBODY else lookup.goal_named(team, typed).id
