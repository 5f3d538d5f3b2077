"""gather: from the stories found in each segment to a page of them, their facets and timeline.

``search.index.collect`` is the plain meaning; the same is done here over arrays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from ...kernels import collecting as kernels
from ...query.cursor import read_cursor, write_cursor
from ...query.request import Bucket, Facet, FacetValue, Interval, SearchRequest, Timeline
from ..collect import sort_key
from ..filters import NONE, DateNarrowing, Narrowing, read_narrowings
from ..ranking import DECIMALS
from .group import Ints
from .hits import Hits
from .values import FacetValues, Values
from .view import Leaf, View

_PASSED = np.empty(0, np.uint8)  # no filters
_NO_FIRSTS = np.empty(0, np.int32)
_UNDATED = date.max.toordinal() + 1  # behind every day
_EPOCH = date(1970, 1, 1).toordinal()  # numpy's day 0


@dataclass(frozen=True, slots=True)
class Chosen:
    """A hit of the page: its number in the whole index, its id, its score."""

    number: int
    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Gathered:
    """As ``Collected``."""

    total: int
    page: tuple[Chosen, ...]
    facets: dict[str, Facet]
    timeline: Timeline | None
    cursor: str | None


@dataclass(frozen=True, slots=True)
class Batch:
    """What was found in one segment, the dead left out; ``failed`` is as in the kernels."""

    leaf: Leaf
    hits: Hits
    failed: Ints

    @property
    def total(self) -> int:
        """How many pass all filters."""
        if not self.failed.size:
            return int(self.hits.docs.size)
        return int(np.count_nonzero(self.failed == 0))


def gather(request: SearchRequest, found: Sequence[tuple[Leaf, Hits]], view: View) -> Gathered:
    """Filter, count, order and cut what was found."""
    narrowings = read_narrowings(request)
    batches = [_narrow(narrowings, leaf, hits, view.values) for leaf, hits in found]
    page, cursor = _page(request, batches, str(view.generation))
    own = {narrowing.facet: number for number, narrowing in enumerate(narrowings, start=1)}
    facets = {
        name: _facet(view.values[name], name, batches, own.get(name, 0), request.facet_size)
        for name in request.facets
    }
    timeline = _timeline(request.interval, batches) if request.interval else None
    return Gathered(sum(batch.total for batch in batches), page, facets, timeline, cursor)


def _narrow(narrowings: Sequence[Narrowing], leaf: Leaf, hits: Hits, values: Values) -> Batch:
    if not narrowings:
        return Batch(leaf, hits, _PASSED)
    failed = np.zeros(hits.docs.size, np.uint8)
    segment = leaf.segment
    for number, one in enumerate(narrowings, start=1):
        if isinstance(one, DateNarrowing):
            since = one.since.toordinal() if one.since else 0
            until = one.until.toordinal() if one.until else 0
            arrays = (hits.docs, segment.days, segment.certain)
            kernels.fail_by_day(*arrays, since, until, one.certain, number, failed)
            continue
        facet = segment.facet(one.facet)
        flags = [
            values[one.facet].flags(segment, tuple(keys)) for keys in (one.wanted, one.unwanted)
        ]
        nones = (bool(one.wanted), NONE in one.wanted, NONE in one.unwanted)
        kernels.fail_by_value(hits.docs, facet.at, facet.ids, *flags, *nones, number, failed)
    return Batch(leaf, hits, failed)


def _page(
    request: SearchRequest, batches: Sequence[Batch], commit: str
) -> tuple[tuple[Chosen, ...], str | None]:
    after = read_cursor(request, commit)
    skipped = 0 if after else (request.page - 1) * request.limit
    wanted = skipped + request.limit + 1
    candidates = sorted(
        candidate for batch in batches for candidate in _candidates(request, batch, after, wanted)
    )
    rest = candidates[skipped:]
    page = rest[: request.limit]
    more = page and len(rest) > len(page)
    cursor = write_cursor(request, commit, page[-1][0]) if more else None
    return tuple(Chosen(number, key[2], score) for key, number, score in page), cursor


def _candidates(
    request: SearchRequest, batch: Batch, after: list[Any] | None, wanted: int
) -> list[tuple[list[Any], int, float]]:
    """The first stories of a segment: sort key, number, score; in no order."""
    segment, (docs, scores) = batch.leaf.segment, batch.hits
    room = min(wanted, docs.size)
    keys, tails, chosen = (np.empty(room, np.int64) for _ in range(3))
    days = segment.days
    firsts = np.where(days, days, _UNDATED) if request.sort == "oldest" else _NO_FIRSTS
    scale = 10.0**DECIMALS if request.sort == "relevance" else 0.0
    bounds = _bounds(request, batch.leaf, after)
    n = kernels.choose(
        docs, scores, batch.failed, firsts, segment.rank, scale, *bounds, keys, tails, chosen
    )
    found = []
    for at in chosen[:n].tolist():
        doc, score = int(docs[at]), float(scores[at])
        key = sort_key(request, score, int(days[doc]), segment.id(doc))
        found.append((key, batch.leaf.base + doc, score))
    return found


def _bounds(request: SearchRequest, leaf: Leaf, after: list[Any] | None) -> tuple[int, int]:
    """Where the page before ended, as the kernel places the stories of a segment."""
    if after is None:
        return -(1 << 62), -1
    first, second, story_id = after
    newest = second if request.sort != "oldest" else (1 if second == _UNDATED else -second)
    segment = leaf.segment
    low, high = 0, segment.stories
    while low < high:
        middle = (low + high) // 2
        doc = int(segment.by_rank[middle])
        day = int(segment.days[doc])
        if (-day if day else 1, segment.id(doc)) <= (newest, story_id):
            low = middle + 1
        else:
            high = middle
    if request.sort == "relevance":
        return round(first * 10**DECIMALS), low - 1
    return (second if request.sort == "oldest" else 0), low - 1


def _facet(values: FacetValues, name: str, batches: Sequence[Batch], own: int, size: int) -> Facet:
    missing = 0
    found: list[tuple[Ints, Ints]] = []
    for batch in batches:
        facet = batch.leaf.segment.facet(name)
        counts = np.zeros(len(facet.values), np.int64)
        missing += kernels.count_values(
            batch.hits.docs, batch.failed, own or kernels.MANY + 1, facet.at, facet.ids, counts
        )
        found.append((values.numbers(batch.leaf.segment), counts))
    total = np.zeros(len(values.values), np.int64)
    for numbers, counts in found:
        total[numbers] += counts
    return _count_keys(values, total, size, missing)


def _count_keys(values: FacetValues, total: Ints, size: int, missing: int) -> Facet:
    """The keys with the most stories; of spellings that share one, the most frequent is shown."""
    present = np.flatnonzero(total)
    key_of = np.array([values.key_of[number] for number in present.tolist()], np.int64)
    keys, place = np.unique(key_of, return_inverse=True)
    counts = np.bincount(place, weights=total[present]).astype(np.int64)
    least = np.partition(counts, -size)[-size] if 0 < size < counts.size else 0
    ordered = []
    for key, count in zip(
        keys[counts >= least].tolist(), counts[counts >= least].tolist(), strict=True
    ):
        spellings = [number for number in values.of_key[key] if number < total.size]
        best = max(spellings, key=lambda n: (total[n], values.values[n].label))
        shown = values.values[best]
        ordered.append((-count, shown.label, shown.key, shown.value))
    chosen = sorted(ordered)[:size]
    shown_values = tuple(FacetValue(value, label, -count) for count, label, _, value in chosen)
    return Facet(shown_values, int(keys.size), int(missing))


def _timeline(interval: Interval, batches: Sequence[Batch]) -> Timeline:
    days = [batch.leaf.segment.days for batch in batches if batch.hits.docs.size]
    first = int(min((d[d > 0].min(initial=_UNDATED) for d in days), default=0))
    last = int(max((d.max() for d in days), default=0))
    counts, doubtful = (np.zeros(max(last - first + 1, 1), np.int64) for _ in range(2))
    undated = 0
    for batch in batches:
        segment = batch.leaf.segment
        arrays = (segment.days, segment.certain, first, counts, doubtful)
        undated += kernels.count_days(batch.hits.docs, batch.failed, *arrays)
    present = np.flatnonzero(counts)
    starts, place = np.unique(_bucket(interval, present + first), return_inverse=True)
    sums = [np.bincount(place, weights=n[present]).astype(int) for n in (counts, doubtful)]
    buckets = zip(starts.tolist(), *(n.tolist() for n in sums), strict=True)
    return Timeline(
        interval, tuple(Bucket(date.fromordinal(day), n, m) for day, n, m in buckets), int(undated)
    )


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
            return dates.astype(np.int64) + _EPOCH
