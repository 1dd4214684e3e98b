"""`SharedStorage`: TinyDB over the shared log. The first half follows TinyDB's own tests of its storages."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.operations import delete, increment
from tinydb.storages import JSONStorage
from tinydb.table import Document

from store.errors import Clash, Refused, StorageError, Unknown, Unreachable
from store.log.layout import data_folder
from store.setup import create_team
from store.storage import SharedDB, SharedStorage
from tests import builders
from tests.faults import FaultyDisk, death, denied, ended, forked, lasting, refused
from tests.store.repository.clock import placed

DOC = {
    "none": [None, None],
    "int": 42,
    "float": 3.1415899999999999,
    "list": ["LITE", "RES_ACID", "SUS_DEXT"],
    "dict": {"hp": 13, "sp": 5},
    "bool": [True, False, True, False],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a database is going to be."""
    return tmp_path / "test.json"


def opened(file: Path, **options: Any) -> TinyDB:
    """What a script opens."""
    return TinyDB(file, storage=SharedStorage, **options)


# --- as TinyDB tests its own storages ------------------------------------------------------------------


@pytest.mark.parametrize("key", ["9" * 5000, "²", "01", "-1"])
def test_a_key_that_is_no_number_is_kept_as_it_is(file: Path, key: str) -> None:
    """What only looks like the number of a document makes no table, and no error."""
    storage = SharedStorage(file)
    storage.write({"odd": {key: {}}})

    assert storage.read() == {"odd": {key: {}}}


def test_any_dictionary_is_kept_as_it_is(file: Path) -> None:
    """What is written is what is read, also when it has not the shape of tables."""
    storage = SharedStorage(file)
    storage.write(DOC)

    assert storage.read() == DOC
    assert SharedStorage(file).read() == DOC
    storage.close()


def test_reading_again_after_writing(file: Path) -> None:
    """Insert, find, remove, insert: TinyDB's regression test for its issue #1."""
    db = opened(file)
    item, item2 = {"name": "A very long entry"}, {"name": "A short one"}

    def get(name: str) -> object:
        return db.get(where("name") == name)

    db.insert(item)
    assert get("A very long entry") == item
    db.remove(where("name") == "A very long entry")
    assert get("A very long entry") is None
    db.insert(item2)
    assert get("A short one") == item2
    db.remove(where("name") == "A short one")
    assert get("A short one") is None
    db.close()


def test_opening_for_reading_only(file: Path) -> None:
    """What is not there is not made, and what is there is not changed."""
    with pytest.raises(FileNotFoundError):
        opened(file, access_mode="r")
    assert not list(file.parent.iterdir())
    with opened(file) as db:
        db.insert({"b": 1})
        db.insert({"a": 1})
    db = opened(file, access_mode="r")
    assert db.get(where("a") == 1) == {"a": 1}
    with pytest.raises(OSError, match="reading only"):
        db.insert({"c": 1})
    db.close()


def test_folders_are_made_when_asked_for(tmp_path: Path) -> None:
    """Without `create_dirs` a missing folder is an error."""
    file = tmp_path / "new" / "db.json"
    with pytest.raises(OSError, match="no such folder"):
        SharedStorage(file)
    for _ in range(2):
        SharedStorage(file, create_dirs=True).close()
        assert file.exists()


def test_an_invalid_path_is_an_error() -> None:
    """As TinyDB does it."""
    with pytest.raises(IOError):
        opened(Path("/this/is/an/invalid/path/db.json"))


def test_a_new_database_is_empty(file: Path) -> None:
    """Nothing was written yet, or everything was removed."""
    storage = SharedStorage(file)
    assert storage.read() == {}
    storage.write({})
    assert storage.read() == {}
    storage.write(DOC)
    storage.write({})
    assert storage.read() == {}


def test_a_database_is_read_as_often_as_tinydb_wants(file: Path) -> None:
    """Opening a table reads nothing."""
    count = 0

    class Counting(SharedStorage):
        def read(self) -> dict[str, Any]:
            nonlocal count
            count += 1
            return super().read()

    with TinyDB(file, storage=Counting) as db:
        db.table(db.default_table_name)
        assert count == 0
        db.all()
        assert count == 1
        db.insert({"foo": "bar"})
        assert count == 3
        db.all()
        assert count == 4


def test_text_of_all_scripts_is_kept(file: Path) -> None:
    """Whatever people write."""
    storage = SharedStorage(file)
    storage.write({"Test": 'こんにちは世界 🧵\u2028\x00\\"'})

    assert SharedStorage(file).read() == {"Test": 'こんにちは世界 🧵\u2028\x00\\"'}


# --- JSON to the last None -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": 1}, {"a": None}),
        ({"a": None}, {"a": 1}),
        ({"a": None}, {}),
        ({}, {"a": None}),
        ({"a": None, "b": 1}, {"a": None, "b": 2}),
        ({"a": 1}, {"a": True}),
        ({"a": 0}, {"a": False}),
        ({"a": 1}, {"a": 1.0}),
        ({"a": ""}, {"a": []}),
        ({"a": []}, {"a": {}}),
        ({"a": {"b": None}}, {"a": {}}),
        ({"a": "", "b": [], "c": {}, "d": None}, {"a": "x", "b": [], "c": {}, "d": None}),
        ({"a": 2**63 - 1}, {"a": -(2**63)}),
        ({"id": 5}, {"id": 6}),
    ],
)
def test_values_are_kept_to_the_last_none(file: Path, before: Any, after: Any) -> None:
    """`None`, empty text, empty lists, `True` and 1 are all different."""
    storage = SharedStorage(file)
    for document in (before, after):
        storage.write({"t": {"1": document, "2": {"other": None}}})
        for reader in (storage, SharedStorage(file)):
            read = reader.read()
            assert json.dumps(read["t"]["1"], sort_keys=True) == json.dumps(document, sort_keys=True)


@pytest.mark.parametrize(
    "data",
    [
        {"empty": {}},
        {"empty": {}, "full": {"1": {"a": 1}}},
        {"t": {"0": {"a": 1}}},
        {"t": {"-1": {"a": 1}, "1": {}}},
        {"t": {"01": {"a": 1}, "1": {"b": 1}}},
        {"t": {"x": {"a": 1}}},
        {"t": {"1": 5}},
        {"t": {"1": {}}},
        {"": {"1": {"": ""}}},
        {"t": None, "u": [], "v": ""},
    ],
)
def test_odd_shapes_are_kept(file: Path, data: dict[str, Any]) -> None:
    """Empty tables, odd numbers, and what is no table at all."""
    storage = SharedStorage(file)
    storage.write({"first": {"1": {}}, "t": {"1": {"was": "a table"}}})
    storage.write(data)

    assert storage.read() == data
    assert SharedStorage(file).read() == data


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**70, {1, 2}, object(), b"x", "\ud800"])
def test_what_is_no_json_is_refused(file: Path, value: object) -> None:
    """Nothing of it is written."""
    db = opened(file)
    db.insert({"a": 1})
    with pytest.raises((TypeError, ValueError)):
        db.insert({"a": value})

    assert db.all() == [{"a": 1}]
    assert db.insert({"a": 2}) >= 2
    assert len(opened(file)) == 2


# --- several at once -----------------------------------------------------------------------------------


def test_different_documents_both_hold(file: Path) -> None:
    """Two scripts that write different documents at once lose nothing."""
    one, two = SharedDB(file), SharedDB(file)
    one.insert_multiple([{"n": 1}, {"n": 2}])
    two.update({"by": "two"}, doc_ids=[2])
    one.update({"by": "one"}, doc_ids=[1])
    two.insert({"n": 3})
    one.remove(doc_ids=[2])

    assert one.all() == two.all() == [{"n": 1, "by": "one"}, {"n": 3}]


def test_writes_from_the_same_reading_are_merged(file: Path) -> None:
    """Both read, then both write: fields of one document, other documents, a removal, an insertion."""
    start = {"t": {"1": {"a": 1, "b": 1}, "2": {"a": 1}, "3": {"a": None}}}
    SharedStorage(file).write(start)
    one, two = SharedStorage(file), SharedStorage(file)
    mine, theirs = one.read(), two.read()
    mine["t"]["1"]["a"] = 2
    mine["t"]["3"]["b"] = None
    theirs["t"]["1"]["b"] = 2
    theirs["t"]["3"]["a"] = 5
    del theirs["t"]["2"]
    theirs["u"] = {"1": {"new": True}}
    one.write(mine)
    two.write(theirs)

    expected = {"t": {"1": {"a": 2, "b": 2}, "3": {"a": 5, "b": None}}, "u": {"1": {"new": True}}}
    assert one.read() == two.read() == expected


def test_the_same_field_is_a_clash(file: Path) -> None:
    """The second one hears it, nothing of its write is stored, and it can go on."""
    SharedStorage(file).write({"t": {"1": {"a": 1, "n": None}}})
    one, two = SharedStorage(file), SharedStorage(file)
    mine, theirs = one.read(), two.read()
    mine["t"]["1"].update(a=2, n=1)
    theirs["t"]["1"]["a"] = 3
    theirs["t"]["2"] = {"also": "new"}
    one.write(mine)

    with pytest.raises(Clash) as caught:
        two.write(theirs)
    assert [(c.base, c.mine, c.theirs) for c in caught.value.clashes] == [(1, 3, 2)]
    assert two.read() == {"t": {"1": {"a": 2, "n": 1}}}


def test_two_insertions_with_one_number_both_stay(file: Path) -> None:
    """Both chose number 1: the second gets another one."""
    one, two = SharedStorage(file), SharedStorage(file)
    one.read()
    two.read()
    one.write({"t": {"1": {"by": "one"}}})
    two.write({"t": {"1": {"by": "two"}}})

    assert two.read() == {"t": {"1": {"by": "one"}, "2": {"by": "two"}}}


def test_numbers_that_tinydb_remembers_overwrite_nobody(file: Path) -> None:
    """TinyDB's `insert_multiple` puts its documents over others'; here they get numbers of their own."""
    one, two = opened(file), opened(file)
    assert one.insert({"by": "one"}) == 1
    assert two.insert({"by": "two"}) == 2
    one.insert_multiple([{"by": "one"}] * 3)
    two.insert_multiple([{"by": "two"}] * 3)
    with pytest.raises(ValueError, match="already exists"):
        one.insert({"by": "refused by TinyDB itself"})

    assert [d["by"] for d in one.all()].count("one") == 4
    assert [d["by"] for d in two.all()].count("two") == 4
    two.update(increment("n"), where("by") == "two") if two.update({"n": 0}) else None
    assert len(one.search(where("n") == 1)) == 4


@pytest.mark.parametrize("not_empty", [True, False])
@pytest.mark.parametrize("reads_before", [1, 2])
def test_what_comes_between_tinydbs_own_readings_stays(
    file: Path, reads_before: int, not_empty: bool
) -> None:
    """TinyDB reads twice for one insertion and writes back what it read first: nobody is deleted by that."""
    expected = ["between", "slow"]
    if not_empty:
        SharedDB(file).insert({"by": "before"})
        expected.insert(0, "before")

    class Slow(SharedStorage):
        reads = 0

        def read(self) -> dict[str, Any]:
            data = super().read()
            self.reads += 1
            if self.reads == reads_before:
                SharedDB(file).insert({"by": "between"})
            return data

    TinyDB(file, storage=Slow).insert_multiple([{"by": "slow"}])

    assert sorted(d["by"] for d in SharedDB(file)) == expected


def test_a_shared_db_asks_for_numbers_anew(file: Path) -> None:
    """Two scripts that insert in turns never get in each other's way."""
    dbs = [SharedDB(file), SharedDB(file)]
    numbers = [dbs[turn % 2].insert({"turn": turn}) for turn in range(20)]

    assert numbers == list(range(1, 21))
    assert dbs[0].insert_multiple([{}, {}]) == [21, 22]
    assert dbs[1].table("more").insert({}) == 1


def test_processes_that_insert_and_update_at_once_lose_nothing(file: Path) -> None:
    """Four processes, fifty insertions each and a field of its own in a common document."""
    with SharedDB(file) as db:
        db.table("common").insert({})

    def work(me: int) -> None:
        with SharedDB(file) as db:
            for turn in range(50):
                db.insert({"me": me, "turn": turn})
                db.table("common").update({f"count{me}": turn})

    pids = [forked(partial(work, me)) for me in range(4)]
    assert [ended(pid) for pid in pids] == [0] * 4
    with TinyDB(file) as plain:
        found = sorted((d["me"], d["turn"]) for d in plain)
        assert found == [(me, turn) for me in range(4) for turn in range(50)]
        assert plain.table("common").all() == [{f"count{me}": 49 for me in range(4)}]


def test_a_cache_that_writes_seldom_loses_nobodys_work(file: Path) -> None:
    """`CachingMiddleware` reads once and writes everything later: others' documents stay."""
    cached = TinyDB(file, storage=CachingMiddleware(SharedStorage))
    cached.insert({"by": "cached"})
    other = SharedDB(file)
    other.insert({"by": "other"})
    cached.insert({"by": "cached"})
    cached.storage.flush()
    cached.update({"seen": True}, doc_ids=[2])
    cached.insert({"by": "cached"})
    cached.close()

    documents = SharedDB(file).all()
    assert sorted(d["by"] for d in documents) == ["cached", "cached", "cached", "other"]
    assert [d["by"] for d in documents if d.get("seen")] == ["cached"]


def test_random_edits_give_what_a_plain_tinydb_gives(file: Path, tmp_path: Path) -> None:
    """One script alone sees exactly what TinyDB's own storage would show."""
    chance = random.Random(7)
    plain = TinyDB(tmp_path / "plain.json", storage=JSONStorage)
    shared = opened(file)
    values = [None, "", [], {}, 0, 1, True, False, 1.5, "text", [None], {"x": None}]
    for _ in range(250):
        kind, n = chance.randrange(7), chance.randrange(1, 12)
        name, value = chance.choice("abc"), chance.choice(values)
        for db in (plain, shared):
            table = db.table(chance.choice(["t"]))
            if kind <= 1:
                table.insert({name: value})
            elif kind == 2:
                table.update({name: value}, doc_ids=[n])
            elif kind == 3:
                table.update(delete(name), where(name).exists())
            elif kind == 4:
                table.remove(doc_ids=[n])
            elif kind == 5:
                table.upsert(Document({name: value}, doc_id=n))
            elif n == 1:
                db.drop_tables()
        assert json.dumps(plain.storage.read() or {}, sort_keys=True) == json.dumps(
            shared.storage.read() or {}, sort_keys=True
        )


# --- a team's own tables -------------------------------------------------------------------------------


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """The shop team's file."""
    create_team(tmp_path / "team", builders.team().tables)
    return tmp_path / "team" / "team.json"


def test_a_script_works_on_a_team(team: Path) -> None:
    """Insertion, update and removal of tasks; a removed one is archived."""
    with SharedDB(team) as db:
        tasks = db.table("tasks")
        number = tasks.insert({"title": "  By a\x1b[31m script ", "column": 2, "due": "2026-12-24"})
        tasks.update({"priority": "URGENT"}, where("title") == "Count the stock")
        tasks.remove(doc_ids=[3])
        assert tasks.get(doc_id=number)["title"] == "By a script"
        assert tasks.get(doc_id=4)["priority"] == "urgent"
        assert tasks.get(doc_id=3)["archived_at"]
    with TinyDB(team) as plain:
        assert len(plain.table("tasks")) == 9


@pytest.mark.parametrize(
    ("document", "what"),
    [
        ({"title": ""}, "title"),
        ({"title": "x", "column": 99}, "column"),
        ({"title": "x", "column": 1, "due": "soon"}, "due"),
        ({"title": "x", "column": 1, "depends_on": [99]}, "#99"),
    ],
)
def test_what_does_not_fit_is_refused(team: Path, document: dict[str, Any], what: str) -> None:
    """The sentence says what is wrong, and nothing is written."""
    db = SharedDB(team)
    with pytest.raises(Refused, match=what):
        db.table("tasks").insert(document)

    assert len(SharedDB(team).table("tasks")) == 8


def test_a_script_and_a_person_work_at_once(tmp_path: Path) -> None:
    """The app sees the script's work at its next poll, and the script the person's."""
    from tests.store.repository.clock import retitled

    place = placed(tmp_path)
    repository, db = place.open(), SharedDB(place.file)
    repository.commit(retitled(repository, 4, "Counted"))
    db.table("tasks").update({"priority": "low"}, doc_ids=[4])

    assert repository.refresh() == {("tasks", 4)}
    assert (repository.team.task(4).title, repository.team.task(4).priority) == ("Counted", "low")
    assert repository.team.members["ana"].name == "Ana Lima"


@pytest.mark.parametrize("name", ["_tagwerk", "_values"])
def test_tagwerks_own_notes_are_not_written(file: Path, name: str) -> None:
    """A table of that name is refused, not dropped."""
    with pytest.raises(Refused, match=name):
        SharedStorage(file).write({name: {"1": {"a": 1}}})


# --- a file that was there before ----------------------------------------------------------------------


def test_a_plain_database_becomes_a_shared_one(file: Path) -> None:
    """Its documents and their numbers stay, and the file as it was is kept."""
    with TinyDB(file) as plain:
        plain.insert_multiple([{"a": None}, {"b": 1}])
        plain.remove(doc_ids=[1])
        plain.table("_x").insert({"c": []})
    before = file.read_bytes()
    db = opened(file)

    assert db.all() == [{"b": 1}]
    assert db.table("_x").all() == [{"c": []}]
    assert db.insert({"d": 1}) == 3
    assert [kept.read_bytes() for kept in file.parent.glob("test.json.before-*")] == [before]


@pytest.mark.parametrize("content", [b"[1]", b"not json", b'{"tasks": {"1": {"no": "title"}}}'])
def test_a_file_that_cannot_be_shared_is_left_alone(file: Path, content: bytes) -> None:
    """What is not a TinyDB file, or has tables that are not a team's, is refused and stays."""
    file.write_bytes(content)
    with pytest.raises(Refused):
        SharedStorage(file)

    assert file.read_bytes() == content
    assert not data_folder(file.parent, file.name).exists()


def test_an_empty_file_is_a_new_database(file: Path) -> None:
    """As `touch` leaves it."""
    file.touch()
    assert SharedStorage(file).read() == {}


def test_two_scripts_that_start_at_once_share_one_database(file: Path) -> None:
    """Six processes open a file that is not there: all of them insert into the same one."""

    def work(me: int) -> None:
        with SharedDB(file) as db:
            db.insert({"me": me})

    pids = [forked(partial(work, me)) for me in range(6)]
    assert [ended(pid) for pid in pids] == [0] * 6
    assert sorted(d["me"] for d in SharedDB(file)) == list(range(6))


# --- when the drive fails ------------------------------------------------------------------------------


def test_a_script_that_does_not_close_is_published_all_the_same(file: Path) -> None:
    """At the end of the program team.json is up to date."""
    script = (
        "import sys\nfrom tinydb import TinyDB\nfrom store.storage import SharedStorage\n"
        "TinyDB(sys.argv[1], storage=SharedStorage).insert({'left': 'open'})\n"
    )
    subprocess.run([sys.executable, "-c", script, file], check=True, timeout=60)

    with TinyDB(file) as plain:
        assert plain.all() == [{"left": "open"}]


@pytest.mark.parametrize("code", [errno.EHOSTDOWN, errno.EACCES, errno.ENOSPC])
def test_an_error_means_that_nothing_was_written(file: Path, code: int) -> None:
    """Then, and only then, may the script try again by itself."""
    disk = FaultyDisk()
    db = opened(file, disk=disk)
    db.insert({"n": 1})
    for number in range(1, 60):
        disk.arm(number, lasting(code))
        result: object = None
        try:
            result = db.insert({"n": 2})
        except Unknown:
            result = "unknown"
        except StorageError:
            pass
        struck = disk.struck
        disk.disarm()
        count = len(opened(file).search(where("n") == 2))
        if result is None:
            assert count == 0
        elif result == "unknown":
            db.all()
            assert db.remove(where("n") == 2) == [] or count <= 1
        else:
            assert count == 1
        db.remove(where("n") == 2)
        if not struck:
            break
    assert number > 5


@pytest.mark.parametrize("kind", [refused, denied])
def test_a_hiccup_of_the_drive_inserts_once(file: Path, kind: Any) -> None:
    """A single failing call at any moment: the insertion happened once, or an error was raised."""
    disk = FaultyDisk()
    db = opened(file, disk=disk)
    for number in range(1, 60):
        disk.arm(number, kind(errno.EIO))
        try:
            db.insert({"n": number})
            happened = True
        except StorageError:
            happened = False
        struck = disk.struck
        disk.disarm()
        assert opened(file).count(where("n") == number) == happened
        if not struck:
            break
    assert number > 5


def test_a_script_killed_while_it_writes_leaves_all_or_nothing(file: Path) -> None:
    """Several documents in one write are there together, or not at all."""
    with opened(file) as db:
        db.insert({"start": True})
    for number in range(1, 60):

        def work(at: int = number) -> None:
            disk = FaultyDisk()
            db = opened(file, disk=disk)
            disk.arm(at, death(half=at % 2 == 0))
            db.insert_multiple([{"turn": at}] * 3)
            os._exit(7)

        status = ended(forked(work))
        assert opened(file).count(where("turn") == number) in (0, 3)
        if status == 7:
            break
        assert status == -signal.SIGKILL
    assert number > 5


def test_an_unreachable_folder_says_so(tmp_path: Path) -> None:
    """The script gets an error that names the folder, and can go on when it is back."""
    file = tmp_path / "share" / "db.json"
    db = opened(file, create_dirs=True)
    db.insert({"n": 1})
    file.parent.rename(tmp_path / "away")
    with pytest.raises(Unreachable):
        db.all()
    with pytest.raises(Unreachable):
        db.insert({"n": 2})
    (tmp_path / "away").rename(file.parent)

    db.insert({"n": 3})
    assert db.all() == [{"n": 1}, {"n": 3}]
