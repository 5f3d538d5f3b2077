"""Counting the values of a facet, and the days of a timeline, over the stories found."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from operator import add
from typing import NamedTuple

import numpy as np

from ...kernels import counting as kernels
from ...kernels.counting import NONES
from ...kernels.tops import top_counts, top_values
from ...query.request import Bucket, Facet, FacetValue, Interval, Timeline
from .batch import Batch
from .runs import Ints
from .scratch import borrow_counts
from .values import FacetValues, Values

_EPOCH = date(1970, 1, 1).toordinal()  # numpy's day 0
_make_value = partial(tuple.__new__, FacetValue)  # quicker than its own way


class _Top(NamedTuple):
    """The numbers of the most frequent, in order, and their counts; how many are met at all, and
    how many stories have none."""

    numbers: list[int]
    counts: list[int]
    distinct: int
    missing: int


def count_facets(
    values: Values,
    batches: Sequence[Batch],
    own: Mapping[str, int],
    names: Sequence[str],
    size: int,
) -> dict[str, Facet]:
    """Of each facet the most frequent keys; of spellings that share one, the most frequent is
    shown. ``own`` is the number of a facet's own filter, which is left out."""
    for name in names:
        for batch in batches:
            values[name].of(batch.leaf.segment)  # every key gets its number
    simple = [name for name in names if len(batches) == 1 and not values[name].has_spellings]
    tops: dict[str, Facet] = {}
    for number in {own.get(name, 0) for name in simple}:
        some = [name for name in simple if own.get(name, 0) == number]
        tops |= _count_one(values, batches[0], number, some, size)
    return {
        name: tops[name] if name in tops else _count_all(values[name], name, batches, own, size)
        for name in names
    }


def _count_one(
    values: Values, batch: Batch, own: int, names: Sequence[str], size: int
) -> dict[str, Facet]:
    """Where there is but one segment and each of the values has a key of its own."""
    segment, docs = batch.leaf.segment, batch.passing(own).docs
    facets = segment.facets
    chosen, found = np.empty((2, len(names), size), np.int64)
    told = np.empty((len(names), 3), np.int64)
    if docs.size == facets.rows:
        for name, *out in zip(names, chosen, found, told, strict=True):
            counted = facets.of_facet(name, facets.of_all).copy()
            top_counts(facets.of_facet(name, facets.table.order), counted, *out)
    else:
        wanted = np.array([facets.number[name] for name in names])
        with borrow_counts(facets.size) as counts:
            top_values(docs, facets.table, wanted, counts, chosen, found, told)
    rows = zip(names, chosen.tolist(), found.tolist(), told.tolist(), strict=True)
    return {
        name: _facet(values[name].of(segment).shown, _Top(numbers[:n], times[:n], *rest))
        for name, numbers, times, (n, *rest) in rows
    }


def _facet(shown: Sequence[tuple[str, str]], top: _Top) -> Facet:
    chosen = map(add, map(shown.__getitem__, top.numbers), zip(top.counts, strict=True))
    return Facet(tuple(map(_make_value, chosen)), top.distinct, top.missing)


def _count_all(
    values: FacetValues, name: str, batches: Sequence[Batch], own: Mapping[str, int], size: int
) -> Facet:
    """Over any segments, with any spellings."""
    number = own.get(name, 0)
    total = np.zeros(len(values.keys) + 2 * NONES, np.int32)
    for batch in batches:
        _count(name, batch, number, values.of(batch.leaf.segment).keys, total)
    chosen, found, told = np.empty(size, np.int64), np.empty(size, np.int64), np.empty(3, np.int64)
    top_counts(values.order(), total, chosen, found, told)
    n, distinct, missing = told.tolist()
    keys = chosen[:n].tolist()
    spelled = _most_frequent(values, name, batches, number, keys)
    return _facet(values.shown, _Top(spelled, found[:n].tolist(), distinct, missing))


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


def _count(name: str, batch: Batch, own: int, numbers: Ints, total: Ints) -> None:
    """Add to each number's total how often the values are met that have this number."""
    facets, docs = batch.leaf.segment.facets, batch.passing(own).docs
    with borrow_counts(facets.size) as counts:
        mine = facets.of_facet(name, counts)
        if docs.size == facets.rows:
            mine += facets.of_facet(name, facets.of_all)
        else:
            kernels.count_values(docs, facets.table, np.array([facets.number[name]]), counts)
        kernels.move_counts(mine, numbers, total)


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
