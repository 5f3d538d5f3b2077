"""Counting the values of the documents found.

The values of a document are numbers below V. Most documents have few: their first values stand in
slots, one plane after another; where a document has fewer, its slots are filled with numbers from V
on: the first with one of NONES that stand for none, the others with one of NONES more that stand
for nothing. (They are many so that neighbours differ: adding to one count again and again waits for
the count before.) ``tests/kernels/test_counting.py`` holds the plain meaning: a list of values for
each document, and a Counter.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel, part
from .bits import count_bits
from .planes import number_of

NONES = 8
STRIDE = 64  # documents that are looked at together


class Column(NamedTuple):
    """The values of one property. The documents with more values than slots have a bit in
    ``several``, and are numbered: ``before`` is how many there are before each 64 documents. The
    other values of number n are ``more[at[n]:at[n + 1]]``. Where there are no such documents all
    but ``slots`` are empty."""

    slots: NDArray[np.uint8]  # (slots, planes, documents)
    several: NDArray[np.uint64]
    before: NDArray[np.int32]
    at: NDArray[np.int32]
    more: NDArray[np.int32]


@part
def more_of(column: Any, doc: Any) -> Any:
    """Where in ``column.more`` the other values of a document start and stop."""
    if column.several.size == 0:
        return 0, 0
    bits, bit = column.several[doc >> 6], np.uint64(1) << np.uint64(doc & 63)
    if not bits & bit:
        return 0, 0
    number = column.before[doc >> 6] + count_bits(bits & (bit - np.uint64(1)))
    return column.at[number], column.at[number + 1]


@kernel
def count_values(docs: Any, column: Any, counts: Any) -> Any:
    """Add 1 to ``counts[v]`` for each number v in the documents' slots and each other value."""
    slots = column.slots
    for slot in range(slots.shape[0]):
        if slots.shape[1] == 1:
            low = slots[slot, 0]
            for i in range(docs.size):
                counts[low[np.uint32(docs[i])]] += 1
        elif slots.shape[1] == 2:
            low, high = slots[slot, 0], slots[slot, 1]
            for i in range(docs.size):
                doc = np.uint32(docs[i])
                counts[np.uint32(low[doc]) | np.uint32(high[doc]) << 8] += 1
        else:
            for i in range(docs.size):
                counts[number_of(slots, slot, docs[i])] += 1
    if column.several.size:
        _count_more(docs, column, counts)


@kernel
def _count_more(docs: Any, column: Any, counts: Any) -> Any:
    """Count the other values; the documents that have any are found first, without a branch."""
    some = np.empty(STRIDE, np.int32)
    for first in range(0, docs.size, STRIDE):
        n = 0
        for i in range(first, min(first + STRIDE, docs.size)):
            doc = np.uint32(docs[i])
            some[n] = doc
            n += column.several[doc >> 6] >> np.uint64(doc & 63) & np.uint64(1)
        for i in range(n):
            start, stop = more_of(column, some[i])
            for m in range(start, stop):
                counts[column.more[m]] += 1


@kernel
def meet_values(docs: Any, column: Any, counts: Any, met: Any) -> Any:
    """As ``count_values``, and the numbers whose count was 0 are put into ``met``; how many these
    are. For few documents."""
    slots, met_so_far = column.slots, 0
    for i in range(docs.size):
        for slot in range(slots.shape[0]):
            value = number_of(slots, slot, docs[i])
            met[met_so_far] = value
            met_so_far += counts[value] == 0
            counts[value] += 1
        start, stop = more_of(column, docs[i])
        for n in range(start, stop):
            value = np.int64(column.more[n])
            met[met_so_far] = value
            met_so_far += counts[value] == 0
            counts[value] += 1
    return met_so_far


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
