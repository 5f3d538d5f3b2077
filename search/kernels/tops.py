"""The most frequent values: plainly, those above 0 sorted by count, the largest first, then by
order, and cut."""

from typing import Any

import numpy as np

from . import kernel, part
from .counting import NONES, SOME, count_values, values_at
from .ordered import first_from

STRIDE = 64  # counts that are looked at together before one by one
FEW = 32  # with so many times more values than documents only the values met are looked at


@kernel
def top_values(
    docs: Any, table: Any, properties: Any, counts: Any, chosen: Any, found: Any, told: Any
) -> Any:
    """Of the values of the documents, for each property in turn, the most frequent, as many as a
    row of ``chosen`` holds, and their counts; ``told`` is how many these are, how many values are
    met at all, and how many documents have none. ``counts`` is all 0 before and after."""
    count_values(docs, table, properties, counts)
    for i in range(properties.size):
        prop = properties[i]
        own = counts[table.bases[prop] : table.bases[prop + 1]]
        order = table.order[table.bases[prop] :]
        if docs.size * FEW > own.size:
            top_counts(order, own, chosen[i], found[i], told[i])
        else:
            _top_of_few(docs, table, prop, own, chosen[i], found[i], told[i])


@kernel
def top_counts(order: Any, counts: Any, chosen: Any, found: Any, told: Any) -> Any:
    """The same for one property, whose values are counted already."""
    distinct, held, values, room = 0, 0, counts.size - 2 * NONES, chosen.size
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
    told[0], told[1], told[2] = held, distinct, _missing(counts)
    counts[:] = 0


@kernel
def _top_of_few(
    docs: Any, table: Any, prop: Any, counts: Any, chosen: Any, found: Any, told: Any
) -> Any:
    """The same by looking at the values of the documents once more."""
    order = table.order[table.bases[prop] :]
    values = counts.size - 2 * NONES
    distinct, held, missing = 0, 0, _missing(counts)
    counts[values:] = 0
    met = np.empty(SOME, np.int32)
    for start in range(0, docs.size, SOME):
        some = docs[start : start + SOME]
        for slot in range(table.slots_at[prop], table.slots_at[prop + 1]):
            values_at(table, slot, some, met)
            for value in met[: some.size]:
                if counts[value] > 0:
                    distinct += 1
                    held = _place(np.int64(value), counts[value], order, chosen, found, held)
                    counts[value] = 0
        for doc in some if table.more_docs.size else some[:0]:
            if table.cells[doc, -1]:
                number = first_from(table.more_docs, 0, table.more_docs.size, doc)
                for at in range(table.more_at[number], table.more_at[number + 1]):
                    value = table.more[at, 1]
                    if table.more[at, 0] == prop and counts[value] > 0:
                        distinct += 1
                        held = _place(np.int64(value), counts[value], order, chosen, found, held)
                        counts[value] = 0
    told[0], told[1], told[2] = held, distinct, missing


@kernel
def _place(value: Any, count: Any, order: Any, chosen: Any, found: Any, held: Any) -> Any:
    """Put a value among the ``held`` most frequent so far, if it is one; how many are held."""
    if held == chosen.size and (held == 0 or count < found[held - 1]):
        return held
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


@part
def _missing(counts: Any) -> Any:
    """How many documents have no value."""
    first, missing = counts.size - 2 * NONES, np.int64(0)
    for count in counts[first : first + NONES]:
        missing += count
    return missing
