"""Filters: which of the documents found each of them stops."""

from typing import Any

import numpy as np

from . import kernel
from .counting import value_at

MANY = 255  # a document that several filters stop


@kernel
def fail_by_value(
    docs: Any,
    column: Any,
    wanted: Any,
    unwanted: Any,
    any_wanted: Any,
    number: Any,
    failed: Any,
) -> Any:
    """Mark the documents that filter ``number`` stops: those with an unwanted value, or, where any
    are wanted, without a wanted one. ``wanted`` and ``unwanted`` are flags for each value of the
    column, and a last one for having none. ``failed`` is 0 for each document so far not stopped, n
    where only filter n stops it, or MANY."""
    low, none = column.low, wanted.size - 1
    if low.shape[0] == 1 and not column.high.size and not column.longer.size:
        stops = unwanted.copy()
        for value in range(stops.size if any_wanted else 0):
            stops[value] |= wanted[value] == 0
        held = low[0]
        for i in range(docs.size):
            stopped = np.uint8(number if failed[i] == 0 else MANY)
            failed[i] = stopped if stops[held[docs[i]]] else failed[i]
        return
    for i in range(docs.size):
        is_wanted = not any_wanted or _has_flag(column, wanted, none, docs[i])
        if not is_wanted or _has_flag(column, unwanted, none, docs[i]):
            failed[i] = number if failed[i] == 0 else MANY


@kernel
def _has_flag(column: Any, flags: Any, none: Any, doc: Any) -> Any:
    """Whether the flag of one of the document's values is set, or that for having none."""
    value = value_at(column, 0, doc, none)
    if flags[value]:
        return True
    for slot in range(1, column.low.shape[0]):
        value = value_at(column, slot, doc, none)
        if value == none:
            break
        if flags[value]:
            return True
    if column.longer.size:
        place = np.searchsorted(column.longer, doc)
        if place < column.longer.size and column.longer[place] == doc:
            for n in range(column.at[place], column.at[place + 1]):
                if flags[column.more[n]]:
                    return True
    return False


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
    for i in range(docs.size):
        day = days[docs[i]]
        is_stopped = (day < first) | (day > last) | (only_certain & (certain[docs[i]] == 0))
        stopped = np.uint8(number if failed[i] == 0 else MANY)
        failed[i] = stopped if is_stopped else failed[i]


@kernel
def passing(docs: Any, scores: Any, failed: Any, own: Any, kept: Any, kept_scores: Any) -> Any:
    """The documents that pass all filters but ``own``, with their scores; how many."""
    n = 0
    for i in range(docs.size):
        kept[n] = docs[i]
        kept_scores[n] = scores[i]
        n += failed[i] == 0 or failed[i] == own
    return n
