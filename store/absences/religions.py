"""Holidays of religions, put together of what the library `holidays` knows of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from holidays import HolidayBase
from holidays.calendars.gregorian import GREGORIAN_CALENDAR
from holidays.calendars.julian import JULIAN_CALENDAR
from holidays.groups.buddhist import BuddhistCalendarHolidays
from holidays.groups.chinese import ChineseCalendarHolidays
from holidays.groups.christian import ChristianHolidays
from holidays.groups.hebrew import HebrewCalendarHolidays
from holidays.groups.hindu import HinduCalendarHolidays
from holidays.groups.islamic import IslamicHolidays


class _Feast(NamedTuple):
    """The library's word for a day, and how it is called."""

    word: str
    name: str


_FEASTS: Mapping[str, tuple[_Feast, ...]] = {
    "buddhist": (_Feast("vesak", "Vesak"),),
    "chinese": (
        _Feast("chinese_new_years_eve", "Lunar New Year's Eve"),
        _Feast("chinese_new_years_day", "Lunar New Year"),
        _Feast("qingming_festival", "Qingming"),
        _Feast("dragon_boat_festival", "Dragon Boat Festival"),
        _Feast("mid_autumn_festival", "Mid-Autumn Festival"),
    ),
    "christian": (
        _Feast("good_friday", "Good Friday"),
        _Feast("easter_sunday", "Easter Sunday"),
        _Feast("easter_monday", "Easter Monday"),
        _Feast("ascension_thursday", "Ascension"),
        _Feast("pentecost", "Pentecost"),
        _Feast("christmas_day", "Christmas Day"),
        _Feast("christmas_day_two", "Second Day of Christmas"),
    ),
    "hindu": (
        _Feast("maha_shivaratri", "Maha Shivaratri"),
        _Feast("holi", "Holi"),
        _Feast("janmashtami", "Janmashtami"),
        _Feast("ganesh_chaturthi", "Ganesh Chaturthi"),
        _Feast("dussehra", "Dussehra"),
        _Feast("diwali_india", "Diwali"),
    ),
    "islamic": (
        _Feast("eid_al_fitr_day", "Eid al-Fitr"),
        _Feast("eid_al_adha_day", "Eid al-Adha"),
        _Feast("islamic_new_year_day", "Islamic New Year"),
        _Feast("mawlid_day", "Mawlid"),
    ),
    "jewish": (
        _Feast("passover", "Passover"),
        _Feast("shavuot", "Shavuot"),
        _Feast("rosh_hashanah", "Rosh Hashanah"),
        _Feast("yom_kippur", "Yom Kippur"),
        _Feast("sukkot", "Sukkot"),
    ),
    "orthodox": (
        _Feast("christmas_day", "Orthodox Christmas"),
        _Feast("good_friday", "Orthodox Good Friday"),
        _Feast("easter_sunday", "Orthodox Easter"),
        _Feast("easter_monday", "Orthodox Easter Monday"),
    ),
}


class _Calendar(
    HolidayBase,
    BuddhistCalendarHolidays,
    ChineseCalendarHolidays,
    ChristianHolidays,
    HebrewCalendarHolidays,
    HinduCalendarHolidays,
    IslamicHolidays,
):
    """The days of one religion."""

    country = "--"
    """The library wants a name for every calendar."""

    def __init__(self, religion: str, year: int) -> None:
        self._feasts = _FEASTS[religion]
        BuddhistCalendarHolidays.__init__(self)
        ChineseCalendarHolidays.__init__(self)
        ChristianHolidays.__init__(self, JULIAN_CALENDAR if religion == "orthodox" else GREGORIAN_CALENDAR)
        HebrewCalendarHolidays.__init__(self)
        HinduCalendarHolidays.__init__(self)
        IslamicHolidays.__init__(self, show_estimated=False)
        HolidayBase.__init__(self, years=year)

    def _populate_public_holidays(self) -> None:
        for feast in self._feasts:
            getattr(self, f"_add_{feast.word}")(feast.name)


def days_of(religion: str, year: int) -> Mapping[date, str]:
    """The holidays of a religion in a year."""
    return {day: what for day, what in _Calendar(religion, year).items() if day.year == year}
