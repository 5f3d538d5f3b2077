"""The embedded index: a Whoosh index in a folder, opened by this process alone or by many."""

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

from ...article import Article
from ...errors import IndexUnavailable
from ...query.nodes import Query
from ...query.request import Results, SearchRequest
from ...query.story import Story
from .. import Upkeep
from ..collect import check_request
from ..explain import Explanation, explain_story
from .budget import MEMORY
from .folder import Folder


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

    def held(self, ids: Sequence[str]) -> set[str]:
        """Those of these ids of which it has the story."""
        return self._folder.view().held(ids)

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
        from .answer import answer  # and with it kernels, which opening does without

        return answer(request, self._folder.view(), since)

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
