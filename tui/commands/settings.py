"""`tagwerk settings`: what the team has agreed on as a whole."""

from __future__ import annotations

from store.errors import Refused
from store.models import Fields
from store.rules import setup
from store.rules.words import quoted
from tui.commands.answer import Answer
from tui.commands.call import Call
from tui.commands.changing import Grid, done
from tui.commands.person_fields import as_kept
from tui.commands.session import session
from tui.commands.team_shapes import settings_shape
from tui.commands.values import weekdays
from tui.settings.general import days_in_words


def run(call: Call, *, changes: list[tuple[str, str]]) -> Answer:
    """Show the settings, or change those that are named.

    Raises:
        Refused: the person leads no role, there is no such setting, or a value does not fit.
        StorageError: the folder cannot be read or written.
    """
    with session(call) as opened:
        if changes:
            fields = _fields(changes)
            change = setup.edit_settings(opened.team, opened.lead, opened.now, **fields)
            return done(opened, change, lambda _: {"settings": settings_shape(opened.team.settings)})
        settings = opened.team.settings
        rows = [
            ["name", settings.name],
            ["time_zone", settings.time_zone],
            ["stale_after", f"{settings.stale_after} days"],
            ["working_days", days_in_words(settings)],
            ["standup_seconds", f"{settings.standup_seconds} seconds"],
            ["standup_order", settings.standup_order.value],
            ["hours_per_week", f"{settings.hours_per_week:g} hours"],
            ["accountable_limit", f"{settings.accountable_limit} responsibilities"],
            ["currency", settings.currency],
            ["holidays", ", ".join(settings.holidays) or "none"],
        ]
        content = {"settings": settings_shape(settings), "changed": False}
        return Grid(rows, (0, 10), content, "")


def _fields(changes: list[tuple[str, str]]) -> Fields:
    fields: Fields = dict(changes)
    if "working_days" in fields:
        days = weekdays(fields["working_days"])
        if days is None:
            raise Refused(
                f"{quoted(fields['working_days'])} are not days of the week; write them like Mo,Tu,We,Th,Fr."
            )
        fields["working_days"] = days
    if "holidays" in fields:
        typed = str(fields["holidays"])
        fields["holidays"] = as_kept("holidays", "" if typed.casefold() == "none" else typed)
    return fields
