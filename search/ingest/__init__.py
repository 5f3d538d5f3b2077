"""How does a file become articles? Reading, and keeping what was read."""

from .ingest import Pace, ingest
from .people import People
from .sources import read_article, read_articles
from .speakers import find_printed, read_again, read_people, write_people
from .tally import Skipped, Tally

__all__ = [
    "Pace",
    "People",
    "Skipped",
    "Tally",
    "find_printed",
    "ingest",
    "read_again",
    "read_article",
    "read_articles",
    "read_people",
    "write_people",
]
