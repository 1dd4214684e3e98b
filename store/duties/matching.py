"""How near words are to each other: inflections, beginnings, parts and slips; in English and in German.

Words are compared one by one, not whole sentences: else a long name wins over the right one. `fuzz.ratio` of
RapidFuzz finds slips in a vocabulary of 3,000 words in 0.1 ms.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache, partial

SAME = 1.0
INFLECTED = 0.95
BEGUN = 0.9
"""It begins like that: `ship` for “shipping”."""
INSIDE = 0.8
"""It is a part of a longer word: `sendung` for “Rücksendung”."""
LONGER = 0.85
"""It goes on: `euro` for “EUR”."""
SLIP = 0.9
"""Of how equal the letters are, where some are too many, missing or the other way round."""
OTHER = 0.5
"""The same where a letter is another one: as often another word (parking, packing)."""
_LEAST_EQUAL, _LEAST_OF_FEW, _FEW = 80.0, 88.0, 4
"""Percent of letters in common below which two words are two words; and where one has only a few letters."""
_LEAST_BEGUN, _LEAST_INSIDE, _LEAST_SLIP, _LEAST_STEM = 3, 4, 4, 3
"""Letters that a word needs for each of these."""
_MOST_LONGER = 3
"""Letters by which a word may go on."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"})
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_ENDINGS = frozenset(
    (
        *("s", "es", "ed", "ing", "er", "ers", "ies", "y", "ment", "ments", "ation", "ations"),
        *("ate", "ates", "ated", "ating", "ion", "ions"),
        *("e", "n", "en", "ern", "ung", "ungen", "em"),
    )
)
_LONGEST_ENDING = max(map(len, _ENDINGS))
_COMMON = (
    "a an and are as at be by can do does for from has have how i if in is it my of on or our over that the "
    "their them then there this to under up us we what when where which who whom whose with you your "
    "an auf aus bei bis das dem den der des die ein eine einen einer fuer ich im in ist mit nach oder ob "
    "ueber um und unter vom von vor was wem wen wer wie wo zu zum zur"
)
_SAID_WITHOUT = frozenset(_COMMON.split())
"""Words that say nothing about what is asked."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in the one form in which they are compared; those that say nothing are left out."""
    bare = text.casefold()
    if not bare.isascii():
        plain = unicodedata.normalize("NFC", bare).translate(_UMLAUTS)
        bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    # Who looks for stocktaking means “stock-taking” as well.
    joined = [word.replace("-", "") for word in _JOINED.findall(bare)] if "-" in bare else []
    found = [w for w in _WORD.findall(bare) if w not in _SAID_WITHOUT and (len(w) > 1 or w.isdigit())]
    return (*found, *joined)


def small_words_of(text: str) -> frozenset[str]:
    """What `words_of` leaves out; it chooses between two that fit alike, “over 100” and “up to 100”."""
    return _SAID_WITHOUT.intersection(_WORD.findall(text.casefold()))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """What is left of a word without its ending: `refund` of “refunding”, `ship` of “shipped”."""
    for length in range(min(_LONGEST_ENDING, len(word) - _LEAST_STEM + 1), 0, -1):
        ending = word[-length:]
        if ending in _ENDINGS and len(word) - length >= _LEAST_STEM - (ending == "s"):
            word = word[:-length]
            break
    return word[:-1] if len(word) > _LEAST_STEM and word[-1] == word[-2] else word


def alike(text: str, names: Mapping[int, str], limit: int) -> list[int]:
    """The keys of the names that have most letters in common with a text, best first."""
    from rapidfuzz import fuzz, process

    return [key for _, _, key in process.extract(text, names, scorer=fuzz.WRatio, limit=limit)]


class Vocabulary:
    """Words to compare others with."""

    def __init__(self, words: Iterable[str]) -> None:
        # Imported where it is used, which may be a thread: it takes longer than a key may.
        from rapidfuzz import fuzz, process

        self._extract = partial(process.extract, scorer=fuzz.ratio, score_cutoff=_LEAST_EQUAL, limit=None)
        self._words = sorted(set(words))
        self._known = frozenset(self._words)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            self._by_stem[stem(word)].append(word)
        self._stems = [known for known in self._by_stem if len(known) >= _LEAST_SLIP]
        self._found: dict[str, dict[str, float]] = {}

    def near(self, word: str) -> dict[str, float]:
        """The words that are near to one, with how near: 1 is the same."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._near(word)
        return found

    def _near(self, word: str) -> dict[str, float]:
        if word.isdigit():
            return {word: SAME} if word in self._known else {}
        found: dict[str, float] = {}
        base = stem(word)
        if len(base) >= _LEAST_SLIP:
            for other, equal, _ in self._extract(base, self._stems):
                if equal >= _LEAST_OF_FEW or min(len(base), len(other)) > _FEW:
                    found |= dict.fromkeys(self._by_stem[other], _slip(base, other) * equal / 100)
        if len(word) >= _LEAST_INSIDE:
            found |= {other: max(INSIDE, found.get(other, 0)) for other in self._words if word in other}
        if len(word) >= _LEAST_BEGUN:
            shorter = (word[:-n] for n in range(1, _MOST_LONGER + 1) if len(word) - n >= _LEAST_BEGUN)
            found |= dict.fromkeys((other for other in shorter if other in self._known), LONGER)
            found |= dict.fromkeys((other for other in self._words if other.startswith(word)), BEGUN)
        found |= dict.fromkeys(self._by_stem.get(base, ()), INFLECTED)
        if word in self._known:
            found[word] = SAME
        return found


def _slip(word: str, other: str) -> float:
    is_another_letter = len(word) == len(other) and sorted(word) != sorted(other)
    return OTHER if is_another_letter else SLIP
