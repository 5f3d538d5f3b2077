"""Every index gives what the oracle gives: same stories, order, scores, facets and snippets.

Each example asks 25 queries of one index: 2,000 queries here, 50,000 by `make prove`.
"""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import Article, Results, SearchRequest, open_index
from search.query import parse_query
from tests.effort import examples
from tests.strategies import requests, stories, trees

batches = st.lists(stories(), min_size=1, max_size=5)


def _read() -> Article:
    raise AssertionError("compared by their articles")


def comparable(results: Results) -> tuple[Results, list[Article]]:
    """Without what may differ: time, the commit's name, the cursor that holds it."""
    hits = tuple(hit._replace(score=round(hit.score, 6), read=_read) for hit in results.hits)
    articles = [hit.article for hit in results.hits]
    cursor = "more" if results.cursor else None
    return replace(results, hits=hits, took_ms=0.0, commit="", cursor=cursor), articles


@settings(
    max_examples=examples(80),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    batches=st.lists(batches, min_size=1, max_size=3),
    gone=st.lists(st.sampled_from("abcdefgh"), max_size=3),
    asked=st.lists(requests, min_size=25, max_size=25),
)
def test_embedded_agrees_with_the_oracle(
    batches: list[list[Article]], gone: list[str], asked: list[SearchRequest]
) -> None:
    with (
        TemporaryDirectory() as folder,
        open_index("memory:") as oracle,
        open_index(str(Path(folder) / "index")) as embedded,
    ):
        for batch in batches:
            assert embedded.add(batch) == oracle.add(batch)
        assert embedded.remove(gone) == oracle.remove(gone)
        for request in asked:
            assert comparable(embedded.search(request)) == comparable(oracle.search(request))


@given(tree=trees)
@settings(max_examples=examples(300), deadline=None)
def test_a_printed_query_parses_back_to_its_tree(tree: object) -> None:
    assert parse_query(str(tree)).tree == tree


@pytest.mark.parametrize("text", ["treaty", "treaty talks", "treaty OR port", "nato -treaty"])
def test_whoosh_itself_finds_the_same_stories(text: str, tmp_path: Path) -> None:
    """The folder is a Whoosh index: its own parser and searcher read it."""
    import whoosh.index
    from whoosh.qparser import MultifieldParser, PlusMinusPlugin

    from search.schema import TEXT_FIELDS

    drawn = [
        Article(id=str(n), headline=" ".join(words), body=" ".join(words * 2))
        for n, words in enumerate(
            [("nato", "treaty"), ("treaties", "talks"), ("ports",), ("nato", "talking"), ("the",)]
        )
    ]
    with open_index(str(tmp_path)) as index:
        index.add(drawn)
        ours = index.search(SearchRequest(query=parse_query(text)))
    opened = whoosh.index.open_dir(str(tmp_path))
    boosts = {field.name: field.boost for field in TEXT_FIELDS}
    parser = MultifieldParser(list(boosts), opened.schema, fieldboosts=boosts)
    parser.add_plugin(PlusMinusPlugin())
    with opened.searcher() as searcher:
        theirs = {hit["id"]: hit.score for hit in searcher.search(parser.parse(text))}
    assert theirs == pytest.approx({hit.id: hit.score for hit in ours.hits}, rel=1e-4)
