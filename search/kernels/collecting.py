"""Counting and choosing among the documents found.

The values of a document are a column of ``slots``, (slots, documents): numbers, then -1 for no
more. A document with more values than slots has -2 - n in the last, and the others are
``more[more_at[n]:more_at[n + 1]]``.
"""

import numpy as np

from . import kernel

MANY = 255  # a document that several filters stop


@kernel
def _fail(failed, i, number):
    failed[i] = number if failed[i] == 0 else MANY


@kernel
def fail_by_value(docs, slots, more_at, more, wanted, unwanted, any_wanted, number, failed):
    """Mark the documents that filter ``number`` stops: those with an unwanted value, or, where any
    are wanted, without a wanted one. ``wanted`` and ``unwanted`` are flags for each value, and a
    last one for having none. ``failed`` is 0 for each document so far not stopped, n where only
    filter n stops it, or MANY."""
    last = slots.shape[0] - 1
    for i in range(docs.size):
        doc = docs[i]
        is_wanted, is_unwanted = not any_wanted, False
        for slot in range(last + 1):
            value = slots[slot, doc]
            if value == -1:
                if slot == 0:
                    is_wanted |= wanted[-1] == 1
                    is_unwanted |= unwanted[-1] == 1
                break
            if value >= 0:
                is_wanted |= wanted[value] == 1
                is_unwanted |= unwanted[value] == 1
            else:
                for n in range(more_at[-2 - value], more_at[-1 - value]):
                    is_wanted |= wanted[more[n]] == 1
                    is_unwanted |= unwanted[more[n]] == 1
        if is_unwanted or not is_wanted:
            _fail(failed, i, number)


@kernel
def fail_by_day(docs, days, certain, since, until, only_certain, number, failed):
    """The same for days: 0 is undated, which no bound lets pass; 0 as a bound is none."""
    for i in range(docs.size):
        day = days[docs[i]]
        is_outside = (since and day < since) or (until and day > until)
        if is_outside or ((since or until) and day == 0) or (only_certain and not certain[docs[i]]):
            _fail(failed, i, number)


@kernel
def passing(docs, scores, failed, own, kept, kept_scores):
    """The documents that pass all filters but ``own``, with their scores; how many."""
    n = 0
    for i in range(docs.size):
        kept[n] = docs[i]
        kept_scores[n] = scores[i]
        n += failed[i] == 0 or failed[i] == own
    return n


@kernel
def count_values(docs, slots, more_at, more, counts):
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
def read_values(docs, slots, more_at, more, numbers, out):
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
def add_counts(counts, numbers, total):
    """Add each count to the total that its number says."""
    for i in range(numbers.size):
        if counts[i]:
            total[numbers[i]] += counts[i]


@kernel
def most_frequent(counts, size, chosen):
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
def count_days(docs, days, certain, first, counts, doubtful):
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


@kernel
def choose(docs, scores, firsts, ranks, scale, after_first, after_rank, keys, tails, chosen):
    """The documents to show first: a heap of as many as ``chosen`` holds, worst on top. A document
    is placed by ``-round(score * scale)``, or by ``firsts`` where it is not empty, then by its
    rank; those up to ``after`` are left out. How many are chosen."""
    size = 0
    room = chosen.size
    for i in range(docs.size if room else 0):
        if firsts.size:
            key = np.int64(firsts[docs[i]])
        elif scale > 0.0:
            if size == room and -scores[i] * scale > keys[0] + 1.0:
                continue
            key = -np.int64(np.rint(scores[i] * scale))
        else:
            key = np.int64(0)
        tail = np.int64(ranks[docs[i]])
        if key < after_first or (key == after_first and tail <= after_rank):
            continue
        if size < room:
            keys[size], tails[size], chosen[size] = key, tail, i
            size += 1
            _rise(keys, tails, chosen, size - 1)
        elif key < keys[0] or (key == keys[0] and tail < tails[0]):
            keys[0], tails[0], chosen[0] = key, tail, i
            _sink(keys, tails, chosen, size)
    return size


@kernel
def _is_worse(keys, tails, a, b):
    return keys[a] > keys[b] or (keys[a] == keys[b] and tails[a] > tails[b])


@kernel
def _swap(keys, tails, chosen, a, b):
    keys[a], keys[b] = keys[b], keys[a]
    tails[a], tails[b] = tails[b], tails[a]
    chosen[a], chosen[b] = chosen[b], chosen[a]


@kernel
def _rise(keys, tails, chosen, at):
    while at > 0 and _is_worse(keys, tails, at, (at - 1) >> 1):
        _swap(keys, tails, chosen, at, (at - 1) >> 1)
        at = (at - 1) >> 1


@kernel
def _sink(keys, tails, chosen, size):
    at = 0
    while True:
        worst = at
        for child in (2 * at + 1, 2 * at + 2):
            if child < size and _is_worse(keys, tails, child, worst):
                worst = child
        if worst == at:
            return
        _swap(keys, tails, chosen, at, worst)
        at = worst
