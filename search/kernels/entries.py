"""Entries: of several words at once, each an occurring form of a term, in which documents and zones
they stand, and how often.

An entry is a document, a key, which is the word's number << ZONE_BITS | the zone, and how often the
word stands there. Each document, word and zone has one at most; they come in no order.
``tests/kernels/test_entries.py`` holds the plain meaning.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel, part
from .lists import BLOCK, RARE, decode_block, row_of
from .sorting import ZONE_BITS

SEVERAL = 255  # no zone, but several


class Entries(NamedTuple):
    """What ``find_entries`` fills: as many as the terms have occurrences, and one more."""

    docs: NDArray[np.int32]
    keys: NDArray[np.int32]
    times: NDArray[np.int32]

    def first(self, n: int) -> "Entries":
        """The first n of them: what a kernel has filled."""
        return Entries(self.docs[:n], self.keys[:n], self.times[:n])


class Surfaces(NamedTuple):
    """The form of each surface of a group's terms, and the first surface of each term; terms
    without surfaces are a form each."""

    forms: NDArray[np.int32]
    first: NDArray[np.int64]


@kernel
def find_entries(
    lists: Any,
    table: Any,
    form_bits: Any,
    with_zone: Any,
    surfaces: Any,
    words: Any,
    mask: Any,
    alive: Any,
    stories: Any,
    entries: Any,
) -> Any:
    """The entries of the words in the zones of the mask; how many. ``words`` has a row for each:
    its term, its form, its number, in order of the term. Adds to ``stories``, by key, how many
    documents have it that are ``alive``, a flag for each, or all where there are none."""
    alone, held = _lone_zones(lists, mask), np.empty(BLOCK, np.int32)
    slots = np.empty(_most(surfaces.first, words), np.int32)
    memory = np.empty(BLOCK, np.int32), np.empty(BLOCK, np.uint64)
    latest = np.empty(stories.size >> ZONE_BITS, np.int64)  # of each word
    latest[:], out, first = -1, 0, 0
    while first < words.shape[0]:
        term, stop = words[first, 0], _end_of_run(words, first)
        is_whole = _read_slots(surfaces, words[first:stop], slots)
        block, start, base = table[term, 1], out, -1
        for posting in range(table[term, 0], table[term + 1, 0], BLOCK):
            docs = held[: min(BLOCK, table[term + 1, 0] - posting)]
            decode_block(lists.docs, lists.blocks[block, 1], base, docs.size, docs)
            base = lists.blocks[block, 0]
            if is_whole:
                out = _take_whole(lists, posting, docs, mask, slots[0], alone, memory, entries, out)
            else:
                read = lists.blocks[block, 2], form_bits[term], slots, latest
                out = _take_forms(lists, posting, docs, mask, read, alone, memory, entries, out)
            block += 1
        if not is_whole or alive.size:
            _count_stories(entries.docs[start:out], entries.keys[start:out], alive, stories)
        for zone in range(with_zone.shape[1] if is_whole and not alive.size else 0):
            stories[slots[0] << ZONE_BITS | zone] += with_zone[term, zone] * (mask >> zone & 1)
        first = stop
    return out


@kernel
def _end_of_run(words: Any, first: Any) -> Any:
    """The first word of another term."""
    stop = first + 1
    while stop < words.shape[0] and words[stop, 0] == words[first, 0]:
        stop += 1
    return stop


@kernel
def _lone_zones(lists: Any, mask: Any) -> Any:
    """For each code the zone of the mask in which such a posting stands, and how often; SEVERAL
    where it stands in another zone too, or alone. Then the zone where it stands once, SEVERAL
    where not so."""
    zones, once = np.empty(RARE + 1, np.uint8), np.empty(RARE + 1, np.uint8)
    zones[:], once[:] = SEVERAL, SEVERAL
    times = np.zeros(RARE + 1, np.int32)
    for row in range(RARE):
        for zone in range(lists.counts.shape[1]):
            tf = lists.counts[row, zone]
            if tf and tf == lists.totals[row] and mask >> zone & 1:
                zones[row], times[row] = zone, tf
                once[row] = zone if tf == 1 else SEVERAL
    return zones, times, once


@kernel
def _most(first: Any, words: Any) -> Any:
    """The most surfaces that a term of these has; one at least."""
    most: Any = np.int64(1)
    for n in range(words.shape[0]):
        most = max(most, first[words[n, 0] + 1] - first[words[n, 0]])
    return most


@kernel
def _read_slots(surfaces: Any, words: Any, slots: Any) -> Any:
    """The word's number for each surface of a term, -1 for none; whether all are of one word."""
    first, stop = surfaces.first[words[0, 0]], surfaces.first[words[0, 0] + 1]
    slots[0] = words[0, 2]
    is_whole = True
    for surface in range(first, stop):
        slot = -1
        for n in range(words.shape[0]):
            if words[n, 1] == surfaces.forms[surface]:
                slot = words[n, 2]
        slots[surface - first] = slot
        is_whole &= slot == slots[0] and slot >= 0
    return is_whole


@part
def _take_whole(
    lists: Any,
    posting: Any,
    docs: Any,
    mask: Any,
    word: Any,
    alone: Any,
    memory: Any,
    entries: Any,
    out: Any,
) -> Any:
    """The entries of some neighbouring postings, all their surfaces being of one word: first those
    of one zone, without a branch; then the few of several. (Unsigned numbers spare the question
    whether an index counts from the end; names for arrays, the counting of who holds them.)"""
    (zones, times, _), (several, _), (to_docs, to_keys, to_times) = alone, memory, entries
    codes, rare, counts = lists.codes, lists.rare, lists.counts
    key, at, left = word << ZONE_BITS, np.uint64(out), np.uint64(0)
    for i in range(docs.size):
        code = codes[posting + i]
        to_docs[at], to_keys[at], to_times[at] = docs[i], key | zones[code], times[code]
        several[left] = i
        more = np.uint64(zones[code] == SEVERAL)
        left += more
        at += np.uint64(1) - more
    for i in several[:left]:
        row, doc = row_of(codes, rare, posting + i), docs[i]
        for zone in range(counts.shape[1]):
            if mask >> zone & 1 and counts[row, zone]:
                to_docs[at], to_keys[at], to_times[at] = doc, key | zone, counts[row, zone]
                at += np.uint64(1)
    return np.int64(at)


@part
def _take_forms(
    lists: Any,
    posting: Any,
    docs: Any,
    mask: Any,
    read: Any,
    alone: Any,
    memory: Any,
    entries: Any,
    out: Any,
) -> Any:
    """The same where surfaces are of several words, or of none: first the postings of one
    occurrence."""
    (_, _, once), (several, bits), (packed, form_bits, slots, latest) = alone, memory, read
    codes, rare, counts, totals = lists.codes, lists.rare, lists.counts, lists.totals
    places, (to_docs, to_keys, to_times) = lists.places, entries
    width, at, left = np.uint64(packed & 63), np.uint64(out), np.uint64(0)
    bit = np.uint64(packed >> 6 if width else 0)  # of no bits there may be none left to read
    count = min(np.int64(form_bits), packed & 63)
    for i in range(docs.size):
        code = codes[posting + i]
        slot = slots[_low_bits(places, bit, count)]
        to_docs[at], to_keys[at], to_times[at] = docs[i], slot << ZONE_BITS | once[code], 1
        several[left], bits[left] = i, bit
        more = np.uint64(once[code] == SEVERAL)
        left += more
        at += np.uint64(1) - more & np.uint64(slot >= 0)
        row = np.int64(code) if code != RARE else row_of(codes, rare, posting + i)
        bit += width * np.uint64(totals[row])
    for n in range(np.int64(left)):
        row, doc = row_of(codes, rare, posting + several[n]), docs[several[n]]
        where = bits[n], width, count, slots, latest
        at = _take_mixed(places, counts, row, doc, mask, where, entries, at)
    return np.int64(at)


@part
def _take_mixed(
    places: Any, counts: Any, row: Any, doc: Any, mask: Any, where: Any, entries: Any, out: Any
) -> Any:
    """The entries of one posting, occurrence by occurrence."""
    (bit, width, count, slots, latest), (to_docs, to_keys, to_times) = where, entries
    for zone in range(counts.shape[1]):
        before = np.int64(out)
        for _ in range(counts[row, zone]):
            slot = slots[_low_bits(places, bit, count)]
            bit += width
            if slot < 0 or not mask >> zone & 1:
                continue
            word = np.uint64(slot)
            if latest[word] >= before:  # the zone has the word already
                to_times[np.uint64(latest[word])] += 1
                continue
            latest[word] = np.int64(out)
            to_docs[out], to_keys[out], to_times[out] = doc, slot << ZONE_BITS | zone, 1
            out += np.uint64(1)
    return out


@part
def _low_bits(words: Any, bit: Any, count: Any) -> Any:
    """So many bits from ``bit`` on: ``bits.read_bits`` without a branch."""
    shift, last = bit & np.uint64(63), np.uint64(max(count, 1) - 1)
    above = words[bit + last >> np.uint64(6)] << np.uint64(1) << np.uint64(63) - shift
    keep = (np.uint64(1) << np.uint64(count)) - np.uint64(1)
    return (words[bit >> np.uint64(6)] >> shift | above) & keep


@part
def _count_stories(docs: Any, keys: Any, alive: Any, stories: Any) -> Any:
    """Add to the stories of each key one for each entry of the living."""
    if alive.size:
        for i in range(docs.size):
            stories[np.uint32(keys[i])] += alive[docs[i]]
        return
    for i in range(docs.size):
        stories[np.uint32(keys[i])] += 1
