"""What the team holds dear, and whom it thanks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from store.culture.kudos import fresh_for, mine, quiet, thanked, to_whom, wall
from store.culture.values import in_a_line, value_of_the_day, values
from store.errors import Refused
from store.inbox.concerns import Seen, concerns
from store.inbox.happenings import happenings
from store.inbox.items import news
from store.models import Kudos, Member, Post, PostKind
from store.news.marks import Marks
from store.rules import kudos
from store.rules import values as rules
from store.rules.integrity import check
from store.team import Team
from tests.store.culture.circle import MAIL, NOW, SHOP, after, team

TODAY = date(2026, 11, 23)


def test_values_are_the_leads_to_change() -> None:
    """Added, changed, moved, put away and brought back; a name is given once."""
    known = after(team(), rules.add(team(), "Better every week", "ana", NOW, practice=["We write it down."]))
    assert [value.name for value in values(known)] == ["Customers first", "No surprises", "Better every week"]
    known = after(known, rules.move(known, 3, -2, "ana", NOW))
    known = after(known, rules.edit(known, 1, "ana", NOW, about="They pay for all of it."))
    known = after(known, rules.archive(known, 2, "ana", NOW))
    assert [value.id for value in values(known)] == [3, 1]
    with pytest.raises(Refused, match="already a value “customers FIRST”"):
        rules.add(known, "customers FIRST", "ana", NOW)
    with pytest.raises(Refused, match="Only who leads a role changes the team's values"):
        rules.archive(known, 1, "ben", NOW)
    again = rules.add(known, "No surprises", "ana", NOW)
    known = after(known, rules.restore(known, 2, "ana", NOW))
    with pytest.raises(Refused, match="already a value called"):
        check(known.apply(again), again)
    ready = after(known, rules.take_ready(known, "ana", NOW))
    assert len(values(ready)) == 5
    with pytest.raises(Refused, match="All of the ready-made values are there"):
        rules.take_ready(ready, "ana", NOW)


def test_each_day_has_a_value() -> None:
    """One after the other, with what it looks like."""
    days = [value_of_the_day(team(), TODAY + timedelta(days=n)) for n in range(3)]
    assert [day.id for day in days if day] in ([1, 2, 1], [2, 1, 2])
    assert in_a_line(values(team())[0], TODAY) == "Customers first: We call back."
    assert value_of_the_day(Team(), TODAY) is None


def thanking(*changes: tuple[str, str, dict[str, object]]) -> Team:
    known = team()
    for by, words, named in changes:
        known = after(known, kudos.give(known, words, by, NOW, **named))  # type: ignore[arg-type]
    return known


def test_a_role_is_thanked_without_the_giver() -> None:
    """All who are in it; not who joined it only later."""
    late = Member(id=20, login="new", roles=[SHOP], joined_on=TODAY + timedelta(days=3))
    known = thanking(("ana", "For Friday", {"roles": [SHOP], "value": 1}))
    known = Team({**known.tables, "members": {**known.tables["members"], 20: late.raw()}})
    (one,) = wall(known, NOW - timedelta(days=1))
    assert len(thanked(known, one)) == 11
    assert not {"ana", "new"} & set(thanked(known, one))
    assert to_whom(known, one) == "Shop"


def test_thanks_to_a_role_stay_with_those_who_were_in_it() -> None:
    """Ben leaves the role and Gus joins it: Ben is thanked, Gus is not; old thanks go to who is in it now."""
    known = thanking(("ana", "For Friday", {"roles": [MAIL], "people": ["ben"]}))
    (one,) = wall(known, NOW - timedelta(days=1))
    assert (one.people, one.in_roles) == (["ben"], ["lea"])
    members = dict(known.tables["members"])
    members[12] = {**members[12], "roles": [SHOP]}
    members[7] = {**members[7], "roles": [MAIL]}
    known = Team({**known.tables, "members": members})
    assert thanked(known, one) == ("ben", "lea")
    assert thanked(known, replace(one, in_roles=[])) == ("ben", "gus")


def test_what_is_no_thanks_is_refused() -> None:
    """Oneself, also through a role; nobody; who has left; without words."""
    gone = Member(id=21, login="old", name="Old Hand", left_at=NOW)
    known = team(gone)
    for by, words, named, told in [
        ("ana", "Me", {"people": ["ANA"]}, "nobody thanks themselves"),
        ("lea", "Me", {"roles": [MAIL]}, "You are the only one in Newsletter"),
        ("ana", "You", {"people": ["old"]}, "Old Hand has left the team"),
        ("ana", " \x1b ", {"people": ["ben"]}, "Say what for"),
        ("ana", "\u200b\u00a0\u2060\u3164\u0301", {"people": ["ben"]}, "Say what for"),
        ("ana", "All", {}, "Say whom you thank"),
        ("zoe", "Hi", {"people": ["ben"]}, "not in the team"),
        ("ana", "You", {"people": ["nobody"]}, "Nobody in the team has the login"),
    ]:
        with pytest.raises(Refused, match=told):
            kudos.give(known, words, by, NOW, **named)  # type: ignore[arg-type]


def test_kudos_in_the_news_are_one_change_and_go_together() -> None:
    """The post celebrates; taken back, neither is shown; only the giver takes back."""
    known = thanking(("ana", "For the stock-take", {"people": ["ben"], "value": 1, "tell": True}))
    given, post = known.find(Kudos, 1), known.find(Post, 1)
    assert given is not None
    assert post is not None
    assert (given.post, post.kind, post.title) == (1, PostKind.CELEBRATION, "Thank you, Ben!")
    assert post.body == "For the stock-take\n\nIt shows: Customers first"
    with pytest.raises(Refused, match="only who gave them"):
        kudos.take_back(known, 1, "ben", NOW)
    known = after(known, kudos.take_back(known, 1, "ana", NOW))
    assert wall(known, NOW - timedelta(days=1)) == []
    assert known.find(Post, 1).archived_at == NOW  # type: ignore[union-attr]
    with pytest.raises(Refused, match="taken back already"):
        kudos.take_back(known, 1, "ana", NOW)


def test_whom_they_reach_in_the_inbox() -> None:
    """All who are thanked, with the words, and nobody else; not when they were taken back."""
    given = kudos.give(team(), "For the stock-take", "ana", NOW, people=["ben"], roles=[MAIL])
    known = after(team(), given)
    done = happenings(9, given.renumbered({("kudos", -1): 1}))
    for login, heard in (("ben", 1), ("lea", 1), ("cem", 0), ("ana", 0)):
        assert len(concerns(known, login, done, Marks(known, login))) == heard
    marks = Marks(known, "ben")
    (item,) = news(known, concerns(known, "ben", done, marks), Seen(marks))
    assert (item.by, item.sentence) == ("ana", "thanked you: “For the stock-take”")
    known = after(known, kudos.take_back(known, 1, "ana", NOW))
    assert concerns(known, "ben", done, Marks(known, "ben")) == []


def test_ones_own_and_who_was_not_thanked() -> None:
    """What came in and went out; who is quiet is told by name and never by how many thanks."""
    known = thanking(
        ("ana", "One", {"people": ["ben", "cem"]}),
        ("ben", "Two", {"roles": [MAIL]}),
        ("lea", "3", {"people": ["ana"]}),
    )
    own = mine(known, "ben")
    assert ([one.words for one in own.came_in], [one.words for one in own.went_out]) == (["One"], ["Two"])
    assert [one.words for one in fresh_for(known, "lea", NOW, 3)] == ["Two"]
    later = quiet(known, TODAY + timedelta(days=60))
    assert [one.person for one in later][:4] == ["ana", "ben", "cem", "dia"]
    assert (later[0].days, later[3].days) == (60, None)
    assert [one.person for one in quiet(known, TODAY)] == [
        "dia",
        "eli",
        "fay",
        "gus",
        "hal",
        "ida",
        "jon",
        "kim",
    ]
