"""All that there is to say of a person, from the snapshot."""

from __future__ import annotations

from collections.abc import Sequence

from store.absences.away import covering, is_in
from store.absences.open_things import open_cards
from store.absences.workload import Load
from store.models import ColumnKind, Task
from tui.workplace import Workplace
from widgets.team.person_text import PersonView


def person_view(
    place: Workplace,
    login: str,
    load: Load | None = None,
    cards: int | None = None,
    active: Sequence[Task] | None = None,
    covers: Sequence[str] | None = None,
) -> PersonView | None:
    """What is known of a person; `None`: she is not in the team any more.

    Args:
        place: the app.
        login: of the person.
        load: this week's, where it is known.
        cards: how many are open, where they were counted.
        active: those in work; `None`: they are looked for.
        covers: logins of those for whom she stands in today; `None`: that is looked for.
    """
    team = place.team
    member = team.members.get(login)
    if member is None:
        return None
    if active is None:
        columns = {column.id for column in team.columns if column.kind is ColumnKind.ACTIVE}
        active = [task for task in open_cards(team, login) if task.column in columns]
    return PersonView(
        team=team,
        member=member,
        now=place.now(),
        today=place.today,
        presence=is_in(team, login, place.now()),
        load=load,
        cards=cards,
        active=active,
        covers=covering(team, place.today).get(login, ()) if covers is None else covers,
        screen=next((one.where.screen or "yes" for one in place.people if one.login == login), ""),
    )
