"""What every answer carries, and which hosts are answered."""

import pytest
from flask.testing import FlaskClient

from search.index import Index
from web import create_app
from web.security import HEADERS

ADDRESSES = [
    "/",
    "/?q=dam",
    '/?q="',
    "/story/undated",
    "/help",
    "/about",
    "/healthz",
    "/readyz",
    "/static/dateline.css",
    "/static/icon.svg",
    "/static/nothing.css",
    "/api/v1/search?q=dam",
    "/api/v1/search?limit=x",
    "/api/v1/stories/undated",
    "/nowhere",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
def test_every_answer_carries_the_headers(client: FlaskClient, address: str, method: str) -> None:
    with client.open(address, method=method) as response:
        assert response.status_code < 500
        assert HEADERS.items() <= dict(response.headers).items()
        assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "directive",
    ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'"],
)
def test_the_policy_refuses_by_default(directive: str) -> None:
    assert directive in HEADERS["Content-Security-Policy"]
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_transport_security_is_told_over_tls_only(client: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in client.get("/").headers
    over_tls = client.get("/", base_url="https://localhost")
    assert "max-age=31536000" in over_tls.headers["Strict-Transport-Security"]


@pytest.mark.parametrize(
    ("hosts", "host", "status"),
    [
        (None, "localhost:8000", 200),
        (None, "127.0.0.1:8000", 200),
        (None, "evil.example", 400),  # a name that somebody else points here
        (None, "localhost.evil.example", 400),
        ("news.example, desk.example", "desk.example", 200),
        ("news.example", "localhost", 400),
        ("*", "anything.example", 200),
    ],
)
def test_only_named_hosts_are_answered(
    monkeypatch: pytest.MonkeyPatch, index: Index, hosts: str | None, host: str, status: int
) -> None:
    monkeypatch.delenv("DATELINE_HOSTS", raising=False)
    if hosts:
        monkeypatch.setenv("DATELINE_HOSTS", hosts)
    response = create_app(index).test_client().get("/", headers={"Host": host})
    assert response.status_code == status
    assert "evil" not in response.text
    assert ("DATELINE_HOSTS" in response.text) == (status == 400)
    assert HEADERS.items() <= dict(response.headers).items()


@pytest.mark.parametrize("path", ["/", "/api/v1/search", "/api/v1/statements"])
@pytest.mark.parametrize("query", ["q=caf%E9", "agency=%FF", "%C3=x", "q=%ED%A0%80"])
def test_an_address_is_in_utf_8(client: FlaskClient, path: str, query: str) -> None:
    response = client.get(f"{path}?{query}")
    assert response.status_code == 400
    assert "This address is not in UTF-8" in response.text


def test_static_files_are_kept_by_version(client: FlaskClient) -> None:
    page = client.get("/").text
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    assert "?v=" in address
    with client.get(address) as style:
        assert "max-age=31536000" in style.headers["Cache-Control"]
