"""The day that a page's address gives."""

import re
from datetime import datetime
from urllib.parse import urlsplit

from .moments import read_moment

# "/2022/02/14/", "/2022/feb/14/", "/2022-02-14-", "/20220214"; "/2021/jan21/" is a month's folder
_IN_URL = re.compile(
    r"/(?P<y>(?:19|20)\d\d)(?:[-/]?(?P<m>0[1-9]|1[0-2])[-/]?|(?P<s>[-/])(?P<name>[a-z]{3})(?P=s))"
    r"(?P<d>[0-3]\d)(?=[-/_.]|$)"
)


def read_url_day(url: str | None) -> datetime | None:
    """The day that an address gives in its path; None where it gives none."""
    match = _IN_URL.search(urlsplit(url).path) if url else None
    if match is None:
        return None
    if match["m"]:
        return read_moment(f"{match['y']}-{match['m']}-{match['d']}")
    return read_moment(f"{match['d']} {match['name']} {match['y']}")
