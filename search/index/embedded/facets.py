"""Counting the values of a facet, and the days of a timeline, over the stories found."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from ...kernels import collecting as kernels
from ...query.request import Bucket, Facet, FacetValue, Interval, Timeline
from .batch import Batch
from .group import Ints
from .values import FacetValues

FEW = 8  # a facet with so many times more keys than stories is counted by those met alone
_EPOCH = date(1970, 1, 1).toordinal()  # numpy's day 0


def count_facet(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int, size: int
) -> Facet:
    """The most frequent keys; of spellings that share one, the most frequent is shown. Filter
    number ``own`` is the facet's own, and is left out."""
    for batch in batches:
        values.maps(batch.leaf.segment)  # so that every key has its number
    keys, counts, distinct, missing = _top_keys(values, name, batches, own, size)
    of_key = [values.of_key[key] for key in keys.tolist()]
    shown = [spellings[0] for spellings in of_key]
    if any(len(spellings) > 1 for spellings in of_key):
        shown = _most_frequent(values, name, batches, own, of_key)
    ordered = sorted(
        (-count, value.label, value.key, value.value)
        for count, value in zip(counts.tolist(), map(values.values.__getitem__, shown), strict=True)
    )
    chosen = (FacetValue(value, label, -count) for count, label, _, value in ordered[:size])
    return Facet(tuple(chosen), distinct, missing)


def _top_keys(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int, size: int
) -> tuple[Ints, Ints, int, int]:
    """The numbers of the most frequent keys, all that tie with the last of them too, and their
    counts; how many keys there are, and how many stories have none."""
    stories = sum(batch.passing(own).docs.size for batch in batches)
    if stories * FEW < len(values.of_key):
        keys, counts, missing = _count_few(values, name, batches, own)
        least = np.partition(counts, -size)[-size] if 0 < size < counts.size else size < 1
        top = np.flatnonzero(counts >= least) if size else np.empty(0, np.int64)
        return keys[top], counts[top], keys.size, missing
    counts = np.zeros(len(values.of_key), np.int64)
    missing = 0
    for batch in batches:
        found, none = _count(batch, name, own)
        kernels.add_counts(found, values.maps(batch.leaf.segment)[1], counts)
        missing += none
    keys = np.empty(counts.size, np.int64)
    n, distinct = kernels.most_frequent(counts, size, keys)
    return keys[:n], counts[keys[:n]], int(distinct), missing


def _count_few(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int
) -> tuple[Ints, Ints, int]:
    """The keys met, their counts, and how many stories have none; with no look at other keys."""
    found, missing = [], 0
    for batch in batches:
        facet, docs = batch.leaf.segment.facet(name), batch.passing(own).docs
        room = np.empty(docs.size * facet.slots.shape[0] + facet.more.size + 1, np.int64)
        numbers = values.maps(batch.leaf.segment)[1]
        n, none = kernels.read_values(docs, *facet.arrays, numbers, room)
        found.append(room[:n])
        missing += none
    keys, counts = np.unique(np.concatenate(found), return_counts=True)
    return keys, counts, int(missing)


def _count(batch: Batch, name: str, own: int) -> tuple[Ints, int]:
    """How often each of a segment's values is met, and how many stories have none."""
    facet, docs = batch.leaf.segment.facet(name), batch.passing(own).docs
    if docs.size == batch.leaf.size:
        return facet.of_all
    return facet.count(docs)


def _most_frequent(
    values: FacetValues, name: str, batches: Sequence[Batch], own: int, of_key: list[list[int]]
) -> list[int]:
    """Of each key's spellings the one that most of the stories have; the last by label of those
    that as many have."""
    total = np.zeros(len(values.values), np.int64)
    for batch in batches:
        total[values.maps(batch.leaf.segment)[0]] += _count(batch, name, own)[0]
    return [
        max(spellings, key=lambda number: (int(total[number]), values.values[number].label))
        for spellings in of_key
    ]


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
