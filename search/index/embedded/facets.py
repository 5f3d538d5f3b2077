"""Counting the values of a facet, and the days of a timeline, over the stories found."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

import numpy as np

from ...kernels import counting as kernels
from ...kernels.counting import NONES
from ...kernels.tops import top_counts, top_values
from ...query.request import Bucket, Facet, FacetValue, Interval, Timeline
from .batch import Batch
from .group import Ints
from .scratch import borrow_counts
from .values import FacetValues, Numbered

_EPOCH = date(1970, 1, 1).toordinal()  # numpy's day 0
_make_value = partial(tuple.__new__, FacetValue)  # quicker than its own way


class _Top(NamedTuple):
    """The numbers of the most frequent, in order, and their counts; how many are met at all, and
    how many stories have none."""

    numbers: list[int]
    counts: list[int]
    distinct: int
    missing: int


def count_facet(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int, size: int
) -> Facet:
    """The most frequent keys; of spellings that share one, the most frequent is shown. Filter
    number ``own`` is the facet's own, and is left out."""
    held = [values.of(batch.leaf.segment) for batch in batches]  # every key gets its number
    if len(held) == 1 and not values.has_spellings:
        top = _count_one(held[0], name, batches[0], own, size)
        shown = [held[0].shown[number] for number in top.numbers]
    else:
        top = _count_all(values, name, batches, own, size)
        spelled = _most_frequent(values, name, batches, own, top.numbers)
        shown = [values.shown[number] for number in spelled]
    chosen = map(_make_value, ((*pair, n) for pair, n in zip(shown, top.counts, strict=True)))
    return Facet(tuple(chosen), top.distinct, top.missing)


def _most_frequent(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int, keys: Sequence[int]
) -> list[int]:
    """Of each key's spellings the one that most of the stories have; the last by label of those
    that as many have."""
    of_keys = [values.of_key[key] for key in keys]
    if max(map(len, of_keys), default=1) == 1:
        return [spellings[0] for spellings in of_keys]
    total = np.zeros(len(values.shown) + 2 * NONES, np.int32)
    for batch in batches:
        _count(name, batch, own, values.of(batch.leaf.segment).numbers, total)
    return [
        max(spellings, key=lambda number: (total[number], values.shown[number][::-1]))
        for spellings in of_keys
    ]


def _count_one(held: Numbered, name: str, batch: Batch, own: int, size: int) -> _Top:
    """The most frequent values where there is but one segment and each of its values has a key of
    its own."""
    facet, docs = batch.leaf.segment.facet(name), batch.passing(own).docs
    chosen, found = np.empty((2, size), np.int64)
    with borrow_counts(held.order.size + 2 * NONES) as counts:
        if docs.size == facet.stories:
            counts += facet.of_all
            n, distinct, missing = top_counts(held.order, counts, chosen, found)
        else:
            n, distinct, missing = top_values(docs, facet.column, held.order, counts, chosen, found)
    return _Top(chosen[:n].tolist(), found[:n].tolist(), distinct, missing)


def _count_all(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int, size: int
) -> _Top:
    """The most frequent keys over any segments."""
    total = np.zeros(len(values.keys) + 2 * NONES, np.int32)
    for batch in batches:
        _count(name, batch, own, values.of(batch.leaf.segment).keys, total)
    chosen, found = np.empty((2, size), np.int64)
    n, distinct, missing = top_counts(values.order(), total, chosen, found)
    return _Top(chosen[:n].tolist(), found[:n].tolist(), distinct, missing)


def _count(name: str, batch: Batch, own: int, numbers: Ints, total: Ints) -> None:
    """Add to each number's total how often the values are met that have this number."""
    facet, docs = batch.leaf.segment.facet(name), batch.passing(own).docs
    with borrow_counts(numbers.size + 2 * NONES) as counts:
        if docs.size == facet.stories:
            counts += facet.of_all
        else:
            kernels.count_values(docs, facet.column, counts)
        kernels.move_counts(counts, numbers, total)


def count_timeline(interval: Interval, batches: Sequence[Batch]) -> Timeline:
    """The stories of each bucket that has any."""
    spans = [_span(batch.leaf.segment.days[batch.passing().docs]) for batch in batches]
    first = min((low for low, _ in spans if low), default=0)
    last = max((high for _, high in spans), default=0)
    counts, doubtful = (np.zeros(last - first + 1, np.int64) for _ in range(2))
    undated = 0
    for batch in batches:
        segment = batch.leaf.segment
        arrays = (segment.days, segment.certain, first, counts, doubtful)
        undated += kernels.count_days(batch.passing().docs, *arrays)
    present = np.flatnonzero(counts)
    starts, place = np.unique(_bucket(interval, present + first), return_inverse=True)
    sums = [np.bincount(place, weights=n[present]).astype(int) for n in (counts, doubtful)]
    buckets = zip(starts.tolist(), *(n.tolist() for n in sums), strict=True)
    found = tuple(Bucket(date.fromordinal(day), n, m) for day, n, m in buckets)
    return Timeline(interval, found, int(undated))


def _span(days: Ints) -> tuple[int, int]:
    """The first day and the last, 0 where all are undated."""
    dated = days[days > 0]
    return (int(dated.min()), int(dated.max())) if dated.size else (0, 0)


def _bucket(interval: Interval, days: Ints) -> Ints:
    """The first day, as an ordinal, of the bucket that each day is in."""
    match interval:
        case "day":
            return days
        case "week":
            return np.asarray(days - (days - 1) % 7)
        case "month" | "year":
            unit = "M8[M]" if interval == "month" else "M8[Y]"
            dates = (days - _EPOCH).astype("M8[D]").astype(unit).astype("M8[D]")
            return np.asarray(dates.astype(np.int64) + _EPOCH)
