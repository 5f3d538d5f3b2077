"""Draft: a batch of articles as the arrays of a segment, analysed once and not yet packed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import orjson

from ...article import Article, Statement
from ...record import article_to_record, read_record
from ...schema import FACETS, FIELDS, TEXT_FIELDS
from ...text import find_forms
from ..row import Value, make_values
from .facet_column import FacetColumn, make_facet
from .group import Tokens
from .stories import (
    KINDS,
    Speech,
    Stories,
    encode_sentences,
    hash_ids,
    starts_of,
)
from .words import Words, find_batch_words

VALUE_GAP = 1  # places left free between two values of a field, so that no phrase runs across
NAME_FIELDS = tuple(field for field in FIELDS.values() if not field.is_text)


@dataclass(frozen=True, slots=True)
class Draft:
    """``records`` are the stories as JSON; ``words`` those of the text zones; ``names`` for each
    name field its distinct forms in order and where they stand."""

    stories: Stories
    records: Sequence[bytes]
    words: Words
    names: dict[str, tuple[Sequence[str], Tokens]]


def make_draft(articles: Sequence[Article]) -> Draft:
    """Everything that a segment holds of these articles, whose ids are all different."""
    pairs = [_to_json(article) for article in articles]
    sound = [article for article, _ in pairs]
    texts = [_zone_texts(article) for article in sound]
    words = find_batch_words([text for zones in texts for text in zones])
    zones = len(TEXT_FIELDS)
    lengths = np.ascontiguousarray(words.sizes.reshape(-1, zones).T.astype(np.int32))
    runs, sizes = encode_sentences(words.sentence_sizes, words.is_paragraph)
    run_docs = words.sentence_texts // zones
    per_story = np.bincount(run_docs, weights=sizes, minlength=len(sound)).astype(np.int64)
    stories = Stories(
        ids=[article.id for article in sound],
        headlines=[article.headline for article in sound],
        hashes=hash_ids([article.id for article in sound]),
        days=np.array([_day(article) for article in sound], np.int32),
        certain=np.array([bool(a.date and a.date.is_certain) for a in sound], np.uint8),
        lengths=lengths,
        sentences=runs,
        sentences_at=starts_of(per_story),
        speech=_speech(sound, words),
        facets={name: _facet(name, sound) for name in FACETS},
    )
    names = {field.name: _names(field.values, sound) for field in NAME_FIELDS}
    return Draft(stories, [record for _, record in pairs], words, names)


def _to_json(article: Article) -> tuple[Article, bytes]:
    """The article as it will be read back, and its JSON; only lone surrogates differ."""
    try:
        return article, orjson.dumps(article)
    except TypeError:
        record = orjson.dumps(article_to_record(article))
        return read_record(orjson.loads(record)), record


def _zone_texts(article: Article) -> list[str]:
    return ["".join(text or "" for text in field.values(article)) for field in TEXT_FIELDS]


def _day(article: Article) -> int:
    when = article.date
    return when.value.toordinal() if when else 0


def _speech(articles: Sequence[Article], words: Words) -> Speech:
    """Statements as words of the body; places are counted from its first word."""
    body = len(TEXT_FIELDS) - 1
    said: list[tuple[int, int, int, int]] = []
    sizes = np.zeros(len(articles), np.int64)
    names: dict[str, int] = {}
    for number, article in enumerate(articles):
        if article.statements and article.body:
            sizes[number] = len(article.statements)
            place = words.place_finder(number * len(TEXT_FIELDS) + body)
            said += [_said(statement, place, names) for statement in article.statements]
    table = np.array(said, np.int32).reshape(-1, 4)
    first, stop, speaker, kind = (np.ascontiguousarray(table[:, n]) for n in range(4))
    return Speech(starts_of(sizes), first, stop, speaker, kind, list(names))


def _said(
    said: Statement, place: Callable[[int], int], names: dict[str, int]
) -> tuple[int, int, int, int]:
    who = names.setdefault(said.speaker.name, len(names)) if said.speaker else -1
    return place(said.start), place(said.end), who, KINDS.index(said.kind)


def _facet(name: str, articles: Sequence[Article]) -> FacetColumn:
    facet = FACETS[name]
    numbers: dict[Value, int] = {}
    known: dict[tuple[tuple[str, str], ...], list[int]] = {(): []}  # stories share their values
    found: list[list[int]] = []
    for article in articles:
        pairs = tuple(facet.values(article))
        if pairs not in known:
            values = make_values(pairs)
            known[pairs] = [numbers.setdefault(value, len(numbers)) for value in values]
        found.append(known[pairs])
    sizes = np.fromiter(map(len, found), np.int64, len(found))
    ids = np.fromiter(chain.from_iterable(found), np.int32, int(sizes.sum()))
    return make_facet(list(numbers), sizes, ids)


def _names(
    values: Callable[[Article], Sequence[str | None]], articles: Sequence[Article]
) -> tuple[Sequence[str], Tokens]:
    """The forms of a name field in order of their UTF-8, and where each stands."""
    numbers: dict[str, int] = {}
    known: dict[tuple[str | None, ...], list[tuple[int, int]]] = {}
    found: list[tuple[int, int, int]] = []
    for doc, article in enumerate(articles):
        key = tuple(values(article))
        if key not in known:
            placed = _placed(key)
            known[key] = [(numbers.setdefault(form, len(numbers)), at) for form, at in placed]
        found += [(number, doc, place) for number, place in known[key]]
    table = np.array(found, np.int32).reshape(-1, 3)
    ordered = sorted(numbers, key=str.encode)
    rank = np.empty(len(ordered), np.int32)
    rank[[numbers[form] for form in ordered]] = np.arange(len(ordered), dtype=np.int32)
    docs, places = np.ascontiguousarray(table[:, 1]), np.ascontiguousarray(table[:, 2])
    zeros = np.zeros(docs.size, np.int32)
    return ordered, Tokens(rank[table[:, 0]], docs, zeros.astype(np.uint8), places, zeros)


def _placed(values: Sequence[str | None]) -> Iterator[tuple[str, int]]:
    place = 0
    for value in values:
        for form in find_forms(value) if value else ():
            yield form, place
            place += 1
        place += VALUE_GAP
