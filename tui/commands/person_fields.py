"""What a person says about herself, as it is typed."""

from __future__ import annotations

from store.models import Fields
from store.working_hours import day_of_year

_NOTHING = "none"


def about_person(
    birthday: str | None, pronouns: str | None, spoken: str | None, holidays: str | None
) -> Fields:
    """The fields that were given; `none` empties one.

    Raises:
        Refused: the birthday is no day of the year.
    """
    typed = {"birthday": birthday, "pronouns": pronouns, "spoken": spoken, "holidays": holidays}
    fields: Fields = {}
    for name, text in typed.items():
        if text is not None:
            said = "" if text.strip().casefold() == _NOTHING else text.strip()
            fields[name] = as_kept(name, said)
    return fields


def as_kept(name: str, text: str) -> str | list[str]:
    """One of them as it is kept.

    Raises:
        Refused: the birthday is no day of the year.
    """
    if name == "birthday":
        return day_of_year(text)
    return [part for part in text.replace(",", " ").split() if part] if name == "holidays" else text
