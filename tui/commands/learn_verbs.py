"""The verbs for what people learn, and for its budget."""

from __future__ import annotations

from tui.commands.values import count, day, hours, level, maybe_day, maybe_level, maybe_money, money
from tui.commands.verb import JSON, OVER, Verb, arg, flag

_NUMBER = arg("number", metavar="NUMBER", type=count, help="the number of the learning item")
_FIELDS = (
    arg("--skill", metavar="SKILL", help="what it is for, or none"),
    arg("--level", metavar="N", type=maybe_level, help="the level that it should lead to, or none"),
    arg("--kind", choices=("course", "book", "shadowing", "conference", "practice")),
    arg("--provider", metavar="TEXT", help="who gives it; for shadowing the colleague"),
    arg("--cost", metavar="AMOUNT", type=money, help="what it is expected to cost"),
    arg("--hours", metavar="H", type=hours, help="how long it takes, or like 30m"),
    arg("--due", metavar="D", type=maybe_day, help="the last day on which it is in time, or none"),
    arg("--link", metavar="ADDRESS"),
    arg("--why", metavar="TEXT", help="what it is good for"),
)
_TITLE = arg(
    "title", metavar="TITLE", nargs="*", help="what is to be learned; with --skill it may be left out"
)
_PERSON = arg("--person", metavar="LOGIN", help="for somebody else")
_YEAR = arg("--year", metavar="YEAR", type=count, help="another year than this one")

LEARN_VERBS = (
    Verb("learn", "list what people learn", "learn:everything", (JSON,)),
    Verb(
        "learn list",
        "list what people learn",
        "learn:some",
        (
            arg("--person", metavar="LOGIN", help="only that of a person; “me” for your own"),
            arg(
                "--state",
                choices=("wish", "planned", "under-way", "done", "dropped"),
                help="only what is so far; else what is open",
            ),
            arg("--skill", metavar="SKILL", help="only what is for a skill"),
            arg("--all", dest="all_of_them", action="store_true", help="also what is done or dropped"),
            flag("--archived", "what was put away instead"),
            JSON,
        ),
    ),
    Verb("learn show", "show all of a learning item", "learn:show", (_NUMBER, JSON)),
    Verb(
        "learn wish",
        "write down what you would like to learn",
        "learn_change:wish",
        (_TITLE, _PERSON, *_FIELDS, JSON),
    ),
    Verb("learn plan", "plan something to learn", "learn_change:plan", (_TITLE, _PERSON, *_FIELDS, JSON)),
    Verb(
        "learn edit",
        "change a learning item",
        "learn_change:edit",
        (
            _NUMBER,
            arg("--title", metavar="TITLE"),
            *_FIELDS,
            arg("--paid", metavar="AMOUNT", type=maybe_money, help="what it has really cost"),
            arg("--paid-on", metavar="D", type=day, help="when; today when left out"),
            JSON,
        ),
    ),
    Verb("learn agree", "agree to a wish", "learn_change:agree", (_NUMBER, JSON)),
    Verb("learn begin", "say that you have begun", "learn_change:begin", (_NUMBER, JSON)),
    Verb(
        "learn finish",
        "say that something is learned",
        "learn_change:finish",
        (
            _NUMBER,
            arg("--level", metavar="N", type=level, help="your level from now on, 0 to 4"),
            arg("--learned", metavar="TEXT", default="", help="what you learned; - reads it from the input"),
            flag("--share", "tell it to everyone in the news"),
            arg("--paid", metavar="AMOUNT", type=money, help="what it has really cost"),
            OVER,
            JSON,
        ),
    ),
    Verb("learn drop", "say that nothing comes of it", "learn_change:drop", (_NUMBER, JSON)),
    Verb("learn card", "put it on the board", "learn_change:card", (_NUMBER, OVER, JSON)),
    Verb("learn archive", "put it away", "learn_change:archive", (_NUMBER, JSON)),
    Verb("learn restore", "bring it back", "learn_change:restore", (_NUMBER, JSON)),
    Verb("budget", "list what departments may spend on learning, and have", "budget:this_year", (JSON,)),
    Verb(
        "budget list",
        "list what departments may spend on learning, and have",
        "budget:everything",
        (_YEAR, JSON),
    ),
    Verb(
        "budget set",
        "say what a department may spend on learning in a year",
        "budget:put",
        (
            arg("department", metavar="DEPARTMENT", help="as the roles name it; “none” for the others"),
            arg("amount", metavar="AMOUNT", type=maybe_money, help="in the team's currency, or none"),
            _YEAR,
            JSON,
        ),
    ),
)
