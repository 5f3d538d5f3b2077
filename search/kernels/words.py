"""Words and sentences of a text as code points: where they stand, as ``search.text`` says in
regular expressions, and a number for each distinct word. Many texts may be read at once, joined
by blank lines: no word, sentence or paragraph goes over one.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import kernel
from .characters import (
    ALONE,
    APOSTROPHE,
    CLOSER,
    DIGIT,
    FOLDED,
    INNER,
    LETTER,
    LOWER,
    OPENER,
    OTHER,
    SPACE,
    STOP,
    VOICING,
    WORD,
)

_DOT, _COMMA, _HYPHEN, _NEWLINE = ord("."), ord(","), ord("-"), ord("\n")
_LONGEST_ABBREVIATION = 7  # letters that an abbreviation may have
_LOOKED_AT = 12  # characters before a full stop that may be an abbreviation
_NO = np.array([ord("n"), ord("o")])
_SHORT = 6  # an abbreviation with stops in it is shorter: "U.S"


def code_points(text: str) -> NDArray[np.uint32]:
    """The text's characters as numbers; not writable, as all kernels here want them."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


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
def sentence_bounds(codes: Any, classes: Any, known: Any) -> Any:
    """Start and end of each sentence, as rows of int32, and the numbers of those that begin a
    paragraph: ``find_sentences`` and ``find_paragraphs`` of ``search.text``. ``known`` are, packed,
    the abbreviations and the openings there."""
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
            and _ends_sentence(codes, classes, known, start, end)
        ):
            bounds[count, 0], bounds[count, 1] = start, end
            firsts[paragraphs] = count
            paragraphs += is_first
            count += 1
            start, is_first = at, parts
    return bounds[:count].copy(), firsts[:paragraphs].copy()


@kernel
def _ends_sentence(codes: Any, classes: Any, known: Any, start: Any, end: Any) -> Any:
    """Whether the sentence from ``start`` is over where this run of characters ends."""
    last = end - 1
    while last > start and classes[codes[last]] & CLOSER:
        last -= 1
    if not classes[codes[last]] & STOP:
        return False
    behind = end
    while classes[codes[behind]] & SPACE:
        behind += 1
    if classes[codes[behind]] & LOWER:
        return False
    is_alone = last == start or not classes[codes[last - 1]] & STOP
    if last < end - 1 or codes[last] != _DOT or not is_alone:
        return True
    return not _runs_on(codes, classes, known, start, last, behind)


@kernel
def _runs_on(codes: Any, classes: Any, known: Any, start: Any, stop: Any, behind: Any) -> Any:
    """Whether an abbreviation or an initial stands before this full stop, and a sentence does not
    plainly open behind it."""
    abbreviations, openings = known
    start, end = max(start, stop - _LOOKED_AT), stop
    while end > start and classes[codes[end - 1]] & SPACE:
        end -= 1
    at = end
    while at > start and not classes[codes[at - 1]] & SPACE:
        at -= 1
    is_first = at == start
    while at < end and classes[codes[at]] & OPENER:
        at += 1
    has_stops, part = False, at
    for place in range(at, end):
        has_stops |= codes[place] == _DOT
        if codes[place] == _HYPHEN:
            part = place + 1
    is_date = end - at == 1 and classes[codes[at]] & DIGIT and not is_first
    if is_date or (has_stops and end - at < _SHORT):
        stop = behind
        while stop < len(codes) and not classes[codes[stop]] & SPACE:
            stop += 1
        return not _has(openings, _pack(codes, classes, behind, stop))
    if end - at == _NO.size and codes[at] == _NO[0] and codes[at + 1] == _NO[1]:
        return classes[codes[behind]] & DIGIT != 0
    return end - at == 1 or _has(abbreviations, _pack(codes, classes, part, end))


@kernel
def _pack(codes: Any, classes: Any, start: Any, end: Any) -> Any:
    """The casefolded letters as ``pack_abbreviations`` has them; 0 where that has no such."""
    packed, length = 0, 0
    for place in range(start, end):
        folded = classes[codes[place]] >> FOLDED
        bytes_ = 1 + (folded > 0xFF) + (folded > 0xFFFF)
        packed, length = packed << 8 * bytes_ | folded, length + bytes_
        if folded == 0 or length > _LONGEST_ABBREVIATION:
            return 0
    return packed


@kernel
def _has(numbers: Any, wanted: Any) -> Any:
    for number in numbers:  # noqa: SIM110  # compiled as it stands
        if number == wanted:
            return True
    return False
