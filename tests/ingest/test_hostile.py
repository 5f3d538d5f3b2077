"""Whatever the bytes: an article or a reason, never another error, and in bounded time."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search import Article, read_article
from search.errors import NotAnArticle
from tests.effort import examples

_PROSE = b"<p>" + b"The river rose on Monday and the mayor said it would fall. " * 4 + b"</p>"
_PAGE = b"<html><body><h1>River rises again</h1>"
_NITF = b"<nitf><body><body.content>"
_MAIL = b"From: a@b.example\nDate: x\nMIME-Version: 1.0\n"

# by what is wrong with it: a name, the bytes, and whether a story is found all the same
HOSTILE = {
    "empty": ("a.html", b"", False),
    "binary named .html": ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, False),
    "NUL bytes between letters": ("a.txt", b"River rises\x00\n\nIt \x00rained on Monday.", True),
    "100,000 nested tags": ("a.html", _PAGE + b"<div>" * 100_000 + _PROSE, False),
    "100,000 unclosed links": ("a.html", _PAGE + b"<a href=x>" * 100_000 + _PROSE, False),
    "100,000 empty paragraphs": ("a.html", _PAGE + b"<p>x</p>" * 100_000 + _PROSE, False),
    "bylines in bylines": (
        "a.html",
        _PAGE + b'<div class="author">' * 90 + b"<a>Ana Reyes</a>" * 9_000 + _PROSE,
        True,
    ),
    "10,000 dates of updates": (
        "a.html",
        _PAGE + b"<time datetime=2024-05-06>Updated</time>" * 10_000 + _PROSE,
        True,
    ),
    "12,000 days behind a long text": (
        "a.html",
        _PAGE
        + b"<div>"
        + _PROSE * 4_000
        + b"</div><div>"
        + b"<i></i><b class=date>6 May 2024</b>" * 12_000,
        True,
    ),
    "12,000 days in a box of a million names": (
        "a.html",
        _PAGE
        + _PROSE
        + b"<div class='"
        + b"a " * 1_000_000
        + b"'>"
        + b"<b class=date>6 May 2024</b>" * 12_000
        + b"</div>",
        True,
    ),
    "10,000 embedded posts": (
        "a.html",
        _PAGE + _PROSE + b"<blockquote class=twitter-tweet><a>A post</a></blockquote>" * 10_000,
        True,
    ),
    "10,000 articles with headlines": (
        "a.html",
        _PAGE + b"<article><h1>River rises</h1>" + _PROSE * 2 + b"</article>" * 10_000,
        True,
    ),
    "20,000 items that break off": (
        "a.html",
        _PAGE + _PROSE + b"<li><a href=x>More</a>..." * 20_000,
        True,
    ),
    "two million mangled letters": ("a.txt", "River rises\n\nÃ©â€™Ã ".encode() * 200_000, False),
    "a million angle brackets": ("a.html", _PAGE + b"<" * 1_000_000, False),
    "a comment that never ends": ("a.html", _PAGE + b"<!--" * 300_000, False),
    "a tag of a million attributes": ("a.html", _PAGE + b"<p " + b"a=b " * 500_000 + b">", False),
    "JSON-LD nested 100,000 deep": (
        "a.html",
        b'<html><script type="application/ld+json">' + b"[" * 100_000 + b"</script>" + _PROSE * 2,
        True,
    ),
    "JSON nested 100,000 deep": ("a.json", b'{"body":' * 100_000, False),
    "XML entity bomb": (
        "a.xml",
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "'
        + b"&a;" * 2000
        + b'">]><rss><channel><item><title>&b;</title></item></channel></rss>',
        False,
    ),
    "a feed item nested 100,000 deep": (
        "a.xml",
        b"<rss><channel><item><title>a</title><description>"
        + b"&lt;b&gt;" * 100_000
        + b"x</description></item></channel></rss>",
        False,
    ),
    "a line of 20 million characters": ("a.txt", b"word and more. " * 1_300_000, False),
    "a million line breaks": ("a.txt", b"River rises\n" + b"\n" * 1_000_000 + b"It rained.", False),
    "a million quotation marks": ("a.txt", b'River rises\n\n"' + b'"' * 300_000, True),
    "a byline of 300,000 names": ("a.txt", b"By " + b"Ana B, " * 300_000, False),
    "NITF nested 100,000 deep": ("a.xml", _NITF + b"<p>" * 100_000, False),
    "NITF of 600,000 paragraphs": ("a.xml", _NITF + b"<p>x</p>" * 600_000, False),
    "NITF's entities each ten of the one before": (
        "a.xml",
        b"<!DOCTYPE nitf [<!ENTITY a0 'x'>"
        + b"".join(b"<!ENTITY a%d '%s'>" % (n + 1, b"&a%d;" % n * 10) for n in range(20))
        + b"]>"
        + _NITF
        + b"<p>&a20; It held.</p></body.content></body></nitf>",
        True,
    ),
    "one entity 100,000 times": (
        "a.xml",
        b"<!DOCTYPE nitf [<!ENTITY a '"
        + b"x" * 100_000
        + b"'>]>"
        + _NITF
        + b"<p>It held. "
        + b"&a;" * 100_000
        + b"</p></body.content></body></nitf>",
        True,
    ),
    "a document type without end": (
        "a.xml",
        b"<!DOCTYPE nitf [" + b"<!ENTITY a 'x'>" * 500_000,
        False,
    ),
    "IPTC 7901 of nothing but beginnings": ("a.txt", b"\x01a\x02" + b"\x01" * 5_000_000, False),
    "SGML of nothing but headlines": ("a.sgm", b"<REUTERS >" + b"<TITLE>x" * 500_000, False),
    "ninjs nested 100,000 deep": ("a.json", b'{"items":' * 100_000, False),
    "mail of half a million parts": ("a.eml", _MAIL + b"\n" + b"--b\n\nhi\n" * 500_000, False),
    "mail with a million headers": ("a.eml", _MAIL + b"X: y\n" * 1_000_000, False),
    "mail with an endless subject": (
        "a.eml",
        _MAIL + b"Subject: " + b"=?utf-8?q?x?= " * 500_000,
        False,
    ),
    "mail in mail in mail": ("a.eml", _MAIL + b"Content-Type: message/rfc822\n\n" * 99_000, False),
    "a million rules": (
        "a.txt",
        b"Dam holds\n\nOSLO (AP) - It held.\n\n" + b"***\n" * 1_000_000,
        False,
    ),
    "a rule of ten million": ("a.txt", b"= " * 5_000_000, False),
    "a million ends of messages": ("a.txt", b"ZCZC\nNNNN\n" * 500_000, False),
    "12,000 pictures in one block": (
        "a.html",
        _PAGE + _PROSE + b"<div><div>" + b"<img>" * 12_000 + b"<b>x</b></div></div>",
        True,
    ),
    "12,000 linked headings in one block": (
        "a.html",
        _PAGE + b"<div>" + b"<h3><a href='/x'>Fog</a></h3>" * 12_000 + _PROSE,
        True,
    ),
    "12,000 links to authors in one paragraph": (
        "a.html",
        _PAGE + b"<p>" + b"<a href='/author/ana-reyes'>Ana Reyes</a>, " * 12_000 + _PROSE,
        True,
    ),
    "a long text in a hundred boxes named for its date": (
        "a.html",
        _PAGE + b"<div class='date'>" * 100 + b"The dam of Oslo held. " * 20_000,
        True,
    ),
    "spaces": ("a.txt", b"River rises" + b" " * 3_000_000 + b"\n\nIt rained.", False),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_input_is_read_or_refused_in_seconds(what: str) -> None:
    name, data, is_read = HOSTILE[what]
    start = time.thread_time()
    if is_read:
        assert read_article(data, name=name).body
    else:
        with pytest.raises(NotAnArticle, match=r"^.{8,200}$"):
            read_article(data, name=name)
    assert time.thread_time() - start < 10


def nitf(text: str, *, charset: str = "utf-8", coded: str = "utf-8", date: str = "") -> bytes:
    """A story in NITF that says that it is in ``charset``, and is in ``coded``."""
    return (
        f'<?xml version="1.0" encoding="{charset}"?><nitf>'
        f'<head><docdata><date.issue norm="{date}"/></docdata></head>'
        "<body><body.head><hedline><hl1>Dam holds</hl1></hedline></body.head>"
        f"<body.content><p>{text}</p></body.content></body></nitf>"
    ).encode(coded)


@pytest.mark.parametrize(
    ("data", "body"),
    [
        (nitf("Tromsø’s dam held.", charset="us-ascii"), "Tromsø’s dam held."),  # lies
        (nitf("Tromsø dam held.", charset="utf-8", coded="cp1252"), "Tromsø dam held."),  # lies
        (nitf("Tromsø dam held.", charset="utf-16", coded="utf-16"), "Tromsø dam held."),
        (nitf("Tromsø dam held.", charset="utf-8", coded="utf-16-le"), "Tromsø dam held."),
        (nitf("The \u202edam\u202c held."), "The dam held."),  # direction overrides
        (nitf("The &#xD800;dam &#0;held."), "The dam held."),  # characters that are none
        (nitf("The dam&nbsp;held&hellip; &nosuch;."), "The dam held… ."),
        (b'{"headline": "Dam", "body": "The \\ud800dam \\u202eheld."}', "The dam held."),
    ],
)
def test_text_is_mended_whatever_is_said_of_it(data: bytes, body: str) -> None:
    assert read_article(data, name="a").body == body


@pytest.mark.parametrize("date", ["00010101T000000Z", "96541231T235959Z", "20240231", "soon", ""])
def test_day_that_cannot_be_is_no_day(date: str) -> None:
    assert read_article(nitf("The dam held.", date=date), name="a").published is None


def test_external_entity_is_never_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("SECRET")
    doctype = f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
    data = nitf("The dam held. &x;").replace(b"?><nitf>", f"?>{doctype}<nitf>".encode())
    assert read_article(data, name="a").body == "The dam held."


_TAGS = (
    b"<html><body><h1>", b"</h1>", b"<p>", b"<div class='author'>", b"<time datetime='", b"'>",
    b"<script type='application/ld+json'>", b"</script>", b'{"@type":"NewsArticle","author":[',
    b'"datePublished":', b"<article>", b"<br><br>", b"&#xD800;", b"\xff\xfe",
    b"<meta charset=utf-7>",
    b"<rss><channel><item><title>", b"</title><description>", b"</description></item>",
    b"<![CDATA[",
    b"OSLO, March 3 (AP) -- ", b"\n\n", b"    ", b"By Ana Reyes\n", b'{"body":"', b'"}\n', b"\x00",
    b"The mayor said on Monday that the river would fall by the evening. ",
)  # fmt: skip
_PIECES = st.one_of(st.sampled_from(_TAGS), st.binary(max_size=30))
_BYTES = st.lists(_PIECES, max_size=25).map(b"".join)


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.xml", "a.jsonl", "a"])
@pytest.mark.parametrize("opening", [b"", b"<html>", b"<rss>", b"{"])
@settings(max_examples=examples(40), deadline=None)
@given(data=_BYTES)
def test_any_bytes_give_an_article_or_a_reason(name: str, opening: bytes, data: bytes) -> None:
    try:
        article = read_article(opening + data, name=name)
    except NotAnArticle:
        return
    assert isinstance(article, Article)
    for text in (article.headline, article.body, article.byline or "", *article.authors):
        text.encode()  # no lone surrogates
        assert "\x00" not in text
    for heading in article.headings:
        assert article.body[heading.offset :].startswith(heading.text)
