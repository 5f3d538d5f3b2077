"""What is asked of an index, and what comes back: values free of any engine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from ..article import Article, Statement
from ..snippet import Snippet
from .nodes import Query

Sought = Literal["stories", "statements"]
Sort = Literal["relevance", "newest", "oldest"]
Interval = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Filter:
    """Narrows to stories with any of the ``wanted`` values of a facet and none of the
    ``unwanted``; the value "none" stands for stories without one. Values match by their slug;
    ``settle`` finds those that an index has in another spelling.
    Of statements, "speaker" is their own, and "kind" is theirs alone."""

    facet: str
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """A whole question. ``of`` is what is found, counted and ranked: stories, or their statements
    one by one. ``since`` and ``until`` are days, both included; ``certain`` keeps only
    proved dates; ``snippets`` is how many passages each hit shows, at most. After ``time_limit``
    seconds a search gives what it has found."""

    query: Query
    of: Sought = "stories"
    filters: tuple[Filter, ...] = ()
    since: date | None = None
    until: date | None = None
    certain: bool = False
    sort: Sort = "relevance"
    limit: int = 20
    page: int = 1
    cursor: str | None = None
    facets: tuple[str, ...] = ()
    facet_size: int = 10
    interval: Interval | None = None
    snippets: int = 0
    time_limit: float = 10.0


class Hit(NamedTuple):
    """A story found; ``score`` is BM25F, 0.0 where only filters asked. ``read`` reads the story;
    it may be slow once, never twice; the headline is there without it. Where statements were asked
    for, it is number ``place`` of the story's, and its one snippet is the whole of it."""

    id: str
    score: float
    headline: str
    read: Callable[[], Article]
    snippets: tuple[Snippet, ...] = ()
    place: int | None = None

    @property
    def article(self) -> Article:
        """The story."""
        return self.read()

    @property
    def statement(self) -> Statement | None:
        """The statement found; None where stories were asked for."""
        return None if self.place is None else self.article.statements[self.place]


class FacetValue(NamedTuple):
    """One value of a facet: as filters take it, as people read it, and how many have it."""

    value: str
    label: str
    count: int  # type: ignore[assignment]  # hides tuple.count


class Facet(NamedTuple):
    """Most frequent values first, ties by key, a slug; ``distinct`` counts all values found, and
    ``missing`` those found that have none."""

    values: tuple[FacetValue, ...]
    distinct: int
    missing: int


@dataclass(frozen=True, slots=True)
class Bucket:
    """What is dated in one day, week (from Monday), month or year that begins ``since``;
    ``uncertain`` of them have a date that is only taken."""

    since: date
    count: int
    uncertain: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Buckets with something in them, oldest first; what is ``undated`` is in none."""

    interval: Interval
    buckets: tuple[Bucket, ...]
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """``total`` counts everything found, ``indexed`` every story held; ``cursor`` asks for the
    next page, None on the last; ``commit`` changes whenever the index does. ``timed_out``: there
    may be more than was found."""

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Facet] = field(default_factory=dict)
    timeline: Timeline | None = None
    cursor: str | None = None
    indexed: int = 0
    commit: str = "0"
    took_ms: float = 0.0
    timed_out: bool = False
