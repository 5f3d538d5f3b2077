"""Hostile stories: whatever a field holds, a page stays the page that the templates wrote."""

import datetime as dt
from collections import Counter
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from search.article import Article, Dateline, Heading, Speaker, Statement
from search.index.memory import MemoryIndex
from web import create_app

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "</title><script>alert(1)</script>",
    "</textarea></script><script>alert(1)</script>",
    "<!--<img src='--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "https://x.example/' onclick='alert(1)",
    'https://x.example/" onclick="alert(1)',
    "https://x.example/ javascript:alert(1)",
    "//evil.example/",
    "{{ 7 * 7 }} {% for x in y %} {# z #}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;",
    "<mark>not ours</mark>",
    "\u202egnihton\u202c \u2066x",
    "line\u2028separator\u2029here",
    "tab\there\x0bfeed\x0c",
    "a" * 5_000,
    "<" * 2_000,
    "../../../etc/passwd",
    "\r\nSet-Cookie: a=b",
]


def poisoned(text: str) -> Article:
    """A story with this text in every field that a page shows."""
    end = len(text)
    speaker = Speaker(start=0, end=end, name=text, role=text, organisation=text)
    line = Dateline(
        text=text,
        start=0,
        end=end,
        place=text,
        country=text,
        date=dt.date(2022, 2, 14),
        method=text,
        alternatives=(dt.date(2021, 2, 14),),
    )
    return Article(
        id=f"story {text}",
        headline=f"storm {text}",
        kicker=text,
        standfirst=text,
        authors=(text,),
        byline=text,
        dateline=line,
        agency=text,
        section=text,
        keywords=(text,),
        language=text,
        url=text,
        source=text,
        body=f"{text}\n\nstorm {text}\n\n{text}",
        headings=(Heading(offset=0, text=text),),
        statements=(
            Statement(start=end + 2, end=end + 8 + end, kind="direct", cue=text, speaker=speaker),
            Statement(start=2 * end + 10, end=3 * end + 10, kind="mixed"),
        ),
        speakers=(speaker,),
        notes=(text,),
    )


# what the templates write for some stories only: a link to the original, one without a language
_ALSO_OURS = {"a href rel", "article class"}


def skeleton(page: str) -> Counter[str]:
    """The elements of a page with the names of their attributes, counted: its shape."""
    tree = BeautifulSoup(page, "lxml")
    tags = (f"{tag.name} {' '.join(sorted(tag.attrs))}" for tag in tree.find_all(True))
    return Counter(tags)


def addresses(text: str) -> list[str]:
    story_id = quote(f"story {text}", safe="")
    return [f"/story/{story_id}", "/?q=storm", f"/?speaker={quote(text)}", "/?facets=section"]


@pytest.fixture(scope="module")
def plain() -> list[Counter[str]]:
    client = client_with("harmless")
    return [skeleton(client.get(address).text) for address in addresses("harmless")[:2]]


def client_with(text: str) -> FlaskClient:
    index = MemoryIndex()
    index.add([poisoned(text)])
    app = create_app(index)
    app.testing = True
    return app.test_client()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_adds_no_element_and_no_attribute(
    payload: str, plain: list[Counter[str]]
) -> None:
    client = client_with(payload)
    for address, harmless in zip(addresses(payload), plain, strict=False):
        shape = skeleton(client.get(address).text)
        assert set(shape) - _ALSO_OURS <= set(harmless)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_link_leaves_by_a_scheme_that_runs(payload: str) -> None:
    client = client_with(payload)
    for address in addresses(payload):
        tree = BeautifulSoup(client.get(address).text, "lxml")
        for link in tree.select("[href], [src], [action]"):
            target = link.get("href") or link.get("src") or link.get("action") or ""
            is_ours = str(target).startswith(("/", "#")) and not str(target).startswith("//")
            assert is_ours or str(target).startswith("https://x.example/")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_answer_carries_a_payload_in_its_headers(payload: str) -> None:
    response = client_with(payload).get(f"/api/v1/search?q={quote(payload)}&facets=agency")
    assert response.status_code in (200, 400, 422)
    assert response.content_type in ("application/json", "application/problem+json")
    assert "Set-Cookie" not in response.headers
    assert response.get_json()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_query_is_shown_and_does_nothing_else(payload: str, client: FlaskClient) -> None:
    for q in (payload, f'"{payload}', f"{payload} zeppelin"):
        response = client.get(f"/?q={quote(q)}&agency={quote(payload[:200])}")
        assert response.status_code in (200, 400, 422)
        tree = BeautifulSoup(response.text, "lxml")
        assert not tree.select("script, img, svg, iframe, style, math, [onerror], [onclick]")
