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
    weights: Any,
    offsets: Any,
    slopes: Any,
    lengths: Any,
    marks: Any,
    sums: Any,
) -> Any:
    """Mark the documents of entries (``search.kernels.entries``) and, unless ``weights``, by key,
    or ``sums`` are empty, add what each adds to its document: weight * tf / (tf + offset + slope *
    length)."""
    words, added = np.empty(SOME, np.int32), np.empty(SOME)
    is_scored = sums.size > 0 and weights.size > 0
    for start in range(0, entries.docs.size, SOME):
        docs, keys = entries.docs[start : start + SOME], entries.keys[start : start + SOME]
        _mark(docs, marks)
        if not is_scored:
            continue
        _read_lengths(lengths, docs, keys, words)
        for i in range(docs.size):
            key, tf = np.uint32(keys[i]), entries.times[start + i]
            zone = key & np.uint32(ZONES)
            added[i] = weights[key] * tf / (tf + (offsets[zone] + slopes[zone] * words[i]))
        for i in range(docs.size):
            sums[np.uint32(docs[i])] += added[i]


@part
def _mark(docs: Any, marks: Any) -> Any:
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
