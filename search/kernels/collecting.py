"""Counting and choosing among the documents found. ``failed`` is a number for each of them: 0 where
it passes all filters, n where only filter n stops it, MANY where several do; empty where there are
no filters."""

import numpy as np

from . import kernel

MANY = 255


@kernel
def _fail(failed, i, number):
    failed[i] = number if failed[i] == 0 else MANY


@kernel
def fail_by_value(
    docs, at, ids, wanted, unwanted, any_wanted, none_wanted, none_unwanted, number, failed
):
    """Mark the documents that filter ``number`` stops: those with an unwanted value, or, where any
    are wanted, without a wanted one. Values are as in ``count_values``."""
    for i in range(docs.size):
        doc = docs[i]
        if at.size:
            first, last = at[doc], at[doc + 1]
        else:
            first, last = np.int64(doc), np.int64(doc) + (ids[doc] >= 0)
        is_wanted = not any_wanted or (none_wanted and first == last)
        is_unwanted = none_unwanted and first == last
        for n in range(first, last):
            is_wanted = is_wanted or wanted[ids[n]] == 1
            is_unwanted = is_unwanted or unwanted[ids[n]] == 1
        if is_unwanted or not is_wanted:
            _fail(failed, i, number)


@kernel
def fail_by_day(docs, days, certain, since, until, only_certain, number, failed):
    """The same for days: 0 is undated, which no bound lets pass; 0 as a bound is none."""
    for i in range(docs.size):
        day = days[docs[i]]
        is_outside = (
            (since and day < since) or (until and day > until) or ((since or until) and day == 0)
        )
        if is_outside or (only_certain and not certain[docs[i]]):
            _fail(failed, i, number)


@kernel
def count_values(docs, failed, own, at, ids, numbers, counts, touched, met):
    """Count the values of the documents that pass all filters but ``own``, each under its number in
    ``numbers``; numbers met for the first time are appended to ``touched``, which holds ``met``.
    How many it holds then, and how many documents have no value. Document n has values
    ``ids[at[n]:at[n + 1]]``, or, with empty ``at``, ``ids[n]`` if that is not -1."""
    missing = 0
    for i in range(docs.size):
        if failed.size and failed[i] != 0 and failed[i] != own:
            continue
        doc = docs[i]
        if at.size:
            first, last = at[doc], at[doc + 1]
        else:
            first, last = np.int64(doc), np.int64(doc) + (ids[doc] >= 0)
        missing += first == last
        for n in range(first, last):
            number = numbers[ids[n]]
            if counts[number] == 0:
                touched[met] = number
                met += 1
            counts[number] += 1
    return met, missing


@kernel
def count_days(docs, failed, days, certain, first, counts, doubtful):
    """Count the days of the documents that pass, from day ``first`` on; how many are undated."""
    undated = 0
    for i in range(docs.size):
        if failed.size and failed[i]:
            continue
        day = days[docs[i]]
        if day == 0:
            undated += 1
        else:
            counts[day - first] += 1
            doubtful[day - first] += not certain[docs[i]]
    return undated


@kernel
def choose(
    docs, scores, failed, firsts, ranks, scale, after_first, after_rank, keys, tails, chosen
):
    """The documents to show first, of those that pass: a heap of as many as ``chosen`` holds, worst
    on top. A document is placed by ``-round(score * scale)``, or by ``firsts`` where it is not
    empty, then by its rank; those up to ``after`` are left out. How many are chosen."""
    size = 0
    room = chosen.size
    for i in range(docs.size):
        if failed.size and failed[i]:
            continue
        doc = docs[i]
        if firsts.size:
            key = np.int64(firsts[doc])
        elif scale > 0.0:
            if size == room and room and -scores[i] * scale > keys[0] + 1.0:
                continue
            key = -np.int64(np.rint(scores[i] * scale))
        else:
            key = np.int64(0)
        tail = np.int64(ranks[doc])
        if key < after_first or (key == after_first and tail <= after_rank):
            continue
        if size < room:
            keys[size], tails[size], chosen[size] = key, tail, i
            size += 1
            _rise(keys, tails, chosen, size - 1)
        elif room and (key < keys[0] or (key == keys[0] and tail < tails[0])):
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
