"""A page that is read over HTTP, as the stories in it."""

import datetime as dt

from ..deadline import within_time
from ..member import Member
from ..part import Part
from ..sources import read_all
from ..tally import Skipped
from .address import NotFetched
from .fetch import Fetched, fetch
from .manners import Manners


def read_page(url: str, manners: Manners) -> Part:
    """The stories at an address, or the reason why there are none."""
    try:
        fetched = fetch(url, manners)
    except NotFetched as error:
        return Part((Skipped(url, str(error)),), source=url)
    return read_fetched(url, fetched)


def read_fetched(url: str, fetched: Fetched) -> Part:
    """The stories in what an address gave; that they came in now may settle a year."""
    if not fetched.data:
        return Part((Skipped(url, "there is nothing in it"),), source=url)
    data = _as_told(fetched)
    whole = Member(name=url, data=data, url=fetched.url, received=dt.datetime.now(dt.UTC))
    found = read_all(whole.open(), whole, len(data), within_time)
    return Part(tuple(found), source=url)


def _as_told(fetched: Fetched) -> bytes:
    """The bytes, written as UTF-8 where the server says in what they are: it is believed unless
    they are UTF-8 in truth, or not what it says."""
    try:
        fetched.data.decode()
    except UnicodeDecodeError:
        try:
            return fetched.data.decode(fetched.charset).encode()
        except (LookupError, ValueError):
            return fetched.data
    return fetched.data
