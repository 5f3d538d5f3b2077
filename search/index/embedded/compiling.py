"""compile_kernels: everything compiled before it is needed, once a machine and version."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from ...article import Article, Dateline, Speaker, Statement
from ...compiled import characters
from ...kernels import cache_folder, cache_name
from ...kernels.numbering import WordTable
from ...kernels.words import code_points, word_bounds
from ...query.parse import parse_query
from ...query.request import Filter, SearchRequest, Sought
from . import EmbeddedIndex

LINE = "Compiling the search kernels, once on this machine: about 40 seconds ..."
_BODY = "OSLO (AP) — Oil prices rose, Ann Lee said. The U.S. and 1,500 oils fell.\n\nIt’s so. " * 3
# one query for each way in which the kernels are called
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
    *("(oil OR price*) NEAR/5 said", "oil date:2020.. agency:afp", "oil (price OR said) fell*"),
)


def compile_kernels(tell: Callable[[str], None]) -> None:
    """Nothing where it was done before; else tells so, and takes its time."""
    marker = Path(cache_folder()) / f"compiled-{cache_name()}"
    if marker.exists():
        return
    tell(LINE)
    with TemporaryDirectory() as folder:
        _use_all(folder)
    marker.parent.mkdir(parents=True, exist_ok=True)
    marker.touch()


def _use_all(folder: str) -> None:
    """Write, search, merge and search again as real use does."""
    codes = code_points(_BODY)
    WordTable(size=2).number(codes, word_bounds(codes, characters().classes(codes)))  # it grows
    with EmbeddedIndex(os.path.join(folder, "index")) as index:  # noqa: PTH118  # a URL
        index.add(_story(n) for n in range(6))
        index.add([_story(2), _story(7)])
        index.remove(["1"])
        for text in _QUERIES:
            _search(index, text, "stories")
            _search(index, text, "statements")
        index.optimize()
        _search(index, "oil", "stories")


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
