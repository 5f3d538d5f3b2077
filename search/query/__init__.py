"""What was asked? The query tree, its parser, and the request and results around it."""

from .parse import parse_query
from .request import Filter, Results, SearchRequest
from .values import settle

__all__ = ["Filter", "Results", "SearchRequest", "parse_query", "settle"]
