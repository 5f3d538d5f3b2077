"""Counting the values of a facet, and the days of a timeline, over the stories found."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from ...kernels import counting as kernels
from ...query.request import Bucket, Facet, FacetValue, Interval, Timeline
from .batch import Batch
from .facet_column import FacetColumn
from .group import Ints
from .scratch import borrow_counts
from .values import FacetValues

FEW = 8  # a facet with so many times more keys than stories is counted by those met alone
_NONE_MET = np.empty(0, np.int64)
_EPOCH = date(1970, 1, 1).toordinal()  # numpy's day 0


class _Top(NamedTuple):
    """Numbers and their counts, negative; how many numbers there are, and how many stories have
    none."""

    numbers: list[int]
    counts: list[int]
    distinct: int
    missing: int


def count_facet(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int, size: int
) -> Facet:
    """The most frequent keys; of spellings that share one, the most frequent is shown. Filter
    number ``own`` is the facet's own, and is left out."""
    maps = [values.maps(batch.leaf.segment) for batch in batches]  # every key gets its number
    if len(maps) == 1 and not values.has_spellings:
        top = _count_one(values, name, batches[0], own, size)
    else:
        top = _count_all(values, name, batches, own, size)
    keys = map(values.keys.__getitem__, top.numbers)
    ordered = sorted(zip(top.counts, keys, top.numbers, strict=True))[:size]
    if values.has_spellings:
        shown = _most_frequent(values, name, batches, own, [number for _, _, number in ordered])
    else:
        shown = [values.of_key[number][0] for _, _, number in ordered]
    printed = map(values.shown.__getitem__, shown)
    chosen = [
        FacetValue(value, label, -count)
        for (value, label), (count, _, _) in zip(printed, ordered, strict=True)
    ]
    return Facet(tuple(chosen), top.distinct, top.missing)


def _most_frequent(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int, keys: Sequence[int]
) -> list[int]:
    """Of each key's spellings the one that most of the stories have; the last by label of those
    that as many have."""
    of_keys = [values.of_key[key] for key in keys]
    if max(map(len, of_keys), default=1) == 1:
        return [spellings[0] for spellings in of_keys]
    total = np.zeros(len(values.shown) + 1, np.int32)
    for batch in batches:
        _count(name, batch, own, values.maps(batch.leaf.segment)[0], total)
    return [
        max(spellings, key=lambda number: (total[number], values.shown[number][::-1]))
        for spellings in of_keys
    ]


def _count_one(values: FacetValues, name: str, batch: Batch, own: int, size: int) -> _Top:
    """The most frequent keys, those that tie with the last of them too, where there is but one
    segment and each of its values has a key of its own."""
    segment, docs = batch.leaf.segment, batch.passing(own).docs
    facet, numbers = segment.facet(name), values.maps(segment)[1]
    with borrow_counts(numbers.size + 1) as counts:
        if docs.size * FEW > numbers.size:
            _add_counts(facet, docs, counts)
            top = _take_top(counts, _NONE_MET, size)
        else:
            met = np.empty(docs.size + facet.column.more.size + 1, np.int64)
            n = kernels.meet_values(docs, facet.column, counts, met)
            top = _take_top(counts, met[:n], size) if n else _Top([], [], 0, 0)
    return top._replace(numbers=numbers[top.numbers].tolist())


def _count_all(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int, size: int
) -> _Top:
    """The same over any segments."""
    total = np.zeros(len(values.keys) + 1, np.int32)
    for batch in batches:
        _count(name, batch, own, values.maps(batch.leaf.segment)[1], total)
    return _take_top(total, _NONE_MET, size)


def _count(name: str, batch: Batch, own: int, numbers: Ints, total: Ints) -> None:
    """Add to each number's total how often the values are met that have this number."""
    with borrow_counts(numbers.size + 1) as counts:
        _add_counts(batch.leaf.segment.facet(name), batch.passing(own).docs, counts)
        kernels.move_counts(counts, numbers, total)


def _add_counts(facet: FacetColumn, docs: Ints, counts: Ints) -> None:
    if docs.size == facet.stories:
        counts += facet.of_all
    else:
        kernels.count_values(docs, facet.column, counts)


def _take_top(counts: Ints, met: Ints, size: int) -> _Top:
    room = met.size or counts.size
    chosen, found = np.empty(room, np.int64), np.empty(room, np.int64)
    n, distinct, missing = kernels.take_top(counts, met, size, chosen, found)
    return _Top(chosen[:n].tolist(), found[:n].tolist(), distinct, missing)


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
