"""Dateline: full-text search over the news stories you hold. These are its public names."""

from .article import Article, Dateline, Speaker, Statement
from .index import open_index
from .ingest import ingest, read_article, read_articles
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
