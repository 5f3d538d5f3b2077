"""Sums: the documents that stand in any of several lists, with what each list adds to them.

``marks`` has a bit for each document, set where it was found; ``sums`` has a score for each, or is
empty where nothing scores. Both are all zeros before the first list, and again when their content
is taken.
"""

from typing import Any

import numpy as np

from . import kernel
from .lists import BLOCK, decode_block
from .marks import mark, take_marks
from .meeting import keep_zones
from .scores import SOME, factor_rows, score_run


@kernel
def add_list(term: Any, mask: Any, weighing: Any, marks: Any, sums: Any) -> Any:
    """Add a list: its documents that have the term in a zone of the mask. Without weights nothing
    is scored."""
    lists, posting, block, size = term
    held, added = np.empty(SOME, np.int32), np.empty(SOME)
    postings = np.empty(SOME, np.int64)
    is_whole = mask == (1 << lists.counts.shape[1]) - 1
    factors = factor_rows(lists.counts, mask, weighing.weights)
    base = -1
    for start in range(0, size, SOME):
        count = min(SOME, size - start)
        for first in range(0, count, BLOCK):
            n = min(BLOCK, count - first)
            decode_block(lists.docs, lists.blocks[block, 1], base, n, held[first:])
            base = lists.blocks[block, 0]
            block += 1
        docs = held[:count]
        if sums.size and weighing.weights.size:
            added[:count] = 0.0
            score_run(lists, posting + start, docs, mask, weighing, factors, added[:count])
            for i in range(count):
                sums[np.uint32(docs[i])] += added[i]  # 0.0 where it is in no zone of the mask
        if not is_whole:
            docs = docs[: keep_zones(lists, posting + start, docs, mask, postings)]
        mark(docs, marks)


@kernel
def add_found(docs: Any, scores: Any, marks: Any, sums: Any) -> Any:
    """Add documents that were found already, with their scores."""
    mark(docs, marks)
    if sums.size and scores.size:
        for i in range(docs.size):
            sums[docs[i]] += scores[i]


@kernel
def take_sums(marks: Any, sums: Any, docs: Any, scores: Any) -> Any:
    """Take what was found, in order; how many documents."""
    n = take_marks(marks, marks[:0], docs)
    for i in range(n if sums.size else 0):
        doc = np.uint32(docs[i])
        scores[i] = sums[doc]
        sums[doc] = 0.0
    return n
