"""What the signs on the screens mean, for the help screen."""

from __future__ import annotations

from store.goals.pace import Pace
from store.kpis.standing import Light
from store.models import ColumnKind, GoalState, Outcome, Priority
from widgets.goals.bar import bar
from widgets.goals.signs import GoalSigns, goal_signs
from widgets.kpis.signs import KpiSigns, kpi_signs
from widgets.signs import Signs
from widgets.training.signs import TrainingSigns, training_signs

BOARD_SIGNS, GOAL_SIGNS = "Signs on the board", "Signs of goals"
TRAINING_SIGNS, FIGURES_SIGNS = "Signs of skills and learning", "Signs of figures"
Legend = tuple[tuple[str, str], ...]
"""Signs as they stand on a screen, each with a sentence."""


def legends(signs: Signs, first: str = "") -> list[tuple[str, Legend]]:
    """The signs of each screen, with a title; `first` is the title of those that come first."""
    all_of_them = [
        (BOARD_SIGNS, _board(signs)),
        (GOAL_SIGNS, _goals(goal_signs(signs))),
        (TRAINING_SIGNS, _training(training_signs(signs))),
        (FIGURES_SIGNS, _figures(kpi_signs(signs))),
    ]
    return sorted(all_of_them, key=lambda legend: legend[0] != first)


def _goals(signs: GoalSigns) -> Legend:
    marks = signs.marks
    paces = (Pace.AHEAD, Pace.ON_TRACK, Pace.AT_RISK, Pace.OFF_TRACK)
    ends = (GoalState.REACHED, GoalState.MISSED, GoalState.DROPPED)
    example = "".join(run for run, _ in bar(8, signs, 0.4, 0.6, 0.8))
    return (
        (" ".join(marks[pace] for pace in paces), "Ahead, on track, at risk, off track"),
        (marks[GoalState.ACTIVE], "Nobody knows how far it is"),
        (marks[GoalState.DRAFT], "A draft: nobody works towards it yet"),
        (" ".join(marks[end] for end in ends), "Reached, missed, dropped"),
        (signs.owed, "A check-in is owed: i says how it goes"),
        (example, "Done so far, will be by the due date, not done"),
        (signs.today, "How far it should be today"),
        (signs.lost * 2, "Done, but the trend leads back from there"),
        (f"SM{signs.unmet}R{signs.unmet}", "Specific, measurable, relevant; two letters are missing"),
    )


def _training(signs: TrainingSigns) -> Legend:
    return (
        (f"3{signs.met}{signs.confirmed}", "Level 3, as much as is needed, and confirmed"),
        (f"2/3{signs.estimate}", "Level 2, and 3 is needed; an estimate of one's own"),
        (f"4{signs.above}", "More than is needed; without a sign nobody needs it"),
        (f"{signs.unknown}/3", "3 is needed, and nobody has said a level yet"),
        (signs.expired, "The certificate has expired"),
        (f"5{signs.below}", "Behind a skill: so many levels are missing, those of all people together"),
        (f"{signs.spent}{signs.planned}{signs.left}", "Of a budget: paid, planned, left"),
        (" ".join(signs.states.values()), "A wish, planned, under way, done, dropped"),
    )


def _figures(signs: KpiSigns) -> Legend:
    lights, outcomes = signs.lights, signs.outcomes
    known = (Light.GOOD, Light.WATCH, Light.ALARM)
    ends = (Outcome.HELPED, Outcome.NO_EFFECT, Outcome.HARMED, Outcome.UNCLEAR)
    return (
        (" ".join(lights[light] for light in known), "On target, off target, beyond the limit"),
        (lights[Light.UNKNOWN], "No reading yet, or nobody has said what it should be"),
        (f"{signs.up} {signs.down} {signs.level}", "More, less, the same as the time before"),
        (signs.levels, "How it went, from the lowest value to the highest"),
        (signs.adjusted, "Something was changed because of it; letters tell where on the chart"),
        (" ".join(outcomes[end] for end in ends), "It helped, had no effect, harmed, is unclear"),
        (outcomes[None], "Under way: nobody has said yet what it did"),
    )


def _board(signs: Signs) -> Legend:
    urgent, high, low = (signs.priorities[p] for p in (Priority.URGENT, Priority.HIGH, Priority.LOW))
    queue, active, done = (signs.kinds[kind] for kind in ColumnKind)
    return (
        (f"{urgent} {high} {low}", "Urgent, high and low priority; none for normal"),
        (f"{signs.overdue}24 Nov", "Overdue since that day; without room the sign alone"),
        (signs.blocked, "Blocked: the line below the board says why"),
        (signs.frozen, "Frozen: it should not move now; who moves it is asked first"),
        (f"{signs.stale}7d", "Has not moved on for seven days: long for this team"),
        (f"{signs.checklist}2/5", "Two of five checklist items are ticked"),
        (f"{signs.comments}3", "Three comments"),
        (f"{signs.goal}7", "Serves goal 7"),
        (f"{signs.left}BO", "Ben Okafor, by his initials, has just moved it"),
        (f"{signs.selected} {signs.both}", "Selected; the same with the cursor on it"),
        (f"{queue} {active} {done}", "Columns of cards that wait, are in work, are done"),
        (f"15/12{signs.over}", "A column over its limit: fifteen cards for twelve"),
        ("Role 3/4 2", "The role's cards in work and its limit; in this cell"),
        (f"{signs.folded} Role", "A folded lane"),
        (f"{signs.above} 2 {signs.below} 5 more", "Cards of the cell above and below those in view"),
        (f"{signs.left}1 2{signs.right}", "Columns to the left and right of those in view"),
    )
