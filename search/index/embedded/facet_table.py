"""FacetTable: the values of all facets of a segment's rows, row by row, as kernels count them."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from ...kernels.counting import NONES, Table, count_values
from .facet_column import FacetColumn, all_values
from .runs import Ints, starts_of
from .values import order_of

SLOTS = 8  # at most, of a facet
FEW = 32  # a slot holds a value of at least one row in so many


class FacetTable:
    """The facets by name, and their table."""

    def __init__(self, columns: Mapping[str, FacetColumn]) -> None:
        self.columns = columns
        self.number = {name: number for number, name in enumerate(columns)}
        spread = [_Spread(column) for column in columns.values()]
        rows = spread[0].sizes.size
        self.table = _make_table(spread, rows)

    @property
    def rows(self) -> int:
        """How many there are."""
        return int(self.table.cells.shape[0])

    @property
    def size(self) -> int:
        """How many counts there are."""
        return int(self.table.bases[-1])

    @cached_property
    def of_all(self) -> Ints:
        """What ``count_values`` counts over all rows, the dead too."""
        counts = np.zeros(self.size, np.int32)
        every = np.arange(self.rows, dtype=np.int32)
        count_values(every, self.table, np.arange(len(self.number)), counts)
        return counts

    def of_facet(self, name: str, counts: Ints) -> Ints:
        """The counts of one facet among those of all."""
        first, stop = self.table.bases[self.number[name] : self.number[name] + 2].tolist()
        return counts[first:stop]


class _Spread:
    """A facet's values in as many slots as are worth it."""

    def __init__(self, column: FacetColumn) -> None:
        self.values = len(column.values)
        self.order = order_of([value.key for value in column.values])
        self.sizes, self.ids = all_values(column)
        self.starts = starts_of(self.sizes)[:-1]
        shares = [np.count_nonzero(self.sizes > slot) * FEW for slot in range(1, SLOTS)]
        self.slots = 1 + sum(int(share) > self.sizes.size for share in shares)
        if not self.values:
            self.slots = 0
        self.bytes = ((self.values + 2 * NONES - 1).bit_length() + 7) // 8  # of a slot

    def slot(self, number: int) -> Ints:
        """What stands in a slot of each row."""
        fill = self.values + (NONES if number else 0)
        out = fill + np.arange(self.sizes.size, dtype=np.int32) % NONES
        has = np.flatnonzero(self.sizes > number)
        out[has] = self.ids[self.starts[has] + number]
        return out

    def more(self) -> tuple[Ints, Ints]:
        """The other values, and the row of each."""
        rows = np.repeat(np.arange(self.sizes.size), self.sizes)
        within = np.arange(self.ids.size) - np.repeat(self.starts, self.sizes)
        is_more = within >= self.slots
        return rows[is_more], self.ids[is_more]


def _make_table(spread: Sequence[_Spread], rows: int) -> Table:
    more = _more_of(spread)
    slots_at = starts_of(np.array([one.slots for one in spread]))
    slots = np.zeros((int(slots_at[-1]), 2), np.int32)
    width = 0
    for facet, one in sorted(enumerate(spread), key=lambda pair: pair[1].bytes == 1):
        for slot in range(int(slots_at[facet]), int(slots_at[facet + 1])):
            slots[slot] = width, one.bytes
            width += one.bytes + (one.bytes % 2 if one.bytes > 1 else 0)
    width += 1 if more[0].size else 0
    cells = np.zeros((rows, width + width % 2), np.uint8)
    cells[more[0], -1:] = 1
    for first, one in zip(slots_at.tolist(), spread, strict=False):
        for number in range(one.slots):
            held, (at, count) = one.slot(number), slots[first + number]
            for k in range(count):
                cells[:, at + k] = held >> 8 * k & 255
    return Table(
        cells,
        slots,
        slots_at.astype(np.int32),
        starts_of(np.array([one.values + 2 * NONES for one in spread])),
        *more,
        np.concatenate([np.append(one.order, np.zeros(2 * NONES, np.int32)) for one in spread]),
    )


def _more_of(spread: Sequence[_Spread]) -> tuple[Ints, Ints, Ints]:
    """The rows that have more values than slots, where those of each start, and the last end, and
    pairs of facet and value."""
    found = [one.more() for one in spread]
    rows = np.concatenate([own for own, _ in found])
    facets = np.repeat(np.arange(len(found)), [own.size for own, _ in found])
    pairs = np.stack([facets, np.concatenate([ids for _, ids in found])], axis=1)
    order = np.argsort(rows, kind="stable")
    docs, sizes = np.unique(rows, return_counts=True)
    at = starts_of(sizes).astype(np.int32)
    return docs.astype(np.int32), at, np.ascontiguousarray(pairs[order].astype(np.int32))
