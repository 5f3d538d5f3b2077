"""Files of several stories: feeds and JSON lines."""

import json
from pathlib import Path

import pytest

from search import Article, read_article, read_articles
from search.errors import NotAnArticle
from search.ingest import Skipped
from search.ingest.formats import feed
from search.record import article_to_record

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Wire</title>
<language>en-gb</language>
<item><title>Dam &amp;amp; road hold</title><link>https://w.example.com/1?utm_source=rss</link>
 <guid isPermaLink="false">tag:w.example.com,2024:1</guid><dc:creator>Ana Reyes</dc:creator>
 <pubDate>Mon, 06 May 2024 18:30:00 GMT</pubDate><category>World</category>
 <description>Four hundred slept in schools</description>
 <content:encoded><![CDATA[<p>OSLO (AP) — The dam held.</p><h3>After</h3><p>It was long.</p>]]>
 </content:encoded></item>
<item><title>Ferry aground</title><link>https://w.example.com/2</link><guid>4711</guid>
 <description>ATHENS (AP) — A ferry ran aground.</description></item>
<item><title>Nothing in it</title><link>https://w.example.com/3</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title>
<entry><title>Dam holds</title><id>urn:uuid:7</id><updated>2024-05-06T20:00:00Z</updated>
<published>2024-05-06T18:30:00Z</published><author><name>Ana Reyes</name></author>
<link href="https://w.example.com/1"/>
<content type="html">&lt;p&gt;OSLO (AP) — The dam held.&lt;/p&gt;</content></entry></feed>"""
LINES = [
    '{"id": "w-1", "headline": "Dam holds", "body": "OSLO (AP) — Dry.", "authors": ["A. Reyes"]}',
    "{broken",
    '{"headline": "No text"}',
    '{"body": ["OSLO (AP) — The road held.", "It was long."], "published": "2024-05-06"}',
    '{"headline": 7, "keywords": "dams", "body": "The ferry \\ud800 ran aground."}',
]


def read_all(folder: Path, name: str, text: str) -> list[Article | Skipped]:
    (folder / name).write_text(text, encoding="utf-8")
    return list(read_articles(folder / name))


def test_feed_gives_each_item_with_its_full_text(tmp_path: Path) -> None:
    dam, ferry, nothing = read_all(tmp_path, "feed.xml", RSS)
    assert isinstance(dam, Article)
    assert isinstance(ferry, Article)
    assert (dam.id, dam.headline) == ("tag:w.example.com,2024:1", "Dam & road hold")
    assert dam.body == "OSLO (AP) — The dam held.\n\nAfter\n\nIt was long."
    assert [heading.text for heading in dam.headings] == ["After"]
    assert (dam.standfirst, dam.authors) == ("Four hundred slept in schools", ("Ana Reyes",))
    assert (dam.url, dam.section) == ("https://w.example.com/1", "World")
    assert str(dam.published) == "2024-05-06 18:30:00+00:00"
    assert (ferry.id, ferry.standfirst) == ("https://w.example.com/2", None)
    assert nothing == Skipped(
        str(tmp_path / "feed.xml"), "the feed's item 'Nothing in it' has no text"
    )


def test_atom(tmp_path: Path) -> None:
    (dam,) = read_all(tmp_path, "feed", ATOM)
    assert isinstance(dam, Article)
    assert (dam.id, dam.authors, dam.agency) == ("urn:uuid:7", ("Ana Reyes",), "AP")
    assert str(dam.updated) == "2024-05-06 20:00:00+00:00"


def test_json_lines_with_fields_missing_or_wrong(tmp_path: Path) -> None:
    dam, broken, bare, road, ferry = read_all(tmp_path, "a.jsonl", "\n".join(LINES))
    assert isinstance(dam, Article)
    assert isinstance(road, Article)
    assert isinstance(ferry, Article)
    assert (dam.id, dam.authors, dam.agency) == ("w-1", ("A. Reyes",), "AP")
    assert broken == Skipped(str(tmp_path / "a.jsonl"), "line 2: it is no JSON object")
    assert isinstance(bare, Skipped)
    assert bare.reason == (
        'line 3: the record has no text under "body" or a name like it; it has headline'
    )
    assert road.body == "OSLO (AP) — The road held.\n\nIt was long."
    assert road.notes[0].startswith("no headline is printed")
    assert (ferry.headline, ferry.keywords) == ("7", ("dams",))
    assert ferry.body == "The ferry ran aground."


def test_our_own_export_reads_back_as_the_same_story(tmp_path: Path) -> None:
    text = """Dam holds\n
OSLO, March 3, 2024 (AP) — The dam held on Sunday, Per Lund said.\n
After\n
A second day and a third went by before the road was opened again."""
    dam = read_article(text.encode(), name="dam.txt")
    (again,) = read_all(tmp_path, "a.jsonl", json.dumps(article_to_record(dam)))
    assert isinstance(again, Article)
    record = article_to_record(again)
    assert record | {"source": "dam.txt"} == article_to_record(dam)


def test_read_article_takes_the_only_story_of_a_file_and_refuses_several() -> None:
    assert read_article(ATOM.encode(), name="a.xml").headline == "Dam holds"
    with pytest.raises(NotAnArticle, match="holds 2 stories; read it with read_articles"):
        read_article(RSS.encode(), name="a.xml")
    with pytest.raises(NotAnArticle, match="line 1: it is no JSON object"):
        read_article(b"[[[[", name="a.json")


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>',  # reaches outside
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY x "&a;&a;&a;&a;">]>',  # grows
    ],
)
def test_entities_of_a_feeds_own_are_never_expanded(doctype: str) -> None:
    item = "<item><title>Dam holds</title><description>Here: &x; it rained.</description></item>"
    article = read_article(
        f"<?xml version='1.0'?>{doctype}<rss><channel>{item}</channel></rss>".encode(), name="a.xml"
    )
    assert "aaaa" not in article.body
    assert len(article.body) < 40


def test_items_past_the_limit_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "_MOST_ITEMS", 1)
    _, rest = read_all(tmp_path, "feed.xml", RSS)
    assert rest == Skipped(str(tmp_path / "feed.xml"), "2 items behind the first 1 were not read")


REUTERS = """<REUTERS NEWID="1"><DATE>26-FEB-1987 15:01:01.79</DATE>
<UNKNOWN>&#5;&#5;&#5;F Y\n&#22;&#1;f0704&#31;reute\nu f BC-OHIO-RATES   02-26 0105</UNKNOWN>
<TEXT TYPE="UNPROC">&#2;\nOHIO RATES\n26-FEB-1987
COLUMBUS, Ohio, Feb 26 - Rates rose on Thursday.\n    They fell on Friday.\n</TEXT></REUTERS>"""


def test_story_that_reuters_21578_leaves_as_it_came() -> None:
    story = read_article(REUTERS.encode(), name="a.sgm")
    assert (story.headline, story.slug) == ("OHIO RATES", "BC-OHIO-RATES")
    assert story.body == (
        "COLUMBUS, Ohio, Feb 26 - Rates rose on Thursday.\n\nThey fell on Friday."
    )
    assert story.dateline
    assert (story.dateline.place, story.standfirst) == ("Columbus, Ohio", None)
