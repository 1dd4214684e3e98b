"""The pulse and the value of the day in the app."""

from __future__ import annotations

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


async def test_the_fifth_answer_shows_the_result(tmp_path: Path) -> None:
    """Asked in the inbox until she answers; the answers of all come back as one sum, on every screen."""
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
        others.answer("eli", 3)
        await until(pilot, lambda: result_of(app.team, MONDAY), "the result")
        result = result_of(app.team, MONDAY)
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
