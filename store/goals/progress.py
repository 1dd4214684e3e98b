"""How much of the way from the baseline to the target a value is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from store.models import Direction, Measured


@dataclass(frozen=True, slots=True)
class Way:
    """The way that a metric has to go, in its unit."""

    baseline: float
    target: float
    """Where it has to arrive; for `within` the lower end of the band."""
    direction: Direction = Direction.MORE
    high: float = 0.0
    """For `within` the upper end of the band."""

    @classmethod
    def of(cls, measured: Measured) -> Self | None:
        """The way of a goal or a key result; `None` while its numbers are not agreed.

        A band needs no baseline: it is left or it is not.
        """
        target, high = measured.target, measured.target_high
        if measured.direction is Direction.WITHIN:
            if target is None or high is None:
                return None
            baseline = target if measured.baseline is None else measured.baseline
            return cls(baseline, min(target, high), Direction.WITHIN, max(target, high))
        if target is None or measured.baseline is None:
            return None
        return cls(measured.baseline, target, measured.direction)

    @property
    def length(self) -> float:
        """From the baseline to the target, in the unit; negative where the metric has to fall."""
        return self.target - self.baseline

    def is_reached(self, value: float) -> bool:
        """Whether the value is at the target or better."""
        if self.direction is Direction.WITHIN:
            return self.target <= value <= self.high
        return value >= self.target if self.direction is Direction.MORE else value <= self.target

    def share(self, value: float) -> float:
        """Progress: 0.0 at the baseline, 1.0 at the target; beyond both where the value is beyond.

        `(value - baseline) / (target - baseline)`. Where both are the same there is no way: it is reached or
        not. In a band it is 1.0, and outside it falls by 1.0 for each width of the band, down to 0.0.
        """
        if self.direction is Direction.WITHIN:
            return self._inside(value)
        if not self.length or (self.length > 0) != (self.direction is Direction.MORE):
            return float(self.is_reached(value))
        return (value - self.baseline) / self.length

    def value(self, share: float) -> float:
        """The value at a share of the way, in the unit; for a band its nearer end."""
        if self.direction is Direction.WITHIN:
            return min(max(self.baseline, self.target), self.high)
        return self.baseline + share * self.length

    def edges(self, share: float) -> tuple[float, ...]:
        """The value at a share of the way, in the unit; for a band both of its ends."""
        if self.direction is Direction.WITHIN:
            return self.target, self.high
        return (self.value(share),)

    def edge(self, value: float) -> float:
        """What a value that is not there yet has to come to, in the unit."""
        return self.high if self.direction is Direction.WITHIN and value > self.high else self.target

    def _inside(self, value: float) -> float:
        outside = max(self.target - value, value - self.high, 0.0)
        # A band without width: a hundredth of the value is as good as on it half the way.
        width = self.high - self.target or abs(self.target) / 50 or 1.0
        return max(1.0 - outside / width, 0.0)
