"""Some of the words that a term stands for: only the occurrences printed so are counted."""

from typing import Any

import numpy as np

from . import kernel, part
from .lists import BLOCK, decode_block, read_rows, row_of
from .planes import number_of


@kernel
def count_forms(term: Any, form_bits: Any, wanted: Any, docs: Any, counts: Any) -> Any:
    """The documents in which a wanted form of a term stands, and (documents, zones) of how often;
    how many they are. There must be room for one more. ``wanted`` is a flag for each form."""
    lists, posting, block, size = term
    words, held_counts, blocks = lists.places, lists.counts, lists.blocks
    held, rows = np.empty(BLOCK, np.int32), np.empty(BLOCK, np.int32)
    low = (np.int64(1) << form_bits) - 1
    is_any = wanted.all()
    base, out = -1, 0
    for start in range(0, size, BLOCK):
        n = min(BLOCK, size - start)
        decode_block(lists.docs, blocks[block, 1], base, n, held)
        read_rows(lists.codes, lists.rare, posting + start, n, rows)
        at, width = blocks[block, 2] >> 6, blocks[block, 2] & 63
        for i in range(n):
            docs[out] = held[i]
            is_found = False
            for zone in range(held_counts.shape[1]):
                times = held_counts[rows[i], zone]
                if not is_any:
                    times = _count_wanted(words, at, width, times, low, wanted)
                    at += width * held_counts[rows[i], zone]
                counts[out, zone] = times
                is_found |= times > 0
            out += is_found
        base = blocks[block, 0]
        block += 1
    return out


@part
def _count_wanted(words: Any, at: Any, width: Any, times: Any, low: Any, wanted: Any) -> Any:
    """How many of so many occurrences, from bit ``at`` on, are of a wanted form."""
    keep = np.uint64(low) & ((np.uint64(1) << np.uint64(width)) - np.uint64(1))
    found = 0
    for _ in range(times):
        shift = at & 63
        value = words[at >> 6] >> np.uint64(shift)
        if shift + width > 64:
            value |= words[(at >> 6) + 1] << np.uint64(64 - shift)
        found += wanted[np.int64(value & keep)]
        at += width
    return found


@kernel
def score_kept(
    lists: Any,
    postings: Any,
    docs: Any,
    kept: Any,
    masks: Any,
    weighing: Any,
    out: Any,
) -> Any:
    """Add to ``out`` what a word adds to each document numbered ``kept`` among these, by its
    posting there, -1 for none, in the zones of the document's mask."""
    codes, rare, counts = lists.codes, lists.rare, lists.counts
    weights, offsets, slopes, lengths = weighing
    for n in range(kept.size):
        posting, doc = postings[kept[n]], docs[kept[n]]
        if posting < 0:
            continue
        row = row_of(codes, rare, posting)
        for zone in range(weights.size):
            tf = counts[row, zone]
            if tf > 0 and masks[n] >> zone & 1:
                length = np.int64(lengths[zone, 0, doc])  # planes.number_of: a call takes longer
                for k in range(1, lengths.shape[1]):
                    length |= np.int64(lengths[zone, k, doc]) << 8 * k
                out[n] += weights[zone] * tf / (tf + (offsets[zone] + slopes[zone] * length))


@kernel
def score_counts(
    counts: Any,
    docs: Any,
    masks: Any,
    weighing: Any,
    out: Any,
) -> Any:
    """Add to ``out`` what a word adds to each document, in which it stands ``counts`` times, in the
    zones of the document's mask."""
    weights, offsets, slopes, lengths = weighing
    for i in range(docs.size):
        for zone in range(weights.size):
            tf = counts[i, zone]
            if tf > 0 and masks[i] >> zone & 1 and weights[zone] > 0.0:
                norm = offsets[zone] + slopes[zone] * number_of(lengths, zone, docs[i])
                out[i] += weights[zone] * tf / (tf + norm)
