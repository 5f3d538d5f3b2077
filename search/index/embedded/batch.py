"""Batch: what was found in one segment, and which of it passes the filters."""

from collections.abc import Sequence

import numpy as np

from ...kernels import filtering as kernels
from ..filters import DateNarrowing, Narrowing
from .group import Ints
from .hits import Hits
from .rows import RowLeaf
from .scratch import Arena
from .values import Values

_PASSED = np.empty(0, np.uint8)  # no filters


class Batch:
    """The hits of a segment, the dead left out, and the filters' verdicts."""

    def __init__(self, leaf: RowLeaf, hits: Hits, arena: Arena, failed: Ints = _PASSED) -> None:
        self.leaf = leaf
        self._hits = hits
        self._arena = arena
        self._failed = failed
        self._passing: dict[int, Hits] = {}

    def passing(self, own: int = 0) -> Hits:
        """The hits that pass all filters, or all but number ``own``."""
        if not self._failed.size:
            return self._hits
        if own not in self._passing:
            has_scores = self._hits.scores.size > 0
            room = self._hits.docs.size + 1
            empty = self._arena.empty
            kept = Hits(empty(room, np.int32), empty(room if has_scores else 0, float))
            n = kernels.passing(*self._hits, self._failed, own, *kept)
            self._passing[own] = kept.first(n)
        return self._passing[own]


def narrow(
    narrowings: Sequence[Narrowing], leaf: RowLeaf, hits: Hits, values: Values, arena: Arena
) -> Batch:
    """The hits of a segment, and which filter stops which of them."""
    if not narrowings:
        return Batch(leaf, hits, arena)
    failed = arena.empty((hits.docs.size + 7) // 8 * 8, np.uint8)
    failed.fill(0)
    failed[hits.docs.size :] = kernels.MANY
    segment = leaf.segment
    for number, one in enumerate(narrowings, start=1):
        if isinstance(one, DateNarrowing):
            since = one.since.toordinal() if one.since else 0
            until = one.until.toordinal() if one.until else 0
            arrays = (hits.docs, segment.days, segment.certain)
            kernels.fail_by_day(*arrays, since, until, one.certain, number, failed)
            continue
        flags = [
            values[one.facet].flags(segment, tuple(keys)) for keys in (one.wanted, one.unwanted)
        ]
        column = segment.facet(one.facet).column
        kernels.fail_by_value(hits.docs, column, *flags, bool(one.wanted), number, failed)
    return Batch(leaf, hits, arena, failed)
