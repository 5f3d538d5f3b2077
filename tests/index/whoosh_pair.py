"""Two Whoosh indexes of the same stories: a folder of our segments, and an ordinary one in memory
that never held the dead."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest
import whoosh.index
from whoosh import fields, query
from whoosh.analysis.acore import Token
from whoosh.analysis.analyzers import Analyzer
from whoosh.filedb.filestore import FileStorage, RamStorage

from search import Article
from search.index.embedded.codec import ColumnSegment
from search.index.embedded.draft import Draft
from search.index.embedded.lexicon import Lexicon
from search.index.embedded.mapping import FORM, make_schema
from search.index.embedded.name_fields import VALUE_GAP
from search.index.embedded.writing import write_segment
from search.schema import FIELDS, TEXT_FIELDS
from search.text import find_words

BREAK = "\x1f"  # parts the values of a name field in the ordinary index
Batch = tuple[list[Article], set[int]]  # a segment's stories, and the numbers of the dead


def write_folder(path: Path, batches: Sequence[Batch]) -> None:
    """A folder of one segment a batch."""
    storage = FileStorage(str(path))
    storage.create_index(make_schema(), "MAIN")
    segments = [_write_segment(path, *batch) for batch in batches]
    whoosh.index.TOC(make_schema(), segments, 1).write(storage, "MAIN")


def _write_segment(path: Path, articles: list[Article], dead: set[int]) -> ColumnSegment:
    segment = ColumnSegment("MAIN", len(articles))
    draft = Draft(Lexicon())
    draft.add(articles)
    with segment.path(path).open("wb") as file:
        write_segment(file, draft)
    segment.kill(dead)
    return segment


def write_ordinary(batches: Sequence[Batch]) -> whoosh.index.Index:
    """Whoosh's own index of the living, in memory, in as many segments."""
    index = RamStorage().create_index(_ordinary_schema())
    for articles, dead in batches:
        writer = index.writer()
        for number, article in enumerate(articles):
            if number not in dead:
                writer.add_document(**_document(article))
        writer.commit(merge=False)
    return index


class NameAnalyzer(Analyzer):
    """Words of names, with the gap that parts two values."""

    def __call__(self, value: str, **_: Any) -> Iterator[Token]:
        token = Token(boost=1.0)
        token.pos = 0
        for part in value.split(BREAK):
            for word in find_words(part):
                token.text = word.form
                yield token
                token.pos += 1
            token.pos += VALUE_GAP


def _ordinary_schema() -> fields.Schema:
    schema = make_schema()
    for field in FIELDS.values():
        if not field.is_text:
            schema.remove(field.name)
            schema.add(field.name, fields.TEXT(analyzer=NameAnalyzer(), stored=True))
    return schema


def _document(article: Article) -> dict[str, Any]:
    document: dict[str, Any] = {"id": article.id, "article": orjson.dumps(article).decode()}
    for field in FIELDS.values():
        values = field.values(article)
        if any(values):
            document[field.name] = BREAK.join(value or "" for value in values)
            document[f"_stored_{field.name}"] = "\n".join(filter(None, values))
    forms = {field.name + FORM: document.get(field.name) for field in TEXT_FIELDS}
    return document | {name: text for name, text in forms.items() if text}


@contextmanager
def searchers(batches: Sequence[Batch]) -> Iterator[tuple[Any, Any]]:
    """Whoosh's searcher over our folder, and over an ordinary index of the same stories."""
    with tempfile.TemporaryDirectory() as folder:
        write_folder(Path(folder), batches)
        ours = whoosh.index.open_dir(folder)
        with ours.searcher() as one, write_ordinary(batches).searcher() as other:
            yield one, other


def scored(searcher: Any, asked: query.Query, limit: int | None = None) -> list[tuple[int, float]]:
    """The documents found, best first, with their scores."""
    return [(number, score) for score, number in searcher.search(asked, limit=limit).top_n]


def assert_same(one: Any, other: Any, asked: query.Query) -> None:
    assert_alike(scored(one, asked), scored(other, asked))
    try:
        expected = scored(other, asked, 2)
    except (AssertionError, IndexError):
        return  # Whoosh's search for the best runs beyond the end in some nested conjunctions
    assert_alike(scored(one, asked, 2), expected)


def assert_alike(found: list[tuple[int, float]], expected: list[tuple[int, float]]) -> None:
    assert [number for number, _ in found] == [number for number, _ in expected]
    assert [score for _, score in found] == pytest.approx([s for _, s in expected], rel=1e-4)
