"""Whatever another program wrote into the tables: a report, an export and a chart can be had of it."""

from __future__ import annotations

from itertools import product
from xml.etree import ElementTree

from hypothesis import given, settings

from store.models import Kpi
from store.report.building import build, flow_page
from store.report.html import html
from store.report.kpi_chart import kpi_chart
from store.report.markdown import markdown
from store.report.period import month, week
from store.report.rows import csv_text, json_text
from store.report.scope import WHOLE_TEAM, Scope
from store.report.sheets import What, sheet
from store.team import Team
from tests.store.report.test_report import Page
from tests.store.test_anything import NOW, TODAY, Tables, tables, with_figures

FIGURES = ("settings", "members", "roles", "goals", "check_ins", "kpis", "readings", "adjustments")
PEOPLE = ("settings", "members", "roles", "tasks", "posts", "kudos", "values", "absences")


def told(team: Team) -> None:
    """All that can be made of a team."""
    ones = Scope("x", frozenset({1}), frozenset({"ana"}))
    for period, scope in product((week("last", TODAY), month("this", TODAY)), (WHOLE_TEAM, ones)):
        report = build(team, period, NOW, flow_page(team, period, NOW, scope, ()), scope)
        assert markdown(report).endswith("\n")
        assert Page(html(report)).texts
    for what in What:
        found = sheet(team, what, TODAY)
        assert csv_text(found, excel=True).startswith(found.heads[0])
        assert json_text(found)
    for kpi in team.all(Kpi):
        ElementTree.fromstring(kpi_chart(team, kpi, compare=True).svg())


@settings(max_examples=25)
@given(tables(*FIGURES))
def test_whatever_is_in_the_figures_they_can_be_told(made: Tables) -> None:
    """As a report, as rows, as charts."""
    told(Team(with_figures(made)))


@settings(max_examples=25)
@given(tables(*PEOPLE))
def test_whatever_is_said_and_done_can_be_told(made: Tables) -> None:
    """The same of cards, news, thanks and absences."""
    told(Team(made))
