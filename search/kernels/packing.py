"""Making posting lists, as ``lists`` has them, from occurrences in order of term."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel
from .bits import width_of, write_bits
from .lists import BLOCK, RARE
from .sorting import ZONE_BITS


class Counts(NamedTuple):
    """The commonest rows of counts, by code, and a hash table over them, -1 where free."""

    rows: NDArray[np.int32]  # (255, zones)
    slots: NDArray[np.int32]
    used: NDArray[np.int64]  # one number: how many rows there are


class Packed(NamedTuple):
    """What ``pack_terms`` fills; ``ends`` says how far."""

    sizes: NDArray[np.int64]  # for each term, its documents
    with_zone: NDArray[np.int32]  # (terms, zones): those that have it there
    codes: NDArray[np.uint8]  # for each posting
    rare: NDArray[np.int64]  # the postings of code 255, of these here,
    rare_counts: NDArray[np.int32]  # and their counts: (rare, zones)
    lasts: NDArray[np.int32]  # for each block its last document,
    widths: NDArray[np.uint8]  # (blocks, 2): bits of a document and of a place,
    words: NDArray[np.int64]  # and its occurrences
    docs: NDArray[np.uint64]  # zeros to begin with, but the bits before the first
    places: NDArray[np.uint64]
    ends: NDArray[np.int64]  # postings, rare, blocks, bits of docs, bits of places


@kernel
def pack_terms(found: Any, which: Any, form_bits: Any, base: Any, counts: Any, out: Any) -> None:
    """Pack the lists of all terms. A surface is kept as ``which[surface]``, its number among its
    term's, in so many bits as the term's ``form_bits``. Before the first document of the first
    term is ``base``, -1 where that is its first at all."""
    row, gaps = np.zeros(out.with_zone.shape[1], np.int32), np.empty(BLOCK, np.int64)
    posting, rare, block, docs_at, places_at = out.ends
    for term in range(found.starts.size):
        at, stop, bits = found.starts[term], found.stops[term], form_bits[term]
        while at < stop:
            first, n, most, deepest = at, 0, np.int64(0), np.int64(0)
            while at < stop and n < BLOCK:
                doc = found.where[at] >> ZONE_BITS
                for zone in range(row.size):
                    row[zone] = 0
                while at < stop and found.where[at] >> ZONE_BITS == doc:
                    row[found.where[at] & ((1 << ZONE_BITS) - 1)] += 1
                    deepest |= np.int64(found.places[at]) << bits | which[found.surfaces[at]]
                    at += 1
                for zone in range(row.size):
                    out.with_zone[term, zone] += row[zone] > 0
                out.codes[posting] = code = _code_of(row, counts)
                if code == RARE:
                    out.rare[rare] = posting
                    for zone in range(row.size):
                        out.rare_counts[rare, zone] = row[zone]
                    rare += 1
                gaps[n] = doc - base - 1
                most |= gaps[n]
                base, n, posting = doc, n + 1, posting + 1
            width, depth = width_of(most), width_of(deepest)
            for i in range(n):
                write_bits(out.docs, docs_at + i * width, width, gaps[i])
            _write_places(found, first, at, bits, which, depth, out.places, places_at)
            docs_at, places_at = docs_at + n * width, places_at + (at - first) * depth
            out.lasts[block], out.words[block] = base, at - first
            out.widths[block, 0], out.widths[block, 1] = width, depth
            out.sizes[term], block = out.sizes[term] + n, block + 1
        base = -1
    for at, end in enumerate((posting, rare, block, docs_at, places_at)):
        out.ends[at] = end


@kernel
def _write_places(
    found: Any,
    first: Any,
    stop: Any,
    bits: Any,
    which: Any,
    width: Any,
    places: Any,
    at: Any,
) -> None:
    for i in range(first, stop):
        value = np.int64(found.places[i]) << bits | which[found.surfaces[i]]
        write_bits(places, at, width, value)
        at += width


@kernel
def _code_of(row: Any, counts: Any) -> Any:
    """A row's code: its number in ``rows``, to which it is added while there is room, else 255."""
    key = np.int64(0)
    for zone in range(row.size):
        key = key * 31 + row[zone]
    slot = key & (counts.slots.size - 1)
    while counts.slots[slot] >= 0:
        code = counts.slots[slot]
        is_same = True
        for zone in range(row.size):
            is_same = is_same and counts.rows[code, zone] == row[zone]
        if is_same:
            return code
        slot = (slot + 1) & (counts.slots.size - 1)
    code = counts.used[0]
    if code == RARE:
        return code
    counts.slots[slot] = code
    for zone in range(row.size):
        counts.rows[code, zone] = row[zone]
    counts.used[0] += 1
    return code
