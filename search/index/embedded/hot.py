"""Hot: what is kept in memory of the words that many stories have, so that whether a story has one
is told at once, and of the words that were looked up lately."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...kernels.lists import PostingList
from ...kernels.marks import mark_list

SHARE = 16  # a word that one story in so many has is marked
MEMORY = 64 << 20  # bytes of marks that are kept, of one group of a segment


class Marks(NamedTuple):
    """As ``search.kernels.marks`` has them."""

    bits: NDArray[np.uint64]
    before: NDArray[np.int32]
    codes: NDArray[np.uint8]  # a flag for each code of counts that its postings have


CODES = 256
NO_MARKS = np.empty(0, np.uint64)
ANY_CODE = np.ones(CODES, np.uint8)


class Marked:
    """The marks of a group's words, made when they are first asked for."""

    def __init__(self, stories: int) -> None:
        self._stories = stories
        self._words = (stories + 63) // 64
        self._held: dict[int, Marks] = {}

    def of(self, term: PostingList) -> Marks | None:
        """The marks of a list; None for a short one, which is walked as quickly."""
        if term.size * SHARE < self._stories:
            return None
        found = self._held.get(term.posting)
        if found is None:
            bits, before = np.zeros(self._words, np.uint64), np.zeros(self._words, np.int32)
            found = Marks(bits, before, np.zeros(CODES, np.uint8))
            mark_list(term, *found)
            if len(self._held) * self._words * 12 > MEMORY:
                self._held = {}
            self._held[term.posting] = found
        return found
