"""Whoosh's own searcher finds in our segments what it finds in an ordinary index of the living
stories alone, with the same scores: for random stories, deaths and queries."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import whoosh.codec.whoosh3
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import columns, query
from whoosh.query import spans

from search.index.embedded.mapping import FORM
from search.schema import TEXT_FIELDS
from tests.index.whoosh_pair import Batch, assert_same, searchers
from tests.strategies import FORMS, stories


@pytest.fixture(autouse=True, scope="module")
def _exact_lengths() -> Iterator[None]:
    """Whoosh's codec rounds lengths of eleven words and more, ours does not: here neither does."""
    with pytest.MonkeyPatch.context() as patch:
        codec = whoosh.codec.whoosh3
        patch.setattr(codec, "LENGTHS_COLUMN", columns.NumericColumn("i", default=0))
        patch.setattr(codec, "length_to_byte", lambda length: length)
        patch.setattr(codec, "byte_to_length", lambda length: length)
        yield


# stories and queries, at random


@st.composite
def batches(draw: st.DrawFn) -> list[Batch]:
    """Segments with at least one story alive; ids differ."""
    made = draw(st.lists(stories(), min_size=1, max_size=8, unique_by=lambda article: article.id))
    size = draw(st.integers(1, 4))
    cut = [made[start : start + size] for start in range(0, len(made), size)]
    return [(part, draw(st.sets(st.sampled_from(range(len(part))))) - {0}) for part in cut]


_words = st.sampled_from([*FORMS, "treat", "talking", "café"])
_texts = st.sampled_from([field.name for field in TEXT_FIELDS])
_fields = st.one_of(_texts, _texts.map(lambda name: name + FORM))
_names = st.one_of(
    st.builds(query.Term, st.just("speaker"), st.sampled_from(["ana", "bras", "port", "rui"])),
    st.builds(query.Term, st.just("agency"), st.sampled_from(["afp", "reuters", "tass"])),
    st.builds(query.Term, st.just("id"), st.sampled_from("abz")),
    st.builds(query.Phrase, st.just("speaker"), st.just(["ana", "bras"])),
    st.builds(query.Phrase, st.just("speaker"), st.just(["bras", "rui"]), st.integers(1, 3)),
)
_single = st.one_of(
    st.builds(query.Term, _fields, _words, st.sampled_from([1.0, 2.5])),
    st.builds(query.Prefix, _fields, st.sampled_from(["t", "tal", "po", "zzz"])),
    st.builds(query.Prefix, _texts, st.just("t"), st.just(1.0), st.just(False)),
    st.builds(query.Wildcard, _fields, st.sampled_from(["t*s", "?alk*", "*", "u?"])),
    st.builds(query.Regex, _fields, st.sampled_from(["t.+t", "^po", "us|nato"])),
    st.builds(query.FuzzyTerm, _fields, st.sampled_from(["treat", "talk", "nat"]), st.just(1.0)),
    st.builds(query.FuzzyTerm, _texts, _words, st.just(1.0), st.just(2), st.just(0)),
    st.builds(query.TermRange, _fields, st.just("n"), st.sampled_from(["talk", "us", None])),
    st.builds(query.Every, st.none() | _fields | st.just("agency")),
    st.builds(query.Phrase, _texts, st.lists(_words, min_size=1, max_size=3), st.integers(1, 3)),
)


@st.composite
def near(draw: st.DrawFn) -> query.Query:
    """A query of spans, all in one field."""
    name = draw(_texts)
    first, second, third = (query.Term(name, draw(_words)) for _ in range(3))
    slop, ordered = draw(st.integers(1, 4)), draw(st.booleans())
    made: list[Callable[[], query.Query]] = [
        lambda: spans.SpanNear(first, second, slop=slop, ordered=ordered),
        lambda: spans.SpanNear2([first, second, third], slop=slop, ordered=ordered),
        lambda: spans.SpanFirst(first, limit=slop),
        lambda: spans.SpanNot(first, spans.SpanNear(first, second)),
        lambda: spans.SpanOr([first, spans.SpanNear(second, third)]),
        lambda: spans.SpanContains(spans.SpanNear(first, second, slop=5), third),
        lambda: spans.SpanBefore(first, second),
        lambda: spans.SpanCondition(first, spans.SpanFirst(second, limit=slop)),
        lambda: query.Sequence([first, second], slop=slop, ordered=ordered),
    ]
    return draw(st.sampled_from(made))()


def _joined(parts: st.SearchStrategy[query.Query]) -> st.SearchStrategy[query.Query]:
    some = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        st.builds(query.And, some),
        st.builds(query.Or, some),
        st.builds(query.DisjunctionMax, some),
        st.builds(query.Not, parts),
        st.builds(query.AndNot, parts, parts),
        st.builds(query.AndMaybe, parts, parts),
        st.builds(query.ConstantScoreQuery, parts),
    )


# spans stand alone: Whoosh cannot estimate their size, which its conjunctions ask for
asked_queries = st.recursive(_single | _names, _joined, max_leaves=5) | near()


@settings(deadline=None)
@given(batches(), st.lists(asked_queries, min_size=5, max_size=20))
def test_whoosh_finds_and_scores_alike(made: list[Batch], asked: list[query.Query]) -> None:
    with searchers(made) as (one, other):
        for each in asked:
            assert_same(one, other, each)


@settings(deadline=None)
@given(batches())
def test_terms_and_their_statistics_are_of_the_living(made: list[Batch]) -> None:
    with searchers(made) as (one, other):
        ours, theirs = one.reader(), other.reader()
        assert list(ours.all_terms()) == list(theirs.all_terms())
        assert set(ours.indexed_field_names()) == set(theirs.indexed_field_names())
        for term in theirs.all_terms():
            assert term in ours
            assert ours.doc_frequency(*term) == theirs.doc_frequency(*term)
            assert ours.frequency(*term) == theirs.frequency(*term)
            assert _facts(ours.term_info(*term)) == _facts(theirs.term_info(*term))
        assert [(term, _facts(info)) for term, info in ours] == [
            (term, _facts(info)) for term, info in theirs
        ]


def _facts(info: Any) -> tuple[float, ...]:
    return (info.weight(), info.doc_frequency(), info.max_weight(), info.min_id(), info.max_id())


@settings(deadline=None)
@given(batches())
def test_postings_lengths_and_stored_fields_are_those_of_the_living(made: list[Batch]) -> None:
    with searchers(made) as (one, other):
        ours, theirs = one.reader(), other.reader()
        assert _scorable(ours.iter_postings()) == _scorable(theirs.iter_postings())
        assert ours.doc_count_all() == ours.doc_count() == theirs.doc_count()
        assert list(ours.all_stored_fields()) == list(theirs.all_stored_fields())
        for name in set(ours.schema.names()) - {"id", "article"}:
            assert ours.field_length(name) == theirs.field_length(name)
            for number in ours.all_doc_ids():
                length = theirs.doc_field_length(number, name) or 0
                assert ours.doc_field_length(number, name) == length


def _scorable(postings: Any) -> list[tuple[Any, ...]]:
    return [posting for posting in postings if posting[0] != "id"]


@settings(deadline=None)
@given(batches(), _words, st.integers(0, 2), st.integers(1, 2))
def test_the_lexicon_is_walked_and_words_are_suggested_alike(
    made: list[Batch], word: str, prefix: int, distance: int
) -> None:
    w = word.encode()
    with searchers(made) as (one, other):
        for name in ("body", "body_form", "speaker"):
            for ask in (
                lambda s, name=name: list(s.lexicon(name)),
                lambda s, name=name: list(s.reader().expand_prefix(name, word[:prefix])),
                lambda s, name=name: [t for t in s.reader().terms_from(name, w) if t[0] == name],
                lambda s, name=name: set(s.reader().terms_within(name, word, distance, prefix)),
                lambda s, name=name: s.reader().most_frequent_terms(name, 4),
                lambda s, name=name: s.reader().most_distinctive_terms(name, 4),
                lambda s, name=name: s.suggest(name, word, maxdist=distance),
                lambda s, name=name: s.corrector(name).suggest(word, prefix=prefix),
                lambda s, name=name: list(s.field_terms(name)),
            ):
                assert ask(one) == ask(other)


@settings(deadline=None)
@given(batches())
def test_more_like_this_and_key_terms_work(made: list[Batch]) -> None:
    with searchers(made) as (one, other):
        numbers = list(one.reader().all_doc_ids())
        full = [number for number in numbers if one.stored_fields(number).get("body")]
        assert one.key_terms(full, "body") == other.key_terms(full, "body")
        for number in full:
            ours, theirs = one.more_like(number, "body"), other.more_like(number, "body")
            assert [hit.docnum for hit in ours] == [hit.docnum for hit in theirs]
