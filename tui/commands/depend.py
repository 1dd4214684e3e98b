"""`tagwerk depend`: which cards have to be finished before another."""

from __future__ import annotations

from store.rules import links
from store.rules.bulk import bulk
from store.rules.words import listed, named
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.on_cards import did
from tui.commands.session import session


def run(call: Call, *, number: int, on: list[int], freed: bool) -> Said:
    """Say that a card waits for others, or with `freed` that it does not any longer.

    Raises:
        NotFound: one of them does not exist.
        Refused: the person is not in the team, the card is archived, it would wait for itself, or it does not
            wait for one from which it is freed.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        team, by, now = opened.team, opened.member, opened.now
        rule = links.undepend if freed else links.depend
        card, others = named(team.task(number)), listed(f"#{other}" for other in dict.fromkeys(on))
        change = bulk(
            team,
            on,
            lambda snapshot, other: rule(snapshot, number, other, by, now),
            f"freed {card} from {others}" if freed else f"made {card} wait for {others}",
            by,
            now,
        )
        said = did(opened, number, change, f"{card} waits for {others} already.")
        return Said(said.sentences, {**said.content, "depends_on": list(opened.team.task(number).depends_on)})
