"""Before and after an adjustment, side by side, and no more said than the numbers say.

The difference is the shift of Hodges and Lehmann (1963), the median of all differences between a value
after and a value before: one wild value does not move it. Its range is the interval that belongs to the test
of Mann and Whitney (Moses 1965; Hollander, Wolfe and Chicken 2014, section 4.3): it supposes no distribution,
only that the values of each side are drawn alike and independently of each other. Readings that follow each
other are rarely that independent, and other things change in the same time; so it is said what was seen,
never why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from math import comb, sqrt
from statistics import median

from store.kpis.periods import first_day, last_day
from store.kpis.saying import difference, shown
from store.kpis.standing import outside
from store.kpis.values import Values
from store.models import Direction, Kpi
from store.phrases import counted, listed

FEWEST = 4
"""Values on each side below which nothing is said: with three and three even the clearest difference comes by
chance once in ten times."""
MOST = 30
"""Values on each side that are looked at, those nearest to the adjustment."""
LEVEL = 0.95
"""How often the range would hold the true difference, at least."""
_BEFOREHAND = 8
"""Values before it from which on a trend is looked for."""


class Verdict(StrEnum):
    """What the numbers allow to be said."""

    TOO_FEW = "too few readings"
    WITHIN = "within the usual ups and downs"
    """Nothing, the range of the difference has nought in it, or it is smaller than the noise."""
    BETTER = "better"
    WORSE = "worse"
    OTHER = "different"
    """Nobody can say whether that is better."""


@dataclass(frozen=True, slots=True)
class Effect:
    """Values before and after; amounts in the unit of what is compared."""

    before: tuple[float, ...]
    """The oldest first."""
    after: tuple[float, ...]
    median_before: float | None
    """`None`: there are none."""
    median_after: float | None
    shift: float | None
    """By how much it is more since; `None`: a side has none."""
    low: float | None
    """The smallest shift that fits the values; `None`: there are too few for a range."""
    high: float | None
    noise: float | None
    """Half of the values before lie so near to their median (the median absolute deviation)."""
    was_moving: int
    """1: it rose already before, -1: it fell; 0: neither can be said."""


def around(found: Values, kpi: Kpi, made_on: date, until: date | None = None) -> Effect:
    """A KPI before and after a day.

    The period in which the day is belongs to neither side, unless it begins with it.

    Args:
        found: its values by period.
        kpi: the KPI.
        made_on: from which day something was changed.
        until: the last day that counts; `None`: the last there is.
    """
    own = first_day(made_on, kpi.cadence)
    starts = [own] if own == made_on else []
    before = [value for first, value in found if first < own]
    after = [
        value
        for first, value in found
        if (first > own or first in starts) and (until is None or last_day(first, kpi.cadence) <= until)
    ]
    return compare(before[-MOST:], after[:MOST])


def compare(before: Sequence[float], after: Sequence[float]) -> Effect:
    """Two series of values side by side, each in the order of its days."""
    low = high = shift = noise = None
    if before and after:
        shift = hodges_lehmann(before, after)
        low, high = interval(before, after) or (None, None)
    if before:
        middle = median(before)
        noise = median(abs(value - middle) for value in before)
    return Effect(
        tuple(before),
        tuple(after),
        median(before) if before else None,
        median(after) if after else None,
        shift,
        low,
        high,
        noise,
        _trend(before),
    )


def hodges_lehmann(before: Sequence[float], after: Sequence[float]) -> float:
    """The median of all differences between a value after and a value before; Hodges and Lehmann (1963)."""
    return median(late - early for late in after for early in before)


def interval(
    before: Sequence[float], after: Sequence[float], level: float = LEVEL
) -> tuple[float, float] | None:
    """The range of the shift: from the k-th smallest of all differences to the k-th largest.

    k is the largest number with `P(U <= k - 1) <= (1 - level) / 2`, where U is the statistic of Mann and
    Whitney (1947), counted exactly. `None`: so few values have no range at this level.
    """
    tail = (1 - level) / 2
    k, cumulated = 0, 0
    whole = comb(len(before) + len(after), len(before))
    for ways in _ways(len(before), len(after)):
        cumulated += ways
        if cumulated > tail * whole:
            break
        k += 1
    if not k:
        return None
    differences = sorted(late - early for late in after for early in before)
    return differences[k - 1], differences[-k]


@lru_cache(maxsize=256)
def _ways(n: int, m: int) -> tuple[int, ...]:
    """In how many ways U of n and m values is 0, 1, 2, …: the coefficients of Gauss’s binomial.

    The product of `(1 - q^(m + i)) / (1 - q^i)` for i from 1 to n.
    """
    ways = [1, *[0] * (n * m)]
    for i in range(1, n + 1):
        for at in range(n * m, m + i - 1, -1):
            ways[at] -= ways[at - m - i]
        for at in range(i, n * m + 1):
            ways[at] += ways[at - i]
    return tuple(ways)


def verdict(effect: Effect, kpi: Kpi) -> Verdict:
    """What may be said of a KPI."""
    if min(len(effect.before), len(effect.after)) < FEWEST or effect.low is None or effect.high is None:
        return Verdict.TOO_FEW
    assert effect.shift is not None
    assert effect.noise is not None
    if effect.low <= 0 <= effect.high or abs(effect.shift) <= effect.noise:
        return Verdict.WITHIN
    if kpi.direction is Direction.WITHIN:
        return _by_band(effect, kpi)
    return Verdict.BETTER if (effect.shift > 0) is (kpi.direction is Direction.MORE) else Verdict.WORSE


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure before and after, and how it is spoken of."""

    kpi: Kpi
    """Gives unit, digits and direction; for a figure that is no KPI it stands in."""
    effect: Effect
    thing: str = "reading"
    """What there are so many of on each side."""

    @property
    def verdict(self) -> Verdict:
        """What may be said."""
        return verdict(self.effect, self.kpi)

    @property
    def counts(self) -> str:
        """How many values there are on each side."""
        return f"{counted(len(self.effect.before), self.thing)} before, {len(self.effect.after)} after"

    @property
    def sentence(self) -> str:
        """What the numbers say, in a sentence that says no more than they do."""
        found, effect, kpi = self.verdict, self.effect, self.kpi
        if found is Verdict.TOO_FEW:
            return f"Too few {self.thing}s to tell: {_too_few(effect)}."
        assert effect.shift is not None
        assert effect.low is not None
        assert effect.high is not None
        range_ = f"{_signed(kpi, effect.low)} to {_signed(kpi, effect.high)}"
        if found is Verdict.WITHIN:
            middle = f"{_signed(kpi, effect.shift)} ({range_})"
            return f"The difference, {middle}, lies within the usual ups and downs."
        more = "more" if effect.shift > 0 else "less"
        judged = f", which is {found}" if found is not Verdict.OTHER else ""
        said = f"Since then it is {difference(kpi, abs(effect.shift))} {more} ({range_}){judged}"
        if effect.was_moving and (effect.was_moving > 0) is (effect.shift > 0):
            said += f"; it was {'rising' if effect.was_moving > 0 else 'falling'} before already"
        return f"{said}. Why, the numbers do not say."


def _too_few(effect: Effect) -> str:
    sides = {"before": len(effect.before), "after": len(effect.after)}
    short = [f"{count} {side}" for side, count in sides.items() if count < FEWEST]
    return listed(short or [f"{count} {side}" for side, count in sides.items()])


def _signed(kpi: Kpi, value: float) -> str:
    number = shown(kpi, value, bare=True)
    is_signed = number.startswith("−") or not number.strip("0.,")
    return f"{'' if is_signed else '+'}{difference(kpi, value)}"


def _by_band(effect: Effect, kpi: Kpi) -> Verdict:
    """Nearer to the band is better; inside it on both sides, nobody can say."""
    if kpi.target is None or effect.median_before is None or effect.median_after is None:
        return Verdict.OTHER
    was, now = (outside(kpi, value) for value in (effect.median_before, effect.median_after))
    return Verdict.OTHER if was == now else Verdict.BETTER if now < was else Verdict.WORSE


def _trend(values: Sequence[float]) -> int:
    """1 where the values rise, -1 where they fall, 0 where neither is sure; Mann (1945), Kendall (1975).

    S is the number of pairs that rise less those that fall; with n values its variance is
    `n (n - 1) (2 n + 5) / 18`, and beyond 1.96 standard deviations, less one for continuity, it is no chance.
    """
    n = len(values)
    if n < _BEFOREHAND:
        return 0
    s = sum((b > a) - (b < a) for at, a in enumerate(values) for b in values[at + 1 :])
    if abs(s) - 1 <= 1.96 * sqrt(n * (n - 1) * (2 * n + 5) / 18):
        return 0
    return 1 if s > 0 else -1
