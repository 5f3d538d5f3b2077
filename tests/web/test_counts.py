"""A facet's count is what choosing its value gives, whatever stories call themselves."""

import pytest

from search.index.memory import MemoryIndex
from search.schema import FACETS
from tests.story import story
from web import create_app


@pytest.mark.parametrize(
    "name",
    [
        "OWA",
        "-OWA",  # in a filter the minus sign would leave it out
        " - OWA",
        "None",  # as a program writes that there is none
        "--",
        "!!!",
        "São Paulo & <Co>",
        "a+b=c&d#e%2f",
        "نيوز",
        "O’Dwyer's",
    ],
)
def test_choosing_a_value_gives_its_count(name: str) -> None:
    with MemoryIndex() as index:
        told = {"agency": name, "section": name, "place": name, "language": name}
        index.add([story("Rain", speakers=["O’Dwyer-Ström"], **told), story("Snow"), story("Hail")])
        client = create_app(index).test_client()
        answer = client.get(f"/api/v1/search?facets={','.join(FACETS)}").get_json()
        for facet in answer["facets"].values():
            assert facet["missing"] + sum(value["count"] for value in facet["values"]) == 3
            for value in facet["values"]:
                chosen = client.get(value["links"]["toggle"]).get_json()
                left = client.get(value["links"]["exclude"]).get_json()
                assert chosen["total"]["value"] == value["count"]
                assert left["total"]["value"] == 3 - value["count"]
                assert not chosen["query"]["notes"]
