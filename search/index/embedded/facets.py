"""Counting the values of a facet, and the days of a timeline, over the stories found."""

import threading
from collections.abc import Sequence
from datetime import date

import numpy as np

from ...kernels import collecting as kernels
from ...query.request import Bucket, Facet, FacetValue, Interval, Timeline
from .batch import Batch
from .group import Ints
from .values import FacetValues

_EPOCH = date(1970, 1, 1).toordinal()  # numpy's day 0
_threads = threading.local()


def count_facet(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int, size: int
) -> Facet:
    """The most frequent keys; of spellings that share one, the most frequent is shown. Filter
    number ``own`` is the facet's own, and is left out."""
    maps = [values.maps(batch.leaf.segment)[1] for batch in batches]
    keys, counts, missing = _count(name, batches, own, maps, len(values.of_key))
    least = np.partition(counts, -size)[-size] if 0 < size < counts.size else 0
    chosen = np.flatnonzero(counts >= least)
    of_key = [values.of_key[key] for key in keys[chosen].tolist()]
    shown = [spellings[0] for spellings in of_key]
    if any(len(spellings) > 1 for spellings in of_key):
        shown = _most_frequent(values, name, batches, own, of_key)
    ordered = sorted(
        (-count, value.label, value.key, value.value)
        for count, value in zip(
            counts[chosen].tolist(), map(values.values.__getitem__, shown), strict=True
        )
    )
    found = (FacetValue(value, label, -count) for count, label, _, value in ordered[:size])
    return Facet(tuple(found), int(keys.size), missing)


def _most_frequent(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int, of_key: list[list[int]]
) -> list[int]:
    """Of each key's spellings the one that most of the stories have; the last by label of those
    that as many have."""
    maps = [values.maps(batch.leaf.segment)[0] for batch in batches]
    numbers, counts, _ = _count(name, batches, own, maps, len(values.values))
    total = dict(zip(numbers.tolist(), counts.tolist(), strict=True))
    return [
        max(spellings, key=lambda number: (total.get(number, 0), values.values[number].label))
        for spellings in of_key
    ]


def _count(
    name: str, batches: Sequence[Batch], own: int, maps: Sequence[Ints], size: int
) -> tuple[Ints, Ints, int]:
    """The numbers that were met, by a map for each segment, how often each was, and how many
    stories have none."""
    counts, touched = _scratch(size)
    met, missing = 0, 0
    for batch, numbers in zip(batches, maps, strict=True):
        facet = batch.leaf.segment.facet(name)
        met, none = kernels.count_values(
            batch.hits.docs,
            batch.failed,
            own or kernels.MANY + 1,
            facet.at,
            facet.ids,
            numbers,
            counts,
            touched,
            met,
        )
        missing += none
    found = touched[:met].copy()
    total = counts[found]
    counts[found] = 0
    return found, total, int(missing)


def _scratch(size: int) -> tuple[Ints, Ints]:
    """This thread's counters, all zero, and room to note which were used."""
    held: tuple[Ints, Ints] | None = getattr(_threads, "counters", None)
    if held is None or held[0].size < size:
        held = _threads.counters = np.zeros(size, np.int64), np.empty(size, np.int32)
    return held


def count_timeline(interval: Interval, batches: Sequence[Batch]) -> Timeline:
    """The stories of each bucket that has any."""
    spans = [_span(batch.leaf.segment.days[batch.hits.docs]) for batch in batches]
    first = min((low for low, _ in spans if low), default=0)
    last = max((high for _, high in spans), default=0)
    counts, doubtful = (np.zeros(last - first + 1, np.int64) for _ in range(2))
    undated = 0
    for batch in batches:
        segment = batch.leaf.segment
        arrays = (segment.days, segment.certain, first, counts, doubtful)
        undated += kernels.count_days(batch.hits.docs, batch.failed, *arrays)
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
            return days - (days - 1) % 7
        case "month" | "year":
            unit = "M8[M]" if interval == "month" else "M8[Y]"
            dates = (days - _EPOCH).astype("M8[D]").astype(unit).astype("M8[D]")
            return np.asarray(dates.astype(np.int64) + _EPOCH)
