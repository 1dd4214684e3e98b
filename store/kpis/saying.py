"""KPIs in words: a value with its unit, what it should be, how it has changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.kpis.standing import MOST_MISSING, KpiStanding, Light
from store.models import Direction, Kpi

_PERCENT = ("%", "percent", "per cent", "prozent")
"""Units of which differences are told in points."""


def shown(kpi: Kpi, value: float, *, bare: bool = False) -> str:
    """A value with as many digits as the KPI has, and its unit unless it is to be bare: `1,240 EUR`."""
    text = f"{value:,.{kpi.decimals}f}".replace("-", "−")
    # What is rounded to nought has no sign.
    text = text.removeprefix("−") if not text.strip("−0.,") else text
    return f"{text} {kpi.unit}" if kpi.unit and not bare else text


def difference(kpi: Kpi, amount: float) -> str:
    """By how much two values differ: `1,240 EUR`; of a KPI in percent `3.5 points`.

    From 10 % to 12 % it is two percentage points more, and a fifth; “2 % more” would leave open which.
    """
    if not is_percent(kpi):
        return shown(kpi, amount)
    number = shown(kpi, amount, bare=True)
    return f"{number} {'point' if float(number.strip('−').replace(',', '')) == 1 else 'points'}"


def is_percent(kpi: Kpi) -> bool:
    """Whether its values are percents, so that differences are percentage points."""
    return kpi.unit.casefold() in _PERCENT


def target(kpi: Kpi) -> str:
    """What it should be: `at least 2.5 %`, `at most 8 h`, `4.0 to 7.0 h`; empty: nobody has said."""
    if kpi.target is None:
        return ""
    low = shown(kpi, kpi.target)
    match kpi.direction:
        case Direction.MORE:
            return f"at least {low}"
        case Direction.LESS:
            return f"at most {low}"
        case Direction.WITHIN:
            high = kpi.target_high
            return f"{shown(kpi, kpi.target, bare=True)} to {shown(kpi, high)}" if high is not None else low


def target_in_short(kpi: Kpi, at_least: str, at_most: str) -> str:
    """The same with signs and without the unit, which stands beside the value: `≥ 2.5`."""
    if kpi.target is None:
        return ""
    low = shown(kpi, kpi.target, bare=True)
    if kpi.direction is Direction.WITHIN:
        return low if kpi.target_high is None else f"{low} to {shown(kpi, kpi.target_high, bare=True)}"
    return f"{at_least if kpi.direction is Direction.MORE else at_most} {low}"


def how_many(missing: Sequence[date], told: int = 0) -> str:
    """How many periods have no reading, besides some that are told: `3`, `9 or more`; empty: no more.

    Nobody looks further back than so many periods.
    """
    count = len(missing) - told
    return f"{count}{' or more' if len(missing) >= MOST_MISSING else ''}" if count > 0 else ""


def earlier(missing: Sequence[date], told: int) -> str:
    """Those without a reading before the newest: `1 earlier one`, `9 or more earlier ones`; or nothing."""
    many = how_many(missing, told)
    return f"{many} earlier {'one' if many == '1' else 'ones'}" if many else ""


def limit(kpi: Kpi) -> str:
    """Beyond what it is alarming: `below 2.0 %`; empty: there is no limit."""
    low, high = kpi.limit, kpi.limit_high
    if kpi.direction is Direction.LESS:
        return f"above {shown(kpi, low)}" if low is not None else ""
    parts = [f"below {shown(kpi, low)}"] if low is not None else []
    parts += [f"above {shown(kpi, high)}"] if high is not None else []
    return " or ".join(parts)


def light_word(light: Light) -> str:
    """How a value is, in a word or three."""
    return light.value


def better(is_better: bool | None) -> str:
    """`better`, `worse`, or nothing where nobody can tell."""
    return "" if is_better is None else "better" if is_better else "worse"


def change(standing: KpiStanding, up: str, down: str, level: str) -> str:
    """How the newest value differs from the one before: `▲ 0.3 better`; empty: there are not two."""
    difference = standing.change
    if difference is None:
        return ""
    text = shown(standing.kpi, abs(difference), bare=True)
    if not text.strip("0.,"):
        # It differs by less than is shown.
        return level
    said = better(standing.is_better)
    return f"{up if difference > 0 else down} {text}{f' {said}' if said else ''}"
