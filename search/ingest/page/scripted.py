"""The day of publication that a page tells its own scripts, as for counting its readers."""

import datetime as dt
import re

from .moments import read_moment
from .tree import Element

# '"publishedAt":"2024-05-06T18:30:00Z"', "page.publish_date = '2024-05-06'"
_TOLD = re.compile(
    r"""
    (?: (?: article | page | content | post | story | first | original ) [_.-]? )?
    (?: publish (?: ed | ing )? [_-]? (?: date (?: time )? | at | on | time )
      | publication [_-]? date | pub [_-]? date | date [_-]? published )
    \\? ["']? \s{0,3} [:=,] \s{0,3} \\? ["']
    (?P<day> (?: 19 | 20 ) \d\d - \d\d - \d\d (?: [T ] [\d:.+Z-]{5,24} )? ) \\? ["']
    """,
    re.VERBOSE | re.IGNORECASE,
)
# days of other stories that a page may have as data too
_MOST = 50


def find_scripted(tree: Element) -> dt.datetime | None:
    """The moment that the page's scripts give as that of publication; None where they give none, or
    moments of several days, as where they list other stories."""
    found: list[dt.datetime] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").casefold():
            told = (read_moment(match["day"]) for match in _TOLD.finditer(script.text or ""))
            found += filter(None, told)
        if len(found) > _MOST:
            return None
    return found[0] if len({moment.date() for moment in found}) == 1 else None
