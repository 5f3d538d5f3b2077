"""gather: from the stories found in each segment to a page of them, their facets and timeline.

``search.index.collect`` is the plain meaning; the same is done here over arrays.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

import numpy as np

from ...kernels.choosing import choose
from ...query.cursor import read_cursor, write_cursor
from ...query.request import Facet, SearchRequest, Timeline
from ..filters import read_narrowings
from ..ranking import DECIMALS
from .batch import Batch
from .facets import count_facets, count_timeline
from .hits import NO_SCORES
from .leaves import Found
from .rows import RowLeaf
from .scratch import Arena
from .view import View

_NO_FIRSTS = np.empty(0, np.int32)
_SCALE = 10.0**DECIMALS
_UNDATED = date.max.toordinal() + 1  # behind every day


class Chosen(NamedTuple):
    """A hit of the page, in order: by score (negative, with DECIMALS digits, as a whole number) or
    by the oldest day; by the newest day, negative; by the story's id and, of a statement, its place
    there. ``number`` is of the whole index; ``headline`` the story's."""

    first: int
    newest: int
    tie: tuple[Any, ...]
    number: int
    score: float
    headline: str


_make_chosen = partial(tuple.__new__, Chosen)  # quicker than its own way


@dataclass(frozen=True, slots=True)
class Gathered:
    """As ``Collected``."""

    total: int
    page: tuple[Chosen, ...]
    facets: dict[str, Facet]
    timeline: Timeline | None
    cursor: str | None


def gather(request: SearchRequest, found: Sequence[Found], view: View, arena: Arena) -> Gathered:
    """Filter, count, order and cut what was found."""
    narrowings = read_narrowings(request)
    batches = [Batch(narrowings, one, view.values, arena) for one in found]
    page, cursor = _page(request, batches, str(view.generation))
    own = {narrowing.facet: number for number, narrowing in enumerate(narrowings, start=1)}
    facets = count_facets(view.values, batches, own, request.facets, request.facet_size)
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
    found = list(
        chain.from_iterable(_candidates(request, batch, after, wanted) for batch in batches)
    )
    if len(batches) > 1:
        found.sort()
    page = tuple(found[skipped : skipped + request.limit])
    more = page and len(found) > skipped + request.limit
    return page, write_cursor(request, commit, _cursor_key(request, page[-1])) if more else None


def _candidates(
    request: SearchRequest, batch: Batch, after: list[Any] | None, wanted: int
) -> Iterator[Chosen]:
    """The first stories of a segment, in order."""
    segment, (docs, scores) = batch.leaf.segment, batch.best()
    room = min(wanted, docs.size)
    keys, tails, chosen = (np.empty(room, np.int64) for _ in range(3))
    days = segment.days
    firsts = np.where(days, days, _UNDATED) if request.sort == "oldest" else _NO_FIRSTS
    ranked = scores if request.sort == "relevance" else NO_SCORES
    bounds = _bounds(request, batch.leaf, after)
    n = choose(docs, ranked, firsts, segment.rank, _SCALE, bounds, keys, tails, chosen)
    first = docs[chosen[:n]]
    columns = (
        keys[:n].tolist(),
        [-day or 1 for day in days[first].tolist()],
        segment.ties(first),
        (first + batch.leaf.base).tolist(),
        scores[chosen[:n]].tolist() if scores.size else [0.0] * n,
        segment.headlines_of(first),
    )
    return map(_make_chosen, zip(*columns, strict=True))


def _cursor_key(request: SearchRequest, last: Chosen) -> list[Any]:
    """The sort key of a hit, as cursors hold it."""
    if request.sort == "relevance":
        return [last.first / 10**DECIMALS, last.newest, *last.tie]
    return [0.0, last.first if request.sort == "oldest" else last.newest, *last.tie]


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
