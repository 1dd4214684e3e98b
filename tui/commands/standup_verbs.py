"""The verbs for the daily stand-up."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import Any

from tui.commands.standup_round_verbs import ROUND_VERBS
from tui.commands.values import count, day, numbered_text
from tui.commands.verb import JSON, Argument, OneOf, Verb, arg

_DAYS = "days of the week like Mo,Fr; “all” for every day"
_NUMBER = arg("number", metavar="NUMBER", type=count, help="the question's number")


def _only(name: str, **settings: Any) -> Argument:
    # Without a default: the verbs that begin with this one do not take it.
    return arg(name, default=SUPPRESS, **settings)


def _switch(name: str, help: str, **settings: Any) -> Argument:
    return _only(name, action="store_true", help=help, **settings)


STANDUP_VERBS = (
    Verb(
        "standup",
        "say how it goes: shows your draft, and posts it",
        "standup",
        (
            OneOf(
                (
                    _switch("--post", "post it without asking"),
                    _switch("--show", "show everybody's updates of a day, and who has written none"),
                    _switch("--participation", "show who took part over the last weeks", dest="share"),
                )
            ),
            _only("--done", metavar="TEXT", help="what you did, one thing a line; - reads it from the input"),
            _only("--now", metavar="TEXT", help="what you do now; - reads it from the input"),
            _only("--blockers", metavar="TEXT", help="what is in the way; - reads it from the input"),
            _only(
                "--answer",
                metavar="NUMBER=TEXT",
                dest="answers",
                type=numbered_text,
                action="append",
                help="to one of the team's questions; can be repeated",
            ),
            _only("--day", metavar="D", type=day, help="another day than today"),
            _only("--weeks", metavar="N", type=count, help="how many of them; 4 when left out"),
            JSON,
        ),
    ),
    *ROUND_VERBS,
    Verb("standup question", "list what the team asks", "standup_question:everything", (JSON,)),
    Verb("standup question list", "list what the team asks", "standup_question:everything", (JSON,)),
    Verb(
        "standup question add",
        "ask something of everyone",
        "standup_question:add",
        (
            arg("text", metavar="TEXT", nargs="+", help="like “What did you learn this week?”"),
            arg("--on", metavar="DAYS", help=_DAYS),
            JSON,
        ),
    ),
    Verb(
        "standup question edit",
        "change what is asked, or when",
        "standup_question:edit",
        (
            _NUMBER,
            arg("--text", metavar="TEXT", help="another text"),
            arg("--on", metavar="DAYS", help=_DAYS),
            JSON,
        ),
    ),
    Verb(
        "standup question archive",
        "ask it no longer; its answers stay",
        "standup_question:archive",
        (_NUMBER, JSON),
    ),
    Verb("standup question restore", "ask it again", "standup_question:restore", (_NUMBER, JSON)),
)
