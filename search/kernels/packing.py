"""Making posting lists, as ``lists`` has them, from occurrences of words."""

from typing import Any

import numpy as np

from . import kernel
from .bits import width_of, write_bits
from .lists import BLOCK, RARE


@kernel
def sort_tokens(terms: Any, docs: Any, zones: Any, values: Any, sizes: Any) -> Any:
    """The occurrences in order of term, else as they came; ``sizes`` is how many each term has."""
    at = np.zeros(sizes.size + 1, np.int64)
    for term in range(sizes.size):
        at[term + 1] = at[term] + sizes[term]
    sorted_terms = np.empty_like(terms)
    sorted_docs = np.empty_like(docs)
    sorted_zones = np.empty_like(zones)
    sorted_values = np.empty_like(values)
    for i in range(terms.size):
        to = at[terms[i]]
        at[terms[i]] = to + 1
        sorted_terms[to] = terms[i]
        sorted_docs[to] = docs[i]
        sorted_zones[to] = zones[i]
        sorted_values[to] = values[i]
    return sorted_terms, sorted_docs, sorted_zones, sorted_values


@kernel
def _same_posting(terms: Any, docs: Any, i: Any) -> Any:
    return terms[i] == terms[i - 1] and docs[i] == docs[i - 1]


@kernel
def group_tokens(
    terms: Any,
    docs: Any,
    zones: Any,
    sizes: Any,
    with_zone: Any,
    posting_docs: Any,
    posting_counts: Any,
) -> Any:
    """From occurrences in order of term and document to postings: fills each posting's document
    and zeroed counts, each term's number of postings, and (terms, zones) of how many of these
    have it in a zone; returns how many postings there are."""
    out = -1
    for i in range(terms.size):
        if i == 0 or not _same_posting(terms, docs, i):
            out += 1
            posting_docs[out] = docs[i]
            sizes[terms[i]] += 1
        if posting_counts[out, zones[i]] == 0:
            with_zone[terms[i], zones[i]] += 1
        posting_counts[out, zones[i]] += 1
    return out + 1


@kernel
def code_counts(counts: Any, rows: Any, slots: Any, used: Any, codes: Any) -> Any:
    """A code for each row of ``counts``: its number in ``rows``, to which unknown ones are added
    while there is room, else 255. ``slots`` is a hash table over ``rows``, -1 where free. How many
    rows are used then."""
    for i in range(counts.shape[0]):
        key = np.int64(0)
        for zone in range(counts.shape[1]):
            key = key * 31 + counts[i, zone]
        slot = key & (slots.size - 1)
        code = RARE
        while True:
            row = slots[slot]
            if row < 0:
                if used < RARE:
                    rows[used] = counts[i]
                    slots[slot] = used
                    code = used
                    used += 1
                break
            is_same = True
            for zone in range(counts.shape[1]):
                is_same = is_same and rows[row, zone] == counts[i, zone]
            if is_same:
                code = row
                break
            slot = (slot + 1) & (slots.size - 1)
        codes[i] = code
    return used


@kernel
def pack_lists(
    sizes: Any, posting_docs: Any, totals: Any, values: Any, blocks: Any, docs: Any, places: Any
) -> Any:
    """Write the lists of terms with ``sizes`` postings each into zeroed ``docs`` and ``places``;
    ``totals`` is how many ``values`` (place and form in one) each posting has.
    Returns the bits used of each. With empty ``docs`` it only measures."""
    is_written = docs.size > 0
    docs_at, places_at = np.int64(0), np.int64(0)
    posting, value, block = 0, 0, 0
    for term in range(sizes.size):
        base = -1
        for start in range(0, sizes[term], BLOCK):
            n = min(BLOCK, sizes[term] - start)
            most, deepest, stop = np.int64(0), np.int64(0), value
            before = base
            for i in range(n):
                most = max(most, posting_docs[posting + i] - before - 1)
                before = posting_docs[posting + i]
                for _ in range(totals[posting + i]):
                    deepest = max(deepest, values[stop])
                    stop += 1
            width, depth = width_of(most), width_of(deepest)
            blocks[block, 0] = before
            blocks[block, 1] = docs_at << 6 | width
            blocks[block, 2] = places_at << 6 | depth
            if is_written:
                _pack_block(posting_docs, posting, n, base, docs, docs_at, width)
                for i in range(value, stop):
                    write_bits(places, places_at + (i - value) * depth, depth, values[i])
            docs_at += n * width
            places_at += (stop - value) * depth
            posting, value, base = posting + n, stop, before
            block += 1
    return docs_at, places_at


@kernel
def _pack_block(
    posting_docs: Any, posting: Any, n: Any, base: Any, docs: Any, at: Any, width: Any
) -> Any:
    for i in range(n):
        write_bits(docs, at + i * width, width, posting_docs[posting + i] - base - 1)
        base = posting_docs[posting + i]


@kernel
def mark_surfaces(terms: Any, zones: Any, surfaces: Any, masks: Any, owners: Any) -> Any:
    """For each surface that occurs a bit for each zone it occurs in, and its term."""
    for i in range(terms.size):
        masks[surfaces[i]] |= np.uint8(1 << zones[i])
        owners[surfaces[i]] = terms[i]
