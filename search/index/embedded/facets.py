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


class _Run(NamedTuple):
    """The stories to count in a segment, its facet, and what number each of its values has."""

    docs: Ints
    facet: FacetColumn
    numbers: Ints


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
    held = [(batch.leaf.segment, batch.passing(own).docs) for batch in batches]
    maps = [values.maps(segment) for segment, _ in held]  # every key gets its number
    runs = [
        _Run(docs, segment.facet(name), keys)
        for (segment, docs), (_, keys) in zip(held, maps, strict=True)
    ]
    top = _count_top(runs, len(values.keys), size, values.has_spellings)
    ordered = sorted(
        zip(top.counts, map(values.keys.__getitem__, top.numbers), top.numbers, strict=True)
    )[:size]
    spellings = [values.of_key[number] for _, _, number in ordered]
    if values.has_spellings and max(map(len, spellings), default=1) > 1:
        runs = [run._replace(numbers=number) for run, (number, _) in zip(runs, maps, strict=True)]
        spellings = _most_frequent_first(values, runs, spellings)
    chosen = [
        FacetValue(*values.shown[numbers[0]], -count)
        for (count, _, _), numbers in zip(ordered, spellings, strict=True)
    ]
    return Facet(tuple(chosen), top.distinct, top.missing)


def _most_frequent_first(
    values: FacetValues, runs: Sequence[_Run], of_keys: Sequence[list[int]]
) -> list[list[int]]:
    """Each key's spellings, the one that most of the stories have first; of those that as many
    have the last by label."""
    every = len(values.shown)
    numbers, counts, _, _ = _count_top(runs, every, every, True)
    total = dict(zip(numbers, counts, strict=True))

    def order(number: int) -> tuple[int, tuple[str, ...]]:
        return -total.get(number, 0), values.shown[number][::-1]

    return [sorted(spellings, key=order, reverse=True) for spellings in of_keys]


def _count_top(runs: Sequence[_Run], every: int, size: int, is_shared: bool) -> _Top:
    """The most frequent of ``every`` numbers, those that tie with the last of them too;
    ``is_shared``: two values may have one number."""
    if len(runs) == 1 and not is_shared:  # counted as the segment has them
        top = _count_run(runs[0], size)
        return top._replace(numbers=runs[0].numbers[top.numbers].tolist())
    total = np.zeros(every + 1, np.int32)
    for run in runs:
        with borrow_counts(len(run.facet.values) + 1) as counts:
            _count(run, counts)
            kernels.move_counts(counts, run.numbers, total)
    return _take_top(total, _NONE_MET, size)


def _count_run(run: _Run, size: int) -> _Top:
    docs, facet, numbers = run
    with borrow_counts(numbers.size + 1) as counts:
        if docs.size * FEW > numbers.size:
            _count(run, counts)
            return _take_top(counts, _NONE_MET, size)
        met = np.empty(docs.size + facet.column.more.size + 1, np.int64)
        n = kernels.meet_values(docs, facet.column, counts, met)
        return _take_top(counts, met[:n], size) if n else _Top([], [], 0, 0)


def _count(run: _Run, counts: Ints) -> None:
    if run.docs.size == run.facet.stories:
        counts += run.facet.of_all
    else:
        kernels.count_values(run.docs, run.facet.column, counts)


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
