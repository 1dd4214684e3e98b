"""Weeks of the pulse as lines, and one of them with its bars: sums only, never a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from store.culture.asking import meaning
from store.culture.pulse import FIRST, SCORES, THANKS, Result
from store.models import PulseQuestion
from store.phrases import counted
from widgets.card_text import beside, joined
from widgets.culture.signs import CultureSigns
from widgets.listing_row import Row
from widgets.words import day

_QUIET, _STRONG, _BARS = "dim", "bold", "$text-primary"
_SMALL = 8
"""Cells of the bar in a line."""
_BAR = 24
"""Cells of the longest bar in the sheet."""
_SAME = 0.25
"""Difference of two means below which one does not speak of a change."""
_FEW = 12
"""Answers below which a change may well be chance."""
_MIDDLE = {2: "rather low", 3: "in the middle", 4: "rather high"}

HIDDEN = (
    "Your number is added to those of the others at once; a sentence stands in the order of the alphabet, "
    "without a number. Results are shown on Monday, if five have answered, and only in sum. That you have "
    "answered is kept, so that you are not asked twice."
)
NOT_HIDDEN = (
    "What cannot be hidden: the first answer of a week stands alone in the waiting file until the second "
    "comes. Who compares the file just before and after you answer sees what you said; so may whoever runs "
    "the drive. Who lists the folder sees who answered when, but not what. How you write may "
    "tell who you are, and where all say the same number, everybody's is known. Write only what you would "
    "say aloud; docs/pulse.md says all of it."
)


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the pulse."""

    monday: date
    question: PulseQuestion | None
    """What was asked; `None`: it is gone."""
    result: Result | None
    """What came of it; `None`: nothing to be shown yet."""
    before: tuple[Result, ...] = ()
    """Earlier results of the same question, newest first."""
    is_now: bool = False
    """Whether it is the running week."""
    answered: bool | None = None
    """Whether the person has answered; `None`: not known, or over."""
    told: int = 0
    """How many have answered the running week; 0: too few to be told."""
    is_first: bool = False
    """Whether nobody has answered the running week."""
    closed: str = ""
    """Why the person is not asked; empty: she is."""

    @property
    def trend(self) -> float | None:
        """How much the mean has changed since the same was asked before; `None`: it was not, or not shown."""
        mean = self.result.mean if self.result else None
        last = next((one.mean for one in self.before if one.mean is not None), None)
        return mean - last if mean is not None and last is not None else None


def week_row(week: Week, today: date, marks: CultureSigns) -> Row:
    """When, what was asked, the mean, the change, and how many answered."""
    mean = week.result.mean if week.result else None
    text = week.question.text if week.question else "(this question is gone)"
    when = "this week" if week.is_now else day(week.monday, today)
    count = week.told if week.is_now else week.result.count if week.result else 0
    said = f"{small_bar(mean, marks)} {mean:.1f}" if mean is not None else _state(week)
    cells = (when, text, said, trend_word(week.trend, marks), str(count or ""))
    return Row(key=week.monday.isoformat(), cells=cells, is_quiet=mean is None and not week.is_now)


def week_told(week: Week, today: date, marks: CultureSigns, width: int, how: str) -> Content:
    """The question with its result; `how` says how to answer it."""
    return joined(_told(week, today, marks, width, how))


def choices(question: PulseQuestion) -> list[tuple[int, str]]:
    """The numbers with what they mean."""
    return [(score, meaning(question, score) or _MIDDLE.get(score, "")) for score in SCORES]


def small_bar(mean: float, marks: CultureSigns) -> str:
    """A mean from 1 to 5 as a bar."""
    full = round((mean - 1) / 4 * _SMALL)
    return marks.full * full + marks.empty * (_SMALL - full)


def trend_word(trend: float | None, marks: CultureSigns) -> str:
    """`▴ 0.4`; empty where there is nothing to compare with."""
    if trend is None:
        return ""
    if abs(trend) < _SAME:
        return marks.same
    return f"{marks.up if trend > 0 else marks.down} {abs(trend):.1f}"


def _state(week: Week) -> str:
    if week.is_now and week.answered is False:
        return "your turn"
    if week.is_now and week.answered:
        return "you answered"
    if week.is_now and week.closed:
        return "not asked"
    return "too few" if week.result and week.result.too_few else "waiting" if week.is_now else "none"


def _told(week: Week, today: date, marks: CultureSigns, width: int, how: str) -> Iterator[Content]:
    when = "This week" if week.is_now else f"Week of {day(week.monday, today)}"
    yield Content.assemble((when, _QUIET))
    yield Content.assemble(
        (beside(week.question.text if week.question else "(this question is gone)", 0, width), _STRONG)
    )
    if week.is_now:
        yield Content("")
        yield from _asked(week, width, how)
    if week.result is not None:
        yield Content("")
        yield from _result(week, week.result, today, marks, width)
    if week.is_now:
        yield Content("")
        yield Content.assemble((beside(HIDDEN, 0, width), _QUIET))
        yield Content("")
        yield Content.assemble((beside(NOT_HIDDEN, 0, width), _QUIET))


def _asked(week: Week, width: int, how: str) -> Iterator[Content]:
    if week.told:
        yield Content(beside(f"{week.told} have answered; results on Monday.", 0, width))
    if week.closed:
        yield Content.assemble((beside(week.closed, 0, width), _STRONG))
        return
    if week.answered:
        yield Content(beside(THANKS, 0, width))
        return
    if week.question is not None:
        yield Content(f"1 is {meaning(week.question, 1)}, 5 is {meaning(week.question, 5)}.")
    if week.answered is False:
        yield Content.assemble((beside(how, 0, width), _STRONG))
        if week.is_first:
            yield Content(beside(FIRST, 0, width))


def _result(week: Week, result: Result, today: date, marks: CultureSigns, width: int) -> Iterator[Content]:
    if result.mean is not None:
        count = counted(result.count, "answer")
        trend = trend_word(week.trend, marks)
        last = next((one for one in week.before if one.mean is not None), None)
        since = f"   {trend} since {day(last.week, today)}" if trend and last else ""
        yield Content.assemble((f"{result.mean:.1f} on average of {count}", _STRONG), since)
        if since and last and min(result.count, last.count) < _FEW:
            yield Content.assemble((beside("So few answers also differ by chance.", 0, width), _QUIET))
        yield Content("")
        yield from _bars(week, result, marks, width)
    if result.too_few:
        more = "more " if result.count else ""
        yield Content.assemble((f"{result.too_few} {more}answered; too few to be shown.", _QUIET))
    if result.sentences:
        yield Content("")
        yield Content.assemble(("What some added, in the order of the alphabet", _QUIET))
        yield from (Content(f"{marks.point} {beside(one, 2, width)}") for one in result.sentences)
    shown = [one for one in week.before if one.mean is not None]
    if shown:
        yield Content("")
        yield Content.assemble(("The same question before", _QUIET))
        for one in shown:
            mean = one.mean or 0.0
            line = f"{day(one.week, today):<10} {small_bar(mean, marks)} {mean:.1f} of {one.count}"
            yield Content(line)


def _bars(week: Week, result: Result, marks: CultureSigns, width: int) -> Sequence[Content]:
    words = dict(choices(week.question)) if week.question else {}
    labels = {score: words.get(score, "") if score in (1, 5) else "" for score in SCORES}
    room = min(max(map(len, labels.values())), max(0, width // 3))
    longest = max(4, min(_BAR, width - room - 10))
    most = max(result.counts) or 1
    lines = []
    for score, count in zip(SCORES, result.counts, strict=True):
        cells = round(count / most * longest) or (1 if count else 0)
        label = labels[score][:room]
        rest = marks.empty * (longest - cells)
        bar = (marks.full * cells, _BARS)
        lines.append(Content.assemble(f"{score} {label:<{room}} ", bar, (rest, _QUIET), f" {count}"))
    return lines
