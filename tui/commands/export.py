"""`tagwerk export` and `tagwerk chart`: figures as rows for a spreadsheet, and as drawings."""

from __future__ import annotations

from store.charts.flow import scatter
from store.charts.svg import MADE_WITH, Chart
from store.errors import Refused
from store.flow.page import MOST_WEEKS, WEEKS, Page, page
from store.models import Cadence
from store.report.flow import levels_chart, weeks_chart
from store.report.kpi_chart import kpi_chart
from store.report.rows import MADE, csv_text, is_table_of, json_text, shape
from store.report.sheets import Sheet, Span, What, sheet
from store.rules.lookup import kpi_named
from tui.commands.answer import Answer
from tui.commands.call import Call
from tui.commands.output import Content, deliver
from tui.commands.session import session
from tui.commands.values import Day


def run(
    call: Call,
    *,
    what: str,
    kpi: str | None,
    first: Day | None,
    until: Day | None,
    format: str | None,
    excel: bool,
    output: str | None,
    force: bool,
) -> Answer:
    """Write rows, or print them.

    Raises:
        NotFound: there is no such KPI.
        Refused: the options do not go together, or the file is another one.
        StorageError: the folder does not answer, or the file cannot be written.
    """
    kind = format or ("json" if output is not None and output.lower().endswith(".json") else "csv")
    if excel and kind == "json":
        raise Refused("JSON has no form for Excel; leave out --excel, or write CSV.")
    wanted = What(what)
    if kpi is not None and wanted is not What.READINGS:
        raise Refused("Only readings are of one KPI; “tagwerk export readings --kpi NAME” has them.")
    if (first or until) and wanted not in (What.READINGS, What.FLOW):
        raise Refused("Only readings and the flow of work are of a time; leave out --from and --until.")
    with session(call) as opened:
        today, team = opened.today, opened.team
        only = kpi_named(team, kpi) if kpi is not None else None
        span = Span(first(today) if first else None, until(today) if until else None)
        found = sheet(team, wanted, today, span=span, kpi=only)
    return deliver(_rows(found, kind, excel=excel), output, force=force)


def chart(
    call: Call,
    *,
    kpi: str | None,
    flow: str | None,
    by: str | None,
    last: int | None,
    compare: bool,
    output: str | None,
    force: bool,
) -> Answer:
    """Draw a KPI or the flow of work. Raises as `run`."""
    if (kpi is None) is (flow is None):
        raise Refused("Say which KPI, or with --flow which chart of the flow of work.")
    if last is not None and last < 1:
        raise Refused("A chart shows one value at least.")
    if flow is not None and (by is not None or compare):
        raise Refused("The flow of work is drawn as it is; leave out --by and --compare.")
    with session(call) as opened:
        if kpi is not None:
            cadence = Cadence(by) if by is not None else None
            drawing = kpi_chart(opened.team, kpi_named(opened.team, kpi), cadence, last, compare=compare)
        else:
            weeks = WEEKS if last is None else last
            if weeks > MOST_WEEKS:
                raise Refused(f"{weeks} weeks are not looked at; say 1 to {MOST_WEEKS}.")
            drawing = _flow_chart(flow or "", page(opened.team, opened.now, count=weeks))
    facts = {"title": drawing.title, "about": drawing.about}
    svg = Content(drawing.svg(), "chart", (".svg",), lambda found: MADE_WITH in found, facts)
    return deliver(svg, output, force=force)


def _flow_chart(which: str, flow: Page) -> Chart:
    if which == "weeks":
        return weeks_chart(flow)
    return levels_chart(flow) if which == "cumulative" else _times_chart(flow)


def _times_chart(flow: Page) -> Chart:
    cycle = flow.cycle
    levels = [(cycle.median, "half"), (cycle.p85, "85 of 100")] if cycle else []
    told = (
        f"{cycle.count} finished cards: half took {cycle.median:.1f} days or less, "
        f"85 of 100 {cycle.p85:.1f}, the longest {cycle.longest:.1f}."
        if cycle
        else "No card was finished in this time."
    )
    points = [(point.day, point.days) for point in flow.cycles]
    return scatter("Cycle time of finished cards, days", told, points, levels)


def _rows(found: Sheet, kind: str, *, excel: bool) -> Content:
    facts = {"rows": len(found.rows), "format": kind}
    if kind == "json":
        text = json_text(found)
        return Content(
            text, "JSON file", (".json",), lambda old: f'"{MADE}"' in old[:200], facts, shape(found)
        )
    text = csv_text(found, excel=excel)
    return Content(
        text,
        "table",
        (".csv", ".txt"),
        lambda old: is_table_of(old.partition("\n")[0], found),
        facts,
        shape(found),
        excel,
    )
