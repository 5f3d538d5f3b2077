"""Filters: which of the documents found each of them stops."""

from typing import Any

import numpy as np

from . import kernel
from .counting import more_of
from .planes import number_at

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
    first = column.first
    if first.shape[0] == 1 and not column.several.size:
        stops = unwanted.copy()
        for value in range(stops.size if any_wanted else 0):
            stops[value] |= wanted[value] == 0
        low = first[0]
        for i in range(docs.size):
            stopped = np.uint8(number if failed[i] == 0 else MANY)
            failed[i] = stopped if stops[low[docs[i]]] else failed[i]
        return
    for i in range(docs.size):
        is_wanted = not any_wanted or _has_flag(column, wanted, docs[i])
        if not is_wanted or _has_flag(column, unwanted, docs[i]):
            failed[i] = number if failed[i] == 0 else MANY


@kernel
def _has_flag(column: Any, flags: Any, doc: Any) -> Any:
    """Whether the flag of one of the document's values is set, or that for having none."""
    if flags[number_at(column.first, doc)]:
        return True
    start, stop = more_of(column, doc)
    for n in range(start, stop):  # noqa: SIM110  # compiled as it stands
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
    """The documents that pass all filters but ``own``, with their scores, if they have any; how
    many."""
    n = 0
    if scores.size:
        for i in range(docs.size):
            kept[n] = docs[i]
            kept_scores[n] = scores[i]
            n += (failed[i] == 0) | (failed[i] == own)
        return n
    for i in range(docs.size):
        kept[n] = docs[i]
        n += (failed[i] == 0) | (failed[i] == own)
    return n
