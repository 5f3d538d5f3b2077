"""The embedded index: a Whoosh index in a folder, opened by this process alone or by many."""

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from ...article import Article
from ...query.nodes import Query
from ...query.request import Results, SearchRequest
from ..collect import Found, check_request
from ..expansion import check_expansions
from ..explain import Explanation, explain_story
from ..results import Held, build_results
from .execute import execute
from .folder import Folder
from .mapping import make_document
from .view import View


class EmbeddedIndex:
    """Stories in a folder. Many threads and processes may search while one writes.

    A search borrows a view of the last commit; views are kept for the next search and closed
    when a newer commit is seen.
    """

    def __init__(self, path: str) -> None:
        self._folder = Folder(Path(path))
        self._idle: list[View] = []
        self._lock = threading.Lock()

    def add(self, articles: Iterable[Article]) -> int:
        documents = {article.id: make_document(article) for article in articles}
        if documents:
            self._folder.replace(documents)
        return len(documents)

    def remove(self, ids: Iterable[str]) -> int:
        with self._view() as view:
            gone = {key for key in ids if view.number(key) is not None}
        if gone:
            self._folder.remove(gone)
        return len(gone)

    def get(self, article_id: str) -> Article | None:
        with self._view() as view:
            number = view.number(article_id)
            return None if number is None else view.article(number)

    def search(self, request: SearchRequest) -> Results:
        since = time.perf_counter()
        check_request(request)
        with self._view() as view:
            check_expansions(request.query.tree, view)
            scores = execute(request.query.tree, view)
            found = (
                Found(number, score, view.entries[number].row) for number, score in scores.items()
            )
            held = Held(str(view.generation), len(view.entries), view.article, since)
            return build_results(request, found, held)

    def explain(self, query: Query, article_id: str) -> Explanation | None:
        with self._view() as view:
            number = view.number(article_id)
            return None if number is None else explain_story(query.tree, view.story(number), view)

    def close(self) -> None:
        with self._lock:
            idle, self._idle = self._idle, []
        for view in idle:
            view.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @contextmanager
    def _view(self) -> Iterator[View]:
        """A view of the last commit, for this thread alone."""
        view = self._borrow(self._folder.generation())
        try:
            yield view
        finally:
            view.forget()
            with self._lock:
                self._idle.append(view)

    def _borrow(self, generation: int) -> View:
        with self._lock:
            stale = [view for view in self._idle if view.generation < generation]
            fresh = [view for view in self._idle if view.generation >= generation]
            borrowed = fresh.pop() if fresh else None
            self._idle = fresh
        for view in stale:
            view.close()
        return borrowed or self._folder.view()
