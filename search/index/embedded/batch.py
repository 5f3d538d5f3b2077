"""Batch: what was found in one segment, and which of it passes the filters."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...kernels import collecting as kernels
from ..filters import NONE, DateNarrowing, Narrowing
from .group import Ints
from .hits import Hits
from .values import Values
from .view import Leaf

_PASSED = np.empty(0, np.uint8)  # no filters


@dataclass(frozen=True, slots=True)
class Batch:
    """The dead are left out of ``hits``; ``failed`` is as in ``search.kernels.collecting``."""

    leaf: Leaf
    hits: Hits
    failed: Ints

    @property
    def total(self) -> int:
        """How many pass all filters."""
        if not self.failed.size:
            return int(self.hits.docs.size)
        return int(np.count_nonzero(self.failed == 0))


def narrow(narrowings: Sequence[Narrowing], leaf: Leaf, hits: Hits, values: Values) -> Batch:
    """The hits of a segment, each with the filter that stops it."""
    if not narrowings:
        return Batch(leaf, hits, _PASSED)
    failed = np.zeros(hits.docs.size, np.uint8)
    segment = leaf.segment
    for number, one in enumerate(narrowings, start=1):
        if isinstance(one, DateNarrowing):
            since = one.since.toordinal() if one.since else 0
            until = one.until.toordinal() if one.until else 0
            arrays = (hits.docs, segment.days, segment.certain)
            kernels.fail_by_day(*arrays, since, until, one.certain, number, failed)
            continue
        facet = segment.facet(one.facet)
        flags = [
            values[one.facet].flags(segment, tuple(keys)) for keys in (one.wanted, one.unwanted)
        ]
        nones = (bool(one.wanted), NONE in one.wanted, NONE in one.unwanted)
        kernels.fail_by_value(hits.docs, facet.at, facet.ids, *flags, *nones, number, failed)
    return Batch(leaf, hits, failed)
