"""How does a file become articles? Reading, and keeping what was read."""

from .ingest import ingest
from .interruption import Interrupted
from .people import People
from .plan import Plan
from .sources import read_article, read_articles
from .speakers import find_printed, read_again, read_people, write_people
from .tally import Skipped, Tally

__all__ = [
    "Interrupted",
    "People",
    "Plan",
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
