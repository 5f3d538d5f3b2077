"""The best documents of a list, found without scoring those that cannot be among them.

What a word can add to a document at most is told by how often it stands there alone: a longer
document scores less. Plainly: of all documents that are scored, any that may be among the ``room``
with the highest scores. ``search.kernels.scores`` has the formula.
"""

from typing import Any

import numpy as np

from . import kernel, part
from .lists import BLOCK, RARE, decode_block, row_of
from .scores import main_zone

MARGIN = 1e-6  # scores that are so near are the same on a page


@kernel
def bound_rows(
    counts: Any, mask: Any, weights: Any, offsets: Any, slopes: Any, shortest: Any
) -> Any:
    """For each of the first RARE rows of counts, and a last one for all others, the most that a
    posting with it can add where zones have the ``shortest`` words or more."""
    bounds = np.zeros(RARE + 1)
    for zone in range(weights.size):
        if mask >> zone & 1:
            for row in range(RARE):
                tf = counts[row, zone]
                if tf > 0:
                    least = offsets[zone] + slopes[zone] * shortest[zone]
                    bounds[row] += weights[zone] * tf / (tf + least)
            bounds[RARE] += weights[zone]
    return bounds


@kernel
def best_of_list(
    lists: Any,
    posting: Any,
    block: Any,
    size: Any,
    mask: Any,
    weights: Any,
    offsets: Any,
    slopes: Any,
    lengths: Any,
    shortest: Any,
    postings: Any,
    docs: Any,
    passed: Any,
    known: Any,
    room: Any,
    found: Any,
    scores: Any,
) -> Any:
    """Those of a list's documents that may be among the ``room`` best, and what the word adds to
    each; how many. ``postings`` says which postings are asked for, where it is empty all ``size``
    from ``posting`` on; ``docs`` are their documents, empty where they are to be read of the list
    itself. Left out are the documents with a bit in ``passed``, if there are such bits: their
    scores are ``known``."""
    bounds = bound_rows(lists.counts, mask, weights, offsets, slopes, shortest)
    counts, rare, main = lists.counts, lists.rare, main_zone(mask, weights)
    heap = np.empty(room)
    held = 0
    for score in known:
        if held < room or score > heap[0]:
            held = _push(heap, held, score)
    least = heap[0] - MARGIN if held == room else -1.0
    hopeful = (bounds >= least).view(np.uint8)
    codes, is_all, is_read = lists.codes, postings.size == 0, docs.size == 0
    decoded, some = np.empty(BLOCK, np.int32), np.empty(BLOCK, np.int32)
    n, count = 0, size if is_all else postings.size
    for start in range(0, count, BLOCK):
        few, stop = 0, min(start + BLOCK, count)
        if is_all:
            for i in range(start, stop):
                some[few] = i
                few += hopeful[codes[posting + i]]
        else:
            for i in range(start, stop):
                some[few] = i
                few += hopeful[codes[postings[i]]]
        if few and is_read:
            own = block + start // BLOCK
            base = lists.blocks[own - 1, 0] if start else np.int64(-1)
            decode_block(lists.docs, lists.blocks[own, 1], base, stop - start, decoded)
        for i in some[:few]:
            doc = decoded[i - start] if is_read else docs[i]
            if passed.size and passed[doc >> 6] >> np.uint64(doc & 63) & np.uint64(1):
                continue
            where = posting + i if is_all else postings[i]
            code = codes[where]
            row = row_of(codes, rare, where) if code == RARE else np.int64(code)
            score = _score(counts, row, doc, mask, weights, offsets, slopes, lengths, main)
            if score >= least:
                found[n], scores[n] = doc, score
                n += 1
                if held < room or score > heap[0]:
                    held = _push(heap, held, score)
                    if held == room:
                        least = heap[0] - MARGIN
                        for row in range(bounds.size):
                            hopeful[row] = bounds[row] >= least
    return n


@part
def _score(
    counts: Any,
    row: Any,
    doc: Any,
    mask: Any,
    weights: Any,
    offsets: Any,
    slopes: Any,
    lengths: Any,
    main: Any,
) -> Any:
    """What a word adds to a document: the last zone of the mask, ``main``, first, as elsewhere."""
    total = 0.0
    for turn in range(main + 1):
        zone = main if turn == 0 else turn - 1
        tf = counts[row, zone]
        if tf > 0 and mask >> zone & 1:
            words = np.int64(lengths[zone, 0, doc])
            for plane in range(1, lengths.shape[1]):
                words |= np.int64(lengths[zone, plane, doc]) << 8 * plane
            total += weights[zone] * tf / (tf + (offsets[zone] + slopes[zone] * words))
    return total


@kernel
def _push(heap: Any, held: Any, score: Any) -> Any:
    """Put a score into a heap whose least is first, instead of the least where it is full; how
    many it holds."""
    if held < heap.size:
        at = held
        while at > 0 and heap[(at - 1) >> 1] > score:
            heap[at] = heap[(at - 1) >> 1]
            at = (at - 1) >> 1
        heap[at] = score
        return held + 1
    at = 0
    while True:
        child = 2 * at + 1
        if child >= held:
            break
        if child + 1 < held and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= score:
            break
        heap[at] = heap[child]
        at = child
    heap[at] = score
    return held
