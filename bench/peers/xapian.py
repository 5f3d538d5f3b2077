"""Xapian through Debian's python3-xapian: facets are counted by match spies over value slots.

A word counts three times in a headline, twice in a standfirst and once in the body, all in one
posting list (Xapian's way of boosting); a story's speakers lie in three slots.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.peers import FACETS, TOP, Answer, Ask
from bench.peers.record import read_best, story_day, story_place, write_story
from bench.question import DISTANCE, Question

if TYPE_CHECKING:
    from search import Article

try:
    import xapian as engine
except ImportError:  # installed for the system's own Python
    sys.path.append("/usr/lib/python3/dist-packages")
    try:
        import xapian as engine
    finally:
        sys.path.pop()

SKIPS = (
    "one posting list for all text; speakers are counted over the 100 most frequent of each of "
    "three slots, so a count may be a little low"
)
_SLOTS = {"agency": (0,), "place": (1,), "year": (2,), "speaker": (3, 4, 5)}
_DAY = 6
_TERMS = {"agency": "XA", "place": "XP", "speaker": "XS", "year": "XY"}
_GAP = 100  # positions between the fields
_BATCH = 50_000  # stories held in memory before they are written


def version() -> str:
    return f"Xapian {engine.version_string()}"


def build(folder: Path, stories: Iterable[Article]) -> None:
    base = engine.WritableDatabase(str(folder / "stories"), engine.DB_CREATE)
    generator = engine.TermGenerator()
    generator.set_stemmer(engine.Stem("en"))
    generator.set_stemming_strategy(engine.TermGenerator.STEM_ALL)
    for number, story in enumerate(stories, 1):
        base.add_document(_make_document(generator, story))
        if number % _BATCH == 0:
            base.commit()
    base.close()


def _make_document(generator: Any, story: Article) -> Any:
    document = engine.Document()
    generator.set_document(document)
    for text, times in ((story.headline, 3), (story.standfirst, 2), (story.body, 1)):
        generator.index_text(text or "", times)
        generator.increase_termpos(_GAP)
    document.set_data(write_story(story))
    document.add_boolean_term(f"Q{story.id}")
    document.add_value(_DAY, engine.sortable_serialise(story_day(story).toordinal()))
    for name, values in _find_values(story).items():
        for slot, value in zip(_SLOTS[name], values, strict=False):
            document.add_value(slot, value)
            document.add_boolean_term(_TERMS[name] + value)
    return document


def _find_values(story: Article) -> dict[str, list[str]]:
    return {
        "agency": [story.agency or ""],
        "place": [story_place(story)],
        "year": [str(story_day(story).year)],
        "speaker": [speaker.name for speaker in story.speakers],
    }


class _Session:
    def __init__(self, folder: Path) -> None:
        self.base = engine.Database(str(folder / "stories"))
        self.stories = self.base.get_doccount()

    def prepare(self, question: Question, newest: bool) -> Ask | None:
        query = compile_question(question)
        rest = compile_question(question.without_facet())
        mine = [question.facet] if question.facet else []
        others = [name for name in FACETS if name not in mine]

        def ask() -> Answer:
            found, counts = self._search(query, newest, others)
            if mine:  # a facet's own filter does not narrow its values
                counts |= self._search(rest, newest, mine)[1]
            best = [read_best(hit.document.get_data()) for hit in found]
            return Answer(found.get_matches_estimated(), best, counts)

        return ask

    def _search(self, query: Any, newest: bool, facets: list[str]) -> tuple[Any, dict[str, Any]]:
        enquire = engine.Enquire(self.base)
        enquire.set_query(query)
        if newest:
            enquire.set_weighting_scheme(engine.BoolWeight())
            enquire.set_sort_by_value(_DAY, True)
        spies = {name: [engine.ValueCountMatchSpy(n) for n in _SLOTS[name]] for name in facets}
        for spy in (spy for several in spies.values() for spy in several):
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, TOP, self.stories)  # looking at all makes the total exact
        return found, {name: _read_counts(several) for name, several in spies.items()}

    def close(self) -> None:
        self.base.close()


open_session = _Session


def _read_counts(spies: list[Any]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for spy in spies:
        # values of several slots are added up, so more than ten of each must be looked at
        for item in spy.top_values(TOP if len(spies) == 1 else TOP * 10):
            counts[item.term.decode()] += item.termfreq
    return dict(counts.most_common(TOP))


def compile_question(question: Question) -> Any:
    """The question as Xapian's query."""
    query, stem = engine.Query, engine.Stem("en")
    terms = [stem(word).decode() for word in question.words]
    match question.kind:
        case "filters":
            return _compile_filters(question)
        case "prefix":
            limit = query.WILDCARD_LIMIT_ERROR
            return query(query.OP_WILDCARD, question.words[0], 0, limit, query.OP_SYNONYM)
        case "phrase":
            return query(query.OP_PHRASE, terms)
        case "NEAR":
            return query(query.OP_NEAR, terms, DISTANCE + 1)
        case "NOT":
            return query(query.OP_AND_NOT, query(terms[0]), query(terms[1]))
        case "AND":
            return query(query.OP_AND, terms)
    return query(query.OP_OR, terms)


def _compile_filters(question: Question) -> Any:
    query = engine.Query
    parts = []
    if question.facet:
        parts.append(query(_TERMS[question.facet] + (question.value or "")))
    if question.since and question.until:
        ends = (
            engine.sortable_serialise(day.toordinal()) for day in (question.since, question.until)
        )
        parts.append(query(query.OP_VALUE_RANGE, _DAY, *ends))
    return query(query.OP_SCALE_WEIGHT, query(query.OP_AND, parts), 0.0) if parts else query("")
