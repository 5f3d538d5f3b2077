"""Batch: what was found in one segment, and which of it passes the filters."""

from collections.abc import Sequence

import numpy as np

from ...kernels import collecting as kernels
from ..filters import NONE, DateNarrowing, Narrowing
from .group import Ints
from .hits import Hits
from .rows import RowLeaf
from .values import Values

_PASSED = np.empty(0, np.uint8)  # no filters


class Batch:
    """The hits of a segment, the dead left out, and the filters' verdicts."""

    def __init__(self, leaf: RowLeaf, hits: Hits, failed: Ints = _PASSED) -> None:
        self.leaf = leaf
        self._hits = hits
        self._failed = failed
        self._passing: dict[int, Hits] = {}

    def passing(self, own: int = 0) -> Hits:
        """The hits that pass all filters, or all but number ``own``."""
        if not self._failed.size:
            return self._hits
        if own not in self._passing:
            room = self._failed.size + 1
            kept = Hits(np.empty(room, np.int32), np.empty(room))
            n = kernels.passing(*self._hits, self._failed, own, *kept)
            self._passing[own] = Hits(kept.docs[:n], kept.scores[:n])
        return self._passing[own]


def narrow(narrowings: Sequence[Narrowing], leaf: RowLeaf, hits: Hits, values: Values) -> Batch:
    """The hits of a segment, and which filter stops which of them."""
    if not narrowings:
        return Batch(leaf, hits)
    failed = np.zeros(hits.docs.size, np.uint8)
    segment = leaf.segment
    for number, one in enumerate(narrowings, start=1):
        if isinstance(one, DateNarrowing):
            since = one.since.toordinal() if one.since else 0
            until = one.until.toordinal() if one.until else 0
            arrays = (hits.docs, segment.days, segment.certain)
            kernels.fail_by_day(*arrays, since, until, one.certain, number, failed)
            continue
        column = segment.facet(one.facet).arrays
        flags = [
            np.append(values[one.facet].flags(segment, tuple(keys)), np.uint8(NONE in keys))
            for keys in (one.wanted, one.unwanted)
        ]
        kernels.fail_by_value(hits.docs, *column, *flags, bool(one.wanted), number, failed)
    return Batch(leaf, hits, failed)
