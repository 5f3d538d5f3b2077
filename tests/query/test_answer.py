"""Results as JSON: each part of the answer in its promised shape."""

import datetime as dt
import json

import pytest

from search.article import Article, Dateline, Speaker, Statement
from search.query.answer import date_to_record, results_to_record
from search.query.parameters import read_parameters
from search.query.request import Bucket, Facet, FacetValue, Hit, Results, Timeline
from search.snippet import Snippet
from tests.story import story

MAYOR = Speaker(start=0, end=5, name="Tomas Orel", role="Mayor")
STORY = Article(
    id="dam",
    headline="Dam holds",
    standfirst="It held",
    agency="OWA",
    url="https://owa.example/dam",
    dateline=Dateline(
        text="RIVA, May 2 (OWA) -",
        start=0,
        end=19,
        place="Riva",
        country="XA",
        date=dt.date(2022, 5, 2),
        is_certain=False,
        method="received",
        alternatives=(dt.date(2021, 5, 2),),
    ),
    body="RIVA, May 2 (OWA) - It held, said Orel.",
    statements=(
        Statement(start=20, end=27, kind="indirect", cue="said", speaker=MAYOR),
        Statement(start=20, end=22, kind="indirect", cue="said"),
    ),
    speakers=(MAYOR,),
)
RESULTS = Results(
    total=1,
    hits=(
        Hit(
            id="dam",
            score=2.5,
            headline="Dam holds",
            read=lambda: STORY,
            snippets=(Snippet("body", "It held", ((3, 7),)),),
        ),
    ),
    facets={
        "agency": Facet((FacetValue("OWA", "OWA", 1), FacetValue("AP", "AP", 4)), 2, 3),
    },
    timeline=Timeline("month", (Bucket(dt.date(2022, 5, 1), 1, 1),), 2),
    indexed=9,
    took_ms=1.23456,
)


def answer(text: str = "", q: str | None = None, results: Results = RESULTS) -> dict[str, object]:
    pairs = [tuple(pair.split("=")) for pair in text.split("&") if pair]
    return results_to_record(read_parameters(pairs), results, q)  # type: ignore[arg-type]


def test_the_whole_answer() -> None:
    assert answer("q=dam&agency=owa") == {
        "query": {"q": "dam", "parsed": "dam", "notes": [], "filters": {"agency": ["owa"]}},
        "total": {"value": 1, "relation": "eq"},
        "indexed": 9,
        "took_ms": 1.235,
        "timed_out": False,
        "results": [
            {
                "id": "dam",
                "type": "story",
                "score": 2.5,
                "url": "https://owa.example/dam",
                "headline": "Dam holds",
                "standfirst": "It held",
                "agency": "OWA",
                "dateline": {"text": "RIVA, May 2 (OWA) -", "place": "Riva", "country": "XA"},
                "date": {
                    "value": "2022-05-02",
                    "is_certain": False,
                    "method": "received",
                    "alternatives": ["2021-05-02"],
                },
                "speakers": [
                    {"id": "tomas-orel", "name": "Tomas Orel", "role": "Mayor", "statements": 1}
                ],
                "snippets": [{"field": "body", "text": "It held", "marks": [[3, 7]]}],
            }
        ],
        "facets": {
            "agency": {
                "values": [
                    {"value": "OWA", "label": "OWA", "count": 1, "selected": True},
                    {"value": "AP", "label": "AP", "count": 4, "selected": False},
                ],
                "distinct": 2,
                "missing": 3,
            }
        },
        "timeline": {
            "interval": "month",
            "buckets": [{"from": "2022-05-01", "count": 1, "uncertain": 1}],
            "undated": 2,
        },
        "cursor": None,
    }


def test_a_statement_is_told_with_its_story() -> None:
    hits = (Hit(id="dam", score=1.5, headline="Dam holds", read=lambda: STORY, place=1),)
    asked = read_parameters([("q", "held")], of="statements")
    [told] = results_to_record(asked, Results(total=1, hits=hits))["results"]
    [story] = answer()["results"]  # type: ignore[misc]
    assert told.pop("story") == {
        name: story[name]
        for name in ("id", "url", "headline", "standfirst", "agency", "dateline", "date")
    }
    assert told == {
        "type": "statement",
        "score": 1.5,
        "text": "It",
        "marks": [],  # its story has “held”, and it has not
        "kind": "indirect",
        "cue": "said",
        "speaker": None,
        "start": 20,
        "end": 22,
        "pieces": [],
        "place": 1,
    }


def test_a_split_statement_tells_its_pieces() -> None:
    split = story("", "“Rain,” Silva said, “fell.”", said=[("“Rain,” [Silva said, ]“fell.”", None)])
    hits = (Hit(id="rain", score=1.0, headline="", read=lambda: split, place=0),)
    asked = read_parameters([("q", "said OR fell")], of="statements")
    [told] = results_to_record(asked, Results(total=1, hits=hits))["results"]
    assert told["pieces"] == [[0, 8], [20, 27]]
    assert [told["text"][a:b] for a, b in told["marks"]] == ["fell"]  # “said” is the reporter's


@pytest.mark.parametrize(
    ("given", "filters"),
    [
        ("", {}),
        ("limit=5&sort=newest&facets=agency", {}),  # these narrow nothing
        ("agency=a&agency=-b", {"agency": ["a", "-b"]}),
        ("from=2022&certain=yes", {"from": ["2022-01-01"], "certain": ["yes"]}),
    ],
)
def test_filters_are_told(given: str, filters: dict[str, list[str]]) -> None:
    assert answer(given)["query"]["filters"] == filters  # type: ignore[index]


def test_the_query_is_told_as_typed_and_as_understood() -> None:
    told = answer("q=“Red Lines”", q="“Red Lines”")["query"]
    assert told["q"] == "“Red Lines”"  # type: ignore[index]
    assert told["parsed"] == '"red lines"'  # type: ignore[index]
    assert told["notes"]  # type: ignore[index]


def test_nothing_found_is_still_a_whole_answer() -> None:
    told = answer(results=Results(total=0, hits=()))
    assert (told["results"], told["facets"], told["timeline"]) == ([], {}, None)


def test_an_undated_story_has_no_date() -> None:
    assert date_to_record(None) is None


def test_the_answer_is_plain_json() -> None:
    assert json.loads(json.dumps(answer("q=dam"))) == answer("q=dam")
