"""The verbs for the round of a stand-up."""

from __future__ import annotations

from tui.commands.verb import JSON, OVER, Verb, arg

_PERSON = arg("person", metavar="NAME", help="login or name of the person")
_WITH = arg(
    "--with",
    metavar="NAME",
    dest="people",
    action="append",
    default=[],
    help="somebody whom it takes, as @NAME in the text; can be repeated",
)

ROUND_VERBS = (
    Verb(
        "standup round",
        "show where the stand-up of today is: who has the word, who is to come, what was noted",
        "standup_round:where",
        (JSON,),
    ),
    Verb("standup round start", "begin it; the first one has the word then", "standup_round:start", (JSON,)),
    Verb(
        "standup round next",
        "give the word to the next one",
        "standup_round:go_on",
        (arg("person", metavar="NAME", nargs="?", help="somebody else than whose turn it is"), JSON),
    ),
    Verb("standup round absent", "leave out who is not there", "standup_round:absent", (_PERSON, JSON)),
    Verb(
        "standup round back",
        "bring somebody back who was left out",
        "standup_round:back",
        (_PERSON, JSON),
    ),
    Verb(
        "standup round decide",
        "write down what was decided",
        "standup_round:decide",
        (
            arg("text", metavar="TEXT", nargs="+", help="what was decided; - reads it from the input"),
            _WITH,
            JSON,
        ),
    ),
    Verb(
        "standup round park",
        "keep a topic for afterwards",
        "standup_round:park",
        (
            arg(
                "text",
                metavar="TEXT",
                nargs="+",
                help="what is to be talked about; - reads it from the input",
            ),
            _WITH,
            JSON,
        ),
    ),
    Verb(
        "standup round card",
        "make a card of what was noted, also once the round is over",
        "standup_round:card",
        (
            arg("note", metavar="NOTE", help="the note's number; “standup round” tells it"),
            OVER,
            JSON,
        ),
    ),
    Verb("standup round end", "end it and tell the news how it was", "standup_round:end", (JSON,)),
)
