"""The embedded index: a Whoosh index in a folder, opened by this process alone or by many."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from ...article import Article
from ...kernels import scores as kernels
from ...query.nodes import Node, Query
from ...query.request import Hit, Results, SearchRequest
from ...query.story import Story
from .. import Upkeep
from ..collect import check_request
from ..expansion import check_expansions
from ..explain import Explanation, explain_story
from ..results import snippets_of
from .execute import Finder, Search
from .folder import Folder
from .gather import Chosen, gather
from .hits import Hits, OutOfTime
from .rows import RowLeaf
from .spoken import StatementFinder
from .view import Leaf, View

MEMORY = 1 << 30  # bytes that adding stories may take, about


class EmbeddedIndex:
    """Stories in a folder. Many threads and processes may search while one writes; each search is
    answered from the last commit as it stood when the search began."""

    def __init__(self, path: str, memory: int = MEMORY) -> None:
        self._folder = Folder(Path(path))
        self._memory = memory

    def add(self, articles: Iterable[Article]) -> int:
        return self._folder.replace(articles, self._memory)

    def remove(self, ids: Iterable[str]) -> int:
        view = self._folder.view()
        gone = [story_id for story_id in dict.fromkeys(ids) if view.number(story_id)]
        return self._folder.remove(gone) if gone else 0

    def optimize(self) -> None:
        """Make the index one segment without dead stories: the quickest to search."""
        self._folder.optimize()

    def check(self) -> Upkeep:
        """Read every byte; IndexUnavailable, naming the file, where one has changed."""
        view = self._folder.view()
        for leaf in view.leaves:
            leaf.segment.columns.check_all()
        size = sum(leaf.segment.columns.size for leaf in view.leaves)
        return Upkeep(view.stories, len(view.leaves), size)

    def get(self, article_id: str) -> Article | None:
        found = self._folder.view().number(article_id)
        return found[0].segment.article(found[1]) if found else None

    def search(self, request: SearchRequest) -> Results:
        since = time.perf_counter()
        check_request(request)
        view = self._folder.view()
        search = Search(view, since + request.time_limit)
        check_expansions(request.query.tree, search.lexicon)
        find = _find_statements if request.of == "statements" else _find_stories
        found, timed_out = _in_time(find(search, request.query.tree))
        gathered = gather(request, found, view)
        return Results(
            total=gathered.total,
            hits=tuple(_hit(request, one, view) for one in gathered.page),
            facets=gathered.facets,
            timeline=gathered.timeline,
            cursor=gathered.cursor,
            indexed=view.stories,
            commit=str(view.generation),
            took_ms=(time.perf_counter() - since) * 1000,
            timed_out=timed_out,
        )

    def explain(self, query: Query, article_id: str) -> Explanation | None:
        view = self._folder.view()
        found = view.number(article_id)
        if not found:
            return None
        leaf, doc = found
        return explain_story(query.tree, Story(leaf.segment.article(doc)), view)

    def close(self) -> None:
        self._folder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


_Found = tuple[RowLeaf, Hits]  # of one segment


def _in_time(found: Iterator[_Found]) -> tuple[list[_Found], bool]:
    """What is found in each segment, and whether time ran out before the last."""
    inside: list[_Found] = []
    try:
        for one in found:
            inside.append(one)
    except OutOfTime:
        return inside, True
    return inside, False


def _find_stories(search: Search, node: Node) -> Iterator[_Found]:
    """The living stories found in each segment."""
    for leaf in search.view.leaves:
        yield leaf, _living(leaf, Finder(search, leaf).find(node))


def _find_statements(search: Search, node: Node) -> Iterator[_Found]:
    """The statements found in each segment, of living stories."""
    for spoken in search.view.spoken:
        hits = StatementFinder(Finder(search, spoken.leaf), node).find(node)
        yield spoken, spoken.living(hits)


def _living(leaf: Leaf, hits: Hits) -> Hits:
    if not leaf.dead.size:
        return hits
    docs = hits.docs.copy()  # these may be the segment's own
    n = kernels.part(docs, hits.scores, leaf.dead)
    return Hits(docs[:n], hits.scores[:n])


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


def _hit(request: SearchRequest, one: Chosen, view: View) -> Hit:
    number, place = one.number, None
    if request.of == "statements":
        number, place = view.statement(one.number)
    read = _Reader(view, number)
    snippets = snippets_of(request, read(), place) if request.snippets else ()
    return Hit(id=one.id, score=one.score, read=read, snippets=snippets, place=place)
