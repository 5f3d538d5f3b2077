"""Pairs: where one span stands near another, as shortest spans over both. Spans are as in
``spans``; ``search/query/spans.py`` is the plain meaning."""

from typing import Any

import numpy as np

from . import kernel
from .ordered import first_from
from .spans import GAP_BITS

FEW = 32  # pairs of a document that are all tried before the shortest are looked for


@kernel
def pair_up(
    a: Any,
    b: Any,
    distance: Any,
    is_ordered: Any,
    edges_at: Any,
    edges: Any,
    at: Any,
    starts: Any,
    stops: Any,
) -> Any:
    """The shortest spans over one of ``a`` and the nearest of ``b`` behind it, or before it unless
    ordered: less than ``distance`` apart, or, with ``edges``, with no edge between the first word
    and the last. ``edges`` are places where sentences or paragraphs start; ``a`` and ``b`` are
    tuples of at, starts, stops."""
    (a_at, a_starts, a_stops), (b_at, b_starts, b_stops) = a, b
    found = np.empty(starts.size, np.int64)
    out = 0
    at[0] = 0
    for i in range(a_at.size - 1):
        pairs = (a_at[i + 1] - a_at[i]) * (b_at[i + 1] - b_at[i])
        has_any = pairs > 0
        if edges_at.size == 0 and pairs <= FEW:
            has_any = False
            for x in range(a_at[i], a_at[i + 1]):
                for y in range(b_at[i], b_at[i + 1]):
                    behind, before = b_starts[y] - a_stops[x], a_starts[x] - b_stops[y]
                    has_any |= (behind >= 0) & (behind < distance)
                    has_any |= (before >= 0) & (before < distance) & (not is_ordered)
        if has_any:
            n = _find_pairs(a, b, distance, is_ordered, edges_at, edges, i, found)
            out = _shortest(_in_order(found, n), n, out, starts, stops)
        at[i + 1] = out
    return out


@kernel
def _find_pairs(
    a: Any, b: Any, distance: Any, is_ordered: Any, edges_at: Any, edges: Any, i: Any, found: Any
) -> Any:
    """The pairs of document ``i``: start and, turned over so that the longest come first, stop."""
    a_at, a_starts, a_stops = a
    b_at, b_starts, b_stops = b
    lo, hi = b_at[i], b_at[i + 1]
    behind, ended, n = lo, lo, 0
    longest = _longest(b_starts, b_stops, lo, hi)
    for x in range(a_at[i], a_at[i + 1]):
        start, stop = a_starts[x], a_stops[x]
        while behind > lo and b_starts[behind - 1] >= stop:  # it is within the one before it
            behind -= 1
        while behind < hi and b_starts[behind] < stop:
            behind += 1
        if behind < hi and _is_close(
            start, stop, b_starts[behind], b_stops[behind], distance, edges_at, edges, i
        ):
            found[n] = np.int64(start) << 32 | (0x7FFFFFFF - b_stops[behind])
            n += 1
        if not is_ordered:
            while ended < hi and b_starts[ended] < start:
                ended += 1
            last = _last_stop(b_starts, b_stops, lo, ended, start, longest)
            if last >= 0 and _is_close(
                b_starts[last], b_stops[last], start, stop, distance, edges_at, edges, i
            ):
                found[n] = np.int64(b_starts[last]) << 32 | (0x7FFFFFFF - stop)
                n += 1
    return n


@kernel
def _last_stop(starts: Any, stops: Any, lo: Any, hi: Any, limit: Any, longest: Any) -> Any:
    """Of the spans from ``lo`` up to ``hi``, in order of start, the one with the last stop that is
    not behind the limit, the shortest of several; -1 for none. None is longer than ``longest``, so
    that the search ends where no span before can stop later."""
    best: Any = np.int64(-1)
    for n in range(hi - 1, lo - 1, -1):
        if best >= 0 and starts[n] + longest <= stops[best]:
            break
        if stops[n] <= limit and (best < 0 or stops[n] > stops[best]):
            best = n
    return best


@kernel
def _longest(starts: Any, stops: Any, lo: Any, hi: Any) -> Any:
    longest: Any = np.int32(0)
    for n in range(lo, hi):
        longest = max(longest, stops[n] - starts[n])
    return longest


@kernel
def _in_order(found: Any, n: Any) -> Any:
    """The first ``n`` sorted, in place: they nearly are."""
    for i in range(1, n):
        if found[i] < found[i - 1]:
            for top in range(n // 2 - 1, -1, -1):
                _sink(found, top, n)
            for last in range(n - 1, 0, -1):
                found[0], found[last] = found[last], found[0]
                _sink(found, 0, last)
            break
    return found


@kernel
def _sink(found: Any, at: Any, n: Any) -> Any:
    """Put number ``at`` of a heap, whose largest is first, in its place among the first ``n``."""
    while True:
        child = 2 * at + 1
        if child >= n:
            return
        if child + 1 < n and found[child + 1] > found[child]:
            child += 1
        if found[child] <= found[at]:
            return
        found[at], found[child] = found[child], found[at]
        at = child


@kernel
def _is_close(
    start: Any,
    stop: Any,
    next_start: Any,
    next_stop: Any,
    distance: Any,
    edges_at: Any,
    edges: Any,
    i: Any,
) -> Any:
    if edges_at.size == 0:
        return next_start - stop < distance
    if start >> GAP_BITS != (next_stop - 1) >> GAP_BITS:
        return False
    lo, hi = edges_at[i], edges_at[i + 1]
    return first_from(edges, lo, hi, start + 1) == first_from(edges, lo, hi, next_stop)


@kernel
def _shortest(found: Any, size: Any, out: Any, starts: Any, stops: Any) -> Any:
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
