"""tantivy through tantivy-py: three stemmed text fields with positions, facets in fast fields.

A search is two calls, the quickest way of those tried: the ten best with the total, and one
aggregation for all facets. (Leaving the total to the aggregation was no quicker, nor was a prefix
as a fuzzy query or a set of terms.)
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tantivy as engine

from bench.peers import BOOSTS, FACETS, TOP, Answer, Ask
from bench.peers.record import read_best, story_day, story_place, write_story
from bench.question import DISTANCE, Question

if TYPE_CHECKING:
    from search import Article

SKIPS = (
    "NEAR is a phrase with slop 5 (6 apart in order, 4 in reverse); a prefix finds stems, "
    "unscored; one thread indexes beside the one that hands it stories"
)
HEAP = 512_000_000
TEXTS = tuple(BOOSTS)
_COUNTING = {name: {"terms": {"field": name, "size": TOP}} for name in FACETS}


def version() -> str:
    return f"tantivy-py {engine.__version__.partition(',')[0].removeprefix('tantivy v')}"


def make_schema() -> Any:
    fields = engine.SchemaBuilder()
    fields.add_text_field("id", tokenizer_name="raw", index_option="basic")
    for name in TEXTS:
        fields.add_text_field(name, tokenizer_name="en_stem")
    for name in ("agency", "speaker", "place"):
        fields.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    fields.add_integer_field("year", fast=True, indexed=True)
    fields.add_date_field("date", fast=True, indexed=True)
    fields.add_bytes_field("story", stored=True)
    return fields.build()


def make_document(story: Article) -> Any:
    day = story_day(story)
    document = engine.Document()
    document.add_text("id", story.id)
    document.add_text("headline", story.headline)
    if story.standfirst:
        document.add_text("standfirst", story.standfirst)
    document.add_text("body", story.body)
    document.add_text("agency", story.agency or "")
    document.add_text("place", story_place(story))
    for speaker in story.speakers:
        document.add_text("speaker", speaker.name)
    document.add_integer("year", day.year)
    document.add_date("date", _moment(day))
    document.add_bytes("story", write_story(story))
    return document


def build(folder: Path, stories: Iterable[Article], threads: int = 1) -> None:
    index = engine.Index(make_schema(), str(folder))
    writer = index.writer(HEAP, threads)
    for story in stories:
        writer.add_document(make_document(story))
    writer.commit()
    writer.wait_merging_threads()


def build_with_all_threads(folder: Path, stories: Iterable[Article]) -> None:
    build(folder, stories, threads=0)


class _Session:
    def __init__(self, folder: Path) -> None:
        self.index = engine.Index.open(str(folder))
        self.searcher = self.index.searcher()

    def prepare(self, question: Question, newest: bool) -> Ask | None:
        query = compile_question(self.index, question)
        rest = compile_question(self.index, question.without_facet())
        order = {"order_by_field": "date"} if newest else {}
        mine = question.facet and {question.facet: _COUNTING[question.facet]}
        others = {name: _COUNTING[name] for name in FACETS if name != question.facet}

        def ask() -> Answer:
            found = self.searcher.search(query, TOP, count=True, **order)
            counted = self.searcher.aggregate(query, others)
            if mine:  # a facet's own filter does not narrow its values
                counted |= self.searcher.aggregate(rest, mine)
            best = [read_best(self.searcher.doc(address)["story"][0]) for _, address in found.hits]
            counts = {name: _read_counts(counted[name]) for name in FACETS}
            return Answer(found.count, best, counts)

        return ask

    def close(self) -> None:
        del self.searcher, self.index


open_session = _Session


def compile_question(index: Any, question: Question) -> Any:
    """The question as tantivy's query."""
    words = question.words
    match question.kind:
        case "filters":
            return _compile_filters(index.schema, question)
        case "prefix":
            return _in_each(
                lambda name: engine.Query.regex_query(index.schema, name, f"{words[0]}.*")
            )
    text = {
        "AND": " ".join(f"+{word}" for word in words),
        "phrase": f'"{" ".join(words)}"',
        "NOT": f"+{words[0]} -{words[-1]}",
        "NEAR": f'"{" ".join(words)}"~{DISTANCE}',
    }.get(question.kind, " ".join(words))
    return index.parse_query(text, list(TEXTS), field_boosts=BOOSTS)


def _compile_filters(schema: Any, question: Question) -> Any:
    parts = []
    if question.facet:
        value = int(question.value or 0) if question.facet == "year" else question.value
        parts.append(engine.Query.term_query(schema, question.facet, value, index_option="basic"))
    if question.since and question.until:
        span = _moment(question.since), _moment(question.until)
        parts.append(engine.Query.range_query(schema, "date", engine.FieldType.Date, *span))
    if not parts:
        return engine.Query.all_query()
    query = engine.Query.boolean_query([(engine.Occur.Must, part) for part in parts])
    return engine.Query.const_score_query(query, 1.0)


def _in_each(make: Any) -> Any:
    boosted = [engine.Query.boost_query(make(name), boost) for name, boost in BOOSTS.items()]
    return engine.Query.boolean_query([(engine.Occur.Should, query) for query in boosted])


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _read_counts(found: dict[str, Any]) -> dict[str, int]:
    return {str(bucket["key"]): bucket["doc_count"] for bucket in found["buckets"]}
