"""ninjs as its users write it: each row an item, and the fields of the story that it gives."""

import json
from typing import Any

import pytest

from search import Article, read_article
from search.errors import NotAnArticle
from search.ingest import Skipped
from search.ingest.member import Member
from search.ingest.sources import read_all

ITEM = {
    "uri": "urn:newsml:w.example:20240506:dam",
    "type": "text",
    "versioncreated": "2024-05-06T18:30:00Z",
    "headline": "Dam holds",
    "body_text": "It held.",
}
PAGE = """<html><head><title>Dam holds</title></head><body><h1>Dam holds</h1><p>It held.</p>
<figure><figcaption>The dam</figcaption></figure><p>It rained.</p></body></html>"""
NITF = """<?xml version="1.0"?><nitf><body><body.head><hedline><hl1>Dam</hl1></hedline></body.head>
<body.content><p>It held.</p><p>It rained.</p></body.content></body></nitf>"""
OWN = "<TTEXT><HEAD><SLUG>dam</SLUG></HEAD><BODY><P>It held, and more than that.</P></BODY></TTEXT>"
ROWS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    (
        "of a body in NITF the content, not its headline",
        {"body_nitf": NITF},
        {"body": "It held.\n\nIt rained."},
    ),
    (
        "a whole page as body opens with the headline again, and has captions",
        {"bodies": [{"contenttype": "text/html", "value": PAGE}]},
        {"body": "It held.\n\nIt rained.", "headings": ()},
    ),
    (
        "a body in an agency's own XML is passed over for the one that can be read",
        {"bodies": [{"contenttype": "application/xml", "value": OWN}]},
        {"body": "It held."},
    ),
    ("a title stands in for a headline", {"headline": None, "title": "Dam"}, {"headline": "Dam"}),
    (
        "Superdesk's authors and services",
        {"authors": [{"name": "Ana Reyes", "role": "writer"}], "service": [{"name": "World"}]},
        {"authors": ("Ana Reyes",), "section": "World"},
    ),
    (
        "of Superdesk's authors those who wrote it",
        {"authors": [{"name": "Per Lund", "role": "editor"}, {"name": "Ana Reyes"}]},
        {"authors": ("Ana Reyes",)},
    ),
    (
        "and the byline before them",
        {"byline": "By Bo Li", "authors": [{"name": "Ana Reyes"}]},
        {"authors": ("Bo Li",)},
    ),
    (
        "when it was put out, not when it was begun",
        {"firstcreated": "2024-05-01T08:00:00Z", "firstpublished": "2024-05-06T10:00:00Z"},
        {"published": "2024-05-06 10:00:00+00:00"},
    ),
    (
        "AP's bylines",
        {"bylines": [{"by": "By ANA REYES", "title": "Associated Press"}]},
        {"authors": ("Ana Reyes",), "byline": "By ANA REYES"},
    ),
    (
        "AP's own name of an item lasts; its address is another for each reader",
        {"altids": {"itemid": "0123456789abcdef"}},
        {"id": "0123456789abcdef"},
    ),
    (
        "a signal that has a name and an address",
        {"signals": [{"name": "Corr", "uri": "http://cv.iptc.org/newscodes/signal/correction"}]},
        {"signal": "correction"},
    ),
    (
        "a note to editors has the embargo",
        {"ednote": "Embargoed until 10:00 GMT, May 7, 2024"},
        {"embargo": "2024-05-07 10:00:00+00:00"},
    ),
]


@pytest.mark.parametrize(("why", "fields", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_item(why: str, fields: dict[str, Any], expected: dict[str, Any]) -> None:
    story = read_article(json.dumps(ITEM | fields).encode(), name="a.json")
    found = {name: getattr(story, name) for name in expected}
    moments = {name: str(found[name]) for name in ("embargo", "published") if name in expected}
    assert found | moments == expected, why


def test_place_that_ap_keeps_apart() -> None:
    place = {"city": "Oslo", "countryname": "Norway"}
    story = read_article(json.dumps(ITEM | {"datelinelocation": place}).encode(), name="a.json")
    assert story.dateline
    assert (story.dateline.place, story.dateline.country) == ("Oslo", "NO")


SIDE = ITEM | {"uri": "urn:newsml:w.example:20240506:road", "headline": "Road closed"}
PACKAGE = {"uri": "urn:p:1", "type": "composite", "pubstatus": "usable", "headline": "Both"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (PACKAGE | {"associations": [ITEM, SIDE]}, ["Dam holds", "Road closed"]),  # ninjs 2
        (PACKAGE | {"associations": {"main": ITEM}}, ["Dam holds"]),  # ninjs 1
        (ITEM | {"associations": [SIDE]}, ["Dam holds"]),  # beside a text of its own
        (
            PACKAGE | {"uri": "urn:p:12345", "pubstatus": "canceled", "associations": [SIDE]},
            ["Both"],  # the package is killed, not what it brings
        ),
        (PACKAGE, ["line 1: the item 'Both' is a package of others, not text"]),
        (
            ITEM | {"type": "event", "body_text": ""},
            ["line 1: the item 'Dam holds' is an event, not text"],
        ),
    ],
)
def test_package_gives_the_texts_that_it_brings_along(
    fields: dict[str, Any], expected: list[str]
) -> None:
    whole = Member(name="a.json", data=json.dumps(fields).encode())
    found = read_all(whole.open(), whole, len(whole.data))
    assert [one.reason if isinstance(one, Skipped) else one.headline for one in found] == expected


def test_only_unknown_markup_is_no_text() -> None:
    fields = {"body_text": "", "bodies": [{"contenttype": "application/xml", "value": OWN}]}
    with pytest.raises(NotAnArticle, match="has no text"):
        read_article(json.dumps(ITEM | fields).encode(), name="a.json")


def test_no_warning_reaches_the_user(recwarn: pytest.WarningsRecorder) -> None:
    text = '<?xml version="1.0"?><html><body><p>It held.</p><p>It rained.</p></body></html>'
    story = read_article(json.dumps(ITEM | {"body_xhtml": text}).encode(), name="a.json")
    assert isinstance(story, Article)
    assert not recwarn.list
