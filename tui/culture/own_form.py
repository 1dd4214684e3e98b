"""What somebody says about herself for the others to know, as a form."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from store.change import Change
from store.rules import setup
from store.team import Team
from tui.commands.person_fields import as_kept
from tui.settings.form import Field, Form, Typed


def own_form(team: Team, login: str) -> Form:
    """Birthday, pronouns, how the name is spoken, and which holidays she keeps; all may stay empty."""
    member = team.members[login]

    def change(typed: Typed, by: str, now: datetime) -> Change:
        values: dict[str, Any] = {name: as_kept(name, text) for name, text in typed.items()}
        return setup.edit_member(team, login, by, now, **values)

    usual = ", ".join(team.settings.holidays) or "none"
    fields = (
        Field("birthday", "Birthday", member.birthday, "like 03-21 or 21 Mar; empty: nobody is told"),
        Field("pronouns", "Pronouns", member.pronouns, "like she/her; empty: nothing is said"),
        Field("spoken", "Spoken", member.spoken, "how your name is said, like ee-NESH"),
        Field("holidays", "Holidays", ", ".join(member.holidays), f"like IN, islamic; empty: {usual}"),
    )
    return Form("What the others may know of you", fields, change)
