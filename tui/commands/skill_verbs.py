"""The verbs for skills, levels, learning and its budget."""

from __future__ import annotations

from tui.commands.learn_verbs import LEARN_VERBS
from tui.commands.values import count, day, level, maybe_level, meaning, where
from tui.commands.verb import JSON, OneOf, Verb, arg, flag

_SKILL = arg("skill", metavar="SKILL", help="the skill's name, or how it begins")
_NAME = arg("--name", metavar="NAME", help="another name")
_FIELDS = (
    arg("--category", metavar="TEXT", help="what it stands under, like Warehouse; “none” for nothing"),
    arg("--about", metavar="TEXT", help="what belongs to it"),
    arg("--tag", metavar="TAG", help="cards with this tag need it; “none” for those with its name"),
    arg(
        "--meaning",
        metavar="N=TEXT",
        dest="meanings",
        type=meaning,
        action="append",
        default=[],
        help="what a level from 0 to 4 means in it; can be repeated",
    ),
)
_WHERE = arg("where", metavar="WHERE", type=where, help="up, down, first, last, or a place like 2")
_PERSON = arg("--person", metavar="LOGIN", help="somebody else")
_YEAR = arg("--year", metavar="YEAR", type=count, help="another year than this one")
_ROLE = arg("--role", metavar="R", help="only those of a role")

SKILL_VERBS = (
    Verb("skill", "list the skills, and how well each role needs them", "skill:everything", (JSON,)),
    Verb(
        "skill list",
        "list the skills, and how well each role needs them",
        "skill:some",
        (
            arg("--category", metavar="TEXT", help="only those of one category"),
            flag("--archived", "those that were put away instead"),
            JSON,
        ),
    ),
    Verb("skill add", "add a skill", "skill:add", (arg("name", metavar="NAME"), *_FIELDS, JSON)),
    Verb("skill edit", "change a skill", "skill:edit", (_SKILL, _NAME, *_FIELDS, JSON)),
    Verb(
        "skill target",
        "say how well a role needs a skill",
        "skill:target",
        (
            _SKILL,
            arg("role", metavar="ROLE", help="the role's name, or how it begins"),
            arg("level", metavar="LEVEL", type=maybe_level, help="0 to 4, or none"),
            JSON,
        ),
    ),
    Verb("skill move", "move a skill in its category", "skill:move", (_SKILL, _WHERE, JSON)),
    Verb("skill archive", "put a skill away; what people can stays known", "skill:archive", (_SKILL, JSON)),
    Verb("skill restore", "bring a skill back", "skill:restore", (_SKILL, JSON)),
    Verb("level", "list your own levels, and what you need", "level:mine", (JSON,)),
    Verb(
        "level list",
        "list the levels of a person, or of everybody in a skill",
        "level:some",
        (
            arg("person", metavar="PERSON", nargs="?", help="you, when left out"),
            arg("--skill", metavar="SKILL", help="everybody's level in this one"),
            JSON,
        ),
    ),
    Verb(
        "level set",
        "say how well you can do something; who leads a role also of others",
        "level:put",
        (
            _SKILL,
            arg("level", metavar="LEVEL", type=level, help="0 to 4; “skill list” says what they mean"),
            _PERSON,
            arg("--evidence", metavar="TEXT", default="", help="what shows it; - reads it from the input"),
            arg("--expires", metavar="D", type=day, help="the last day on which a certificate holds"),
            arg(
                "--on", dest="on_day", metavar="D", type=day, help="the day it tells of; today when left out"
            ),
            JSON,
        ),
    ),
    Verb(
        "level confirm",
        "confirm what somebody says of herself",
        "level:confirm",
        (arg("what", metavar="WHAT", nargs="+", help="a number of “level open”, or PERSON SKILL"), JSON),
    ),
    Verb(
        "level open",
        "list what waits for you to confirm",
        "level:waiting",
        (arg("--all", dest="all_of_them", action="store_true", help="what waits for anybody"), JSON),
    ),
    Verb(
        "level take-back",
        "take back what was said about a level",
        "level:take_back",
        (
            arg("number", metavar="NUMBER", type=count, help="as “level list” tells it"),
            flag("--undo", "let it count again"),
            JSON,
        ),
    ),
    *LEARN_VERBS,
    Verb(
        "training",
        "say how it stands with skills: gaps, what hangs on one person, certificates, money, trends",
        "training",
        (
            OneOf(
                (
                    flag("--gaps", "what people can do less well than their roles need"),
                    flag("--alone", "skills that only one person has, and who could learn them next"),
                    flag("--certificates", "certificates that expire or have expired"),
                    flag("--plan", "what the departments planned and spent against their budgets"),
                    flag("--trends", "levels, hours and money over the last twelve months"),
                )
            ),
            _ROLE,
            arg("--person", metavar="LOGIN", help="only those of a person; “me” for your own"),
            arg("--skill", metavar="SKILL", help="only this one"),
            arg("--department", metavar="TEXT", help="only this one"),
            arg("--days", metavar="N", type=count, default=90, help="how far ahead to look for certificates"),
            _YEAR,
            flag("--by-role", "gaps of the roles instead of those of people"),
            JSON,
        ),
    ),
    Verb(
        "whohelps",
        "say who can help with something",
        "helping",
        (arg("words", metavar="WORDS", nargs="+", help="what it is about, like “customs papers”"), JSON),
    ),
)
