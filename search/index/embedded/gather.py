"""gather: from the stories found in each segment to a page of them, their facets and timeline.

``search.index.collect`` is the plain meaning; the same is done here over arrays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from ...kernels.choosing import choose
from ...query.cursor import read_cursor, write_cursor
from ...query.request import Facet, SearchRequest, Timeline
from ..collect import sort_key
from ..filters import read_narrowings
from ..ranking import DECIMALS
from .batch import Batch, narrow
from .facets import count_facet, count_timeline
from .hits import Hits
from .rows import RowLeaf
from .view import View

_NO_FIRSTS = np.empty(0, np.int32)
_UNDATED = date.max.toordinal() + 1  # behind every day


@dataclass(frozen=True, slots=True)
class Chosen:
    """A hit of the page: its number in the whole index, its story's id, its score."""

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


def gather(request: SearchRequest, found: Sequence[tuple[RowLeaf, Hits]], view: View) -> Gathered:
    """Filter, count, order and cut what was found."""
    narrowings = read_narrowings(request)
    batches = [narrow(narrowings, leaf, hits, view.values) for leaf, hits in found]
    page, cursor = _page(request, batches, str(view.generation))
    own = {narrowing.facet: number for number, narrowing in enumerate(narrowings, start=1)}
    facets = {
        name: count_facet(view.values[name], name, batches, own.get(name, 0), request.facet_size)
        for name in request.facets
    }
    timeline = count_timeline(request.interval, batches) if request.interval else None
    return Gathered(
        sum(batch.passing().docs.size for batch in batches), page, facets, timeline, cursor
    )


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
    segment, (docs, scores) = batch.leaf.segment, batch.passing()
    room = min(wanted, docs.size)
    keys, tails, chosen = (np.empty(room, np.int64) for _ in range(3))
    days = segment.days
    firsts = np.where(days, days, _UNDATED) if request.sort == "oldest" else _NO_FIRSTS
    scale = 10.0**DECIMALS if request.sort == "relevance" else 0.0
    bounds = _bounds(request, batch.leaf, after)
    n = choose(docs, scores, firsts, segment.rank, scale, *bounds, keys, tails, chosen)
    found = []
    for at in chosen[:n].tolist():
        doc, score = int(docs[at]), float(scores[at])
        key = sort_key(request, score, int(days[doc]), segment.tie(doc))
        found.append((key, batch.leaf.base + doc, score))
    return found


def _bounds(request: SearchRequest, leaf: RowLeaf, after: list[Any] | None) -> tuple[int, int]:
    """Where the page before ended, as the kernel places the stories of a segment."""
    if after is None:
        return -(1 << 62), -1
    first, second, *tie = after
    newest = second if request.sort != "oldest" else (1 if second == _UNDATED else -second)
    segment = leaf.segment
    low, high = 0, segment.rank.size
    while low < high:
        middle = (low + high) // 2
        doc = int(segment.by_rank[middle])
        day = int(segment.days[doc])
        if (-day if day else 1, *segment.tie(doc)) <= (newest, *tie):
            low = middle + 1
        else:
            high = middle
    if request.sort == "relevance":
        return round(first * 10**DECIMALS), low - 1
    return (second if request.sort == "oldest" else 0), low - 1
