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
    lists: Any,
    posting: Any,
    first: Any,
    form_bits: Any,
    mask: Any,
    wanted: Any,
    postings: Any,
    at: Any,
    places: Any,
) -> Any:
    """Where a term, whose list is from ``posting`` and from block ``first`` on, stands in the zones
    of the mask in the documents of some of its postings, in order; a posting of -1 is nowhere.
    Fills ``at`` and ``places``. With ``wanted``, a flag for each of its forms, only these forms
    count."""
    blocks, codes, rare, counts = lists.blocks, lists.codes, lists.rare, lists.counts
    held, i, at[0] = np.int64(-1), np.int64(0), 0
    bit, width, out = np.int64(0), np.int64(0), np.int64(0)
    for number in range(postings.size):
        if postings[number] >= 0:
            block = first + (postings[number] - posting) // BLOCK
            if block != held:
                held, i = block, posting + (block - first) * BLOCK
                bit, width = blocks[block, 2] >> 6, blocks[block, 2] & 63
            bit += width * _count_occurrences(codes, rare, lists.totals, i, postings[number])
            i = postings[number]
            row = row_of(codes, rare, i)
            out = _take_places(
                lists.places, bit, width, form_bits, counts, row, mask, wanted, places, out
            )
        at[number + 1] = out
    return out


@part
def _count_occurrences(codes: Any, rare: Any, totals: Any, i: Any, stop: Any) -> Any:
    """How many occurrences the postings from ``i`` up to ``stop`` have."""
    count, any_rare = 0, False
    for posting in range(i, stop):
        count += totals[codes[posting]]
        any_rare |= codes[posting] == RARE
    if any_rare:
        count = 0
        for posting in range(i, stop):
            count += totals[row_of(codes, rare, posting)]
    return count


@part
def _take_places(
    words: Any,
    bit: Any,
    width: Any,
    form_bits: Any,
    counts: Any,
    row: Any,
    mask: Any,
    wanted: Any,
    places: Any,
    out: Any,
) -> Any:
    """The places of one posting, from bit ``bit`` on."""
    keep = (np.uint64(1) << np.uint64(width)) - np.uint64(1)
    low = (np.int64(1) << form_bits) - 1
    for zone in range(counts.shape[1]):
        if mask >> zone & 1:
            for _ in range(counts[row, zone]):
                shift = bit & 63
                value = words[bit >> 6] >> np.uint64(shift)
                if shift + width > 64:
                    value |= words[(bit >> 6) + 1] << np.uint64(64 - shift)
                value = np.int64(value & keep)
                if wanted.size == 0 or wanted[value & low]:
                    places[out] = zone << GAP_BITS | value >> form_bits
                    out += 1
                bit += width
        else:
            bit += width * counts[row, zone]
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
def zones_of_spans(at: Any, starts: Any, masks: Any) -> Any:
    """For each document a bit for each zone in which it has a span."""
    for i in range(at.size - 1):
        mask = 0
        for span in range(at[i], at[i + 1]):
            mask |= 1 << (starts[span] >> GAP_BITS)
        masks[i] = mask
