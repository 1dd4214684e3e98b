"""`tagwerk init`: options, questions, and taking over what is there."""

from __future__ import annotations

import getpass
import json
import stat
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.tui.command_line import CommandLine

NINE = [
    "Management",
    "Catalogue",
    "Photo and content",
    "Marketing",
    "Shop development",
    "Customer service",
    "Warehouse",
    "Purchasing",
    "Finance",
]


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A computer without a team, in Berlin."""
    return CommandLine(tmp_path, environ={"TZ": "Europe/Berlin"})


def init(tagwerk: CommandLine, *arguments: str, person: str = "ana") -> dict[str, object]:
    """Make a team and give its JSON."""
    ran = tagwerk.bare("init", str(tagwerk.folder), "--as", person, "--json", *arguments)
    assert ran.status == 0, ran.out
    found = ran.json
    assert isinstance(found, dict)
    return found


def test_the_defaults(tagwerk: CommandLine) -> None:
    """Without a terminal the defaults are taken: nine roles, five columns, oneself, the folder's name."""
    made = init(tagwerk)
    assert made["team"] == "Team"
    assert made["time_zone"] == "Europe/Berlin"
    assert made["roles"] == NINE
    assert made["columns"] == ["Backlog", "Ready", "Doing", "Review", "Done"]
    assert [member["login"] for member in made["members"]] == ["ana"]
    assert made["folder"] == str(tagwerk.folder)
    assert stat.S_IMODE(tagwerk.folder.stat().st_mode) == 0o2770
    assert tagwerk("add", "First").status == 0


def test_everything_can_be_said_with_options(tagwerk: CommandLine) -> None:
    """Name, roles, members and time zone are taken from the options."""
    made = init(
        tagwerk,
        *("--name", "Nord", "--roles", "ware,Finance", "--time-zone", "Europe/Lisbon"),
        *("--member", "ben:Ben Okafor:fin,warehouse", "--member", "ana:Ana Lima", "--yes"),
    )
    assert (made["team"], made["roles"]) == ("Nord", ["Warehouse", "Finance"])
    kept = ("login", "name", "initials", "roles", "time_zone", "left_at")
    assert [tuple(member[name] for name in kept) for member in made["members"]] == [
        ("ana", "Ana Lima", "AL", [], "Europe/Lisbon", None),
        ("ben", "Ben Okafor", "BO", ["Finance", "Warehouse"], "Europe/Lisbon", None),
    ]
    (tagwerk.place / "other").mkdir()
    assert init(CommandLine(tagwerk.place / "other"), "--roles", "none")["roles"] == []


def test_it_ends_with_what_to_do_next(tagwerk: CommandLine) -> None:
    """The last lines are commands that work as they stand."""
    out = tagwerk.bare("init", str(tagwerk.folder), "--as", "ana").out
    assert out.startswith(f"The team “Team” is in {tagwerk.folder}: 9 roles, 1 person.\n")
    assert f"tagwerk --folder {tagwerk.folder} member add LOGIN" in out
    assert f"tagwerk doctor {tagwerk.folder}" in out
    assert f"export TAGWERK_FOLDER={tagwerk.folder}" in out


def test_the_folder_may_be_the_current_one(tagwerk: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder the team is made in the current one, as the operating system's login."""
    tagwerk.folder.mkdir()
    monkeypatch.chdir(tagwerk.folder)
    made = tagwerk.bare("init", "--json").json
    assert made["folder"] == str(tagwerk.folder)
    assert made["members"][0]["login"] == getpass.getuser()


def test_questions_on_a_terminal(tagwerk: CommandLine) -> None:
    """On a terminal it asks; what it cannot understand it asks again."""
    answers = "Nord\n3,99\n3, 7\nMars\nEurope/Lisbon\nAna Lima\n2\nben:Ben Okafor:photo\nben:again\n\n"
    ran = tagwerk.bare("init", str(tagwerk.folder), "--as", "ana", stdin=answers, terminal=True)
    assert ran.status == 0
    assert "What is the team called? [Team]" in ran.out
    assert "“99” is not one of the roles" in ran.out
    assert "“Mars” is not a time zone" in ran.out
    assert "ben is in already." in ran.out
    assert "The team “Nord” is in" in ran.out
    people = tagwerk("member", "list", "--json").json["members"]
    assert [(p["name"], p["roles"]) for p in people] == [
        ("Ana Lima", ["Warehouse"]),
        ("Ben Okafor", ["Photo and content"]),
    ]
    assert people[0]["time_zone"] == "Europe/Lisbon"


def test_what_is_told_on_a_terminal_is_whole(tagwerk: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence longer than a line goes on in the next one, between words; questions fit into 80 cells."""
    monkeypatch.setenv("COLUMNS", "80")
    answers = "Nord\nlegal\nall\nEurope/Lisbon\nAna Lima\n2\n\n"
    ran = tagwerk.bare("init", str(tagwerk.folder), "--as", "ana", stdin=answers, terminal=True)
    told = ran.out[ran.out.index("“legal”") : ran.out.index("Which ones", ran.out.index("“legal”"))]

    assert told.split()[-2:] == ["or", "Finance."]
    assert len(told.splitlines()) > 1
    assert all(len(line) <= 80 for line in told.splitlines())
    assert "main one first; empty: none)" in ran.out


def test_empty_answers_take_the_defaults(tagwerk: CommandLine) -> None:
    """Pressing enter all the way is the same as --yes."""
    ran = tagwerk.bare("init", str(tagwerk.folder), "--as", "ana", stdin="\n" * 10, terminal=True)
    assert ran.status == 0
    assert "9 roles, 1 person" in ran.out


def test_what_options_say_is_not_asked(tagwerk: CommandLine) -> None:
    """With all options, or --yes, nothing is asked."""
    options = ["--name", "N", "--roles", "all", "--member", "ana:Ana", "--time-zone", "UTC"]
    ran = tagwerk.bare("init", str(tagwerk.folder), "--as", "ana", *options, terminal=True)
    assert ran.status == 0
    assert "?" not in ran.out
    other = str(tagwerk.place / "other")
    assert "?" not in tagwerk.bare("init", other, "--as", "ana", "--yes", terminal=True).out


def test_giving_up_makes_nothing(tagwerk: CommandLine) -> None:
    """The end of the input makes no team."""
    ran = tagwerk.bare("init", str(tagwerk.folder), "--as", "ana", stdin="Nord\n", terminal=True)
    assert (ran.status, ran.err) == (1, "tagwerk: Nothing was made.\n")
    assert not tagwerk.folder.exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--roles", "legal"], "“legal” is not one of the roles; choose Management"),
        (["--roles", "ma"], "“ma” is not one of the roles"),
        (["--member", ":Ben"], "names nobody; write it like"),
        (["--member", "ben:B:legal"], "“legal” is not one of the roles"),
        (["--member", "ben", "--member", "BEN"], "“ben” is named twice"),
        (["--member", "b en"], "is not a login"),
        (["--time-zone", "Mars"], "“Mars” is not a time zone"),
        (["--name", "x" * 2000], "The name"),
    ],
)
def test_what_is_refused(tagwerk: CommandLine, options: list[str], sentence: str) -> None:
    """An option that does not fit is refused and nothing is made."""
    ran = tagwerk.bare("init", str(tagwerk.folder), "--as", "ana", *options)
    assert ran.status == 1
    assert sentence in ran.err
    assert not tagwerk.folder.exists()


def test_places_that_cannot_be_a_team(tagwerk: CommandLine) -> None:
    """A folder with a team, a file, and a folder of a sync program are refused before anything is asked."""
    init(tagwerk)
    synced = tagwerk.place / "Dropbox" / "shop"
    file = tagwerk.place / "file"
    file.write_text("x")
    for place, sentence in (
        (tagwerk.folder, "There is a team in"),
        (synced, "is kept by Dropbox"),
        (file, "is a file; a team needs a folder"),
    ):
        ran = tagwerk.bare("init", str(place), "--as", "ana", terminal=True)
        assert (ran.status, ran.out) == (1, "")
        assert sentence in ran.err
    assert not synced.exists()


def test_taking_over_a_tinydb_file(tagwerk: CommandLine) -> None:
    """A plain TinyDB file becomes the team's data, tables as they are; the file is kept."""
    tagwerk.folder.mkdir()
    path = tagwerk.folder / "team.json"
    with TinyDB(path) as db:
        db.table("tasks").insert_multiple(
            [{"title": "Old one", "colour": "red"}, {"title": "Two", "role": 7}]
        )
        db.table("members").insert({"login": "ben", "name": "Ben"})
        db.table("notes").insert({"text": "not ours"})
    before = path.read_bytes()

    ran = tagwerk.bare("init", str(tagwerk.folder), "--as", "ana")
    assert ran.status == 0
    assert "9 roles, 2 people, 2 tasks" in ran.out
    assert "2 tasks had no column; now in “Backlog”." in ran.out
    kept = next(tagwerk.folder.glob("team.json.before-*"))
    assert f"The old team.json is kept as {kept.name}." in ran.out
    assert kept.read_bytes() == before

    assert [t["title"] for t in tagwerk("list", "--json").json["tasks"]] == ["Two", "Old one"]
    assert tagwerk("add", "New", "--json").json["task"]["number"] == 3
    with TinyDB(path, access_mode="r") as db:
        assert db.table("notes").all() == [{"text": "not ours"}]
        assert db.table("tasks").get(doc_id=1)["colour"] == "red"


def test_roles_of_a_file_answer_for_nothing_of_the_template(tagwerk: CommandLine) -> None:
    """What the template's roles answer for comes with them, and not to roles that have their numbers."""
    tagwerk.folder.mkdir()
    with TinyDB(tagwerk.folder / "team.json") as db:
        db.table("roles").insert({"name": "Bakery", "position": "V", "responsibilities": ["Bread"]})
    assert tagwerk.bare("init", str(tagwerk.folder), "--as", "ana").status == 0
    assert tagwerk("responsibility", "--json").json == {"responsibilities": []}
    assert tagwerk("role", "--json").json["roles"][0]["responsibilities"] == ["Bread"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("hello", "is not a TinyDB file; move it away first"),
        ("[1]", "is not a TinyDB file; move it away first"),
        (
            json.dumps({"tasks": {"1": {"title": ""}}}),
            "tasks #1 cannot be used: The title must not be empty.",
        ),
        (json.dumps({"tasks": {"1": "x"}}), "tasks #1 is not a document"),
        (json.dumps({"columns": {"1": {"name": "A", "kind": "x"}}}), "columns #1 cannot be used: The kind"),
    ],
)
def test_what_cannot_be_taken_over(tagwerk: CommandLine, content: str, sentence: str) -> None:
    """A file that is no TinyDB file, or has documents that cannot be used, is refused and left alone."""
    tagwerk.folder.mkdir()
    path = tagwerk.folder / "team.json"
    path.write_text(content)
    ran = tagwerk.bare("init", str(tagwerk.folder), "--as", "ana")
    assert ran.status == 1
    assert sentence in ran.err
    assert path.read_text() == content
    assert [p.name for p in tagwerk.folder.iterdir()] == ["team.json"]
