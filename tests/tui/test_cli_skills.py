"""`tagwerk skill`, `level`, `learn`, `budget`, `training` and `whohelps`."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.models import Absence, Budget
from tests.store.skills.shop import CUSTOMS, TODAY, item, team
from tests.tui.command_line import CommandLine


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A shell in which Ana types, before a terminal of 80 columns; she is away today."""
    line = CommandLine(tmp_path)
    line.environ["COLUMNS"] = "80"
    course = item(1, "cem", "Customs course", skill=CUSTOMS, level=2, cost=300, hours=6, due="2026-11-20")
    away = Absence(id=1, person="ana", start=TODAY, end=TODAY)
    line.make_team(team(course, away, Budget(id=1, department="Sales", year=2026, amount=1000)))
    return line


def test_skills_are_kept_by_who_leads(tagwerk: CommandLine) -> None:
    """Added, changed, moved, put away and brought back; a name is enough as far as it is clear."""
    added = tagwerk(
        "skill", "add", "Returns", "--category", "shop", "--meaning", "3=Does it alone", "--json"
    ).json
    assert (added["skill"]["number"], added["skill"]["meanings"][2:4]) == (4, ["with help", "Does it alone"])
    edited = tagwerk("skill", "edit", "ret", "--tag", "#back", "--meaning", "4=Best", "--json").json["skill"]
    assert (edited["tag"], edited["meanings"][3:]) == ("back", ["Does it alone", "Best"])
    assert tagwerk("skill", "target", "ret", "news", "2").out == "Set “Returns” for Newsletter to level 2.\n"
    assert tagwerk("skill", "move", "ret", "first").out == "Moved the skill “Returns”.\n"
    assert tagwerk("skill", "list", "--category", "shop").out.splitlines() == [
        "4  Returns         shop  #back  Newsletter 2",
        "1  Checkout        Shop         Shop 3, Newsletter 1",
        "2  Customs papers  Shop         Shop 2",
    ]
    assert tagwerk("skill", "archive", "ret").status == 0
    assert [one["name"] for one in tagwerk("skill", "list", "--archived", "--json").json["skills"]] == [
        "Returns"
    ]
    assert tagwerk("skill", "restore", "returns").status == 0
    assert "Only who leads a role changes the skills" in tagwerk("skill", "archive", "ret", person="cem").err
    assert "There is no skill “foo”; “tagwerk skill list” shows" in tagwerk("skill", "archive", "foo").err
    assert "“c” could be “Checkout” or “Customs papers”" in tagwerk("skill", "archive", "c").err
    assert tagwerk("skill", "edit", "2", "--category", "none", "--json").json["skill"]["category"] is None


def test_levels_are_set_listed_and_confirmed(tagwerk: CommandLine) -> None:
    """One's own is an estimate; who leads confirms by number, or by person and skill."""
    assert tagwerk("level").out.splitlines() == [
        "1  Checkout        4 teaches othe…  of 3  confirmed  until 2027-01-31",
        "2  Customs papers  1 beginner       of 2  estimate                     1 missing",
    ]
    said = tagwerk(
        "level", "set", "customs", "3", "--expires", "2027-12-01", "--evidence", "Exam", person="cem"
    )
    assert said.out == "Estimated level 3 in “Customs papers”.\n"
    waiting = tagwerk("level", "open", "--json").json["levels"]
    assert [(one["number"], one["person"], one["evidence"]) for one in waiting] == [
        (5, "cem", ""),
        (6, "cem", "Exam"),
    ]
    assert "Nothing waits for you to confirm" in tagwerk("level", "open", person="cem").out
    assert tagwerk("level", "confirm", "6").out == "Confirmed level 3 of Cem Demir in “Customs papers”.\n"
    assert tagwerk("level", "confirm", "cem", "checkout", "--json").json["level"]["confirmed_by"] == "ana"
    assert "is no number; write the number, or PERSON SKILL" in tagwerk("level", "confirm", "cem").err
    assert tagwerk("level", "take-back", "6").status == 0
    assert tagwerk("level", "list", "cem", "--skill", "customs", "--json").json["levels"][0]["level"] == 0
    assert tagwerk("level", "take-back", "6", "--undo", "--json").json["level"]["level"] == 3
    everybody = tagwerk("level", "list", "--skill", "check").out.splitlines()
    assert [row.split()[1] for row in everybody] == ["Ana", "Cem"]
    assert tagwerk("level", "set", "light", "9").status == 2


def test_from_a_wish_to_the_news(tagwerk: CommandLine) -> None:
    """A gap fills in the wish; the card, the level and the post come of it."""
    wish = tagwerk("learn", "wish", "--skill", "checkout", "--due", "+9d", "--json", person="cem").json[
        "item"
    ]
    assert (wish["title"], wish["kind"], wish["level"]) == ("Work beside Ana Lima: Checkout", "shadowing", 3)
    assert "Say what is to be learned" in tagwerk("learn", "wish").err
    assert tagwerk("learn", "agree", "2").out == "Agreed to “Work beside Ana Lima: Checkout”.\n"
    assert tagwerk("learn", "begin", "2", person="cem").status == 0
    assert tagwerk("learn", "card", "2", person="cem").out.endswith("It is the card #9.\n")
    words = ("--level", "3", "--learned", "Look at the basket first.", "--share")
    done = tagwerk("learn", "finish", "2", *words, "--json", person="cem").json
    assert (done["item"]["state"], done["item"]["task"], done["post"]) == ("done", 9, 1)
    assert tagwerk("show", "9", "--json").json["task"]["finished_at"]
    assert "Learned: Work beside Ana Lima" in tagwerk("news").out
    assert [one["number"] for one in tagwerk("learn", "list", "--state", "done", "--json").json["items"]] == [
        2
    ]


def test_what_is_learned_is_listed_changed_and_dropped(tagwerk: CommandLine) -> None:
    """The list tells what is late; all of one item is a sheet."""
    assert tagwerk("learn").out.splitlines() == [
        "1  Customs course  Cem Demir  planned  2026-11-20 late  300 EUR",
    ]
    sheet = tagwerk("learn", "show", "1").out
    assert "  Skill     Customs papers, to level 2 (with help)\n" in sheet
    edited = tagwerk("learn", "edit", "1", "--paid", "280", "--due", "none", "--hours", "4h", "--json").json[
        "item"
    ]
    assert (edited["paid"], edited["paid_on"], edited["due"], edited["hours"]) == (280, "2026-11-23", None, 4)
    planned = tagwerk("learn", "plan", "Read", "it", "--person", "cem", "--cost", "9", "--kind", "book")
    assert planned.out.splitlines() == ["Planned “Read it” for Cem Demir.", "It is the learning item 2."]
    assert tagwerk("learn", "drop", "2", person="cem").status == 0
    assert tagwerk("learn", "archive", "2").status == 0
    assert [one["number"] for one in tagwerk("learn", "list", "--archived", "--json").json["items"]] == [2]
    assert tagwerk("learn", "restore", "2").status == 0
    mine = tagwerk(
        "learn", "list", "--person", "me", "--skill", "customs", "--all", "--json", person="cem"
    ).json
    assert [one["number"] for one in mine["items"]] == [1]


def test_budgets_and_accounts(tagwerk: CommandLine) -> None:
    """A department is one that a role names; the last line is all of them together."""
    assert (
        tagwerk("budget", "set", "market", "500").out
        == "Set the budget of “Marketing” for 2026 to 500 EUR.\n"
    )
    assert tagwerk("budget").out.splitlines() == [
        "2026, EUR  budget  planned  spent  left   wished  hours",
        "Marketing  500     300      0      200    0       0 of 6",
        "Sales      1,000   0        0      1,000  0       0 of 0",
        "together   1,500   300      0      1,200  0       0 of 6",
    ]
    assert "There is no one department “foo”" in tagwerk("budget", "set", "foo", "5").err
    assert tagwerk("budget", "set", "sales", "none", "--json").json == {"account": None, "changed": True}
    over = tagwerk("budget", "set", "none", "90,5", "--year", "2027", "--json").json["account"]
    assert (over["department"], over["budget"], over["left"]) == (None, 90.5, 90.5)
    assert "is not an amount of money" in tagwerk("budget", "set", "sales", "nan").err


def test_how_it_stands_with_training(tagwerk: CommandLine) -> None:
    """Gaps, what hangs on one person, certificates, plan and trends; without anything a count of each."""
    assert tagwerk("training", "--json").json == {
        "gaps": 4,
        "alone": 1,
        "nobody": 2,
        "certificates": 1,
        "to_confirm": 3,
    }
    assert tagwerk("training", "--gaps", "--role", "shop").out.splitlines() == [
        "Checkout        Cem Demir  1 beginner  of 3  2 missing",
        "Customs papers  Cem Demir  0 none      of 2  2 missing",
        "Customs papers  Ana Lima   1 beginner  of 2  1 missing",
    ]
    by_role = tagwerk("training", "--gaps", "--by-role").out.splitlines()
    assert by_role[0] == "Shop         Customs papers  2 of 2 below 2  3 missing"
    assert (
        tagwerk("training", "--alone").out.splitlines()[0]
        == "Checkout        only Ana Lima (4)  next: Cem Demir (1)"
    )
    assert (
        tagwerk("training", "--certificates").out
        == "2027-01-31  in 69 days  Checkout  Ana Lima  4 teaches others\n"
    )
    assert (
        tagwerk("training", "--certificates", "--days", "5").out == "No certificate expires within 5 days.\n"
    )
    assert tagwerk("training", "--plan").out == tagwerk("budget").out
    trends = tagwerk("training", "--trends", "--skill", "light", "--json").json
    assert (trends["levels"][-1]["mean"], trends["levels"][-1]["month"]) == (2.0, "2026-11")
    assert tagwerk("training", "--trends").out.splitlines()[-1].startswith("Nov 2026  2.00        1")
    assert (
        tagwerk("training", "--gaps", "--person", "me", "--json").json["gaps"][0]["skill"] == "Customs papers"
    )


def test_who_helps(tagwerk: CommandLine) -> None:
    """Also with a slip in the words; who is away says so."""
    tagwerk("level", "set", "customs", "3")
    assert (
        tagwerk("whohelps", "custms papers").out
        == "Ana Lima  Customs papers  3 alone  estimate  away today\n"
    )
    assert "Nobody is known who could help with “welding”" in tagwerk("whohelps", "welding").out


def test_a_card_that_is_given_tells_what_could_be_learned(tagwerk: CommandLine) -> None:
    """Behind what was done, and for programs beside it."""
    added = tagwerk("add", "Mend the basket", "--assign", "cem", "--tag", "checkout", "--role", "shop")
    hint = "Cem Demir is at 1 (beginner) in Checkout; Ana Lima (4) could show how."
    assert added.out.splitlines()[-1] == hint
    assert tagwerk("add", "x #checkout @cem", "--json").json["hint"] == hint
    assert tagwerk("add", "x", "--assign", "cem", "--json").json["hint"] is None
