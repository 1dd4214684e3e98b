"""Steps as lines of text: read as they were written, and bad lines are told."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import Refused
from store.models import Doer, Priority, Step
from store.playbooks.lines import read, written
from store.playbooks.ready import READY, steps_for
from tests import builders
from tests.builders import MAIL, PHOTO, SHOP
from tests.store.playbooks.shop import peak

TEAM = builders.team()


def ids() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"new{next(numbers)}"


def test_a_step_is_one_line_and_its_details_below() -> None:
    """Days, role, title, signs."""
    assert written(TEAM, peak().steps).splitlines() == [
        "-21..-14  Newsletter: Book the ads for {name} #ads",
        "-7  Photography: Photograph 4h @lead",
        "0  Shop: Watch the checkout !urgent",
        "+10  Look back",
        "    What went well?",
        "    What did not?",
    ]


TITLES = st.one_of(
    st.sampled_from(
        ["Call 4h", "Pay #1", "a: b", "nobody: x", "Shop: open", "x --", "Ask @lead", "12", "{name}"]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), min_size=1, max_size=12),
)
STEPS = st.builds(
    Step,
    id=st.just("x"),
    text=TITLES,
    details=st.sampled_from(["", "One line", "Two\nlines", "a\n\n  b", "- x"]),
    due=st.integers(-400, 400),
    start=st.one_of(st.none(), st.integers(-900, -400)),
    role=st.sampled_from([None, SHOP, PHOTO, MAIL]),
    doer=st.sampled_from(Doer),
    estimate=st.sampled_from([None, 0.5, 4.0, 12.0]),
    priority=st.sampled_from(Priority),
    tags=st.lists(st.sampled_from(["ads", "a-b", "Größe"]), unique=True),
)


@settings(max_examples=60)
@given(st.lists(STEPS, max_size=4))
def test_what_was_written_is_read_exactly(steps: list[Step]) -> None:
    """Whatever the titles look like."""
    found = read(TEAM, written(TEAM, steps), [], lambda: "x")

    assert found == steps


def test_a_changed_line_keeps_its_step() -> None:
    """By its title, else by its place; a line that is new has a new id; details go with their line."""
    old = peak().steps
    text = written(TEAM, old).replace("-7  Photography: Photograph 4h", "-6  Photography: Photograph 5h")
    text = text.replace("Watch the checkout", "Watch the shop").replace("0  Shop", "+1  New\n0  Shop")

    found = read(TEAM, text, old, ids())

    assert [(step.id, step.text) for step in found] == [
        ("a", "Book the ads for {name}"),
        ("b", "Photograph"),
        ("c", "New"),
        ("new1", "Watch the shop"),
        ("d", "Look back"),
    ]
    assert found[0] == old[0]
    assert found[4].details == old[3].details


def test_an_archived_role_stays_where_nobody_changed_it() -> None:
    """Its name is written and read, also where the role is gone for good."""
    steps = [Step(id="a", text="x", role=77)]

    assert written(TEAM, steps) == "0  role 77: x"
    assert read(TEAM, "+1 role 77: x", steps, ids())[0].role == 77


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Book the ads", "Line 1 does not begin with days, like -14 or -21..-14: “Book the ads”."),
        ("0 a\n\n-3..-9 b", "Line 3 begins after it is due: “-3..-9 b”."),
        ("-14", "Line 1 does not say what is to be done: “-14”."),
        ("-14 #ads 4h", "Line 1 does not say what is to be done: “-14 #ads 4h”."),
        ("5000 x", "Line 1 is more than 3,650 days away: “5000 x”."),
        ("  x", "Line 1 begins with blanks, but there is no step above it."),
        (
            "0 Marketng: x",
            "Line 1 names no role of the team before its colon: “Marketng”. The roles are “newsletter”, "
            "“photography” or “shop”; a title with a colon in it begins with “nobody: ”.",
        ),
    ],
)
def test_a_bad_line_is_told(text: str, sentence: str) -> None:
    """With its number and what to write instead."""
    with pytest.raises(Refused) as refused:
        read(TEAM, text, [], ids())

    assert str(refused.value) == sentence


@pytest.mark.parametrize("ready", READY, ids=lambda ready: ready.name)
def test_every_ready_made_playbook_can_be_read(ready: object) -> None:
    """Eight to fourteen steps each, in the order of their days."""
    assert ready in READY
    found = steps_for(TEAM, next(one for one in READY if one is ready))

    assert 8 <= len(found) <= 14
    begins = [step.start if step.start is not None else step.due for step in found]
    assert begins == sorted(begins)
