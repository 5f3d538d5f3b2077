"""Weights: BM25F over the text zones, multiplied out for kernels and for arrays.

``search.index.ranking`` is the plain meaning.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from ...kernels.best import Weighed
from ...kernels.scores import Weighing
from ...kernels.sorting import ZONE_BITS
from ...schema import TEXT_FIELDS
from .. import ranking
from .group import TEXT, Ints
from .posted import Posted
from .sought import Sought

if TYPE_CHECKING:
    from .view import Leaf, Listed

_BOOSTS = np.array([field.boost for field in TEXT_FIELDS])
_BOOSTS_OF_KEYS = (ranking.K1 + 1) * np.append(_BOOSTS, [0.0] * ((1 << ZONE_BITS) - _BOOSTS.size))
_NOTHING = np.empty(0)
KNOWN = 4_096  # words
_UNKNOWN: Any = object()
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


UNSCORED = Weighing(_NOTHING, _NOTHING, _NOTHING, np.empty((0, 0, 0), np.uint8))


class Weights:
    """What words weigh over all stories of a view. Those asked for lately are known."""

    def __init__(self, leaves: Sequence["Leaf"], stories: int, scales: tuple[Ints, Ints]) -> None:
        """``leaves`` are all of the view, ``stories`` how many live there, ``scales`` its own."""
        self._leaves = leaves
        self._stories = max(stories, 1)
        self._known: dict[Sought, Ints] = {}
        self._listed: dict[tuple[int, Sought], Listed | None] = {}
        self._weighings: dict[tuple[int, Sought], Weighing] = {}
        self._offsets, self._slopes = scales

    def listed(self, leaf: "Leaf", sought: Sought) -> "Listed | None":
        """``Leaf.find``, each word once."""
        key = (leaf.number, sought)
        found = self._listed.get(key, _UNKNOWN)
        return _keep(self._listed, key, leaf.find(sought)) if found is _UNKNOWN else found

    def weighing(self, sought: Sought, leaf: "Leaf") -> Weighing | None:
        """What a word adds to the stories of a segment; None for a word of a name field."""
        if sought.group != TEXT:
            return None
        key = (leaf.number, sought)
        found = self._weighings.get(key)
        if found is None:
            parts = self.of(sought), *self.parts(leaf)
            found = _keep(self._weighings, key, Weighing(*parts))
        return found

    def weighed(self, posted: Posted, leaf: "Leaf", codes: Ints) -> Weighed:
        """A word of the texts as ``search.kernels.best`` has it; ``codes`` are those of its
        postings."""
        weighing = self.weighing(posted.sought, leaf)
        assert weighing
        return Weighed(posted.list, posted.mask, weighing, leaf.segment.shortest, codes)

    def of_stories(self, stories: Ints) -> Ints:
        """The weights of words that so many stories have in each zone, (words, 1 << ZONE_BITS)
        both."""
        rare = np.log(self._stories / (stories + 1)) + 1
        return np.asarray(_BOOSTS_OF_KEYS * rare)

    def parts(self, leaf: "Leaf") -> tuple[Ints, Ints, Ints]:
        """Offsets, slopes and lengths of the text zones."""
        return self._offsets, self._slopes, leaf.segment.length_planes

    def of(self, sought: Sought) -> Ints:
        """What a word of the text fields weighs in each of them."""
        weights = self._known.get(sought)
        if weights is None:
            leaves = self._leaves
            held = [leaf.with_zone(sought, self.listed(leaf, sought)).tolist() for leaf in leaves]
            zones = [sum(zone) for zone in zip(*held, strict=True)]
            weights = _keep(self._known, sought, self._of_zones(zones))
        return weights

    def _of_zones(self, stories: Sequence[int]) -> Ints:
        """``of_stories`` for one word of the text fields."""
        rare = [math.log(self._stories / (n + 1)) + 1 for n in stories]
        return np.asarray(_BOOSTS * (ranking.K1 + 1) * np.array(rare))


def _keep(known: dict[_Key, _Value], key: _Key, value: _Value) -> _Value:
    """Keep what was found; all is forgotten when it is too much."""
    if len(known) >= KNOWN:
        known.clear()
    known[key] = value
    return value
