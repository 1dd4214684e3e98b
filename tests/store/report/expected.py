"""What the report of the small shop must be; `python -m tests.store.report.expected` writes it anew."""

from __future__ import annotations

import re
from pathlib import Path

from store.kpis.listing import kpis
from store.report.html import html
from store.report.kpi_chart import kpi_chart
from store.report.markdown import markdown
from tests.store.report.shop import report, shop

PLACE = Path(__file__).parent / "expected"


def texts() -> dict[str, str]:
    """Text by the name of its file; of the looks nothing is kept, they may change."""
    team = shop()
    found = report(team)
    chart = kpi_chart(team, kpis(team)[0])
    return {
        "week.md": markdown(found),
        "week.html": _without_looks(html(found)),
        "conversion.svg": _without_looks(chart.svg()),
    }


def _without_looks(text: str) -> str:
    return re.sub("<style>.*?</style>", "", text, flags=re.DOTALL)


if __name__ == "__main__":
    PLACE.mkdir(exist_ok=True)
    for name, text in texts().items():
        (PLACE / name).write_text(text, encoding="utf-8")
