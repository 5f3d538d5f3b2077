"""Which format a file has: its content says, and its name where that leaves it open."""

import pytest

from search.errors import NotAnArticle
from search.ingest.detect import find_format

JSON = b'{"title": "Dam holds", "text": "It held."}'
TEXT = b"Dam holds\n\nOSLO (AP) - It held."
PAGE = b"<!doctype html><html><body><p>It held."
RSS = b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>"
NITF = b"<?xml version='1.0'?><nitf><body/></nitf>"
MAIL = b"From: a@b.example\nDate: Mon, 6 May 2024 10:00:00 +0000\nSubject: Dam\n\nIt held."


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        (JSON, "a.html", "jsonl"),
        (JSON, "a.txt", "jsonl"),
        (JSON, "a", "jsonl"),
        (JSON, "a.log", "jsonl"),  # programs write their lines of JSON so
        (JSON, "a.csv", "jsonl"),
        (b"[UPDATE] Dam holds\n\nOSLO (AP) - It held.", "a", "text"),  # a bracket is no JSON
        (b"{Dam holds}\n\nOSLO (AP) - It held.", "standard input", "text"),
        (b"[broken", "a.json", "jsonl"),  # by its name, so that the reason is that it is none
        (TEXT, "a.html", "text"),
        (TEXT, "a.xml", "text"),
        (PAGE, "a.txt", "html"),
        (PAGE, "a.css", "html"),
        (RSS, "a.html", "feed"),
        (RSS, "a.json", "feed"),
        (b"Warning: x\n" + RSS, "a.txt", "feed"),
        (NITF, "a.txt", "nitf"),
        (NITF, "a.rss", "nitf"),
        (b"HTTP/1.1 200 OK\n\n" + NITF, "a.txt", "nitf"),
        (b"Dam holds\n\nIts file begins with\n<?xml version='1.0'?>\n<dam/>", "a.txt", "text"),
        (MAIL, "a.html", "mail"),
        (b"\x01eca062 4 i 211\r\n\x02Dam\x03", "a.html", "iptc7901"),
    ],
)
def test_format(data: bytes, name: str, format: str) -> None:
    assert find_format(data, name) == format


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"a,b\n1,2", "a.csv", "it is a table"),
        (b"[2024-05-06 10:00] started", "a.log", "it is a log"),
        (b'{"version": 3, "mappings": ""}', "a.map", "it is a program's map"),
        (b"<?xml version='1.0'?><svg/>", "a.txt", "XML of a kind"),
    ],
)
def test_what_holds_no_story_says_so(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(NotAnArticle, match=reason):
        find_format(data, name)
