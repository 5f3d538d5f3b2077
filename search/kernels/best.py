"""The best documents of a list, found without scoring those that cannot be among them.

What a word can add to a document at most is told by how often it stands there alone: a longer
document scores less. Plainly: of all documents that are scored, any that may be among the ``room``
with the highest scores. ``search.kernels.scores`` has the formula.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel, part
from .lists import BLOCK, RARE, PostingList, decode_block, row_of
from .scores import Weighing, main_zone

MARGIN = 1e-6  # scores that are so near are the same on a page


class Weighed(NamedTuple):
    """A list, what its word weighs, the fewest words that a
    document has in each zone, of those that have any, and a flag for each code of counts that its
    postings may have."""

    term: PostingList
    mask: int
    weighing: Weighing
    shortest: NDArray[np.float64]
    codes: NDArray[np.uint8]


@kernel
def bound_rows(word: Any) -> Any:
    """For each code the most that a posting with it can add; -1 where there are no such postings,
    and for what is no code."""
    weights, offsets, slopes, _ = word.weighing
    counts = word.term.lists.counts
    bounds = np.empty(RARE + 1)
    bounds[:] = -1.0
    for row in range(RARE + 1):
        if word.codes[row]:
            bounds[row] = 0.0
            for zone in range(weights.size):
                if word.mask >> zone & 1:
                    least = offsets[zone] + slopes[zone] * word.shortest[zone]
                    if row == RARE:
                        bounds[row] += weights[zone]
                    elif counts[row, zone] > 0:
                        tf = counts[row, zone]
                        bounds[row] += weights[zone] * tf / (tf + least)
    return bounds


@kernel
def best_of_list(
    word: Any, postings: Any, docs: Any, passed: Any, known: Any, room: Any, found: Any, scores: Any
) -> Any:
    """Those of a list's documents that may be among the ``room`` best, and what the word adds to
    each; how many. ``postings`` says which postings are asked for, where it is empty all of them;
    ``docs`` are their documents, empty where they are to be read of the list itself. Left out are
    the documents with a bit in ``passed``, if there are such bits: their scores are ``known``."""
    bounds, heap = bound_rows(word), np.empty(room)
    held, least = _push_all(heap, known)
    hopeful = (bounds >= least).view(np.uint8)
    lists, first, first_block, size = word.term
    codes = lists.codes
    decoded, some = np.empty(BLOCK, np.int32), np.empty(BLOCK, np.int32)
    n, count = 0, postings.size if postings.size else size
    for start in range(0, count if hopeful.any() else 0, BLOCK):
        stop = min(start + BLOCK, count)
        few = _find_hopeful(codes, first, postings, start, stop, hopeful, some)
        if few and docs.size == 0:
            block = first_block + start // BLOCK
            base = lists.blocks[block - 1, 0] if start else np.int64(-1)
            decode_block(lists.docs, lists.blocks[block, 1], base, stop - start, decoded)
        for i in some[:few]:
            doc = docs[i] if docs.size else decoded[i - start]
            if passed.size and passed[doc >> 6] >> np.uint64(doc & 63) & np.uint64(1):
                continue
            score = _score(word, postings[i] if postings.size else first + i, doc)
            if score >= least:
                found[n], scores[n] = doc, score
                n += 1
                if held < room or score > heap[0]:
                    held = _push(heap, held, score)
                    least = max(heap[0] - MARGIN, 0.0) if held == room else 0.0
                    for row in range(bounds.size):
                        hopeful[row] = bounds[row] >= least
    return n


@part
def _find_hopeful(
    codes: Any, posting: Any, postings: Any, start: Any, stop: Any, hopeful: Any, some: Any
) -> Any:
    """Which postings of a run have a hopeful code; how many."""
    few = 0
    if postings.size == 0:
        for i in range(start, stop):
            some[few] = i
            few += hopeful[codes[posting + i]]
    else:
        for i in range(start, stop):
            some[few] = i
            few += hopeful[codes[postings[i]]]
    return few


@part
def _score(word: Any, posting: Any, doc: Any) -> Any:
    """What a word adds to a document: the last zone of the mask first, as elsewhere. (Only the
    arrays needed are taken: to take all of the lists costs more than the score.)"""
    counts, (weights, offsets, slopes, lengths) = word.term.lists.counts, word.weighing
    row = np.int64(word.term.lists.codes[posting])
    if row == RARE:
        row = row_of(word.term.lists.codes, word.term.lists.rare, posting)
    main = main_zone(word.mask, weights)
    total = 0.0
    for turn in range(main + 1):
        zone = main if turn == 0 else turn - 1
        tf = counts[row, zone]
        if tf > 0 and word.mask >> zone & 1:
            words = np.int64(lengths[zone, 0, doc])
            for plane in range(1, lengths.shape[1]):
                words |= np.int64(lengths[zone, plane, doc]) << 8 * plane
            total += weights[zone] * tf / (tf + (offsets[zone] + slopes[zone] * words))
    return total


@kernel
def _push_all(heap: Any, scores: Any) -> Any:
    """Put scores into an empty heap; how many it holds, and what a score must reach from then
    on."""
    held = 0
    for score in scores:
        if held < heap.size or score > heap[0]:
            held = _push(heap, held, score)
    return held, max(heap[0] - MARGIN, 0.0) if held == heap.size else 0.0


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
