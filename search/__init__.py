"""Dateline: full-text search over the news stories you hold. These are its public names."""

from typing import TYPE_CHECKING, Any

from .article import Article, Dateline, Speaker, Statement
from .index import open_index
from .ingest import ingest, read_article, read_articles
from .query import Results, SearchRequest, parse_query

if TYPE_CHECKING:
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


def __getattr__(name: str) -> Any:
    """What reads a story's text is loaded when it is asked for: a search has no need of it."""
    if name == "find_statements":
        from .wire import find_statements

        return find_statements
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
