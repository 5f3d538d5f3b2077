"""Posting lists: for each term the documents that have it, how often in each zone, and where.

A list is cut into blocks of 128 documents. A document is kept as its distance from the one before
it less one, in as many bits as the block's largest takes. How often is a code into a table of the
commonest counts; the postings of code 255 are in ``rare``, and their counts follow in the table.
Where is a number for each occurrence: the word's place in the document, and in the lowest
``form_bits`` which of the term's surfaces stands there.

``tests/kernels/test_lists.py`` holds the plain meaning: lists of (document, counts, places).
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel
from .bits import read_bits
from .ordered import first_from

BLOCK = 128  # documents
RARE = 255  # the code of counts that are not in the table

LAST, DOCS, PLACES = 0, 1, 2  # columns of ``blocks``


class Lists(NamedTuple):
    """The lists of all terms of a group of zones, in memory or in a mapped file."""

    docs: NDArray[np.uint64]  # bits: distances between documents
    places: NDArray[np.uint64]  # bits: where each occurrence stands
    codes: NDArray[np.uint8]  # for each posting, the row of ``counts``, or 255
    blocks: NDArray[
        np.int64
    ]  # for each block: last document; docs' and places' first bit << 6 | width
    counts: NDArray[np.int32]  # (255 + rare, zones): how often in each zone
    rare: NDArray[np.int64]  # the postings of code 255, in order
    totals: NDArray[np.int32]  # the sum of each row of ``counts``; worked out, not kept


class PostingList(NamedTuple):
    """The list of one term."""

    lists: Lists
    posting: int  # its first
    block: int  # its first
    size: int  # documents


@kernel
def decode_block(words: Any, packed: Any, base: Any, count: Any, out: Any) -> Any:
    """The documents of a block into ``out``: ``packed`` is where they start and their width, as in
    ``blocks``; ``base`` is the document before it, -1 at first."""
    at, width = packed >> 6, packed & 63
    doc = base
    if width == 0:
        for i in range(count):
            out[i] = base + 1 + i
        return
    mask = (np.uint64(1) << np.uint64(width)) - np.uint64(1)
    for i in range(count):
        word = at >> 6
        low = at & 63
        value = words[word] >> np.uint64(low)
        if low + width > 64:
            value |= words[word + 1] << np.uint64(64 - low)
        doc += np.int64(value & mask) + 1
        out[i] = doc
        at += width


@kernel
def row_of(codes: Any, rare: Any, posting: Any) -> Any:
    """The row of ``counts`` that a posting has."""
    row = np.int64(codes[posting])
    return row if row != RARE else RARE + first_from(rare, 0, rare.size, posting)


@kernel
def read_rows(codes: Any, rare: Any, posting: Any, count: Any, rows: Any) -> Any:
    """``row_of`` for some neighbours."""
    has_rare = False
    for i in range(count):
        rows[i] = codes[posting + i]
        has_rare |= rows[i] == RARE
    if has_rare:
        for i in range(count):
            rows[i] = row_of(codes, rare, posting + i)


@kernel
def seek_block(blocks: Any, block: Any, stop: Any, doc: Any) -> Any:
    """The first block from ``block`` on whose last document is ``doc`` or behind it: galloping,
    then halving; ``stop`` where there is none."""
    if block >= stop or blocks[block, 0] >= doc:
        return block
    step = 1
    low = block
    while low + step < stop and blocks[low + step, 0] < doc:
        low += step
        step <<= 1
    high = min(low + step, stop)
    while high - low > 1:
        middle = (low + high) >> 1
        if blocks[middle, 0] < doc:
            low = middle
        else:
            high = middle
    return high


@kernel
def decode_docs(term: Any, docs: Any) -> Any:
    """The documents of a whole list."""
    lists, _, block, size = term
    base = -1
    for start in range(0, size, BLOCK):
        decode_block(
            lists.docs, lists.blocks[block, 1], base, min(BLOCK, size - start), docs[start:]
        )
        base = lists.blocks[block, 0]
        block += 1


@kernel
def decode_list(term: Any, docs: Any, counts: Any) -> Any:
    """A whole list: its documents, and (documents, zones) of how often."""
    lists, posting, block, size = term
    base = -1
    for start in range(0, size, BLOCK):
        n = min(BLOCK, size - start)
        decode_block(lists.docs, lists.blocks[block, 1], base, n, docs[start:])
        for i in range(start, start + n):
            row = row_of(lists.codes, lists.rare, posting + i)
            for zone in range(counts.shape[1]):
                counts[i, zone] = lists.counts[row, zone]
        base = lists.blocks[block, 0]
        block += 1


@kernel
def postings_at(term: Any, wanted: Any, out: Any) -> Any:
    """The posting of each wanted document (in order), -1 where the term is not. Plainly:
    ``out[i] = posting + docs.index(wanted[i])``."""
    lists, posting, first, size = term
    blocks = lists.blocks
    buffer = np.empty(BLOCK, np.int32)
    stop = first + (size + BLOCK - 1) // BLOCK
    block, held, at = first, np.int64(-1), 0
    for i in range(wanted.size):
        doc, out[i] = wanted[i], -1
        if block < stop and (block != held or blocks[block, 0] < doc):
            block = seek_block(blocks, block, stop, doc)
            if block < stop and block != held:
                base = blocks[block - 1, 0] if block > first else -1
                n = min(BLOCK, size - (block - first) * BLOCK)
                decode_block(lists.docs, blocks[block, 1], base, n, buffer)
                held, at = block, 0
        if block < stop:
            while buffer[at] < doc:  # the block's last document is doc or behind it
                at += 1
            if buffer[at] == doc:
                out[i] = posting + (block - first) * BLOCK + at


@kernel
def counts_of(lists: Any, postings: Any, out: Any) -> Any:
    """How often the term stands in each zone of each posting's document; 0 where that is -1."""
    counts, codes, rare = lists.counts, lists.codes, lists.rare
    for i in range(postings.size):
        for zone in range(out.shape[1]):
            out[i, zone] = 0
        if postings[i] >= 0:
            row = row_of(codes, rare, postings[i])
            for zone in range(out.shape[1]):
                out[i, zone] = counts[row, zone]


@kernel
def decode_places(term: Any, form_bits: Any, docs: Any, zones: Any, places: Any, forms: Any) -> Any:
    """Every occurrence of a list, in order: document, zone, place in the zone, form. How many."""
    lists, posting, block, size = term
    buffer = np.empty(BLOCK, np.int32)
    words = lists.places
    low = (np.int64(1) << form_bits) - 1
    base, out = -1, 0
    for start in range(0, size, BLOCK):
        n = min(BLOCK, size - start)
        decode_block(lists.docs, lists.blocks[block, 1], base, n, buffer)
        at, width = lists.blocks[block, 2] >> 6, lists.blocks[block, 2] & 63
        for i in range(n):
            row = row_of(lists.codes, lists.rare, posting + start + i)
            for zone in range(lists.counts.shape[1]):
                for _ in range(lists.counts[row, zone]):
                    value = read_bits(words, at, width)
                    docs[out] = buffer[i]
                    zones[out] = zone
                    places[out] = value >> form_bits
                    forms[out] = value & low
                    at += width
                    out += 1
        base = lists.blocks[block, 0]
        block += 1
    return out
