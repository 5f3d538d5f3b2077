"""The JSON: its shape, and links that lead where they say."""

from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from search.article import Article
from search.index import Index
from search.index.memory import MemoryIndex
from search.record import read_record
from tests.web.newsroom import DAM
from web import create_app


def ask(client: FlaskClient, address: str) -> dict[str, Any]:
    response = client.get(address)
    assert response.status_code == 200, response.text
    assert response.content_type == "application/json"
    found: dict[str, Any] = response.get_json()
    return found


def test_a_search_answers_in_the_promised_shape(client: FlaskClient) -> None:
    told = ask(client, "/api/v1/search?q=dam&facets=agency&interval=year&snippets=1")
    assert list(told) == [
        *("query", "total", "indexed", "took_ms", "timed_out"),
        *("results", "facets", "timeline", "links"),
    ]
    assert told["total"] == {"value": 1, "relation": "eq"}
    assert told["links"]["next"] is told["links"]["prev"] is None
    assert told["timeline"]["buckets"] == [{"from": "2022-01-01", "count": 1, "uncertain": 0}]
    [hit] = told["results"]
    [snippet] = hit["snippets"]
    [start, end] = snippet["marks"][0]
    assert snippet["text"][start:end] == "dam"  # offsets, never HTML


def test_a_story_reads_back_as_itself(client: FlaskClient) -> None:
    hit = ask(client, "/api/v1/search?q=dam")["results"][0]
    told = ask(client, hit["links"]["self"])
    assert told["source"] == "dam.html"  # the file's name without its folders
    assert told.pop("links")["page"] == hit["links"]["page"]
    assert told.pop("date")["method"] == "weekday"
    assert read_record(told | {"source": DAM.source}) == DAM


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_next_links_visit_every_story_once(client: FlaskClient, sort: str) -> None:
    address, seen = f"/api/v1/search?limit=7&sort={sort}", []
    while address:
        told = ask(client, address)
        seen += [hit["id"] for hit in told["results"]]
        address = told["links"]["next"]
    assert len(seen) == len(set(seen)) == 48


def test_prev_leads_back(client: FlaskClient) -> None:
    third = ask(client, "/api/v1/search?limit=7&page=3&agency=OWA")
    second = ask(client, third["links"]["prev"])
    assert second["links"]["self"] == "/api/v1/search?agency=OWA&limit=7&page=2"


def test_facet_values_link_to_their_stories(client: FlaskClient) -> None:
    told = ask(client, "/api/v1/search?q=harvest&facets=agency")
    for value in told["facets"]["agency"]["values"]:
        toggled = ask(client, value["links"]["toggle"])
        assert toggled["total"]["value"] == value["count"]
        assert [v["selected"] for v in toggled["facets"]["agency"]["values"]].count(True) == 1
        excluded = ask(client, value["links"]["exclude"])
        assert excluded["total"]["value"] == 45 - value["count"]


def test_links_stay_on_this_server(client: FlaskClient) -> None:
    told = ask(client, "/api/v1/search?limit=1&facets=agency")
    hit, value = told["results"][0], told["facets"]["agency"]["values"][0]
    links = [*hit["links"].values(), *value["links"].values(), *told["links"].values()]
    assert all(link is None or link.startswith("/") for link in links)


def test_links_keep_the_prefix_that_the_application_is_under(client: FlaskClient) -> None:
    response = client.get("/api/v1/search?q=dam", base_url="http://localhost/news")
    told = response.get_json()
    assert told["links"]["self"] == "/news/api/v1/search?q=dam"
    assert told["results"][0]["links"]["page"].startswith("/news/story/")


def test_an_answer_is_kept_while_the_index_stands(index: Index) -> None:
    client = create_app(index).test_client()
    tag = client.get("/api/v1/search?q=dam").headers["ETag"]
    again = client.get("/api/v1/search?q=dam", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/api/v1/search?q=ferry", headers={"If-None-Match": tag})
    assert other.status_code == 200
    index.add([DAM])
    changed = client.get("/api/v1/search?q=dam", headers={"If-None-Match": tag})
    assert changed.status_code == 200


@pytest.mark.parametrize("story_id", ["https://owa.example//a/../b?c=d#e", "/", "a b%2F", "…", "-"])
def test_any_id_has_an_address(story_id: str) -> None:
    with MemoryIndex() as index:
        index.add([Article(id=story_id, headline="Here")])
        client = create_app(index).test_client()
        told = ask(client, f"/api/v1/stories/{quote(story_id, safe='')}")
        assert told["id"] == story_id
        assert "Here" in client.get(told["links"]["page"]).text


def test_health(client: FlaskClient) -> None:
    assert client.get("/healthz").text == "ok\n"
    assert ask(client, "/readyz")["indexed"] == 48
