"""`tagwerk brief`: what waits for a person today."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from store.models import Acknowledgement, Adjustment, Kpi, Post, Reading, ReadState, Reply
from tests import builders
from tests.builders import DOING, DONE, LONG_AGO, NOW, READY, SHOP, task
from tests.store.findings.office import shop
from tests.store.skills.shop import item
from tests.store.skills.shop import team as skilled
from tests.tui.command_line import CommandLine
from tests.tui.goals import goal, said


def post(id: int, title: str, **fields: Any) -> Post:
    """A post of Ben's, the later ones written later."""
    at = NOW - timedelta(days=2, minutes=-id)
    return Post.checked({"id": id, "title": title, "author": "ben", "at": at, **fields})


def reply(id: int, post: int, text: str, **fields: Any) -> Reply:
    """What Cem said below a post just now."""
    return Reply.checked({"id": id, "post": post, "author": "cem", "text": text, "at": NOW, **fields})


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A shell in which Ana types, before a team with a little of everything for her."""
    line = CommandLine(tmp_path)
    line.make_team(
        shop(
            task(1, "Pay the printer", READY, assignees=["ana"], due="2026-11-20"),
            task(2, "Call the carrier", READY, assignees=["ana"], due="2026-11-25"),
            task(3, "Wrap the vases", DOING, assignees=["ana"], blocked="no paper"),
            task(4, "Count the stock", DOING, assignees=["ana", "ben"]),
            task(5, "Done already", DONE, assignees=["ana"], due="2026-11-20"),
            task(6, "Put away", READY, assignees=["ana"], due="2026-11-20", archived_at=LONG_AGO),
            task(7, "Somebody else's", READY, assignees=["ben"], due="2026-11-20"),
            task(8, "In a month", READY, assignees=["ana"], due="2026-12-20"),
            builders.comment(1, 4, "Which shelf, @ana?", mentions=["ana"], at=NOW),
            builders.comment(2, 4, "Long ago, @ana", mentions=["ana"]),
            builders.comment(3, 4, "Note to self, @ana", author="ana", mentions=["ana"], at=NOW),
            goal(1, "Ship the same day"),
            goal(2, "Fewer returns"),
            goal(3, "Ben's", owner="ben"),
            said(1, 2, 3, 61),
            said(2, 1, 9, 75),
        )
    )
    return line


def test_everything_stands_once_under_what_it_is(tagwerk: CommandLine) -> None:
    """What is late, due, blocked and in work, who asked, what is owed, and what is behind."""
    assert tagwerk("brief").out.splitlines() == [
        "Ana Lima, Mon 23 Nov",
        "",
        "Overdue",
        "  #1 Pay the printer, since Fri 20 Nov",
        "",
        "Due within 7 days",
        "  #2 Call the carrier, Wed 25 Nov",
        "",
        "Blocked",
        "  #3 Wrap the vases: no paper",
        "",
        "In work",
        "  #4 Count the stock",
        "",
        "You are mentioned",
        "  #4 Ben Okafor: Which shelf, @ana?",
        "",
        "Check-ins that you owe",
        "  goal 1 Ship the same day: 50%, only 1 check-in; it takes 3 to tell where this is going",
        "",
        "Goals that are behind",
        "  goal 2 Fewer returns: 3%, only 1 check-in; it takes 3 to tell where this is going",
    ]


def test_the_same_for_programs(tagwerk: CommandLine) -> None:
    """Numbers of what waits, in the shapes that the other verbs have."""
    found = tagwerk("brief", "--json").json

    assert (found["person"], found["day"]) == ("ana", "2026-11-23")
    kinds = ("overdue", "due", "blocked", "in_work")
    assert [[card["number"] for card in found[kind]] for kind in kinds] == [[1], [2], [3], [4]]
    assert [comment["text"] for comment in found["mentions"]] == ["Which shelf, @ana?"]
    assert [owed["number"] for owed in found["check_ins_owed"]] == [1]
    assert [behind["number"] for behind in found["goals_in_trouble"]] == [2]


def test_figures_ask_for_readings_reviews_and_adjustments(tmp_path: Path) -> None:
    """Of who answers for them, or leads the role that does."""
    tagwerk = CommandLine(tmp_path)
    known = {"unit": "%", "target": 10, "role": SHOP}
    readings = [
        Reading.checked(
            {"id": id, "kpi": 1, "day": f"2026-11-{day:02}", "value": 8, "author": "cem", "at": NOW}
        )
        for id, day in enumerate((2, 9), 1)
    ]
    tried = {"id": 1, "title": "Free returns", "owner": "ana", "made_on": "2026-10-01"}
    tagwerk.make_team(
        builders.team(
            Kpi.checked({"id": 1, "name": "Conversion", **known, "cadence": "week"}),
            Kpi.checked({"id": 2, "name": "Ben's", "owner": "ben", "created_at": "2026-11-02T08:00:00Z"}),
            *readings,
            Adjustment.checked({**tried, "review_on": "2026-11-20"}),
        )
    )
    tagwerk.seconds += 86_400 * 2

    lines = tagwerk("brief").out.splitlines()
    begin = lines.index("Readings that you owe")
    assert lines[begin : begin + 8] == [
        "Readings that you owe",
        "  KPI 1 Conversion: week 47 of 2026; “tagwerk kpi record 1 VALUE --on 2026-W47”",
        "",
        "Has it helped?",
        "  adjustment 1 Free returns, since Fri 20 Nov",
        "",
        "KPIs that are off target: what do you change?",
        "  KPI 1 Conversion: 8.0 %, should be at least 10.0 %, 2 readings in a row",
    ]
    found = tagwerk("brief", "--json").json
    assert found["readings_owed"] == [{"kpi": 1, "name": "Conversion", "periods": ["2026-11-16"]}]
    assert found["reviews_owed"] == [{"number": 1, "title": "Free returns", "review_on": "2026-11-20"}]
    assert found["kpis_to_adjust"] == [{"kpi": 1, "name": "Conversion", "readings_in_a_row": 2}]
    assert "KPI 2 Ben's: week 47 of 2026 and 2 before" in tagwerk("brief", person="ben").out


def test_what_is_to_be_confirmed_renewed_and_learned(tmp_path: Path) -> None:
    """Of the people whom one leads, and one's own."""
    line = CommandLine(tmp_path)
    line.make_team(skilled(item(1, "ana", "Read it", due="2026-11-20"), item(2, "ana", task=8)))

    lines = line("brief").out.splitlines()
    begin = lines.index("Levels for you to confirm")
    assert lines[begin : begin + 9] == [
        "Levels for you to confirm",
        "  level 5 Cem Demir, Checkout: 1 (beginner)",
        "",
        "Your certificates that expire within 90 days",
        "  Checkout, until Sun 31 Jan 2027",
        "",
        "What you learn",
        "  learn 1 Read it, since Fri 20 Nov",
        "  learn 2 Course 2; its card is finished, so say what you learned",
    ]
    found = line("brief", "--json").json
    assert [one["number"] for one in found["levels_to_confirm"]] == [5]
    assert [one["skill"] for one in found["certificates"]] == ["Checkout"]
    assert [one["number"] for one in found["learning_due"]] == [1, 2]


def test_who_has_nothing_to_do_is_told_so(tagwerk: CommandLine) -> None:
    """Also somebody whom the team does not know."""
    assert tagwerk("brief", person="zoe").out.splitlines() == ["zoe, Mon 23 Nov", "Nothing waits for you."]


@pytest.fixture
def board(tmp_path: Path) -> CommandLine:
    """A shell in which Ana types, before a team with a little of all kinds of news for her."""
    line = CommandLine(tmp_path)
    asked = {"acknowledge_by": "2026-11-27"}
    line.make_team(
        shop(
            post(1, "Read long ago, @ana", mentions=["ana"], **asked),
            post(2, "Payment is down", kind="incident"),
            post(3, "Payment was down", kind="incident", closed_at=NOW),
            post(4, "Winter hours", kind="announcement", **asked),
            post(5, "For Cem", people=["cem"], **asked),
            post(6, "Who has the key, @ana?", mentions=["ana"]),
            post(7, "Boxes", author="ana"),
            post(8, "Put away", archived_at=NOW, kind="incident", **asked),
            reply(1, 1, "Known, @ana", mentions=["ana"]),
            reply(2, 7, "Big\nones, @ana?", mentions=["ana"], at=NOW - timedelta(hours=1)),
            reply(3, 5, "Nobody asked @ben", mentions=["ben"]),
            Acknowledgement(id=1, post=1, author="ana", at=NOW),
            ReadState(id=1, login="ana", posts_up_to=1, replies_up_to=1),
            builders.comment(1, 4, "Which shelf, @ana?", mentions=["ana"], at=NOW),
            tasks=[task(4, "Count the stock", DOING)],
        )
    )
    return line


def test_the_news_stands_around_it(board: CommandLine) -> None:
    """What is broken first; who called on cards and on the message board; what is owed; what is unread."""
    assert board("brief").out.splitlines() == [
        "Ana Lima, Mon 23 Nov",
        "",
        "Something is broken",
        "  post 2 Payment is down, Ben Okafor, Sat 21 Nov",
        "",
        "You are mentioned",
        "  #4 Ben Okafor: Which shelf, @ana?",
        "  post 7 Cem Demir: Big ones, @ana?",
        "  post 6 Ben Okafor: Who has the key, @ana?",
        "",
        "Acknowledgements that you owe",
        "  post 4 Winter hours, by Fri 27 Nov",
        "",
        "Unread news: 5 posts",
        "  post 7 Boxes, Ana Lima, Sat 21 Nov",
        "  post 6 Who has the key, @ana?, Ben Okafor, Sat 21 Nov",
        "  post 4 Winter hours, Ben Okafor, Sat 21 Nov",
        "  post 3 Payment was down, Ben Okafor, Sat 21 Nov",
        "  post 2 Payment is down, Ben Okafor, Sat 21 Nov",
    ]


def test_the_news_for_programs(board: CommandLine) -> None:
    """In the shapes that `tagwerk news` has; a mention names its post, and the reply where it is one."""
    found = board("brief", "--json").json

    assert [post["number"] for post in found["incidents"]] == [2]
    assert [post["number"] for post in found["acknowledgements_owed"]] == [4]
    assert found["unread_news"]["count"] == 5
    assert [post["number"] for post in found["unread_news"]["newest"]] == [7, 6, 4, 3, 2]
    assert [(said["post"], said["reply"]) for said in found["news_mentions"]] == [(7, 2), (6, None)]
    assert found["news_mentions"][0]["text"] == "Big\nones, @ana?"
    assert [comment["text"] for comment in found["mentions"]] == ["Which shelf, @ana?"]


def test_what_was_read_waits_no_more(board: CommandLine) -> None:
    """But what is broken and what is owed does, until it is closed and acknowledged; the brief reads none."""
    assert board("brief").out == board("brief").out
    board("news", "--all-read")
    out = board("brief").out
    assert "Unread" not in out
    assert "post 7" not in out
    assert "post 2 Payment is down" in out
    board("post", "close", "2", "The bank had a fault.")
    board("post", "acknowledge", "4")

    assert board("brief").out.splitlines()[2:] == ["You are mentioned", "  #4 Ben Okafor: Which shelf, @ana?"]


def test_only_the_newest_news_is_told_by_its_title(tmp_path: Path) -> None:
    """All are counted."""
    tagwerk = CommandLine(tmp_path)
    tagwerk.make_team(shop(*(post(id, f"Post {id}") for id in range(1, 9)), tasks=[]))
    lines = tagwerk("brief").out.splitlines()

    assert lines[2] == "Unread news: 8 posts"
    assert [line.split(",")[0] for line in lines[3:]] == [f"  post {id} Post {id}" for id in (8, 7, 6, 5, 4)]


@pytest.mark.parametrize(
    ("count", "more"), [(5, []), (7, ["  and 2 more; “tagwerk news --owed” lists them all"])]
)
def test_only_the_most_urgent_of_what_is_owed_is_told(tmp_path: Path, count: int, more: list[str]) -> None:
    """The others are counted; a program gets them all."""
    tagwerk = CommandLine(tmp_path)
    owed = [post(id, f"Post {id}", acknowledge_by=f"2026-11-{30 - id}") for id in range(1, count + 1)]
    tagwerk.make_team(shop(*owed, ReadState(id=1, login="ana", posts_up_to=9), tasks=[]))
    lines = tagwerk("brief").out.splitlines()[2:]

    assert lines[0] == "Acknowledgements that you owe"
    assert [line.split(",")[0] for line in lines[1:6]] == [
        f"  post {id} Post {id}" for id in range(count, count - 5, -1)
    ]
    assert lines[6:] == more
    assert len(tagwerk("brief", "--json").json["acknowledgements_owed"]) == count


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a file that never answers")
def test_a_drive_that_does_not_answer_does_not_hold_a_login(tagwerk: CommandLine) -> None:
    """The program gives up by itself, with a sentence and a status of its own."""
    pipe = tagwerk.folder / "team.json.d" / "format"
    pipe.unlink()
    os.mkfifo(pipe)
    given = (sys.executable, "-m", "tui", "--folder", str(tagwerk.folder), "--as", "ana", "brief")

    ran = subprocess.run(given, capture_output=True, text=True, timeout=60, check=False)

    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == (
        f"tagwerk: {tagwerk.folder} does not answer; is the drive connected? What was last known is not "
        "shown, as it may be old.\n"
    )


def test_it_is_one_screen_however_much_there_is(tmp_path: Path) -> None:
    """The first six of a kind, and how many more there are."""
    line = CommandLine(tmp_path)
    late = (task(n, f"Pay {n}", READY, assignees=["ana"], due="2026-11-20") for n in range(1, 31))
    line.make_team(shop(*late))
    told = line("brief").out

    assert "and 24 more" in told
    assert len(told.splitlines()) < 12


def test_who_is_not_in_the_team_has_no_news_to_read(tmp_path: Path) -> None:
    """Nobody would keep that she has read it, and it would be told at every login."""
    line = CommandLine(tmp_path)
    line.make_team(shop(post(1, "Shoes")))

    assert "Unread" in line("brief").out
    assert "Unread" not in line("brief", person="zoe").out


def test_who_is_away_stands_in_one_line(tagwerk: CommandLine) -> None:
    """First those for whom one stands in; not oneself."""
    for who, cover in (("ben", "cem"), ("cem", "ana"), ("ana", "ben")):
        tagwerk("absence", "add", who, "today", "fri", "--cover", cover)
    assert tagwerk("brief").out.splitlines()[:2] == [
        "Ana Lima, Mon 23 Nov",
        "Away today: Ben Okafor (until Fri 27 Nov), Cem Demir (until Fri 27 Nov)",
    ]
    tagwerk("absence", "call-off", "3")
    assert tagwerk("brief").out.splitlines()[1] == (
        "Away today: Ben Okafor (until Fri 27 Nov, you cover), Cem Demir (until Fri 27 Nov, you cover)"
    )
    tagwerk("absence", "add", "me", "2026-11-02", "2026-11-06")
    tagwerk("handover", "give", "me", "--to", "ben", "--absence", "4", "--only", "cards")
    told = (
        "Handed over, and you are back\n  5 cards with Ben Okafor; “tagwerk handover back 1” takes it back\n"
    )
    assert told in tagwerk("brief").out
    found = tagwerk("brief", "--json").json["away"]
    assert found == [{"login": login, "until": "2026-11-27", "cover": "ana"} for login in ("ben", "cem")]
