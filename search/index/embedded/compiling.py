"""compile_kernels: everything compiled before it is needed, once a machine and version.

Where there is a second core, a second process helps: it begins with searching, this one with
writing, and each finds in the cache what the other has compiled. What it searches is written by a
third, in plain Python, which kernels are too.
"""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from ... import cache
from ...article import Article, Dateline, Speaker, Statement
from ...compiled import characters
from ...kernels import cache_folder, cache_name
from ...kernels.numbering import WordTable
from ...kernels.sorting import whole_blocks
from ...kernels.words import code_points, word_bounds
from ...query.parse import parse_query
from ...query.request import Filter, SearchRequest, Sought
from . import EmbeddedIndex

_LINE = "Compiling the search kernels, {how_often}: 20 to 40 seconds ..."
_BODY = "OSLO (AP) — Oil prices rose, Ann Lee said. The U.S. and 1,500 oils fell.\n\nIt’s so. " * 3
# one query for each way in which the kernels are called; one process begins with the last, which
# needs places, the other with the first, which needs what every search does
_QUERIES = (
    *("oil", "oil price", "oil OR price OR absent", "oil -price", '"oil price"', '="Oil price"'),
    *(
        "oil*",
        "oik~",
        "=Oil",
        "oil NEAR/3 price",
        "oil PRE/3 price",
        "oil /s price",
        "oil /p price",
    ),
    *(
        "hlead:oil",
        "said:oil speaker:ann",
        "ATLEAST/2 oil",
        "date:2020",
        "headline:oil",
        "",
        "-oil",
    ),
    *(
        "speaker:ann",
        'speaker:"ann lee"',
        "speaker:lee*",
        "speaker:ann OR agency:afp",
        "place:oslo",
    ),
    *("oil date:2020.. agency:afp", "oil (price OR said) fell*", "(oil OR price*) NEAR/5 said"),
)


def compile_kernels(tell: Callable[[str], None]) -> None:
    """Nothing where it was done before; else tells so, and takes its time."""
    marker = Path(cache_folder()) / f"compiled-{cache_name()}"
    if marker.exists():
        return
    tell(_LINE.format(how_often=_how_often(marker)))
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, _helped(f"{folder}/theirs"):
        _use_all(f"{folder}/ours")
    marker.parent.mkdir(parents=True, exist_ok=True)
    marker.touch()


def _how_often(marker: Path) -> str:
    """In words: what is put where none but this process looks is not kept."""
    own = cache.cache_folder()
    if own in marker.parents or os.environ.get("NUMBA_CACHE_DIR"):
        return "once on this machine"
    return f"and as nothing can be kept in {own}, at each start"


def help_searching(folder: str) -> None:
    """What the second process does: the queries from the first on."""
    _start("write_stories", folder, NUMBA_DISABLE_JIT="1").wait()
    with EmbeddedIndex(folder) as index:
        _ask(index, _QUERIES)


def write_stories(folder: str) -> None:
    """What the third process does."""
    with EmbeddedIndex(folder) as index:
        _write(index)


@contextmanager
def _helped(folder: str) -> Iterator[None]:
    """The second process, where it is of use. This one does without whatever that leaves undone."""
    if not sys.executable or (os.cpu_count() or 1) < 2:
        yield
        return
    helper = _start("help_searching", folder)
    try:
        yield
    finally:
        helper.kill()
        helper.wait()


def _start(function: str, folder: str, **environment: str) -> subprocess.Popen[bytes]:
    """A function of this module in a process that has this one's modules and cache; in silence."""
    code = f"import sys; from {__name__} import {function}; {function}(sys.argv[1])"
    same = {"PYTHONPATH": os.pathsep.join(sys.path), "NUMBA_CACHE_DIR": cache_folder()}
    return subprocess.Popen(
        [sys.executable, "-c", code, folder],
        env={**os.environ, **same, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _use_all(folder: str) -> None:
    """Write, merge, write again and search as real use does, the queries from the last on."""
    codes = code_points(_BODY)
    WordTable(size=2).number(codes, word_bounds(codes, characters().classes(codes)))  # it grows
    whole_blocks(np.zeros(1, np.int64))  # a term too long for memory is merged
    with EmbeddedIndex(folder) as index:
        _write(index)
        index.optimize()
        _write(index)
        _ask(index, reversed(_QUERIES))
        index.optimize()
        _ask(index, ["oil"])


def _write(index: EmbeddedIndex) -> None:
    """Two commits, and one that takes a story away."""
    index.add(_story(n) for n in range(6))
    index.add([_story(2), _story(7)])
    index.remove(["1"])


def _ask(index: EmbeddedIndex, queries: Iterable[str]) -> None:
    for text in queries:
        _search(index, text, "stories")
        _search(index, text, "statements")


def _search(index: EmbeddedIndex, text: str, of: Sought) -> None:
    plain = SearchRequest(
        query=parse_query(text), of=of, facets=("agency", "speaker", "place"), limit=2
    )
    index.search(plain)
    for sort in ("relevance", "newest", "oldest"):
        narrowed = SearchRequest(
            query=parse_query(text),
            of=of,
            filters=(Filter("agency", ("AFP",), ("none",)), Filter("speaker", ("ann-lee",))),
            since=dt.date(2019, 1, 1),
            certain=True,
            sort=sort,
            limit=1,
            facets=("agency", "speaker"),
            interval="month",
            snippets=1,
        )
        index.search(narrowed)


def _story(number: int) -> Article:
    names = [f"Ann Lee {n}" for n in range(number)] or ["Ann Lee"]
    speakers = tuple(Speaker(start=0, end=3, name=name) for name in ("Ann Lee", *names))
    return Article(
        id=str(number),
        headline="Oil price falls",
        standfirst="The price of oil",
        body=_BODY,
        agency="AFP" if number else None,
        dateline=Dateline(text="", start=0, end=0, place="Oslo", country="NO"),
        published=dt.datetime(2020, 1, 1 + number),
        statements=(Statement(start=0, end=60, kind="direct", speaker=speakers[0]),),
        speakers=speakers,
    )
