"""How does a file become articles? Reading, and keeping what was read."""

from .ingest import ingest
from .sources import read_article, read_articles
from .tally import Skipped, Tally

__all__ = ["Skipped", "Tally", "ingest", "read_article", "read_articles"]
