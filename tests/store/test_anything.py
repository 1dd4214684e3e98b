"""Whatever another program wrote into the tables: it is shown or passed over, and nothing falls over it."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from store.absences.away import away_on, covering, is_in, stands_in
from store.absences.open_things import named, open_things
from store.absences.workload import workload
from store.change import Change, Edit
from store.duties.asking import whom, whom_briefly
from store.duties.chart import chart as role_chart
from store.duties.matrix import Wanted as MatrixWanted
from store.duties.matrix import chosen, duty_matrix
from store.duties.parts import part_in
from store.duties.responsibilities import leftover_words, names_of, responsibilities
from store.duties.whois import Whois
from store.errors import NotFound, Refused
from store.exchange.readings import understand
from store.filters import Search
from store.findings import findings
from store.goals.attainment import attainment
from store.goals.browsing import Period, Wanted, browse
from store.goals.owing import owed_by
from store.goals.saying import kpi_said, outlook
from store.goals.smart import smart
from store.goals.standing import Standings
from store.inbox.owing import owed
from store.kpis.listing import by_department, kpis
from store.kpis.overview import newest_readings, watched
from store.kpis.owing import late, to_adjust, to_review
from store.kpis.picture import Asked, picture
from store.kpis.standing import standing
from store.kpis.values import by_period
from store.models import (
    TABLES,
    Absence,
    Adjustment,
    Cadence,
    Duty,
    Goal,
    Handover,
    Intake,
    Kpi,
    LearningItem,
    Post,
    Round,
    Task,
)
from store.news.audience import open_incidents, readers, roster
from store.news.audience import owed_by as owed_to_know
from store.news.marks import Marks, Read
from store.rules import absences, learned, posts, replies, sharing
from store.rules.handovers import give_back, hand_over, returning
from store.rules.integrity import check
from store.rules.limits import in_work
from store.rules.membership import leads
from store.rules.read_states import mark_all_read, mark_read
from store.rules.readings import refuse_read
from store.rules.responsibilities import edit, move, set_duty
from store.rules.setup import edit_role
from store.rules.tags import in_use
from store.skills.certificates import certificates
from store.skills.confirming import unconfirmed
from store.skills.experts import alone, nobody, who_can_help
from store.skills.gaps import gaps, role_gaps
from store.skills.grid import Order, grid, needed_for
from store.skills.grid import Wanted as GridWanted
from store.skills.hints import lacks
from store.skills.levels import Levels
from store.skills.money import accounts
from store.skills.proposing import propose
from store.skills.said import said_of
from store.skills.series import PER, trends
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
from store.upgrades import STEPS
from tests import builders
from tui.commands.adjustment_list import AdjustmentList, Helped
from tui.commands.adjustment_sheet import AdjustmentSheet
from tui.commands.kpi_list import KpiList
from tui.commands.kpi_sheet import KpiSheet
from widgets.duties.matrix_rows import matrix_cell, matrix_columns, matrix_rows
from widgets.goals.chart import UNICODE_INKS, chart
from widgets.goals.row import goal_row
from widgets.kpis.chart import chart as kpi_chart
from widgets.kpis.row import kpi_row
from widgets.kpis.signs import kpi_signs
from widgets.kpis.text import kpi_told
from widgets.signs import ASCII, UNICODE
from widgets.team.person_text import PersonView, said
from widgets.team.row import Facts, person_row
from widgets.training.gaps import lack_row, lack_told
from widgets.training.learning import learning_row, learning_told
from widgets.training.level import in_words, level_cell
from widgets.training.money import bars
from widgets.training.signs import training_signs

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


# Making more tables than a test reads takes most of its time.
_BOARD = ("settings", "members", "roles", "columns", "tasks", "comments", "filters", "tags")
GOALS = (*_BOARD, "goals", "key_results", "check_ins", "remarks")
NEWS = (*_BOARD, "goals", "posts", "replies", "reactions", "acknowledgements", "read_states")
FIGURES = ("settings", "members", "roles", "goals", "kpis", "readings", "adjustments")
DUTIES = (
    "members",
    "roles",
    "tasks",
    "responsibilities",
    "absences",
    "skills",
    "assessments",
    "learning_items",
)
ABSENCES = ("members", "settings", "tasks", "goals", "responsibilities", "absences", "handovers")
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


def with_figures(made: Tables) -> Tables:
    """The same with a KPI, its readings, an adjustment and a goal beside the wild ones."""
    made.setdefault("kpis", {})[11] = {"name": "Orders", "owner": "ana", "target": 5, "role": 1}
    for id, day in enumerate(("2026-11-02", "2026-11-09"), 11):
        told = {"kpi": 11, "day": day, "value": id, "author": "ana", "at": "2026-11-20T10:00:00Z"}
        made.setdefault("readings", {})[id] = told
    tried = {"title": "Try", "kpi": 11, "made_on": "2026-11-02", "review_on": "2026-11-20", "owner": "x"}
    made.setdefault("adjustments", {})[11] = tried
    follows = {"title": "More", "source": "kpi", "kpi": 11, "owner": "ana", "state": "active"}
    made.setdefault("goals", {})[11] = {**follows, "start": "2026-11-02", "due": "2026-12-31"}
    return made


@settings(max_examples=25)
@given(tables(*FIGURES))
def test_whatever_is_in_the_tables_figures_can_be_read(made: Tables) -> None:
    """Each KPI stands somewhere, once; what is owed and what was seen since can be said."""
    team = Team(with_figures(made))
    listed = sorted(kpi.id for those in by_department(team).values() for kpi in those)
    assert listed == sorted(kpi.id for kpi in kpis(team))
    for kpi in kpis(team):
        for cadence in Cadence:
            by_period(standing(team, kpi, TODAY).values, cadence, kpi)
    for person in ("ana", "zoe"):
        late(team, person, TODAY)
        to_adjust(team, person, TODAY)
        to_review(team, person, TODAY)
    assert all(line for line in KpiList(team, TODAY, kpi_signs(ASCII)).lines(80) if line.strip())
    for lines in (AdjustmentList(team, TODAY, archived=False), Helped(team, TODAY)):
        assert [*lines.lines(80)]
    for one in team.all(Adjustment):
        assert [*AdjustmentSheet(team, one, TODAY).lines(80)]
    for kpi in team.all(Kpi):
        assert [*KpiSheet(team, kpi, TODAY, kpi.cadence, 5, kpi_signs(ASCII)).lines(80)]
    for one in watched(team, TODAY):
        kpi, made = one.standing.kpi, [*team.belonging(Adjustment, "kpi", one.standing.kpi.id)]
        last = newest_readings(team, kpi.id, 5)
        assert kpi_row(one, kpi_signs(ASCII)).cells
        assert kpi_told(team, one, last, made, TODAY, kpi_signs(ASCII), 60).plain
        of = picture(kpi, one.standing.values, made, Asked(kpi.cadence, 20, 3, compares=True, width=4), TODAY)
        lines = ("".join(text for text, _ in runs) for runs in kpi_chart(of, 70, 15, ASCII))
        assert all(cell_len(line) <= 70 for line in lines)
    standings = Standings(team, TODAY)
    assert all(one.standings for one in attainment(team, standings, TODAY))
    for goal in team.all(Goal):
        assert outlook(standings.of(goal), standings.of(goal).forecast())
        kpi_said(standings.of(goal))


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


DUTIES = (*_BOARD, "responsibilities", "absences")


@settings(max_examples=25)
@given(tables(*DUTIES))
def test_whatever_is_in_the_tables_somebody_can_be_asked(made: Tables) -> None:
    """Responsibilities stand in an order, are found, and say whom to ask; rules change them or refuse."""
    old = {"name": "x", "role": 1, "responsibilities": ["Refunds", "x", "", "X"]}
    made["roles"] = {**made["roles"], 11: old}
    for id, role in enumerate((1, 11, 99, None), 11):
        said = {"name": "Returns", "accountable": ["ana", "gone"], "responsible": "ana", "role": role}
        made.setdefault("responsibilities", {})[id] = said
    made.setdefault("absences", {})[11] = {
        "person": "ana",
        "cover": "ana",
        "start": "2026-11-01",
        "end": "2026-12-01",
    }
    team = Team(made)
    found = responsibilities(team)
    assert {11, 12, 13, 14} <= {one.id for one in found}
    assert all(names_of(team, role) is not None for role in team.roles)
    for thing in Whois(team).nearest("returns refunds x", 99):
        assert whom(team, thing.thing, TODAY)
        assert whom_briefly(team, thing.thing, TODAY)
    by = next(iter(leads(team)), "ana")
    for one in found:
        for rule in (
            lambda id: set_duty(team, id, "gone", Duty.ACCOUNTABLE, False, by, NOW),
            lambda id: move(team, id, 1, by, NOW),
            lambda id: edit(team, id, by, NOW, role=None),
        ):
            with suppress(Refused, NotFound):
                change = rule(one.id)
                check(team.apply(change), change)
    for role in team.roles:
        with suppress(Refused, NotFound):
            after = team.apply(edit_role(team, role.id, by, NOW, mission="z", responsibilities=["x", "y"]))
            assert names_of(after, after.role(role.id)) == ("x", "y")
    (step,) = STEPS
    assert not any(leftover_words(team.apply(step(team)), role) for role in team.roles)


def with_standups(made: Tables) -> Tables:
    """The same with a round and updates beside the wild ones."""
    begun = {"day": "2026-11-23", "started_at": "2026-11-23T09:00:00Z", "started_by": "ana", "order": ["ana"]}
    made.setdefault("rounds", {})[11] = begun
    for id, author in enumerate(("ana", "ana", "x"), 11):
        said = {"day": f"2026-11-{id + 9}", "author": author, "posted_at": "2026-11-20T10:00:00Z"}
        made.setdefault("updates", {})[id] = {**said, "blockers": "#1 and #2", "promised": [1, 2]}
    return made


SKILLS = ("settings", "members", "roles", "skills", "assessments", "learning_items", "budgets", "absences")


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
    assert all(gap.size > 0 and gap.person in team.members for gap in gaps(team, TODAY))
    assert sum(gap.missing for gap in role_gaps(team, TODAY)) >= 0
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
            lambda id: sharing.drop_because(team, id, "x", "ana", NOW),
            lambda id: sharing.finish_and_tell(team, id, "ana", NOW, title="x", body="x"),
        ):
            with suppress(Refused, NotFound):
                change = rule(item.id)
                check(team.apply(change), change)


@settings(max_examples=25)
@given(tables(*SKILLS))
def test_whatever_is_in_the_tables_the_training_can_be_shown(made: Tables) -> None:
    """The matrix with its cells, the lines of each list, and the trends."""
    team, signs = Team(with_skills(made)), training_signs(UNICODE)
    for wanted in (GridWanted(Order.GAP), GridWanted(Order.CATEGORY, 1, "x @a", only_gaps=True)):
        shown = grid(team, wanted, TODAY)
        for skill, member in product(shown.skills, shown.people):
            level, target = shown.levels.get(member.login, skill.id), shown.target(member.login, skill.id)
            assert level_cell(level, target, TODAY, signs)
            assert needed_for(team, member.login, skill.id)[0] == target
            assert in_words(skill, level, TODAY)
    assert [one.id for one in said_of(team, "ana", 11) if one.skill != 11] == []
    for lack in (*role_gaps(team, TODAY), *gaps(team, TODAY), *alone(team)):
        assert lack_row(team, lack, signs).key
        assert lack_told(team, lack, TODAY, UNICODE, signs, 40)
    for item in team.all(LearningItem):
        assert learning_row(team, item, TODAY, UNICODE, signs).key == item.id
        assert learning_told(team, item, TODAY, signs, 40)
    assert bars(accounts(team, 2026), "EUR", 3, 80, UNICODE, signs)
    for what, ways in PER.items():
        for per in ways:
            assert all(len(one.values) == 3 for one in trends(team, TODAY, what, per, 3, 3))


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


def with_duties(made: Tables) -> Tables:
    """The same with responsibilities, absences, skills and assessments that can be read, with wild fields."""
    needed: dict[str, dict[str, Any]] = {
        "responsibilities": {"name": "x", "role": 1},
        "absences": {"person": "ana", "start": "2026-11-20", "end": "2026-11-27"},
        "skills": {"name": "x", "targets": [{"id": "a", "role": 1, "level": 3}]},
        "assessments": {"person": "ana", "skill": 11, "level": 4, "day": "2026-11-20", "author": "ana"},
    }
    for table, fields in needed.items():
        wild = [{k: v for k, v in raw.items() if k not in fields} for raw in made.get(table, {}).values()]
        found = {
            id: {**fields, "at": "2026-11-20T10:00:00Z", **raw} for id, raw in enumerate([{}, *wild], 11)
        }
        made[table] = {**made.get(table, {}), **found}
    return made


def with_absences(made: Tables) -> Tables:
    """The same with people who are away and things that were handed over, beside the wild ones."""
    away = {"start": "2026-11-23", "end": "2026-11-27"}
    for id, (person, cover) in enumerate((("ana", "ben"), ("ben", "ana"), ("cem", "zoe")), 11):
        wild = made.get("absences", {}).get(id - 10, {})
        made.setdefault("absences", {})[id] = {**away, **wild, "person": person, "cover": cover}
    handed = {"giver": "ana", "receiver": "ben", "at": "2026-11-20T10:00:00Z", "tasks": [4, 99], "goals": [1]}
    made.setdefault("handovers", {})[11] = handed
    return made


@settings(max_examples=25)
@given(tables(*DUTIES))
def test_whatever_is_in_the_tables_what_is_wrong_can_be_found(made: Tables) -> None:
    """Each finding is about a document that is there, once, and says so in a sentence."""
    team = Team(with_duties(made))
    found = findings(team, TODAY)
    assert len({one.key for one in found}) == len(found)
    for one in found:
        assert team.find(TABLES[one.table], one.number)
        assert one.sentence.endswith(".")
        assert {*one.people, *one.candidates} <= team.members.keys()
    departments = role_chart(team, TODAY)
    assert len(departments) <= len(team.roles)


@settings(max_examples=25)
@given(tables(*ABSENCES))
def test_whatever_is_in_the_tables_absences_can_be_read_and_work_handed_over(made: Tables) -> None:
    """Everybody is somewhere, has a load, and what she has goes to another or is refused in a sentence."""
    team = Team(with_absences(made))
    assert away_on(team, TODAY).keys() <= team.members.keys()
    assert covering(team, TODAY).keys() <= team.members.keys()
    found = workload(team, TODAY, 3)
    assert found.people.keys() == team.members.keys()
    assert all(load.demand >= 0 <= load.capacity for loads in found.roles.values() for load in loads)
    for login, member in team.members.items():
        facts = Facts(is_in(team, login, NOW), found.people[login][0], found.has[login])
        assert person_row(team, member, facts, TODAY, UNICODE).key == login
        view = PersonView(team, member, NOW, TODAY, facts.presence, facts.load, 1, [], ["ana"], "Board")
        assert said(view, UNICODE, 60).plain
    for login in (*team.members, "zoe"):
        assert is_in(team, login, NOW).there
        stands_in(team, login, TODAY)
        things = open_things(team, login)
        assert all(named(team, thing) for thing in things)
        with suppress(Refused, NotFound):
            change = hand_over(team, login, dict.fromkeys(things, "cem"), login, NOW)
            check(team.apply(change), change)
    for handover in team.all(Handover):
        returning(team, handover)
        with suppress(Refused, NotFound):
            change = give_back(team, handover.id, handover.giver, NOW)
            check(team.apply(change), change)
    for absence in team.all(Absence):
        with suppress(Refused, NotFound):
            change = absences.edit(team, absence.id, absence.person, NOW, end=TODAY)
            check(team.apply(change), change)


@settings(max_examples=25)
@given(tables("responsibilities", "roles", "members", "settings"))
def test_whatever_is_in_the_tables_the_matrix_can_be_shown(made: Tables) -> None:
    """Its rows, its columns, and every cell."""
    things = made.get("responsibilities", {})
    made["responsibilities"] = {
        id: {"name": "x", "accountable": ["ana"], **raw} for id, raw in things.items()
    }
    team = Team(made)
    matrix = duty_matrix(team)
    chosen(matrix, MatrixWanted("ana", faulty=True, person="ana"))
    assert len(matrix_columns(matrix, matrix.people, UNICODE)) == len(team.members)
    lines = matrix_rows(team, matrix.rows, UNICODE, with_empty=True)
    assert len({line.key for line in lines}) == len(lines)
    for row, login in product(matrix.rows, team.members):
        matrix_cell(row, login, UNICODE)
        assert part_in(row, login)
    for role in team.roles:
        assert len(matrix.of_role(role.id)) <= len(matrix.people)


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
