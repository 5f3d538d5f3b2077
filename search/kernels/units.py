"""Units: stretches of documents, and what stands in them.

Units found stand in order, each once.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import kernel, part
from .ordered import first_from


class Units(NamedTuple):
    """The units of document d are numbers ``at[d]`` up to ``at[d + 1]``; each has the places from
    its ``firsts`` up to its ``stops``, but for the asides: those of unit ``aside_of[i]``, in order,
    from ``aside_firsts[i]`` up to ``aside_stops[i]``."""

    at: NDArray[np.int64]
    firsts: NDArray[np.int32]
    stops: NDArray[np.int32]
    aside_of: NDArray[np.int32]
    aside_firsts: NDArray[np.int32]
    aside_stops: NDArray[np.int32]


@kernel
def units_of(docs: Any, unit_at: Any, out: Any) -> Any:
    """All units of some documents; how many."""
    n = 0
    for i in range(docs.size):
        for unit in range(unit_at[docs[i]], unit_at[docs[i] + 1]):
            out[n] = unit
            n += 1
    return n


@kernel
def units_with(
    docs: Any,
    at: Any,
    starts: Any,
    ends: Any,
    held: Any,
    shift: Any,
    units: Any,
    counts: Any,
) -> Any:
    """The units of some documents that hold spans of these (``search.kernels.spans``), and how
    many spans each holds; how many units. A unit's places count from ``shift`` on."""
    n = 0
    for i in range(docs.size):
        span, last = at[i], at[i + 1]
        if span == last:
            continue
        for unit in range(held.at[docs[i]], held.at[docs[i] + 1]):
            first, stop = shift + held.firsts[unit], shift + held.stops[unit]
            while span > at[i] and starts[span - 1] >= first:  # it overlaps the unit before
                span -= 1
            while span < last and starts[span] < first:
                span += 1
            count = 0
            while span < last and starts[span] < stop:
                if ends[span] <= stop:
                    count += _is_held(held, unit, starts[span] - shift, ends[span] - shift)
                span += 1
            if count:
                units[n] = unit
                counts[n] = count
                n += 1
    return n


@part
def _is_held(held: Any, unit: Any, start: Any, end: Any) -> Any:
    """Whether a span in a unit begins and ends in none of its asides."""
    is_held, n = True, held.aside_of.size
    for i in range(first_from(held.aside_of, 0, n, unit) if n else 0, n):
        if held.aside_of[i] != unit:
            break
        for word in (start, end - 1):
            is_held &= not held.aside_firsts[i] <= word < held.aside_stops[i]
    return is_held


@kernel
def score_units(
    units: Any, counts: Any, weight: Any, offset: Any, slope: Any, lengths: Any, scores: Any
) -> Any:
    """What a word adds to each unit that has it so often, as in ``search.kernels.scores``."""
    for i in range(units.size):
        tf = counts[i]
        scores[i] = weight * tf / (tf + offset + slope * lengths[units[i]])


@kernel
def add_met(units: Any, totals: Any, others: Any, added: Any) -> Any:
    """Add to the total of each unit what ``others`` have for it, if they do."""
    at = 0
    for i in range(units.size):
        while at < others.size and others[at] < units[i]:
            at += 1
        if at < others.size and others[at] == units[i]:
            totals[i] += added[at]


@kernel
def either(a: Any, a_scores: Any, b: Any, b_scores: Any, units: Any, scores: Any) -> Any:
    """The units of both, with the sum of their scores; how many."""
    i, j, n = 0, 0, 0
    while i < a.size or j < b.size:
        is_a = j == b.size or (i < a.size and a[i] <= b[j])
        is_b = i == a.size or (j < b.size and b[j] <= a[i])
        scores[n] = 0.0
        if is_a:
            units[n] = a[i]
            scores[n] += a_scores[i]
            i += 1
        if is_b:
            units[n] = b[j]
            scores[n] += b_scores[j]
            j += 1
        n += 1
    return n
