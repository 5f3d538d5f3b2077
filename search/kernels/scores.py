"""Scoring while walking posting lists: the ways in which a word takes part in a search.

Each kernel adds, for a document with ``tf`` occurrences in a zone of ``length`` words,
``weight * tf / (tf + offset + slope * length)``: BM25 with its constants multiplied out. A zone of
weight 0 finds and adds nothing; a zone not in ``mask`` is not looked at.
"""

from typing import Any

import numpy as np

from . import kernel
from .lists import BLOCK, decode_block, read_rows, row_of, seek_block


@kernel
def score_rows(
    counts: Any,
    rows: Any,
    docs: Any,
    n: Any,
    mask: Any,
    weights: Any,
    offsets: Any,
    slopes: Any,
    lengths: Any,
    out: Any,
) -> Any:
    """What a word adds to each of the first ``n`` documents, in which it stands as often as a row
    of ``counts`` says; -1.0 where it is in no zone of the mask."""
    for i in range(n):
        out[i] = -1.0
    for zone in range(weights.size):
        if mask >> zone & 1:
            weight, offset, slope = weights[zone], offsets[zone], slopes[zone]
            words = lengths[zone]
            for i in range(n):
                tf = counts[rows[i], zone]
                if tf > 0:
                    norm = offset + slope * words[docs[i]] if weight > 0.0 else 0.0
                    out[i] = max(out[i], 0.0) + weight * tf / (tf + norm)


@kernel
def find_list(
    lists: Any,
    posting: Any,
    block: Any,
    size: Any,
    mask: Any,
    weights: Any,
    offsets: Any,
    slopes: Any,
    lengths: Any,
    docs: Any,
    scores: Any,
) -> Any:
    """The documents of a list that have the term in a zone of the mask, with their scores; how
    many they are. There must be room for one more."""
    held, rows, added = np.empty(BLOCK, np.int32), np.empty(BLOCK, np.int32), np.empty(BLOCK)
    base, found = -1, 0
    for start in range(0, size, BLOCK):
        n = min(BLOCK, size - start)
        decode_block(lists.docs, lists.blocks[block, 1], base, n, held)
        read_rows(lists.codes, lists.rare, posting + start, n, rows)
        score_rows(lists.counts, rows, held, n, mask, weights, offsets, slopes, lengths, added)
        for i in range(n):
            docs[found] = held[i]
            scores[found] = added[i]
            found += added[i] >= 0.0
        base = lists.blocks[block, 0]
        block += 1
    return found


@kernel
def add_list(
    lists: Any,
    posting: Any,
    block: Any,
    size: Any,
    mask: Any,
    weights: Any,
    offsets: Any,
    slopes: Any,
    lengths: Any,
    sums: Any,
    touched: Any,
    found: Any,
) -> Any:
    """Add a list to ``sums``, one for each document, -1.0 for those not found so far; documents
    found for the first time are appended to ``touched``, which holds ``found`` and has room for
    one more than there are. How many it holds then."""
    held, rows, added = np.empty(BLOCK, np.int32), np.empty(BLOCK, np.int32), np.empty(BLOCK)
    base = -1
    for start in range(0, size, BLOCK):
        n = min(BLOCK, size - start)
        decode_block(lists.docs, lists.blocks[block, 1], base, n, held)
        read_rows(lists.codes, lists.rare, posting + start, n, rows)
        score_rows(lists.counts, rows, held, n, mask, weights, offsets, slopes, lengths, added)
        for i in range(n):
            if added[i] >= 0.0:
                doc = held[i]
                touched[found] = doc
                found += sums[doc] < 0.0
                sums[doc] = max(sums[doc], 0.0) + added[i]
        base = lists.blocks[block, 0]
        block += 1
    return found


@kernel
def add_found(docs: Any, scores: Any, sums: Any, touched: Any, found: Any) -> Any:
    """The same for documents that were found already, with their scores."""
    for i in range(docs.size):
        doc = docs[i]
        if sums[doc] < 0.0:
            touched[found] = doc
            found += 1
            sums[doc] = scores[i]
        else:
            sums[doc] += scores[i]
    return found


@kernel
def take_sums(sums: Any, touched: Any, found: Any, docs: Any, scores: Any) -> Any:
    """Take what was summed, in order of document, and leave ``sums`` all -1.0 again. There must be
    room for one more."""
    if found > sums.size >> 5:
        out = 0
        for doc in range(sums.size):
            docs[out] = doc
            scores[out] = sums[doc]
            out += sums[doc] >= 0.0
            sums[doc] = -1.0
        return
    ordered = np.sort(touched[:found])
    for i in range(found):
        docs[i] = ordered[i]
        scores[i] = sums[ordered[i]]
        sums[ordered[i]] = -1.0


@kernel
def meet_list(
    lists: Any, posting: Any, first: Any, size: Any, docs: Any, scores: Any, rows: Any
) -> Any:
    """Keep, in place, the documents that the list has too, each with its row of counts; how
    many."""
    codes, rare, blocks = lists.codes, lists.rare, lists.blocks
    buffer = np.empty(BLOCK, np.int32)
    stop = first + (size + BLOCK - 1) // BLOCK
    block, held, at, kept = first, -1, 0, 0
    for i in range(docs.size):
        doc = docs[i]
        if block != held or blocks[block, 0] < doc:
            block = seek_block(blocks, block, stop, doc)
            if block == stop:
                break
            if block != held:
                base = blocks[block - 1, 0] if block > first else -1
                n = min(BLOCK, size - (block - first) * BLOCK)
                decode_block(lists.docs, blocks[block, 1], base, n, buffer)
                held, at = block, 0
        while buffer[at] < doc:  # the block's last document is doc or behind it
            at += 1
        if buffer[at] == doc:
            docs[kept] = doc
            scores[kept] = scores[i]
            rows[kept] = row_of(codes, rare, posting + (block - first) * BLOCK + at)
            kept += 1
    return kept


@kernel
def keep_list(
    lists: Any,
    posting: Any,
    first: Any,
    size: Any,
    mask: Any,
    weights: Any,
    offsets: Any,
    slopes: Any,
    lengths: Any,
    docs: Any,
    scores: Any,
) -> Any:
    """Keep, in place, the documents that have the term in a zone of the mask, adding its scores;
    how many."""
    rows, added = np.empty(docs.size, np.int32), np.empty(docs.size)
    met = meet_list(lists, posting, first, size, docs, scores, rows)
    score_rows(lists.counts, rows, docs, met, mask, weights, offsets, slopes, lengths, added)
    kept = 0
    for i in range(met):
        if added[i] >= 0.0:
            docs[kept] = docs[i]
            scores[kept] = scores[i] + added[i]
            kept += 1
    return kept


@kernel
def meet(docs: Any, scores: Any, others: Any, other_scores: Any) -> Any:
    """Keep, in place, the documents that stand in both, adding scores; how many."""
    kept, at = 0, 0
    for i in range(docs.size):
        doc = docs[i]
        step = 1
        while at + step < others.size and others[at + step] < doc:
            at += step
            step <<= 1
        while at < others.size and others[at] < doc:
            at += 1
        if at < others.size and others[at] == doc:
            docs[kept] = doc
            scores[kept] = scores[i] + other_scores[at]
            kept += 1
    return kept


@kernel
def part(docs: Any, scores: Any, others: Any) -> Any:
    """Drop, in place, the documents that stand in ``others``; how many stay."""
    kept, at = 0, 0
    for i in range(docs.size):
        doc = docs[i]
        while at < others.size and others[at] < doc:
            at += 1
        if at == others.size or others[at] != doc:
            docs[kept] = doc
            scores[kept] = scores[i]
            kept += 1
    return kept
