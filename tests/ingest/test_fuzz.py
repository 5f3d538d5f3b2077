"""Damaged files of every format, and pieces of formats in any order: an article or a reason.

500 cases here, 12,500 by `make prove`, and 20,000 more there of test_hostile.py.
"""

import gzip
import io
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import Article, read_article
from search.ingest import Skipped
from search.ingest.member import Member
from search.ingest.sources import read_all
from search.record import article_to_record, read_record
from tests.effort import examples
from tests.ingest.test_archives import DAM, PAGE, tar_gz, tarred, warc, zipped

WIRE = Path(__file__).parent / "wire"
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><language>en</language><item>
<title>Dam holds</title><link>https://w.example/1</link><guid>tag:w.example,2024:1</guid>
<pubDate>Mon, 06 May 2024 18:30:00 GMT</pubDate><description>OSLO (AP) - It held.</description>
</item></channel></rss>"""
_RESPONSE = ("response", "text/html", "200 OK", PAGE)


def whole_files() -> Iterator[tuple[str, bytes]]:
    """A sound file of each format, to be damaged."""
    yield from ((p.name, p.read_bytes()) for p in sorted(WIRE.iterdir()) if p.suffix != ".json")
    yield "page.html", PAGE
    yield "feed.xml", RSS
    yield "a.zip", zipped({"dam.txt": DAM, "feed.xml": RSS})
    yield "a.tar", tarred({"dam.txt": DAM, "page.html": PAGE})
    yield "a.tar.gz", tar_gz({"dam.txt": DAM})
    yield "a.xml.gz", gzip.compress(RSS)
    yield "a.warc", warc([_RESPONSE] * 3, packed=False)
    yield "a.warc.gz", warc([_RESPONSE] * 3, packed=True)


FILES = dict(whole_files())
_NASTY = (
    b"\x00", b"\xff", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"&#xD800;", b"&#0;", b"&x;",
    b"<", b">", b"<![CDATA[", b"]]>", b"<!--", b"<!DOCTYPE x [<!ENTITY x 'y'>", b"]>", b'"', b"{",
    b"[", b"}", b"\n\n", b"\r", b"\x01", b"\x02", b"\x03", b"0001-01-01", b"9654-12-31T25:61:61",
    b"-1", b"9" * 40, b"NNNN\nZCZC\n", b"***\n", b"\\ud800", b"null", b"charset=utf-7", b"--b1",
)  # fmt: skip


def damage(data: bytes, chance: random.Random) -> bytes:
    """The file with a few bytes cut, doubled, changed, or put in."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(data))
        stop = min(start + chance.choice((1, 3, 30, 300)), len(data))
        piece = chance.choice(
            (
                b"",
                data[start:stop] * 2,
                data[start:stop][::-1],
                chance.randbytes(stop - start),
                chance.choice(_NASTY),
            )
        )
        data = data[:start] + piece + data[stop:]
    return data if chance.random() < 0.8 else data[: chance.randint(0, len(data))]


def check(found: Article | Skipped) -> None:
    """What comes out is sound: it can be written, read back, and points into itself."""
    if isinstance(found, Skipped):
        assert 5 < len(found.reason) < 300
        return
    assert read_record(article_to_record(found)) == found
    for text in (found.id, found.headline, found.body, found.slug or "", *found.authors):
        text.encode()
        assert "\x00" not in text
    for heading in found.headings:
        assert found.body[heading.offset :].startswith(heading.text)
    for moment in (found.published, found.updated, found.embargo):
        assert moment is None or 1700 <= moment.year <= 2100


@pytest.mark.parametrize("name", FILES)
def test_damaged_file_gives_stories_or_reasons(name: str) -> None:
    for seed in range(examples(14)):
        data = damage(FILES[name], random.Random(f"{name}-{seed}"))
        for found in read_all(io.BytesIO(data), Member(name=name), len(data)):
            check(found)


def _xml(names: str, attributes: str) -> st.SearchStrategy[bytes]:
    """Elements of these names in any order, nested and closed or not."""
    name = st.sampled_from(names.split())
    attribute = st.sampled_from(attributes.split())
    value = st.sampled_from(["1", "20240506T183000Z", "kill", "stat:canceled", "x" * 9, "é", "<"])
    opening = st.builds(
        lambda n, a, v: f"<{n} {a}='{v}'>".replace("'<'", "'&lt;'"), name, attribute, value
    )
    closing = name.map(lambda n: f"</{n}>")
    text = st.sampled_from(
        ["OSLO, May 6 (AP) -", "By Ana Reyes", "It held. ", "&amp;", "&no;", "]]>"]
    )
    return st.lists(st.one_of(opening, closing, text), max_size=40).map(
        lambda parts: "".join(parts).encode()
    )


def _json(keys: str) -> st.SearchStrategy[bytes]:
    import json

    leaf = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.sampled_from(["<p>It held.</p>", "2024-05-06", "text", "canceled", "\ud800", ""]),
    )
    key = st.sampled_from(keys.split())
    value = st.recursive(
        leaf, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(key, inner, max_size=4),
        max_leaves=8,
    )  # fmt: skip
    return st.dictionaries(key, value, max_size=9).map(lambda made: json.dumps(made).encode())


_NITF = _xml(
    """head docdata doc-id urgency correction pubdata ed-msg body body.head hedline hl1 byline
    person byttl dateline location body.content p block pre table media note hl2 tagline nitf""",
    "id-string norm ed-urg management-status key version info position.section baselang",
)
_NEWSML = _xml(
    """NewsItem NewsIdentifier ProviderId DateId NewsItemId RevisionId Status NewsComponent Role
    NewsLines HeadLine DateLine ContentItem Encoding DataContent nitf body body.content p Location
    Property StatusWillChange""",
    "FormalName Value HowPresent Notation Href",
)
_G2 = _xml(
    """newsItem packageItem itemMeta contentMeta contentSet inlineXML inlineData html body p name
    located broader headline dateline by urgency versionCreated embargoed signal pubStatus edNote
    remoteContent header description""",
    "guid version qcode uri literal contenttype encoding role tag href",
)
_SGML = _xml("DATE TOPICS D TEXT TITLE DATELINE BODY DOCNO P HEADLINE REUTERS", "NEWID type")
_NINJS = _json(
    """uri type headline headlines bodies body_text body_html byline by located versioncreated
    pubstatus version urgency subject name role value contenttype items replaces dateline
    associations authors bylines altids itemid datelinelocation service""",
)
_FIELDS = _json(
    """id title headline body text content author authors date published tags name rendered url
    version urgency signal embargo replaces earlier headings dateline place articles response
    _source fields status located""",
)
GRAMMARS: dict[str, tuple[Callable[[bytes], bytes], st.SearchStrategy[bytes]]] = {
    "nitf": (lambda inside: b"<nitf>" + inside, _NITF),
    "newsml": (lambda inside: b"<NewsML><NewsItem>" + inside, _NEWSML),
    "newsml-g2": (lambda inside: b"<newsMessage><newsItem>" + inside, _G2),
    "sgml": (lambda inside: b"<REUTERS >" + inside, _SGML),
    "ninjs": (lambda inside: inside, _NINJS),
    "json lines": (lambda inside: inside + b"\n" + inside, _FIELDS),
    "iptc7901": (
        lambda inside: b"\x01abc123 3 i 45 xx\r\nslug/\r\n\x02" + inside,
        st.binary(max_size=60).map(lambda data: b"Dam holds =\r\n   OSLO, May 6 (AP) - " + data),
    ),
    "mail": (
        lambda inside: b"From: a@afp.com\nDate: x\nSubject: y\nMIME-Version: 1.0\n" + inside,
        st.lists(
            st.sampled_from(
                [
                    b"Content-Type: multipart/mixed; boundary=b\n",
                    b"Content-Type: text/html; charset=utf-7\n",
                    b"Content-Transfer-Encoding: base64\n",
                    b"Content-Type: message/rfc822\n",
                    b"Subject: =?utf-8?b?/////w==?=\n", b"\n", b"--b\n", b"--b--\n",
                    b"OSLO (AP) - It held. ", b"<p>x</p>", b"Date: 99 Foo 2024 99:99:99\n",
                    b"-----Original Message-----\n", b"> ", b"On Monday she wrote:\n",
                    b"Snapshot-Content-Location: https://w.example/1\n",
                ]
            ),
            max_size=14,
        ).map(b"".join),
    ),
    "text": (
        lambda inside: b"Dam holds\n\n" + inside,
        st.lists(
            st.sampled_from(
                [b"OSLO, May 6 (AP) - It held.\n", b"\n", b"***\n", b"=====\n", b"-0-\n", b"NNNN\n",
                 b"ZCZC A1\n", b"EMBARGOED UNTIL 9999\n", b"(Corrects)\n", b"ENDS\n", b"   x   y\n",
                 b"abc0123 4 i 99\n", b"r i BC-Dam 05-06 0120\n", b"^BC-Dam, 1st Ld<\n",
                 b"REFILE\n",
                 b"AP-NY-99-99-99 9999XXX<\n", b"999999 GMT Foo 99\n", b"# Notebook\n", b"slug/\n"]
            ),
            max_size=25,
        ).map(b"".join),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", GRAMMARS)
@settings(max_examples=examples(14), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_pieces_of_a_format_in_any_order_give_stories_or_reasons(
    what: str, data: st.DataObject
) -> None:
    wrap, inside = GRAMMARS[what]
    made = wrap(data.draw(inside))
    for found in read_all(io.BytesIO(made), Member(name="a"), len(made)):
        check(found)


def test_sound_files_are_read_by_their_own_reader() -> None:
    """Else damage would only try the reader of plain text."""
    stories = {
        name: [
            f for f in read_all(io.BytesIO(d), Member(name=name), len(d)) if isinstance(f, Article)
        ]
        for name, d in FILES.items()
    }
    assert {name for name, found in stories.items() if not found} == {"newsml-g2-part.xml"}
    assert read_article(RSS, name="a").id == "tag:w.example,2024:1"
