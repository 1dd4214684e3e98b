"""Who answers for a thing, by the words that people have for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.duties.asking import whom, whom_briefly
from store.duties.matching import stem, words_of
from store.duties.whois import Found, Kind, Whois
from store.models import Absence, Responsibility
from store.team import Team
from tests import builders
from tests.builders import MAIL, PHOTO, SHOP

TODAY = date(2026, 11, 23)


def shop(*more: Absence) -> Team:
    """The shop team with things that somebody answers for."""
    roles = {role.id: role for role in builders.roles()}
    service = replace(
        roles[SHOP],
        name="Customer service",
        mission="Nobody who writes to us feels alone with a problem.",
        decisions=["refunds up to 100 EUR", "goodwill vouchers"],
        kpis=["First response time"],
        lead="ana",
        deputy="ben",
    )
    names = (
        (1, "Returns handled within 48 h", SHOP, "parcels that come back, RMA", ["cem"], ["ben", "cem"]),
        (2, "Picking and packing", MAIL, "boxes, tape, labels", [], ["ben"]),
        (3, "Stock-taking", MAIL, "", ["ben"], []),
        (4, "Größentabellen und Rücksendungen", PHOTO, "", ["ben"], []),
        (5, "Supplier prices", PHOTO, "deliveries from abroad, customs", [], []),
        (6, "Product photos", PHOTO, "pictures, studio, lamps", ["ana"], []),
    )
    fields = ("id", "name", "role", "details", "accountable", "responsible")
    things = [Responsibility.checked(dict(zip(fields, values, strict=True))) for values in names]
    warehouse = replace(roles[MAIL], name="Warehouse", responsibilities=["Fire drill"])
    return builders.team(service, warehouse, *things, *more)


def best(question: str) -> Found | None:
    """What answers a question, if anything does."""
    found = Whois(shop()).find(question)
    return found[0] if found and found[0].is_near else None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("refund over 100 euro", "refunds up to 100 EUR"),
        ("refund over 250 euro", "refunds up to 100 EUR"),
        ("refnd", "refunds up to 100 EUR"),
        ("rfeunds", "refunds up to 100 EUR"),
        ("who does the refunding?", "refunds up to 100 EUR"),
        ("returned parcels", "Returns handled within 48 h"),
        ("RMA", "Returns handled within 48 h"),
        ("stocktaking", "Stock-taking"),
        ("take stock", "Stock-taking"),
        ("Groessentabelle", "Größentabellen und Rücksendungen"),
        ("grossentabellen", "Größentabellen und Rücksendungen"),
        ("RÜCKSENDUNG", "Größentabellen und Rücksendungen"),
        ("wer macht die Sendungen", "Größentabellen und Rücksendungen"),
        ("suplier price", "Supplier prices"),
        ("customs delivery", "Supplier prices"),
        ("pictures of products", "Product photos"),
        ("response time", "First response time"),
        ("warehouse", "Warehouse"),
        ("fire drills", "Fire drill"),
        ("goodwil", "goodwill vouchers"),
    ],
)
def test_it_is_found_by_other_forms_slips_and_parts_of_words(question: str, name: str) -> None:
    """Also with a number in the way, with umlauts written in two letters, and in German."""
    found = best(question)
    assert found is not None
    assert found.thing.name == name


@pytest.mark.parametrize("question", ["parking", "coffee machine", "xyzzy", "the", "", "250", "💶", "a b c"])
def test_where_nobody_answers_nothing_is_claimed(question: str) -> None:
    """A word that looks like another one is no answer; what comes nearest is told all the same."""
    whois = Whois(shop())
    assert best(question) is None
    nearest = whois.nearest(question)
    assert len(nearest) == (3 if words_of(question) else 0)
    assert not any(found.is_near for found in nearest)


def test_small_words_choose_between_what_fits_alike() -> None:
    """Over, under and up to make a difference, and no answer alone."""
    team = builders.team(
        *(
            Responsibility(id=id, name=name)
            for id, name in ((1, "Refunds up to 100 EUR"), (2, "Refunds over 100 EUR"))
        )
    )
    whois = Whois(team)
    for question, name in (
        ("refund over 100 euro", "Refunds over 100 EUR"),
        ("refunds up to 100", "Refunds up to 100 EUR"),
    ):
        assert whois.find(question)[0].thing.name == name
    assert whois.find("over up to") == []


def test_why_something_was_found_is_said() -> None:
    """Which word was read as which, and where it stands."""
    said = [found.why for found in map(best, ("refnd", "returned parcels")) if found]
    assert said == ["refnd as refunds", "returned as returns; parcels in its details"]


def test_who_answers_comes_first_and_then_who_does_it() -> None:
    """For a decision it is who leads the role; where nobody is named, whom else one may ask."""
    team = shop()
    whois = Whois(team)
    said = {found.thing.name: whom(team, found.thing, TODAY) for found in whois.nearest("customer", 99)}
    assert said["Returns handled within 48 h"] == "Cem Demir answers for it; Ben Okafor does it"
    assert said["refunds up to 100 EUR"] == "Ana Lima answers for it"
    assert said["Picking and packing"] == "nobody answers for it yet; Ben Okafor does it"
    assert said["Supplier prices"] == "nobody answers for it yet; ask Ben Okafor"
    assert said["Warehouse"] == "nobody leads the role yet"
    assert {found.thing.kind for found in whois.nearest("customer", 99)} == set(Kind)


def test_who_is_away_is_covered() -> None:
    """By whom they named, or whom that person named, as long as somebody is there."""
    away = {"start": date(2026, 11, 20), "end": date(2026, 12, 3)}
    one = Absence(id=1, person="cem", cover="ben", **away)
    two = Absence(id=2, person="ben", cover="ana", **away)
    gone = Absence(id=3, person="ana", cover="cem", **away)
    thing = next(f.thing for f in Whois(shop()).find("returns"))
    for absences, said in (
        ((), "Cem Demir and Ben Okafor"),
        ((one,), "Cem Demir (away until Thu 3 Dec, Ben Okafor covers) and Ben Okafor"),
        ((one, two), "Cem Demir (away until Thu 3 Dec, Ana Lima covers)"),
        ((one, two, gone), "Cem Demir (away until Thu 3 Dec, nobody covers)"),
    ):
        assert whom_briefly(shop(*absences), thing, TODAY).startswith(said)
    assert "away" not in whom_briefly(shop(one), thing, date(2026, 12, 4))


def test_words_lose_what_says_nothing() -> None:
    """Articles, question words, case, accents and endings."""
    assert words_of("Who does the Größe, à la carte?") == ("groesse", "la", "carte")
    assert [stem(word) for word in ("refunding", "shipped", "deliveries", "delivery", "ads", "is")] == [
        *("refund", "ship", "deliver", "deliver", "ad", "is")
    ]


@settings(max_examples=50)
@given(st.text(max_size=40))
def test_any_question_can_be_asked(question: str) -> None:
    """What is found fits between not at all and wholly, best first."""
    found = Whois(shop()).find(question)
    assert [one.fit for one in found] == sorted((one.fit for one in found), reverse=True)
    assert all(0 <= one.fit <= 1 for one in found)
