"""Playbooks that are ready-made: what an online shop does around its big days, and when people come or go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from store.models import PlaybookKind, Step
from store.playbooks.lines import read_lines
from store.playbooks.ready_words import EVENTS, PEOPLE
from store.team import Team

_ROLES = {
    "management": ("management", "office"),
    "catalogue": ("catalogue", "catalog", "product"),
    "photo": ("photo", "photography", "content", "studio"),
    "marketing": ("marketing", "newsletter", "ads"),
    "development": ("shop development", "development", "engineering", "it"),
    "service": ("customer service", "service", "support"),
    "warehouse": ("warehouse", "fulfilment", "logistics"),
    "purchasing": ("purchasing", "buying", "procurement"),
    "finance": ("finance", "accounting"),
}
"""What a ready-made step calls a role, and the names that such a role has in teams, the best first."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A playbook that is ready-made."""

    name: str
    about: str
    lines: str
    """Its steps, as `store.playbooks.lines` reads them; roles by the words of this module."""
    kind: PlaybookKind = PlaybookKind.EVENT
    freeze_tags: tuple[str, ...] = field(default=())
    freeze_from: int = 0
    freeze_until: int = 0


READY = (
    Ready(
        "Black Friday",
        "The peak of the year: Black Friday to Cyber Monday. Its day is the Friday.\n\n"
        "Start it ten weeks before; what is late here is late for good. From Monday on nothing is changed "
        "in the shop that can wait: cards with #checkout or #release are frozen.",
        EVENTS["peak"],
        freeze_tags=("checkout", "release"),
        freeze_from=-4,
        freeze_until=3,
    ),
    Ready(
        "Product launch",
        "A new product or range goes on sale. Its day is the first one on which it can be bought.",
        EVENTS["launch"],
    ),
    Ready(
        "Sale",
        "Reduced prices for a time: end of season, mid-season, an anniversary. Its day is the first one.\n\n"
        "Mind the law on reduced prices: the lowest of the last 30 days has to be shown (EU 2019/2161).",
        EVENTS["sale"],
    ),
    Ready(
        "Stock-taking",
        "Counting everything once a year. Its day is the day of the count, on which nothing is shipped.",
        EVENTS["stock"],
        freeze_tags=("goods-in",),
        freeze_from=-1,
        freeze_until=0,
    ),
    Ready(
        "Returns wave",
        "After the holidays parcels come back, many at once. Its day is the first of the wave, "
        "mostly 27 December.",
        EVENTS["returns"],
    ),
    Ready(
        "Joining",
        "Somebody begins. Its day is the first one; who reads these cards for the first time should find out "
        "what to do without asking.",
        PEOPLE["joining"],
        PlaybookKind.JOINING,
    ),
    Ready(
        "Leaving",
        "Somebody goes. Its day is the last one. What nobody knows about before it, nobody knows afterwards.",
        PEOPLE["leaving"],
        PlaybookKind.LEAVING,
    ),
)
"""All of them, in the order in which they are offered."""


def steps_for(team: Team, ready: Ready) -> list[Step]:
    """The steps with the team's own roles; those that it does not have are kept by name."""
    return read_lines(ready.lines, roles_of(team))


def roles_of(team: Team) -> Mapping[str, int | None]:
    """The team's role for each one that ready-made playbooks speak of; `None` where there is none.

    By name only: one that is called so, or the only one in whose name the word stands.
    """
    return {word: _matching(team, names) for word, names in _ROLES.items()}


def _matching(team: Team, names: tuple[str, ...]) -> int | None:
    for name in names:
        for role in team.roles:
            if role.name.casefold() == name:
                return role.id
    for name in names:
        found = [role.id for role in team.roles if name in role.name.casefold().split()]
        if len(found) == 1:
            return found[0]
    return None
