"""FacetColumn: the values of one facet, story by story, in arrays that kernels count."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...kernels.counting import Column, count_values
from ..row import Value
from .group import Ints

SLOTS = 4  # values that are kept side by side; a story's others are apart
LOW_BITS = 16  # of a value's number; the others are apart, and mostly there are none


@dataclass(frozen=True)
class FacetColumn:
    """The values, and ``column`` with their numbers as ``search.kernels.counting`` has them;
    ``stories`` is how many there are."""

    values: Sequence[Value]
    column: Column
    stories: int

    @cached_property
    def of_all(self) -> Ints:
        """How often each value is met in all stories, the dead too; the last is for none."""
        counts = np.zeros(len(self.values) + 1, np.int32)
        numbers = np.arange(counts.size, dtype=np.int32)
        count_values(np.arange(self.stories, dtype=np.int32), self.column, numbers, counts)
        return counts


def make_facet(values: Sequence[Value], sizes: Ints, ids: Ints) -> FacetColumn:
    """A facet's column: ``sizes`` is how many values each story has, ``ids`` their numbers, one
    story after another."""
    width = min(int(sizes.max(initial=0)), SLOTS)
    starts = np.cumsum(sizes) - sizes
    slots = np.full((width, sizes.size), len(values), np.int32)
    for slot in range(width):
        has = sizes > slot
        slots[slot, has] = ids[starts[has] + slot]
    longer = np.flatnonzero(sizes > width)
    left = sizes[longer] - width
    at = np.zeros(longer.size + 1, np.int64)
    np.cumsum(left, out=at[1:])
    more = ids[np.repeat(starts[longer] + width - at[:-1], left) + np.arange(int(at[-1]))]
    high = slots >> LOW_BITS if len(values) >> LOW_BITS else np.empty((0, 0))
    column = Column(
        slots.astype(np.uint16), high.astype(np.uint8), longer.astype(np.int32), at, more
    )
    return FacetColumn(values, column, sizes.size)


def facet_values(facet: FacetColumn, docs: Ints) -> tuple[Ints, Ints]:
    """How many values each of these stories has, in order, and the values' numbers: what
    ``make_facet`` took."""
    low, high, longer, at, more = facet.column
    held = low[:, docs].astype(np.int32)
    if high.size:
        held |= high[:, docs].astype(np.int32) << LOW_BITS
    place = np.searchsorted(longer, docs)
    place[np.append(longer, -1)[place] != docs] = longer.size  # has no more than its slots
    has = held < len(facet.values)
    left = np.append(np.diff(at), 0)[place]
    sizes = has.sum(axis=0) + left
    ids = np.empty(int(sizes.sum()), np.int32)
    starts = np.cumsum(sizes) - sizes
    for slot in range(held.shape[0]):
        ids[starts[has[slot]] + slot] = held[slot, has[slot]]
    for story in np.flatnonzero(left).tolist():
        end = int(starts[story] + sizes[story])
        ids[end - int(left[story]) : end] = more[at[place[story]] : at[place[story] + 1]]
    return sizes, ids
