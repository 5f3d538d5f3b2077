"""FacetColumn: the values of one facet, story by story, as a segment keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ..row import Value
from .planes import join_planes, split_planes
from .runs import Ints, starts_of


class Kept(NamedTuple):
    """The numbers of the values as the segment's file has them: ``first`` (planes, stories), each
    story's first, V for none. Stories with several have a bit in ``several``, and are numbered:
    ``before`` is how many there are before each 64 stories. The other values of number n are
    ``more[at[n]:at[n + 1]]``. Where none has several all but ``first`` are empty."""

    first: Ints
    several: Ints
    before: Ints
    at: Ints
    more: Ints


@dataclass(frozen=True)
class FacetColumn:
    """The values, and their numbers for each story."""

    values: Sequence[Value]
    kept: Kept

    @property
    def stories(self) -> int:
        """How many there are."""
        return int(self.kept.first.shape[1])

    def stories_of(self, number: int) -> Ints:
        """The stories that have a value, in order."""
        at, stories = self._by_value
        return stories[at[number] : at[number + 1]]

    @cached_property
    def _by_value(self) -> tuple[Ints, Ints]:
        """Where the stories of each value start, and the stories."""
        sizes, ids = all_values(self)
        is_small = len(self.values) < 1 << 16  # numpy sorts such numbers much quicker
        order = np.argsort(ids.astype(np.uint16) if is_small else ids, kind="stable")
        stories = np.repeat(np.arange(sizes.size, dtype=np.int32), sizes)[order]
        return starts_of(np.bincount(ids, minlength=len(self.values))), stories


def make_facet(values: Sequence[Value], sizes: Ints, ids: Ints) -> FacetColumn:
    """A facet's column: ``sizes`` is how many values each story has, ``ids`` their numbers, one
    story after another."""
    first = np.full(sizes.size, len(values), np.int32)
    first[sizes > 0] = ids[starts_of(sizes)[:-1][sizes > 0]]
    planes = split_planes(first, len(values))
    return FacetColumn(values, Kept(planes, *_others(sizes, ids)))


def facet_values(facet: FacetColumn, docs: Ints) -> tuple[Ints, Ints]:
    """What ``make_facet`` took of these stories."""
    sizes, ids = all_values(facet)
    starts = starts_of(sizes)
    taken = np.repeat(starts[docs], sizes[docs])
    within = np.arange(taken.size) - np.repeat(starts_of(sizes[docs])[:-1], sizes[docs])
    return sizes[docs], ids[taken + within]


def all_values(facet: FacetColumn) -> tuple[Ints, Ints]:
    """How many values each story has, and the values' numbers: what ``make_facet`` took."""
    kept = facet.kept
    first = join_planes(kept.first)
    has = first < len(facet.values)
    sizes = has.astype(np.int64)
    if not kept.several.size:
        return sizes, first[has]
    bits = np.unpackbits(kept.several.view(np.uint8), bitorder="little")
    sizes[np.flatnonzero(bits)] += np.diff(kept.at)
    ids = np.empty(int(sizes.sum()), np.int32)
    is_first = np.zeros(ids.size, bool)
    is_first[starts_of(sizes)[:-1][has]] = True
    ids[is_first] = first[has]
    ids[~is_first] = kept.more
    return sizes, ids


def _others(sizes: Ints, ids: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Which stories have several values, how many before each 64, where the others of each start,
    and the others."""
    several = sizes > 1
    if not several.any():
        empty = np.empty(0, np.int32)
        return empty.astype(np.uint64), empty, empty, empty
    bits = np.packbits(np.append(several, np.zeros(-sizes.size % 64, bool)), bitorder="little")
    words = np.add.reduceat(several, np.arange(0, sizes.size, 64), dtype=np.int32)
    is_more = np.ones(ids.size, bool)
    is_more[starts_of(sizes)[:-1][sizes > 0]] = False
    before = (np.cumsum(words) - words).astype(np.int32)
    others = starts_of(sizes[several] - 1).astype(np.int32)
    return bits.view(np.uint64), before, others, ids[is_more].astype(np.int32)
