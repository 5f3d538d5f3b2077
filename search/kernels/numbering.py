"""A number for each distinct word of some texts, by its code points."""

import secrets
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel


@kernel
def hash_words(codes: Any, bounds: Any, seed: Any) -> Any:
    """A uint64 for each word: two characters at a time are multiplied in (as FNV-1a does a byte,
    with the upper half mixed down each time), then murmur's finaliser. Who does not know the seed
    cannot choose words that share one."""
    step, last = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xFF51AFD7ED558CCD)
    half, third = np.uint64(32), np.uint64(29)
    hashes = np.empty(len(bounds), np.uint64)
    for word in range(len(bounds)):
        at, end = bounds[word, 0], bounds[word, 1]
        mixed = seed
        while at + 1 < end:
            mixed = (mixed ^ (np.uint64(codes[at]) | np.uint64(codes[at + 1]) << half)) * step
            mixed ^= mixed >> half
            at += 2
        if at < end:
            mixed = (mixed ^ np.uint64(codes[at])) * step
        mixed = (mixed ^ mixed >> third) * last
        hashes[word] = mixed ^ mixed >> half
    return hashes


class Slots(NamedTuple):
    """What a table of words is kept in; a hash's slot is its lowest bits, or the next free one."""

    hashes: NDArray[np.uint64]
    numbers: NDArray[np.int32]  # -1 in a free slot
    letters: NDArray[np.uint32]  # of each word, one behind the other
    ends: NDArray[np.int64]  # of word 3: letters[ends[3]:ends[4]]
    counts: NDArray[np.int64]  # words there are; of those asked for, the numbered, the new


@kernel
def number_words(codes: Any, bounds: Any, hashes: Any, slots: Any, found: Any) -> None:
    """Each word's number into ``found[0]``, a new word's being the next, and which of the words
    are new into ``found[1]``; stops where there is no room for a new word."""
    kept, numbers, letters, ends, counts = slots
    mask, one = np.uint64(len(numbers) - 1), np.uint64(1)
    count, at, fresh = counts
    while at < len(bounds):
        start, length, hashed = bounds[at, 0], bounds[at, 1] - bounds[at, 0], hashes[at]
        slot = hashed & mask
        while numbers[slot] >= 0:
            place = ends[numbers[slot]]
            if kept[slot] == hashed and ends[numbers[slot] + 1] - place == length:
                same = 0
                while same < length and letters[place + same] == codes[start + same]:
                    same += 1
                if same == length:
                    break
            slot = (slot + one) & mask
        if numbers[slot] < 0:
            used = ends[count]
            if count + 1 == len(ends) or used + length > len(letters):
                break
            for letter in range(length):
                letters[used + letter] = codes[start + letter]
            ends[count + 1] = used + length
            kept[slot], numbers[slot] = hashed, count
            found[1, fresh] = at
            count += 1
            fresh += 1
        found[0, at] = numbers[slot]
        at += 1
    counts[0], counts[1], counts[2] = count, at, fresh


@kernel
def move_words(old: Any, new: Any) -> None:
    """Put the hashes and numbers of the old slots into the new, which are more."""
    mask = np.uint64(len(new.numbers) - 1)
    for word in range(len(old.numbers)):
        if old.numbers[word] >= 0:
            slot = old.hashes[word] & mask
            while new.numbers[slot] >= 0:
                slot = (slot + np.uint64(1)) & mask
            new.hashes[slot], new.numbers[slot] = old.hashes[word], old.numbers[word]


class WordTable:
    """Words by their code points, numbered from 0 in the order in which they are first seen."""

    def __init__(self, size: int = 1 << 16) -> None:
        self._seed = np.uint64(secrets.randbits(64))
        self._slots = _make_slots(size, size * 4)

    def __len__(self) -> int:
        return int(self._slots.counts[0])

    def number(
        self, codes: NDArray[np.uint32], bounds: NDArray[np.int32]
    ) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Each word's number, and which of these words are new: the first is ``bounds[new[0]]``
        and has the number that ``len`` was before, the second the next."""
        hashes = hash_words(codes, bounds, self._seed)
        found = np.empty((2, len(bounds)), np.int32)
        self._slots.counts[1:] = 0
        number_words(codes, bounds, hashes, self._slots, found)
        while self._slots.counts[1] < len(bounds):
            self._grow(*bounds[self._slots.counts[1]].tolist())
            number_words(codes, bounds, hashes, self._slots, found)
        return found[0], found[1, : self._slots.counts[2]]

    def _grow(self, start: int, end: int) -> None:
        """Room for this word and as many again."""
        old, count = self._slots, len(self)
        used = int(old.ends[count])
        is_full = count + 1 >= len(old.ends)
        letters = max(len(old.letters), 2 * (used + end - start))
        self._slots = new = _make_slots(len(old.numbers) * (1 + is_full), letters)
        new.letters[:used], new.ends[: count + 1] = old.letters[:used], old.ends[: count + 1]
        new.counts[:] = old.counts
        move_words(old, new)


def _make_slots(slots: int, letters: int) -> Slots:
    """None taken; at most half will be, so that a free one is near."""
    return Slots(
        np.zeros(slots, np.uint64),
        np.full(slots, -1, np.int32),
        np.empty(letters, np.uint32),
        np.zeros(slots // 2 + 1, np.int64),
        np.zeros(3, np.int64),
    )
