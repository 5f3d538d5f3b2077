"""Weights: BM25F over the text zones, multiplied out for kernels and for arrays.

``search.index.ranking`` is the plain meaning.
"""

from typing import NamedTuple

import numpy as np

from ...schema import TEXT_FIELDS
from .. import ranking
from .group import TEXT, Ints
from .sought import Sought
from .view import Leaf, View

NOTHING = np.zeros(1)  # what a word of a name field adds
_NO_LENGTHS = np.zeros((1, 1), np.int32)


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
        averages = np.where(view.averages > 0, view.averages, 1.0)
        self._offsets = np.full(len(TEXT_FIELDS), ranking.K1 * (1 - ranking.B))
        self._slopes = ranking.K1 * ranking.B / averages

    def weighing(self, sought: Sought, leaf: Leaf) -> Weighing:
        """What a word adds to the stories of a segment."""
        if sought.group != TEXT:
            return Weighing(NOTHING, NOTHING, NOTHING, _NO_LENGTHS)
        return Weighing(self._of(sought), self._offsets, self._slopes, leaf.segment.lengths)

    def scores(self, sought: Sought, leaf: Leaf, docs: Ints, counts: Ints, masks: Ints) -> Ints:
        """What a word adds to these documents, where it has these (documents, zones) counts, in
        the zones whose bit is set."""
        total = np.zeros(docs.size)
        weights, offsets, slopes, lengths = self.weighing(sought, leaf)
        for zone in range(counts.shape[1]):
            tf = np.where(masks >> zone & 1, counts[:, zone], 0)
            if weights[zone] > 0.0 and tf.any():
                norm = offsets[zone] + slopes[zone] * lengths[zone, docs]
                total += weights[zone] * tf / (tf + norm)
        return total

    def _of(self, sought: Sought) -> Ints:
        if sought not in self._known:
            with_zone = sum(leaf.with_zone(sought) for leaf in self._view.leaves)
            self._known[sought] = np.array(
                [
                    field.boost * (ranking.K1 + 1) * ranking.rarity(self._view.stories, int(n))
                    for field, n in zip(TEXT_FIELDS, np.atleast_1d(with_zone), strict=True)
                ]
            )
        return self._known[sought]
