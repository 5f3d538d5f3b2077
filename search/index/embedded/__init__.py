"""The embedded index: a Whoosh index in a folder, opened by this process alone or by many."""

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from ...article import Article
from ...errors import IndexUnavailable
from ...query.nodes import Query
from ...query.request import Hit, Results, SearchRequest
from ...query.story import Story
from .. import Upkeep
from ..collect import check_request
from ..expansion import check_expansions
from ..explain import Explanation, explain_story
from ..results import snippets_of
from .budget import MEMORY
from .execute import Search
from .folder import Folder
from .gather import Chosen, Gathered, gather
from .leaves import find_all, find_all_said, score_stories
from .scratch import borrow_arena
from .view import View


class EmbeddedIndex:
    """Stories in a folder. Many threads and processes may search while one writes; each search is
    answered from the last commit as it stood when the search began."""

    def __init__(self, path: str, memory: int = MEMORY) -> None:
        self._folder = Folder(Path(path))
        self._memory = memory

    @property
    def folder(self) -> Path:
        """Where its files are; there may be none yet."""
        return self._folder.path

    def holds(self, article_id: str) -> bool:
        """Whether it has the story with this id."""
        return self._folder.view().number(article_id) is not None

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
        """Read every byte; IndexUnavailable, naming the file, where one has changed or the newest
        commit is lost."""
        view = self._folder.view()
        for leaf in view.leaves:
            leaf.segment.columns.check_all()
        if view.damage:
            raise IndexUnavailable(view.damage)
        size = sum(leaf.segment.columns.size for leaf in view.leaves)
        return Upkeep(view.stories, len(view.leaves), size)

    def get(self, article_id: str) -> Article | None:
        found = self._folder.view().number(article_id)
        return found[0].segment.article(found[1]) if found else None

    def search(self, request: SearchRequest) -> Results:
        since = time.perf_counter()
        check_request(request)
        view = self._folder.view()
        with borrow_arena() as arena:
            search = Search(view, since + request.time_limit, arena)
            gathered, scores, timed_out = _answer(request, search)
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


def _answer(request: SearchRequest, search: Search) -> tuple[Gathered, list[float], bool]:
    """What was gathered, the scores of its page, and whether time ran out."""
    tree, is_scored = request.query.tree, request.sort == "relevance"
    check_expansions(tree, search.lexicon)
    if request.of == "statements":
        found, timed_out = find_all_said(search, tree)
        is_scored = True
    else:
        found, timed_out = find_all(search, tree, is_scored)
    gathered = gather(request, found, search.view, search.arena)
    if is_scored:
        return gathered, [one.score for one in gathered.page], timed_out
    return gathered, score_stories(search, tree, [one.number for one in gathered.page]), timed_out


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
    return Hit(
        id=one.tie[0],
        score=score,
        headline=one.headline,
        read=read,
        snippets=snippets,
        place=place,
    )
