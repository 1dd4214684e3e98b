"""Comments that name a person and that she has not seen."""

from __future__ import annotations

from store.change import Change
from store.team import Team
from tests import builders
from tests.tui.conftest import Office, board, packet, screen_text, until
from tui.dialogs.card import CardDialog
from tui.mentions import Mentions, SeenForGood
from tui.preferences import Keeper
from tui.screens.board import BoardScreen


def of_ana(team: Team) -> Mentions:
    mentions = Mentions("ana", SeenForGood(Keeper()))
    mentions.follow(team, None)
    return mentions


def test_only_others_words_about_oneself_count() -> None:
    """Neither one's own comments nor those that name somebody else."""
    team = builders.team(
        builders.comment(1, 4, mentions=["ana", "cem"]),
        builders.comment(2, 4, mentions=["cem"]),
        builders.comment(3, 5, author="ana", mentions=["ana"]),
    )

    assert of_ana(team).count() == 1
    assert of_ana(team).unread() == {4}


def test_looking_at_a_card_marks_its_comments() -> None:
    """Those of other cards stay; a second look changes nothing."""
    mentions = of_ana(
        builders.team(
            builders.comment(1, 4, mentions=["ana"]),
            builders.comment(2, 4, mentions=["ana"]),
            builders.comment(3, 5, mentions=["ana"]),
        )
    )
    assert mentions.saw(4)
    assert not mentions.saw(4)

    assert mentions.count() == 1
    assert mentions.unread() == {5}


def test_a_newer_snapshot_brings_and_takes_comments() -> None:
    """A new comment counts, an edited one that names her no more does not, nor one that is gone."""
    team = builders.team()
    mentions = of_ana(team)
    for change, count in (
        (Change.insert("comments", builders.comment(7, 4, mentions=["ana"]), "said", 7), 1),
        (Change.insert("comments", builders.comment(8, 5, mentions=["ana"]), "said", 8), 2),
        (Change.update("comments", builders.comment(7, 4, mentions=["ana"]), "edited", mentions=[]), 1),
        (Change.insert("comments", builders.comment(8, 5, mentions=["ana"]), "said", 8).inverse(), 0),
    ):
        team = team.apply(change)
        mentions.follow(team, change.touched())
        assert mentions.count() == count


def test_a_snapshot_of_which_anything_may_differ_is_read_anew() -> None:
    """After a reload only what is there counts."""
    mentions = of_ana(builders.team(builders.comment(1, 4, mentions=["ana"])))
    mentions.follow(builders.team(builders.comment(2, 5, mentions=["ana"])), None)

    assert mentions.unread() == {5}


async def test_a_colleagues_words_are_counted_and_seen(office: Office) -> None:
    """The count comes without a key and goes when the card is opened; what is read there is not counted."""
    async with office.app() as pilot:
        assert "@" not in screen_text(pilot).splitlines()[0]
        ben = office.colleague("ben")
        said = builders.comment(-1, 5, "@ana look", mentions=["ana"])
        ben.commit(Change.insert("comments", said, "commented").signed("ben", builders.LATER))
        await until(pilot, lambda: " @1 " in screen_text(pilot).splitlines()[0], "the count")
        board(pilot).select_task(5)
        await packet(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CardDialog))
        ben.commit(Change.insert("comments", said, "commented").signed("ben", builders.LATER))
        await until(pilot, lambda: len(pilot.app.team.comments(5)) == 2, "the second one")
        await packet(pilot, "q")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen))

        assert "@" not in screen_text(pilot).splitlines()[0]


def test_odd_comments_of_other_programs_mention_nobody() -> None:
    """Whatever stands where the mentions and the card should be, the others still count."""
    team = builders.team(builders.comment(1, 4, mentions=["ana"]))
    odd = {2: {"mentions": None}, 3: {"mentions": 7, "task": 4}, 4: {"mentions": ["ana"], "task": "x"}, 5: {}}
    comments = {**team.tables["comments"], **odd}

    assert of_ana(Team({**team.tables, "comments": comments})).count() == 1
