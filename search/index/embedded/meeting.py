"""Meeting: the stories of one segment that have all of some words."""

from typing import TYPE_CHECKING

import numpy as np

from ...kernels import marks as marking
from ...kernels import meeting as kernels
from ...kernels.best import best_of_list
from ...kernels.lists import decode_docs
from ...kernels.scores import score_list, score_postings
from .hits import NO_SCORES, Hits
from .hot import ANY_CODE, NO_MARKS, Marks
from .posted import Posted
from .runs import Ints

if TYPE_CHECKING:
    from .execute import Finder


FEW = 256  # stories that are scored as quickly as looked at


class Meeting:
    """Stories that have every word met so far; what the words add is worked out at the end, for
    those that are left."""

    def __init__(self, finder: "Finder", start: Hits | None) -> None:
        """``start``: only of these stories; None of all."""
        self._finder = finder
        self._empty = finder.search.arena.empty
        self._is_open = start is None
        self.docs = start.docs.copy() if start else np.empty(0, np.int32)
        self._scores = start.scores if start else NO_SCORES
        # with the posting of each story; None where the whole list is left, from its first on
        self._met: list[tuple[Posted, Ints | None]] = []

    def keep(self, posted: Posted) -> None:
        """Keep those that have the word."""
        if self._is_open:
            self._is_open = False
            self._begin(posted)
            return
        kept, postings = (self._empty(self.docs.size, np.int64) for _ in range(2))
        marks = posted.marks()
        if marks:
            n = marking.meet_marks(marks.bits, self.docs, kept)
            marking.postings_in(
                marks.bits, marks.before, posted.list.posting, self.docs[:n], postings
            )
        else:
            n = kernels.meet_list(posted.list, posted.mask, self.docs, kept, postings)
        self._cut(kept[:n], self.docs[:n])
        self._met.append((posted, postings[:n]))

    def drop(self, docs: Ints) -> None:
        """Drop these stories."""
        kept = self._empty(self.docs.size, np.int64)
        n = kernels.part(self.docs, docs, kept)
        self._cut(kept[:n], self.docs[kept[:n]])

    def drop_marked(self, marks: Marks) -> None:
        """Drop the stories that are marked."""
        kept = self._empty(self.docs.size, np.int64)
        n = marking.part_marks(marks.bits, self.docs, kept)
        self._cut(kept[:n], self.docs[kept[:n]])

    def postings(self) -> dict[tuple[str, str], Ints]:
        """For each word's group and term its posting for each of the stories."""
        return {
            posted.sought[:2]: np.arange(
                posted.list.posting, posted.list.posting + posted.list.size
            )
            if postings is None
            else postings
            for posted, postings in self._met
        }

    def hits(self) -> Hits:
        """The stories, and what they score."""
        total = self._scores
        weights, leaf = self._finder.search.weights, self._finder.leaf
        for posted, postings in self._met if self._finder.is_scored else ():
            weighing = weights.weighing(posted.sought, leaf)
            if weighing:
                if not total.size:
                    total = self._empty(self.docs.size, float)
                    total.fill(0.0)
                where = posted.list.posting if postings is None else postings
                score = score_list if postings is None else score_postings
                score(posted.list.lists, where, self.docs, posted.mask, weighing, total)
        return Hits(self.docs, total)

    def best(self, room: int) -> Hits | None:
        """Those that may be among the ``room`` best, in no order; None where finding them takes
        no less than scoring all stories."""
        weights, leaf = self._finder.search.weights, self._finder.leaf
        scored = [one for one in self._met if weights.weighing(one[0].sought, leaf)]
        if len(scored) != 1 or self._scores.size or self.docs.size < max(room, FEW):
            return None
        posted, postings = scored[0]
        postings = self._empty(0, np.int64) if postings is None else postings
        found = Hits(self._empty(self.docs.size, np.int32), self._empty(self.docs.size, float))
        word = weights.weighed(posted, leaf, ANY_CODE)
        n = best_of_list(word, postings, self.docs, NO_MARKS, NO_SCORES, room, *found)
        return found.first(n)

    def _begin(self, posted: Posted) -> None:
        self.docs = self._empty(posted.list.size, np.int32)
        decode_docs(posted.list, self.docs)
        if posted.is_whole:
            self._met.append((posted, None))
            return
        postings = self._empty(posted.list.size, np.int64)
        lists, first, _, _ = posted.list
        n = kernels.keep_zones(lists, first, self.docs, posted.mask, postings)
        self.docs = self.docs[:n]
        self._met.append((posted, postings[:n]))

    def _cut(self, kept: Ints, docs: Ints) -> None:
        """Only these of the stories are left."""
        self.docs = docs
        self._met = [
            (posted, kept + posted.list.posting if postings is None else postings[kept])
            for posted, postings in self._met
        ]
        if self._scores.size:
            self._scores = self._scores[kept]
