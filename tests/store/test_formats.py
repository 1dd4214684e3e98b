"""Data of every format there ever was can be used, and what is newer than the program can be looked at."""

from __future__ import annotations

import json
import os
import tarfile
from pathlib import Path
from typing import Any

import pytest

from store.change import Change, Edit
from store.doctor import Sign, examine
from store.duties.responsibilities import leftover_words, names_of, responsibilities_of
from store.errors import NotFound, TooNew
from store.log.disk import Disk
from store.log.protocol import CHECKPOINT_EVERY
from store.log.record import FORMAT
from store.models import Responsibility
from store.past import bring_back, state_after
from store.repository import open_team
from store.rules.setup import edit_role
from store.setup import suitable_claim
from store.upgrades import STEPS
from tests.store.log.places import T0, edited, layout_of, log_in, noted, shared_in
from tests.store.tomorrow import WORK, Tomorrow, tomorrow_in

FORMATS = Path(__file__).parents[1] / "data" / "formats"
WORDS = "1-words"
"""A team of format 1 whose roles answer for things; the others are one team, made by different programs."""
_ANSWERS = "responsibilities"
KEPT = sorted({path.name.removesuffix(".tar.xz") for path in FORMATS.glob("*.tar.xz")} - {WORDS})


class Quick(Disk):
    """Waits for nothing."""

    def pause(self, seconds: float) -> None:
        """Not here."""


def kept(name: str, place: Path) -> Path:
    """A team as the program of then has left it; most are 1,507 commits on top of an import."""
    with tarfile.open(FORMATS / f"{name}.tar.xz") as archive:
        archive.extractall(place, filter="fully_trusted")
    folder = place / "team"
    folder.chmod(0o2770)
    return folder


def expected() -> Any:
    """Number and tables of all of them."""
    return json.loads((FORMATS / "expected.json").read_bytes())


def shown(folder: Path) -> Any:
    """Number and tables as this program sees them."""
    state = shared_in(folder, disk=Quick()).state
    tables = {t: {str(id): raw for id, raw in raws.items()} for t, raws in state.team.tables.items()}
    return {"number": state.number, "tables": tables}


def test_there_is_a_team_of_every_format() -> None:
    """Each format has its number at the beginning of a file's name, and a step to the next one."""
    assert {int(name.partition("-")[0]) for name in KEPT} == set(range(1, FORMAT + 1))
    assert len(STEPS) == FORMAT - 1


@pytest.mark.parametrize("name", KEPT)
def test_a_team_of_an_earlier_program_is_all_there(name: str, tmp_path: Path) -> None:
    """Every document, and everything that this program does with a team works on it."""
    folder = kept(name, tmp_path)
    assert shown(folder) == expected()

    repository = open_team(folder, local=tmp_path / "local", login="ana", disk=Quick())
    assert repository.commit(noted("from today")) is not None
    repository.close()
    # What one of the first programs could not finish, compacting, is finished.
    log_in(folder, "trimmer", Quick()).trim(0)
    assert not layout_of(folder).record(1).exists()
    numbers = [commit.number for commit in shared_in(folder).history()]
    steps = FORMAT - int(name.partition("-")[0])
    assert numbers == list(range(1, expected()["number"] + steps + 2))
    assert state_after(log_in(folder), 700).team.tables["tasks"][1]["estimate"] == 700.0


@pytest.mark.parametrize("name", KEPT)
def test_the_doctor_finds_nothing_in_an_earlier_team(name: str, tmp_path: Path) -> None:
    """Its history is whole, as far as it goes."""
    folder = kept(name, tmp_path)
    findings = examine(folder, suitable=suitable_claim, local=tmp_path / "local", disk=Quick())

    assert [f.sentence for f in findings if f.sign is Sign.PROBLEM] == []


@pytest.fixture(scope="module")
def tomorrow(tmp_path_factory: pytest.TempPathFactory) -> Tomorrow:
    """A program that knows one more format."""
    return tomorrow_in(tmp_path_factory.mktemp("tomorrow"))


@pytest.fixture(scope="module")
def upgraded(tomorrow: Tomorrow, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team that the newer program has taken over and worked on."""
    folder = kept("1", tmp_path_factory.mktemp("upgraded"))
    tomorrow.work(folder, "Made tomorrow")
    return folder


def test_a_step_is_taken_once_whoever_starts_first(tomorrow: Tomorrow, tmp_path: Path) -> None:
    """Four newer programs open an older team at once: one commit, which the team's own numbers follow."""
    folder = kept("1", tmp_path)
    running = [tomorrow.start(WORK, str(folder), f"card {n}") for n in range(4)]
    said = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0] * 4, said

    published = json.loads((folder / "team.json").read_bytes())
    assert published["_tagwerk"]["1"]["format"] == FORMAT + 1
    assert published["_tagwerk"]["1"]["number"] == expected()["number"] + FORMAT + 4
    assert [greeting["text"] for greeting in published["greetings"].values()] == ["hello from tomorrow"]
    assert published["tasks"]["1"]["minutes"] == 1505.0 * 60
    assert {f"card {n}" for n in range(4)} <= {task["title"] for task in published["tasks"].values()}


def test_an_older_program_that_is_open_stops_and_writes_nothing(tomorrow: Tomorrow, tmp_path: Path) -> None:
    """Not into the upgraded history, and not over what the newer one published."""
    folder = kept("1", tmp_path)
    repository = open_team(folder, local=tmp_path / "local", login="ana")
    tomorrow.work(folder, "Made tomorrow")
    published = (folder / "team.json").read_bytes()

    with pytest.raises(TooNew, match=rf"newer Tagwerk \(format {FORMAT + 1}\); please update yours"):
        repository.refresh()
    with pytest.raises(TooNew):
        repository.commit(edited(1, None, "x", "description"))
    with pytest.raises(TooNew):
        repository.tend()
    repository.close()
    assert (folder / "team.json").read_bytes() == published
    assert not layout_of(folder).record(expected()["number"] + FORMAT + 3).exists()
    assert repository.waiting == 1  # it is committed by the newer program, once that is there


def test_a_newer_team_can_be_looked_at(upgraded: Path, tmp_path: Path) -> None:
    """As team.json has it; a change is refused with a sentence and does not wait anywhere."""
    before = {path: path.stat().st_mtime_ns for path in upgraded.rglob("*")}
    repository = open_team(upgraded, local=tmp_path / "local", login="ana")

    assert "Made tomorrow" in [raw["title"] for raw in repository.team.tables["tasks"].values()]
    for refused in (
        lambda: repository.commit(noted("x")),
        lambda: repository.submit(noted("x")),
        repository.refresh,
        lambda: state_after(repository.log, 3),
        lambda: repository.activity("tasks", 1, complete=True),
    ):
        with pytest.raises(TooNew, match=r"Until then it can only be looked at, as team.json has it\."):
            refused()
    repository.tend()
    repository.close()
    assert repository.waiting == 0
    assert {path: path.stat().st_mtime_ns for path in upgraded.rglob("*")} == before


def test_a_folder_that_says_a_newer_format_can_be_looked_at(upgraded: Path, tmp_path: Path) -> None:
    """Also where already `format` is of a newer program; without a team.json to look at, it is refused."""
    folder = kept("1", tmp_path)
    form = layout_of(folder).format
    content = form.read_bytes()
    form.unlink()
    form.write_bytes(content.replace(b'"format":1', b'"format":7'))
    repository = open_team(folder, local=tmp_path / "local", login="ana")
    assert repository.newer is not None
    assert repository.team.tables["tasks"][1]["estimate"] == 1505.0
    repository.close()

    for rubbish in (b"", b"{", b"[]", b'{"_tagwerk": {"1": {"epoch": 1}}}'):
        (folder / "team.json").write_bytes(rubbish)
        with pytest.raises(TooNew, match=r"newer Tagwerk \(format 7\)"):
            open_team(folder, local=tmp_path / "local", login="ana")


def test_what_was_before_the_upgrade_is_in_the_newer_programs_history(
    tomorrow: Tomorrow, upgraded: Path
) -> None:
    """The newer program sees the team as it was, in the form that it had."""
    said = tomorrow.run(
        """
import sys
from pathlib import Path
from store.past import state_after
from store.repository import open_team
repository = open_team(Path(sys.argv[1]), login="tomorrow")
for number in (700, 1507, 1509):
    state = state_after(repository.log, number)
    print(state.format, state.team.tables["tasks"][1].get("minutes"))
""",
        str(upgraded),
    )

    assert said.split("\n")[:3] == ["1 None", "1 None", "3 90300.0"]


@pytest.mark.skipif(os.geteuid() != 0, reason="somebody who may not write can only be played by root")
def test_who_may_not_write_reads_an_older_team_with_a_newer_program(
    tomorrow: Tomorrow, tmp_path: Path
) -> None:
    """The step is left to somebody who may; until then the team is seen in its old form."""
    folder = kept("1", tmp_path)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o2755 if path.is_dir() else 0o644)
    for path in (folder.parent, *folder.parent.parents, tomorrow.place, *tomorrow.place.parents):
        path.chmod(path.stat().st_mode | 0o001)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    local = tmp_path / "theirs"
    local.mkdir()
    local.chmod(0o777)
    said = tomorrow.run(
        """
import os, sys
from pathlib import Path
import store.repository
os.setgroups([]); os.setgid(7099); os.setuid(7099)
repository = store.repository.open_team(Path(sys.argv[1]), login="reader", local=Path(sys.argv[2]))
print(repository.state.format, len(repository.team.tables["tasks"]))
repository.close()
""",
        str(folder),
        str(local),
    )

    assert said == "1 2\n"
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_what_roles_answer_for_becomes_documents(tmp_path: Path) -> None:
    """In their order, also of roles that are put away; nobody is guessed to answer for them."""
    folder = kept(WORDS, tmp_path)
    before = shared_in(folder).state.team
    assert names_of(before, before.role(1))[:2] == ("Returns handled within 48 h", "Refunds")
    repository = open_team(folder, local=tmp_path / "local", login="ana")
    team = repository.team

    assert [one.name for one in responsibilities_of(team, team.role(2))] == ["Picking", "Größen prüfen"]
    assert [one.name for one in responsibilities_of(team, team.role(3))] == ["Answers to the press"]
    assert responsibilities_of(team, team.role(4)) == ()
    long = responsibilities_of(team, team.role(1))[2]
    assert (len(long.name), long.name[-1], len(long.details)) == (200, "…", 236)
    assert all(one.accountable == one.responsible == [] for one in team.all(Responsibility))
    assert not any("responsibilities" in raw for raw in team.tables["roles"].values())
    repository.close()


def test_what_somebody_did_offline_in_the_old_form_is_shown_and_taken_up(tmp_path: Path) -> None:
    """What came stands behind the others, and the next edit makes documents of it; what went stays."""
    repository = open_team(kept(WORDS, tmp_path), local=tmp_path / "local", login="ana")
    old = ["Picking", "picking", "Größen prüfen"]
    new = ["Picking", "Größen prüfen", "Goods in"]
    repository.commit(Change((Edit("roles", 2, {_ANSWERS: old}, {_ANSWERS: new}),), "x", "ben", T0))
    role = repository.team.role(2)
    assert leftover_words(repository.team, role) == ("Goods in",)
    assert names_of(repository.team, role) == ("Picking", "Größen prüfen", "Goods in")

    repository.commit(edit_role(repository.team, 2, "ana", T0, mission="Quick."))
    team = repository.team
    assert [one.name for one in responsibilities_of(team, team.role(2))] == new
    assert _ANSWERS not in team.tables["roles"][2]
    repository.close()


def test_what_is_brought_back_from_before_the_step_is_shown(tmp_path: Path) -> None:
    """Also where what came since was put away: the next edit of the role brings the documents back."""
    repository = open_team(kept(WORDS, tmp_path), local=tmp_path / "local", login="ana")
    then = state_after(repository.log, 1).team.tables
    for exactly in (False, True):
        repository.commit(bring_back(repository.team, then, T0, exactly=exactly).change.signed("ana", T0))
        team = repository.team
        assert names_of(team, team.role(2)) == ("Picking", "Größen prüfen")
    assert responsibilities_of(team, team.role(2)) == ()

    repository.commit(edit_role(team, 2, "ana", T0, mission="Quick."))
    found = responsibilities_of(repository.team, repository.team.role(2))
    assert [one.name for one in found] == ["Picking", "Größen prüfen"]
    assert len({one.name for one in repository.team.all(Responsibility)}) == len(
        list(repository.team.all(Responsibility))
    )
    repository.close()


def test_checkpoints_before_an_upgrade_are_those_of_the_older_program(tmp_path: Path) -> None:
    """Whoever makes one makes the same bytes, whichever program it is."""
    folder = kept("1", tmp_path)
    index = 3
    content = layout_of(folder).checkpoint(index).read_bytes()

    assert state_after(log_in(folder), index * CHECKPOINT_EVERY).to_bytes() == content
    with pytest.raises(NotFound):
        state_after(log_in(folder), 99_999)
