"""Dateline: full-text search over the news stories you hold. These are its public names."""

from typing import TYPE_CHECKING

from .article import Article, Dateline, Speaker, Statement
from .asked import load_when_asked
from .ingest import ingest

if TYPE_CHECKING:
    from .index import open_index
    from .ingest import read_article, read_articles
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


__getattr__ = load_when_asked(
    __name__,
    {
        "Results": ".query",
        "SearchRequest": ".query",
        "find_statements": ".wire",
        "open_index": ".index",
        "parse_query": ".query",
        "read_article": ".ingest",
        "read_articles": ".ingest",
    },
)
