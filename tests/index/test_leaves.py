"""What single stories score is what they score among all that a query finds."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import Article, SearchRequest, open_index, parse_query
from search.index import Index
from search.index.embedded import EmbeddedIndex
from search.index.embedded.leaves import find_all, score_stories
from search.index.embedded.scratch import borrow_arena
from search.index.embedded.search import Search
from search.query.nodes import Query
from tests.effort import examples
from tests.story import story
from tests.strategies import queries, stories

FIRST = [
    story("Nato treaty", "Talks on a treaty. NATO’s ports.", id="a", day="2020-02-01"),
    story("Ports", "Nothing of it.", id="b", day="2021-02-01", speakers=["Ana Brás"]),
    story("", "The treaty, the treaties, the US treaty.", id="c"),
]
SECOND = [
    story("Treaties", "Nato, talks. " * 9, id="d", day="2020-11-02", said=[("Nato", "Ana Brás")]),
    story("", "", id="e", standfirst="A port and a treaty", day="2020-02-01"),
]


def scores(index: Index, query: Query, sort: str) -> dict[str, float]:
    results = index.search(SearchRequest(query=query, sort=sort, limit=100))
    return {hit.id: hit.score for hit in results.hits}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("treaty", "acde"),  # a word, in segments with and without a dead story
        ("treaty nato", "ad"),  # two
        ("treaty OR port", "abcde"),  # either
        ("treaty (nato OR port)", "ade"),
        ("trea*", "acde"),  # several words in one
        ("treaty -nato", "ce"),  # what must not be there scores nothing
        ("-nato", "bce"),  # nothing scores at all
        ("", "abcde"),
        ('"us treaty"', "c"),  # found by where words stand
        ("=treaties", "cd"),  # some of a term's words
        ("said:nato", "d"),
        ("speaker:ana", "bd"),  # a name, which scores nothing
        ("speaker:ana OR treaty", "abcde"),
        ("date:2020 treaty", "ade"),
        ("ATLEAST/2 treaty", "ac"),
    ],
)
@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_a_story_scores_the_same_by_date(text: str, found: str, sort: str, tmp_path: Path) -> None:
    query = parse_query(text)
    with open_index(str(tmp_path / "index")) as index:
        index.add([*FIRST, story("Nato treaty", id="gone")])
        index.add(SECOND)
        index.remove(["gone"])
        by_score = scores(index, query, "relevance")
        assert "".join(sorted(by_score)) == found
        assert scores(index, query, sort) == pytest.approx(by_score, rel=1e-12)


@settings(
    max_examples=examples(12),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    batches=st.lists(st.lists(stories(), min_size=1, max_size=5), min_size=1, max_size=3),
    asked=st.lists(queries, min_size=10, max_size=10),
)
def test_any_story_scores_the_same_by_date(
    batches: list[list[Article]], asked: list[Query]
) -> None:
    with TemporaryDirectory() as folder, open_index(str(Path(folder) / "index")) as index:
        for batch in batches:
            index.add(batch)
        for query in asked:
            by_score = scores(index, query, "relevance")
            assert scores(index, query, "newest") == pytest.approx(by_score, rel=1e-12)


def test_scores_come_in_the_order_asked_for(tmp_path: Path) -> None:
    """Of any segment; and though the search's time is up, for the page must have them."""
    with EmbeddedIndex(str(tmp_path / "index")) as index, borrow_arena() as arena:
        index.add(FIRST)
        index.add(SECOND)
        node, view = parse_query("treaty").tree, index._folder.view()
        search = Search(view, time.perf_counter() + 60, arena)
        found, timed_out = find_all(search, node, True, 0)
        expected = {
            leaf.base + doc: score
            for leaf, hits, *_ in found
            for doc, score in zip(hits.docs.tolist(), hits.scores.tolist(), strict=True)
        }
        assert (len(view.leaves), len(expected), timed_out) == (2, 4, False)
        numbers = sorted(expected, key=expected.__getitem__)
        search.deadline = 0.0
        given_ = score_stories(search, node, numbers)
        assert given_ == pytest.approx([expected[number] for number in numbers])
        assert score_stories(search, node, []) == []
        assert find_all(Search(view, 0.0, arena), node, True, 0) == ([], True)
