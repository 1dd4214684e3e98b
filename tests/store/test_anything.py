"""Whatever another program wrote into the tables: it is shown or passed over, and nothing falls over it."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from store.change import Change, Edit
from store.errors import NotFound, Refused
from store.exchange.readings import understand
from store.filters import Search
from store.goals.browsing import Period, Wanted, browse
from store.goals.owing import owed_by
from store.goals.saying import outlook
from store.goals.smart import smart
from store.goals.standing import Standings
from store.inbox.owing import owed
from store.models import TABLES, Goal, Intake, LearningItem, Post, Round, Task
from store.news.audience import open_incidents, readers, roster
from store.news.audience import owed_by as owed_to_know
from store.news.marks import Marks, Read
from store.rules import learned, learning, posts, replies
from store.rules.integrity import check
from store.rules.limits import in_work
from store.rules.read_states import mark_all_read, mark_read
from store.rules.readings import refuse_read
from store.rules.tags import in_use
from store.skills.certificates import certificates
from store.skills.confirming import unconfirmed
from store.skills.experts import alone, nobody, who_can_help
from store.skills.gaps import gaps, role_gaps
from store.skills.hints import lacks
from store.skills.levels import Levels
from store.skills.money import accounts
from store.skills.proposing import propose
from store.skills.trends import levels_over_time, spending
from store.standup import summary
from store.standup.drafting import draft, since
from store.standup.order import speaking_order
from store.standup.owing import missing, owes_update
from store.standup.participation import participation
from store.standup.questions import asked_on
from store.standup.rounds import absent, next_of, open_round, rounds_on, waiting
from store.standup.updates import late_updates, update_of, updates_before, updates_on
from store.team import Team
from tests import builders
from widgets.goals.chart import UNICODE_INKS, chart
from widgets.goals.row import goal_row

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
_NEEDED = ("title", "author", "at")
"""What a post has to have."""
Tables = dict[str, dict[int, dict[str, Any]]]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 9),
    st.integers(),
    st.floats(allow_nan=True),
    st.text(max_size=20),
    st.sampled_from(
        ["2026-11-23", "2026-02-30", "9999-12-31", "0001-01-01", "2026-11-23T10:00:00Z", "active"]
    ),
    st.sampled_from(
        ["tasks", "goals", "results", "effort", "within", "less", "ana", "doing", "Europe/Berlin", "incident"]
    ),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


_BOARD = ("settings", "members", "roles", "columns", "tasks", "comments", "filters", "tags")
GOALS = (*_BOARD, "goals", "key_results", "check_ins", "remarks")
NEWS = (*_BOARD, "goals", "posts", "replies", "reactions", "acknowledgements", "read_states")
STANDUP = (*_BOARD, "goals", "check_ins", "updates", "rounds", "questions")


@st.composite
def tables(draw: st.DrawFn, *wilds: str) -> Tables:
    """The shop's tables, with documents of these kinds, or of any, whose fields hold anything."""
    names = wilds or draw(st.lists(st.sampled_from([*TABLES]), min_size=3, max_size=12, unique=True))
    made = {
        name: {id: dict(raw) for id, raw in table.items()} for name, table in builders.team().tables.items()
    }
    for name in names:
        kind = TABLES[name]
        fields = sorted(kind.names() - {"id", "unknown"})
        for id in draw(st.lists(st.integers(1, 9), max_size=4, unique=True)):
            wild = draw(st.dictionaries(st.sampled_from(fields), VALUES, max_size=6))
            made.setdefault(name, {})[id] = {**made.get(name, {}).get(id, {}), **wild}
    return made


def with_goals(made: Tables) -> Tables:
    """The same with two goals that are parts of each other, and check-ins beside the wild ones."""
    goal = {"title": "x", "state": "active", "start": "2026-11-01", "due": "2026-12-01"}
    numbers = {"baseline": 0, "target": 10}
    made["goals"] = {
        **made.get("goals", {}),
        11: {**goal, **numbers, "parent": 12, "source": "goals"},
        12: {**goal, "parent": 11, "source": "goals"},
        13: {**goal, **numbers, "owner": "ana"},
    }
    for id, value in enumerate((1, 3, 2), 101):
        said = {
            "goal": 13,
            "day": f"2026-11-{id - 90:02}",
            "value": value,
            "author": "x",
            "at": "2026-11-20T10:00:00Z",
        }
        made.setdefault("check_ins", {})[id] = said
    return made


def with_posts(made: Tables) -> Tables:
    """The same with posts that can be read beside the wild ones, with wild fields and much below."""
    wild = [{k: v for k, v in raw.items() if k not in _NEEDED} for raw in made.get("posts", {}).values()]
    post = {"title": "x", "author": "ben", "at": "2026-11-20T10:00:00Z"}
    kinds: tuple[dict[str, Any], ...] = (
        {"kind": "incident"},
        {"acknowledge_by": "2026-11-27"},
        {"mentions": ["ana"]},
    )
    found = {
        id: {**post, **kind, **raw} for id, (kind, raw) in enumerate(product(kinds, [{}, *wild[:2]]), 11)
    }
    made["posts"] = {**made.get("posts", {}), **found}
    said = {"author": "cem", "at": "2026-11-20T10:00:00Z", "text": "x"}
    for table in ("replies", "acknowledgements", "reactions"):
        below = {id: {**said, "post": id, "mentions": [["ana"], "ana"]} for id in found}
        made[table] = {**made.get(table, {}), **below}
    states = made.get("read_states", {}).values()
    mine = {id: {**raw, "login": "ana"} for id, raw in enumerate(states, 11)}
    made["read_states"] = {**made.get("read_states", {}), **mine}
    return made


@settings(max_examples=25)
@given(tables())
def test_whatever_is_in_the_tables_can_be_read(made: Tables) -> None:
    """Every document is one, or none; what is counted, sorted and searched goes on."""
    team = Team(made)
    for kind in TABLES.values():
        assert all(document.id for document in team.all(kind))
    assert team.columns is not None
    assert sum(len(cards) for cards in team.index.cells.values()) <= len(made["tasks"])
    for role in team.roles:
        assert in_work(team, role) >= 0
    assert all(use.cards > 0 for use in in_use(team).values())
    for query in (
        "x",
        "@me -is:done",
        "is:blocked due:week",
        "#shoot role:shop",
        "goal:11",
        "has:goal age:>2",
    ):
        Search().matching(team, query, person="ana", today=TODAY)
    for task in team.all(Task):
        task.is_overdue(TODAY)


@settings(max_examples=25)
@given(tables(*GOALS))
def test_whatever_is_in_the_tables_goals_can_be_worked_out(
    made: Tables,
) -> None:
    """Each stands somewhere, once, and has a line, a chart or none, and a sentence."""
    team = Team(with_goals(made))
    standings = Standings(team, TODAY)
    live = sorted(goal.id for goal in team.all(Goal) if not goal.archived_at)

    for by_risk in (False, True):
        found = browse(team, standings, Wanted(Period.ALL), by_risk=by_risk)
        assert sorted(goal.id for goal, _ in found) == live
    for goal, depth in browse(team, standings, Wanted(Period.ALL)):
        standing = standings.of(goal)
        assert outlook(standing, standing.forecast())
        assert len(smart(team, goal)) == 5
        assert goal_row(team, standings, goal, depth).word
        chart(standing, standing.forecast(), 80, 12, UNICODE_INKS)
    owed_by(team, "ana", TODAY)


@settings(max_examples=25)
@given(tables(*NEWS))
def test_whatever_is_in_the_tables_news_can_be_read(made: Tables) -> None:
    """What is unread is a post, what is owed can be acknowledged, and an open incident can be closed."""
    team = Team(with_posts(made))
    for login in ("ana", "nobody"):
        marks = Marks(team, login, Read(frozenset({11}), frozenset({12})))
        assert marks.posts <= marks.unread <= team.tables["posts"].keys()
        assert 0 <= marks.mentions <= len(marks.posts) + sum(map(len, marks.replies.values()))
        assert all(marks.names_me(id) in (True, False) for id in (*marks.unread, 99))
        for post in owed_to_know(team, login):
            if login in team.members:
                assert replies.acknowledge(team, post.id, login, NOW)
    for post in open_incidents(team):
        closer = post.author if post.author in team.members else next(iter(team.members), "ana")
        assert posts.close(team, post.id, "Over.", closer, NOW)
    for post in team.all(Post):
        people = readers(team, post)
        found = roster(team, post)
        assert len(people) == len(found.known) + len(found.owing)


@settings(max_examples=25)
@given(tables(*NEWS))
def test_whatever_is_in_the_tables_news_can_be_written(made: Tables) -> None:
    """Rules do it, or refuse in a sentence; what was read is read then."""
    team = Team(with_posts(made))
    for id in team.tables["posts"]:
        for rule in (
            lambda id: replies.reply(team, id, "x @ana", "ana", NOW),
            lambda id: replies.react(team, id, "yes", "ana", NOW),
            lambda id: replies.acknowledge(team, id, "ana", NOW),
            lambda id: replies.remind(team, id, "ana", NOW),
            lambda id: posts.edit(team, id, "ben", NOW, body="x"),
            lambda id: posts.pin(team, id, None, "ana", NOW),
            lambda id: posts.archive(team, id, "ana", NOW),
        ):
            with suppress(Refused, NotFound):
                change = rule(id)
                check(team.apply(change), change)
    if "ana" in team.members:
        some = Read(Marks(team, "ana").posts)
        read = team.apply(mark_read(team, "ana", some, NOW))
        assert Marks(read, "ana").posts == frozenset()
        assert Marks(team.apply(mark_all_read(team, "ana", NOW)), "ana").unread == frozenset()


def with_standups(made: Tables) -> Tables:
    """The same with a round and updates beside the wild ones."""
    begun = {"day": "2026-11-23", "started_at": "2026-11-23T09:00:00Z", "started_by": "ana", "order": ["ana"]}
    made.setdefault("rounds", {})[11] = begun
    for id, author in enumerate(("ana", "ana", "x"), 11):
        said = {"day": f"2026-11-{id + 9}", "author": author, "posted_at": "2026-11-20T10:00:00Z"}
        made.setdefault("updates", {})[id] = {**said, "blockers": "#1 and #2", "promised": [1, 2]}
    return made


SKILLS = ("settings", "members", "roles", "skills", "assessments", "learning_items", "budgets")


def with_skills(made: Tables) -> Tables:
    """The same with a skill that two roles need, levels, learning items and a budget beside the wild ones."""
    skill = {
        "name": "Checkout",
        "targets": [{"id": "1", "role": 1, "level": 3}, {"id": "2", "role": 2, "level": 1}],
    }
    made.setdefault("skills", {})[11] = skill
    wild = [{k: v for k, v in raw.items() if k != "person"} for raw in made.get("assessments", {}).values()]
    said = {"skill": 11, "level": 2, "day": "2026-11-20", "author": "x", "at": "2026-11-20T10:00:00Z"}
    for id, odd in enumerate([{}, *wild[:2]], 11):
        made.setdefault("assessments", {})[id] = {**said, "person": ("ana", "ben", "x")[id % 3], **odd}
        known = {"title": "x", "person": "ana", "state": "done", "paid": 3, "skill": 11}
        made.setdefault("learning_items", {})[id] = {**known, **odd}
    made.setdefault("budgets", {})[11] = {"year": 2026, "amount": 9}
    return made


@settings(max_examples=25)
@given(tables(*SKILLS))
def test_whatever_is_in_the_tables_levels_gaps_and_money_are_told(made: Tables) -> None:
    """Of the people and skills that can be read; nobody has more levels than there are."""
    team = Team(with_skills(made))
    for person, skill, level in Levels.of(team):
        assert 0 <= level.level <= 4
        assert Levels.of(team).get(person, skill) == level
    assert all(gap.size > 0 and gap.person in team.members for gap in gaps(team))
    assert sum(gap.missing for gap in role_gaps(team)) >= 0
    assert {one.person for one in alone(team)} <= {*team.members}
    nobody(team)
    for year in (2025, 2026):
        assert all(one.planned >= 0 for one in accounts(team, year))
    for point in levels_over_time(team, TODAY, months=3, role=1):
        assert point.mean is None or 0 <= point.mean <= 4
    assert len(spending(team, TODAY, department="", months=3)) == 12
    for person in ("ana", "zoe"):
        owed(team, person, TODAY)
        certificates(team, TODAY, person=person)
        assert propose(team, person, 11).level
        card = builders.task(30, tags=["checkout"])
        assert isinstance(lacks(team, card, person), str)
    who_can_help(team, "chekout", TODAY)
    unconfirmed(team)
    for item in team.all(LearningItem):
        for rule in (
            lambda id: learned.finish(team, id, "ana", NOW, level=2, learned="x", share=True),
            lambda id: learned.to_card(team, id, "ana", NOW),
            lambda id: learning.drop(team, id, "ana", NOW),
        ):
            with suppress(Refused, NotFound):
                change = rule(item.id)
                check(team.apply(change), change)


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    """Changes of Ana's to cards, comments and check-ins, with anything in them."""
    tables = st.sampled_from(["tasks", "comments", "check_ins"])
    fields = st.dictionaries(st.sampled_from(["column", "task", "goal", "author"]), VALUES, max_size=3)
    edits = draw(
        st.lists(
            st.builds(Edit, tables, st.integers(1, 9), st.none() | fields, st.none() | fields), max_size=6
        )
    )
    return [Change((edit,), "", "ana", NOW) for edit in edits]


@settings(max_examples=25)
@given(tables(*STANDUP), histories())
def test_whatever_is_in_the_tables_a_stand_up_can_be_held(made: Tables, changes: list[Change]) -> None:
    """There is a draft, an order, a summary, and who took part."""
    team = Team(with_standups(made))
    assert set(speaking_order(team, TODAY)) == set(team.members)
    for person in ("ana", "zoe"):
        begin = since(team, person, NOW)
        assert begin < NOW + timedelta(days=9)
        assert draft(team, person, changes, NOW).texts().keys() == {"done", "now", "blockers"}
        updates_before(team, person, TODAY, most=3)
        update_of(team, person, TODAY)
        owes_update(team, person, TODAY)
    assert open_round(team, TODAY)
    for held in team.all(Round):
        assert next_of(team, held) in {*waiting(team, held), ""}
        absent(held)
        late_updates(team, held)
        assert summary.title(held)
        summary.body(team, held, updates_on(team, held.day))
    rounds_on(team, TODAY)
    asked_on(team, TODAY)
    missing(team, TODAY)
    assert len(participation(team, TODAY).parts) == len(team.members)


@settings(max_examples=25)
@given(tables("kpis", "readings", "intakes"))
def test_a_file_is_read_whatever_is_known_of_kpis(made: Tables) -> None:
    """Beside KPIs, readings and intakes of any content; it is understood or refused."""
    kpi = {"name": "Orders", "cadence": "day"}
    made["kpis"] = {**made.get("kpis", {}), 11: kpi}
    wild = {id: {"kpi": 11, **raw} for id, raw in enumerate(made.get("readings", {}).values(), 11)}
    made["readings"] = {**made.get("readings", {}), **wild}
    team = Team(made)
    with suppress(Refused):
        plan = understand(b"Date,Orders,x\n2026-11-16,5,1\n2026-11-17,6,2\n", "x.csv", team, NOW)
        plan.change(team, "ana", NOW)
    for intake in team.all(Intake):
        with suppress(Refused):
            refuse_read(team, "x.csv", intake.checksum)
