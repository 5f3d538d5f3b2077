"""The Whoosh schema of our segments, derived from search.schema.FIELDS.

Each field is indexed by its terms, with positions; each text field also as ``…_form`` by its words
unstemmed. ``article`` is the story as JSON.
"""

from collections.abc import Iterator
from typing import Any

from whoosh import fields
from whoosh.analysis.acore import Token
from whoosh.analysis.analyzers import Analyzer

from ...schema import FIELDS, TEXT_FIELDS
from ...text import find_words

FORM = "_form"


class WordAnalyzer(Analyzer):
    """Whoosh's door to ``search.text``: terms, or plain forms where ``stemmed`` is False."""

    def __init__(self, stemmed: bool) -> None:
        self.stemmed = stemmed

    def __call__(self, value: str, **_: Any) -> Iterator[Token]:
        token = Token(boost=1.0)
        for position, word in enumerate(find_words(value)):
            token.text = word.term if self.stemmed else word.form
            token.pos = position
            token.startchar, token.endchar = word.start, word.end
            yield token


def make_schema() -> fields.Schema:
    """The Whoosh schema of every index that this version writes."""
    schema = fields.Schema(id=fields.ID(unique=True, stored=True), article=fields.STORED())
    for field in FIELDS.values():
        schema.add(field.name, fields.TEXT(analyzer=WordAnalyzer(field.is_text), stored=True))
    for field in TEXT_FIELDS:
        schema.add(field.name + FORM, fields.TEXT(analyzer=WordAnalyzer(False), phrase=False))
    return schema
