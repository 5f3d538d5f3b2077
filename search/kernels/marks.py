"""Marks: a bit for each document, set where a list has it.

Plainly, a set of documents. ``before`` is how many there are before each 64 documents, so that the
place of a document in the list is found without walking it.
"""

from typing import Any

import numpy as np

from . import kernel
from .bits import count_bits
from .lists import BLOCK, decode_block

_DE_BRUIJN = np.uint64(0x03F79D71B4CB0A89)  # its 64 windows of 6 bits all differ
_LOWEST = np.zeros(64, np.int64)
for _bit in range(64):
    _LOWEST[(int(_DE_BRUIJN) << _bit & 0xFFFFFFFFFFFFFFFF) >> 58] = _bit


@kernel
def mark(docs: Any, marks: Any) -> Any:
    """Set the bits of documents, which are in order."""
    if docs.size == 0:
        return
    word, bits = docs[0] >> 6, np.uint64(0)
    for i in range(docs.size):
        if docs[i] >> 6 != word:
            marks[word] |= bits
            word, bits = docs[i] >> 6, np.uint64(0)
        bits |= np.uint64(1) << np.uint64(docs[i] & 63)
    marks[word] |= bits


@kernel
def mark_list(term: Any, marks: Any, before: Any, rows: Any) -> Any:
    """Set the bits of a whole list, fill in ``before``, and set a flag for each code that its
    postings have; all are 0 at first."""
    lists, posting, block, size = term
    for code in lists.codes[posting : posting + size]:
        rows[code] = 1
    docs = np.empty(BLOCK, np.int32)
    base = -1
    for start in range(0, size, BLOCK):
        n = min(BLOCK, size - start)
        decode_block(lists.docs, lists.blocks[block, 1], base, n, docs)
        mark(docs[:n], marks)
        base = lists.blocks[block, 0]
        block += 1
    total = 0
    for word in range(marks.size):
        before[word] = total
        total += count_bits(marks[word])


@kernel
def meet_marks(marks: Any, docs: Any, kept: Any) -> Any:
    """Keep, in place, the documents that are marked: which of them these are; how many."""
    n = 0
    for i in range(docs.size):
        doc = docs[i]
        docs[n], kept[n] = doc, i
        n += int(marks[np.uint32(doc) >> 6] >> np.uint64(doc & 63) & np.uint64(1))
    return n


@kernel
def part_marks(marks: Any, docs: Any, kept: Any) -> Any:
    """Which of the documents are not marked; how many."""
    n = 0
    for i in range(docs.size):
        kept[n] = i
        n += int(~marks[np.uint32(docs[i]) >> 6] >> np.uint64(docs[i] & 63) & np.uint64(1))
    return n


@kernel
def postings_in(marks: Any, before: Any, posting: Any, docs: Any, postings: Any) -> Any:
    """The posting of each document, all of which are marked; the list's first is ``posting``."""
    for i in range(docs.size):
        word = np.uint32(docs[i]) >> 6
        below = (np.uint64(1) << np.uint64(docs[i] & 63)) - np.uint64(1)
        postings[i] = posting + before[word] + count_bits(marks[word] & below)


@kernel
def take_marks(marks: Any, others: Any, docs: Any) -> Any:
    """The documents marked, there or in ``others``, if that is not empty; how many. ``marks`` is
    all 0 then."""
    n = 0
    for word in range(marks.size):
        bits = marks[word]
        if others.size:
            bits |= others[word]
        marks[word] = 0
        while bits:
            lowest = bits & (~bits + np.uint64(1))
            bits ^= lowest
            docs[n] = word << 6 | _LOWEST[(lowest * _DE_BRUIJN) >> np.uint64(58)]
            n += 1
    return n
