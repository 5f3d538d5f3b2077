"""How does a file become articles? Reading, and keeping what was read."""

from .ingest import ingest
from .interruption import Interrupted
from .plan import Plan
from .sources import read_article, read_articles
from .tally import Skipped, Tally

__all__ = ["Interrupted", "Plan", "Skipped", "Tally", "ingest", "read_article", "read_articles"]
