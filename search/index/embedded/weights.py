"""Weights: BM25F over the text zones, multiplied out for kernels and for arrays.

``search.index.ranking`` is the plain meaning.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ...kernels.best import Weighed
from ...kernels.sorting import ZONE_BITS
from ...schema import TEXT_FIELDS
from .. import ranking
from .group import TEXT, Ints
from .posted import Posted
from .sought import Sought
from .view import Leaf, Listed, View

_BOOSTS = np.array([field.boost for field in TEXT_FIELDS])
_BOOSTS_OF_KEYS = (ranking.K1 + 1) * np.append(_BOOSTS, [0.0] * ((1 << ZONE_BITS) - _BOOSTS.size))
_NOTHING = np.empty(0)


class Weighing(NamedTuple):
    """A word adds ``weights * tf / (tf + offsets + slopes * length)`` in each zone; ``lengths``
    are in planes."""

    weights: Ints
    offsets: Ints
    slopes: Ints
    lengths: Ints


UNSCORED = Weighing(_NOTHING, _NOTHING, _NOTHING, np.empty((0, 0, 0), np.uint8))


class Weights:
    """What words weigh over all stories of a view; each word is counted once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[Sought, Ints] = {}
        self._listed: dict[tuple[int, Sought], Listed | None] = {}
        self._offsets, self._slopes = view.scales

    def listed(self, leaf: Leaf, sought: Sought) -> Listed | None:
        """``Leaf.find``, each word once."""
        key = (leaf.number, sought)
        if key not in self._listed:
            self._listed[key] = leaf.find(sought)
        return self._listed[key]

    def weighing(self, sought: Sought, leaf: Leaf) -> Weighing | None:
        """What a word adds to the stories of a segment; None for a word of a name field."""
        if sought.group != TEXT:
            return None
        return Weighing(self.of(sought), self._offsets, self._slopes, leaf.segment.length_planes)

    def weighed(self, posted: Posted, leaf: Leaf, codes: Ints) -> Weighed:
        """A word of the texts as ``search.kernels.best`` has it; ``codes`` are those of its
        postings."""
        weighing = self.weighing(posted.sought, leaf)
        assert weighing
        return Weighed(*posted[1:6], *weighing, leaf.segment.shortest, codes)

    def of_stories(self, stories: Ints) -> Ints:
        """The weights of words that so many stories have in each zone, (words, 1 << ZONE_BITS)
        both."""
        rare = np.log(max(self._view.stories, 1) / (stories + 1)) + 1
        return np.asarray(_BOOSTS_OF_KEYS * rare)

    def parts(self, leaf: Leaf) -> tuple[Ints, Ints, Ints]:
        """Offsets, slopes and lengths of the text zones."""
        return self._offsets, self._slopes, leaf.segment.length_planes

    def of(self, sought: Sought) -> Ints:
        """What a word of the text fields weighs in each of them."""
        if sought not in self._known:
            leaves = self._view.leaves
            held = [leaf.with_zone(sought, self.listed(leaf, sought)).tolist() for leaf in leaves]
            self._known[sought] = self._of_zones([sum(zone) for zone in zip(*held, strict=True)])
        return self._known[sought]

    def _of_zones(self, stories: Sequence[int]) -> Ints:
        """``of_stories`` for one word of the text fields."""
        every = max(self._view.stories, 1)
        rare = [math.log(every / (n + 1)) + 1 for n in stories]
        return np.asarray(_BOOSTS * (ranking.K1 + 1) * np.array(rare))
