"""The verbs for the message board."""

from __future__ import annotations

from tui.commands.values import count, limit, maybe_day, maybe_number, quotation
from tui.commands.verb import JSON, Argument, Verb, arg, flag

_NUMBER = arg("number", metavar="NUMBER", type=count, help="the post's number")
_KIND = ("news", "announcement", "question", "celebration", "incident")


def _many(name: str, metavar: str, dest: str, help: str, **settings: object) -> Argument:
    return arg(name, metavar=metavar, dest=dest, action="append", default=[], help=help, **settings)


_FIELDS = (
    arg("--kind", choices=_KIND, help="what it is for; news when left out"),
    arg("--body", metavar="TEXT", help="Markdown; - reads it from the input, none empties it"),
    _many("--to", "WHO", "to", "a role or a person that it is for, or everyone; can be repeated"),
    arg(
        "--acknowledge-by",
        metavar="D",
        type=maybe_day,
        help="the day by which all of them say that they know it, or none",
    ),
    arg(
        "--pin",
        metavar="D",
        dest="pinned_until",
        type=maybe_day,
        help="the last day on which it stands above the others, or none",
    ),
    _many(
        "--card", "N", "tasks", "number of a card it is about, or none; can be repeated", type=maybe_number
    ),
    _many("--goal", "N", "goals", "number of a goal it is about, or none; can be repeated", type=limit),
)

NEWS_VERBS = (
    Verb(
        "news",
        "list what the team is to know: open incidents, what you owe, pinned posts, then the newest",
        "news:everything",
        (
            arg("words", metavar="WORD", nargs="*", help="only posts that have all these words"),
            arg("--kind", choices=_KIND, help="only those of a kind"),
            arg("--author", metavar="LOGIN", help="only those that a person wrote; “me” for your own"),
            arg("--role", metavar="R", help="only those that name a role as theirs"),
            flag("--unread", "only those that are new for you, or have new replies that concern you"),
            flag("--mentions", "only those that name you, themselves or in a reply"),
            flag("--owed", "only those that you still have to acknowledge"),
            flag("--archived", "those that were put away instead"),
            arg(
                *("-n", "--limit"),
                metavar="N",
                dest="most",
                type=count,
                default=30,
                help="at most so many; 30 when left out, 0 for all",
            ),
            flag("--all-read", "list nothing, but mark all there is as read"),
            JSON,
        ),
    ),
    Verb(
        "post add",
        "tell the team something",
        "post:add",
        (arg("title", metavar="TITLE", nargs="+"), *_FIELDS, JSON),
    ),
    Verb("post show", "show all of a post; it is read then", "post:show", (_NUMBER, JSON)),
    Verb(
        "post edit",
        "change what a post says",
        "post:edit",
        (_NUMBER, arg("--title", metavar="TITLE"), *_FIELDS, JSON),
    ),
    Verb(
        "post reply",
        "say something below a post",
        "post_talk:reply",
        (
            _NUMBER,
            arg("text", metavar="TEXT", nargs="+", help="what to say; - reads it from the input"),
            arg(
                "--quote",
                metavar="REPLY",
                type=quotation,
                help="number of the reply that is answered, or “post”; its words are put before",
            ),
            JSON,
        ),
    ),
    Verb(
        "post edit-reply",
        "change what you have said below a post",
        "post_talk:edit_reply",
        (
            arg("number", metavar="REPLY", type=count, help="the reply's number; “post show” tells it"),
            arg("text", metavar="TEXT", nargs="+", help="what it says then; - reads it from the input"),
            JSON,
        ),
    ),
    Verb(
        "post react",
        "react to a post with a sign; the same once more takes it back",
        "post_talk:react",
        (
            _NUMBER,
            arg("sign", metavar="SIGN", help="yes, no, thanks, heart, cheers or looking"),
            arg("--reply", metavar="N", type=count, help="number of the reply that is meant instead"),
            JSON,
        ),
    ),
    Verb("post acknowledge", "say that you know what a post says", "post_talk:acknowledge", (_NUMBER, JSON)),
    Verb(
        "post remind",
        "mention everyone who has not acknowledged a post",
        "post_talk:remind",
        (_NUMBER, JSON),
    ),
    Verb(
        "post pin",
        "let a post stand above the others up to a day",
        "post:pin",
        (_NUMBER, arg("until", metavar="DAY", type=maybe_day, help="that day, or none"), JSON),
    ),
    Verb(
        "post close",
        "say that an incident is over, and how it ended",
        "post:close",
        (
            _NUMBER,
            arg("outcome", metavar="OUTCOME", nargs="+", help="what was done; - reads it from the input"),
            JSON,
        ),
    ),
    Verb("post reopen", "say that an incident is not over after all", "post:reopen", (_NUMBER, JSON)),
    Verb("post archive", "put a post away; nothing of it is lost", "post:archive", (_NUMBER, JSON)),
    Verb("post restore", "bring a post back that was put away", "post:restore", (_NUMBER, JSON)),
)
