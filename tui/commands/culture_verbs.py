"""The verbs for values, kudos, the pulse and the days to come."""

from __future__ import annotations

from argparse import SUPPRESS

from tui.commands.values import count, where
from tui.commands.verb import JSON, Verb, arg, flag

_VALUE = arg("value", metavar="VALUE", help="the value's name, or how it begins")
_WHERE = arg("where", metavar="WHERE", type=where, help="up, down, first, last, or a place like 2")
_OF_VALUE = (
    arg("--about", metavar="TEXT", help="why it matters; - reads it from the input"),
    arg(
        "--practice",
        metavar="TEXT",
        action="append",
        help="what it looks like on an ordinary day; can be repeated, and replaces what was there",
    ),
)
_NUMBER = arg("number", metavar="NUMBER", type=count, help="the question's number")
_ENDS = (
    arg("--low", metavar="WORDS", help="what 1 means, like “hard”"),
    arg("--high", metavar="WORDS", help="what 5 means, like “very good”"),
)
# Without a default: the verbs that begin with this one do not take them.
_SCORE = arg("--score", metavar="1-5", type=count, default=SUPPRESS, help="your answer, 1 to 5")
_NOTE = arg("--note", metavar="WORDS", default=SUPPRESS, help="a sentence to it")

CULTURE_VERBS = (
    Verb("value", "list what the team holds dear", "value:everything", (JSON,)),
    Verb("value list", "list what the team holds dear", "value:everything", (JSON,)),
    Verb("value add", "add a value", "value:add", (arg("name", metavar="NAME", nargs="+"), *_OF_VALUE, JSON)),
    Verb("value ready", "take values to begin with", "value:ready", (JSON,)),
    Verb(
        "value edit",
        "change a value",
        "value:edit",
        (_VALUE, arg("--name", metavar="NAME", help="another name"), *_OF_VALUE, JSON),
    ),
    Verb("value move", "move a value among the others", "value:move", (_VALUE, _WHERE, JSON)),
    Verb("value archive", "put a value away", "value:archive", (_VALUE, JSON)),
    Verb("value restore", "bring a value back", "value:restore", (_VALUE, JSON)),
    Verb(
        "kudos",
        "thank somebody: PERSON WORDS; shows the last weeks; mine, quiet, or take-back NUMBER",
        "kudos",
        (
            arg(
                "words",
                metavar="WORD",
                nargs="*",
                help="whom, with commas between, and what for (- reads it from the input); or “mine”: what "
                "came in and went out for you; “quiet”: who was not thanked for long, for who leads a role; "
                "“take-back NUMBER”; nothing: the last weeks",
            ),
            arg("--value", metavar="V", help="the value that it shows"),
            arg(
                "--role",
                metavar="R",
                dest="roles",
                action="append",
                default=[],
                help="all who are in a role; can be repeated",
            ),
            flag("--post", "also tell the news"),
            arg("--weeks", metavar="N", type=count, help="how far back; 4 when left out"),
            JSON,
        ),
    ),
    Verb("pulse", "this week's question; answers it", "pulse", (_SCORE, _NOTE, JSON)),
    Verb(
        "pulse results",
        "show the results, in sum and from 5 answers on",
        "pulse:results",
        (arg("--weeks", metavar="N", type=count, help="how far back; 8 when left out"), JSON),
    ),
    Verb("pulse question", "list what the pulse asks", "pulse_question:everything", (JSON,)),
    Verb("pulse question list", "list what the pulse asks", "pulse_question:everything", (JSON,)),
    Verb(
        "pulse question add",
        "ask something more",
        "pulse_question:add",
        (arg("text", metavar="TEXT", nargs="+", help="like “How was your week?”"), *_ENDS, JSON),
    ),
    Verb("pulse question ready", "take questions to begin with", "pulse_question:ready", (JSON,)),
    Verb(
        "pulse question edit",
        "change a question that was not answered yet",
        "pulse_question:edit",
        (_NUMBER, arg("--text", metavar="TEXT", help="another text"), *_ENDS, JSON),
    ),
    Verb("pulse question move", "move a question", "pulse_question:move", (_NUMBER, _WHERE, JSON)),
    Verb(
        "pulse question archive",
        "ask it no longer; its answers stay",
        "pulse_question:archive",
        (_NUMBER, JSON),
    ),
    Verb("pulse question restore", "ask it again", "pulse_question:restore", (_NUMBER, JSON)),
    Verb(
        "days",
        "show what the coming days bring: birthdays, new colleagues, holidays, absences",
        "days",
        (arg("--weeks", metavar="N", type=count, help="how far ahead; 2 when left out"), JSON),
    ),
)
