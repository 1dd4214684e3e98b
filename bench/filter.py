"""What a key of the filter costs to match, without drawing; the texts are read beforehand.

Run with `python -m bench.filter [TASKS ...]`; without numbers 1,000, 10,000 and 100,000. Milliseconds of
processor time, the median of several runs; “typed” is the dearest key of the query as a person types it.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

from store.demo import demo_team
from store.filters import Search, suggestions
from store.team import Team

_QUERIES = (
    *("a", "jacket", "jacket retouch", "zzz", "-jacket", "nwosu", "@amara", "@me is:open", "#spring", "#12"),
    *("is:stale", "is:overdue -@me", "is:new", "due:week", "due:<=+3d is:open", "role:photo,mark !high"),
    *("has:comments", "has:checklist", "by:amara", "age:>2w in:doing", "goal:none is:blocked jacket"),
)
_RUNS = 5


def main(sizes: list[int]) -> None:
    """Measure and print one column per size."""
    rows: dict[str, list[str]] = {}
    for size in sizes:
        for label, value in _measured(size):
            rows.setdefault(label, []).append(value)
    width = max(map(len, rows))
    print(f"{'ms: once / typed':{width}}  " + "  ".join(f"{size:>15,}" for size in sizes))
    for label, values in rows.items():
        print(f"{label:{width}}  " + "  ".join(f"{value:>15}" for value in values))


def _measured(size: int) -> list[tuple[str, str]]:
    now = datetime.now(UTC)
    demo = demo_team(now, tasks=size)
    team, person = demo.team(), demo.viewer
    today = team.today(now)
    assert team.index
    # As the app does it: what stays for good is not looked through for garbage.
    gc.collect()
    gc.freeze()
    search = Search()
    found = [("prepare", f"{_spent(lambda: search.prepare(team)):.1f}")]
    for query in _QUERIES:
        once = []
        for _ in range(_RUNS):
            _anew(search, team)
            once.append(_spent(partial(search.matching, team, query, person=person, today=today)))
        _anew(search, team)
        keys = [query[:end] for end in range(1, len(query) + 1)]
        typed = [_spent(partial(search.matching, team, key, person=person, today=today)) for key in keys]
        found.append((query, f"{statistics.median(once):.1f} / {max(typed):.1f}"))
    hint = _spent(lambda: suggestions("#s", 2, team))
    return [*found, ("suggestions for #s", f"{hint:.1f}")]


def _anew(search: Search, team: Team) -> None:
    """Ask for something else, so that there is nothing to narrow."""
    search.matching(team, "goal:999", person="", today=date.min)


def _spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000])
