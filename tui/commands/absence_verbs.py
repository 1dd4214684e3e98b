"""The verbs for who is away, how much waits for everybody, and who takes it meanwhile."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import Any

from tui.commands.values import count, day
from tui.commands.verb import JSON, Argument, OneOf, Verb, arg, flag

_KINDS = ("holiday", "sick", "training", "elsewhere", "leave")
_NUMBER = arg("number", metavar="NUMBER", type=count, help="the absence's number")
_LAST = "the last day, counted from the first one; the same one when left out"
_MORE = (
    arg("--kind", choices=_KINDS, help="why; a holiday when left out"),
    arg("--cover", metavar="LOGIN", help="who stands in, or none"),
    arg("--note", metavar="TEXT", help="what others should know"),
)


def _only(name: str, **settings: Any) -> Argument:
    # Without a default: the verbs that begin with this one do not take it.
    return arg(name, default=SUPPRESS, **settings)


_WHICH = (
    _only("--person", metavar="LOGIN", help="only those of a person; “me” for your own"),
    _only("--from", metavar="D", dest="first", type=day, help="only from a day on; today when left out"),
    _only("--until", metavar="D", dest="last", type=day, help="only up to a day"),
    _only("--past", action="store_true", help="also those that are over"),
    _only("--called-off", action="store_true", help="those that were called off instead"),
)
_BACK = _only("--back", action="store_true", help="also what was given back")

ABSENCE_VERBS = (
    Verb("absence", "list who is away, now and soon", "absence:everything", (*_WHICH, JSON)),
    Verb("absence list", "list who is away, now and soon", "absence:everything", (*_WHICH, JSON)),
    Verb(
        "absence add",
        "enter that you or somebody else is away",
        "absence:add",
        (
            arg("person", metavar="LOGIN", help="who is away; “me” for yourself"),
            arg("start", metavar="FROM", type=day, help="the first day"),
            arg("end", metavar="TO", type=day, nargs="?", help=_LAST),
            *_MORE,
            JSON,
        ),
    ),
    Verb(
        "absence edit",
        "change when somebody is away, why, or who stands in",
        "absence:edit",
        (
            _NUMBER,
            arg("--start", metavar="D", type=day, help="another first day"),
            arg("--end", metavar="D", type=day, help="another last day, counted from the first one"),
            *_MORE,
            JSON,
        ),
    ),
    Verb("absence call-off", "say that somebody is not away after all", "absence:call_off", (_NUMBER, JSON)),
    Verb("absence restore", "bring back an absence that was called off", "absence:restore", (_NUMBER, JSON)),
    Verb(
        "workload",
        "show how much waits for everybody in the coming weeks, against their hours",
        "workload",
        (
            arg("--weeks", metavar="N", type=count, default=8, help="how many of them; 8 when left out"),
            OneOf(
                (
                    arg("--person", metavar="LOGIN", help="only one person, week by week; “me” for yourself"),
                    arg("--role", metavar="R", help="only one role, week by week"),
                )
            ),
            JSON,
        ),
    ),
    Verb("handover", "list what people have handed over", "handover:everything", (_BACK, JSON)),
    Verb("handover list", "list what people have handed over", "handover:everything", (_BACK, JSON)),
    Verb(
        "handover give",
        "hand over a person's cards, goals and responsibilities",
        "handover:give",
        (
            arg("person", metavar="LOGIN", help="whose they are; “me” for yourself"),
            arg("--to", metavar="LOGIN", help="who takes them; when left out, the cover of the absence"),
            arg("--absence", metavar="NUMBER", type=count, help="for which; the next one when left out"),
            arg(
                "--only",
                choices=("cards", "goals", "responsibilities"),
                action="append",
                default=[],
                help="only these; can be repeated",
            ),
            flag("--dry-run", "only show what would happen"),
            JSON,
        ),
    ),
    Verb(
        "handover back",
        "give back what was handed over",
        "handover:back",
        (arg("number", metavar="NUMBER", type=count, help="the handover's number"), JSON),
    ),
)
