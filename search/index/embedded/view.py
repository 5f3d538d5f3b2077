"""View: one commit of a Whoosh index, as one search sees it. Never shared between threads."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from whoosh.reading import IndexReader

from ...article import Article
from ...query.story import Story
from ...schema import TEXT_FIELDS, Field
from ...text import word_form
from .. import ranking
from ..scoring import Term
from .mapping import FORM, Entry, document_lengths, read_article_field

Postings = dict[int, tuple[int, ...]]  # document number to positions
Scores = dict[int, float]  # document number to score


class View:
    """Postings, counts, scores and stories of the documents that are not deleted. It is the
    Statistics and the Lexicon of its commit."""

    def __init__(self, reader: IndexReader, generation: int, entries: dict[int, Entry]) -> None:
        self.reader = reader
        self.generation = generation
        self.entries = entries
        self._postings: dict[tuple[str, str], Postings] = {}
        self._mentions: dict[tuple[Term, str], dict[int, int]] = {}
        self._stories: dict[int, Story] = {}

    @property
    def stories(self) -> int:
        return len(self.entries)

    def average_length(self, field: Field) -> float:
        return self._averages[field.name]

    def containing(self, term: Term, field: Field) -> int:
        return len(self.mentions(term, field))

    def forms(self, field: Field, begins: str) -> Iterator[str]:
        name = _form_field(field)
        if name in self.reader.indexed_field_names():
            yield from (text.decode() for text in self.reader.expand_prefix(name, begins))

    def positions(self, field: Field, term: str) -> Postings:
        """Where a term stands in each document that has it in this field."""
        key = (field.name, term)
        if key not in self._postings:
            self._postings[key] = dict(self._read(*key, "positions"))
        return self._postings[key]

    def mentions(self, term: Term, field: Field) -> dict[int, int]:
        """How often a term stands in each document that has it in this field."""
        key = (term, field.name)
        if key not in self._mentions:
            self._mentions[key] = dict(self._count(term, field))
        return self._mentions[key]

    def scores(self, term: Term, field: Field) -> Scores:
        """What a term adds to each document that has it in this field."""
        mentions = self.mentions(term, field)
        if not mentions or not field.is_text:
            return dict.fromkeys(mentions, 0.0)
        rare = ranking.rarity(self.stories, len(mentions))
        average = self.average_length(field)
        place = TEXT_FIELDS.index(field)
        return {
            number: field.boost
            * ranking.score(rare, count, self.entries[number].lengths[place], average)
            for number, count in mentions.items()
        }

    def number(self, article_id: str) -> int | None:
        """The document with this id."""
        return next((number for number, _ in self._read("id", article_id, "frequency")), None)

    def article(self, number: int) -> Article:
        """The story of a document."""
        return read_article_field(self.reader.stored_fields(number)["article"])

    def story(self, number: int) -> Story:
        """The story of a document, as words; kept while the search lasts."""
        if number not in self._stories:
            self._stories[number] = Story(self.article(number))
        return self._stories[number]

    def forget(self) -> None:
        """Let go of what only one search needed."""
        self._postings.clear()
        self._mentions.clear()
        self._stories.clear()

    def close(self) -> None:
        self.forget()
        self.reader.close()

    @cached_property
    def _averages(self) -> dict[str, float]:
        totals = document_lengths(self.entries.values())
        return {
            field.name: total / (self.stories or 1)
            for field, total in zip(TEXT_FIELDS, totals, strict=True)
        }

    def _count(self, term: Term, field: Field) -> Iterator[tuple[int, int]]:
        match term.kind:
            case "term":
                postings = self.positions(field, term.text)
                yield from ((number, len(places)) for number, places in postings.items())
            case "form":
                yield from self._read(_form_field(field), term.text, "frequency")
            case "printed":
                # the folded word is indexed, how it is printed only stands in the story
                for number, _ in self._read(_form_field(field), word_form(term.text), "frequency"):
                    texts = self.story(number).texts(field.name)
                    if count := sum(map(term.count, texts)):
                        yield number, count

    def _read(self, name: str, term: str, what: str) -> Iterator[tuple[int, Any]]:
        """Each document with the term, and its positions or frequency there."""
        if (name, term.encode()) not in self.reader:
            return
        matcher = self.reader.postings(name, term)
        while matcher.is_active():
            yield matcher.id(), matcher.value_as(what)
            matcher.next()


def _form_field(field: Field) -> str:
    """Where Whoosh keeps the field's words folded but not stemmed."""
    return field.name + FORM if field.is_text else field.name
