"""Hits: the stories of one segment that a node finds."""

from typing import NamedTuple

import numpy as np

from .runs import Ints


class Hits(NamedTuple):
    """Numbers of stories, in order, each once, and what each scores; no scores where nothing
    adds to them."""

    docs: Ints
    scores: Ints

    def first(self, n: int) -> "Hits":
        """The first n of them: what a kernel has kept."""
        return Hits(self.docs[:n], self.scores[:n])

    def scored(self) -> "Hits":
        """The same, with a score for each."""
        return self if self.scores.size else Hits(self.docs, np.zeros(self.docs.size))


class OutOfTime(Exception):
    """The search has used up its time."""


NO_SCORES = np.empty(0)


def no_hits() -> Hits:
    """None at all."""
    return Hits(np.empty(0, np.int32), NO_SCORES)
