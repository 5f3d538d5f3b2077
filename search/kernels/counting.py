"""Counting the values of the documents found, and choosing the most frequent.

The values of a document are numbers below V, and V stands for none. Its first value is in a
column of ``planes``; the others of a document that has several are kept apart.
``tests/kernels/test_counting.py`` holds the plain meaning: a list of values for each document, and
a Counter.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel, part
from .planes import number_at

STRIDE = 64  # counts that are looked at together before one by one


class Column(NamedTuple):
    """The values of one property. The documents with several have a bit in ``several``, and are
    numbered: ``before`` is how many there are before each 64 documents. The other values of number
    n are ``more[at[n]:at[n + 1]]``. Where none has several all but ``first`` are empty."""

    first: NDArray[np.uint8]  # (planes, documents)
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
    number = column.before[doc >> 6] + _count_bits(bits & (bit - np.uint64(1)))
    return column.at[number], column.at[number + 1]


@part
def _count_bits(bits: Any) -> Any:
    """``int.bit_count``: sums of neighbours, then of pairs, and so on."""
    bits -= (bits >> np.uint64(1)) & np.uint64(0x5555555555555555)
    bits = (bits & np.uint64(0x3333333333333333)) + (
        (bits >> np.uint64(2)) & np.uint64(0x3333333333333333)
    )
    bits = (bits + (bits >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((bits * np.uint64(0x0101010101010101)) >> np.uint64(56))


@kernel
def count_values(docs: Any, column: Any, counts: Any) -> Any:
    """Add 1 to ``counts[v]`` for each value v of each document, and for V, the last, where it has
    none."""
    first = column.first
    if first.shape[0] == 1:
        low = first[0]
        for i in range(docs.size):
            counts[low[np.uint32(docs[i])]] += 1
    elif first.shape[0] == 2:
        low, high = first[0], first[1]
        for i in range(docs.size):
            doc = np.uint32(docs[i])
            counts[np.uint32(low[doc]) | np.uint32(high[doc]) << 8] += 1
    else:
        for i in range(docs.size):
            counts[number_at(first, docs[i])] += 1
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
    """As ``count_values``, and the values whose count was 0 are put into ``met``; how many these
    are. For few documents."""
    met_so_far = 0
    for i in range(docs.size):
        met_so_far = _meet(number_at(column.first, docs[i]), counts, met, met_so_far)
        start, stop = more_of(column, docs[i])
        for n in range(start, stop):
            met_so_far = _meet(column.more[n], counts, met, met_so_far)
    return met_so_far


@kernel
def _meet(value: Any, counts: Any, met: Any, n: Any) -> Any:
    met[n] = value
    n += counts[value] == 0
    counts[value] += 1
    return n


@kernel
def move_counts(counts: Any, numbers: Any, total: Any) -> Any:
    """Add each count to the total that its number says, the last of them to the last, and leave 0
    in its place."""
    for value in range(numbers.size):
        total[numbers[value]] += counts[value]
        counts[value] = 0
    total[total.size - 1] += counts[numbers.size]
    counts[numbers.size] = 0


@kernel
def take_top(counts: Any, met: Any, size: Any, chosen: Any, found: Any) -> Any:
    """The values with the ``size`` largest counts above 0, and all that tie with the least of
    them, with their counts, negative; the last, which stands for none, is left out. How many these
    are, how many are above 0 at all, and the count of the last. All counts are 0 again then: those
    of the values ``met``, or of all where that is empty."""
    largest = np.zeros(max(size, 1), np.int64)  # in order, least first
    none = counts.size - 1
    missing = counts[none]
    counts[none] = 0
    if met.size:
        distinct = _find_largest(counts[met], largest)
        n = 0
        for value in met:
            if size and counts[value] >= max(largest[0], 1):
                chosen[n], found[n] = value, -counts[value]
                n += 1
            counts[value] = 0
        return n, distinct, missing
    distinct = _find_largest(counts, largest)
    n = _choose_from(counts, max(largest[0], 1), chosen, found) if size else 0
    counts[:] = 0
    return n, distinct, missing


@kernel
def _find_largest(counts: Any, largest: Any) -> Any:
    """Fill in the largest counts, least first; how many are above 0."""
    distinct = 0
    for start in range(0, counts.size, STRIDE):
        some = counts[start : start + STRIDE]
        is_larger = False
        for count in some:
            distinct += count > 0
            is_larger |= count > largest[0]
        if is_larger:
            for count in some:
                if count > largest[0]:
                    at = 0
                    while at + 1 < largest.size and largest[at + 1] < count:
                        largest[at] = largest[at + 1]
                        at += 1
                    largest[at] = count
    return distinct


@kernel
def _choose_from(counts: Any, least: Any, chosen: Any, found: Any) -> Any:
    """The values with such a count or more, and these counts, negative; how many."""
    n = 0
    for start in range(0, counts.size, STRIDE):
        is_there = False
        for count in counts[start : start + STRIDE]:
            is_there |= count >= least
        if is_there:
            for value in range(start, min(start + STRIDE, counts.size)):
                if counts[value] >= least:
                    chosen[n], found[n] = value, -counts[value]
                    n += 1
    return n


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
