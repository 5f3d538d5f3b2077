"""Feeds as they are written: each row an item, and the fields of the story that it gives."""

from typing import Any

import pytest

from search import Article, read_article
from search.errors import NotAnArticle
from search.ingest.formats.feed import _CHANGED
from search.ingest.formats.text import NO_HEADLINE

RSS = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>{name}</title>{about}<item>{item}</item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>{about}<entry>{item}</entry>
</feed>"""
TITLE = "<title>Dam holds</title>"
TEXT = "<description>It held.</description>"
AGAIN = "The post &lt;a href='x'&gt;Dam holds&lt;/a&gt; appeared first on Harbour Wire."
ROWS: list[tuple[str, str, str, dict[str, Any]]] = [
    (
        "an item without a title",
        TEXT,
        "",
        {"headline": "It held.", "notes": (NO_HEADLINE,)},
    ),
    (
        "an author with an address of mail",
        f"{TITLE}{TEXT}<author>ana@harbour.example (Ana Reyes)</author>",
        "",
        {"authors": ("Ana Reyes",), "byline": "Ana Reyes"},
    ),
    (
        "a year of two figures, as mail had it when RSS was made",
        f"{TITLE}{TEXT}<pubDate>Mon, 06 May 24 18:30 EST</pubDate>",
        "",
        {"published": "2024-05-06 18:30:00-05:00"},
    ),
    (
        "a day in French, with its zone",
        f"{TITLE}{TEXT}<pubDate>Lun, 06 mai 2024 18:30:00 +0200</pubDate>",
        "",
        {"published": "2024-05-06 18:30:00+02:00"},
    ),
    (
        "the line that leads back to the site is no text",
        f"{TITLE}<description>Four hundred slept. {AGAIN}</description>"
        f"<content:encoded>&lt;p&gt;It held.&lt;/p&gt;&lt;p&gt;{AGAIN}&lt;/p&gt;</content:encoded>",
        "",
        {"body": "It held.", "standfirst": "Four hundred slept."},
    ),
    (
        "what is said of a picture is no standfirst",
        f"{TITLE}<description>Four hundred slept.</description><media:content url='a.jpg'>"
        "<media:description>The dam</media:description></media:content>"
        "<content:encoded>It held.</content:encoded>",
        "",
        {"body": "It held.", "standfirst": "Four hundred slept."},
    ),
    (
        "where the item comes from",
        f"{TITLE}{TEXT}<source url='https://x.example/rss'>AFP</source>",
        "",
        {"agency": "AFP"},
    ),
    ("who puts it out", TITLE + TEXT, "<dc:publisher>dpa</dc:publisher>", {"agency": "dpa"}),
    (
        "a headline that says what has become of the story",
        f"<title>CORRECTED-Dam holds</title>{TEXT}",
        "",
        {"signal": "correction"},
    ),
]  # fmt: skip
ATOM_ROWS: list[tuple[str, str, str, dict[str, Any]]] = [
    (
        "plain text keeps its paragraphs",
        "<content>It held, at 3 &lt; 4.\n\nIt rained.</content>",
        "",
        {"body": "It held, at 3 < 4.\n\nIt rained."},
    ),
    (
        "markup that is called plain text",
        "<content>&lt;p&gt;It held.&lt;/p&gt;&lt;p&gt;It rained.&lt;/p&gt;</content>",
        "",
        {"body": "It held.\n\nIt rained."},
    ),
    (
        "two authors",
        "<summary>It held.</summary><author><name>Ana Reyes</name></author>"
        "<author><name>Bo Li</name></author>",
        "",
        {"authors": ("Ana Reyes", "Bo Li"), "byline": "Ana Reyes, Bo Li"},
    ),
    (
        "the feed's author is each entry's",
        "<summary>It held.</summary>",
        "<author><name>Ana Reyes</name></author>",
        {"authors": ("Ana Reyes",)},
    ),
    (
        "a category by what people call it",
        "<summary>It held.</summary><category term='w7' label='World'/>",
        "",
        {"section": "World", "keywords": ("World",)},
    ),
    (
        "an entry that tells only when it was changed has that day, and says so",
        "<summary>It held.</summary><updated>2024-05-06T18:30:00Z</updated>",
        "",
        {"published": "2024-05-06 18:30:00+00:00", "updated": None, "notes": (_CHANGED,)},
    ),
]


def check(story: Article, expected: dict[str, Any]) -> None:
    found = {name: getattr(story, name) for name in expected}
    told = {n: v if isinstance(v, tuple) else v and str(v) for n, v in found.items()}
    assert told == expected


@pytest.mark.parametrize(("why", "item", "about", "expected"), ROWS, ids=[r[0] for r in ROWS])
def test_rss(why: str, item: str, about: str, expected: dict[str, Any]) -> None:
    file = RSS.format(name="Harbour Wire", about=about, item=item)
    check(read_article(file.encode(), name=f"{why}.xml"), expected)


@pytest.mark.parametrize(
    ("why", "item", "about", "expected"), ATOM_ROWS, ids=[r[0] for r in ATOM_ROWS]
)
def test_atom(why: str, item: str, about: str, expected: dict[str, Any]) -> None:
    file = ATOM.format(about=about, item=TITLE + item)
    check(read_article(file.encode(), name=f"{why}.xml"), expected)


EXPORT = """<rss xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Dam holds</title>
<content:encoded>It held.

&lt;h2&gt;After&lt;/h2&gt;
It rained.</content:encoded><wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>
</item></channel></rss>"""


@pytest.mark.parametrize(
    ("status", "kind", "told"),
    [
        ("publish", "post", "It held.\n\nAfter\n\nIt rained."),  # a blank line parts paragraphs
        ("draft", "post", "the feed's item 'Dam holds' is no story put out (draft)"),
        ("private", "post", "the feed's item 'Dam holds' is no story put out (private)"),
        ("inherit", "attachment", "the feed's item 'Dam holds' is no story put out (attachment)"),
    ],
)
def test_of_a_sites_export_what_was_put_out(status: str, kind: str, told: str) -> None:
    try:
        found = read_article(EXPORT.format(status=status, kind=kind).encode(), name="a.xml").body
    except NotAnArticle as error:
        found = str(error)
    assert found == told


def test_feed_below_a_programs_warning() -> None:
    file = RSS.format(name="Harbour Wire", about="", item=TITLE + TEXT)
    story = read_article(f"Warning: it rains\n<?xml version='1.0'?>\n{file}".encode(), name="a.txt")
    assert (story.headline, story.body) == ("Dam holds", "It held.")
