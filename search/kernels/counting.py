"""Counting the values of the documents found, of several properties at once.

A search waits for memory, so that all that is counted of a document lies side by side, in few
bytes. ``tests/kernels/test_counting.py`` holds the plain meaning: for each
property a list of values for each document, and a Counter.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel
from .ordered import first_from

NONES = 8
SOME = 256  # documents that are counted together: their rows stay in the quickest memory


class Table(NamedTuple):
    """The values of all properties. Those of property p are numbers below V(p), and each has a
    count from ``bases[p]`` on, up to ``bases[p + 1]``, with 2 * NONES more behind them. A document
    has slots ``slots_at[p]`` up to ``slots_at[p + 1]`` of property p; slot s is a number of
    ``slots[s, 1]`` bytes, the lowest first, from byte ``slots[s, 0]`` of its row on: an even one,
    and rows have an even number of bytes. Where it has
    fewer values than slots, its first slot has one of NONES numbers from V on, which stand for
    none, and any other one of the NONES behind these, which stand for nothing. (They are many so
    that neighbours differ: adding to one count again and again waits for the count before.) A
    property without values has no slots. The documents with more values than slots are
    ``more_docs``, and have 1 in their last byte; number n of them has ``more[more_at[n]`` up to
    ``more_at[n + 1]]``, pairs of property and value. ``order`` says for each count which value
    comes first of those met as often."""

    cells: NDArray[np.uint8]  # (documents, bytes)
    slots: NDArray[np.int32]
    slots_at: NDArray[np.int32]
    bases: NDArray[np.int64]
    more_docs: NDArray[np.int32]
    more_at: NDArray[np.int32]
    more: NDArray[np.int32]
    order: NDArray[np.int32]


@kernel
def count_values(docs: Any, table: Any, properties: Any, counts: Any) -> Any:
    """Add 1 to the count of each number in the documents' slots, and of each other value, of some
    properties."""
    wanted = np.zeros(table.bases.size, np.uint8)
    for prop in properties:
        wanted[prop] = 1
    width = table.cells.shape[1]
    single = table.cells.reshape(-1)
    double = single.view(np.uint16)
    rows = np.empty(SOME, np.uint32)
    for start in range(0, docs.size, SOME):
        some = docs[start : start + SOME]
        for i in range(some.size):
            rows[i] = np.uint32(some[i]) * np.uint32(width)
        for prop in properties:
            own = counts[table.bases[prop] : table.bases[prop + 1]]
            first, stop = table.slots_at[prop], table.slots_at[prop + 1]
            for slot in range(first, stop):
                at, size = np.uint32(table.slots[slot, 0]), table.slots[slot, 1]
                if size == 1:
                    for i in range(some.size):
                        own[single[rows[i] + at]] += 1
                elif size == 2:
                    for i in range(some.size):
                        own[double[(rows[i] + at) >> np.uint32(1)]] += 1
                else:
                    for i in range(some.size):
                        number = np.int64(0)
                        for k in range(size):
                            number |= np.int64(single[rows[i] + at + np.uint32(k)]) << 8 * k
                        own[number] += 1
            if first == stop:
                own[0] += some.size
        if table.more_docs.size:
            _count_more(some, table, wanted, counts)


@kernel
def _count_more(docs: Any, table: Any, wanted: Any, counts: Any) -> Any:
    """The documents that have more are found first, without a branch."""
    some = np.empty(SOME, np.int32)
    n = 0
    for i in range(docs.size):
        some[n] = docs[i]
        n += int(table.cells[np.uint32(docs[i]), -1])
    for i in range(n):
        number = first_from(table.more_docs, 0, table.more_docs.size, some[i])
        for at in range(table.more_at[number], table.more_at[number + 1]):
            prop, value = table.more[at]
            if wanted[prop]:
                counts[table.bases[prop] + value] += 1


@kernel
def values_at(table: Any, slot: Any, docs: Any, values: Any) -> Any:
    """The numbers in a slot of some documents."""
    at, cells = table.slots[slot, 0], table.cells
    for i in range(docs.size):
        values[i] = cells[np.uint32(docs[i]), at]
    for k in range(1, table.slots[slot, 1]):
        for i in range(docs.size):
            values[i] |= np.int32(cells[np.uint32(docs[i]), at + k]) << 8 * k


@kernel
def move_counts(counts: Any, numbers: Any, total: Any) -> Any:
    """Add each value's count to the total that its number says, those of none to the first of none
    there, and leave 0 in all places."""
    values = numbers.size
    for value in range(values):
        total[numbers[value]] += counts[value]
    for none in range(values, values + NONES):
        total[total.size - 2 * NONES] += counts[none]
    counts[:] = 0


@kernel
def count_days(docs: Any, days: Any, certain: Any, first: Any, counts: Any, doubtful: Any) -> Any:
    """Count the days of the documents, from day ``first`` on, and those not certain; how many are
    undated."""
    undated = 0
    for i in range(docs.size):
        day = days[docs[i]]
        if day == 0:
            undated += 1
        else:
            counts[day - first] += 1
            doubtful[day - first] += not certain[docs[i]]
    return undated
