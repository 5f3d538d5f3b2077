"""Moments and numbers as the wire's markup writes them."""

import datetime as dt
import re

from ..encoding import one_line
from ..page.moments import read_moment

_NUMBER = re.compile(r"\D{0,3}(\d{1,18})(?!\d)")


def read_stamp(text: str | None) -> dt.datetime | None:
    """The moment of a time stamp, in its zone where it gives one; None where it is none.

    >>> read_stamp("20131020T192751+1100").isoformat()
    '2013-10-20T19:27:51+11:00'
    """
    return read_moment(one_line(text))


def read_number(text: str | None) -> int | None:
    """The whole number that a version or an urgency is; None where it is none.

    >>> read_number("11"), read_number("v.3"), read_number("1132689232"), read_number("soon")
    (11, 3, 1132689232, None)
    """
    match = _NUMBER.match(one_line(text))
    return int(match[1]) if match else None


def read_urgency(text: str | None) -> int | None:
    """An urgency from 1, the highest, to 9; None for what is none (0 says that none was given)."""
    number = read_number(text)
    return number if number and number <= 9 else None
