"""Filters: which of the documents found each of them stops."""

from typing import Any

import numpy as np

from . import kernel
from .counting import SOME, values_at
from .ordered import first_from

MANY = 255  # a document that several filters stop
_ONES, _HIGHEST = np.uint64(0x0101010101010101), np.uint64(0x8080808080808080)


@kernel
def fail_by_value(
    docs: Any,
    table: Any,
    prop: Any,
    wanted: Any,
    unwanted: Any,
    any_wanted: Any,
    number: Any,
    failed: Any,
) -> Any:
    """Mark the documents that filter ``number`` stops: those with an unwanted value of a property,
    or, where any are wanted, without a wanted one. ``wanted`` and ``unwanted`` are flags for each
    number in its slots. ``failed`` is 0 for each document so far not stopped, n where only filter n
    stops it, or MANY."""
    values = np.empty(SOME, np.int32)
    has_wanted, has_unwanted = np.empty(SOME, np.uint8), np.empty(SOME, np.uint8)
    once, more, all_good = np.uint8(number), np.uint8(MANY), np.uint8(not any_wanted)
    for start in range(0, docs.size, SOME):
        some = docs[start : start + SOME]
        has_wanted[:], has_unwanted[:] = all_good, 0
        if table.slots_at[prop] == table.slots_at[prop + 1]:  # nobody has any: V is 0
            has_wanted[:], has_unwanted[:] = all_good | wanted[0], unwanted[0]
        for slot in range(table.slots_at[prop], table.slots_at[prop + 1]):
            values_at(table, slot, some, values)
            for i in range(some.size):
                has_wanted[i] |= wanted[values[i]]
                has_unwanted[i] |= unwanted[values[i]]
        for i in range(some.size if table.more_docs.size else 0):
            if table.cells[some[i], -1]:
                at = first_from(table.more_docs, 0, table.more_docs.size, some[i])
                for n in range(table.more_at[at], table.more_at[at + 1]):
                    if table.more[n, 0] == prop:
                        has_wanted[i] |= wanted[table.more[n, 1]]
                        has_unwanted[i] |= unwanted[table.more[n, 1]]
        for i in range(some.size):
            stopped = once if failed[start + i] == 0 else more
            is_good = has_wanted[i] & (has_unwanted[i] ^ np.uint8(1))
            failed[start + i] = failed[start + i] if is_good else stopped


@kernel
def fail_by_day(
    docs: Any,
    days: Any,
    certain: Any,
    since: Any,
    until: Any,
    only_certain: Any,
    number: Any,
    failed: Any,
) -> Any:
    """The same for days: 0 is undated, which no bound lets pass; 0 as a bound is none."""
    first = since if since else np.int64(until > 0)
    last = until if until else np.int64(1 << 30)
    once, more = np.uint8(number), np.uint8(MANY)
    for i in range(docs.size):
        doc = np.uint32(docs[i])
        day = days[doc]
        is_stopped = (day < first) | (day > last) | (only_certain & (certain[doc] == 0))
        stopped = once if failed[i] == 0 else more
        failed[i] = stopped if is_stopped else failed[i]


@kernel
def find_days(days: Any, certain: Any, since: Any, until: Any, only_certain: Any, docs: Any) -> Any:
    """The documents that the same filter lets pass, of all; how many. ``docs`` has room for one
    more."""
    first = since if since else np.int64(until > 0)
    last = until if until else np.int64(1 << 30)
    n = 0
    for doc in range(days.size):
        docs[n] = doc
        is_inside = (days[doc] >= first) & (days[doc] <= last)
        n += is_inside & ((certain[doc] != 0) | (not only_certain))
    return n


@kernel
def passing(docs: Any, scores: Any, failed: Any, own: Any, kept: Any, kept_scores: Any) -> Any:
    """The documents that pass all filters but ``own``, with their scores, if they have any; how
    many. Behind the documents ``failed`` is MANY up to a multiple of 8: eight are looked at
    together first, as most of them pass seldom."""
    eights, same = failed.view(np.uint64), np.uint64(own) * _ONES
    n = 0
    for eight in range(eights.size):
        bits, others = eights[eight], eights[eight] ^ same
        has_zero = ((bits - _ONES) & ~bits) | ((others - _ONES) & ~others)
        if has_zero & _HIGHEST:  # a byte is 0 or own; seldom none is, which the loop finds out
            for i in range(eight * 8, min(eight * 8 + 8, docs.size)):
                kept[n] = docs[i]
                if scores.size:
                    kept_scores[n] = scores[i]
                n += (failed[i] == 0) | (failed[i] == own)
    return n
