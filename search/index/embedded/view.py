"""View: one commit of a Whoosh index, as one search sees it. Never shared between threads."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from whoosh.reading import IndexReader

from ...article import Article
from ...query.nodes import Prefix
from ...schema import TEXT_FIELDS, Field
from .. import ranking
from ..leaves import MAX_EXPANSIONS, too_many_words
from .mapping import FORM, Entry, document_lengths, read_article_field

Postings = dict[int, tuple[int, ...]]  # document number to positions


class View:
    """Postings, scores and stories of the documents that are not deleted."""

    def __init__(self, reader: IndexReader, generation: int, entries: dict[int, Entry]) -> None:
        self.reader = reader
        self.generation = generation
        self.entries = entries
        self._postings: dict[tuple[str, str], Postings] = {}

    def positions(self, field: Field, term: str) -> Postings:
        """Where a term stands in each document that has it in this field."""
        key = (field.name, term)
        if key not in self._postings:
            self._postings[key] = dict(self._read(*key, "positions"))
        return self._postings[key]

    def scores(self, field: Field, term: str) -> dict[int, float]:
        """What a term adds to each document that has it in this field."""
        counts = {number: len(places) for number, places in self.positions(field, term).items()}
        return self._score(field, counts)

    def form_scores(self, field: Field, form: str) -> dict[int, float]:
        """The same for a word unstemmed."""
        name = field.name + FORM if field.is_text else field.name
        return self._score(field, dict(self._read(name, form, "frequency")))

    def expansions(self, prefix: Prefix, field: Field) -> list[str]:
        """The words of the field that begin so, in order."""
        name = field.name + FORM if field.is_text else field.name
        if name not in self.reader.indexed_field_names():
            return []
        found = [text.decode() for text in self.reader.expand_prefix(name, prefix.form)]
        if len(found) > MAX_EXPANSIONS:
            raise too_many_words(prefix, len(found))
        return sorted(found)

    def number(self, article_id: str) -> int | None:
        """The document with this id."""
        return next((number for number, _ in self._read("id", article_id, "frequency")), None)

    def article(self, number: int) -> Article:
        """The story of a document."""
        return read_article_field(self.reader.stored_fields(number)["article"])

    def close(self) -> None:
        self.reader.close()
        self._postings.clear()

    @cached_property
    def average_length(self) -> dict[str, float]:
        totals = document_lengths(self.entries.values())
        return {
            field.name: total / (len(self.entries) or 1)
            for field, total in zip(TEXT_FIELDS, totals, strict=True)
        }

    def _score(self, field: Field, counts: dict[int, int]) -> dict[int, float]:
        if not counts or not field.is_text:
            return dict.fromkeys(counts, 0.0)
        rare = ranking.rarity(len(self.entries), len(counts))
        average = self.average_length[field.name]
        place = TEXT_FIELDS.index(field)
        return {
            number: field.boost
            * ranking.score(rare, count, self.entries[number].lengths[place], average)
            for number, count in counts.items()
        }

    def _read(self, name: str, term: str, what: str) -> Iterator[tuple[int, Any]]:
        """Each document with the term, and its positions or frequency there."""
        if (name, term.encode()) not in self.reader:
            return
        matcher = self.reader.postings(name, term)
        while matcher.is_active():
            yield matcher.id(), matcher.value_as(what)
            matcher.next()
