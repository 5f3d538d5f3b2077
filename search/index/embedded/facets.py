"""Counting the values of a facet, and the days of a timeline, over the stories found."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from ...kernels import counting as kernels
from ...query.request import Bucket, Facet, FacetValue, Interval, Timeline
from .batch import Batch
from .facet_column import SLOTS, FacetColumn
from .group import Ints
from .scratch import borrow_counts
from .values import FacetValues

FEW = 8  # a facet with so many times more keys than stories is counted by those met alone
_EPOCH = date(1970, 1, 1).toordinal()  # numpy's day 0


class _Run(NamedTuple):
    """The stories to count in a segment, its facet, and what number each of its values has."""

    docs: Ints
    facet: FacetColumn
    numbers: Ints


class _Top(NamedTuple):
    """Numbers and their counts; how many numbers there are, and how many stories have none."""

    numbers: list[int]
    counts: list[int]
    distinct: int
    missing: int


def count_facet(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int, size: int
) -> Facet:
    """The most frequent keys; of spellings that share one, the most frequent is shown. Filter
    number ``own`` is the facet's own, and is left out."""
    held = [(b.passing(own).docs, b.leaf.segment.facet(name)) for b in batches]
    maps = [values.maps(batch.leaf.segment) for batch in batches]  # every key gets its number
    runs = [_Run(*one, keys) for one, (_, keys) in zip(held, maps, strict=True)]
    top = _count_top(runs, len(values.of_key), size)
    of_key = [values.of_key[key] for key in top.numbers]
    shown = [spellings[0] for spellings in of_key]
    if any(len(spellings) > 1 for spellings in of_key):
        runs = [_Run(*one, numbers) for one, (numbers, _) in zip(held, maps, strict=True)]
        shown = _most_frequent(values, runs, of_key)
    ordered = sorted(
        (-count, *values.shown[number]) for count, number in zip(top.counts, shown, strict=True)
    )
    chosen = [FacetValue(value, label, -count) for count, label, _, value in ordered[:size]]
    return Facet(tuple(chosen), top.distinct, top.missing)


def _most_frequent(
    values: FacetValues, runs: Sequence[_Run], of_key: Sequence[Sequence[int]]
) -> list[int]:
    """Of each key's spellings the one that most of the stories have; the last by label of those
    that as many have."""
    every = len(values.shown)
    numbers, counts, _, _ = _count_top(runs, every, every)
    total = dict(zip(numbers, counts, strict=True))
    return [
        max(spellings, key=lambda number: (total.get(number, 0), values.shown[number]))
        for spellings in of_key
    ]


def _count_top(runs: Sequence[_Run], every: int, size: int) -> _Top:
    """The most frequent of ``every`` numbers, those that tie with the last of them too."""
    stories = sum(run.docs.size for run in runs)
    if not stories:
        return _Top([], [], 0, 0)
    with borrow_counts(every) as counts:
        met = _meet(runs, counts) if stories * FEW < every else _count(runs, counts)
        room = met.size or every
        numbers, found = np.empty(room, np.int64), np.empty(room, np.int64)
        n, distinct, missing = kernels.take_top(counts, met, size, numbers, found)
    return _Top(numbers[:n].tolist(), found[:n].tolist(), distinct, missing)


def _meet(runs: Sequence[_Run], counts: Ints) -> Ints:
    """Count story by story; the numbers met."""
    room = sum(run.docs.size * SLOTS + run.facet.column.more.size for run in runs)
    met, n = np.empty(room + 1, np.int64), 0
    for run in runs:
        n = kernels.meet_values(run.docs, run.facet.column, run.numbers, counts, met, n)
    return met[:n]


def _count(runs: Sequence[_Run], counts: Ints) -> Ints:
    """Count many stories; no number in particular was met."""
    for docs, facet, numbers in runs:
        if docs.size == facet.stories:
            kernels.add_counts(facet.of_all, numbers, counts)
        else:
            kernels.count_values(docs, facet.column, numbers, counts)
    return np.empty(0, np.int64)


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
