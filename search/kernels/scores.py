"""Scoring while walking posting lists: the ways in which a word takes part in a search.

Each kernel adds, for a document with ``tf`` occurrences in a zone of ``length`` words,
``weight * tf / (tf + offset + slope * length)``: BM25 with its constants multiplied out. A zone of
weight 0 finds and adds nothing; a zone not in ``mask`` is not looked at.
"""

import numpy as np

from . import kernel
from .lists import BLOCK, RARE, count_in, decode_block, rare_row, seek_block


@kernel
def add_up(lists, posting, doc, mask, weights, offsets, slopes, lengths):
    """What a posting adds to its document's score; -1.0 where it is in no zone of the mask."""
    code = lists.codes[posting]
    row = rare_row(lists, posting) if code == RARE else 0
    total = -1.0
    for zone in range(weights.size):
        if mask >> zone & 1:
            tf = lists.counts[code, zone] if code != RARE else lists.rare[row, 1 + zone]
            if tf > 0:
                if total < 0.0:
                    total = 0.0
                if weights[zone] > 0.0:
                    norm = offsets[zone] + slopes[zone] * lengths[zone, doc]
                    total += weights[zone] * tf / (tf + norm)
    return total


@kernel
def find_list(lists, posting, block, size, mask, weights, offsets, slopes, lengths, docs, scores):
    """The documents of a list that have the term in a zone of the mask, with their scores; how
    many they are."""
    buffer = np.empty(BLOCK, np.int32)
    base = -1
    found = 0
    for start in range(0, size, BLOCK):
        n = min(BLOCK, size - start)
        decode_block(lists, block, base, n, buffer)
        for i in range(n):
            doc = buffer[i]
            score = add_up(lists, posting + start + i, doc, mask, weights, offsets, slopes, lengths)
            if score >= 0.0:
                docs[found] = doc
                scores[found] = score
                found += 1
        base = lists.blocks[block, 0]
        block += 1
    return found


@kernel
def add_list(
    lists, posting, block, size, mask, weights, offsets, slopes, lengths, sums, touched, found
):
    """Add a list to ``sums``, one for each document, -1.0 for those not found so far; documents
    found for the first time are appended to ``touched``, which holds ``found``. How many it holds
    then."""
    buffer = np.empty(BLOCK, np.int32)
    base = -1
    for start in range(0, size, BLOCK):
        n = min(BLOCK, size - start)
        decode_block(lists, block, base, n, buffer)
        for i in range(n):
            doc = buffer[i]
            score = add_up(lists, posting + start + i, doc, mask, weights, offsets, slopes, lengths)
            if score >= 0.0:
                if sums[doc] < 0.0:
                    touched[found] = doc
                    found += 1
                    sums[doc] = score
                else:
                    sums[doc] += score
        base = lists.blocks[block, 0]
        block += 1
    return found


@kernel
def add_found(docs, scores, sums, touched, found):
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
def take_sums(sums, touched, found, docs, scores):
    """Take what was summed, in order of document, and leave ``sums`` all -1.0 again."""
    if found > sums.size >> 5:
        out = 0
        for doc in range(sums.size):
            if sums[doc] >= 0.0:
                docs[out] = doc
                scores[out] = sums[doc]
                sums[doc] = -1.0
                out += 1
        return
    ordered = np.sort(touched[:found])
    for i in range(found):
        docs[i] = ordered[i]
        scores[i] = sums[ordered[i]]
        sums[ordered[i]] = -1.0


@kernel
def keep_list(lists, posting, first, size, mask, weights, offsets, slopes, lengths, docs, scores):
    """Keep, in place, the documents that the list has too, adding its scores; how many."""
    buffer = np.empty(BLOCK, np.int32)
    stop = first + (size + BLOCK - 1) // BLOCK
    block, held, n, at, kept = first, -1, 0, 0, 0
    for i in range(docs.size):
        doc = docs[i]
        block = seek_block(lists, block, stop, doc)
        if block == stop:
            break
        if block != held:
            base = lists.blocks[block - 1, 0] if block > first else -1
            n = min(BLOCK, size - (block - first) * BLOCK)
            decode_block(lists, block, base, n, buffer)
            held, at = block, 0
        while at < n and buffer[at] < doc:
            at += 1
        if at < n and buffer[at] == doc:
            where = posting + (block - first) * BLOCK + at
            score = add_up(lists, where, doc, mask, weights, offsets, slopes, lengths)
            if score >= 0.0:
                docs[kept] = doc
                scores[kept] = scores[i] + score
                kept += 1
    return kept


@kernel
def drop_list(lists, posting, first, size, mask, docs, scores):
    """Drop, in place, the documents that have the term in a zone of the mask; how many stay."""
    buffer = np.empty(BLOCK, np.int32)
    stop = first + (size + BLOCK - 1) // BLOCK
    block, held, n, at, kept = first, -1, 0, 0, 0
    for i in range(docs.size):
        doc = docs[i]
        block = seek_block(lists, block, stop, doc)
        is_found = False
        if block < stop:
            if block != held:
                base = lists.blocks[block - 1, 0] if block > first else -1
                n = min(BLOCK, size - (block - first) * BLOCK)
                decode_block(lists, block, base, n, buffer)
                held, at = block, 0
            while at < n and buffer[at] < doc:
                at += 1
            if at < n and buffer[at] == doc:
                where = posting + (block - first) * BLOCK + at
                for zone in range(lists.counts.shape[1]):
                    if mask >> zone & 1 and count_in(lists, where, zone) > 0:
                        is_found = True
        if not is_found:
            docs[kept] = doc
            scores[kept] = scores[i]
            kept += 1
    return kept


@kernel
def meet(docs, scores, others, other_scores):
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
def part(docs, scores, others):
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
