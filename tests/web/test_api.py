"""The JSON: its shape, and links that lead where they say."""

from typing import Any
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from search.article import Article
from search.index import Index
from search.index.memory import MemoryIndex
from search.record import read_record
from tests.story import story
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
        *("results", "facets", "timeline", "cursor", "links"),
    ]
    assert told["total"] == {"value": 1, "relation": "eq"}
    assert told["links"]["next"] is told["links"]["prev"] is None
    assert told["timeline"]["buckets"] == [{"from": "2022-01-01", "count": 1, "uncertain": 0}]
    [hit] = told["results"]
    [snippet] = hit["snippets"]
    [start, end] = snippet["marks"][0]
    assert snippet["text"][start:end] == "dam"  # offsets, never HTML


def test_statements_answer_one_by_one(client: FlaskClient) -> None:
    told = ask(client, "/api/v1/statements?q=twice+speaker:brandt&facets=kind&interval=year")
    assert told["total"] == {"value": 1, "relation": "eq"}
    assert told["timeline"]["buckets"] == [{"from": "2022-01-01", "count": 1, "uncertain": 0}]
    [hit] = told["results"]
    assert hit["text"] == '"The gates were tested twice and they opened twice,"'
    assert [hit["text"][a:b] for a, b in hit["marks"]] == ["twice", "twice"]
    assert DAM.body[hit["start"] : hit["end"]] == hit["text"]
    assert (hit["kind"], hit["cue"]) == ("direct", "said")
    assert (hit["speaker"]["id"], hit["speaker"]["role"]) == ("ilsa-brandt", "Water Minister")
    story = hit["story"]
    assert (story["id"], story["headline"]) == (DAM.id, DAM.headline)
    assert (story["agency"], story["date"]["method"]) == ("OWA", "weekday")
    assert [value["value"] for value in told["facets"]["kind"]["values"]] == ["direct"]


def test_a_statement_links_to_its_place_in_its_story(client: FlaskClient) -> None:
    [hit] = ask(client, "/api/v1/statements?q=sirens+OR+memory")["results"]
    assert ask(client, hit["links"]["story"])["headline"] == DAM.headline
    page, _, anchor = hit["links"]["page"].partition("#")
    marked = BeautifulSoup(client.get(page).text, "lxml").find(id=anchor)
    assert marked is not None
    assert marked.get_text() == hit["text"]


def test_no_link_of_a_long_name_is_refused() -> None:
    name = "Ministry of Long Names " * 40
    with MemoryIndex() as index:
        index.add([story("Long", "It held.", id="long", section=name, said=[("It held.", name)])])
        client = create_app(index).test_client()
        told = ask(client, "/api/v1/search?facets=section,speaker")
        for facet in told["facets"].values():
            [value] = facet["values"]
            assert ask(client, value["links"]["toggle"])["total"]["value"] == 1
            assert ask(client, value["links"]["exclude"])["total"]["value"] == 0
        [hit] = told["results"]
        found = ask(client, f"/api/v1/search?speaker={hit['speakers'][0]['id']}")
        assert found["total"]["value"] == 1
        page = BeautifulSoup(client.get(hit["links"]["page"]).text, "lxml")
        [link] = page.select(".more a")
        assert "1 story" in client.get(str(link["href"])).text


@pytest.mark.parametrize("path", ["x" * 3_000, "ж" * 500], ids=["long", "not in ASCII"])
def test_the_page_behind_a_story_with_a_long_id_can_be_asked_for(path: str) -> None:
    with MemoryIndex() as index:
        index.add(story("Dam", id=f"https://w.example/{path}/{number}") for number in range(3))
        client = create_app(index).test_client()
        next_page = ask(client, "/api/v1/search?limit=2")["links"]["next"]
        assert len(ask(client, next_page)["results"]) == 1


def test_a_statement_by_nobody_has_no_speaker(client: FlaskClient) -> None:
    [hit] = ask(client, "/api/v1/statements?speaker=none")["results"]
    assert hit["speaker"] is None


def test_links_of_statements_stay_with_statements(client: FlaskClient) -> None:
    told = ask(client, "/api/v1/statements?facets=kind,speaker&limit=4&kind=direct&kind=indirect")
    assert told["links"]["self"].startswith("/api/v1/statements?")
    assert len(told["results"]) + len(ask(client, told["links"]["next"])["results"]) == 5
    for name, facet in told["facets"].items():
        for value in facet["values"]:
            if not value["selected"]:
                toggled = ask(client, value["links"]["toggle"])
                assert toggled["query"]["filters"]["kind"][:2] == ["direct", "indirect"]
                assert value["value"] in toggled["query"]["filters"][name]


@pytest.mark.parametrize(
    ("address", "pointer", "sentence"),
    [
        ("/api/v1/statements?q=(dam", "/q", "Unclosed parenthesis at character 1"),
        ("/api/v1/statements?of=stories", "/of", "There is no parameter “of”"),
        ("/api/v1/search?kind=direct", "/kind", "Stories have no “kind”"),
        ("/api/v1/search?facets=kind", "/facets", "Stories have no “kind”"),
    ],
)
def test_what_cannot_be_asked_is_a_problem(
    client: FlaskClient, address: str, pointer: str, sentence: str
) -> None:
    response = client.get(address)
    assert (response.status_code, response.content_type) == (400, "application/problem+json")
    told = response.get_json()
    assert told["errors"][0]["pointer"] == pointer
    assert told["detail"].startswith(sentence)


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


def test_another_index_is_another_answer() -> None:
    """An index that was made anew begins to count its commits anew."""
    tags = []
    for headline in ("Dam holds", "Dam breaks"):
        with MemoryIndex() as index:
            index.add([Article(id="dam", headline=headline)])
            tags.append(create_app(index).test_client().get("/api/v1/search").headers["ETag"])
    assert tags[0] != tags[1]


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
