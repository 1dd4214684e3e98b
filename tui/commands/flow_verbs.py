"""The verbs for the figures of the flow of work."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import Any

from tui.commands.values import count, day
from tui.commands.verb import JSON, Argument, Verb, arg


def _only(name: str, **settings: Any) -> Argument:
    # Without a default: a verb and those that begin with it have the same ones.
    return arg(name, default=SUPPRESS, **settings)


_WHICH = (
    _only("--role", metavar="R", help="only cards of this role"),
    _only("--person", metavar="L", help="only cards of this person; “me” for one’s own"),
    _only("--goal", metavar="N", type=count, help="only cards that serve this goal"),
    _only("--tag", metavar="T", help="only cards with this tag"),
    _only("--weeks", metavar="N", type=count, help="how many weeks, this one included; 12 when left out"),
    JSON,
)
_CSV = _only("--csv", action="store_true", help="answer with lines of values, commas between them")

FLOW_VERBS = (
    Verb(
        "flow",
        "how work flows: what comes and goes, how long it takes, when the rest is done",
        "flow",
        _WHICH,
    ),
    Verb("flow times", "list finished cards with their cycle and lead times", "flow:times", (*_WHICH, _CSV)),
    Verb("flow age", "list the cards in work, the oldest first", "flow:age", (*_WHICH, _CSV)),
    Verb(
        "flow cumulative",
        "count the cards that were made, begun and finished, day by day",
        "flow:levels",
        (*_WHICH, _CSV),
    ),
    Verb("flow blocked", "what cards waited for, and how long", "flow:blocked", (*_WHICH, _CSV)),
    Verb(
        "flow forecast",
        "when so many cards will be finished",
        "flow:ahead",
        (
            *_WHICH,
            _only("--cards", metavar="N", type=count, help="how many; those that are open when left out"),
            _only("--query", metavar="Q", help="those open cards that a filter finds, like “#returns”"),
            _only("--by", metavar="DAY", type=day, help="also say how likely it is by this day"),
        ),
    ),
)
