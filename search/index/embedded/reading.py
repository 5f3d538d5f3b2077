"""ColumnTerms and ColumnStories: what Whoosh's own reader asks of a segment of ours. Correct in
everything, quick in nothing: Dateline's searches do not come this way."""

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from whoosh.codec import base
from whoosh.fields import FieldType
from whoosh.formats import Format
from whoosh.reading import TermInfo, TermNotFound

from ...errors import IndexUnavailable
from ...schema import FIELDS
from .codec import ColumnSegment
from .group import TEXT
from .mapping import FORM
from .matching import ColumnMatcher, ColumnTermInfo, Postings
from .segment import Segment
from .terms import ZONE_OF, FormTerms, IdTerms, Lengths, Terms, ZoneTerms, find_living


class ColumnTerms(base.TermsReader):
    """The terms of a segment's living stories."""

    def __init__(self, segment: ColumnSegment, folder: str | Path) -> None:
        opened = Segment(segment.path(folder), segment.proof)
        living = find_living(opened, segment.committed)
        text = opened.groups[TEXT]
        self._lengths = Lengths(living)
        fields: dict[str, Terms] = {"id": IdTerms(living)}
        for field in FIELDS.values():
            if field.name in ZONE_OF:
                zone = ZONE_OF[field.name]
                fields[field.name] = ZoneTerms(living, text, zone)
                fields[field.name + FORM] = FormTerms(living, text, zone)
            else:
                fields[field.name] = ZoneTerms(living, opened.groups[field.name], 0)
        self._fields = dict(sorted(fields.items()))

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._find(*term) is not None

    def indexed_field_names(self) -> list[str]:
        return [name for name in self._fields if any(self._walk(name))]

    def cursor(self, fieldname: str, fieldobj: FieldType) -> base.FieldCursor:
        terms = self._fields.get(fieldname)
        return ColumnCursor(self, fieldname, terms, fieldobj) if terms else base.EmptyCursor()

    def terms(self) -> Iterator[tuple[str, bytes]]:
        for name in self._fields:
            yield from self._walk(name)

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        if fieldname in self._fields:
            yield from self._walk(fieldname, prefix)
        for name in self._fields:
            if name > fieldname:
                yield from self._walk(name)

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(
        self, fieldname: str, prefix: bytes
    ) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        return self._info(fieldname, self._get(fieldname, text))

    def frequency(self, fieldname: str, text: bytes) -> float:
        postings = self._find(fieldname, text)
        return float(postings.counts.sum()) if postings else 0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        postings = self._find(fieldname, text)
        return postings.docs.size if postings else 0

    def matcher(
        self, fieldname: str, text: bytes, format_: Format, scorer: Any = None
    ) -> ColumnMatcher:
        postings = self._get(fieldname, text)
        info = self._info(fieldname, postings)
        return ColumnMatcher((fieldname, text), postings, info, format_, scorer)

    def _find(self, fieldname: str, text: bytes) -> Postings | None:
        """The postings of a term, None where no living story has it."""
        terms = self._fields.get(fieldname)
        key = terms.find(text) if terms else -1
        if terms is None or key < 0 or not terms.is_living(key):
            return None
        return terms.postings(key)

    def _get(self, fieldname: str, text: bytes) -> Postings:
        postings = self._find(fieldname, text)
        if postings is None:
            raise TermNotFound(f"No term {fieldname}:{text!r}")
        return postings

    def _info(self, fieldname: str, postings: Postings) -> TermInfo:
        return ColumnTermInfo(postings, lambda: self._lengths.of(fieldname))

    def _walk(self, fieldname: str, begins: bytes = b"") -> Iterator[tuple[str, bytes]]:
        """The terms of a field in order, from the first that is not before ``begins``."""
        terms = self._fields[fieldname]
        for key in terms.keys[bisect_left(terms.keys, begins, key=terms.text) :]:
            if terms.is_living(key):
                yield fieldname, terms.text(key)


class ColumnCursor(base.FieldCursor):
    """Steps through the terms of a field, or jumps."""

    def __init__(
        self, reader: ColumnTerms, fieldname: str, terms: Terms, fieldobj: FieldType
    ) -> None:
        self._reader, self._fieldname = reader, fieldname
        self._terms, self._fieldobj = terms, fieldobj
        self.first()

    def first(self) -> str | None:
        return self._stop_at(0)

    def find(self, string: str | bytes) -> str | None:
        wanted = string if isinstance(string, bytes) else self._fieldobj.to_bytes(string)
        return self._stop_at(bisect_left(self._terms.keys, wanted, key=self._terms.text))

    def next(self) -> str | None:
        return self._stop_at(self._at + 1)

    def text(self) -> str | None:
        return self._fieldobj.from_bytes(self._bytes()) if self.is_valid() else None

    def term(self) -> str | None:
        return self.text()

    def term_info(self) -> TermInfo | None:
        return self._reader.term_info(self._fieldname, self._bytes()) if self.is_valid() else None

    def is_valid(self) -> bool:
        return self._at < len(self._terms.keys)

    def _bytes(self) -> bytes:
        return self._terms.text(self._terms.keys[self._at])

    def _stop_at(self, at: int) -> str | None:
        """Stand on this term or the next living one behind it."""
        self._at = at
        while self.is_valid() and not self._terms.is_living(self._terms.keys[self._at]):
            self._at += 1
        return self.text()


class ColumnStories(base.PerDocumentReader):
    """The living stories of a segment. There are no columns and no vectors, and to Whoosh none is
    deleted: the dead are not counted at all."""

    def __init__(self, segment: ColumnSegment, folder: str | Path) -> None:
        self._segment = Segment(segment.path(folder), segment.proof)
        self._living = find_living(self._segment, segment.committed)
        self._lengths = Lengths(self._living)

    def doc_count(self) -> int:
        return self._living.numbers.size

    def doc_count_all(self) -> int:
        return self._living.numbers.size

    def has_deletions(self) -> bool:
        return False

    def is_deleted(self, _docnum: int) -> bool:
        return False

    def deleted_docs(self) -> Iterator[int]:
        return iter(())

    def all_doc_ids(self) -> Iterator[int]:
        return iter(range(self.doc_count_all()))

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        if fieldname == "article":  # which has no words: Whoosh asks only to copy all fields
            raise IndexUnavailable(
                "Dateline's segments are merged by Dateline alone: run dateline optimize, "
                "or commit with merge=False"
            )
        return int(self._lengths.of(fieldname)[docnum]) or default

    def field_length(self, fieldname: str) -> int:
        return int(self._lengths.of(fieldname).sum())

    def min_field_length(self, fieldname: str) -> int:
        lengths = self._lengths.of(fieldname)
        return int(lengths.min()) if lengths.size else 0

    def max_field_length(self, fieldname: str) -> int:
        return int(self._lengths.of(fieldname).max(initial=0))

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """The id, the story as JSON, and the values of each field a line each."""
        article = self._segment.article(int(self._living.numbers[docnum]))
        stored = {"id": article.id, "article": orjson.dumps(article).decode()}
        texts = {
            field.name: "\n".join(value for value in field.values(article) if value)
            for field in FIELDS.values()
        }
        return stored | {name: text for name, text in texts.items() if text}
