"""build_results: the Results of a request, once an index knows which stories the query finds."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..article import Article
from ..query.request import Hit, Results, SearchRequest
from ..snippet import Snippet, find_snippets, mark_statement
from .collect import Found, collect


@dataclass(frozen=True, slots=True)
class Held:
    """What an index holds as of one commit; ``article`` reads a story by its number, and
    ``since`` is when the search began, on time.perf_counter's clock."""

    commit: str
    indexed: int
    article: Callable[[int], Article]
    since: float


def build_results(request: SearchRequest, found: Iterable[Found], held: Held) -> Results:
    """Filters, order, page, counts and snippets over what was found."""
    collected = collect(request, found, held.commit)
    hits = tuple(_hit(request, one, held.article(one.docnum)) for one in collected.page)
    return Results(
        total=collected.total,
        hits=hits,
        facets=collected.facets,
        timeline=collected.timeline,
        cursor=collected.cursor,
        indexed=held.indexed,
        commit=held.commit,
        took_ms=(time.perf_counter() - held.since) * 1000,
    )


def _hit(request: SearchRequest, one: Found, article: Article) -> Hit:
    place = one.row.place[0] if one.row.place else None
    return Hit(
        id=article.id,
        score=one.score,
        headline=article.headline,
        read=lambda: article,
        snippets=snippets_of(request, article, place),
        place=place,
    )


def snippets_of(request: SearchRequest, article: Article, place: int | None) -> tuple[Snippet, ...]:
    """The passages that a hit shows: of a story as many as were asked for, else the statement."""
    if place is None:
        return find_snippets(article, request.query, request.snippets)
    return (mark_statement(article, place, request.query),) if request.snippets else ()
