"""Spans: where in each of some documents a word, a phrase or a proximity stands.

Spans of document i are numbers ``at[i]`` up to ``at[i + 1]`` of ``starts`` and ``stops``, in order
and each once; a place is the zone's number times ``GAP`` plus the word's number in the zone, so
that nothing runs from one zone into the next. ``search/query/spans.py`` is the plain meaning.
"""

from typing import Any

import numpy as np

from . import kernel, part
from .lists import BLOCK, RARE, row_of

GAP_BITS = 28
GAP = 1 << GAP_BITS


@kernel
def places_of(
    term: Any, form_bits: Any, mask: Any, wanted: Any, postings: Any, at: Any, places: Any
) -> Any:
    """Where a term stands in the zones of the mask in the documents of some of its postings, in
    order; a posting of -1 is nowhere. Fills ``at`` and ``places``. With ``wanted``, a flag for each
    of its forms, only these forms count."""
    lists, posting, first, _ = term
    blocks, codes, rare, counts = lists.blocks, lists.codes, lists.rare, lists.counts
    totals, words = lists.totals, lists.places
    before = np.empty(BLOCK, np.int64)
    held, start, out, at[0] = np.int64(-1), np.int64(0), np.uint64(0), 0
    bit, width = np.uint64(0), np.uint64(0)
    for number in range(postings.size):
        if postings[number] >= 0:
            block = first + (postings[number] - posting) // BLOCK
            if block != held:
                held, start = block, posting + (block - first) * BLOCK
                _add_up_block(codes, rare, totals, start, before)
                bit, width = np.uint64(blocks[block, 2] >> 6), np.uint64(blocks[block, 2] & 63)
            where = bit + width * np.uint64(before[np.uint64(postings[number] - start)])
            row = row_of(codes, rare, postings[number])
            second = counts[row, 0] if counts.shape[1] > 1 else totals[row]
            third = totals[row] - counts[row, counts.shape[1] - 1]
            zones = np.uint64(second), np.uint64(max(second, third)), np.uint64(totals[row])
            out = _take_places(words, where, width, form_bits, zones, mask, wanted, places, out)
        at[number + 1] = np.int64(out)
    return np.int64(out)


@part
def _add_up_block(codes: Any, rare: Any, totals: Any, start: Any, before: Any) -> Any:
    """How many occurrences the postings of a block have before each of it."""
    count, has_rare, size = np.int64(0), False, min(BLOCK, codes.size - start)
    some = codes[start : start + size]
    for i in range(size):
        before[i] = count
        count += totals[some[i]]
        has_rare |= some[i] == RARE
    if has_rare:
        count = np.int64(0)
        for i in range(size):
            before[i] = count
            count += totals[row_of(codes, rare, start + i)]


@part
def _take_places(
    words: Any,
    bit: Any,
    width: Any,
    form_bits: Any,
    zones: Any,
    mask: Any,
    wanted: Any,
    places: Any,
    out: Any,
) -> Any:
    """The places of one posting, from bit ``bit`` on; ``zones`` are how many occurrences stand
    before the second zone, before the third and in all."""
    keep, shift_of_form = (np.uint64(1) << width) - np.uint64(1), np.uint64(form_bits)
    low = (np.uint64(1) << shift_of_form) - np.uint64(1)
    second, third, total = zones
    for n in range(total):
        value = np.uint64(0)
        if width:
            shift = bit & np.uint64(63)
            last = words[bit + width - np.uint64(1) >> np.uint64(6)]
            value = words[bit >> np.uint64(6)] >> shift
            value |= last << np.uint64(1) << np.uint64(63) - shift
            value &= keep
            bit += width
        zone = np.int64(n >= second) + np.int64(n >= third)
        places[out] = zone << GAP_BITS | np.int64(value >> shift_of_form)
        is_wanted = wanted.size == 0 or wanted[value & low] > 0
        out += np.uint64(mask >> zone & is_wanted)
    return out


@kernel
def follow(at: Any, starts: Any, stops: Any, next_at: Any, next_places: Any) -> Any:
    """Keep, in place, the spans behind which a place follows at once, and take that in."""
    out, first = 0, 0
    for i in range(at.size - 1):
        last = at[i + 1]
        j = next_at[i]
        for span in range(first, last):
            while j < next_at[i + 1] and next_places[j] < stops[span]:
                j += 1
            if j < next_at[i + 1] and next_places[j] == stops[span]:
                starts[out] = starts[span]
                stops[out] = stops[span] + 1
                out += 1
        first = last
        at[i + 1] = out
    return out


@kernel
def unite(
    a_at: Any,
    a_starts: Any,
    a_stops: Any,
    b_at: Any,
    b_starts: Any,
    b_stops: Any,
    at: Any,
    starts: Any,
    stops: Any,
) -> Any:
    """The spans of both, each once."""
    out = 0
    at[0] = 0
    for i in range(a_at.size - 1):
        a, b = a_at[i], b_at[i]
        while a < a_at[i + 1] or b < b_at[i + 1]:
            is_a = b == b_at[i + 1] or (
                a < a_at[i + 1]
                and (
                    a_starts[a] < b_starts[b]
                    or (a_starts[a] == b_starts[b] and a_stops[a] <= b_stops[b])
                )
            )
            start = a_starts[a] if is_a else b_starts[b]
            stop = a_stops[a] if is_a else b_stops[b]
            a, b = a + is_a, b + (not is_a)
            if out == at[i] or starts[out - 1] != start or stops[out - 1] != stop:
                starts[out] = start
                stops[out] = stop
                out += 1
        at[i + 1] = out
    return out


@kernel
def zones_of_spans(at: Any, starts: Any, kept: Any, masks: Any) -> Any:
    """For each of the documents ``kept`` a bit for each zone in which it has a span."""
    for n in range(kept.size):
        mask = 0
        for span in range(at[kept[n]], at[kept[n] + 1]):
            mask |= 1 << (starts[span] >> GAP_BITS)
        masks[n] = mask
