"""Exports of common shop systems are understood as they are meant."""

from __future__ import annotations

import pytest

from store.exchange.readings import State
from store.models import Cadence
from tests.store.exchange.readings.shop import export, said, shop

SHOPIFY = [
    *(
        ("Orders", "2026-11-16", 42.0),
        ("Order value", "2026-11-16", 61.35),
        ("Revenue", "2026-11-16", 3122.15),
    ),
    *(("Orders", "2026-11-17", 38.0), ("Order value", "2026-11-17", 58.1), ("Revenue", "2026-11-17", 2807.0)),
    *(("Orders", "2026-11-18", 0.0), ("Order value", "2026-11-18", 0.0), ("Revenue", "2026-11-18", -69.46)),
]
WOO = [
    *(("Orders", "2026-11-16", 17.0), ("Revenue", "2026-11-16", 1502.55)),
    *(("Orders", "2026-11-17", 21.0), ("Revenue", "2026-11-17", 1812.89)),
]
SHOPWARE = [
    *(
        ("Orders", "2026-11-16", 35.0),
        ("Revenue", "2026-11-16", 2140.3),
        ("Order value", "2026-11-16", 61.15),
    ),
    *(("Conversion", "2026-11-16", 2.41), ("Orders", "2026-11-17", 41.0), ("Revenue", "2026-11-17", 2655.9)),
    *(("Order value", "2026-11-17", 64.78), ("Conversion", "2026-11-17", 2.66)),
]
JTL = [
    *(("Returns rate", "2026-11-09", 8.4), ("Returns rate", "2026-11-16", 11.2)),
    ("Delivery time", "2026-11-16", 2.6),
]
GOOGLE = [
    *(("Conversion", "2026-11-16", 2.1), ("Conversion", "2026-11-17", 2.6), ("Conversion", "2026-11-18", 2.5))
]
ZENDESK = [
    *(("First response", "2026-11-16", 3.5), ("Satisfaction", "2026-11-16", 92.0)),
    ("First response", "2026-11-17", 4.25),
    *(("First response", "2026-11-18", 2.0), ("Satisfaction", "2026-11-18", 95.5)),
]
EXCEL = [
    *(("Ad spend", "2026-11-02", 1204.5), ("Profit", "2026-11-02", -310.0)),
    *(("Ad spend", "2026-11-09", 998.0), ("Profit", "2026-11-09", 42.1)),
    *(("Ad spend", "2026-11-16", 1100.0), ("Profit", "2026-11-16", -12.0)),
]


@pytest.mark.parametrize(
    ("name", "form", "entries", "column"),
    [
        ("shopify_sales_over_time.csv", "comma, UTF-8", SHOPIFY, "“3122.15” → 3122.15"),
        ("woocommerce_revenue.csv", "comma, UTF-8", WOO, "“2026-11-16 00:00:00” → 16 Nov 2026"),
        ("shopware_umsatz.csv", "semicolon, UTF-8", SHOPWARE, "“2.140,30 €” → 2140.3"),
        ("jtl_kennzahlen.csv", "semicolon, Windows-1252", JTL, "“KW 46/2026” → week 46 of 2026"),
        ("google_analytics.csv", "comma, UTF-8", GOOGLE, "“20261116” → 16 Nov 2026"),
        ("zendesk_first_reply.csv", "tab, UTF-16", ZENDESK, "“4.25 h” → 4.25"),
        ("excel_us.csv", "comma, UTF-16", EXCEL, "“($310.00)” → -310"),
    ],
)
def test_an_export_is_understood(
    name: str, form: str, entries: list[tuple[str, str, float]], column: str
) -> None:
    """All of its values are new, nothing has to be asked, and an example shows how each column was read."""
    plan = export(name)

    assert said(plan) == entries
    assert plan.form.endswith(form)
    assert column in [one.example for one in plan.columns]
    assert plan.is_clear, (plan.questions, plan.unread)
    assert {one.state for one in plan.entries} == {State.NEW}


def test_months_signs_behind_and_round_prices() -> None:
    """`Sept. 2026`, thin spaces between thousands, `998,–` and a minus behind the number."""
    months = shop(Revenue=Cadence.MONTH, Orders=Cadence.MONTH)

    assert said(export("monate_pipe.txt", months)) == [
        ("Revenue", "2026-09-01", 1234.5),
        ("Orders", "2026-09-01", 1020.0),
        ("Revenue", "2026-10-01", 998.0),
        ("Orders", "2026-10-01", 870.0),
        ("Revenue", "2026-11-01", -2001.75),
    ]


def test_what_is_left_out_is_named() -> None:
    """Columns that no KPI has, a second column for a KPI, rows of totals; notes come along."""
    shopify, google = export("shopify_sales_over_time.csv"), export("google_analytics.csv")
    jtl = export("jtl_kennzahlen.csv")

    assert "“Net sales” is left out: “Total sales” comes first for “Revenue”." in shopify.left_out
    assert any("“Gross sales”" in one and "“Taxes”" in one for one in shopify.left_out)
    assert "Left out: 1 row of totals (line 8)." in google.left_out
    assert "Left out: 1 name that no KPI has (“Lagerwert”)." in jtl.left_out
    assert [one.note for one in jtl.entries][:2] == [
        "Größen\nzu klein",
        'Rückläufer der "Herbst"-Linie; Größe 38',
    ]
