"""The command line as a whole: who, where, exit statuses, output, and how fast it starts."""

from __future__ import annotations

import errno
import getpass
import io
import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from store.log.disk import Disk
from store.log.folder import FolderLog
from store.log.layout import data_folder
from store.log.record import decode
from tests import builders
from tests.tui.command_line import BrokenDisk, CommandLine
from tui.cli import main
from tui.commands.verbs import VERBS
from tui.commands.world import World

NO_TEAM_SENTENCE = (
    "There is no team in this folder. “tagwerk init” makes one here, “tagwerk demo” shows one, "
    "and “tagwerk --folder PATH” (or TAGWERK_FOLDER) opens one that is elsewhere."
)


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A computer with the builders' shop team."""
    line = CommandLine(tmp_path)
    line.make_team()
    return line


def run_really(*arguments: str, cwd: Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m tui` as a process of its own."""
    root = Path(__file__).parents[2]
    env = {**os.environ, "PYTHONPATH": str(root), "XDG_STATE_HOME": str(cwd / "xdg"), **environ}
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments], cwd=cwd, env=env, capture_output=True, check=False
    )


# --- where -----------------------------------------------------------------------------------------------


def test_the_folder_is_named_in_three_ways(tagwerk: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """--folder, before or after the verb, then TAGWERK_FOLDER, then the current folder if a team is in it."""
    path = str(tagwerk.folder)
    assert tagwerk.bare("--folder", path, "list").status == 0
    assert tagwerk.bare("list", "--folder", path).status == 0
    assert tagwerk.bare("list", "--folder", f"{path}-not").status == 1

    tagwerk.environ["TAGWERK_FOLDER"] = path
    assert tagwerk.bare("list").status == 0
    assert tagwerk.bare("member", "list").status == 0
    del tagwerk.environ["TAGWERK_FOLDER"]

    monkeypatch.chdir(tagwerk.folder)
    assert tagwerk.bare("list").status == 0


def test_without_a_team_three_ways_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no team, the sentence names init, demo and --folder."""
    monkeypatch.chdir(tmp_path)
    line = CommandLine(tmp_path)

    for verb in ([], ["list"], ["add", "x"]):
        ran = line.bare(*verb)
        assert (ran.status, ran.err) == (1, f"tagwerk: {NO_TEAM_SENTENCE}\n")


def test_a_folder_without_a_team(tmp_path: Path) -> None:
    """A named folder that is missing or holds no team is told apart."""
    line = CommandLine(tmp_path)
    assert "There is no folder" in line("list").err
    assert "There is no folder" in line().err
    line.folder.mkdir()
    assert "There is no team in" in line("list").err
    assert "There is no team in" in line().err


# --- the app ---------------------------------------------------------------------------------------------


def test_without_a_verb_the_board_opens(tagwerk: CommandLine) -> None:
    """No verb, or `open`, opens the app for the person, with the operating system's login."""
    login = getpass.getuser()
    assert tagwerk.bare("--folder", str(tagwerk.folder), "--as", "ben", terminal=True).status == 0
    assert tagwerk.bare("open", "--folder", str(tagwerk.folder), terminal=True).status == 0
    assert tagwerk.opened == [(tagwerk.folder, "ben", login), (tagwerk.folder, login, login)]


def test_the_board_needs_a_terminal(tagwerk: CommandLine) -> None:
    """In a pipe the board is refused with a sentence."""
    ran = tagwerk()
    assert ran.status == 1
    assert "The board needs a terminal" in ran.err
    assert not tagwerk.opened


# --- who -------------------------------------------------------------------------------------------------


def test_who_acts(tagwerk: CommandLine) -> None:
    """--as comes before TAGWERK_USER, and any case of letters means the same member."""
    tagwerk.environ |= {"TAGWERK_FOLDER": str(tagwerk.folder), "TAGWERK_USER": "ben"}
    assert tagwerk.bare("add", "x", "--json").json["task"]["created_by"] == "ben"
    assert tagwerk.bare("add", "x", "--as", "CEM", "--json").json["task"]["created_by"] == "cem"
    assert tagwerk.bare("--as", "ana", "add", "x", "--json").json["task"]["created_by"] == "ana"


def test_the_login_is_recorded(tagwerk: CommandLine) -> None:
    """Whoever --as says it is, the record has the operating system's login."""
    tagwerk("add", "x")
    log = FolderLog(data_folder(tagwerk.folder), "test")
    commit = decode(next(log.read_after(0)))
    assert (commit.change.by, commit.login) == ("ana", getpass.getuser())


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "x"],
        ["move", "1", "ready"],
        ["move", "1", "backlog"],
        ["done", "8"],
        ["comment", "1", "x"],
        ["member", "add", "zoe"],
    ],
)
def test_strangers_only_read(tagwerk: CommandLine, arguments: list[str]) -> None:
    """Somebody who is not in the team can read; writing is refused with both ways out."""
    assert tagwerk("list", person="zoe q").status == 0
    assert tagwerk("show", "1", person="zoe q").status == 0
    ran = tagwerk(*arguments, person="zoe q")
    assert ran.status == 1
    assert "“zoe q” is not in the team and can only read." in ran.err
    assert "--as NAME" in ran.err
    assert "“tagwerk member add 'zoe q'”" in ran.err


def test_an_empty_team_takes_its_first_member(tmp_path: Path) -> None:
    """While nobody is in the team, anybody can take somebody in."""
    line = CommandLine(tmp_path)
    tables = {name: dict(table) for name, table in builders.team().tables.items()}
    line.make_team(type(builders.team())(tables | {"members": {}}))
    assert "Nobody is in the team yet" in line("member", "list").out
    assert line("member", "add", "zoe", person="zoe").status == 0
    assert line("member", "add", "kim", person="kim").status == 1


# --- when the folder cannot be written -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "kind"),
    [(errno.EHOSTDOWN, "Unreachable"), (errno.EROFS, "ReadOnly"), (errno.EDQUOT, "Full")],
)
def test_what_cannot_be_written_waits(tagwerk: CommandLine, error: int, kind: str) -> None:
    """A change that cannot be written exits with 3, says that it waits, and is committed once later on."""
    ran = tagwerk("add", "Waits for the drive", "--json", disk=BrokenDisk(error))
    assert ran.status == 3
    assert (ran.json["kind"], ran.json["waiting"]) == (kind, True)
    assert "The change waits on this machine" in ran.json["error"]

    ran = tagwerk("add", "Waits too", disk=BrokenDisk(error))
    assert ran.status == 3
    assert "The change waits on this machine" in ran.err
    assert "2 changes on this machine could not be committed yet." in ran.err
    assert "Waits" not in tagwerk("list", disk=BrokenDisk(error)).out

    for _ in range(2):
        listed = tagwerk("list", "--text", "waits", "--json")
        assert {task["title"] for task in listed.json["tasks"]} == {"Waits for the drive", "Waits too"}
        assert len(listed.json["tasks"]) == 2
        assert listed.err == ""


def test_a_folder_that_does_not_answer(tagwerk: CommandLine) -> None:
    """A folder that cannot even be read exits with 3; nothing waits, and nothing claims to."""

    class Gone(Disk):
        def read(self, path: Path) -> bytes:
            raise OSError(errno.EHOSTDOWN, "gone", str(path))

    for arguments in (["list"], ["add", "x"], []):
        ran = tagwerk(*arguments, disk=Gone())
        assert ran.status == 3
        assert "does not answer" in ran.err
        assert "waits" not in ran.err


def test_a_home_that_cannot_be_written(tagwerk: CommandLine) -> None:
    """When this machine cannot keep changes, a sentence says so instead of a traceback."""
    (tagwerk.place / "state").write_text("in the way")
    ran = tagwerk("list")
    assert ran.status == 3
    assert str(tagwerk.place / "state") in ran.err


def test_a_current_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder that somebody has deleted, a sentence says so instead of a traceback."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    ran = CommandLine(tmp_path).bare("list")
    assert ran.status == 3
    assert ran.err.startswith("tagwerk: ")


def test_an_input_that_is_no_text(tagwerk: CommandLine) -> None:
    """Bytes that are no text are refused."""
    stdin, err = io.TextIOWrapper(io.BytesIO(b"caf\xe9"), encoding="utf-8"), io.StringIO()
    world = World(environ={}, stdin=stdin, stderr=err, local=tagwerk.place / "state")
    assert main(["--folder", str(tagwerk.folder), "--as", "ana", "comment", "1", "-"], world) == 1
    assert "The input is not text" in err.getvalue()


# --- output ----------------------------------------------------------------------------------------------


def test_nothing_that_people_wrote_reaches_the_terminal(tmp_path: Path) -> None:
    """Escape sequences in stored data are not printed, not even by the history."""
    line = CommandLine(tmp_path)
    team = builders.team()
    tables = {name: dict(table) for name, table in team.tables.items()}
    tables["tasks"][1] = {
        **tables["tasks"][1],
        "title": "a\x1b]0;pwned\x07b\x9b31m\nc",
        "description": "\x1b[2J!",
    }
    tables["columns"][1] = {**tables["columns"][1], "name": "Back\x1b[31mlog"}
    line.make_team(type(team)(tables))

    for verb in (
        ["list"],
        ["show", "1"],
        ["move", "1", "ready"],
        ["list", "--json"],
        ["show", "1", "--json"],
    ):
        out = line(*verb).out
        assert out
        assert not {"\x1b", "\x9b", "\x07"} & set(out)


def test_an_output_that_is_not_unicode(tagwerk: CommandLine) -> None:
    """On an ASCII output our own signs are replaced and JSON is escaped."""
    tagwerk("add", "Möbel → Lager")
    lines = {}
    for option in ("--mine", "--json"):
        out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
        world = World(environ={}, stdout=out, local=tagwerk.place / "state")
        arguments = ["--folder", str(tagwerk.folder), "show", "9"]
        assert main([*arguments, *(["--json"] if option == "--json" else [])], world) == 0
        lines[option] = out.buffer.getvalue().decode()
    assert lines["--mine"].startswith("#9 M?bel -> Lager\nBacklog - normal priority")
    assert json.loads(lines["--json"])["task"]["title"] == "Möbel → Lager"


def test_a_reader_that_leaves(tagwerk: CommandLine) -> None:
    """When whoever reads has seen enough, tagwerk leaves silently."""
    command = f"{sys.executable} -m tui --folder {tagwerk.folder} list | true"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "XDG_STATE_HOME": str(tagwerk.place)}
    done = subprocess.run(["sh", "-c", command], env=env, capture_output=True, check=False)
    assert done.stderr == b""


def test_an_interrupt(tagwerk: CommandLine) -> None:
    """Ctrl-C while reading the input exits with 130 and says nothing."""

    class Interrupted(io.StringIO):
        def read(self, size: int | None = -1, /) -> str:
            raise KeyboardInterrupt

    err = io.StringIO()
    world = World(environ={}, stdin=Interrupted(), stderr=err, local=tagwerk.place / "state")
    status = main(["--folder", str(tagwerk.folder), "--as", "ana", "comment", "1", "-"], world)
    assert (status, err.getvalue()) == (130, "")


def test_a_damaged_team_json_is_no_obstacle(tagwerk: CommandLine) -> None:
    """The answer comes from the log, whatever is in team.json."""
    tagwerk("add", "x")
    (tagwerk.folder / "team.json").write_text('{"tasks": {')
    ran = tagwerk("list", "--json")
    assert ran.status == 0
    assert ran.json["tasks"]


# --- the table of verbs ----------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_verb_can_be_run(verb: object) -> None:
    """Every verb has a function behind it that takes what the table says, or fields of a document."""
    from inspect import Parameter, signature

    from store.models import Adjustment, Freeze, Goal, Kpi, LearningItem, Playbook, Post, Routine, Skill
    from tui.commands.verbs import Argument, Verb

    assert isinstance(verb, Verb)
    module, _, name = verb.module.partition(":")
    run = getattr(import_module(f"tui.commands.{module}"), name or "run")
    parameters = signature(run).parameters.values()
    taken = {p.name for p in parameters if p.kind is not Parameter.VAR_KEYWORD} - {"call"}
    options = [o for a in verb.arguments for o in ([a] if isinstance(a, Argument) else a.options)]
    given = {o.settings.get("dest") or o.names[0].lstrip("-").replace("-", "_") for o in options}
    fields = given - taken - {"json"}
    assert taken <= given
    kinds = (Goal, LearningItem, Post, Playbook, Freeze, Routine, Skill, Kpi, Adjustment)
    takes_more = any(p.kind is Parameter.VAR_KEYWORD for p in parameters)
    known = [kind.names() for kind in kinds]
    # What every verb of the flow of work can be asked about.
    known.append(frozenset({"role", "person", "goal", "tag", "weeks"}))
    assert not fields or (takes_more and any(fields <= names for names in known))


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    """The help lists the verbs, and every verb has a help of its own."""
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    for verb in VERBS:
        assert verb.words[0] in out
        assert main([*verb.words, "--help"]) == 0
        own = capsys.readouterr().out
        assert "--folder PATH" in own
        assert "--as NAME" in own


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    """--version prints one line."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("tagwerk 0.")


# --- as a real process -----------------------------------------------------------------------------------


def test_starting_imports_nothing_heavy(tmp_path: Path) -> None:
    """Help, version and wrong usage need neither Textual nor pydantic nor rich; no verb needs Textual."""
    program = (
        "import sys, tui.cli\n"
        "tui.cli.main(sys.argv[1:])\n"
        "print(*sorted({m.split('.')[0] for m in sys.modules} & {'textual', 'rich', 'pydantic', 'orjson',"
        " 'platformdirs'}))"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "XDG_STATE_HOME": str(tmp_path)}

    def heavy(*arguments: str) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            env=env,
            cwd=tmp_path,
            capture_output=True,
            check=True,
        )
        return set(done.stdout.decode().splitlines()[-1].split())

    assert heavy("--help") == set()
    assert heavy("--version") == set()
    assert heavy("add", "--due", "never") == set()
    assert "textual" not in heavy("demo", "--folder", str(tmp_path / "d"), "--tasks", "5", "--no-open")
    assert "textual" not in heavy("list", "--folder", str(tmp_path / "d"))


def test_a_day_with_the_real_program(tmp_path: Path) -> None:
    """Make a team, add, move, finish and look, each with a process of its own."""
    team = str(tmp_path / "team")
    assert run_really("init", team, "--member", "ana:Ana:photo", cwd=tmp_path).returncode == 0

    def ran(*arguments: str) -> dict[str, object]:
        done = run_really(*arguments, "--json", cwd=tmp_path, TAGWERK_FOLDER=team, TAGWERK_USER="ana")
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        assert isinstance(found, dict)
        return found

    assert ran("add", "First task")["task"]["number"] == 1
    ran("move", "1", "doing")
    ran("done", "1")
    assert ran("list", "--column", "done")["tasks"][0]["title"] == "First task"
    refused = run_really("show", "7", cwd=tmp_path, TAGWERK_FOLDER=team)
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.decode().startswith("tagwerk: There is no task #7")
    listed = run_really("list", cwd=tmp_path, TAGWERK_FOLDER=team, PYTHONIOENCODING="latin-1")
    assert listed.stdout == b"#1  First task  Done\n"


def test_tasks_numbers_are_tinydbs(tagwerk: CommandLine) -> None:
    """A task that was added is in team.json when the command has ended."""
    from tinydb import TinyDB

    number = tagwerk("add", "For scripts", "--json").json["task"]["number"]
    with TinyDB(tagwerk.folder / "team.json", access_mode="r") as tinydb:
        document = tinydb.table("tasks").get(doc_id=number)
    assert document is not None
    assert document["title"] == "For scripts"
