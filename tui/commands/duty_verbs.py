"""The verbs for who answers for what."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import Any

from tui.commands.values import count, duty, where
from tui.commands.verb import JSON, Argument, Verb, arg

_NUMBER = arg("number", metavar="NUMBER", type=count, help="the responsibility's number")
_NAMED = arg(
    "named", metavar="NUMBER|NAME", help="the responsibility: its number, its name, or how that begins"
)
_DETAILS = arg(
    "--details", metavar="TEXT", help="what belongs to it, and by which words people look for it; - reads it"
)
_LOGIN = arg("login", metavar="LOGIN")


def _people(name: str, help: str) -> Argument:
    return arg(name, metavar="LOGIN", action="append", help=f"{help}; can be repeated")


def _letters(**settings: Any) -> Argument:
    return arg(
        "duties",
        metavar="R|A|C|I",
        type=duty,
        help="responsible (does the work), accountable (answers for it), consulted or informed",
        **settings,
    )


# Without a default: the verbs that begin with this one do not all take them.
_LISTING = (
    arg("--role", metavar="R", default=SUPPRESS, help="only those of a role; “none” for those of no role"),
    arg("--person", metavar="LOGIN", default=SUPPRESS, help="only those in which somebody has a part"),
    JSON,
)

DUTY_VERBS = (
    Verb("responsibility", "list who answers for what", "responsibility:everything", _LISTING),
    Verb("responsibility list", "list who answers for what", "responsibility:everything", _LISTING),
    Verb(
        "responsibility add",
        "add something that somebody answers for",
        "responsibility:add",
        (
            arg("name", metavar="NAME", nargs="+", help="like “returns handled within 48 h”"),
            arg("--role", metavar="R", help="the role that it belongs to"),
            _people("--accountable", "who answers for it"),
            _people("--responsible", "who does the work"),
            _people("--consulted", "who is asked before"),
            _people("--informed", "who is told afterwards"),
            _DETAILS,
            JSON,
        ),
    ),
    Verb(
        "responsibility edit",
        "change what it is, or to which role it belongs",
        "responsibility:edit",
        (
            _NUMBER,
            arg("--name", metavar="NAME", help="another name"),
            arg("--role", metavar="R", help="another role; “none” for none"),
            _DETAILS,
            JSON,
        ),
    ),
    Verb(
        "responsibility assign",
        "give somebody a part in it",
        "responsibility:assign",
        (
            _NAMED,
            _LOGIN,
            _letters(nargs="+"),
            arg("--instead", action="store_true", help="with A: instead of who answers for it now"),
            arg("--also", action="store_true", help="with A: beside who answers for it now"),
            JSON,
        ),
    ),
    Verb(
        "responsibility unassign",
        "take somebody's part in it away; all of them when none is named",
        "responsibility:unassign",
        (_NAMED, _LOGIN, _letters(nargs="*"), JSON),
    ),
    Verb(
        "responsibility move",
        "move it among those of its role",
        "responsibility:move",
        (_NUMBER, arg("where", metavar="WHERE", type=where, help="up, down, first, last, or a place"), JSON),
    ),
    Verb("responsibility archive", "put it away", "responsibility:archive", (_NUMBER, JSON)),
    Verb("responsibility restore", "bring it back", "responsibility:restore", (_NUMBER, JSON)),
    Verb(
        "whois",
        "find who answers for a thing",
        "whois",
        (arg("question", metavar="WORDS", nargs="+", help="like “refund over 100 euro”"), JSON),
    ),
)
