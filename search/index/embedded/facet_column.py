"""FacetColumn: the values of one facet, story by story, in arrays that kernels count."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...kernels.counting import Column, count_values
from ..row import Value
from .group import Ints
from .planes import join_planes, split_planes


@dataclass(frozen=True)
class FacetColumn:
    """The values, and their numbers as ``search.kernels.counting`` has them."""

    values: Sequence[Value]
    column: Column

    @property
    def stories(self) -> int:
        """How many there are."""
        return int(self.column.first.shape[1])

    @cached_property
    def of_all(self) -> Ints:
        """How often each value is met in all stories, the dead too; the last is for none."""
        counts = np.zeros(len(self.values) + 1, np.int32)
        count_values(np.arange(self.stories, dtype=np.int32), self.column, counts)
        return counts


def make_facet(values: Sequence[Value], sizes: Ints, ids: Ints) -> FacetColumn:
    """A facet's column: ``sizes`` is how many values each story has, ``ids`` their numbers, one
    story after another."""
    starts = np.cumsum(sizes) - sizes
    first = np.full(sizes.size, len(values), np.int32)
    first[sizes > 0] = ids[starts[sizes > 0]]
    planes = split_planes(first, len(values))
    several = sizes > 1
    if not several.any():
        empty = np.empty(0, np.int32)
        return FacetColumn(values, Column(planes, empty.astype(np.uint64), empty, empty, empty))
    bits = np.packbits(np.append(several, np.zeros(-sizes.size % 64, bool)), bitorder="little")
    words = np.add.reduceat(several, np.arange(0, sizes.size, 64), dtype=np.int32)
    at = np.zeros(int(several.sum()) + 1, np.int32)
    np.cumsum(sizes[several] - 1, out=at[1:])
    is_more = np.ones(ids.size, bool)
    is_more[starts[sizes > 0]] = False
    before = (np.cumsum(words) - words).astype(np.int32)
    column = Column(planes, bits.view(np.uint64), before, at, ids[is_more].astype(np.int32))
    return FacetColumn(values, column)


def facet_values(facet: FacetColumn, docs: Ints) -> tuple[Ints, Ints]:
    """How many values each of these stories has, and the values' numbers: what ``make_facet``
    took."""
    column = facet.column
    first = join_planes(column.first)
    sizes = (first < len(facet.values)).astype(np.int64)
    numbers = np.empty(0, np.int64)
    if column.several.size:
        bits = np.unpackbits(column.several.view(np.uint8), bitorder="little")
        numbers = np.flatnonzero(bits)
        sizes[numbers] += np.diff(column.at)
    starts = np.cumsum(sizes) - sizes
    ids = np.empty(int(sizes.sum()), np.int32)
    is_more = np.ones(ids.size, bool)
    has = first < len(facet.values)
    is_more[starts[has]] = False
    ids[starts[has]] = first[has]
    ids[is_more] = column.more
    taken = np.repeat(starts[docs], sizes[docs])
    within = np.arange(taken.size) - np.repeat(np.cumsum(sizes[docs]) - sizes[docs], sizes[docs])
    return sizes[docs], ids[taken + within]
