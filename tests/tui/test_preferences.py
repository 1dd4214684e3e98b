"""A person's settings on disk: several programs, hands that edit, and files that are broken."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import StorageError
from tui.preferences import Keeper, Preferences, open_preferences, own_file
from tui.preferences.file import SettingsFile
from tui.preferences.keeper import _difference
from tui.preferences.model import OF_THE_TEAM
from tui.preferences.settings import SETTINGS


def at(place: Path, team: str = "epoch", person: str = "ana") -> Keeper:
    """A program that a person starts for a team."""
    return open_preferences({"TAGWERK_CONFIG": str(place)}, team, person)


def content(place: Path) -> dict[str, object]:
    """What stands in the file."""
    found = json.loads((place / "preferences.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_what_was_set_is_there_next_time(tmp_path: Path) -> None:
    """Every setting survives leaving and starting again."""
    keeper = at(tmp_path)
    keeper.prefer(theme="tagwerk-light", density="roomy", grouping="person", mouse=False)
    keeper.prefer(start_filter="last", keys={"board.move_right": ("L", "f3"), "board.archive": ()})
    keeper.prefer(folded=("role:1", "Ünï"), last_filter="@me due:week", seen=(7, 42))
    keeper.prefer(bell=True, notify="osc777", looked=41, ticked={"tasks/7": 42, "posts/3": 44})
    assert keeper.flush()

    assert at(tmp_path).preferences == keeper.preferences


def test_nothing_is_written_while_nothing_is_set(tmp_path: Path) -> None:
    """Looking at the board, and setting what is set already, makes no file."""
    keeper = at(tmp_path)
    keeper.prefer(theme=keeper.preferences.theme)
    assert keeper.flush()

    assert list(tmp_path.iterdir()) == []


def test_each_team_is_left_as_it_was(tmp_path: Path) -> None:
    """Folded lanes and the last filter are of one team and one login; the theme is everywhere."""
    keeper = at(tmp_path)
    keeper.prefer(theme="terminal", folded=("1",), last_filter="x", seen=(3,))
    keeper.flush()

    for other in (at(tmp_path, team="another"), at(tmp_path, person="../ben")):
        assert other.preferences == Preferences(theme="terminal")
    assert set(content(tmp_path)) == {"format", "theme"}


def test_a_held_key_is_written_once(tmp_path: Path) -> None:
    """A hundred changes in a moment are one write, with the last value."""
    writes: list[object] = []

    class Watched(SettingsFile):
        def merge(self, changes: object) -> None:
            writes.append(changes)

    keeper = Keeper(Watched(tmp_path / "p.json"), soon=30)
    for turn in range(100):
        keeper.prefer(theme=f"theme {turn}")
    assert keeper.flush()

    assert writes == [{("theme",): "theme 99"}]


def test_changes_are_written_soon_without_leaving(tmp_path: Path) -> None:
    """What was set is in the file before the program ends: it may be killed."""
    keeper = Keeper(SettingsFile(tmp_path / "preferences.json"), soon=0.01)
    keeper.prefer(density="compact")
    until((tmp_path / "preferences.json").exists)
    until(lambda: content(tmp_path).get("density") == "compact")
    keeper.prefer(density="roomy")
    until(lambda: content(tmp_path).get("density") == "roomy")


def test_two_programs_keep_each_others_settings(tmp_path: Path) -> None:
    """Each writes what was changed in it; also keys of different commands."""
    one, other = at(tmp_path), at(tmp_path)
    one.prefer(theme="terminal", keys={"board.add": ("A",)})
    other.prefer(density="compact", keys={"board.archive": ("X",)})
    one.flush()
    other.flush()

    found = at(tmp_path).preferences
    assert (found.theme, found.density) == ("terminal", "compact")
    assert found.keys == {"board.add": ("A",), "board.archive": ("X",)}


def test_many_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Twenty writers of ten values each leave two hundred, and no leftovers."""
    file = tmp_path / "preferences.json"

    def write(writer: int) -> None:
        for turn in range(10):
            SettingsFile(file).merge({(f"{writer}.{turn}",): turn})

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(content(tmp_path)) == 200 + len({"format"})
    assert {path.name for path in tmp_path.iterdir()} == {"preferences.json", ".preferences.json.lock"}


def test_what_this_program_does_not_know_is_kept(tmp_path: Path) -> None:
    """Keys that a newer program or a person put there stay when something else is set."""
    (tmp_path / "preferences.json").write_text('{"sound": {"bell": 1}, "theme": "terminal"}')
    keeper = at(tmp_path)
    keeper.prefer(mouse=False)
    keeper.flush()

    assert content(tmp_path) == {"format": 1, "mouse": False, "sound": {"bell": 1}, "theme": "terminal"}
    assert keeper.complaints == []


@pytest.mark.parametrize("damage", ["{", "[1]", "\x00\xff", '{"theme": ', "[" * 100_000])
def test_a_damaged_file_stops_nothing(tmp_path: Path, damage: str) -> None:
    """The usual settings hold, one sentence says so, and what stood there is put aside, not lost."""
    file = tmp_path / "preferences.json"
    file.write_text(damage, encoding="latin-1")
    keeper = at(tmp_path)
    assert keeper.preferences == Preferences()
    assert len(keeper.complaints) == 1
    assert "is damaged" in keeper.complaints[0]
    keeper.prefer(theme="terminal")
    keeper.flush()

    assert content(tmp_path)["theme"] == "terminal"
    assert file.with_name("preferences.json.damaged").read_text(encoding="latin-1") == damage


def test_an_empty_file_is_none(tmp_path: Path) -> None:
    """A file without a word in it is as good as no file."""
    (tmp_path / "preferences.json").write_text("\n")

    assert (at(tmp_path).preferences, at(tmp_path).complaints) == (Preferences(), [])


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    """What a newer program has written is neither used nor overwritten, and a sentence says so."""
    text = '{"format": 2, "theme": {"light": "x"}}'
    (tmp_path / "preferences.json").write_text(text)
    keeper = at(tmp_path)
    keeper.prefer(theme="terminal")
    keeper.flush()

    assert (tmp_path / "preferences.json").read_text() == text
    assert keeper.preferences.theme == "terminal"
    assert ["newer Tagwerk" in sentence for sentence in keeper.complaints] == [True, True]


def test_a_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    """The other settings hold; each that does not is named in a sentence."""
    own = {"theme": "purple", "density": 7, "mouse": False, "grouping": "goal", "keys": {"board.add": "A"}}
    (tmp_path / "preferences.json").write_text(json.dumps(own))
    keeper = at(tmp_path)

    assert keeper.preferences == Preferences(mouse=False, grouping="goal")
    named = ("theme", "density", "board.add")
    assert all(any(name in sentence for sentence in keeper.complaints) for name in named)
    assert len(keeper.complaints) == len(named)


@pytest.mark.parametrize("obstacle", ["a folder", "a file in the way"])
def test_a_place_that_cannot_be_used_stops_nothing(tmp_path: Path, obstacle: str) -> None:
    """Settings hold while the program runs, and one sentence says that they are not kept."""
    place = tmp_path / "place"
    if obstacle == "a folder":
        (place / "preferences.json").mkdir(parents=True)
    else:
        place.write_text("")
    keeper = at(place)
    told: list[str] = []
    keeper.on_trouble = told.append
    keeper.prefer(theme="terminal")
    keeper.prefer(theme="tagwerk-light", seen=(3,))
    assert keeper.flush()

    assert keeper.preferences.theme == "tagwerk-light"
    assert len(told) == 1
    assert str(place) in told[0]


def test_a_link_into_dotfiles_stays_one(tmp_path: Path) -> None:
    """Who keeps the file elsewhere and links to it finds the changes there, with its mode."""
    real = tmp_path / "dotfiles" / "tagwerk.json"
    real.parent.mkdir()
    real.write_text("{}")
    real.chmod(0o640)
    (tmp_path / "preferences.json").symlink_to(real)
    own_file({"TAGWERK_CONFIG": str(tmp_path)}).merge({("theme",): "terminal"})

    assert (tmp_path / "preferences.json").is_symlink()
    assert json.loads(real.read_text())["theme"] == "terminal"
    assert real.stat().st_mode & 0o777 == 0o640


def test_merging_into_what_cannot_be_written_says_why(tmp_path: Path) -> None:
    """The sentence names the file."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match=r"file/p\.json cannot be written"):
        SettingsFile(tmp_path / "file" / "p.json").merge({("a",): 1})


def test_every_choice_of_a_setting_is_what_it_says() -> None:
    """Choosing a value and reading it gives the same; the usual one is among the choices."""
    for setting in SETTINGS:
        assert setting.value(Preferences()) in setting.values
        for value in setting.values:
            assert setting.value(Preferences().changed(**setting.read(value))) == value
            assert setting.meaning(value)


def test_only_what_differs_is_written() -> None:
    """Of the keys each command by itself; one that has its usual keys again is taken away."""
    before = Preferences(keys={"board.add": ("A",), "board.up": ("w",)})
    after = before.changed(seen=(1,), keys={"board.up": ("w",), "board.down": ("s",)})

    assert _difference(before, after) == {
        ("seen", "1"): True,
        ("keys", "board.add"): None,
        ("keys", "board.down"): ["s"],
    }
    assert "seen" in OF_THE_TEAM
    assert {"looked", "ticked"} < {*OF_THE_TEAM}


def test_what_two_windows_have_seen_is_seen(tmp_path: Path) -> None:
    """Each of two windows marks comments; the next start knows all of them, and those of an older version."""
    old = at(tmp_path)
    old.prefer(seen=(1,))
    old.flush()
    (file,) = (path for path in tmp_path.rglob("*.json") if "seen" in path.read_text())
    file.write_text(json.dumps(json.loads(file.read_text()) | {"seen": [1]}))
    left, right = at(tmp_path), at(tmp_path)
    left.prefer(seen=(1, 7))
    right.prefer(seen=(1, 9))
    left.flush()
    right.flush()

    assert at(tmp_path).preferences.seen == (1, 7, 9)


def test_half_a_sign_keeps_nothing_back(tmp_path: Path) -> None:
    """Text that no encoding knows is written with a mark in its place, and the next change too."""
    keeper = at(tmp_path)
    keeper.prefer(last_filter="a\udce4")
    assert keeper.flush()
    later = at(tmp_path)
    later.prefer(theme="terminal")
    assert later.flush()

    assert at(tmp_path).preferences == Preferences(theme="terminal", last_filter="a?")


def test_a_damaged_file_is_put_aside_each_time(tmp_path: Path) -> None:
    """What was put aside before stays; a sentence says beforehand where the file goes."""
    for name in ("preferences.json.damaged", "preferences.json.damaged-2"):
        (tmp_path / "preferences.json").write_text("{,")
        keeper = at(tmp_path)
        assert keeper.complaints[0].endswith(f"the file is put aside as {name}.")
        assert "it is no JSON from line 1, column 2 on" in keeper.complaints[0]
        keeper.prefer(theme="terminal" if keeper.preferences.theme != "terminal" else "tagwerk-light")
        assert keeper.flush()

        assert (tmp_path / name).read_text() == "{,"


def test_strange_marks_of_the_inbox_are_left_out(tmp_path: Path) -> None:
    """What names no thing, and what is no number of a commit."""
    keeper = at(tmp_path)
    keeper.prefer(ticked={"tasks/4": 7})
    keeper.flush()
    (file,) = (path for path in tmp_path.rglob("*.json") if "ticked" in path.read_text())
    ticked = {"tasks/4": 7, "tasks/x": 1, "tasks": 2, "posts/3": "9", "goals/-1": 3}
    file.write_text(json.dumps({"format": 1, "looked": "many", "ticked": ticked}))

    assert at(tmp_path).preferences == Preferences(ticked={"tasks/4": 7})
