"""The table of words, by its parts; ``test_words.py`` proves it as a whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.kernels.numbering import Slots, hash_words, move_words, number_words
from search.kernels.words import code_points

MASK = 2**64 - 1


def plain_hash(word: str, seed: int) -> int:
    """Two characters at a time multiplied in, then the finaliser."""
    mixed = seed
    for at in range(0, len(word), 2):
        pair = [ord(letter) for letter in word[at : at + 2]]
        mixed = (mixed ^ sum(code << 32 * n for n, code in enumerate(pair))) * 0x9E3779B97F4A7C15
        mixed &= MASK
        if len(pair) == 2:
            mixed ^= mixed >> 32
    mixed = (mixed ^ mixed >> 29) * 0xFF51AFD7ED558CCD & MASK
    return mixed ^ mixed >> 32


def laid_out(words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """The words one behind another, and where each begins and ends."""
    ends = np.cumsum([len(word) for word in words], dtype=np.int32)
    starts = ends - np.array([len(word) for word in words], np.int32)
    return code_points("".join(words)), np.stack([starts, ends], axis=1).reshape(-1, 2)


def table(slots: int, letters: int) -> Slots:
    return Slots(
        np.zeros(slots, np.uint64),
        np.full(slots, -1, np.int32),
        np.empty(letters, np.uint32),
        np.zeros(slots // 2 + 1, np.int64),
        np.zeros(3, np.int64),
    )


words = st.lists(st.text("ab\u00e9\U0001f5de", min_size=1, max_size=5), min_size=1, max_size=12)


@given(words, st.integers(0, MASK))
def test_a_hash_is_what_the_docstring_says(held: list[str], seed: int) -> None:
    found = hash_words(*laid_out(held), np.uint64(seed))
    assert found.tolist() == [plain_hash(word, seed) for word in held]


@pytest.mark.parametrize(
    ("held", "slots", "letters", "numbers", "reason"),
    [
        (["a", "b", "a"], 8, 9, [0, 1, 0], "a word has the number of its first sight"),
        (["a", "aa", "aaa"], 8, 9, [0, 1, 2], "one word may begin another"),
        (["a", "b", "c"], 4, 9, [0, 1], "half the slots are taken: no room for a third"),
        (["a", "b", "a", "c"], 4, 9, [0, 1, 0], "but for those that are known"),
        (["ab", "cde", "f"], 8, 4, [0], "no room for the letters"),
    ],
)
@pytest.mark.parametrize("hashed", [None, 7])
def test_words_are_numbered_while_there_is_room(
    held: list[str], slots: int, letters: int, numbers: list[int], reason: str, hashed: int | None
) -> None:
    """Though all had one hash."""
    codes, bounds = laid_out(held)
    hashes = hash_words(codes, bounds, np.uint64(1)) if hashed is None else alike(len(held), hashed)
    kept, found = table(slots, letters), np.empty((2, len(held)), np.int32)
    number_words(codes, bounds, hashes, kept, found)
    count, at, fresh = kept.counts.tolist()
    assert found[0, :at].tolist() == numbers, reason
    assert count == fresh == max(numbers) + 1
    assert [held[n] for n in found[1, :fresh].tolist()] == list(dict.fromkeys(held[:at]))


def alike(words: int, hashed: int) -> np.ndarray:
    return np.full(words, hashed, np.uint64)


@given(words, st.booleans())
def test_words_are_moved_with_their_numbers(held: list[str], same: bool) -> None:
    """Into more slots: each word is then found with the number that it had."""
    codes, bounds = laid_out(held)
    hashes = alike(len(held), 5) if same else hash_words(codes, bounds, np.uint64(1))
    small, large = table(32, 99), table(64, 99)
    before, after = np.empty((2, len(held)), np.int32), np.empty((2, len(held)), np.int32)
    number_words(codes, bounds, hashes, small, before)
    move_words(small, large)
    large.letters[:], large.ends[: small.ends.size] = small.letters, small.ends
    large.counts[0] = small.counts[0]
    number_words(codes, bounds, hashes, large, after)
    assert after[0].tolist() == before[0].tolist()
    assert large.counts[2] == 0  # none is new
