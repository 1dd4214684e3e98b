"""The verbs for KPIs and their readings."""

from __future__ import annotations

from tui.commands.values import count, told_day, where
from tui.commands.verb import JSON, Verb, arg

_KPI = arg("kpi", metavar="KPI", help="its name, how that begins, or its number")
_CADENCES = ("day", "week", "month", "quarter")
_FIELDS = (
    arg("--about", metavar="TEXT", help="what exactly is counted, and where it comes from"),
    arg("--department", metavar="TEXT", help="whose it is, as the roles name it; that of its role if empty"),
    arg("--role", metavar="R", help="the role that watches it, or none"),
    arg("--unit", metavar="UNIT", help="like %%, EUR or h"),
    arg("--direction", choices=("more", "less", "within"), help="which way is better; more when left out"),
    arg("--target", metavar="N", help="what it should be, or none; for within the lower end"),
    arg("--target-high", metavar="N", help="for within the upper end, or none"),
    arg("--limit", metavar="N", help="beyond which it is alarming, or none; for within the lower one"),
    arg("--limit-high", metavar="N", help="for within the upper limit, or none"),
    arg("--cadence", choices=_CADENCES, help="for how long one reading holds; a week when left out"),
    arg(
        "--combine",
        choices=("sum", "mean", "last"),
        help="how readings of a longer time become one: added, their mean, or the last; mean when left out",
    ),
    arg("--decimals", metavar="N", type=count, help="digits behind the point; 1 when left out"),
    arg("--owner", metavar="LOGIN", help="who answers for it and is asked for late readings, or none"),
    arg("--source", metavar="TEXT", help="where its readings come from: a report, a script"),
    arg(
        "--column",
        metavar="NAME",
        dest="columns",
        action="append",
        help="what it is called in files that are read in; can be repeated, and replaces what was there",
    ),
)

KPI_VERBS = (
    Verb("kpi", "how the team’s KPIs stand, by department", "kpi:everything", (JSON,)),
    Verb("kpi list", "how the team’s KPIs stand, by department", "kpi:everything", (JSON,)),
    Verb(
        "kpi show",
        "show a KPI: what it is, its values over time, its readings, what was changed because of it",
        "kpi:show",
        (
            _KPI,
            arg("--by", choices=_CADENCES, help="values of longer periods; its own when left out"),
            arg("--last", metavar="N", type=count, default=12, help="how many values; 12 when left out"),
            JSON,
        ),
    ),
    Verb(
        "kpi record",
        "write down what a KPI was; for a period that has a reading it is a correction",
        "kpi_record:record",
        (
            arg("kpi", metavar="KPI", help="its name or number; - reads lines “KPI;VALUE[;DAY]”"),
            arg(
                "value",
                metavar="VALUE",
                nargs="?",
                help="like 2.4, 1240, 1.240,50 or “12 %%”; 1.240 is asked back",
            ),
            arg(
                "--on",
                dest="day",
                metavar="DAY",
                type=told_day,
                help="a day that it tells of: 2026-11-20, yesterday, fri, 2026-W47, 2026-11, 2026-Q4",
            ),
            arg("--note", metavar="TEXT", default="", help="what is to be told beside the number"),
            arg("--source", metavar="TEXT", default="", help="the script or report that it comes from"),
            JSON,
        ),
    ),
    Verb(
        "kpi take-back",
        "take a reading back; what was written before it for the period counts again",
        "kpi_record:take_back",
        (arg("reading", metavar="READING", type=count, help="its number; “kpi show” lists them"), JSON),
    ),
    Verb(
        "kpi ready",
        "list ready-made KPIs of an online shop, or take a set of them",
        "kpi_ready",
        (
            arg(
                "name",
                metavar="SET",
                nargs="?",
                choices=("shop", "sales", "warehouse", "service", "marketing"),
                help="sales, warehouse, service, marketing, or shop for all of them",
            ),
            JSON,
        ),
    ),
    Verb("kpi add", "watch another KPI", "kpi:add", (arg("name", metavar="NAME", nargs="+"), *_FIELDS, JSON)),
    Verb(
        "kpi edit",
        "change what a KPI is, what it should be, or whose",
        "kpi:edit",
        (_KPI, arg("--name", metavar="NAME", help="another name"), *_FIELDS, JSON),
    ),
    Verb(
        "kpi move",
        "move a KPI among those of its department",
        "kpi:move",
        (
            _KPI,
            arg("where", metavar="WHERE", type=where, help="up, down, first, last, or a number from 1"),
            JSON,
        ),
    ),
    Verb("kpi archive", "watch a KPI no longer; its readings stay", "kpi:archive", (_KPI, JSON)),
    Verb("kpi restore", "watch a KPI again", "kpi:restore", (_KPI, JSON)),
)
