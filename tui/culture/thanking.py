"""Thanking somebody from anywhere: the form, and what is proposed in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from store.change import Change
from store.culture.values import values
from store.errors import Refused
from store.models import Member, Role
from store.rules import kudos
from store.rules.lookup import addressee_named
from store.rules.membership import refuse_outsider
from store.team import Team
from tui.settings.form import Field, Form, Kind, Typed, parts
from tui.workplace import Workplace

_TELL = (("", "only on the wall of kudos"), ("yes", "also in the news, for everybody"))


def thank(
    place: Workplace, to: str = "", value: int | None = None, given: Callable[[int], object] | None = None
) -> None:
    """Ask whom to thank, and for what.

    Args:
        place: The app.
        to: Login of who is proposed; empty: nobody.
        value: Number of the value that is proposed; `None`: none.
        given: Told of the number that the thanks have until the commit.

    Raises:
        Refused: it would be oneself, or the person is not in the team.
    """
    # Imported when it is opened: forms are what makes a start-up slow.
    from tui.dialogs.thank import ThankDialog

    refuse_outsider(place.team, place.person)
    if to == place.person:
        raise Refused("Kudos go to somebody else; nobody thanks themselves.")
    number = place.new_id()

    def written() -> None:
        if given is not None:
            given(number)

    place.ask(ThankDialog(place, thank_form(place.team, place.person, number, to, value), written))


def thank_form(team: Team, by: str, id: int, to: str = "", value: int | None = None) -> Form:
    """Whom, what for, which value it shows, and whether the news tell it.

    Args:
        team: the snapshot.
        by: login of who thanks.
        id: the negative number that stands for it until the commit.
        to: login of who is proposed; empty: nobody.
        value: number of the value that is proposed; `None`: none.
    """
    whom = team.name_of(to) if to else ""
    shows = str(value) if value is not None else ""

    def change(typed: Typed, by: str, now: datetime) -> Change:
        names = typed.get("to", whom)
        found = [addressee_named(team, name) for name in parts(names)] if names != whom or not to else []
        people = [one.login for one in found if isinstance(one, Member)] if names != whom or not to else [to]
        number = typed.get("value", shows)
        return kudos.give(
            team,
            typed.get("words", ""),
            by,
            now,
            people=people,
            roles=[one.id for one in found if isinstance(one, Role)],
            value=int(number) if number else None,
            tell=bool(typed.get("tell")),
            id=id,
        )

    choices = (("", "none is named"), *((str(one.id), one.name) for one in values(team)))
    fields = (
        Field(
            "to",
            "Whom",
            whom,
            "people or a role, with commas between",
            suggestions=lambda: names_to_thank(team, by),
        ),
        Field("words", "What for", hint="What they did, and what it meant to you", kind=Kind.TEXT),
        Field("value", "Shows", shows, kind=Kind.CHOICE, choices=choices),
        Field("tell", "Told", kind=Kind.CHOICE, choices=_TELL),
    )
    return Form("Thank somebody", fields, change, first="words" if to else "to", is_new=True)


def names_to_thank(team: Team, by: str) -> list[str]:
    """Names of people, their logins, and roles, for writing them out."""
    others = [member for login, member in team.members.items() if login != by]
    names = sorted((member.display_name for member in others), key=str.casefold)
    return [*names, *(role.name for role in team.roles), *(member.login for member in others)]
