"""UTF-16 and UTF-32 in every format, with and without a mark; and what only looks like it."""

import json

import pytest

from search import read_article
from search.ingest.wide import find_wide

_LINES = "Dam holds in flood\n\nOSLO, March 3 (AP) - The dam held all night, it was said.\n"
_PAGE = """<!doctype html><html><body><article><h1>Dam holds in flood</h1>
<p>The dam at Karlidere held through the night, and engineers said that it would hold until the end
of the week.</p><p>Those who live below it were told to stay at home, until the water had
fallen.</p></article></body></html>"""
_FEED = """<?xml version="1.0"?><rss version="2.0"><channel><item><title>Dam holds in flood</title>
<description>The dam held through the night, engineers said.</description></item></channel></rss>"""
_RECORD = json.dumps({"headline": "Dam holds in flood", "body": "OSLO (AP) - It held."})


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("name", "text"),
    [("a.txt", _LINES), ("a.html", _PAGE), ("a.xml", _FEED), ("a.jsonl", _RECORD)],
)
def test_every_format_is_read_in_it(name: str, text: str, mark: str, charset: str) -> None:
    assert read_article((mark + text).encode(charset), name=name).headline == "Dam holds in flood"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("\ufeffDam".encode("utf-32-le"), "utf-32-le"),  # begins with the mark of UTF-16 too
        ("Dam holds".encode("utf-32-be"), "utf-32-be"),
        ("Dam holds.\n".encode("utf-16-le"), "utf-16-le"),
        (b"Dam\x00 holds", None),
        (b"\x01\x00\x00\x00\x02\x00\x00\x00" * 40, None),  # numbers, and no text
        (b"\x00" * 64, None),
        (b"Da\x00", None),
        (b"Dam holds", None),
        (b"", None),
    ],
)
def test_wide_text_is_known(data: bytes, charset: str | None) -> None:
    assert find_wide(data) == charset
