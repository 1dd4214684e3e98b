"""Several programs on one team, and a folder that is taken away under them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from store.errors import Clash, NotFound, Replaced, Unreachable
from store.log.layout import data_folder
from store.repository import open_team
from store.rules.comments import comment
from store.rules.tasks import edit
from store.setup import create_team
from tests import builders
from tests.builders import NOW
from tests.store.repository.clock import Place, new_task, renamed, retitled


def everything(folder: Path) -> dict[str, bytes]:
    """Every file in a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_others_see_what_one_commits(place: Place) -> None:
    """A refresh tells which documents were touched, and only once."""
    one, two = place.open(), place.open()
    one.commit(retitled(one, 4, "Counted"))

    assert two.refresh() == {("tasks", 4)}
    assert two.refresh() == frozenset()
    assert two.team.task(4).title == "Counted"
    assert two.team.tables == one.team.tables


def test_different_fields_of_one_card_both_hold(place: Place) -> None:
    """Two people who change different fields at once both get their way."""
    one, two = place.open(), place.open()
    mine = retitled(one, 4, "Counted")
    theirs = edit(two.team, 4, "ben", NOW, priority="urgent")
    one.commit(mine)
    two.commit(theirs)
    one.refresh()

    assert (one.team.task(4).title, one.team.task(4).priority) == ("Counted", "urgent")


def test_the_same_field_is_a_clash_with_both_values(place: Place) -> None:
    """The second one hears both values, and nothing of the change is written."""
    one, two = place.open(), place.open()
    mine, theirs = retitled(one, 4, "Mine"), retitled(two, 4, "Theirs")
    two.commit(theirs)

    with pytest.raises(Clash) as caught:
        one.commit(mine)
    (clash,) = caught.value.clashes
    assert (clash.base, clash.mine, clash.theirs) == ("Count the stock", "Mine", "Theirs")
    assert place.titles()[3] == "Theirs"


def test_what_changes_nothing_is_not_committed(place: Place) -> None:
    """Two people who do the same make one commit."""
    one, two = place.open(), place.open()
    mine, theirs = retitled(one, 4, "Same"), retitled(two, 4, "Same")
    one.commit(mine)

    assert two.commit(theirs) is None
    assert two.number == 1


def test_a_card_tells_who_did_what_to_it(place: Place) -> None:
    """Activity lists changes and comments, newest first, complete over restarts when asked."""
    one = place.open()
    one.commit(retitled(one, 4, "Counted"))
    one.commit(comment(one.team, 4, "Twice", "ben", NOW))
    later = place.open()

    for repository in (one, later):
        activity = repository.activity("tasks", 4, complete=True)
        assert [(done.by, done.fields) for done in activity] == [("ben", ("comment",)), ("ana", ("title",))]


def test_polling_is_quick_while_people_act(place: Place) -> None:
    """After a minute without any change the pause between two polls grows."""
    one, two = place.open(), place.open()
    assert two.pause() == 1.0
    one.commit(retitled(one, 4, "Counted"))
    two.refresh()
    assert (one.pause(), two.pause()) == (0.3, 0.3)
    place.clock.forward(61)
    assert (one.pause(), two.pause()) == (1.0, 1.0)


def test_a_folder_that_was_made_anew_is_noticed(place: Place) -> None:
    """Another team in the same folder: nothing is written into it unasked."""
    repository = place.open()
    repository.commit(retitled(repository, 1, "Old team"))
    shutil.rmtree(data_folder(place.folder))
    place.file.unlink()
    create_team(place.folder, builders.team().tables)
    before = everything(place.folder)
    place.clock.forward(100)

    with pytest.raises(Replaced, match="removed or replaced"):
        repository.refresh()
    with pytest.raises(Replaced):
        repository.commit(retitled(repository, 1, "Into the new one"))
    with pytest.raises(Replaced):
        repository.tend()
    repository.close()
    assert everything(place.folder) == before
    assert place.open().waiting == 0
    assert repository.waiting == 1


def test_another_team_beside_the_old_one_is_noticed(place: Place) -> None:
    """Somebody took `format` away and made a new team: within a minute everybody notices."""
    repository = place.open()
    repository.commit(retitled(repository, 1, "Old team"))
    (data_folder(place.folder) / "format").unlink()
    create_team(place.folder, builders.team().tables)
    before = everything(place.folder)

    with pytest.raises(Replaced):
        repository.tend()
    place.clock.forward(61)
    with pytest.raises(Replaced):
        repository.refresh()
    repository.close()
    assert everything(place.folder) == before


def test_a_log_that_was_removed_is_noticed(place: Place) -> None:
    """Only team.json is left: that is no team any more, and it is not overwritten."""
    repository = place.open()
    repository.commit(retitled(repository, 1, "Old team"))
    shutil.rmtree(data_folder(place.folder))
    before = everything(place.folder)

    with pytest.raises(Replaced):
        repository.refresh()
    repository.close()
    assert everything(place.folder) == before


@pytest.mark.parametrize("mount_point_stays", [True, False])
def test_a_folder_that_is_not_mounted_is_unreachable(place: Place, mount_point_stays: bool) -> None:
    """The drive is gone: the change waits, and goes on when the drive is back."""
    repository = place.open()
    away = place.folder.with_name("away")
    place.folder.rename(away)
    if mount_point_stays:
        place.folder.mkdir()

    with pytest.raises(Unreachable):
        repository.refresh()
    with pytest.raises(Unreachable):
        repository.commit(retitled(repository, 1, "Waited"))
    if mount_point_stays:
        assert list(place.folder.iterdir()) == []
        place.folder.rmdir()
    away.rename(place.folder)
    assert repository.flush().problem is None
    assert place.titles()[0] == "Waited"


def test_a_folder_without_a_team_says_so(tmp_path: Path) -> None:
    """Opening what is not there names the way out."""
    with pytest.raises(NotFound, match="tagwerk init"):
        open_team(tmp_path / "nowhere", local=tmp_path / "local")
    with pytest.raises(NotFound, match="tagwerk init"):
        open_team(tmp_path, local=tmp_path / "local")


def test_closing_commits_what_waits(place: Place) -> None:
    """Leaving tries once more."""
    repository = place.open()
    repository.submit(new_task(repository, "At the last moment"))
    repository.close()

    assert place.titles()[-1] == "At the last moment"


def test_the_login_is_recorded_where_it_is_not_the_person(place: Place) -> None:
    """A shared account leaves its name beside the person's."""
    repository = open_team(place.folder, local=place.local, login="counter", now=place.clock)
    commit = repository.commit(renamed(1, "Order wrapping paper", "Order"))

    assert commit is not None
    assert (commit.change.by, commit.login) == ("ana", "counter")
