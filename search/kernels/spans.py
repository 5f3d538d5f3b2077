"""Spans: where in each of some documents a word, a phrase or a proximity stands.

Spans of document i are numbers ``at[i]`` up to ``at[i + 1]`` of ``starts`` and ``stops``, in order
and each once; a place is the zone's number times ``GAP`` plus the word's number in the zone, so
that nothing runs from one zone into the next. ``search/query/spans.py`` is the plain meaning.
"""

import numpy as np

from . import kernel
from .lists import BLOCK, decode_block, row_of, seek_block

GAP_BITS = 28
GAP = 1 << GAP_BITS


@kernel
def places_at(lists, posting, first, size, form_bits, mask, wanted, docs, at, places):
    """Where a term stands in the zones of the mask in each of ``docs`` (in order): fills ``at``
    and ``places``. With ``wanted``, a flag for each of its forms, only these forms count."""
    blocks, codes, rare, counts = lists.blocks, lists.codes, lists.rare, lists.counts
    sums = counts.sum(axis=1)
    buffer = np.empty(BLOCK, np.int32)
    stop = first + (size + BLOCK - 1) // BLOCK
    block, held, n, i = first, -1, 0, 0
    where, bit, width, out = np.int64(0), np.int64(0), np.int64(0), np.int64(0)
    at[0] = 0
    for number in range(docs.size):
        doc = docs[number]
        if block < stop and (block != held or blocks[block, 0] < doc):
            block = seek_block(blocks, block, stop, doc)
            if block < stop and block != held:
                where = posting + (block - first) * BLOCK
                base = blocks[block - 1, 0] if block > first else -1
                n = min(BLOCK, size - (block - first) * BLOCK)
                decode_block(lists.docs, blocks[block, 1], base, n, buffer)
                held, i, bit, width = block, 0, blocks[block, 2] >> 6, blocks[block, 2] & 63
        if block < stop:
            while buffer[i] < doc:  # the block's last document is doc or behind it
                bit += width * sums[row_of(codes, rare, where + i)]
                i += 1
            if buffer[i] == doc:
                row = row_of(codes, rare, where + i)
                out = _take_places(
                    lists.places, bit, width, form_bits, counts, row, mask, wanted, places, out
                )
        at[number + 1] = out
    return out


@kernel
def _take_places(words, bit, width, form_bits, counts, row, mask, wanted, places, out):
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
def pair_up(a, b, distance, is_ordered, edges_at, edges, at, starts, stops):
    """The shortest spans over one of ``a`` and the nearest of ``b`` behind it, or before it unless
    ordered: less than ``distance`` apart, or, with ``edges``, with no edge between the first word
    and the last. ``edges`` are places where sentences or paragraphs start; ``a`` and ``b`` are
    tuples of at, starts, stops."""
    a_at, a_starts, a_stops = a
    b_at, b_starts, b_stops = b
    found = np.empty(starts.size, np.int64)
    out = 0
    at[0] = 0
    for i in range(a_at.size - 1):
        n = 0
        lo, hi = b_at[i], b_at[i + 1]
        behind, ended = lo, lo
        last = np.int64(-1)  # of those that stop before, the one with the last stop
        for x in range(a_at[i], a_at[i + 1] if hi > lo else a_at[i]):
            start, stop = a_starts[x], a_stops[x]
            while behind < hi and b_starts[behind] < stop:
                behind += 1
            if behind < hi and _is_close(
                start, stop, b_starts[behind], b_stops[behind], distance, edges_at, edges, i
            ):
                found[n] = np.int64(start) << 32 | (0x7FFFFFFF - b_stops[behind])
                n += 1
            while not is_ordered and ended < hi and b_starts[ended] < start:
                ended += 1
            last = _last_stop(b_starts, b_stops, lo, ended, start) if not is_ordered else last
            if last >= 0 and _is_close(
                b_starts[last], b_stops[last], start, stop, distance, edges_at, edges, i
            ):
                found[n] = np.int64(b_starts[last]) << 32 | (0x7FFFFFFF - stop)
                n += 1
        out = _shortest(_in_order(found, n), n, out, starts, stops)
        at[i + 1] = out
    return out


@kernel
def _last_stop(starts, stops, lo, hi, limit):
    """Of the spans from ``lo`` up to ``hi``, in order of start, the one with the last stop that is
    not behind the limit, the shortest of several; -1 for none. Words alone stop in order, so that
    the search ends at once; longer spans may reach over one another."""
    best, longest = np.int64(-1), np.int32(0)
    for n in range(hi - 1, lo - 1, -1):
        longest = max(longest, stops[n] - starts[n])
        if stops[n] <= limit and (best < 0 or stops[n] > stops[best]):
            best = n
        if best >= 0 and (n == lo or stops[n] <= stops[best] and longest == 1):
            return best
    return best


@kernel
def _in_order(found, n):
    """The first ``n`` sorted, in place: they nearly are."""
    for i in range(1, n):
        if found[i] < found[i - 1]:
            found[:n] = np.sort(found[:n])
            break
    return found


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
def _shortest(found, size, out, starts, stops):
    """Of spans in order of start, longest first, those that hold no other; in order."""
    first = out
    for n in range(size - 1, -1, -1):
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
