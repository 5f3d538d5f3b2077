"""Counting and choosing among the documents found.

The values of a document are a column of ``slots``, (slots, documents): numbers, then -1 for no
more. A document with more values than slots has -2 - n in the last, and the others are
``more[more_at[n]:more_at[n + 1]]``.
"""

from typing import Any

import numpy as np

from . import kernel

MANY = 255  # a document that several filters stop


@kernel
def _fail(failed: Any, i: Any, number: Any) -> Any:
    failed[i] = number if failed[i] == 0 else MANY


@kernel
def fail_by_value(
    docs: Any,
    slots: Any,
    more_at: Any,
    more: Any,
    wanted: Any,
    unwanted: Any,
    any_wanted: Any,
    number: Any,
    failed: Any,
) -> Any:
    """Mark the documents that filter ``number`` stops: those with an unwanted value, or, where any
    are wanted, without a wanted one. ``wanted`` and ``unwanted`` are flags for each value, and a
    last one for having none. ``failed`` is 0 for each document so far not stopped, n where only
    filter n stops it, or MANY."""
    if slots.shape[0] == 1 and more.size == 0:
        stops = unwanted.copy()
        for value in range(stops.size if any_wanted else 0):
            stops[value] |= wanted[value] == 0
        for i in range(docs.size):
            stopped = np.uint8(number if failed[i] == 0 else MANY)
            failed[i] = stopped if stops[slots[0, docs[i]]] else failed[i]  # -1 is the last
        return
    for i in range(docs.size):
        is_wanted = not any_wanted or _has_flag(slots, more_at, more, wanted, docs[i])
        if not is_wanted or _has_flag(slots, more_at, more, unwanted, docs[i]):
            _fail(failed, i, number)


@kernel
def _has_flag(slots: Any, more_at: Any, more: Any, flags: Any, doc: Any) -> Any:
    """Whether the flag of one of the document's values is set, or that for having none."""
    if slots[0, doc] == -1:
        return flags[-1] == 1
    for slot in range(slots.shape[0]):
        value = slots[slot, doc]
        if value >= 0 and flags[value]:
            return True
        if value < -1:
            for n in range(more_at[-2 - value], more_at[-1 - value]):
                if flags[more[n]]:
                    return True
    return False


@kernel
def fail_by_day(
    docs: Any,
    days: Any,
    certain: Any,
    since: Any,
    until: Any,
    only_certain: Any,
    number: Any,
    failed: Any,
) -> Any:
    """The same for days: 0 is undated, which no bound lets pass; 0 as a bound is none."""
    first = since if since else np.int64(until > 0)
    last = until if until else np.int64(1 << 30)
    for i in range(docs.size):
        day = days[docs[i]]
        is_stopped = (day < first) | (day > last) | (only_certain & (certain[docs[i]] == 0))
        stopped = np.uint8(number if failed[i] == 0 else MANY)
        failed[i] = stopped if is_stopped else failed[i]


@kernel
def passing(docs: Any, scores: Any, failed: Any, own: Any, kept: Any, kept_scores: Any) -> Any:
    """The documents that pass all filters but ``own``, with their scores; how many."""
    n = 0
    for i in range(docs.size):
        kept[n] = docs[i]
        kept_scores[n] = scores[i]
        n += failed[i] == 0 or failed[i] == own
    return n


@kernel
def count_values(docs: Any, slots: Any, more_at: Any, more: Any, counts: Any) -> Any:
    """Count the values of the documents; the last of ``counts`` is for having none."""
    none = np.int32(counts.size - 1)
    for slot in range(slots.shape[0]):
        held = slots[slot]
        for i in range(docs.size):
            value = held[docs[i]]
            counts[value if value >= 0 else none] += 1
            if value < -1:
                for n in range(more_at[-2 - value], more_at[-1 - value]):
                    counts[more[n]] += 1
                counts[none] -= 1
        if slot == 0:
            missing = counts[none]
    counts[none] = missing


@kernel
def read_values(docs: Any, slots: Any, more_at: Any, more: Any, numbers: Any, out: Any) -> Any:
    """The numbers of all values of the documents; how many they are, and how many documents have
    none. With empty ``out`` it only counts."""
    n, missing = 0, 0
    for i in range(docs.size):
        missing += slots[0, docs[i]] == -1
        for slot in range(slots.shape[0]):
            value = slots[slot, docs[i]]
            if value >= 0:
                if out.size:
                    out[n] = numbers[value]
                n += 1
            elif value < -1:
                for at in range(more_at[-2 - value], more_at[-1 - value]):
                    if out.size:
                        out[n] = numbers[more[at]]
                    n += 1
    return n, missing


@kernel
def add_counts(counts: Any, numbers: Any, total: Any) -> Any:
    """Add each count to the total that its number says."""
    for i in range(numbers.size):
        if counts[i]:
            total[numbers[i]] += counts[i]


@kernel
def most_frequent(counts: Any, size: Any, chosen: Any) -> Any:
    """The numbers with the ``size`` largest counts above 0, and all that tie with the least of
    them, in order; how many these are, and how many are above 0 at all."""
    largest = np.zeros(max(size, 1), np.int64)  # in order, least first
    distinct = 0
    for number in range(counts.size):
        count = counts[number]
        distinct += count > 0
        if count > largest[0]:
            at = 0
            while at + 1 < largest.size and largest[at + 1] < count:
                largest[at] = largest[at + 1]
                at += 1
            largest[at] = count
    least = max(largest[0], 1)
    n = 0
    for number in range(counts.size if size else 0):
        if counts[number] >= least:
            chosen[n] = number
            n += 1
    return n, distinct


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
