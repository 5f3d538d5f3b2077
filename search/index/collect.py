"""collect: from what a query finds, stories or statements, to a page, its facets and timeline.

This is the meaning of filters, order, paging and counts, for every index.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, get_args

from ..errors import RequestError
from ..query.cursor import read_cursor, write_cursor
from ..query.nodes import Query
from ..query.request import Bucket, Facet, FacetValue, Interval, SearchRequest, Sort, Timeline
from ..schema import FACETS_OF
from .filters import check_facet, read_narrowings
from .ranking import DECIMALS
from .row import Row, Value

LAST_HIT = 10_000  # pages end here; cursors go on
MAX_LIMIT = 1_000
_HOW = 'A search takes a SearchRequest, as SearchRequest(query=parse_query("grain corridor"))'


@dataclass(frozen=True, slots=True)
class Found:
    """A story or statement that the query found, before filters; ``docnum`` is the index's own
    number."""

    docnum: int
    score: float
    row: Row


@dataclass(frozen=True, slots=True)
class Collected:
    """``page`` is the hits to show, best first; the rest is as in Results."""

    total: int
    page: tuple[Found, ...]
    facets: dict[str, Facet]
    timeline: Timeline | None
    cursor: str | None


def collect(request: SearchRequest, found: Iterable[Found], commit: str) -> Collected:
    """Filter, count, order and cut what was found."""
    check_request(request)
    narrowings = read_narrowings(request)
    hits: list[Found] = []
    counted: dict[str, list[Row]] = {name: [] for name in request.facets}
    for one in found:
        failed = [n.facet for n in narrowings if not n.keeps(one.row)]
        if not failed:
            hits.append(one)
        for name, rows in counted.items():
            if all(facet == name for facet in failed):
                rows.append(one.row)
    page, cursor = _page(request, hits, commit)
    facets = {name: _facet(name, rows, request.facet_size) for name, rows in counted.items()}
    timeline = _timeline(request.interval, hits) if request.interval else None
    return Collected(len(hits), page, facets, timeline, cursor)


def check_request(request: SearchRequest) -> None:
    """RequestError where the request cannot be met, whatever is found."""
    if not isinstance(request, SearchRequest) or not isinstance(request.query, Query):
        raise RequestError(_HOW, "query")
    if request.of not in FACETS_OF:
        raise RequestError(f"A search is of {' or '.join(FACETS_OF)}, not “{request.of}”", "of")
    for name in request.facets:
        check_facet(name, request.of, "facets")
    if request.sort not in get_args(Sort):
        raise RequestError(f"“sort” is {' or '.join(get_args(Sort))}, not “{request.sort}”", "sort")
    if request.interval and request.interval not in get_args(Interval):
        raise RequestError(f"“interval” is {' or '.join(get_args(Interval))}", "interval")
    if not 0 <= request.limit <= MAX_LIMIT:
        raise RequestError(f"“limit” goes from 0 to {MAX_LIMIT}", "limit")
    for name in ("facet_size", "snippets"):
        if getattr(request, name) < 0:
            raise RequestError(f"“{name}” is 0 or more", name)
    if request.page < 1 or request.page * request.limit > LAST_HIT:
        raise RequestError(f"Pages end at hit {LAST_HIT:,}; narrow the search", "page")


def sort_key(request: SearchRequest, score: float, day: int, tie: Iterable[Any]) -> list[Any]:
    """Smallest first: by score or by day, then newest, then ``tie``: the story's id and, of a
    statement, its place in it. What is undated, of day 0, comes last."""
    newest = -day if day else 1
    if request.sort == "relevance":
        return [-round(score, DECIMALS), newest, *tie]
    oldest = day or date.max.toordinal() + 1
    return [0.0, newest if request.sort == "newest" else oldest, *tie]


def _key(request: SearchRequest, one: Found) -> list[Any]:
    day = one.row.day.toordinal() if one.row.day else 0
    return sort_key(request, one.score, day, (one.row.id, *one.row.place))


def _page(
    request: SearchRequest, hits: list[Found], commit: str
) -> tuple[tuple[Found, ...], str | None]:
    keyed = sorted((_key(request, one), one.docnum, one) for one in hits)
    after = read_cursor(request, commit)
    if after is None:
        rest = keyed[(request.page - 1) * request.limit :]
    else:
        rest = [item for item in keyed if item[0] > after]
    page = rest[: request.limit]
    more = page and len(rest) > len(page)
    cursor = write_cursor(request, commit, page[-1][0]) if more else None
    return tuple(one for _, _, one in page), cursor


def _facet(name: str, rows: list[Row], size: int) -> Facet:
    """Counts by key; of spellings that share one ("NEW york"), the most frequent is shown."""
    printed = Counter(value for row in rows for value in row.values[name])
    counts: Counter[str] = Counter()
    shown: dict[str, Value] = {}
    for value, count in sorted(printed.items(), key=lambda item: (item[1], item[0].label)):
        counts[value.key] += count
        shown[value.key] = value  # the last of a key is its most frequent
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    values = (FacetValue(shown[key].value, shown[key].label, n) for key, n in ordered[:size])
    missing = sum(not row.values[name] for row in rows)
    return Facet(tuple(values), len(counts), missing)


def _timeline(interval: Interval, hits: list[Found]) -> Timeline:
    days = [(one.row.day, one.row.is_certain) for one in hits if one.row.day]
    counts = Counter(_bucket(interval, day) for day, _ in days)
    doubtful = Counter(_bucket(interval, day) for day, is_certain in days if not is_certain)
    buckets = tuple(Bucket(day, counts[day], doubtful[day]) for day in sorted(counts))
    return Timeline(interval, buckets, len(hits) - len(days))


def _bucket(interval: Interval, day: date) -> date:
    match interval:
        case "day":
            return day
        case "week":
            return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)
