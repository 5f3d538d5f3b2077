"""Weights: BM25F over the text zones, multiplied out for kernels and for arrays.

``search.index.ranking`` is the plain meaning.
"""

from typing import NamedTuple

import numpy as np

from ...kernels import forms as kernels
from ...schema import TEXT_FIELDS
from .. import ranking
from .group import TEXT, Ints
from .sought import Sought
from .view import Leaf, Listed, View

_BOOSTS = np.array([field.boost for field in TEXT_FIELDS])
NOTHING = np.zeros(1)  # what a word of a name field adds
_NO_LENGTHS = np.zeros((1, 1), np.int32)


class Stood(NamedTuple):
    """How often a word stands in documents: (documents, zones) counts, the documents' numbers, and
    a bit for each zone that counts there."""

    counts: Ints
    docs: Ints
    masks: Ints


class Weighing(NamedTuple):
    """A word adds ``weights * tf / (tf + offsets + slopes * length)`` in each zone."""

    weights: Ints
    offsets: Ints
    slopes: Ints
    lengths: Ints


class Weights:
    """What words weigh over all stories of a view; each word is counted once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[Sought, Ints] = {}
        self._listed: dict[tuple[int, Sought], Listed | None] = {}
        self.nothing = Weighing(np.zeros(len(TEXT_FIELDS)), NOTHING, NOTHING, _NO_LENGTHS)
        averages = np.where(view.averages > 0, view.averages, 1.0)
        self._offsets = np.full(len(TEXT_FIELDS), ranking.K1 * (1 - ranking.B))
        self._slopes = ranking.K1 * ranking.B / averages

    def listed(self, leaf: Leaf, sought: Sought) -> Listed | None:
        """``Leaf.find``, each word once."""
        key = (leaf.number, sought)
        if key not in self._listed:
            self._listed[key] = leaf.find(sought)
        return self._listed[key]

    def weighing(self, sought: Sought, leaf: Leaf) -> Weighing:
        """What a word adds to the stories of a segment."""
        if sought.group != TEXT:
            return Weighing(NOTHING, NOTHING, NOTHING, _NO_LENGTHS)
        return Weighing(self._of(sought), self._offsets, self._slopes, leaf.segment.lengths)

    def add_scores(self, sought: Sought, leaf: Leaf, stood: Stood, total: Ints) -> None:
        """Add to ``total`` what a word adds to some documents."""
        if sought.group == TEXT:
            kernels.score_counts(*stood, *self.weighing(sought, leaf), total)

    def of_stories(self, stories: Ints) -> Ints:
        """(words, zones): the weights of words that so many stories have in each zone."""
        if stories.shape[1] != len(TEXT_FIELDS):
            return np.zeros(stories.shape)
        rare = np.log(max(self._view.stories, 1) / (stories + 1)) + 1
        return np.asarray(_BOOSTS * (ranking.K1 + 1) * rare)

    def parts(self, leaf: Leaf) -> tuple[Ints, Ints, Ints]:
        """Offsets, slopes and lengths of the text zones."""
        return self._offsets, self._slopes, leaf.segment.lengths

    def _of(self, sought: Sought) -> Ints:
        if sought not in self._known:
            with_zone = sum(
                leaf.with_zone(sought, self.listed(leaf, sought)) for leaf in self._view.leaves
            )
            self._known[sought] = self.of_stories(np.atleast_2d(with_zone))[0]
        return self._known[sought]
