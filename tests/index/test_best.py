"""The first page of many stories is the oracle's, though most of them are not scored for it."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from search import Article, SearchRequest, open_index, parse_query
from search.index import Index
from search.index.embedded import EmbeddedIndex
from search.index.embedded.best import find_best
from search.index.embedded.execute import Finder
from search.index.embedded.meeting import FEW
from search.index.embedded.scratch import borrow_arena
from search.index.embedded.search import Search
from search.query.request import Filter
from tests.index.test_oracle import comparable
from tests.story import story

WORDS = "said oil bank trade port nato treaty river flood grain".split()
STORIES = 600


def drawn(seed: int, count: int) -> Iterator[Article]:
    """Stories of which nine in ten say "said", and few "grain"."""
    chance = random.Random(seed)
    for number in range(count):
        words = [
            word
            for place, word in enumerate(WORDS)
            for _ in range(chance.randint(0, 4))
            if chance.random() < 0.9 / (place + 1)
        ]
        chance.shuffle(words)
        cut = chance.randint(0, 3)
        yield story(
            " ".join(words[:cut]),
            " ".join([*words[cut:], "filler"] * chance.randint(1, 3)),
            id=f"{seed}-{number}",
            day=f"2020-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            agency=chance.choice(["AP", "AFP", None]),
            speakers=chance.sample(["Ann Lee", "Bo Chu", "Cy Day"], chance.randint(0, 3)),
        )


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Index, Index]]:
    """In two segments, with stories gone from each."""
    folder = str(tmp_path_factory.mktemp("best"))
    with open_index("memory:") as oracle, open_index(folder) as embedded:
        for index in (oracle, embedded):
            index.add(drawn(1, STORIES))
            index.add(drawn(2, 40))
            index.remove([f"1-{number}" for number in range(0, STORIES, 9)] + ["2-3"])
        yield oracle, embedded


@pytest.mark.parametrize(
    "text",
    [
        "said",  # nearly all have it
        "grain",  # few
        "said OR oil",  # the commoner is looked at for what the other finds
        "grain OR said OR flood OR river",
        "said OR said",  # the same twice
        "said OR headline:oil",  # in one zone
        "headline:said",
        "said OR agency:ap",  # what scores nothing beside it
        'said OR "oil bank"',
        "said OR gra*",
        "said oil -bank",
        "said -oil",
        "said -grain -headline:oil",
        "said agency:ap",
        "said date:2020-03..",
        "absent OR said",
        "absent",
        "-said",
    ],
)
@pytest.mark.parametrize(("limit", "number"), [(1, 1), (3, 1), (4, 7), (1_000, 1)])
def test_the_first_page_is_the_oracle_s(
    both: tuple[Index, Index], text: str, limit: int, number: int
) -> None:
    request = SearchRequest(
        query=parse_query(text), limit=limit, page=number, facets=("agency", "speaker", "year")
    )
    oracle, embedded = both
    assert comparable(embedded.search(request)) == comparable(oracle.search(request))


@pytest.mark.parametrize(
    ("filters", "since", "until", "certain"),
    [
        ((Filter("agency", ("AP",)),), None, None, False),
        ((Filter("agency", ("AP", "AFP")),), None, None, False),
        ((Filter("agency", ("AP", "none")),), None, None, False),
        ((Filter("agency", (), ("AP",)),), None, None, False),
        ((Filter("agency", ("AP",), ("AFP",)),), None, None, False),
        ((Filter("speaker", ("ann-lee", "bo-chu")),), None, None, False),
        ((Filter("speaker", ("nobody",)),), None, None, False),
        ((Filter("speaker", ("ann-lee",)), Filter("agency", ("AP",))), None, None, False),
        ((), date(2020, 3, 1), None, False),
        ((), date(2020, 3, 1), date(2020, 4, 1), True),
        ((Filter("agency", ("AFP",)),), None, date(2020, 4, 1), False),
        ((Filter("agency", (), ("none",)),), date(2020, 3, 1), date(2020, 5, 1), False),
    ],
)
@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("text", ["", "said"])
def test_filters_count_as_the_oracle_does(
    both: tuple[Index, Index], filters, since, until, certain: bool, sort: str, text: str
) -> None:
    request = SearchRequest(
        query=parse_query(text),
        filters=filters,
        since=since,
        until=until,
        certain=certain,
        sort=sort,
        limit=5,
        facets=("agency", "speaker", "year"),
        interval="month",
    )
    oracle, embedded = both
    assert comparable(embedded.search(request)) == comparable(oracle.search(request))


@pytest.mark.parametrize("text", ["said", "said OR grain", "said -oil"])
def test_most_are_not_scored(text: str, tmp_path: Path) -> None:
    """Or the tests above would prove nothing."""
    with EmbeddedIndex(str(tmp_path)) as index, borrow_arena() as arena:
        index.add(drawn(1, 3 * STORIES))
        view = index._folder.view()
        search = Search(view, float("inf"), arena)
        hits, best = find_best(Finder(search, view.leaves[0]), parse_query(text).tree, 2)
        assert hits.docs.size > FEW
        assert 2 <= best.docs.size < hits.docs.size / 2
