"""Why a query finds a story, and how its score adds up to the one that a search prints."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search import Article, SearchRequest, parse_query
from search.index import open_index
from search.index.explain import Explainer
from search.query.nodes import Query
from tests.effort import examples
from tests.story import story
from tests.strategies import queries, stories

FLOOD = story("Flood in Porto", "The river flooded the port.", id="flood", day="2022-02-14")
DERBY = story("Porto win", "A late goal.", id="derby", day="2021-11-20")


def test_verdicts_follow_the_tree(index: Explainer) -> None:
    index.add([FLOOD, DERBY])  # type: ignore[attr-defined]
    found = index.explain(parse_query("porto (goal OR river NEAR/2 flood) -late"), "flood")
    assert found is not None
    assert [(v.depth, str(v.node), v.finds) for v in found.verdicts] == [
        (0, "porto (goal OR river NEAR/2 flood) NOT late", True),
        (1, "porto", True),
        (1, "goal OR river NEAR/2 flood", True),
        (2, "goal", False),
        (2, "river NEAR/2 flood", True),
        (3, "river", True),
        (3, "flood", True),
        (1, "NOT late", True),
        (2, "late", False),
    ]


def test_contributions_name_word_field_and_counts(index: Explainer) -> None:
    index.add([FLOOD, DERBY])  # type: ignore[attr-defined]
    found = index.explain(parse_query("flood agency:ap OR porto"), "flood")
    assert found is not None
    assert [
        (c.field, c.term.text, c.mentions, c.length, c.containing) for c in found.contributions
    ] == [
        ("headline", "porto", 1, 3, 2),
    ]


def test_a_story_that_is_not_found_scores_nothing(index: Explainer) -> None:
    index.add([FLOOD, DERBY])  # type: ignore[attr-defined]
    found = index.explain(parse_query("goal"), "flood")
    assert found is not None
    assert (found.score, found.contributions) == (0.0, ())
    assert index.explain(parse_query("goal"), "nothing") is None


@settings(max_examples=examples(100), deadline=None)
@given(held=st.lists(stories(), min_size=1, max_size=6), query=queries)
def test_contributions_add_up_to_the_score(held: list[Article], query: Query) -> None:
    with open_index("memory:") as index:
        index.add(held)
        for hit in index.search(SearchRequest(query=query)).hits:
            found = index.explain(query, hit.id)
            assert found.verdicts[0].finds
            assert found.score == pytest.approx(hit.score)
            assert sum(c.score for c in found.contributions) == pytest.approx(hit.score)
