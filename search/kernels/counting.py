"""Counting the values of the documents found, and choosing the most frequent.

The values of a document are numbers below V, and V stands for none. The first few are in a
column's slots, of which the first that has V ends them; the others of a document that has more
are kept apart. ``tests/kernels/test_counting.py`` holds the plain meaning: a list of values for
each document, and a Counter.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel


class Column(NamedTuple):
    """The values of one property. ``longer`` are the documents, in order, with more values than
    slots: the others of ``longer[n]`` are ``more[at[n]:at[n + 1]]``."""

    low: NDArray[np.uint16]  # (slots, documents): the lowest 16 bits of a value
    high: NDArray[np.uint8]  # the same for the 8 bits above; empty where V needs none
    longer: NDArray[np.int32]
    at: NDArray[np.int64]
    more: NDArray[np.int32]


@kernel
def value_at(column: Any, slot: Any, doc: Any, none: Any) -> Any:
    """The value in one slot of a document; ``none``, which is V, where there is none."""
    if slot >= column.low.shape[0]:
        return np.int64(none)
    value = np.int64(column.low[slot, doc])
    if column.high.size:
        value |= np.int64(column.high[slot, doc]) << 16
    return value


@kernel
def count_values(docs: Any, column: Any, numbers: Any, counts: Any) -> Any:
    """Add 1 to ``counts[numbers[v]]`` for each value v of each document, and for V where it has
    none; V is the last of ``numbers``."""
    low, none = column.low, numbers.size - 1
    if low.shape[0] == 0:
        counts[numbers[none]] += docs.size
        return
    if column.high.size:
        for i in range(docs.size):
            for slot in range(low.shape[0]):
                value = value_at(column, slot, docs[i], none)
                if slot == 0 or value != none:
                    counts[numbers[value]] += 1
    else:
        held = low[0]
        for i in range(docs.size):
            counts[numbers[held[docs[i]]]] += 1
        for slot in range(1, low.shape[0]):
            held = low[slot]
            for i in range(docs.size):
                value = np.int64(held[docs[i]])
                if value != none:
                    counts[numbers[value]] += 1
    _count_more(docs, column, numbers, counts)


@kernel
def _count_more(docs: Any, column: Any, numbers: Any, counts: Any) -> Any:
    """Count the values that are not in slots."""
    at = 0
    for n in range(column.longer.size if docs.size else 0):
        at += np.searchsorted(docs[at:], column.longer[n])
        if at == docs.size:
            return
        if docs[at] == column.longer[n]:
            for m in range(column.at[n], column.at[n + 1]):
                counts[numbers[column.more[m]]] += 1


@kernel
def meet_values(docs: Any, column: Any, numbers: Any, counts: Any, met: Any, n: Any) -> Any:
    """As ``count_values``, and the numbers whose count was 0 are appended to ``met``, which holds
    ``n``; how many it holds then. For few documents."""
    none = numbers.size - 1
    for i in range(docs.size):
        n = _meet(numbers[value_at(column, 0, docs[i], none)], counts, met, n)
        for slot in range(1, column.low.shape[0]):
            value = value_at(column, slot, docs[i], none)
            if value == none:
                break
            n = _meet(numbers[value], counts, met, n)
        if column.longer.size:
            place = np.searchsorted(column.longer, docs[i])
            if place < column.longer.size and column.longer[place] == docs[i]:
                for m in range(column.at[place], column.at[place + 1]):
                    n = _meet(numbers[column.more[m]], counts, met, n)
    return n


@kernel
def _meet(number: Any, counts: Any, met: Any, n: Any) -> Any:
    met[n] = number
    n += counts[number] == 0
    counts[number] += 1
    return n


@kernel
def add_counts(counts: Any, numbers: Any, total: Any) -> Any:
    """Add each count to the total that its number says."""
    for i in range(numbers.size):
        if counts[i]:
            total[numbers[i]] += counts[i]


@kernel
def take_top(counts: Any, met: Any, size: Any, keys: Any, found: Any) -> Any:
    """The numbers with the ``size`` largest counts above 0, and all that tie with the least of
    them, with their counts; number 0, which stands for none, is left out. How many these are, how
    many are above 0 at all, and the count of number 0. All counts are 0 again then: those of the
    numbers ``met``, or of all numbers where that is empty."""
    largest = np.zeros(max(size, 1), np.int64)  # in order, least first
    total = met.size if met.size else counts.size
    distinct, missing = 0, counts[0]
    for i in range(total):
        number = met[i] if met.size else i
        count = counts[number] if number else 0
        distinct += count > 0
        if count > largest[0]:
            at = 0
            while at + 1 < largest.size and largest[at + 1] < count:
                largest[at] = largest[at + 1]
                at += 1
            largest[at] = count
    least, n = max(largest[0], 1), 0
    for i in range(total):
        number = met[i] if met.size else i
        if number and size and counts[number] >= least:
            keys[n], found[n] = number, counts[number]
            n += 1
        counts[number] = 0
    return n, distinct, missing


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
