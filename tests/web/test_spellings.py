"""A filter in another spelling than the one that a speaker is filed under."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from search.index.memory import MemoryIndex
from tests.story import story
from tests.web.test_pages import page, target, text
from web import create_app

ASKED = "speaker=serguei-tarkhov"
NOTE = "speaker “serguei-tarkhov” read as “sergey-tarkhov”, the spelling that is filed"


@pytest.fixture(scope="module")
def client() -> Iterator[FlaskClient]:
    with MemoryIndex() as index:
        index.add([story("Talks", "Yes.", said=[("Yes.", "Sergey Tarkhov")]), story("Rain")])
        yield create_app(index).test_client()


def test_the_page_finds_and_shows_who_is_meant(client: FlaskClient) -> None:
    shown = page(client, f"/?{ASKED}")
    assert text(shown, "#count").startswith("1 story of 2")
    assert text(shown, ".chips bdi") == "Sergey Tarkhov"
    assert text(shown, ".note") == NOTE
    [chosen] = shown.select(".wanted .choose")  # the facet says so too, and a click drops it
    assert target(chosen) == "/"


@pytest.mark.parametrize("path", ["/api/v1/search", "/api/v1/statements"])
def test_the_json_finds_and_tells_who_is_meant(client: FlaskClient, path: str) -> None:
    told = client.get(f"{path}?{ASKED}&facets=speaker").get_json()
    assert told["total"]["value"] == 1
    assert told["query"]["filters"] == {"speaker": ["sergey-tarkhov"]}
    assert told["query"]["notes"] == [NOTE]
    [value] = told["facets"]["speaker"]["values"]
    assert value["selected"]
