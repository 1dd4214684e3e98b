"""Holidays of countries, of their regions, and of religions, from the library `holidays`.

The library takes about 0.2 s to import, so that happens only where a team or somebody in it keeps a calendar,
and what it said is kept on this machine (`store.absences.holiday_file`).
Days that depend on the moon being seen are estimates, as everybody's are until they are announced.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from store.absences import holiday_file
from store.errors import Refused
from store.models import Member
from store.phrases import listed, quoted
from store.team import Team

RELIGIONS = ("buddhist", "chinese", "christian", "hindu", "islamic", "jewish", "orthodox")
"""Calendars that belong to no country."""
_LONGEST_CODE = 3
"""Letters of a country's code."""
_MANY = 8
"""Calendars of one person that are looked at; whoever keeps more has written nonsense."""


def calendars(team: Team, member: Member | None) -> Sequence[str]:
    """Those that a person keeps: her own, or the team's."""
    return (member.holidays if member else []) or team.settings.holidays


def holiday_on(team: Team, member: Member | None, day: date) -> str:
    """What is celebrated on a day in the calendars that a person keeps; empty: nothing."""
    return holiday_in(calendars(team, member), day)


def holiday_in(kept: Sequence[str], day: date) -> str:
    """What is celebrated on a day in some calendars; empty: nothing."""
    for name in kept[:_MANY]:
        if found := of_year(name, day.year).get(day):
            return found
    return ""


@lru_cache(maxsize=256)
def of_year(name: str, year: int) -> Mapping[date, str]:
    """The holidays of one calendar in a year; none for a calendar that is not known."""
    known = holiday_file.kept(name, year)
    if known is None:
        known = _asked(name, year)
        if known:
            holiday_file.keep(name, year, known)
    return known


def _asked(name: str, year: int) -> Mapping[date, str]:
    """What the library says."""
    low = name.strip().casefold()
    if low in RELIGIONS:
        from store.absences.religions import days_of

        return days_of(low, year)
    country, dash, region = name.strip().upper().partition("-")
    # The library takes its own inner words (BANK, HEBREW, MON) for countries, and stock exchanges too.
    if not _is_country(country) or (dash and not region):
        return {}
    from holidays import country_holidays

    try:
        # English where the library has it, else the country's own words.
        found = country_holidays(country, subdiv=region or None, years=year, language="en_US")
        return {day: what for day, what in found.items() if day.year == year}
    except (NotImplementedError, AttributeError, KeyError, TypeError, ValueError):
        # What the library does not know; by which error it says so differs.
        return {}


def warm(team: Team, today: date) -> None:
    """Look up the holidays of this year and the next one in a thread, so that nobody has to wait for them."""
    kept = {name for member in team.members.values() for name in calendars(team, member)[:_MANY]}
    for name in {*kept, *team.settings.holidays[:_MANY]}:
        for year in (today.year, today.year + 1):
            of_year(name, year)


def as_calendars(names: Sequence[str]) -> list[str]:
    """Names of calendars as they are kept: `DE-HH`, `IN`, `islamic`.

    Raises:
        Refused: one of them is not known.
    """
    kept = []
    for name in names:
        text = name.strip()
        low = text.casefold()
        known = low if low in RELIGIONS else text.upper().replace("_", "-")
        country, dash, region = known.partition("-")
        # What an earlier program has kept on this machine is not asked for what there is.
        is_one = known in RELIGIONS or (_is_country(country) and bool(region) == bool(dash))
        if not is_one or not any(of_year(known, year) for year in (2026, 2027)):
            raise Refused(_unknown(text))
        kept.append(known)
    return list(dict.fromkeys(kept))


def _is_country(code: str) -> bool:
    """Whether it is the code of a country that the library knows."""
    if not 2 <= len(code) <= _LONGEST_CODE:
        return False
    from holidays import list_supported_countries

    return code in list_supported_countries()


def _code_of(name: str) -> str:
    """The code of a country by its English name; empty: it is none."""
    from holidays.registry import COUNTRIES

    wanted = "".join(name.casefold().split())
    return next((str(one[1]) for one in COUNTRIES.values() if str(one[0]).casefold() == wanted), "")


def _unknown(text: str) -> str:
    from holidays import list_supported_countries

    country, dash, region = text.upper().replace("_", "-").partition("-")
    regions = list_supported_countries().get(country)
    if regions and region:
        some = listed([f"{country}-{one}" for one in regions[:20] if one == one.upper()], "or")
        return f"There are no holidays of {quoted(text)}; choose {some}, or {country} for all of it."
    if regions and dash:
        example = f"{country}-{regions[0]}"
        return f"There is no region behind {quoted(text)}; write {country}, or a region like {example}."
    if code := _code_of(text):
        return f"Countries are written as codes; write {code} for {quoted(text)}."
    return (
        f"There are no holidays of {quoted(text)}; write a country like DE or IN, a region like DE-HH, "
        f"or {listed(RELIGIONS, 'or')}."
    )
