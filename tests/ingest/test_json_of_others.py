"""JSON as others write it: each row a file, and the stories that come of it."""

import json
from typing import Any

import pytest

from search import Article
from search.ingest import Skipped
from search.ingest.member import Member
from search.ingest.sources import read_all

DAM = {"title": "Dam holds", "content": "It held."}
ROAD = {"title": "Road closed", "content": "It is shut."}


def read(text: str) -> list[Article | Skipped]:
    whole = Member(name="a.json", data=text.encode())
    return list(read_all(whole.open(), whole, len(whole.data)))


def told(text: str) -> list[str]:
    return [one.reason if isinstance(one, Skipped) else one.headline for one in read(text)]


BOTH = ["Dam holds", "Road closed"]
FILES: list[tuple[str, str, list[str]]] = [
    ("a news service", json.dumps({"status": "ok", "articles": [DAM, ROAD]}), BOTH),
    (
        "a list two levels down, each with its fields one more",
        json.dumps({"response": {"results": [{"id": "a", "fields": DAM}, {"fields": ROAD}]}}),
        BOTH,
    ),
    ("what a search engine gives", json.dumps({"hits": {"hits": [{"_source": DAM}]}}), BOTH[:1]),
    ("what is dumped of it", "\n".join(json.dumps({"_source": one}) for one in (DAM, ROAD)), BOTH),
    (
        "a JSON feed",
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "items": [{"title": "Dam holds", "content_html": "<p>It held.</p>"}],
            }
        ),
        BOTH[:1],
    ),
    ("lines that end with commas", f"{json.dumps(DAM)},\n{json.dumps(ROAD)}\n", BOTH),
    (
        "objects one after the other, over several lines each",
        f"{json.dumps(DAM, indent=1)}\n{json.dumps(ROAD, indent=1)}\n",
        BOTH,
    ),
    (
        "the reason names what there is",
        json.dumps({"title": "Dam", "story_html_v2": "It held."}),
        [
            'line 1: the record has no text under "body" or a name like it; '
            "it has title, story_html_v2"
        ],
    ),
    ("a list of nothing", json.dumps({"articles": []}), [
        'line 1: the record has no text under "body" or a name like it; it has articles'
    ]),
    ("no JSON at all", "{broken", ["line 1: it is no JSON object"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "expected"), FILES, ids=[row[0] for row in FILES])
def test_records_are_found(why: str, text: str, expected: list[str]) -> None:
    assert told(text) == expected, why


FIELDS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("a day", {"published_date": "06 May 2024"}, {"published": "2024-05-06 00:00:00"}),
    ("milliseconds", {"published": 1715020200000}, {"published": "2024-05-06 18:30:00+00:00"}),
    ("the first of several sections", {"category": ["World", "Europe"]}, {"section": "World"}),
    ("keywords in one text", {"tags": "dam, flood; Oslo"}, {"keywords": ("dam", "flood", "Oslo")}),
    ("a headline in an object", {"title": {"main": "Dam holds"}}, {"headline": "Dam holds"}),
    ("a byline in an object", {"byline": {"original": "By Ana Reyes"}}, {
        "authors": ("Ana Reyes",)
    }),
    ("lines are paragraphs", {"content": f"{'It held. ' * 20}\nIt rained."}, {
        "body": f"{('It held. ' * 20).strip()}\n\nIt rained."
    }),
    ("markup without paragraphs", {"content": "It <b>held</b>."}, {"body": "It held."}),
    ("a dateline of its own", {"dateline": "OSLO, May 6, 2024 (AP) -"}, {
        "body": "OSLO, May 6, 2024 (AP) - It held.", "agency": "AP"
    }),
    ("a status", {"status": "withdrawn", "id": "urn:w:12345678"}, {"signal": "kill"}),
    ("a headline that says so", {"title": "CORRECTED-Dam holds"}, {"signal": "correction"}),
    ("an embargo", {"embargoed_until": "2024-05-07T06:00:00Z"}, {
        "embargo": "2024-05-07 06:00:00+00:00"
    }),
    ("the address of a page's own data", {"mainEntityOfPage": {"@id": "https://w.example/1"}}, {
        "url": "https://w.example/1"
    }),
]  # fmt: skip


@pytest.mark.parametrize(("why", "fields", "expected"), FIELDS, ids=[row[0] for row in FIELDS])
def test_field(why: str, fields: dict[str, Any], expected: dict[str, Any]) -> None:
    (story,) = read(json.dumps(DAM | fields))
    assert isinstance(story, Article), why
    found = {name: getattr(story, name) for name in expected}
    as_text = {n: v if isinstance(v, tuple) else v and str(v) for n, v in found.items()}
    assert as_text == expected


def test_place_alone_is_the_place_and_no_text() -> None:
    (story,) = read(json.dumps(DAM | {"dateline": "OSLO"}))
    assert isinstance(story, Article)
    assert story.dateline
    assert (story.dateline.place, story.body) == ("Oslo", "It held.")
