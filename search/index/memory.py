"""The memory index: the oracle. It reads every story for every query, by the meanings that
``meaning.py``, ``scoring.py`` and ``speech.py`` give, with no regard to speed."""

import time
from collections.abc import Iterable, Iterator
from typing import Self

from ..article import Article
from ..errors import IndexUnavailable
from ..query.meaning import finds, says
from ..query.nodes import Fuzzy, Node, Prefix, Query
from ..query.request import Results, SearchRequest
from ..query.spans import is_one_edit
from ..query.story import Story, length
from ..schema import TEXT_FIELDS, Field
from .collect import Found, check_request
from .expansion import check_expansions, fields_of
from .explain import Explanation, explain_story
from .results import Held, build_results
from .row import make_row, make_statement_row
from .scoring import Term, score_of
from .speech import statement_score, words_in


class MemoryIndex:
    """Keeps its stories in a dict; gone when it is closed."""

    def __init__(self) -> None:
        self._stories: Stories | None = Stories({})
        self._commit = 0

    def add(self, articles: Iterable[Article]) -> int:
        added = {article.id: Story(article) for article in articles}
        self._replace({**self._held.by_id, **added})
        return len(added)

    def remove(self, ids: Iterable[str]) -> int:
        gone = set(ids) & set(self._held.by_id)
        kept = {key: story for key, story in self._held.by_id.items() if key not in gone}
        self._replace(kept)
        return len(gone)

    def get(self, article_id: str) -> Article | None:
        story = self._held.by_id.get(article_id)
        return story.article if story else None

    def search(self, request: SearchRequest) -> Results:
        since = time.perf_counter()
        check_request(request)
        held, tree = self._held, request.query.tree
        check_expansions(tree, held)
        stories = list(held.by_id.values())
        found = _find_statements if request.of == "statements" else _find_stories
        about = Held(str(self._commit), len(stories), lambda n: stories[n].article, since)
        return build_results(request, found(tree, held), about)

    def explain(self, query: Query, article_id: str) -> Explanation | None:
        story = self._held.by_id.get(article_id)
        return explain_story(query.tree, story, self._held) if story else None

    def close(self) -> None:
        self._stories = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def _held(self) -> "Stories":
        if self._stories is None:
            raise IndexUnavailable("The index is closed, and its stories are gone")
        return self._stories

    def _replace(self, stories: dict[str, Story]) -> None:
        self._stories = Stories(stories)
        self._commit += 1


def _find_stories(tree: Node, held: "Stories") -> Iterator[Found]:
    for number, story in enumerate(held.by_id.values()):
        if finds(tree, story):
            yield Found(number, score_of(tree, story, held), make_row(story.article))


def _find_statements(tree: Node, held: "Stories") -> Iterator[Found]:
    for number, story in enumerate(held.by_id.values()):
        for spoken in story.statements():
            if says(tree, spoken):
                scored = statement_score(tree, spoken, held)
                yield Found(number, scored, make_statement_row(spoken))


class Stories:
    """The stories of one commit, and what is counted over them, each count once."""

    def __init__(self, by_id: dict[str, Story]) -> None:
        self.by_id = by_id
        self._counts: dict[tuple[Term, str], int] = {}
        self._averages = {
            field.name: sum(length(story.texts(field.name)) for story in by_id.values())
            / (len(by_id) or 1)
            for field in TEXT_FIELDS
        }
        said = [words_in(one.zone) for story in by_id.values() for one in story.statements()]
        self._statement_length = sum(said) / (len(said) or 1)

    @property
    def stories(self) -> int:
        return len(self.by_id)

    def average_length(self, field: Field) -> float:
        return self._averages[field.name]

    @property
    def statement_length(self) -> float:
        return self._statement_length

    def containing(self, term: Term, field: Field) -> int:
        key = (term, field.name)
        if key not in self._counts:
            self._counts[key] = sum(
                any(term.count(text) for text in story.texts(field.name))
                for story in self.by_id.values()
            )
        return self._counts[key]

    def count(self, node: Prefix | Fuzzy) -> int:
        return max(self._count_words(node, field) for field in fields_of(node))

    def _count_words(self, node: Prefix | Fuzzy, field: Field) -> int:
        texts = (text for story in self.by_id.values() for text in story.texts(field.name))
        forms = {form for text in texts for form in text.forms}
        if isinstance(node, Prefix):
            return sum(form.startswith(node.form) for form in forms)
        return sum(is_one_edit(form, node.form) for form in forms)
