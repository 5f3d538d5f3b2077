"""Adding: what entries add to documents, as ``search.kernels.sums`` has these."""

from typing import Any

import numpy as np

from . import kernel, part
from .sorting import ZONE_BITS

ZONES = (1 << ZONE_BITS) - 1  # the bits of a key that are its zone
SOME = 1024  # entries that are scored in one go


@kernel
def add_entries(
    entries: Any,
    weighing: Any,
    marks: Any,
    sums: Any,
) -> Any:
    """Mark the documents of entries (``search.kernels.entries``) and, unless the weights, by key,
    or ``sums`` are empty, add what each adds to its document: weight * tf / (tf + offset + slope *
    length)."""
    memory, added = np.empty(SOME, np.int32), np.empty(SOME)
    to_docs, to_keys, to_times = entries
    mark_entries(to_docs, marks)
    for start in range(0, to_docs.size if sums.size and weighing.weights.size else 0, SOME):
        docs, keys = to_docs[start : start + SOME], to_keys[start : start + SOME]
        times = to_times[start : start + SOME]
        _score(docs, keys, times, weighing, memory, added)
        for i in range(docs.size):
            sums[np.uint32(docs[i])] += added[i]


@kernel
def sum_entries(
    entries: Any,
    weighing: Any,
    marks: Any,
    before: Any,
    docs: Any,
    scores: Any,
) -> Any:
    """The same where there is nothing else to add to: the documents, in order, with their sums,
    unless ``scores`` is empty; how many. ``marks`` are all zeros, and are so again. Sums are kept
    close together: ``before`` has room for how many documents come before each word of marks."""
    memory, added = np.empty(SOME, np.int32), np.empty(SOME)
    from_docs, from_keys, from_times = entries
    mark_entries(from_docs, marks)
    n = list_marked(marks, before, docs)
    scores[:n] = 0.0
    for start in range(0, from_docs.size if scores.size and weighing.weights.size else 0, SOME):
        some, keys = from_docs[start : start + SOME], from_keys[start : start + SOME]
        times = from_times[start : start + SOME]
        _score(some, keys, times, weighing, memory, added)
        for i in range(some.size):
            doc = np.uint32(some[i])
            bit = np.uint64(1) << np.uint64(doc & np.uint32(63))
            lower = marks[doc >> np.uint32(6)] & bit - np.uint64(1)
            at = np.uint64(before[doc >> np.uint32(6)]) + count_bits(lower)
            scores[at] += added[i]
    marks[:] = 0
    return n


@kernel
def list_marked(marks: Any, before: Any, docs: Any) -> Any:
    """The documents that are marked, in order, and how many come before each word of marks; how
    many in all."""
    n = np.uint64(0)
    for word in range(marks.size):
        bits = marks[word]
        before[word] = n
        while bits:
            lowest = bits & ~bits + np.uint64(1)
            bits ^= lowest
            docs[n] = word << 6 | np.int64(count_bits(lowest - np.uint64(1)))
            n += np.uint64(1)
    return np.int64(n)


@part
def count_bits(bits: Any) -> Any:
    """How many are set: ``int.bit_count``. (Warren, "Hacker's Delight", section 5-1.)"""
    bits -= bits >> np.uint64(1) & np.uint64(0x5555555555555555)
    pairs = np.uint64(0x3333333333333333)
    bits = (bits & pairs) + (bits >> np.uint64(2) & pairs)
    bits = bits + (bits >> np.uint64(4)) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return bits * np.uint64(0x0101010101010101) >> np.uint64(56)


@part
def _score(
    docs: Any,
    keys: Any,
    times: Any,
    weighing: Any,
    words: Any,
    added: Any,
) -> Any:
    """What each of SOME entries adds."""
    weights, offsets, slopes, lengths = weighing
    _read_lengths(lengths, docs, keys, words)
    for i in range(docs.size):
        key, tf = np.uint32(keys[i]), times[i]
        zone = key & np.uint32(ZONES)
        added[i] = weights[key] * tf / (tf + (offsets[zone] + slopes[zone] * words[i]))


@part
def mark_entries(docs: Any, marks: Any) -> Any:
    """Set the bits of documents in any order."""
    for i in range(docs.size):
        doc = np.uint32(docs[i])
        marks[doc >> np.uint32(6)] |= np.uint64(1) << np.uint64(doc & np.uint32(63))


@part
def _read_lengths(lengths: Any, docs: Any, keys: Any, out: Any) -> Any:
    """How many words each entry's zone has in its document; ``planes.read_numbers`` for zones
    mixed."""
    for i in range(docs.size):
        out[i] = lengths[np.uint32(keys[i]) & np.uint32(ZONES), 0, np.uint32(docs[i])]
    for k in range(1, lengths.shape[1]):
        for i in range(docs.size):
            zone, doc = np.uint32(keys[i]) & np.uint32(ZONES), np.uint32(docs[i])
            out[i] |= np.int32(lengths[zone, k, doc]) << 8 * k


@kernel
def keep_entries(entries: Any, only: Any, kept: Any) -> Any:
    """Those of the documents whose bit is set in ``only``; how many."""
    n = np.uint64(0)
    for i in range(entries.docs.size):
        doc = np.uint32(entries.docs[i])
        kept.docs[n], kept.keys[n] = entries.docs[i], entries.keys[i]
        kept.times[n] = entries.times[i]
        n += only[doc >> np.uint32(6)] >> np.uint64(doc & np.uint32(63)) & np.uint64(1)
    return np.int64(n)
