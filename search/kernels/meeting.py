"""Meeting: documents that stand in several lists at once, or in one and not in another.

Documents are in order, each once. Scores go with them, or are empty where nothing scores.
"""

from typing import Any

import numpy as np

from . import kernel
from .lists import BLOCK, decode_block, row_of, seek_block


@kernel
def is_in_zones(counts: Any, row: Any, mask: Any) -> Any:
    """Whether the term stands in a zone of the mask."""
    found = False
    for zone in range(counts.shape[1]):
        found |= mask >> zone & 1 and counts[row, zone] > 0
    return found


@kernel
def keep_zones(lists: Any, posting: Any, docs: Any, mask: Any, postings: Any) -> Any:
    """Keep, in place, of the documents of neighbouring postings, from ``posting`` on, those that
    have the term in a zone of the mask, and fill in their postings; how many."""
    kept = 0
    for i in range(docs.size):
        docs[kept], postings[kept] = docs[i], posting + i
        kept += is_in_zones(lists.counts, row_of(lists.codes, lists.rare, posting + i), mask)
    return kept


@kernel
def meet_list(term: Any, mask: Any, docs: Any, kept: Any, postings: Any) -> Any:
    """Keep, in place, the documents that have the term in a zone of the mask: which of them these
    are, and the posting of each; how many."""
    lists, posting, first, size = term
    blocks, is_whole = lists.blocks, mask == (1 << lists.counts.shape[1]) - 1
    buffer = np.empty(BLOCK, np.int32)
    stop = first + (size + BLOCK - 1) // BLOCK
    block, held, at, n = first, np.int64(-1), 0, 0
    for i in range(docs.size):
        doc = docs[i]
        if block != held or blocks[block, 0] < doc:
            block = seek_block(blocks, block, stop, doc)
            if block == stop:
                break
            if block != held:
                base = blocks[block - 1, 0] if block > first else -1
                count = min(BLOCK, size - (block - first) * BLOCK)
                decode_block(lists.docs, blocks[block, 1], base, count, buffer)
                held, at = block, 0
        while buffer[at] < doc:  # the block's last document is doc or behind it
            at += 1
        docs[n], kept[n] = doc, i
        postings[n] = posting + (block - first) * BLOCK + at
        if is_whole:
            n += buffer[at] == doc
        elif buffer[at] == doc:
            row = row_of(lists.codes, lists.rare, postings[n])
            n += is_in_zones(lists.counts, row, mask)
    return n


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
            if scores.size:
                scores[kept] = scores[i] + (other_scores[at] if other_scores.size else 0.0)
            kept += 1
    return kept


@kernel
def part(docs: Any, others: Any, kept: Any) -> Any:
    """Which of the documents do not stand in ``others``; how many."""
    n, at = 0, 0
    for i in range(docs.size):
        while at < others.size and others[at] < docs[i]:
            at += 1
        kept[n] = i
        n += at == others.size or others[at] != docs[i]
    return n
