"""The most frequent values: plainly, those above 0 sorted by count, the largest first, then by
order, and cut."""

from typing import Any

import numpy as np

from . import kernel
from .counting import NONES, STRIDE, count_values, meet_values

FEW = 32  # with so many times more values than documents only the values met are looked at


@kernel
def top_values(docs: Any, column: Any, order: Any, counts: Any, chosen: Any, found: Any) -> Any:
    """Of the values of the documents the most frequent, as many as ``chosen`` holds, and their
    counts: how many these are, how many values are met at all, and how many documents have none.
    ``order`` says for each value which comes first of those met as often. ``counts``, a number for
    each value and for NONES twice over, is all 0 before and after."""
    if docs.size * FEW > order.size:
        count_values(docs, column, counts)
        return top_counts(order, counts, chosen, found)
    room = docs.size * column.slots.shape[0] + column.more.size
    met = np.empty(min(room, counts.size) + 1, np.int32)
    n = meet_values(docs, column, counts, met)
    missing, distinct, held, least = 0, 0, 0, 1
    for value in met[:n]:
        count = counts[value]
        counts[value] = 0
        if value < order.size:
            distinct += 1
            if count >= least:
                held = _place(value, count, order, chosen, found, held)
                least = found[held - 1] if 0 < held == chosen.size else 1
        elif value < order.size + NONES:
            missing += count
    return held, distinct, missing


@kernel
def top_counts(order: Any, counts: Any, chosen: Any, found: Any) -> Any:
    """The same where the values are counted already."""
    distinct, held, values, room = 0, 0, order.size, chosen.size
    for start in range(0, values, STRIDE):
        some = counts[start : min(start + STRIDE, values)]
        least = found[room - 1] if 0 < held == room else 1
        is_there = False
        for count in some:
            distinct += count > 0
            is_there |= count >= least
        if is_there:
            for i in range(some.size):
                if some[i] >= least:
                    held = _place(start + i, some[i], order, chosen, found, held)
    missing = counts[values : values + NONES].sum()
    counts[:] = 0
    return held, distinct, missing


@kernel
def _place(value: Any, count: Any, order: Any, chosen: Any, found: Any, held: Any) -> Any:
    """Put a value among the ``held`` most frequent so far, if it is one; how many are held."""
    at = held
    while at > 0:
        before = found[at - 1]
        if before > count or (before == count and order[chosen[at - 1]] < order[value]):
            break
        at -= 1
    if at == chosen.size:
        return held
    last = min(held, chosen.size - 1)
    for i in range(last, at, -1):
        chosen[i], found[i] = chosen[i - 1], found[i - 1]
    chosen[at], found[at] = value, count
    return last + 1
