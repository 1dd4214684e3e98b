"""The verbs for goals."""

from __future__ import annotations

from tui.commands.values import count, day, limit, maybe_day, number
from tui.commands.verb import JSON, Verb, arg, flag

_NUMBER = arg("number", metavar="NUMBER", type=count, help="the goal's number")
_METRIC = (
    arg("--metric", metavar="TEXT", help="what is counted"),
    arg("--unit", metavar="UNIT", help="like %%, EUR or orders"),
    arg("--baseline", metavar="N", help="where it stands at the start, or none"),
    arg("--target", metavar="N", help="where it has to be in the end, or none; for a band its lower end"),
    arg("--target-high", metavar="N", help="for a band its upper end"),
    arg("--direction", choices=("more", "less", "within"), help="which way the metric has to go"),
    arg("--weight", metavar="N", help="how much it counts beside its siblings; 1 when left out"),
)
_FIELDS = (
    arg("--meaning", metavar="TEXT", help="what exactly is meant, and how one will know"),
    *_METRIC,
    arg(
        "--source",
        choices=("check-ins", "tasks", "effort", "results", "goals", "kpi"),
        help="where the value comes from",
    ),
    arg("--kpi", metavar="KPI", help="the KPI whose values it follows, or none"),
    arg("--confidence", metavar="N", help="how sure its owner is, 1 to 10"),
    arg("--needs", metavar="TEXT", help="what it takes: people, budget, help"),
    arg("--why", metavar="TEXT", help="why it matters"),
    arg("--serves", metavar="VALUE", help="the company value that it serves"),
    arg("--parent", metavar="GOAL", type=limit, help="number of the goal that it is a part of, or none"),
    arg("--start", metavar="D", type=maybe_day, help="the first day on which it counts, or none"),
    arg("--due", metavar="D", type=maybe_day, help="the last day on which it is in time, or none"),
    arg("--owner", metavar="LOGIN", help="the one person who answers for it, or none"),
    arg(
        "--role",
        metavar="R",
        dest="roles",
        action="append",
        default=[],
        help="that contributes; can be repeated",
    ),
    arg(
        "--person",
        metavar="LOGIN",
        dest="people",
        action="append",
        default=[],
        help="who contributes; can be repeated",
    ),
    arg("--cadence", metavar="DAYS", type=count, help="days between two check-ins; 7 when left out"),
)
_ANYWAY = flag("--anyway", "begin it although it is not SMART")

_STATES = ("draft", "active", "reached", "missed", "dropped")
_PACES = ("ahead", "on-track", "at-risk", "off-track")
_RESULT = arg("number", metavar="RESULT", type=count, help="the key result's number")
_STONE = arg("text", metavar="MILESTONE", help="what it says, or how that begins")
_BY = arg("--by", dest="by_day", metavar="D", type=day, help="the last day on which it is in time")
_VALUE = arg("--value", metavar="N", help="what the metric has to be by then")

GOAL_VERBS = (
    Verb(
        "goals",
        "list the team's goals, how far they are and where they will be",
        "goal:everything",
        (
            arg("--all", dest="all_of_them", action="store_true", help="also those that have ended"),
            arg("--period", choices=("this", "next"), help="only those of this quarter, or of the next one"),
            arg("--owner", metavar="LOGIN", help="only those of a person; “me” for your own"),
            arg("--role", metavar="R", help="only those to which a role contributes"),
            arg("--state", choices=(*_STATES, *_PACES), help="only those in a state, or at a pace"),
            flag("--by-risk", "the one that is most behind first"),
            flag("--archived", "those that were put away instead"),
            JSON,
        ),
    ),
    Verb(
        "goal add",
        "write a goal",
        "goal:add",
        (
            arg("title", metavar="TITLE", nargs="+"),
            *_FIELDS,
            arg("--begin", dest="start_now", action="store_true", help="begin it at once"),
            _ANYWAY,
            JSON,
        ),
    ),
    Verb(
        "goal edit",
        "change what a goal says",
        "goal:edit",
        (_NUMBER, arg("--title", metavar="TITLE"), *_FIELDS, JSON),
    ),
    Verb("goal begin", "begin to work towards a goal", "goal:begin", (_NUMBER, _ANYWAY, JSON)),
    Verb("goal show", "show all of a goal", "goal:show", (_NUMBER, JSON)),
    Verb(
        "goal check-in",
        "say how it stands with a goal; fit for a script that pushes numbers",
        "goal:check_in",
        (
            _NUMBER,
            arg("--value", metavar="N", help="what the metric is"),
            arg("--confidence", metavar="N", help="how sure you are, 1 to 10"),
            arg("--note", metavar="TEXT", default="", help="what is to be told"),
            arg("--blockers", metavar="TEXT", default="", help="what is in the way"),
            arg("--day", metavar="D", type=day, help="the day it tells of; today when left out"),
            arg("--result", metavar="N", type=count, help="number of the key result it is about"),
            JSON,
        ),
    ),
    Verb(
        "goal close",
        "say how a goal ended",
        "goal:close",
        (
            _NUMBER,
            arg(
                "how",
                metavar="HOW",
                choices=("reached", "missed", "dropped"),
                help="reached, missed or dropped",
            ),
            arg("--reason", metavar="TEXT", default="", help="why"),
            arg("--lesson", metavar="TEXT", default="", help="what the team learns from it"),
            JSON,
        ),
    ),
    Verb(
        "goal link",
        "say which tasks serve a goal",
        "goal:link",
        (
            _NUMBER,
            arg("cards", metavar="TASK", nargs="+", type=number),
            flag("--off", "take them off instead"),
            JSON,
        ),
    ),
    Verb(
        "goal comment",
        "say something about a goal",
        "goal:comment",
        (_NUMBER, arg("text", metavar="TEXT", nargs="+"), JSON),
    ),
    Verb("goal archive", "put a goal away", "goal:archive", (_NUMBER, JSON)),
    Verb("goal restore", "bring a goal back that was put away", "goal:restore", (_NUMBER, JSON)),
    Verb(
        "result add",
        "say what a goal is made of: a key result with a metric of its own",
        "goal_parts:add_result",
        (_NUMBER, arg("title", metavar="TITLE", nargs="+"), *_METRIC, JSON),
    ),
    Verb(
        "result edit",
        "change a key result",
        "goal_parts:edit_result",
        (_RESULT, arg("--title", metavar="TITLE"), *_METRIC, JSON),
    ),
    Verb(
        "result archive",
        "put a key result away: it counts no more",
        "goal_parts:archive_result",
        (_RESULT, flag("--back", "bring it back instead"), JSON),
    ),
    Verb(
        "milestone add",
        "say what has to be there on the way to a goal",
        "goal_parts:add_milestone",
        (
            _NUMBER,
            arg("text", metavar="TEXT", nargs="+"),
            arg("--by", dest="by_day", metavar="D", type=day, required=True, help="the last day in time"),
            _VALUE,
            JSON,
        ),
    ),
    Verb(
        "milestone edit",
        "change a milestone",
        "goal_parts:edit_milestone",
        (_NUMBER, _STONE, arg("--text", dest="new_text", metavar="TEXT"), _BY, _VALUE, JSON),
    ),
    Verb(
        "milestone done",
        "say that a milestone is reached",
        "goal_parts:milestone_done",
        (
            _NUMBER,
            _STONE,
            arg("--not", dest="undone", action="store_true", help="say that it is not, after all"),
            JSON,
        ),
    ),
    Verb("milestone remove", "take a milestone away", "goal_parts:remove_milestone", (_NUMBER, _STONE, JSON)),
)
