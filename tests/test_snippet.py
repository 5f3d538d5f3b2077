"""Snippets: which passages of a story answer a query, and what is marked in them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from search import Article, parse_query
from search.article import Dateline, Heading
from search.query.nodes import Query
from search.snippet import LONGEST, Snippet, find_snippets
from tests.story import story
from tests.strategies import queries, stories

BODY = (
    "OSLO (AP) — The dam held on Monday. Engineers had feared a breach.\n\n"
    "Dams\n\n"
    "Two other dams are older. “A breach of the older dams would be costly,” Rui Sá said."
)
DAM = replace(
    story("Dam holds", BODY, said=[("“A breach of the older dams would be costly,”", "Rui Sá")]),
    headings=(Heading(offset=68, text="Dams"),),
)


def marked(snippet: Snippet) -> str:
    text, shift = snippet.text, 0
    for start, end in snippet.marks:
        text = f"{text[: start + shift]}[{text[start + shift : end + shift]}]{text[end + shift :]}"
        shift += 2
    return text


@pytest.mark.parametrize(
    ("query", "limit", "expected"),
    [
        ("dam", 1, ["OSLO (AP) — The [dam] held on Monday."]),  # of equals the first
        ("two older breach", 2, ["[Two] other dams are [older].",
                             "“A [breach] of the [older] dams would be costly,” Rui Sá said."]),
        ("monday dam", 1, ["OSLO (AP) — The [dam] held on [Monday]."]),  # most parts of the query
        ('"breach of the older"', 1,
         ["“A [breach of the older] dams would be costly,” Rui Sá said."]),  # a phrase is one mark
        ("engin*", 1, ["[Engineers] had feared a breach."]),
        ("dam -breach", 3, ["OSLO (AP) — The [dam] held on Monday.", "Two other [dams] are older.",
                            "“A breach of the older [dams] would be costly,” Rui Sá said."]),
        ("dam NEAR/3 monday", 1, ["OSLO (AP) — The [dam held on Monday]."]),  # nearness is one mark
        ("dam /s monday", 1, ["OSLO (AP) — The [dam] held on [Monday]."]),  # its sides apart
        ("=dams NEAR/2 older", 1, ["Two other [dams are older]."]),
        ("brech~", 1, ["Engineers had feared a [breach]."]),
        ("hlead:engineers", 1, ["[Engineers] had feared a breach."]),
        ("ATLEAST/2 breach", 1, ["Engineers had feared a [breach]."]),
        ("said:dams", 1, ["“A breach of the older [dams] would be costly,” Rui Sá said."]),
        ("said:(dams costly) speaker:sa", 1,
         ["“A breach of the older [dams] would be [costly],” Rui Sá said."]),
        ("body:oslo", 1, ["[OSLO] (AP) — The dam held on Monday."]),
        ("headline:dam", 1, ["OSLO (AP) — The dam held on Monday. Engineers had feared a breach."]),
        ("agency:ap", 1, ["OSLO (AP) — The dam held on Monday. Engineers had feared a breach."]),
        ("", 1, ["OSLO (AP) — The dam held on Monday. Engineers had feared a breach."]),  # the lede
        ("dam", 0, []),
    ],
)  # fmt: skip
def test_snippets(query: str, limit: int, expected: list[str]) -> None:
    assert [marked(s) for s in find_snippets(DAM, parse_query(query), limit)] == expected


@pytest.mark.parametrize(
    ("body", "expected", "reason"),
    [
        (
            "MOSCOW. May 5 (Interfax) - Rain fell. Dams held.",
            "MOSCOW. May 5 (Interfax) - Rain fell.",
            "the dateline stands with what follows",
        ),
        (
            "By Ana Ek. Staff.\n\nMOSCOW. May 5 (Interfax) - Rain fell.",
            "MOSCOW. May 5 (Interfax) - Rain fell.",
            "in its paragraph",
        ),
        ("MOSCOW. May 5 (Interfax) -\n\nDams held. Rain fell.", "Rain fell.", "which it may end"),
    ],
)
def test_a_dateline_is_of_a_piece_with_its_sentence(body: str, expected: str, reason: str) -> None:
    line = Dateline(text="", start=body.index("MOSCOW"), end=body.index(") -") + 3)
    article = replace(story("Rain", body), dateline=line)
    assert [one.text for one in find_snippets(article, parse_query("rain"), 1)] == [expected], (
        reason
    )
    ends = [one.text for one in find_snippets(article, parse_query("interfax"), 1)]
    assert ends[0].startswith("MOSCOW."), reason


def test_a_heading_is_no_snippet() -> None:
    texts = [snippet.text for snippet in find_snippets(DAM, parse_query("dams"), 9)]
    assert "Dams" not in texts
    assert len(texts) == 3


def test_a_long_sentence_is_cut_at_words_round_its_first_mark() -> None:
    body = "water " * 200 + "breach " + "water " * 200
    [snippet] = find_snippets(story("", body), parse_query("breach"), 1)
    assert snippet.text.startswith("… water")
    assert snippet.text.endswith("water …")
    assert len(snippet.text) <= LONGEST + 4
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["breach"]


@settings(max_examples=200, deadline=None)
@given(article=stories(), query=queries)
def test_marks_are_in_order_apart_and_inside(article: Article, query: Query) -> None:
    for snippet in find_snippets(article, query, 3):
        ends = [0, *(end for _, end in snippet.marks)]
        assert all(
            end <= start < stop for end, (start, stop) in zip(ends, snippet.marks, strict=False)
        )
        assert ends[-1] <= len(snippet.text)
        assert snippet.text.strip("… ") in article.body
