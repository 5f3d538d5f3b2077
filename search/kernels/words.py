"""Words and sentences of a text as code points: where they stand, as ``search.text`` says in
regular expressions, and a number for each distinct word. Many texts may be read at once, joined
by blank lines: no word, sentence or paragraph goes over one.
"""

import re
import secrets
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel

# a character's classes, a bit each, in the order in which ``Characters`` is given them
LETTER, DIGIT, ALONE, VOICING, OTHER, INNER = 1, 2, 4, 8, 16, 32
APOSTROPHE, WORD, SPACE, STOP, CLOSER, OPENER = 64, 128, 256, 512, 1024, 2048
_LOWER = 4096  # str.islower
_FOLDED = 32  # above this bit: the casefolded character, a byte each letter, where that is ASCII
_NEAR = 0x3000  # characters below this are classed at once, others a page at a time when seen
_PAGE = 256
_DOT, _COMMA, _NEWLINE = ord("."), ord(","), ord("\n")
_LONGEST_ABBREVIATION = 7  # letters that an abbreviation may have
_LOOKED_AT = 12  # characters before a full stop that may be an abbreviation
_SHORT = 6  # an abbreviation with stops in it is shorter: "U.S"


def code_points(text: str) -> NDArray[np.uint32]:
    """The text's characters as numbers; not writable, as all kernels here want them."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


class Characters:
    """The classes of each character, found out by asking regular expressions of one character:
    twelve, in the order LETTER to OPENER."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = [re.compile(f"(?:{pattern})+", re.VERBOSE) for pattern in patterns]
        self._table = np.zeros(0x110000, np.int64)
        self._classed = set(range(_NEAR // _PAGE))
        self._class(0, _NEAR)

    def classes(self, codes: NDArray[np.uint32]) -> NDArray[np.int64]:
        """By code point, the classes of every character that is in the text."""
        if codes.max(initial=0) >= _NEAR:
            for page in {*np.unique(codes[codes >= _NEAR] // _PAGE).tolist()} - self._classed:
                self._class(page * _PAGE, (page + 1) * _PAGE)
                self._classed.add(page)
        return self._table

    def _class(self, first: int, behind: int) -> None:
        letters = list(map(chr, range(first, behind)))
        found = pack_abbreviations(map(str.casefold, letters)) << _FOLDED
        found |= np.fromiter(map(str.islower, letters), np.int64) * _LOWER
        for bit, pattern in enumerate(self._patterns):
            for run in pattern.finditer("".join(letters)):
                found[run.start() : run.end()] |= 1 << bit
        self._table[first:behind] = found


def pack_abbreviations(forms: Iterable[str]) -> NDArray[np.int64]:
    """Each form's letters as the bytes of one number; 0 where they are not ASCII."""
    packed = (int.from_bytes(form.encode()) if form.isascii() else 0 for form in forms)
    return np.fromiter(packed, np.int64)


@kernel
def word_bounds(codes: Any, classes: Any) -> Any:
    """Start and end of each word, as rows of int32: each match of ``search.text``'s expression.

    Nearly every word is a whole run of letters with nothing behind it that could belong to it.
    """
    edges = _edges(codes, classes)
    bounds = np.empty((len(codes), 2), np.int32)
    count = at = 0  # what is before ``at`` is read
    for run in range(len(edges) - 1):
        start, end = max(edges[run], at), edges[run + 1]
        kind = classes[codes[start]] if start < end else 0
        if kind & OTHER and not _goes_on(codes, classes, end):
            bounds[count, 0], bounds[count, 1] = start, end
            count += 1
        elif kind & (WORD | ALONE):
            at = start
            while at < end:
                behind = _word_end(codes, classes, at)
                if behind > at:
                    bounds[count, 0], bounds[count, 1] = at, behind
                    count += 1
                at = max(behind, at + 1)
    return bounds[:count].copy()


@kernel
def _edges(codes: Any, classes: Any) -> Any:
    """Where runs of letters, of Chinese and Japanese, and of all else start, and the text's end;
    without a branch, as nobody can guess where a word ends."""
    edges = np.empty(len(codes) + 1, np.int32)
    count, before = 0, -1
    for at in range(len(codes)):
        kind = classes[codes[at]] & (OTHER | WORD | ALONE)
        edges[count] = at
        count += kind != before
        before = kind
    edges[count] = len(codes)
    return edges[: count + 1]


@kernel
def _goes_on(codes: Any, classes: Any, end: Any) -> Any:
    """Whether a word that starts in a run of letters may end elsewhere than the run."""
    if end == len(codes):
        return False
    kind = classes[codes[end]]
    if not kind & (INNER | STOP | APOSTROPHE) and codes[end] != _COMMA:
        return False
    behind = classes[codes[end + 1]] if end + 1 < len(codes) else 0
    return kind & INNER or behind & WORD


@kernel
def _word_end(codes: Any, classes: Any, at: Any) -> Any:
    """Where the word that starts here ends; here, if none does."""
    kind = classes[codes[at]]
    end = at
    if kind & LETTER:
        end = _initials_end(codes, classes, at)
    elif kind & DIGIT:
        end = _number_end(codes, classes, at)
    if end > at:
        return end
    if kind & ALONE:
        return at + 2 if at + 1 < len(codes) and classes[codes[at + 1]] & VOICING else at + 1
    return _letters_end(codes, classes, at) if kind & OTHER else at


@kernel
def _initials_end(codes: Any, classes: Any, at: Any) -> Any:
    """U.S. or U.S.A: two or more letters with a stop each, and a last one that begins no word."""
    end = at
    while end + 1 < len(codes) and codes[end + 1] == _DOT and classes[codes[end]] & LETTER:
        end += 2
    if end < at + 4:
        return at
    if end < len(codes) and classes[codes[end]] & LETTER:
        begins = end + 1 < len(codes) and classes[codes[end + 1]] & WORD
        return end if begins else end + 1
    return end


@kernel
def _number_end(codes: Any, classes: Any, at: Any) -> Any:
    """1,500.75: digits parted by single stops or commas, at least one of these."""
    end, whole = at, at
    while True:
        while end < len(codes) and classes[codes[end]] & DIGIT:
            end += 1
        parts = end + 1 < len(codes) and (codes[end] == _DOT or codes[end] == _COMMA)
        if not parts or not classes[codes[end + 1]] & DIGIT:
            return end if whole > at else at
        end += 1
        whole = end


@kernel
def _letters_end(codes: Any, classes: Any, at: Any) -> Any:
    """Letters and digits, what stands unseen between them, and apostrophes inside."""
    end = at + 1
    while True:
        while end < len(codes) and classes[codes[end]] & (OTHER | INNER):
            end += 1
        goes_on = end + 1 < len(codes) and classes[codes[end]] & APOSTROPHE
        if not goes_on or not classes[codes[end + 1]] & OTHER:
            return end
        end += 2


@kernel
def sentence_bounds(codes: Any, classes: Any, abbreviations: Any) -> Any:
    """Start and end of each sentence, as rows of int32, and the numbers of those that begin a
    paragraph: ``find_sentences`` and ``find_paragraphs`` of ``search.text``."""
    bounds = np.empty((len(codes) // 2 + 1, 2), np.int32)
    firsts = np.empty(len(codes) // 2 + 1, np.int32)
    count = paragraphs = 0
    start, at, is_first = 0, 0, True
    while at < len(codes):
        end = at
        while end < len(codes) and not classes[codes[end]] & SPACE:
            end += 1
        at, lines = end, 0
        while at < len(codes) and classes[codes[at]] & SPACE:
            lines += codes[at] == _NEWLINE
            at += 1
        parts = lines > 1 or at == len(codes)  # a blank line, or all is read
        if end == start:  # space before the first word
            start = at
        elif parts or (
            classes[codes[end - 1]] & (STOP | CLOSER)
            and _ends_sentence(codes, classes, abbreviations, start, end)
        ):
            bounds[count, 0], bounds[count, 1] = start, end
            firsts[paragraphs] = count
            paragraphs += is_first
            count += 1
            start, is_first = at, parts
    return bounds[:count].copy(), firsts[:paragraphs].copy()


@kernel
def _ends_sentence(codes: Any, classes: Any, abbreviations: Any, start: Any, end: Any) -> Any:
    """Whether the sentence from ``start`` is over where this run of characters ends."""
    last = end - 1
    while last > start and classes[codes[last]] & CLOSER:
        last -= 1
    if not classes[codes[last]] & STOP:
        return False
    behind = end
    while classes[codes[behind]] & SPACE:
        behind += 1
    if classes[codes[behind]] & _LOWER:
        return False
    is_alone = last == start or not classes[codes[last - 1]] & STOP
    if last < end - 1 or codes[last] != _DOT or not is_alone:
        return True
    return not _is_abbreviated(codes, classes, abbreviations, start, last)


@kernel
def _is_abbreviated(codes: Any, classes: Any, abbreviations: Any, start: Any, stop: Any) -> Any:
    """Whether an abbreviation or an initial stands before this full stop."""
    start, end = max(start, stop - _LOOKED_AT), stop
    while end > start and classes[codes[end - 1]] & SPACE:
        end -= 1
    at = end
    while at > start and not classes[codes[at - 1]] & SPACE:
        at -= 1
    while at < end and classes[codes[at]] & OPENER:
        at += 1
    if end - at == 1:
        return True
    packed, length, has_stops, is_ascii = 0, 0, False, True
    for place in range(at, end):
        folded = classes[codes[place]] >> _FOLDED
        bytes_ = 1 + (folded > 0xFF) + (folded > 0xFFFF)
        packed, length = packed << 8 * bytes_ | folded, length + bytes_
        has_stops |= codes[place] == _DOT
        is_ascii &= folded > 0
    if has_stops and end - at < _SHORT:
        return True
    return is_ascii and 0 < length <= _LONGEST_ABBREVIATION and _has(abbreviations, packed)


@kernel
def _has(numbers: Any, wanted: Any) -> Any:
    for number in numbers:  # noqa: SIM110  # compiled as it stands
        if number == wanted:
            return True
    return False


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
            letters[used : used + length] = codes[start : start + length]
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
