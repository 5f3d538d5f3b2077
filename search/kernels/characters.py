"""What each character is, as bits that the kernels of ``words`` look up."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

# a character's classes, a bit each, in the order in which ``Characters`` is given them
LETTER, DIGIT, ALONE, VOICING, OTHER, INNER = 1, 2, 4, 8, 16, 32
APOSTROPHE, WORD, SPACE, STOP, CLOSER, OPENER = 64, 128, 256, 512, 1024, 2048
LOWER = 4096  # str.islower
FOLDED = 32  # above this bit: the casefolded character, a byte each letter, where that is ASCII
_NEAR = 0x3000  # characters below this are classed at once, others a page at a time when seen
_PAGE = 256


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
        found = pack_abbreviations(map(str.casefold, letters)) << FOLDED
        found |= np.fromiter(map(str.islower, letters), np.int64) * LOWER
        for bit, pattern in enumerate(self._patterns):
            for run in pattern.finditer("".join(letters)):
                found[run.start() : run.end()] |= 1 << bit
        self._table[first:behind] = found


def pack_abbreviations(forms: Iterable[str]) -> NDArray[np.int64]:
    """Each form's letters as the bytes of one number; 0 where they are not ASCII."""
    packed = (int.from_bytes(form.encode()) if form.isascii() else 0 for form in forms)
    return np.fromiter(packed, np.int64)
