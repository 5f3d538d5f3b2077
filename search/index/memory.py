"""The memory index: the oracle. Every node's meaning in a few plain lines, with no regard to
speed; the other indexes must find the same stories, in the same order."""

import time
from collections.abc import Iterable
from functools import cached_property
from typing import Self

from ..article import Article
from ..query.nodes import And, DateRange, Everything, Leaf, Node, Not, Or, Phrase, Prefix, Word
from ..query.request import Results, SearchRequest
from ..schema import FIELDS, Field
from ..text import find_forms
from .collect import Found, check_request
from .leaves import MAX_EXPANSIONS, fields_of, too_many_words
from .ranking import rarity, score
from .results import Held, build_results
from .row import make_row


class Story:
    """A story as words: ``forms[field]`` has each value's words folded, ``terms[field]`` as they
    are matched (stemmed in running text, as they are in names)."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.row = make_row(article)
        self.forms = {
            name: [find_forms(text) for text in field.values(article) if text]
            for name, field in FIELDS.items()
        }
        self.terms = {
            name: [[FIELDS[name].term(form) for form in value] for value in values]
            for name, values in self.forms.items()
        }


class MemoryIndex:
    """Keeps its stories in a dict; gone when it is closed."""

    def __init__(self) -> None:
        self._stories: dict[str, Story] = {}
        self._commit = 0

    def add(self, articles: Iterable[Article]) -> int:
        added = {article.id: Story(article) for article in articles}
        self._replace({**self._stories, **added})
        return len(added)

    def remove(self, ids: Iterable[str]) -> int:
        gone = set(ids) & set(self._stories)
        self._replace({key: story for key, story in self._stories.items() if key not in gone})
        return len(gone)

    def get(self, article_id: str) -> Article | None:
        story = self._stories.get(article_id)
        return story.article if story else None

    def search(self, request: SearchRequest) -> Results:
        since = time.perf_counter()
        check_request(request)
        stories = list(self._stories.values())
        oracle = Oracle(stories)
        tree = request.query.tree
        found = (
            Found(number, oracle.score(tree, story), story.row)
            for number, story in enumerate(stories)
            if oracle.finds(tree, story)
        )
        held = Held(str(self._commit), len(stories), lambda number: stories[number].article, since)
        return build_results(request, found, held)

    def close(self) -> None:
        self._replace({})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _replace(self, stories: dict[str, Story]) -> None:
        self._stories = stories
        self._commit += 1


class Oracle:
    """What each node means, over these stories."""

    def __init__(self, stories: list[Story]) -> None:
        self.stories = stories
        self._expansions: dict[tuple[str, str], list[str]] = {}
        self._containing: dict[tuple[str, str, str], int] = {}

    def finds(self, node: Node, story: Story) -> bool:
        """Whether the node finds the story."""
        match node:
            case Everything():
                return True
            case And(parts):
                return all(self.finds(part, story) for part in parts)
            case Or(parts):
                return any(self.finds(part, story) for part in parts)
            case Not(part):
                return not self.finds(part, story)
            case DateRange(since, until):
                day = story.row.day
                return day is not None and (since or day) <= day <= (until or day)
            case Word() | Prefix() | Phrase():
                return any(self.stands_in(node, field, story) for field in fields_of(node))

    def stands_in(self, leaf: Leaf, field: Field, story: Story) -> bool:
        """Whether a word, prefix or phrase stands in this field of the story."""
        match leaf:
            case Word(form):
                return any(field.term(form) in value for value in story.terms[field.name])
            case Prefix():
                words = set(self.expansions(leaf, field))
                return any(words & set(value) for value in story.forms[field.name])
            case Phrase(forms):
                wanted = [field.term(form) for form in forms]
                return any(_runs(wanted, value) for value in story.terms[field.name])

    def expansions(self, prefix: Prefix, field: Field) -> list[str]:
        """The words of the field, in any story, that begin so."""
        key = (field.name, prefix.form)
        if key not in self._expansions:
            words = (word for word in self.vocabulary[field.name] if word.startswith(prefix.form))
            self._expansions[key] = sorted(words)
        if len(self._expansions[key]) > MAX_EXPANSIONS:
            raise too_many_words(prefix, len(self._expansions[key]))
        return self._expansions[key]

    def score(self, node: Node, story: Story) -> float:
        """What the node adds to the score of a story that it finds: BM25F over the text fields."""
        match node:
            case And(parts) | Or(parts):
                return sum((self.score(p, story) for p in parts if self.finds(p, story)), 0.0)
            case Word() | Prefix() | Phrase():
                scored = (
                    f for f in fields_of(node) if f.is_text and self.stands_in(node, f, story)
                )
                return sum((self._field_score(node, field, story) for field in scored), 0.0)
        return 0.0

    def _field_score(self, leaf: Leaf, field: Field, story: Story) -> float:
        """A word scores itself, a phrase its words, a prefix the words that it stands for."""
        match leaf:
            case Word(form):
                return self._term_score(field, field.term(form), story, "terms")
            case Phrase(forms):
                return sum(
                    self._term_score(field, field.term(form), story, "terms") for form in forms
                )
            case Prefix():
                words = self.expansions(leaf, field)
                return sum(self._term_score(field, word, story, "forms") for word in words)

    def _term_score(self, field: Field, term: str, story: Story, kind: str) -> float:
        words = getattr(story, kind)
        mentions = sum(value.count(term) for value in words[field.name])
        length = sum(map(len, words[field.name]))
        rare = rarity(len(self.stories), self.containing(field, term, kind))
        return field.boost * score(rare, mentions, length, self.average_length[field.name])

    def containing(self, field: Field, term: str, kind: str) -> int:
        """How many stories have the term in this field."""
        key = (field.name, term, kind)
        if key not in self._containing:
            fields = (getattr(story, kind)[field.name] for story in self.stories)
            self._containing[key] = sum(any(term in value for value in values) for values in fields)
        return self._containing[key]

    @cached_property
    def vocabulary(self) -> dict[str, set[str]]:
        """Every word, folded, of each field."""
        return {
            name: {word for story in self.stories for value in story.forms[name] for word in value}
            for name in FIELDS
        }

    @cached_property
    def average_length(self) -> dict[str, float]:
        """Words a story of each field, stories without the field included."""
        return {
            name: sum(len(value) for story in self.stories for value in story.forms[name])
            / (len(self.stories) or 1)
            for name in FIELDS
        }


def _runs(wanted: list[str], value: list[str]) -> bool:
    """Whether the words stand in the value one after another."""
    starts = range(len(value) - len(wanted) + 1)
    return any(value[at : at + len(wanted)] == wanted for at in starts)
