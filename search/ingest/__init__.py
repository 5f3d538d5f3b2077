"""How does a file become articles? Reading, and keeping what was read."""

from typing import TYPE_CHECKING

from ..asked import load_when_asked
from .ingest import ingest
from .plan import Plan
from .tally import Skipped, Tally

if TYPE_CHECKING:
    from .interruption import Interrupted
    from .people import People
    from .sources import read_article, read_articles
    from .speakers import find_printed, read_again, read_people, write_people

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

__getattr__ = load_when_asked(
    __name__,
    {
        "Interrupted": ".interruption",
        "People": ".people",
        "find_printed": ".speakers",
        "read_again": ".speakers",
        "read_article": ".sources",
        "read_articles": ".sources",
        "read_people": ".speakers",
        "write_people": ".speakers",
    },
)
