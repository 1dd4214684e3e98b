"""Who answers for a thing, found in the palette."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from store.models import Absence, Responsibility
from store.rules.responsibilities import edit
from store.rules.setup import edit_role
from store.rules.tasks import edit as edit_task
from store.team import Team
from tests import builders
from tests.builders import NOW, PHOTO, SHOP
from tui.palette.answers import AnswerSource
from tui.palette.match import INSIDE, WORDS


class Desk:
    """Has a newer snapshot from time to time."""

    def __init__(self, team: Team) -> None:
        self.team = team
        self.went: list[tuple[int | None, str]] = []
        self.source = AnswerSource(
            lambda: self.team,
            lambda: date(2026, 11, 23),
            lambda number, said: self.went.append((number, said)),
        )

    def found(self, query: str) -> list[tuple[int, str, str]]:
        return [(rank, found.label, found.detail) for rank, found in self.source.find(query, 50)]


def shop() -> Team:
    """The shop team, in which Cem answers for returns and is away."""
    returns = Responsibility(id=1, name="Returns", role=PHOTO, accountable=["cem"], details="parcels back")
    away = Absence(id=1, person="cem", start=date(2026, 11, 20), end=date(2026, 11, 30), cover="ben")
    role = next(role for role in builders.roles() if role.id == SHOP)
    return builders.team(returns, away, replace(role, decisions=["refunds up to 100 EUR"]))


CEM = "Cem Demir (away until Mon 30 Nov, Ben Okafor covers) · Photography"


def test_things_are_found_with_who_answers_for_them() -> None:
    """By slips and other forms; what is only near is not an answer here, nor what two letters begin."""
    desk = Desk(shop())
    assert desk.found("returned") == [(WORDS, "Returns", CEM)]
    assert desk.found("parcels") == [(INSIDE, "Returns", CEM)]
    assert desk.found("refnd over 50 euro") == [(INSIDE, "refunds up to 100 EUR", "Ana Lima · Shop")]
    assert [desk.found(query) for query in ("", "re", "parking", "coffee machine")] == [[], [], [], []]


def test_choosing_one_says_which_and_whom_to_ask() -> None:
    """A decision has no number."""
    desk = Desk(shop())
    for query in ("returns", "refunds"):
        desk.source.find(query, 50)[0][1].choose()
    assert [number for number, _ in desk.went] == [1, None]
    assert desk.went[1][1] == "refunds up to 100 EUR: Ana Lima answers for it."


def test_the_newest_snapshot_is_searched() -> None:
    """It is read again where responsibilities or roles have changed, and only there."""
    desk = Desk(shop())
    desk.found("returns")
    index = desk.source._whois()
    desk.team = desk.team.apply(edit_task(desk.team, 1, "ana", NOW, title="Else"))
    assert desk.source._whois() is index

    desk.team = desk.team.apply(edit(desk.team, 1, "ana", NOW, name="Complaints"))
    assert [label for _, label, _ in desk.found("complaint")] == ["Complaints"]
    desk.team = desk.team.apply(edit_role(desk.team, SHOP, "ana", NOW, decisions=["discounts"]))
    assert desk.found("refunds") == []


def test_what_was_chosen_is_found_again() -> None:
    """As long as it is there."""
    desk = Desk(shop())
    keys = [desk.source.find(query, 50)[0][1].key for query in ("returns", "refunds")]
    assert [found.label for key in keys if (found := desk.source.again(key))] == [
        *("Returns", "refunds up to 100 EUR")
    ]
    assert desk.source.again(99) is None
