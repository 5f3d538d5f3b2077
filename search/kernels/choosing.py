"""The first documents of a page, kept in a heap; plainly, ``sorted`` and cut."""

from typing import Any

import numpy as np

from . import kernel, part

STRIDE = 64  # scores that are looked at together before one by one


@kernel
def choose(
    docs: Any,
    scores: Any,
    firsts: Any,
    ranks: Any,
    scale: Any,
    after: Any,
    keys: Any,
    tails: Any,
    chosen: Any,
) -> Any:
    """The documents to show first, in order, as many as ``chosen`` holds: which of ``docs`` they
    are; how many. A document is placed by its key, ``-round(score * scale)`` where there are scores
    or that of ``firsts`` where there are these, then by its rank; those up to ``after`` are out."""
    size, room = 0, chosen.size
    for start in range(0, docs.size if room else 0, STRIDE):
        stop = min(start + STRIDE, docs.size)
        if size == room and not _is_better(
            scores[start:stop], firsts, ranks, docs[start:stop], -(keys[0] + 1) / scale, keys, tails
        ):
            continue
        for i in range(start, stop):
            key = np.int64(firsts[docs[i]]) if firsts.size else np.int64(0)
            if scores.size:
                key = -np.int64(np.rint(scores[i] * scale))
            tail = np.int64(ranks[docs[i]])
            if key < after[0] or (key == after[0] and tail <= after[1]):
                continue
            if size < room:
                keys[size], tails[size], chosen[size] = key, tail, i
                size += 1
                _rise(keys, tails, chosen, size - 1)
            elif key < keys[0] or (key == keys[0] and tail < tails[0]):
                keys[0], tails[0], chosen[0] = key, tail, i
                _sink(keys, tails, chosen, size)
    for left in range(size - 1, 0, -1):
        _swap(keys, tails, chosen, 0, left)
        _sink(keys, tails, chosen, left)
    return size


@part
def _is_better(
    scores: Any, firsts: Any, ranks: Any, docs: Any, least: Any, keys: Any, tails: Any
) -> Any:
    """Whether any of some documents may come before the last one held."""
    if scores.size:
        return _any_from(scores, least)
    if firsts.size:
        return _any_up_to(firsts, docs, keys[0])
    return _any_up_to(ranks, docs, tails[0])


@kernel
def _any_from(scores: Any, least: Any) -> Any:
    """Whether any score is so high."""
    found = False
    for score in scores:
        found |= score >= least
    return found


@kernel
def _any_up_to(numbers: Any, docs: Any, most: Any) -> Any:
    """Whether any document's number is so low."""
    found = False
    for doc in docs:
        found |= numbers[np.uint32(doc)] <= most
    return found


@kernel
def _is_worse(keys: Any, tails: Any, a: Any, b: Any) -> Any:
    return keys[a] > keys[b] or (keys[a] == keys[b] and tails[a] > tails[b])


@kernel
def _swap(keys: Any, tails: Any, chosen: Any, a: Any, b: Any) -> Any:
    keys[a], keys[b] = keys[b], keys[a]
    tails[a], tails[b] = tails[b], tails[a]
    chosen[a], chosen[b] = chosen[b], chosen[a]


@kernel
def _rise(keys: Any, tails: Any, chosen: Any, at: Any) -> Any:
    while at > 0 and _is_worse(keys, tails, at, (at - 1) >> 1):
        _swap(keys, tails, chosen, at, (at - 1) >> 1)
        at = (at - 1) >> 1


@kernel
def _sink(keys: Any, tails: Any, chosen: Any, size: Any) -> Any:
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
