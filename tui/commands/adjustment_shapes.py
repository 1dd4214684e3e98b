"""The shapes of `--json` for adjustments; see `shapes`.

adjustment         {"adjustments": [adjustment]}, and so `helped`; of its other verbs {"adjustment":
                   adjustment, "changed"}. It is {"number", "title", "seen", "kpi": number, "goal": number,
                   "figure", "expected", "owner", "asked": login of who is asked whether it helped,
                   "made_on", "review_on", "to_review": whether that day has come and nobody has said,
                   "outcome": "helped", "no effect", "harmed", "unclear" or null, "learned",
                   "reviewed_at", "archived_at", "effect": effect, or null where nothing is compared}
effect             {"of": the KPI's or figure's name, "unit", "before": [value], "after": [value],
                   "median_before", "median_after", "shift", "low", "high", "noise", "verdict": "too few
                   readings", "within the usual ups and downs", "better", "worse" or "different",
                   "sentence"}
"""

from __future__ import annotations

from datetime import date

from store.flow.effect import Effects
from store.kpis.effect import Compared
from store.kpis.owing import is_open, reviewer
from store.models import Adjustment
from store.team import Team
from tui.commands.answer import Json
from tui.commands.shapes import moment


def adjustment_shape(team: Team, one: Adjustment, today: date, effects: Effects | None = None) -> Json:
    """Something that was changed because of a figure; many of them share their `effects`."""
    found = (effects or Effects(team, today)).of(one)
    return {
        "number": one.id,
        "title": one.title,
        "seen": one.seen,
        "kpi": one.kpi,
        "goal": one.goal,
        "figure": one.figure or None,
        "expected": one.expected,
        "owner": one.owner or None,
        "asked": reviewer(team, one) or None,
        "made_on": one.made_on.isoformat(),
        "review_on": one.review_on.isoformat(),
        "to_review": is_open(one) and one.review_on <= today,
        "outcome": one.outcome.value if one.outcome else None,
        "learned": one.learned,
        "reviewed_at": moment(one.reviewed_at),
        "archived_at": moment(one.archived_at),
        "effect": effect_shape(found) if found else None,
    }


def effect_shape(found: Compared) -> Json:
    """Before and after; amounts are in the figure's unit."""
    effect = found.effect
    return {
        "of": found.kpi.name,
        "unit": found.kpi.unit,
        "before": list(effect.before),
        "after": list(effect.after),
        "median_before": effect.median_before,
        "median_after": effect.median_after,
        "shift": effect.shift,
        "low": effect.low,
        "high": effect.high,
        "noise": effect.noise,
        "verdict": found.verdict.value,
        "sentence": found.sentence,
    }
