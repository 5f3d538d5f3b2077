"""Dateline: full-text search over the news stories you hold. These are its public names."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .article import Article, Dateline, Speaker, Statement
from .ingest import ingest, read_article, read_articles

if TYPE_CHECKING:
    from .index import open_index
    from .query import Results, SearchRequest, parse_query
    from .wire import find_statements

__all__ = [
    "Article",
    "Dateline",
    "Results",
    "SearchRequest",
    "Speaker",
    "Statement",
    "find_statements",
    "ingest",
    "open_index",
    "parse_query",
    "read_article",
    "read_articles",
]


# who only searches need not load what reads a story's text, nor the other way round
_ASKED_FOR = {
    "Results": ".query",
    "SearchRequest": ".query",
    "find_statements": ".wire",
    "open_index": ".index",
    "parse_query": ".query",
}


def __getattr__(name: str) -> Any:
    """What is loaded when it is asked for, once."""
    if name not in _ASKED_FOR:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_ASKED_FOR[name], __name__), name)
    globals()[name] = found
    return found
