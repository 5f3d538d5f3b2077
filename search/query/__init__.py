"""What was asked? The query tree, its parser, and the request and results around it."""

from .parse import parse_query
from .request import Results, SearchRequest

__all__ = ["Results", "SearchRequest", "parse_query"]
