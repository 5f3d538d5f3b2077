"""Whoosh with its own codec and searcher: facets are groups over columns, counted.

The speakers of a story are one column value; it is taken apart after counting, which is quicker
than Whoosh's overlapping groups.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import whoosh
from whoosh import analysis, fields, query, sorting
from whoosh import index as indexes
from whoosh.query import spans

from bench.peers import BOOSTS, FACETS, TOP, Answer, Ask
from bench.peers.record import read_best, story_day, story_place, write_story
from bench.question import DISTANCE, Question

if TYPE_CHECKING:
    from search import Article

SKIPS = "a prefix finds stems; postings in memory up to 256 MB while indexing"
_WORDS = analysis.StemmingAnalyzer(stoplist=None, minsize=1, cachesize=-1)


def version() -> str:
    return f"Whoosh {'.'.join(map(str, whoosh.__version__))}"


def make_schema() -> fields.Schema:
    return fields.Schema(
        id=fields.ID(unique=True),
        **{name: fields.TEXT(analyzer=_WORDS) for name in BOOSTS},
        agency=fields.ID(sortable=True),
        place=fields.ID(sortable=True),
        speaker=fields.KEYWORD(commas=True, sortable=True),
        year=fields.NUMERIC(sortable=True),
        day=fields.NUMERIC(sortable=True),
        story=fields.STORED,
    )


def build(folder: Path, stories: Iterable[Article]) -> None:
    writer = indexes.create_in(str(folder), make_schema()).writer(limitmb=256)
    for story in stories:
        day = story_day(story)
        writer.add_document(
            id=story.id,
            headline=story.headline,
            standfirst=story.standfirst,
            body=story.body,
            agency=story.agency,
            place=story_place(story),
            speaker=",".join(speaker.name for speaker in story.speakers),
            year=day.year,
            day=day.toordinal(),
            story=write_story(story),
        )
    writer.commit()


class _Session:
    def __init__(self, folder: Path) -> None:
        self.index = indexes.open_dir(str(folder))
        self.searcher = self.index.searcher()

    def prepare(self, question: Question, newest: bool) -> Ask | None:
        asked = compile_question(question)
        rest = compile_question(question.without_facet())
        mine = [question.facet] if question.facet else []
        others = [name for name in FACETS if name not in mine]
        order = {"sortedby": sorting.FieldFacet("day", reverse=True)} if newest else {}

        def ask() -> Answer:
            results = self.searcher.search(asked, limit=TOP, groupedby=_grouping(others), **order)
            counts = {name: _read_counts(results, name) for name in others}
            if mine:  # a facet's own filter does not narrow its values
                whole = self.searcher.search(rest, limit=1, groupedby=_grouping(mine))
                counts |= {name: _read_counts(whole, name) for name in mine}
            return Answer(len(results), [read_best(hit["story"]) for hit in results], counts)

        return ask

    def close(self) -> None:
        self.searcher.close()
        self.index.close()


open_session = _Session


def _grouping(names: list[str]) -> sorting.Facets:
    facets = sorting.Facets()
    for name in names:
        facets.add_facet(name, sorting.FieldFacet(name, maptype=sorting.Count))
    return facets


def _read_counts(results: Any, name: str) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for value, count in results.groups(name).items():
        for part in str(value).split(",") if value else ():
            counts[part] += count
    return dict(counts.most_common(TOP))


def compile_question(question: Question) -> query.Query:
    """The question as Whoosh's query."""
    words = question.words
    match question.kind:
        case "filters":
            return _compile_filters(question)
        case "AND":
            return query.And([_word(word) for word in words])
        case "phrase":
            stems = [_stem(word) for word in words]
            return _in_each(lambda name, boost: query.Phrase(name, stems, boost=boost))
        case "NOT":
            return query.AndNot(_word(words[0]), _word(words[1]))
        case "prefix":
            return _in_each(lambda name, boost: query.Prefix(name, words[0], boost=boost))
        case "NEAR":
            return _in_each(lambda name, boost: _near(name, boost, words))
    return query.Or([_word(word) for word in words])


def _compile_filters(question: Question) -> query.Query:
    parts: list[query.Query] = []
    if question.facet:
        parts.append(query.Term(question.facet, question.value))
    if question.since and question.until:
        span = question.since.toordinal(), question.until.toordinal()
        parts.append(query.NumericRange("day", *span))
    return query.ConstantScoreQuery(query.And(parts)) if parts else query.Every()


def _word(word: str) -> query.Query:
    return _in_each(lambda name, boost: query.Term(name, _stem(word), boost=boost))


def _near(name: str, boost: float, words: tuple[str, ...]) -> query.Query:
    """Not as SpanNear, which cannot be put into an OR over more than 5,000 stories."""
    terms = [query.Term(name, _stem(word), boost=boost) for word in words]
    return spans.SpanNear2(terms, slop=DISTANCE, ordered=False)


def _in_each(make: Any) -> query.Query:
    return query.Or([make(name, boost) for name, boost in BOOSTS.items()])


@cache
def _stem(word: str) -> str:
    return next(token.text for token in _WORDS(word))
