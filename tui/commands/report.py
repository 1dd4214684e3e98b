"""`tagwerk report`: a page of a week or a month, for people without a terminal."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from store.change import Change
from store.charts.svg import MADE_WITH
from store.errors import Refused
from store.flow.page import begins
from store.past import changes_since
from store.report.building import build, flow_page
from store.report.flow import weeks_for
from store.report.html import html
from store.report.markdown import markdown
from store.report.period import Period, between, month, week
from store.report.scope import WHOLE_TEAM, department_named
from tui.commands.answer import Answer
from tui.commands.call import Call
from tui.commands.output import Content, deliver
from tui.commands.session import Session, session
from tui.commands.values import Day

_ENDINGS = {"md": (".md", ".markdown"), "html": (".html", ".htm")}


def run(
    call: Call,
    *,
    week: str | None,
    month: str | None,
    first: Day | None,
    until: Day | None,
    format: str | None,
    department: str | None,
    output: str | None,
    force: bool,
) -> Answer:
    """Write the report, or print it.

    Raises:
        NotFound: there is no such department.
        Refused: there is no such time, or the file is another one.
        StorageError: the folder does not answer, or the file cannot be written.
    """
    kind = format or _told_by(output)
    with session(call) as opened:
        team, now = opened.team, opened.now
        period = _period(opened, week, month, first, until)
        if period.first > opened.today:
            raise Refused(f"{period.name[:1].upper()}{period.name[1:]} has not begun yet.")
        scope = department_named(team, department) if department is not None else WHOLE_TEAM
        page = flow_page(team, period, now, scope, _changes(call, opened, period))
        report = build(team, period, now, page, scope)
    facts = {
        "from": period.first.isoformat(),
        "until": period.last.isoformat(),
        "department": scope.department,
        "format": kind,
    }
    text = html(report) if kind == "html" else markdown(report)
    return deliver(
        Content(text, "report", _ENDINGS[kind], lambda found: MADE_WITH in found, facts), output, force=force
    )


def _told_by(output: str | None) -> str:
    """The format that goes with the name of a file."""
    ending = Path(output or "").suffix.lower()
    return next((kind for kind, endings in _ENDINGS.items() if ending in endings), "md")


def _period(
    opened: Session, asked_week: str | None, asked_month: str | None, first: Day | None, until: Day | None
) -> Period:
    today = opened.today
    if first is not None:
        return between(first(today), until(today) if until is not None else today)
    if until is not None:
        raise Refused("A report until a day needs to know from when on; add --from DAY.")
    if asked_month is not None:
        return month(asked_month, today)
    return week(asked_week or "this", today)


def _changes(call: Call, opened: Session, period: Period) -> tuple[Change, ...] | None:
    """What happened in the weeks that are looked at; only a report of today tells since when cards wait."""
    today = opened.today
    if not period.holds(today):
        return None
    first = begins(today, weeks_for(period, today))
    zone = ZoneInfo(opened.team.settings.time_zone)
    since = datetime(first.year, first.month, first.day, tzinfo=zone).astimezone(UTC)
    told = changes_since(opened.repository.log, opened.repository.number, since)
    if not told.is_whole:
        call.tell("A part of the history is damaged: since when cards are blocked is told from there on.")
    return told.changes
