"""Errors: each kind once on a page and once in the API, with what to do."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Never

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from search.errors import CursorExpired, DatelineError, IndexUnavailable
from search.index.memory import MemoryIndex
from search.query.request import SearchRequest
from web import create_app


@pytest.mark.parametrize(
    ("asked", "status", "kind", "pointer", "at"),
    [
        ('q=spring+"flood', 400, "invalid-query", "/q", 7),
        ("q=dam)", 400, "invalid-query", "/q", 3),
        ("q=OR+dam", 400, "invalid-query", "/q", 0),
        ("q=" + "(" * 500 + "dam", 422, "query-too-expensive", "/q", None),
        ("q=" + "x" * 10_000, 422, "query-too-expensive", "/q", None),
        ("limi=5", 400, "invalid-parameter", "/limi", None),
        ("limit=0", 400, "invalid-parameter", "/limit", None),
        ("sort=best", 400, "invalid-parameter", "/sort", None),
        ("from=2022-02-30", 400, "invalid-parameter", "/from", None),
        ("page=2&cursor=x", 400, "invalid-parameter", "/cursor", None),
    ],
)
def test_a_search_that_cannot_be_run(
    client: FlaskClient, asked: str, status: int, kind: str, pointer: str, at: int | None
) -> None:
    response = client.get(f"/api/v1/search?{asked}")
    assert response.status_code == status
    assert response.content_type == "application/problem+json"
    told: dict[str, Any] = response.get_json()
    assert (told["type"], told["status"]) == (f"/help#{kind}", status)
    [error] = told["errors"]
    assert (error["pointer"], error["detail"]) == (pointer, told["detail"])
    if at is not None:
        assert error["at"] == at
    page = client.get(f"/?{asked}")
    assert (page.status_code, page.content_type) == (status, "text/html; charset=utf-8")
    assert "Nothing found" not in page.text  # an error is never no results


def test_the_page_marks_the_place_and_keeps_the_query(client: FlaskClient) -> None:
    page = client.get('/?q=spring+"flood').text
    assert "<code>spring <mark>&#34;</mark>flood</code>" in page
    assert 'value="spring &#34;flood"' in page
    assert "Add the closing one." in page


@pytest.mark.parametrize(
    ("asked", "way_out"),
    [
        ("/?q=dam&limi=5", "/?q=dam"),
        ("/?q=dam&from=2022-02-30&to=2023", "/?q=dam&to=2023"),
        ("/?limit=0", "/"),
    ],
)
def test_a_wrong_parameter_can_be_left_out(client: FlaskClient, asked: str, way_out: str) -> None:
    tree = BeautifulSoup(client.get(asked).text, "lxml")
    assert tree.select(".problem a")[0]["href"] == way_out


def test_each_kind_is_explained_where_its_type_points(client: FlaskClient) -> None:
    guide = client.get("/help").text
    for kind in ("invalid-query", "invalid-parameter", "cursor-expired", "query-too-expensive"):
        assert f'id="{kind}"' in guide


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/nowhere", 404, "no such page"),
        ("/story/nobody", 404, "no story with this address"),
        ("/api/v1/nowhere", 404, "no such page"),
        ("/api/v1/stories/nobody", 404, "no story with this address"),
        ("/?q=" + "x" * 70_000, 414, "too long"),
        ("/api/v1/search?q=" + "x" * 70_000, 414, "too long"),
    ],
)
def test_an_address_that_holds_nothing(
    client: FlaskClient, address: str, status: int, said: str
) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert said in response.text
    is_api = address.startswith("/api")
    assert response.content_type.startswith("application/problem+json" if is_api else "text/html")


@pytest.mark.parametrize("address", ["/", "/api/v1/search", "/story/dam"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods_are_refused(client: FlaskClient, address: str, method: str) -> None:
    response = client.open(address, method=method)
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


def test_a_large_body_is_refused(client: FlaskClient) -> None:
    assert client.get("/", data=b"x" * 100_000).status_code == 413


class BrokenIndex(MemoryIndex):
    """An index that raises the same error whatever it is asked."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def search(self, _request: SearchRequest) -> Never:
        raise self.error

    def get(self, _article_id: str) -> Never:
        raise self.error


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (CursorExpired("The index has changed; search again"), 410, "search again"),
        (IndexUnavailable("Another program writes it; wait a minute"), 503, "wait a minute"),
        (DatelineError("at /secret/folder"), 500, "The error was logged"),
        (ZeroDivisionError("at /secret/folder"), 500, "The error was logged"),
    ],
)
@pytest.mark.parametrize("address", ["/", "/api/v1/search", "/readyz", "/story/a"])
def test_errors_of_the_index_are_told(
    error: Exception, status: int, said: str, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL + 1)
    response = create_app(BrokenIndex(error)).test_client().get(address)
    assert response.status_code == status
    assert said in response.text
    assert "secret" not in response.text
    assert "Traceback" not in response.text


@pytest.mark.parametrize("kind", [str, Path])
def test_an_index_is_named_by_its_folder(tmp_path: Path, kind: Callable[[Path], Any]) -> None:
    client = create_app(kind(tmp_path / "index")).test_client()
    assert client.get("/readyz").get_json()["indexed"] == 0


def test_whatever_watches_is_told_in_json() -> None:
    broken = create_app(BrokenIndex(IndexUnavailable("Its folder has gone"))).test_client()
    told = broken.get("/readyz")
    assert (told.status_code, told.content_type) == (503, "application/problem+json")
    assert told.get_json()["detail"] == "Its folder has gone"
    assert broken.get("/").content_type.startswith("text/html")


def test_an_index_that_cannot_be_opened_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, index: MemoryIndex
) -> None:
    answers: list[Exception | MemoryIndex] = [IndexUnavailable("Not now"), index]

    def open_index(url: str) -> MemoryIndex:
        assert url == "some/folder"
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr("web.open_index", open_index)
    client = create_app("some/folder").test_client()
    assert [client.get("/readyz").status_code for _ in range(3)] == [503, 200, 200]
