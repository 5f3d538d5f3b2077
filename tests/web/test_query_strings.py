"""Any query string at all: an answer or a refusal, never a failure of ours."""

from urllib.parse import quote, urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from search.query.parameters import ALLOWED

_TOKENS = st.sampled_from(
    [
        *("dam", "flood", "OR", "AND", "NOT", "-", "(", ")", '"', "“", "”", "*", "dam*"),
        *("headline:", "place:velmora", "date:2022", "date:2022..", "..", "~", "=x", ":"),
        *("\x00", "é", "\u202e"),
    ]
)
_QUERIES = st.lists(_TOKENS, max_size=12).map(" ".join) | st.text(max_size=40)
_VALUES = st.text(max_size=12) | st.sampled_from(["none", "-none", "0", "1", "now-1m", "2022"])
_PAIRS = st.lists(
    st.tuples(st.just("q"), _QUERIES) | st.tuples(st.sampled_from(sorted(ALLOWED)), _VALUES),
    max_size=5,
)
_STATUSES = {200, 400, 410, 422}


@settings(max_examples=300, deadline=None)
@given(_PAIRS)
def test_parameters_of_any_kind(client: FlaskClient, pairs: list[tuple[str, str]]) -> None:
    query = urlencode(pairs, errors="surrogatepass")
    page, told = client.get(f"/?{query}"), client.get(f"/api/v1/search?{query}")
    assert page.status_code == told.status_code
    assert page.status_code in _STATUSES
    assert told.get_json()
    said = client.get(f"/api/v1/statements?{query}")
    assert said.status_code in _STATUSES
    assert said.get_json()


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60))
def test_bytes_of_any_kind(client: FlaskClient, raw: bytes) -> None:
    for name in ("", "q=", "from=", "speaker="):
        response = client.get(f"/api/v1/search?{name}{quote(raw, safe='&=+;%')}")
        assert response.status_code in _STATUSES
        assert response.get_json()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_paths_of_any_kind(client: FlaskClient, text: str) -> None:
    path = quote(text, safe="/", errors="replace").lstrip("/")
    for prefix in ("/", "/story/", "/api/v1/stories/", "/static/", "/api/"):
        with client.get(f"{prefix}{path}") as response:
            assert response.status_code in {200, 301, 308, 404}


@pytest.mark.parametrize(
    "query",
    [
        "&".join(["q=a"] * 5_000),
        "&".join(f"p{number}=1" for number in range(5_000)),
        "q=" + "%28" * 3_000,
        "q=" + "-" * 9_000,
        "q=" + '"' * 9_000,
        "q=" + "a:" * 4_000,
        "q=%ff%fe%ed%a0%80",
        "%",
        "=&=&=",
        "q",
        "facets=" + "agency," * 5_000,
    ],
)
def test_strings_made_to_hurt(client: FlaskClient, query: str) -> None:
    assert client.get(f"/?{query}").status_code in _STATUSES
