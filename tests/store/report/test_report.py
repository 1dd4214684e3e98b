"""Reports: what they say of a week, and that nothing in them is anybody's markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from store.errors import NotFound, Refused
from store.models import Goal, Kpi, Kudos, Member, Post
from store.report.html import html
from store.report.markdown import escaped, markdown
from store.report.period import between, month, week
from store.report.scope import department_named, departments
from store.report.words import opening
from store.team import Team
from tests.builders import SHOP, settings
from tests.store.report import expected
from tests.store.report.shop import NOW, TODAY, report, shop

HOSTILE = (
    "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\" ' & `x` [a](javascript:1) <!--"
)
_VOID = ("meta", "link", "img", "br", "hr", "input")


class Page(HTMLParser):
    """The elements of a page; it fails where one is not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize("name", ["week.md", "week.html", "conversion.svg"])
def test_the_report_of_a_small_shop_is_as_expected(name: str) -> None:
    """Word for word; `python -m tests.store.report.expected` writes it anew, and the difference is read."""
    assert expected.texts()[name] == (expected.PLACE / name).read_text(encoding="utf-8")


def hostile() -> Team:
    """A shop in which everybody writes markup wherever she can."""
    return shop(
        replace(settings(), name=HOSTILE),
        Member(id=1, login="ana", name=HOSTILE, roles=[SHOP]),
        Kpi(id=1, name=HOSTILE, unit="<b>%</b>", target=2.5, department=HOSTILE[:60]),
        Post.checked(
            {"id": 1, "kind": "announcement", "title": HOSTILE, "body": HOSTILE, "author": "ana", "at": NOW}
        ),
        Kudos(id=1, giver=HOSTILE, people=[HOSTILE], words=HOSTILE, at=NOW),
        Goal.checked(
            {
                "id": 1,
                "title": HOSTILE,
                "owner": "ana",
                "state": "active",
                "start": "2026-10-01",
                "due": "2026-12-31",
            }
        ),
    )


def test_texts_from_people_are_no_markup_in_html() -> None:
    """There is no script, no image, nothing from the network, and the texts are there as they were."""
    page = Page(html(report(hostile())))
    names = {name for name, _ in page.elements}
    attributes = [(key, value or "") for _, those in page.elements for key, value in those.items()]

    assert names.isdisjoint(
        {"script", "img", "iframe", "object", "link", "b", "form", "foreignobject", "image"}
    )
    assert not [key for key, _ in attributes if key.startswith("on")]
    assert {value[:1] for key, value in attributes if key in ("href", "src")} == {"#"}
    assert any(HOSTILE in text for text in page.texts)
    ids = [value for key, value in attributes if key == "id"]
    assert len(ids) == len({*ids})


def test_texts_from_people_are_no_markup_in_markdown() -> None:
    """Every sign that has a meaning there stands behind a backslash."""
    text = markdown(report(hostile()))
    plain = text.replace("\\\\", "")
    assert "<script" not in plain.replace("\\<", "")
    assert "[a](" not in plain.replace("\\[", "")
    assert all(line.count("|") == line.count("\\|") or line.startswith("|") for line in text.splitlines())


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("# no title", "\\# no title"),
        ("#12 a card", "#12 a card"),
        ("1. first", "1\\. first"),
        ("2.4 %", "2.4 %"),
        ("- an item", "\\- an item"),
        ("−3 less", "−3 less"),
        ("> quoted", "\\> quoted"),
        ("snake_case and _emphasis_", "snake_case and \\_emphasis\\_"),
        ("A & B &lt; C", "A & B \\&lt; C"),
        ("---", "\\---"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_escapes_no_more_than_it_needs(written: str, shown: str) -> None:
    """So that it reads well as it is."""
    assert escaped(written) == shown


def test_every_chart_has_words_and_says_no_thing_by_colour_alone() -> None:
    """A title and a description for screen readers; a sign before each state."""
    text = html(report())
    assert text.count("<svg") == text.count("<desc") == text.count('role="img"')
    assert "8 values from 2026-09-28 to 2026-11-16: from 2.6 % to 1.9 %" in text
    assert (
        '<span class="mark alarm" aria-hidden="true">▼</span> <span class="spoken">alarming: </span>beyond'
        in text
    )
    assert "prefers-color-scheme:dark" in text
    assert "size:A4" in text


def test_what_is_for_some_only_stays_with_them() -> None:
    """News for one role, why somebody is away, and thanks of another week are not in it."""
    text = markdown(report())
    for secret in ("For the shop only", "sick", "flu", "Long ago", "Just news"):
        assert secret not in text
    assert "Payments fail" in text


def test_of_a_post_its_first_paragraph_is_told() -> None:
    """Without its title and the signs of its emphasis; what only looks like one stays."""
    assert "- For the stocktaking of 2 \\* 3 shelves. …" in markdown(report())
    assert opening("# Only a title") == "# Only a title"
    assert opening("`a` and __b__\nand *c*") == "a and b and c"


def test_a_department_has_its_own_report() -> None:
    """Its KPIs, goals, cards and people; the word for it may be cut short."""
    team = shop()
    assert departments(team) == ["Content", "Sales"]
    text = markdown(report(team, scope=department_named(team, "cont")))
    assert text.startswith("# Corner Shop, Content: week 48 of 2026")
    assert "Conversion" not in text.replace("(Conversion)", "")
    assert "Photography: 2 cards" in text
    assert "Shop: 2 cards" not in text
    assert "Nothing is." in text
    with pytest.raises(NotFound, match="there are Content and Sales"):
        department_named(team, "Nobody")


def test_a_week_that_is_over_tells_nothing_of_today() -> None:
    """Its own value and change, cards that were finished then, and no forecast."""
    text = markdown(report(period=week("47", TODAY)))
    assert "| Conversion |     1.9 % | week 47 of 2026 | ▼ 0.4 worse" in text
    assert "| Revenue    | 1,000 EUR | mean of 5 days" in text
    assert "5 cards were finished. Throughput: 4.7 cards a week, over 3 whole weeks." in text
    assert "Forecast" not in text
    assert "at this pace" not in text
    assert "What is blocked" not in text


def test_a_month_is_told_by_the_mean_of_its_weeks() -> None:
    """Conversion in November: (2.5 + 2.3 + 1.9 + …) of the weeks that begin in it."""
    text = markdown(report(period=month("nov", TODAY)))
    assert "| Conversion |     2.2 % | mean of 3 weeks" in text
    assert "Waiting from" in text


def test_an_empty_team_has_a_report_too() -> None:
    """It says that there is nothing, part by part."""
    text = markdown(report(Team({})))
    assert "No KPIs are watched here yet." in text
    assert "No goal was worked on" in text
    assert Page(html(report(Team({})))).texts


def test_a_time_that_is_over_tells_what_was_under_way_then() -> None:
    """Also what was reviewed since; and of which month a week is."""
    text = markdown(report(period=week("47", TODAY)))
    assert "Conversion was off target 2 weeks in a row; something was being changed because of it." in text
    assert "Larger pictures (Conversion), since Wed 28 Oct, Ben Okafor: no effect, said on Thu 26 Nov" in text
    assert "**Under way**" in text
    early = markdown(report(period=week("42", TODAY)))
    assert "Larger pictures" not in early
    whole = markdown(report(period=month("oct", TODAY)))
    assert "*A week belongs to the month in which it begins.*" in whole
    assert "A week belongs" not in text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("this", "2026-11-23", "2026-11-29"),
        ("last", "2026-11-16", "2026-11-22"),
        ("48", "2026-11-23", "2026-11-29"),
        ("w47", "2026-11-16", "2026-11-22"),
        ("50", "2025-12-08", "2025-12-14"),
        ("53", "2020-12-28", "2021-01-03"),
        ("2026-W01", "2025-12-29", "2026-01-04"),
        ("2026-11-27", "2026-11-23", "2026-11-29"),
    ],
)
def test_a_week_is_named_in_several_ways(text: str, first: str, last: str) -> None:
    """A bare number is the last such week that has begun; a day stands for its week."""
    found = week(text, TODAY)
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "first", "name"),
    [
        ("this", "2026-11-01", "2026-11"),
        ("last", "2026-10-01", "2026-10"),
        ("dec", "2025-12-01", "2025-12"),
        ("11", "2026-11-01", "2026-11"),
        ("2024-02", "2024-02-01", "2024-02"),
        ("2024-02-29", "2024-02-01", "2024-02"),
    ],
)
def test_a_month_is_named_in_several_ways(text: str, first: str, name: str) -> None:
    """By its name, its number, or a day in it."""
    found = month(text, TODAY)
    assert (found.first, found.file_name) == (date.fromisoformat(first), name)


@pytest.mark.parametrize("text", ["", "soon", "99", "0", "2026-W54", "2026-02-30", "١٢", "9999-W01"])
def test_what_is_no_week_and_no_month_is_refused(text: str) -> None:
    """In a sentence that says how they are written."""
    with pytest.raises(Refused, match="is not a week"):
        week(text, TODAY)
    with pytest.raises(Refused, match="is not a month"):
        month(text, TODAY)


def test_any_time_has_one_before_it_that_is_as_long() -> None:
    """Ten days are compared with the ten before; it cannot end before it begins, nor be endless."""
    found = between(date(2026, 11, 11), date(2026, 11, 20))
    assert (found.before, found.days, found.name) == (date(2026, 11, 1), 10, "11 Nov 2026 to 20 Nov 2026")
    windows = found.windows(
        ((date(2026, 11, 5), 1.0), (date(2026, 11, 12), 2.0), (date(2026, 11, 21), 3.0)), TODAY
    )
    assert windows[date(2026, 11, 1)] == [1.0]
    assert windows[date(2026, 11, 11)] == [2.0]
    for first, last in ((TODAY, date(2026, 11, 1)), (date(2020, 1, 1), TODAY)):
        with pytest.raises(Refused):
            between(first, last)
