"""Somebody joins or leaves: the dialogs for it, from wherever they are asked for."""

from __future__ import annotations

from store.models import PlaybookKind
from store.playbooks.known import playbooks
from store.playbooks.leaving import left_without_owner
from store.rules.leaving import refuse_unless_own_leave
from store.rules.membership import refuse_outsider
from tui.settings.people import People
from tui.workplace import Workplace
from widgets.signs import Signs


def take_in(place: Workplace, signs: Signs) -> None:
    """The form of a new person, in which the playbooks for joining are to be started.

    Raises:
        Refused: who asks is not in the team.
    """
    # Imported when it is opened: forms are what makes a start-up slow.
    from tui.dialogs.form import FormDialog

    refuse_outsider(place.team, place.person)
    form = People().new_form(place.team, place.new_id(), signs, starts=True)
    place.ask(FormDialog(place, form))


def let_go(place: Workplace, login: str) -> None:
    """What somebody who leaves has that nobody has afterwards, before she is taken out.

    Raises:
        Refused: who asks is neither this person nor leads a role.
    """
    from tui.dialogs.leaving import LeavingDialog

    refuse_unless_own_leave(place.team, login, place.person)
    place.ask(LeavingDialog(place, login))


def asks_before(place: Workplace, login: str) -> bool:
    """Whether there is something to be looked at before somebody leaves."""
    team = place.team
    if login not in team.members:
        return False
    return bool(playbooks(team, PlaybookKind.LEAVING) or left_without_owner(team, login, place.today))
