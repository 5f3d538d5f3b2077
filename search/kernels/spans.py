"""Spans: where in each of some documents a word, a phrase or a proximity stands.

Spans of document i are numbers ``at[i]`` up to ``at[i + 1]`` of ``starts`` and ``stops``, in order
and each once; a place is the zone's number times ``GAP`` plus the word's number in the zone, so
that nothing runs from one zone into the next. ``search/query/spans.py`` is the plain meaning.
"""

import numpy as np

from . import kernel
from .bits import read_bits
from .lists import BLOCK, count_all, count_in, decode_block, seek_block

GAP_BITS = 28
GAP = 1 << GAP_BITS


@kernel
def places_at(lists, posting, first, size, form_bits, mask, wanted, docs, at, places):
    """Where a term stands in the zones of the mask in each of ``docs`` (in order): fills ``at``
    and ``places``. With ``wanted``, a flag for each of its forms, only these forms count."""
    buffer = np.empty(BLOCK, np.int32)
    stop = first + (size + BLOCK - 1) // BLOCK
    block, held, n, i, bit, out = first, -1, 0, 0, np.int64(0), np.int64(0)
    low = (np.int64(1) << form_bits) - 1
    at[0] = 0
    for number in range(docs.size):
        doc = docs[number]
        block = seek_block(lists, block, stop, doc) if block < stop else stop
        if block < stop:
            where = posting + (block - first) * BLOCK
            width = lists.blocks[block, 2] & 63
            if block != held:
                base = lists.blocks[block - 1, 0] if block > first else -1
                n = min(BLOCK, size - (block - first) * BLOCK)
                decode_block(lists, block, base, n, buffer)
                held, i, bit = block, 0, lists.blocks[block, 2] >> 6
            while i < n and buffer[i] < doc:
                bit += width * count_all(lists, where + i)
                i += 1
            if i < n and buffer[i] == doc:
                here = bit
                for zone in range(lists.counts.shape[1]):
                    for _ in range(count_in(lists, where + i, zone)):
                        if mask >> zone & 1:
                            value = read_bits(lists.places, here, width)
                            if wanted.size == 0 or wanted[value & low]:
                                places[out] = zone << GAP_BITS | value >> form_bits
                                out += 1
                        here += width
        at[number + 1] = out
    return out


@kernel
def follow(at, starts, stops, next_at, next_places):
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
def unite(a_at, a_starts, a_stops, b_at, b_starts, b_stops, at, starts, stops):
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
def pair_up(
    a_at,
    a_starts,
    a_stops,
    b_at,
    b_starts,
    b_stops,
    distance,
    is_ordered,
    edges_at,
    edges,
    at,
    starts,
    stops,
):
    """The shortest spans over one of ``a`` and the nearest of ``b`` behind it, or before it unless
    ordered: less than ``distance`` apart, or, with ``edges``, with no edge between the first word
    and the last. ``edges`` are places where sentences or paragraphs start."""
    out = 0
    at[0] = 0
    for i in range(a_at.size - 1):
        found = np.empty(2 * (a_at[i + 1] - a_at[i]), np.int64)
        n = 0
        lo, hi = b_at[i], b_at[i + 1]
        by_stop = (
            np.argsort(b_stops[lo:hi] * np.int64(1 << 31) + b_starts[lo:hi])
            if hi - lo > 1
            else np.zeros(hi - lo, np.int64)
        )
        for a in range(a_at[i], a_at[i + 1]):
            behind = lo + np.searchsorted(b_starts[lo:hi], a_stops[a])
            if behind < hi and _is_close(
                a_starts[a],
                a_stops[a],
                b_starts[behind],
                b_stops[behind],
                distance,
                edges_at,
                edges,
                i,
            ):
                found[n] = np.int64(a_starts[a]) << 32 | (0x7FFFFFFF - b_stops[behind])
                n += 1
            if not is_ordered:
                before = _last_until(b_stops, by_stop, lo, a_starts[a])
                if before >= 0 and _is_close(
                    b_starts[before],
                    b_stops[before],
                    a_starts[a],
                    a_stops[a],
                    distance,
                    edges_at,
                    edges,
                    i,
                ):
                    found[n] = np.int64(b_starts[before]) << 32 | (0x7FFFFFFF - a_stops[a])
                    n += 1
        out = _shortest(np.sort(found[:n]), out, starts, stops)
        at[i + 1] = out
    return out


@kernel
def _last_until(stops, by_stop, lo, limit):
    """The span with the last stop that is not behind the limit, -1 for none."""
    low, high = 0, by_stop.size
    while low < high:
        middle = (low + high) >> 1
        if stops[lo + by_stop[middle]] <= limit:
            low = middle + 1
        else:
            high = middle
    return lo + by_stop[low - 1] if low > 0 else -1


@kernel
def _is_close(start, stop, next_start, next_stop, distance, edges_at, edges, i):
    if edges_at.size == 0:
        return next_start - stop < distance
    if start >> GAP_BITS != (next_stop - 1) >> GAP_BITS:
        return False
    lo, hi = edges_at[i], edges_at[i + 1]
    here = np.searchsorted(edges[lo:hi], start, "right")
    return here == np.searchsorted(edges[lo:hi], next_stop - 1, "right")


@kernel
def _shortest(found, out, starts, stops):
    """Of spans in order of start, longest first, those that hold no other; in order."""
    first = out
    for n in range(found.size - 1, -1, -1):
        start, stop = found[n] >> 32, 0x7FFFFFFF - (found[n] & 0xFFFFFFFF)
        if out == first or stop < stops[out - 1]:
            starts[out] = start
            stops[out] = stop
            out += 1
    low, high = first, out - 1
    while low < high:
        starts[low], starts[high] = starts[high], starts[low]
        stops[low], stops[high] = stops[high], stops[low]
        low, high = low + 1, high - 1
    return out


@kernel
def read_edges(sentences, sentences_at, lengths, docs, only_paragraphs, at, edges):
    """Where in each document sentences start, or only those that open a paragraph, and every zone.
    ``sentences`` are bytes as in ``Stories``. How many edges; with empty ``edges`` it counts."""
    out = 0
    at[0] = 0
    for i in range(docs.size):
        doc = docs[i]
        zone, word, is_new = 0, 0, True
        for n in range(sentences_at[doc], sentences_at[doc + 1]):
            while zone < lengths.shape[0] and word >= lengths[zone, doc]:
                zone, word = zone + 1, 0
            byte = sentences[n]
            if is_new and (byte & 128 or word == 0 or not only_paragraphs):
                if edges.size:
                    edges[out] = zone << GAP_BITS | word
                out += 1
            word += byte & 127
            is_new = byte & 127 < 127
        at[i + 1] = out
    return out


@kernel
def keep_lead(at, starts, stops, edges_at, edges, last_zone):
    """Keep, in place, the spans in zone 0 and those within the first paragraph of the last zone;
    ``edges`` are where paragraphs start."""
    out, first = 0, 0
    for i in range(at.size - 1):
        last = at[i + 1]
        limit = (last_zone + 1) << GAP_BITS
        for n in range(edges_at[i], edges_at[i + 1]):
            if edges[n] > last_zone << GAP_BITS:
                limit = edges[n]
                break
        for span in range(first, last):
            zone = starts[span] >> GAP_BITS
            if zone == 0 or (zone == last_zone and stops[span] <= limit):
                starts[out] = starts[span]
                stops[out] = stops[span]
                out += 1
        first = last
        at[i + 1] = out
    return out


@kernel
def zones_of_spans(at, starts, masks):
    """For each document a bit for each zone in which it has a span."""
    for i in range(at.size - 1):
        mask = 0
        for span in range(at[i], at[i + 1]):
            mask |= 1 << (starts[span] >> GAP_BITS)
        masks[i] = mask


@kernel
def count_within(at, starts, stops, unit_docs, unit_starts, unit_stops, counts):
    """How many spans each unit, a stretch of document number ``unit_docs``, holds."""
    for unit in range(unit_docs.size):
        i = unit_docs[unit]
        n = 0
        for span in range(at[i], at[i + 1]):
            if starts[span] >= unit_starts[unit] and stops[span] <= unit_stops[unit]:
                n += 1
        counts[unit] = n


@kernel
def count_forms(lists, posting, block, size, form_bits, wanted, docs, counts):
    """The documents in which a wanted form of a term stands, and (documents, zones) of how often;
    how many they are."""
    buffer = np.empty(BLOCK, np.int32)
    low = (np.int64(1) << form_bits) - 1
    base, out = -1, 0
    for start in range(0, size, BLOCK):
        n = min(BLOCK, size - start)
        decode_block(lists, block, base, n, buffer)
        at = lists.blocks[block, 2] >> 6
        width = lists.blocks[block, 2] & 63
        for i in range(n):
            is_found = False
            for zone in range(lists.counts.shape[1]):
                times = 0
                for _ in range(count_in(lists, posting + start + i, zone)):
                    times += wanted[read_bits(lists.places, at, width) & low]
                    at += width
                counts[out, zone] = times
                is_found = is_found or times > 0
            if is_found:
                docs[out] = buffer[i]
                out += 1
        base = lists.blocks[block, 0]
        block += 1
    return out
