"""The pulse and the value of the day in the app."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from store.culture.pulse import result_of
from store.models import Kudos, Member, PulseQuestion, Value
from store.repository.pulse import PulseKeeper
from tests import builders
from tests.tui.conftest import Office, said, until
from tui.app import TagwerkApp
from tui.preferences import Keeper, Preferences

MONDAY = builders.NOW.date()


def office(place: Path) -> Office:
    """A shop of five that asks something and values something; Ben has thanked Ana."""
    return Office(
        place / "team",
        place / "local",
        Member(id=4, login="dia", name="Dia"),
        Member(id=5, login="eli", name="Eli"),
        PulseQuestion(id=1, text="How was your week?"),
        Value(id=1, name="Customers first", practice=["We call back."]),
        Kudos(id=1, giver="ben", people=["ana"], words="Thanks", at=builders.NOW),
    )


async def test_the_fifth_answer_is_told_as_a_number(tmp_path: Path) -> None:
    """Asked in the inbox until she answers; while the week runs, only that five have answered comes back."""
    shop = office(tmp_path)
    others = PulseKeeper(shop.colleague(), lambda: MONDAY)
    for login, score in (("ben", 1), ("cem", 2), ("dia", 2)):
        others.answer(login, score, "same")
    async with shop.app() as pilot:
        app = pilot.app
        assert isinstance(app, TagwerkApp)
        assert "We value: Customers first: We call back." in said(pilot)
        await until(pilot, lambda: app.pulse.open_question, "the question")
        assert [item.sentence[:20] for item in app.inbox.items() if item.kind == "pulse"] == [
            "“How was your week?”"
        ]
        app.pulse.answer(5, "\x1b[31mGood")
        assert app.pulse.open_question is None
        await until(pilot, lambda: "Thank you. Your answer" in said(pilot), "the thanks")
        assert result_of(app.team, MONDAY) is None
        assert (others.answer("eli", 3).told, app.pulse.told) == (5, 0)
        assert result_of(app.team, MONDAY) is None
    PulseKeeper(shop.colleague(), lambda: MONDAY + timedelta(days=7)).look()
    result = result_of(shop.colleague().team, MONDAY)
    assert result is not None
    assert (result.counts, result.sentences) == ((1, 2, 1, 0, 1), ("Good", "same"))
    shop.close()


async def test_values_can_be_switched_off(tmp_path: Path) -> None:
    """The line at the start stays empty."""
    keeper = Keeper()
    keeper.prefer(values=False)
    async with office(tmp_path).app(preferences=keeper) as pilot:
        assert "We value" not in said(pilot)
    assert Preferences().values
