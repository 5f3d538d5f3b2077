"""The Whoosh schema and documents of our stories, derived from search.schema.FIELDS.

Each text field stands twice: by its terms, with positions, and as ``…_form`` by its words
unstemmed, for prefixes. ``row`` is a column with what collecting needs; ``article`` the story.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import orjson
import zstandard
from whoosh import columns, fields
from whoosh.analysis.acore import Token
from whoosh.analysis.analyzers import Analyzer

from ...article import Article
from ...record import article_to_record, read_record, sound
from ...schema import FIELDS, TEXT_FIELDS
from ...text import find_words
from ..row import Row, make_row, read_row, row_to_record

BREAK = "\x1f"  # parts the values of one field; no phrase runs across it
FORM = "_form"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is read at once of each story held: its row and the lengths of its text fields."""

    row: Row
    lengths: tuple[int, ...]


class WordAnalyzer(Analyzer):
    """Whoosh's door to ``search.text``: terms, or plain forms where ``stemmed`` is False."""

    def __init__(self, stemmed: bool) -> None:
        self.stemmed = stemmed

    def __call__(self, value: str, **_: Any) -> Iterator[Token]:
        token = Token(boost=1.0)
        position = 0
        for part in value.split(BREAK):
            for word in find_words(part):
                token.text = word.term if self.stemmed else word.form
                token.pos = position
                position += 1
                yield token
            position += 1


def make_schema() -> fields.Schema:
    """The Whoosh schema of every index that this version writes."""
    schema = fields.Schema(
        id=fields.ID(unique=True, stored=True),
        article=fields.STORED(),
        row=fields.COLUMN(columns.VarBytesColumn()),
    )
    for field in FIELDS.values():
        schema.add(field.name, fields.TEXT(analyzer=WordAnalyzer(field.is_text)))
    for field in TEXT_FIELDS:
        schema.add(field.name + FORM, fields.TEXT(analyzer=WordAnalyzer(False), phrase=False))
    return schema


def make_document(story: Article) -> dict[str, Any]:
    """Every field of the story converted, so that adding it can no longer fail half-way."""
    document: dict[str, Any] = {"id": sound(story.id)}
    for field in FIELDS.values():
        text = BREAK.join(_clean(value) for value in field.values(story) if value)
        if text:
            document[field.name] = text
    lengths = [_length(document.get(field.name, "")) for field in TEXT_FIELDS]
    for field in TEXT_FIELDS:
        if field.name in document:
            document[field.name + FORM] = document[field.name]
    document["row"] = orjson.dumps([row_to_record(make_row(story)), lengths])
    document["article"] = zstandard.compress(orjson.dumps(article_to_record(story)))
    return document


def read_article_field(stored: bytes) -> Article:
    """The story that ``make_document`` kept."""
    return read_record(orjson.loads(zstandard.decompress(stored)))


def read_entry(stored: bytes) -> Entry:
    """The entry that ``make_document`` kept."""
    row, lengths = orjson.loads(stored)
    return Entry(read_row(row), tuple(lengths))


def document_lengths(entries: Iterable[Entry]) -> tuple[int, ...]:
    """All words of each text field together."""
    totals = [0] * len(TEXT_FIELDS)
    for entry in entries:
        for place, length in enumerate(entry.lengths):
            totals[place] += length
    return tuple(totals)


def _length(text: str) -> int:
    return sum(1 for _ in find_words(text))


def _clean(text: str) -> str:
    return sound(text).replace(BREAK, " ")
