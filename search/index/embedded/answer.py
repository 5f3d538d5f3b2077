"""Answer: what a request finds in a view. Here kernels come in: whoever only opens an index and
reads stories does not wait for them."""

import time

from ...article import Article
from ...query.request import Hit, Results, SearchRequest
from ..expansion import check_expansions
from ..results import snippets_of
from .gather import Chosen, Gathered, gather
from .leaves import find_all, find_all_said, score_stories
from .scratch import borrow_arena
from .search import Search
from .view import View


def answer(request: SearchRequest, view: View, since: float) -> Results:
    """``since`` is when the search began, by ``time.perf_counter``."""
    with borrow_arena() as arena:
        search = Search(view, since + request.time_limit, arena)
        gathered, scores, timed_out = _gather(request, search)
    return Results(
        total=gathered.total,
        hits=tuple(
            _hit(request, one, score, view)
            for one, score in zip(gathered.page, scores, strict=True)
        ),
        facets=gathered.facets,
        timeline=gathered.timeline,
        cursor=gathered.cursor,
        indexed=view.stories,
        commit=str(view.generation),
        took_ms=(time.perf_counter() - since) * 1000,
        timed_out=timed_out,
    )


def _gather(request: SearchRequest, search: Search) -> tuple[Gathered, list[float], bool]:
    """What was gathered, the scores of its page, and whether time ran out."""
    tree, is_scored = request.query.tree, request.sort == "relevance"
    check_expansions(tree, search.lexicon)
    if request.of == "statements":
        found, timed_out = find_all_said(search, tree)
        is_scored = True
    else:
        found, timed_out = find_all(search, tree, is_scored, _room(request))
    gathered = gather(request, found, search.view, search.arena)
    if is_scored:
        return gathered, [one.score for one in gathered.page], timed_out
    return gathered, score_stories(search, tree, [one.number for one in gathered.page]), timed_out


def _room(request: SearchRequest) -> int:
    """How many of the best stories need scores; 0 where all do."""
    is_narrowed = request.filters or request.since or request.until or request.certain
    if request.sort != "relevance" or request.cursor or is_narrowed:
        return 0
    return request.page * request.limit + 1


class _Reader:
    """Reads a story when it is asked for, once, from the files of a commit."""

    __slots__ = ("_article", "_number", "_view")

    def __init__(self, view: View, number: int) -> None:
        self._view, self._number = view, number
        self._article: Article | None = None

    def __call__(self) -> Article:
        if self._article is None:
            self._article = self._view.article(self._number)
        return self._article


def _hit(request: SearchRequest, one: Chosen, score: float, view: View) -> Hit:
    number, place = one.number, None
    if request.of == "statements":
        number, place = view.statement(one.number)
    read = _Reader(view, number)
    snippets = snippets_of(request, read(), place) if request.snippets else ()
    return Hit(one.tie[0], score, one.headline, read, snippets, place)
