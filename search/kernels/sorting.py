"""Occurrences of words in order of term, a run of terms at a time: from texts, or from lists.

``tests/kernels/test_sorting.py`` holds the plain meaning: ``sorted``.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel
from .bits import read_bits
from .lists import BLOCK, decode_block, row_of
from .placing import SHORT, SHORT_BITS

ZONE_BITS = 2  # of an occurrence's document and zone in one number


class Occurrences(NamedTuple):
    """Those of term n are numbers ``starts[n]`` up to ``stops[n]``, in order of document, zone and
    place. ``where`` is the document << ZONE_BITS | the zone; ``surfaces`` says how it is printed,
    by numbers that the terms share."""

    starts: NDArray[np.int64]
    stops: NDArray[np.int64]
    where: NDArray[np.int64]
    places: NDArray[np.int32]
    surfaces: NDArray[np.int32]


@kernel
def sort_words(
    stream: Any, sizes: Any, zones: Any, doc: Any, terms: Any, first: Any, found: Any
) -> None:
    """Put into ``found``, behind its ``stops``, what a stream as in ``placing`` has of the terms
    from ``first`` on that there is room for. ``doc`` is the number of the first document;
    ``terms`` is each word's term, and a word's number is its surface."""
    at = 0
    stops = found.stops
    for text in range(sizes.size):
        where = (doc + text // zones) << ZONE_BITS | text % zones
        for place in range(sizes[text]):
            number = int(stream[at])
            at += 1
            if number & SHORT:
                number = number & (SHORT - 1) | int(stream[at]) << SHORT_BITS
                at += 1
            term = terms[number] - first
            if 0 <= term < stops.size:
                to = stops[term]
                stops[term] = to + 1
                found.where[to], found.places[to], found.surfaces[to] = where, place, number


@kernel
def sort_lists(lists: Any, table: Any, form_bits: Any, rows: Any, docs: Any, found: Any) -> None:
    """The same from lists. ``rows`` are a term's number in the lists, the first of its blocks and
    the one behind the last, its number in ``found``, and the number of its first surface there.
    ``docs`` is the new number of each document, -1 for those left out."""
    held = np.empty(BLOCK, np.int32)
    for n in range(len(rows)):
        term, first, last, to, surface = rows[n]
        posting, start = table[term, 0] + first * BLOCK, table[term, 1]
        base = lists.blocks[start + first - 1, 0] if first else -1
        bits, out = form_bits[term], found.stops[to]
        for block in range(start + first, start + last):
            count = min(BLOCK, table[term + 1, 0] - posting)
            decode_block(lists.docs, lists.blocks[block, 1], base, count, held)
            out = _take_block(lists, block, posting, count, held, docs, bits, surface, found, out)
            base = lists.blocks[block, 0]
            posting += count
        found.stops[to] = out


@kernel
def _take_block(
    lists: Any,
    block: Any,
    posting: Any,
    count: Any,
    held: Any,
    docs: Any,
    bits: Any,
    surface: Any,
    found: Any,
    out: Any,
) -> Any:
    """The occurrences in one block; where the next goes."""
    at, width = lists.blocks[block, 2] >> 6, lists.blocks[block, 2] & 63
    low = (np.int64(1) << bits) - 1
    for i in range(count):
        row, doc = row_of(lists.codes, lists.rare, posting + i), docs[held[i]]
        for zone in range(lists.counts.shape[1]):
            times = lists.counts[row, zone]
            if doc < 0:
                at += times * width
                continue
            for _ in range(times):
                value = read_bits(lists.places, at, width)
                found.where[out] = doc << ZONE_BITS | zone
                found.places[out] = value >> bits
                found.surfaces[out] = surface + (value & low)
                at += width
                out += 1
    return out


@kernel
def mark_surfaces(found: Any, masks: Any, owners: Any) -> None:
    """For each surface that occurs a bit for each zone it occurs in, and its term."""
    for term in range(found.starts.size):
        for i in range(found.starts[term], found.stops[term]):
            masks[found.surfaces[i]] |= 1 << (found.where[i] & ((1 << ZONE_BITS) - 1))
            owners[found.surfaces[i]] = term


@kernel
def whole_blocks(where: Any) -> Any:
    """How many of one term's occurrences are in whole blocks of documents."""
    docs = stop = 0
    for i in range(where.size):
        if i == 0 or where[i] >> ZONE_BITS != where[i - 1] >> ZONE_BITS:
            if docs % BLOCK == 0:
                stop = i
            docs += 1
    return where.size if docs % BLOCK == 0 else stop
