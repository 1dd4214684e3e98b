"""The team's tags: agreeing on them, renaming, merging, putting away."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.change import Change
from store.errors import NotFound, Refused
from store.merge import rebase
from store.models import Tag
from store.rules import tags, tasks
from store.rules.integrity import check
from store.team import Team
from tests.builders import LONG_AGO, NOW, task, team

SPRING, BUG = 1, 2


def shop(*more: Tag) -> Team:
    """The shop team with two tags and three cards that carry words; the last card is archived."""
    cards = [
        task(1, tags=["Spring", "photo"]),
        task(2, tags=["bug"]),
        task(3, tags=["spring", "bug"], archived_at=LONG_AGO),
        task(4),
    ]
    agreed = [
        Tag(id=SPRING, name="spring", colour="green", position="A"),
        Tag(id=BUG, name="bug", colour="red", position="B"),
    ]
    return team(*agreed, *more, tasks=cards)


def words(team: Team, number: int) -> list[str]:
    """The tags of a card."""
    return team.task(number).tags


def done(before: Team, change: Change) -> Team:
    """The team after a change that holds, and that can be taken back to what was before."""
    after = before.apply(change)
    check(after, change)
    back = after.apply(rebase(change.inverse(), after.tables))
    assert back.tables == before.tables
    return after


def test_a_new_tag_comes_last() -> None:
    """It has what was given, and stands behind the others."""
    before = shop()

    change = tags.add(before, "#recall", "ana", NOW, colour="red", description="Dangerous")

    after = done(before, change)
    assert [tag.name for tag in after.tags] == ["spring", "bug", "recall"]
    assert (after.tags[-1].colour, after.tags[-1].description) == ("red", "Dangerous")
    assert (change.label, change.by, change.at) == ("added the tag “recall”", "ana", NOW)


@pytest.mark.parametrize(
    ("name", "fields", "sentence"),
    [
        ("Bug", {}, "There is already a tag “Bug”; choose another name."),
        ("#BUG", {}, "There is already a tag “BUG”; choose another name."),
        ("two words", {}, "The name “two words” is not one word without commas and #."),
        ("a,b", {}, "The name “a,b” is not one word without commas and #."),
        ("a#b", {}, "The name “a#b” is not one word without commas and #."),
        ("#", {}, "The name must not be empty."),
        ("x" * 61, {}, f"The name “{'x' * 39}…” is too long: 61 characters, and 60 is the most."),
        (
            "x",
            {"colour": "pink"},
            "The colour “pink” is not known; choose blue, green, yellow, red, magenta, cyan, orange or grey.",
        ),
        (
            "x",
            {"size": 1},
            "There is no field “size” in a tag; "
            "there are archived_at, colour, description, name and position.",
        ),
    ],
    ids=str,
)
def test_what_does_not_fit_a_tag_is_refused(name: str, fields: dict[str, Any], sentence: str) -> None:
    """The sentence names field and value."""
    with pytest.raises(Refused) as refused:
        tags.add(shop(), name, "ana", NOW, **fields)

    assert str(refused.value) == sentence


def test_colours_are_found_in_any_case_of_letters() -> None:
    """`tag_colours` has the tags that have a colour, by their casefolded name; archived ones are left out."""
    before = shop(
        Tag(id=3, name="Straße", colour="blue"),
        Tag(id=4, name="plain"),
        Tag(id=5, name="old", colour="red", archived_at=LONG_AGO),
    )

    assert before.tag_colours == {"spring": "green", "bug": "red", "strasse": "blue"}


def test_colours_are_kept_until_a_tag_changes() -> None:
    """Another card does not make them anew; another tag does."""
    before = shop()
    colours = before.tag_colours

    assert before.apply(tasks.archive(before, 1, "ana", NOW)).tag_colours is colours
    after = before.apply(tags.edit(before, BUG, "ana", NOW, colour="grey"))
    assert after.tag_colours == {"spring": "green", "bug": "grey"}


def test_use_is_counted_on_the_board_only() -> None:
    """Archived cards are not counted; cases of letters are one word, as the first card writes it."""
    uses = tags.in_use(shop())

    assert {low: (use.name, use.cards) for low, use in uses.items()} == {
        "spring": ("Spring", 1),
        "photo": ("photo", 1),
        "bug": ("bug", 1),
    }


def test_a_card_that_carries_a_word_twice_counts_once() -> None:
    """Two spellings on one card are one use."""
    assert tags.in_use(team(tasks=[task(1, tags=["Bug", "bug"])]))["bug"].cards == 1


def test_words_that_another_program_wrote_are_passed_over() -> None:
    """What is no list of words is no tag."""
    odd = Team({"tasks": {1: {"title": "x", "column": 1, "tags": [3, "a"]}, 2: {"title": "y", "tags": 7}}})

    assert list(tags.in_use(odd)) == ["a"]


def test_a_renamed_tag_is_renamed_on_all_its_cards() -> None:
    """Also on archived ones, whatever case of letters they have, and other words stay where they were."""
    before = shop()

    change = tags.rename(before, "#SPRING", "summer", "ana", NOW)

    after = done(before, change)
    assert after.tag(SPRING).name == "summer"
    assert [words(after, number) for number in (1, 2, 3, 4)] == [
        ["summer", "photo"],
        ["bug"],
        ["summer", "bug"],
        [],
    ]
    assert change.label == "renamed the tag “spring” to “summer” on 2 cards"


def test_only_the_case_of_letters_can_be_changed() -> None:
    """“spring” becomes “Spring”, also on the cards."""
    before = shop()

    after = done(before, tags.edit(before, SPRING, "ana", NOW, name="Spring"))

    assert (after.tag(SPRING).name, words(after, 1), words(after, 3)) == (
        "Spring",
        ["Spring", "photo"],
        ["Spring", "bug"],
    )


def test_a_word_that_only_cards_carry_can_be_renamed() -> None:
    """No tag is made by that."""
    before = shop()

    change = tags.rename(before, "photo", "picture", "ana", NOW)

    after = done(before, change)
    assert (words(after, 1), len(after.tags)) == (["Spring", "picture"], 2)
    assert change.label == "renamed the tag “photo” to “picture” on 1 card"


@pytest.mark.parametrize(
    ("name", "to", "sentence"),
    [
        ("spring", "bug", "There is already a tag “bug”; choose another name."),
        ("spring", "Photo", "“Photo” is on 1 card already; merge “spring” into it instead."),
        ("photo", "bug", "There is already a tag “bug”; choose another name."),
        ("spring", "a b", "The name “a b” is not one word without commas and #."),
        ("nothing", "x", "There is no tag “nothing”, and no card carries it."),
    ],
)
def test_what_cannot_be_renamed_says_why(name: str, to: str, sentence: str) -> None:
    """Two words would be mixed up, or there is nothing to rename."""
    with pytest.raises(Refused) as refused:
        tags.rename(shop(), name, to, "ana", NOW)

    assert str(refused.value) == sentence


def test_colour_and_name_are_changed_together() -> None:
    """One change has both, and says so."""
    before = shop()

    change = tags.edit(before, BUG, "ana", NOW, name="fault", colour="")

    after = done(before, change)
    assert (after.tag(BUG).name, after.tag(BUG).colour, words(after, 2)) == ("fault", "", ["fault"])
    assert change.label == "changed the name and colour of the tag “bug”"


def test_an_archived_tag_stays_on_its_cards() -> None:
    """It is not offered any more, and comes back when it is brought back."""
    before = shop()

    change = tags.archive(before, BUG, "ana", NOW)

    after = done(before, change)
    assert [tag.name for tag in after.tags] == ["spring"]
    assert words(after, 2) == ["bug"]
    assert change.label == "archived the tag “bug”"
    with pytest.raises(Refused, match="The tag “bug” is archived already"):
        tags.archive(after, BUG, "ana", NOW)
    back = tags.edit(after, BUG, "ana", NOW, archived_at=None)
    assert (len(after.apply(back).tags), back.label) == (2, "brought back the tag “bug”")


def test_a_tag_whose_name_is_given_again_stays_away() -> None:
    """An archived tag does not come back beside one of the same name."""
    away = shop().apply(tags.archive(shop(), BUG, "ana", NOW))
    again = away.apply(tags.add(away, "Bug", "ana", NOW))

    with pytest.raises(Refused, match="There is already a tag “bug”"):
        tags.edit(again, BUG, "ana", NOW, archived_at=None)


def test_tags_are_moved_among_each_other() -> None:
    """-1 is one up; at the edge nothing changes."""
    before = shop()

    assert [t.name for t in done(before, tags.move(before, BUG, -1, "ana", NOW)).tags] == ["bug", "spring"]
    assert not tags.move(before, BUG, 1, "ana", NOW)
    away = before.apply(tags.archive(before, BUG, "ana", NOW))
    with pytest.raises(Refused, match="The tag “bug” is archived; bring it back first"):
        tags.move(away, BUG, -1, "ana", NOW)


def test_merged_tags_are_one() -> None:
    """Cards carry the second instead of the first, each once; the first is archived."""
    before = shop()

    change = tags.merge(before, "spring", "BUG", "ana", NOW)

    after = done(before, change)
    assert [words(after, number) for number in (1, 2, 3)] == [["bug", "photo"], ["bug"], ["bug"]]
    assert [tag.name for tag in after.tags] == ["bug"]
    assert change.label == "merged the tag “spring” into “bug” on 2 cards"


def test_a_tag_can_be_merged_into_a_word_on_cards() -> None:
    """Words are tags without being agreed on, in both directions."""
    before = shop()

    assert words(done(before, tags.merge(before, "bug", "Photo", "ana", NOW)), 2) == ["photo"]
    assert words(done(before, tags.merge(before, "photo", "bug", "ana", NOW)), 1) == ["Spring", "bug"]


@pytest.mark.parametrize(
    ("name", "into", "sentence"),
    [
        ("bug", "#Bug", "The tag “bug” cannot be merged with itself; name another one."),
        ("bug", "nothing", "There is no tag “nothing”, and no card carries it."),
        ("nothing", "bug", "There is no tag “nothing”, and no card carries it."),
    ],
)
def test_what_cannot_be_merged_says_why(name: str, into: str, sentence: str) -> None:
    """Both must be there, and be two."""
    with pytest.raises(Refused) as refused:
        tags.merge(shop(), name, into, "ana", NOW)

    assert str(refused.value) == sentence


def test_there_is_no_tag_of_a_number_that_was_never_given() -> None:
    """The sentence names the number."""
    with pytest.raises(NotFound, match="There is no tag 9"):
        tags.edit(shop(), 9, "ana", NOW, colour="red")


def test_two_people_who_agree_on_the_same_tag_have_one() -> None:
    """Whoever comes second is refused, though neither saw the other's."""
    before = shop()
    mine, theirs = (
        tags.add(before, "recall", "ana", NOW, id=-1),
        tags.add(before, "Recall", "ben", NOW, id=-2),
    )
    after = before.apply(theirs).apply(mine)

    with pytest.raises(Refused, match="There is already a tag called “recall”; choose another"):
        check(after, mine)


def test_a_word_that_somebody_adds_meanwhile_stays() -> None:
    """Renaming on top of a colleague's edit of the same card's tags keeps both."""
    before = shop()
    mine = tags.rename(before, "spring", "summer", "ana", NOW)
    theirs = before.apply(tasks.edit(before, 1, "ben", NOW, tags=["Spring", "photo", "urgent"]))

    after = theirs.apply(rebase(mine, theirs.tables))

    assert set(words(after, 1)) == {"summer", "photo", "urgent"}


def test_ten_thousand_cards_are_one_change() -> None:
    """Renaming touches exactly the cards that carry the word, and writes only their tags."""
    before = team(
        Tag(id=1, name="spring"),
        tasks=[task(number, tags=["spring", "x"] if number % 2 else ["x"]) for number in range(1, 10_001)],
    )

    change = tags.rename(before, "spring", "summer", "ana", NOW)

    assert len(change.edits) == 5_001
    assert all(set(edit.after or ()) == {"tags"} for edit in change.edits[1:])
    assert tags.in_use(before.apply(change))["summer"].cards == 5_000


WORDS = st.lists(st.sampled_from(["a", "A", "b", "B", "c", "ß", "ss"]), unique=True, max_size=5)


@given(st.lists(WORDS, max_size=5), st.sampled_from("aBc"), st.sampled_from(["new", "a", "ss"]))
def test_after_a_rename_or_merge_no_card_has_the_old_word(cards: list[list[str]], old: str, new: str) -> None:
    """Whoever had it has the new one, once; everything else stays in its order; and it can be taken back."""
    before = team(tasks=[task(number, tags=some) for number, some in enumerate(cards, 1)])
    for rule in (tags.rename, tags.merge):
        try:
            change = rule(before, old, new, "ana", NOW)
        except Refused:
            continue
        after = done(before, change)
        for number, some in enumerate(cards, 1):
            folded = [word.casefold() for word in words(after, number)]
            had = old.casefold() in [word.casefold() for word in some]
            assert old.casefold() == new.casefold() or old.casefold() not in folded
            if had:
                assert folded.count(new.casefold()) == 1
            same = {old.casefold(), new.casefold()}
            assert [w for w in words(after, number) if w.casefold() not in same] == [
                w for w in some if w.casefold() not in same
            ]
